"""One part of the crisis plan: typed today, or standing from before until the person speaks of it."""

from enum import Enum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.consultation import crisis_plan
from app.consultation.answers import NOT_ASKED, Answer, Known, Unknown, WhyNot
from app.consultation.crisis_plan.record import CrisisPlan
from app.consultation.days import on_screen
from app.consultation.questions import questions
from app.consultation.standing import NO_LONGER
from app.views.fields.own_words import WordsField
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Quote
from app.views.parts.layout import Column, Flow, Held, Stretch
from app.views.parts.words import Voice, Words
from app.views.sections.asking import SKIPS, options_of, show
from app.views.sections.chips import Chips

KEY = crisis_plan.SECTION.key
ASKED = questions(CrisisPlan)
WORDS_HEIGHT = 62
NOT_SURE_OF = {"document": (WhyNot.NOT_SURE,)}


class Part(QWidget):
    """An empty field, or words with their day and what may be said of them; it keeps nothing of its own."""

    def __init__(self, consultation: OpenConsultation, name: str, caption: str = "") -> None:
        super().__init__()
        self.consultation, self.name = consultation, name
        asked = ASKED[name]
        self._options: type[Enum] | None = asked.options
        self._is_changing = False
        self._is_emptied = False
        self._is_beside = False
        self.field: WordsField | Chips = (
            WordsField(asked.label, hint=asked.hint, height=WORDS_HEIGHT, own=False)
            if asked.options is None
            else Chips(asked.label, options_of(asked.options, *NOT_SURE_OF.get(name, ())), compact=True)
        )
        self.quote = Quote("", voice=Voice.BODY)
        self.day = Words("", Voice.SMALL, wraps=True)
        self.same = self._button("Still the same today", icon="tick")
        self.change = self._button("Change")
        self.gone = self._button("No longer so")
        self.undo = self._button("Undo")
        self.not_said = self._button("Rather not say", Kind.MUTED)
        buttons = Flow(self.same, self.change, self.gone, self.undo, self.not_said, gap=4)
        self._acts = Held(buttons)
        self.caption = Words(caption or asked.label, Voice.STRONG, wraps=True)
        self.caption.setBuddy(self.field.first_stop())
        self.setLayout(Column(self.caption, self.field, self.quote, self.day, self._acts, Stretch(), gap=4))
        self._listen()

    def _button(self, words: str, kind: Kind = Kind.PLAIN, icon: str = "") -> Button:
        return Button(words, kind, icon=icon, name=f"{ASKED[self.name].label}: {words[0].lower()}{words[1:]}")

    def _listen(self) -> None:
        if isinstance(self.field, Chips):
            self.field.edited.connect(self._choose)
        else:
            self.field.edited.connect(self._keep_words)
            self.field.page.left.connect(self._left)
        self.same.clicked.connect(self._still_the_same)
        self.change.clicked.connect(self._change)
        self.gone.clicked.connect(lambda: self._say(NO_LONGER, self.undo))
        self.undo.clicked.connect(lambda: self._say(NOT_ASKED, self.same))
        self.not_said.clicked.connect(lambda: self._say(Unknown(WhyNot.RATHER_NOT_SAY), self.undo))

    @property
    def _today(self) -> "Answer[Any]":
        record = self.consultation.draft.record(crisis_plan.SECTION)
        answer: Answer[Any] = getattr(record, self.name)
        return answer

    @property
    def _before(self) -> "Known[Any] | None":
        return self.consultation.history.stands(KEY, self.name)

    @property
    def is_asked(self) -> bool:
        """Whether it is in sight: asked today, or standing from before; what is private waits."""
        asked, record = ASKED[self.name], self.consultation.draft.record(crisis_plan.SECTION)
        if asked.is_private and not self.consultation.is_private:
            return False
        return asked.shown(record, self.consultation.visit) or self._before is not None

    def stand_beside(self) -> None:
        """Stay in sight beside a part that is: mind and body weigh the same, and an empty side is said."""
        self._is_beside = True

    def show_record(self) -> None:
        """Show the field where something is to be said, else the words and their day."""
        is_asked = self.is_asked
        is_typing = is_asked and self._is_typing()
        self.setVisible(is_asked or self._is_beside)
        self.field.setVisible(is_typing)
        self.quote.setVisible(not is_typing and self._words() != "")
        self.day.setVisible(not is_typing)
        # What waits leaves no trace in a field or a quote, not even out of sight.
        if not (is_typing and self._is_changing and self._has_keyboard):
            show(self.field, self._in_field(self._today) if is_asked else None)
        if not is_typing:
            self.quote.words.say(f"\u201c{self._words()}\u201d" if is_asked else "")
            self.day.say(self._day_words())
        self._show_buttons(is_typing)

    def _is_typing(self) -> bool:
        today, before = self._today, self._before
        if isinstance(today, Known):
            return before is None or today.value != before.value or self._is_changing
        return self._is_changing or (today == NOT_ASKED and before is None) or self._is_chosen_reason()

    def _is_chosen_reason(self) -> bool:
        """A reason for having no answer that stands among the answers themselves."""
        return self._options is not None and self._today == Unknown(WhyNot.NOT_SURE)

    def _show_buttons(self, is_typing: bool) -> None:
        is_waiting = not is_typing and self._today == NOT_ASKED and self._before is not None
        self.same.setVisible(is_waiting)
        self.gone.setVisible(is_waiting)
        self.change.setVisible(not is_typing and self._today != NO_LONGER and self._before is not None)
        is_settled = not is_typing and self._today != NOT_ASKED
        self.undo.setVisible(is_settled or (is_typing and self._before is not None))
        is_empty = is_typing and self._today == NOT_ASKED and self._before is None
        self.not_said.setVisible(is_empty and self._options is None)
        buttons = (self.same, self.change, self.undo, self.not_said)
        self._acts.setVisible(any(not button.isHidden() for button in buttons))

    def _words(self) -> str:
        """What stands, in words; nothing where it is so no longer."""
        today, before = self._today, self._before
        if today == NO_LONGER or (before is None and not isinstance(today, Known)):
            return ""
        answer = today if isinstance(today, Known) else before
        value = answer.value if answer is not None else ""
        return str(value.value if isinstance(value, Enum) else value)

    def _day_words(self) -> str:
        today, before = self._today, self._before
        if self.is_undecided and before is not None:
            return f"Said {on_screen(before.taken_on)}. The words were taken out: is it no longer so?"
        if today == NOT_ASKED and before is None:
            return "Not talked about yet."
        if today == NO_LONGER:
            return "No longer so: said at this visit."
        if isinstance(today, Known):
            return "Still the same: said at this visit."
        stood = f" Said {on_screen(before.taken_on)}." if before is not None else ""
        if isinstance(today, Unknown) and today != NOT_ASKED:
            return f"{SKIPS[today.reason]}, said at this visit.{stood}"
        return stood.strip()

    def _in_field(self, answer: "Answer[Any]") -> str | None:
        if self._is_chosen_reason():
            return WhyNot.NOT_SURE.name
        if not isinstance(answer, Known):
            before = self._before
            # Words that are changed are changed from what stood; a choice is made anew.
            return str(before.value) if self._is_changing and before and self._options is None else None
        return str(answer.value.name if self._options is not None else answer.value)

    @property
    def is_undecided(self) -> bool:
        """Whether words that stood were taken out, and nobody said yet that it is no longer so."""
        return self._is_emptied and self._today == NOT_ASKED and self.is_asked

    @property
    def _has_keyboard(self) -> bool:
        """Whether the keyboard is at this part, or was when another window was opened over it."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _keep_words(self, words: str | None) -> None:
        """Keep what is typed so far: the page stays open until it is left, and an empty one decides nothing.

        Words that are again what stood are nothing new; that they hold today is the person's to say.
        """
        self._is_changing = self._is_changing or self._has_keyboard
        if words is None:
            return
        before = self._before
        is_as_before = before is not None and words.strip() == before.value.strip()
        self.consultation.answer(
            KEY, self.name, NOT_ASKED if is_as_before else self.consultation.known(words)
        )

    def _left(self) -> None:
        """The keyboard left the page; it never ends up at another question than the one it went to."""
        goes_to_a_button = self._has_keyboard
        if goes_to_a_button and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return  # The button that is being pressed decides.
        self._close()
        if goes_to_a_button and not self.same.isHidden():
            self.same.setFocus(Qt.FocusReason.TabFocusReason)

    def _close(self) -> None:
        """Take what is typed as final; an empty page where words stood asks whether it is no longer so."""
        self._is_changing = False
        if self.field.isHidden() or not isinstance(self.field, WordsField):
            return
        if self.field.value() is None:
            self._is_emptied = self._before is not None
            if isinstance(self._today, Known):
                self.consultation.answer(KEY, self.name, NOT_ASKED)
        self.show_record()

    def _choose(self, key: str | None) -> None:
        if key is None:
            answer: Answer[Any] = NOT_ASKED
        elif self._options is not None and key in self._options.__members__:
            answer = self.consultation.known(self._options[key])
        else:
            answer = Unknown(WhyNot[key])
        had_keyboard = self._has_keyboard
        self._is_changing = False
        self.consultation.answer(KEY, self.name, answer)
        self.show_record()
        if had_keyboard and self.field.isHidden():
            (self.undo if self.same.isHidden() else self.same).setFocus(Qt.FocusReason.TabFocusReason)

    def _still_the_same(self) -> None:
        if self._before is not None:
            self._say(self.consultation.known(self._before.value), self.undo)

    def _say(self, answer: "Answer[Any]", then: QWidget) -> None:
        """Take an answer of the buttons; the keyboard stays at this part."""
        self._is_changing = self._is_emptied = False
        self.consultation.answer(KEY, self.name, answer)
        self.show_record()
        (then if not then.isHidden() else self.field.first_stop()).setFocus(Qt.FocusReason.TabFocusReason)

    def _change(self) -> None:
        self._is_changing, self._is_emptied = True, False
        self.show_record()
        self.field.first_stop().setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> None:
        """Take what is typed as final."""
        if not self.field.isHidden():
            self.field.commit()
        self._close()

    def first_stop(self) -> QWidget:
        """The field, or what may be said of what stands."""
        return self.same if self.field.isHidden() else self.field.first_stop()
