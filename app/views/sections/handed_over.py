"""What was handed over in this visit, and whether somebody has it: first on "What we found"."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.days import on_this_laptop
from app.consultation.hand_overs import HandOver, missing_to_take_on, own_word_on
from app.consultation.passing_on import title_of
from app.views import hand_over_words
from app.views.fields.clock import ClockField
from app.views.fields.field import Captioned
from app.views.fields.text import TextField
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Flow, Part, Row, empty
from app.views.parts.list_card import ListCard
from app.views.parts.words import Voice, Words
from app.views.prompt_words import done_words
from app.views.sections.asking_panel import AskingPanel

YOUR_OWN_WORD = "This was handed over to you. Say whether you have it before you sign."
NEVER_REACHED = "It did not reach me"


class TakingOn(AskingPanel):
    """Who has it now: as they told whoever is at hand, or the reviewer themselves."""

    def __init__(self, hand_over: HandOver, consultation: OpenConsultation) -> None:
        super().__init__("Keep this", name="Keep that it was taken on")
        self._hand_over, self._consultation = hand_over, consultation
        self._is_own = consultation.may_take_on(hand_over)
        label = "What you will do" if self._is_own else "What they said they will do"
        self.will_do = TextField(label, hint=hand_over_words.ON_THE_PLAN, longest=500)
        self.at = ClockField(
            "When they said so", now=consultation.session.now, not_before=on_this_laptop(hand_over.at)
        )
        when = Captioned("When they said so", self.at)
        if self._is_own:
            when.hide()
        self.lay_out(Captioned(label, self.will_do), when)
        self.say_what_is_wrong("")
        self.keep.clicked.connect(self._keep)

    def typed(self) -> tuple[str, str]:
        """What stands in the two lines."""
        return self.will_do.line.text(), self.at.line.text()

    def put_back(self, will_do: str, at: str) -> None:
        """Show what stood in an earlier panel for the same hand-over."""
        self.will_do.line.setText(will_do)
        self.at.set_text(at)

    @property
    def has_words(self) -> bool:
        """Whether something is typed that is not kept."""
        return any(words.strip() for words in self.typed())

    def _keep(self) -> None:
        self.will_do.commit()
        self.at.commit()
        at = self._consultation.session.now() if self._is_own else self.at.value()
        will_do = self.will_do.value() or ""
        missing = missing_to_take_on(at=at, will_do=will_do)
        if at is None or missing:
            self.say_what_is_wrong(f"Still to say: {'; '.join(missing)}.")
            return
        self.closed.emit()
        self._consultation.acknowledge(self._hand_over, will_do, at, own=self._is_own)


class HandedOver(QWidget):
    """One row for each hand-over, the first try first; a reviewer also reads that there was none."""

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__()
        self.setAccessibleName("Handed over in this visit")
        self._consultation = consultation
        self._shown: object = None
        self._panels: dict[str, TakingOn] = {}
        self._typed: dict[str, tuple[str, str]] = {}
        self._buttons: dict[HandOver, Button] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def go_to(self, topic: str) -> bool:
        """Put the keyboard where the reader says whether they have it; False where nothing is asked of it."""
        asked = (each for each in self._buttons if each.topic == topic)
        found = next((each for each in asked if self._consultation.awaits_word_on(each)), None)
        if found is not None:
            self._buttons[found].setFocus()
        return found is not None

    def not_kept(self) -> list[str]:
        """What is typed here and not kept."""
        half = [panel for panel in self._panels.values() if panel.has_words]
        return ["That somebody has it is not kept yet."] if half else []

    def show_record(self) -> None:
        """Show the hand-overs as they stand; what is typed and not kept stays typed."""
        visit = self._consultation
        draft, assessment = visit.draft, visit.assessment
        titles = tuple(title_of(each, assessment) for each in draft.hand_overs)
        now = (
            draft.hand_overs,
            draft.acknowledgements,
            draft.decisions,
            titles,
            assessment.keeps_private,
            visit.is_review,
        )
        self.setVisible(bool(draft.hand_overs) or visit.is_review)
        if now == self._shown:
            return
        self._shown = now
        empty(self._box)
        self._typed = {key: panel.typed() for key, panel in self._panels.items() if panel.has_words}
        self._panels.clear()
        self._buttons.clear()
        card = self._card(titles)
        self._box.addWidget(card)
        card.show()

    def _card(self, titles: tuple[str, ...]) -> Card:
        hand_overs = self._consultation.draft.hand_overs
        card = ListCard("hand_over", "primary", "Handed over", str(len(hand_overs) or ""))
        if not hand_overs:
            said = Words("Nothing was handed over in this visit.", Voice.SMALL, wraps=True)
            card.add(Row(said, margins=(18, 0, 18, 12)))
        for title, hand_over in zip(titles, hand_overs, strict=True):
            card.add_row(self._row(title, hand_over))
        return card

    def _row(self, title: str, hand_over: HandOver) -> Column:
        visit, today = self._consultation, self._consultation.session.today
        in_full = hand_over_words.may_be_said_in_full(hand_over, visit.assessment)
        told = Words(hand_over_words.told_words(hand_over, today), Voice.SMALL_TEXT, wraps=True)
        parts: list[Part] = [Words(title, Voice.STRONG, wraps=True), told]
        if hand_over.said and in_full:
            parts.append(Words(f"Said: {hand_over.said}", Voice.SMALL_TEXT, wraps=True))
        decision = visit.draft.decision_on(hand_over.topic)
        done = done_words(decision) if decision is not None and in_full else ""
        if done:
            parts.append(Words(f"Done: {done}.", Voice.SMALL_TEXT, wraps=True))
        if hand_over.rang_999 is not None:
            said = hand_over_words.words_of_999(hand_over.rang_999, today, in_full=in_full)
            parts.append(Words(said, Voice.SMALL_STRONG, wraps=True))
        taken_on = visit.draft.acknowledgement_of(hand_over)
        own = own_word_on(hand_over, visit.draft.acknowledgements)
        if own is not None and own.never_reached:
            said = hand_over_words.taken_on_words(own, today, in_full=in_full)
            parts.append(Words(said, Voice.CAUTION, wraps=True))
        if taken_on is not None:
            words = hand_over_words.taken_on_words(taken_on, today, in_full=in_full)
            parts.append(Words(words, Voice.GOOD, wraps=True))
        may_wait = taken_on is None and (visit.draft.has_reached(hand_over) or visit.may_take_on(hand_over))
        if may_wait or visit.awaits_word_on(hand_over):
            parts.extend(self._waiting(title, hand_over))
        return Column(*parts, gap=4, margins=(18, 10, 18, 10))

    def _waiting(self, title: str, hand_over: HandOver) -> list[Part]:
        is_own = self._consultation.may_take_on(hand_over)
        has_it = "I have it" if is_own else "They have it"
        button = Button(has_it, Kind.OUTLINE, name=f"{has_it}: {title}")
        panel = TakingOn(hand_over, self._consultation)
        self._panels[hand_over.id] = panel
        self._buttons[hand_over] = button
        button.clicked.connect(partial(_open, button, panel))
        panel.closed.connect(partial(_close, button, panel))
        if hand_over.id in self._typed:
            panel.put_back(*self._typed[hand_over.id])
            button.hide()
        else:
            panel.hide()  # (to show it before it has a place would open a window)
        if not self._consultation.awaits_word_on(hand_over):
            line = Words("Not acknowledged yet.", Voice.CAUTION, wraps=True)
            return [Row((line, 1), button, gap=12), panel]
        line = Words(YOUR_OWN_WORD, Voice.CAUTION, wraps=True)
        never = Button(NEVER_REACHED, Kind.PLAIN, name=f"{NEVER_REACHED}: {title}")
        never.clicked.connect(lambda: self._consultation.say_it_never_reached(hand_over))
        return [line, Flow(button, never, gap=8), panel]


def _open(button: Button, panel: TakingOn) -> None:
    button.hide()
    panel.show()
    panel.will_do.line.setFocus()


def _close(button: Button, panel: TakingOn) -> None:
    panel.hide()
    button.show()
