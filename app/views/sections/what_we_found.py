"""What we found: few prompts, grouped by what to do, each to be decided.

Over 300 lines because a prompt in each of its states, and what could not be told, stand on one page.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.consultation.agenda import BY_KEY
from app.consultation.decisions import Choice
from app.consultation.fact_words import to_tell
from app.consultation.prompt import Prompt
from app.rules.rulebook import Level, Role
from app.rules.weighing import Outcome
from app.views import hand_over_words, prompt_words
from app.views.fields.note import announce
from app.views.open_consultation import OpenConsultation, Undone
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Beside, Column, Columns, Held, Row, Stretch, empty
from app.views.parts.list_card import ListCard
from app.views.parts.pictures import Picture
from app.views.parts.prompt_card import Act, PromptCard
from app.views.parts.scrolling import show_from_top, staying_put
from app.views.parts.words import Voice, Words
from app.views.prompts_panel import CANNOT_TELL, warning_card
from app.views.sections.deciding import NOTHING_TYPED, Deciding, HalfDecided
from app.views.sections.handed_over import HandedOver
from app.views.sections.handing_over import HalfHandedOver, HandingOver
from app.views.sections.promise_words import promised_words
from app.views.sections.screen import SectionScreen
from app.views.why import Why

TAKE_UP, DONE, NOT_NOW = (
    Act("take_up", "Add to plan"),
    Act("done", "Already done"),
    Act("not_now", "Not now"),
)
IT_IS_DONE, NOT_DONE = Act("done", "It is done"), Act("not_now", "Not done, because")
HAND_OVER, HAND_OVER_AGAIN = Act("hand_over", "Hand over"), Act("hand_over", "Hand over again")
NOTHING_HANDED = HalfHandedOver()
MOST_UNTOLD = 8
READ_FIRST = "Could not wait: read this first"
PRESSING = 2
"""How many of the groups, those for now and today, stand above what cannot be told."""
NO_PROMPTS = "No prompts"
NO_PROMPT_IS_NO_ALL_CLEAR = "No prompt does not mean that nothing is wrong. What could not be told is listed."


class WhatWeFound(SectionScreen):
    """Every prompt with its reasons; what could not be told; what to ask next."""

    question_asked = Signal(str, str)
    has_prompts_beside = False

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation)
        self._shown: object = None
        self._deciding: dict[str, HalfDecided | HalfHandedOver] = {}
        self._panels: dict[str, Deciding | HandingOver] = {}
        self._undone: Undone | None = None
        self._open_whys: set[str] = set()
        self._shows_all_untold = False
        self._places: dict[str, tuple[QWidget, QWidget]] = {}
        self._no_prompts: QWidget | None = None
        self._first, self._left, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for box in self._boxes:
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(10)
        self.handed_over = HandedOver(consultation)
        left = Held(Column(self._first, self.handed_over, self._left, Stretch(), gap=10))
        right = Beside(Column(self._right, Stretch(), gap=10), 376)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Columns((left, 1), (right, 0), gap=18, turn_at=820))
        self.show_record()

    @property
    def _boxes(self) -> tuple[QVBoxLayout, ...]:
        return (self._first, self._left, self._right)

    @property
    def heading(self) -> str:
        """The title of the screen."""
        return "What we found"

    @property
    def summary(self) -> str:
        """How many are to decide, merged from how many reasons."""
        prompts = self.consultation.assessment.open_prompts
        reasons = sum(len(prompt.outcomes) for prompt in prompts)
        if not prompts:
            return "Nothing to decide"
        merged = f", merged from {reasons} reasons" if reasons > len(prompts) else ""
        return f"{len(prompts)} to decide{merged}"

    def show_record(self) -> None:
        """Show the prompts as they stand; nothing is rebuilt where nothing changed."""
        self.handed_over.show_record()
        assessment = self.consultation.assessment
        promised = tuple(promised_words(prompt, self.consultation) for prompt in assessment.open_prompts)
        now = (assessment.prompts, assessment.cannot_tell, assessment.held_back, assessment.gone, promised)
        if now == self._shown:
            return
        self._shown = now
        self._rebuild()

    def showEvent(self, event: QShowEvent) -> None:
        """Coming here anew begins at the top, where what must be done now stands."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self, lambda: show_from_top(self))

    def not_kept(self) -> list[str]:
        """The prompts over whose decision somebody typed and did not keep it."""
        if self.consultation.is_over:
            return []
        shown = (p for p in self.consultation.assessment.prompts if p.topic in self._panels)
        half = [p for p in shown if _is_begun(self._panels[p.topic].typed())]
        said = {p.title: isinstance(self._panels[p.topic], HandingOver) for p in half}
        return [
            *self.handed_over.not_kept(),
            *(
                f"{t}: the {'hand-over' if handed else 'decision'} is not kept yet."
                for t, handed in said.items()
            ),
        ]

    def first_stop(self) -> QWidget | None:
        """For a reviewer what could not wait, then what was handed over; else the first prompt's reasons.

        None of them decides anything.

        Without prompts it is what says so, at the top: what can be pressed stands far below the title.
        """
        if self.consultation.is_review:
            read_first = [p.topic for _words, prompts in self._for_the_reader() for p in prompts]
            return self._places[read_first[0]][1] if read_first else self.handed_over
        opened = {prompt.topic for prompt in self.consultation.assessment.open_prompts}
        stops = (stop for topic, (_card, stop) in self._places.items() if topic in opened)
        return next(stops, self._no_prompts)

    def open_question(self, field: str) -> None:
        """Put the keyboard on a prompt, by its topic: on its reasons, which decides nothing."""
        if not self.handed_over.go_to(field) and field in self._places:
            self._places[field][1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self) -> None:
        self._remember_typed()
        from_here = self._topics_from_the_keyboard()
        with staying_put(self):
            self._build_anew()
            self._give_keyboard_to(from_here)

    def _topics_from_the_keyboard(self) -> list[str]:
        """The prompt that has the keyboard and those below it; empty where none has it."""
        focus, topics = QApplication.focusWidget(), list(self._places)
        for at, topic in enumerate(topics):
            if focus is not None and self._places[topic][0].isAncestorOf(focus):
                return topics[at:]
        return []

    def _give_keyboard_to(self, topics: list[str]) -> None:
        """The next prompt to decide, on a button that decides nothing; else the one just decided."""
        opened = {prompt.topic for prompt in self.consultation.assessment.open_prompts}
        shown = [topic for topic in topics if topic in self._places]
        for topic in [topic for topic in shown if topic in opened] or shown[:1]:
            self._places[topic][1].setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _build_anew(self) -> None:
        for box in self._boxes:
            empty(box)
        self._places.clear()
        self._panels.clear()
        self._no_prompts = None
        for words, prompts in self._for_the_reader():
            self._add_group(words, prompts, self._first)
        pressing, rest = self._groups()[:PRESSING], self._groups()[PRESSING:]
        for words, prompts in pressing:
            self._add_group(words, prompts)
        self._add_warnings()
        for words, prompts in rest:
            self._add_group(words, prompts)
        self._add_asides()
        self._add_untold()
        self._add_ask_next()
        for box in self._boxes:
            _show_all(box)

    def _add_group(self, words: str, prompts: tuple[Prompt, ...], box: QVBoxLayout | None = None) -> None:
        if not prompts:
            return
        box = self._left if box is None else box
        self._add_head(words, len(prompts), box)
        for prompt in prompts:
            card, stop = self._card(prompt)
            box.addWidget(card)
            self._places[prompt.topic] = card, stop

    def _add_head(self, words: str, count: int, box: QVBoxLayout) -> None:
        head = Row(Words(words, Voice.HEADING), Words(str(count), Voice.SMALL), Stretch())
        box.addWidget(Held(head))

    def _groups(self) -> tuple[tuple[str, tuple[Prompt, ...]], ...]:
        assessment = self.consultation.assessment
        opened = assessment.open_prompts
        return (
            ("Do now", tuple(p for p in opened if p.level is Level.NOW)),
            ("Do today", tuple(p for p in opened if p.level is Level.URGENT)),
            ("Arrange", tuple(p for p in opened if p.level in (Level.SOON, Level.ROUTINE))),
            ("Good to know", tuple(p for p in opened if p.level is Level.NOTE)),
            ("Decided", tuple(p for p in assessment.decided_prompts if not self._is_read_first(p))),
        )

    def _for_the_reader(self) -> tuple[tuple[str, tuple[Prompt, ...]], ...]:
        """What could not wait and was decided or handed over: a reviewer reads it before anything else."""
        decided = tuple(p for p in self.consultation.assessment.decided_prompts if self._is_read_first(p))
        return ((READ_FIRST, decided),)

    def _is_read_first(self, prompt: Prompt) -> bool:
        return self.consultation.is_review and prompt.level >= Level.URGENT and not prompt.is_open

    def _card(self, prompt: Prompt) -> tuple[QWidget, QWidget]:
        """A prompt as it stands, and where the keyboard rests in it."""
        if self._is_read_first(prompt):
            return self._read_first(prompt)
        if not prompt.is_open:
            return self._decided(prompt)
        role = self.consultation.session.role
        card = PromptCard(
            prompt_words.level_of(prompt),
            prompt.title,
            prompt.say(role),
            _acts(prompt, role),
            whom=prompt_words.whom(prompt),
            also=promised_words(prompt, self.consultation),
            why=Why(prompt),
        )
        card.setObjectName(f"prompt-{prompt.topic}")
        card.acted.connect(lambda key: self._act(prompt, key))
        card.opened.connect(lambda shown: self._remember(prompt.topic, shown))
        card.show_why(prompt.topic in self._open_whys)
        rest = card.why_button or card
        return self._with_what_is_below(card, prompt), rest

    def _with_what_is_below(self, card: QWidget, prompt: Prompt) -> QWidget:
        below = self._below(prompt)
        return Held(Column(card, *below, gap=4)) if below else card

    def _below(self, prompt: Prompt) -> list[QWidget]:
        """What stands under a prompt: whose it is, how it is decided, and what was undone just now."""
        below: list[QWidget] = []
        not_yours = hand_over_words.not_yours(prompt, self.consultation.session.role)
        if not_yours and prompt.is_open:
            below.append(Words(not_yours, Voice.SMALL, wraps=True))
        if self._undone is not None and self._undone.decision.topic == prompt.topic:
            below.append(self._offer_back(self._undone))
        if prompt.topic in self._deciding:
            below.append(self._panel(prompt))
        return below

    def _offer_back(self, undone: Undone) -> QWidget:
        button = Button("Bring back", Kind.PLAIN, icon="undo", name=f"Bring back: {undone.title}")
        button.clicked.connect(lambda: self._bring_back(undone))
        words = Words(self._undone_words(undone), Voice.SMALL_TEXT, wraps=True)
        return Held(Row((words, 1), button, gap=12, margins=(16, 0, 12, 0)))

    def _undo(self, prompt: Prompt) -> None:
        """Open it again, with a way back: what came of it may have been worded by hand."""
        self._undone, self._shown = self.consultation.undo(prompt), None
        self.show_record()
        if self._undone is not None:
            announce(self, self._undone_words(self._undone))

    def _undone_words(self, undone: Undone) -> str:
        """What was typed at a decision stays out of it where that could name something private."""
        assessment = self.consultation.assessment
        about = [p for p in (*assessment.prompts, *assessment.held_back) if p.topic == undone.decision.topic]
        waits = any(prompt.waits_alone for prompt in about)
        return prompt_words.undone_words(undone, in_full=not waits)

    def _offer_back_without_prompt(self) -> None:
        """A prompt that was undone may be held back now, or gone: the way back still stands."""
        opened = [prompt.topic for prompt in self.consultation.assessment.open_prompts]
        if self._undone is not None and self._undone.decision.topic not in opened:
            self._left.addWidget(self._offer_back(self._undone))

    def _bring_back(self, undone: Undone) -> None:
        self._undone, self._shown = None, None
        self.consultation.bring_back(undone)

    def _panel(self, prompt: Prompt) -> Deciding | HandingOver:
        """The questions of a decision or a hand-over, with what was typed in them already."""
        typed = self._deciding[prompt.topic]
        panel: Deciding | HandingOver
        if isinstance(typed, HalfHandedOver):
            panel = HandingOver(prompt, self.consultation, typed)
            panel.kept.connect(self._show_handed_over)
        else:
            panel = Deciding(prompt, self.consultation, typed)
            panel.handing_over.connect(lambda: self._hand_over(prompt))
        panel.closed.connect(lambda: self._close_deciding(prompt.topic))
        self._panels[prompt.topic] = panel
        return panel

    def _show_handed_over(self) -> None:
        """What was just kept comes into sight: the page would stand where its questions were."""
        QTimer.singleShot(0, self, lambda: show_from_top(self.handed_over))

    def _remember_typed(self) -> None:
        """The page is built anew at every decision; what is typed over another prompt must outlast that."""
        self._deciding |= {topic: panel.typed() for topic, panel in self._panels.items()}

    def _remember(self, topic: str, shown: bool) -> None:
        (self._open_whys.add if shown else self._open_whys.discard)(topic)

    def _act(self, prompt: Prompt, key: str) -> None:
        if key == TAKE_UP.key:
            self.consultation.take_up(prompt)
        elif key == HAND_OVER.key:
            self._hand_over(prompt)
        elif key == DONE.key:
            self._ask(prompt, Choice.DONE_ALREADY)
        else:
            self._ask(prompt, None)

    def _ask(self, prompt: Prompt, choice: Choice | None) -> None:
        """Open the questions of a decision; a panel with nothing in it makes room, any other stays."""
        panel = self._open_panel(prompt, NOTHING_TYPED)
        if isinstance(panel, Deciding):
            panel.begin(choice)

    def _hand_over(self, prompt: Prompt) -> None:
        """Open the questions of a hand-over, in place of a decision that was begun."""
        panel = self._open_panel(prompt, NOTHING_HANDED)
        if isinstance(panel, HandingOver):
            panel.begin()

    def _open_panel(self, prompt: Prompt, empty: HalfDecided | HalfHandedOver) -> Deciding | HandingOver:
        self._remember_typed()
        self._panels.clear()
        self._deciding = {topic: typed for topic, typed in self._deciding.items() if _is_begun(typed)}
        if type(self._deciding.get(prompt.topic)) is not type(empty):
            self._deciding[prompt.topic] = empty
        self._rebuild()
        return self._panels[prompt.topic]

    def _close_deciding(self, topic: str) -> None:
        self._panels.pop(topic, None)
        self._deciding.pop(topic, None)
        self._shown = None
        self.show_record()

    def _decided(self, prompt: Prompt) -> tuple[QWidget, QWidget]:
        if self._undone is not None and self._undone.decision.topic == prompt.topic:
            self._undone = None  # decided again: nothing is to be brought back over it
        undo = self._undo_button(prompt)
        said = "Decided" if prompt.waits_alone else self._settled_words(prompt)
        title = Words(prompt.title, Voice.STRONG, wraps=True)
        words = Held(Column(title, Words(said, Voice.SMALL, wraps=True), gap=2))
        further = self._further(prompt)
        row = Row(Picture("tick", 20, "success"), (words, 1), *further, undo, gap=12)
        card = Card(row, margins=(16, 8, 12, 8))
        stop = further[0] if undo.isHidden() and further else undo
        return self._with_what_is_below(card, prompt), stop

    def _read_first(self, prompt: Prompt) -> tuple[QWidget, QWidget]:
        """How soon it was, what was read then and what became of it, with its reasons open."""
        said = "" if prompt.waits_alone else self._settled_words(prompt)
        card = PromptCard(
            prompt_words.level_of(prompt),
            prompt.title,
            prompt.say(self.consultation.session.role),
            also=said,
            why=Why(prompt),
        )
        card.show_why(True)
        undo = self._undo_button(prompt)
        below = () if undo.isHidden() else (Held(Row(undo, Stretch())),)
        rest = card.why_button or card
        return self._with_what_is_below(Held(Column(card, *below, gap=4)), prompt), rest

    def _undo_button(self, prompt: Prompt) -> Button:
        """The way back, where it was decided in this visit."""
        undo = Button("Undo", Kind.PLAIN, name=f"Undo: {prompt.title}")
        undo.clicked.connect(lambda: self._undo(prompt))
        if prompt.decision not in self.consultation.draft.decisions:
            undo.hide()
        return undo

    def _settled_words(self, prompt: Prompt) -> str:
        """What was decided, else who has it."""
        if prompt.decision is not None:
            return prompt_words.decision_words(prompt.decision)
        today = self.consultation.session.today
        if prompt.acknowledgement is None:
            return ""
        return hand_over_words.taken_on_words(prompt.acknowledgement, today, in_full=True)

    def _further(self, prompt: Prompt) -> list[Button]:
        """What may still be done with one that is decided: telling somebody, or a line in the plan."""
        role = self.consultation.session.role
        if prompt.needs_hand_over(role) and not prompt.acknowledgement:
            act = HAND_OVER_AGAIN if prompt.hand_over else HAND_OVER
        elif prompt.decision is None and prompt.level < Level.NOW:
            act = TAKE_UP
        else:
            return []
        button = Button(act.words, Kind.PLAIN, name=f"{act.words}: {prompt.title}")
        button.clicked.connect(lambda: self._act(prompt, act.key))
        return [button]

    def _add_warnings(self) -> None:
        """What must be seen although it cannot be told: under its own heading, before what can wait."""
        assessment = self.consultation.assessment
        if assessment.warnings:
            self._add_head(CANNOT_TELL, len(assessment.warnings), self._left)
        for outcome in assessment.warnings:
            card, asked = warning_card(outcome, said="")
            if asked is not None:
                card.acted.connect(lambda _key, asked=asked: self.question_asked.emit(*asked))
            self._left.addWidget(card)

    def _add_asides(self) -> None:
        assessment = self.consultation.assessment
        if assessment.not_in_use:
            self._left.addWidget(
                Card(
                    Words(f"{len(assessment.not_in_use)} rules are not in use", Voice.SUBHEADING),
                    Words(
                        "No clinician has signed them off here, so what they look for is not looked at: "
                        + "; ".join(outcome.rule.title for outcome in assessment.not_in_use),
                        Voice.SMALL_TEXT,
                        wraps=True,
                    ),
                )
            )
        if not assessment.prompts and not assessment.warnings:
            more = Words(NO_PROMPT_IS_NO_ALL_CLEAR, Voice.SMALL_TEXT, wraps=True)
            self._no_prompts = Card(Words(NO_PROMPTS, Voice.SUBHEADING), more)
            self._no_prompts.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._no_prompts.setAccessibleName(f"{NO_PROMPTS}. {NO_PROMPT_IS_NO_ALL_CLEAR}")
            self._left.addWidget(self._no_prompts)
        self._offer_back_without_prompt()
        for prompt in assessment.held_back:
            said = f"Held back {prompt.held_because}: {prompt.title}"
            self._left.addWidget(Words(said, Voice.SMALL, wraps=True))
        for gone in assessment.gone:
            words = prompt_words.gone_words(gone)
            self._left.addWidget(Words(words, Voice.SMALL, wraps=True))

    def _add_untold(self) -> None:
        outcomes = self.consultation.assessment.cannot_tell
        card = ListCard(
            "question", "primary", "Could not tell", str(len(outcomes)), "Not a no, and not normal."
        )
        shown = outcomes if self._shows_all_untold else outcomes[:MOST_UNTOLD]
        for outcome in shown:
            card.add_row(self._untold(outcome))
        if len(outcomes) > len(shown):
            more = len(outcomes) - len(shown)
            button = Button(f"{more} more", Kind.PLAIN, name=f"Show {more} more that could not be told")
            button.clicked.connect(self._show_all_untold)
            card.add_row(Row(button, Stretch(), margins=(6, 2, 18, 2)))
        failed = [o for o in self.consultation.assessment.outcomes if o.error]
        for outcome in failed:
            said = f"The rule {outcome.rule.id} could not be worked out. The others were."
            card.add_row(Row(Words(said, Voice.CAUTION, wraps=True), margins=(18, 10, 18, 10)))
        self._right.addWidget(card)

    def _show_all_untold(self) -> None:
        self._shows_all_untold = True
        self._rebuild()

    def _untold(self, outcome: Outcome) -> Row:
        words = Column(
            Words(outcome.rule.title, Voice.STRONG, wraps=True),
            Words(to_tell(outcome.needs), Voice.SMALL, wraps=True),
            gap=2,
        )
        return Row((words, 1), margins=(18, 10, 18, 10))

    def _add_ask_next(self) -> None:
        questions = self.consultation.assessment.ask_next[:5]
        if not questions:
            return
        card = ListCard("speech", "primary", "Ask next", "settles most first")
        for question in questions:
            section, _, field = question.fact.asked_in.partition(".")
            button = Button("Answer", Kind.PLAIN, name=f"Answer: {question.ask}")
            button.clicked.connect(lambda _=False, s=section, f=field: self.question_asked.emit(s, f))
            if section not in BY_KEY:
                button.hide()
            count = len(question.settles)
            words = Column(
                Words(question.ask, Voice.STRONG, wraps=True),
                Words(f"helps to settle {count} {'rule' if count == 1 else 'rules'}", Voice.SMALL),
                gap=2,
            )
            card.add_row(Row((words, 1), button, margins=(18, 6, 10, 6)))
        self._right.addWidget(card)


def _acts(prompt: Prompt, role: Role) -> tuple[Act, ...]:
    """What may be done with it; what must be done now is never put away by a line in the plan."""
    if prompt.needs_hand_over(role):
        tell = HAND_OVER_AGAIN if prompt.hand_over else HAND_OVER
        return (tell, IT_IS_DONE, NOT_DONE) if prompt.level is Level.NOW else (tell, TAKE_UP)
    if prompt.level is Level.NOW:
        return (IT_IS_DONE, NOT_DONE)
    return (TAKE_UP, DONE, NOT_NOW) if prompt.may_be_decided_by(role) else (TAKE_UP,)


def _is_begun(typed: HalfDecided | HalfHandedOver) -> bool:
    """Whether anything stands in a panel."""
    return typed not in (NOTHING_TYPED, NOTHING_HANDED)


def _show_all(box: QVBoxLayout) -> None:
    """Qt would wait for the next turn of its loop, and the page would have no height until then."""
    for at in range(box.count()):
        item = box.itemAt(at)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.show()
