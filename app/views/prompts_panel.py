"""The prompts beside a section: few, each with why, quiet until something must be done now."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.consultation.fact_words import could_be
from app.consultation.prompt import Prompt
from app.consultation.prompts import Assessment
from app.rules.rulebook import Role
from app.rules.weighing import Outcome
from app.views import prompt_words
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Held, Row, Scrolled, Stretch
from app.views.parts.message import Message, Weight
from app.views.parts.prompt_card import Act, PromptCard
from app.views.parts.words import Voice, Words
from app.views.why import Why

TAKE_UP = Act("take_up", "Add to plan")
SAY_WHAT_WAS_DONE = Act("decide", "Say what was done")
HAND_OVER = Act("decide", "Hand over")
NONE_SO_FAR = "None so far. No prompt does not mean that nothing is wrong."
ALL_DECIDED = "All decided. There may be more than the rules can see."
CANNOT_TELL = "Cannot tell yet"


class PromptsPanel(QFrame):
    """Shows the open prompts; tells which one was taken up, or that all of them are wanted."""

    taken_up = Signal(object)
    all_asked = Signal()
    question_asked = Signal(str, str)

    def __init__(self, role: Role) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setAccessibleName("Prompts")
        self._role = role
        self._promised: Callable[[Prompt], str] = lambda _prompt: ""
        self._seen: list[tuple[object, QWidget]] = []
        self._count = Words("", Voice.SMALL)
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        head = Row(Words("Prompts", Voice.HEADING), Stretch(), self._count)
        body = Held(Column(head, Held(self._cards), Stretch(), gap=12, margins=(16, 18, 16, 16)))
        body.setObjectName("panel_body")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self._scrolled = Scrolled(body)
        box.addWidget(self._scrolled)

    def show_from_the_first(self) -> None:
        """Another section begins with the first prompt, whatever was read in the one before."""
        self._scrolled.verticalScrollBar().setValue(0)

    def show_assessment(
        self, assessment: Assessment, promised: Callable[[Prompt], str] = lambda _prompt: ""
    ) -> None:
        """Show what is open now; cards that did not change stay as they are, so that nothing jumps.

        `promised` says what is promised already on the topic of a prompt.
        """
        self._promised = promised
        self._count.say(f"{len(assessment.open_prompts)} here" if assessment.first_prompts else "")
        self._show(list(self._wanted(assessment)))

    def _wanted(self, assessment: Assessment) -> Iterator[tuple[object, Callable[[], QWidget]]]:
        """What the panel shows from top to bottom: what tells it from any other, and how it is made."""
        first, more = assessment.first_prompts, assessment.more_prompts
        for prompt in first:
            said = self._promised(prompt)
            yield (prompt, said), partial(self._card, prompt, said)
        for outcome in assessment.warnings:
            yield outcome, partial(self._warning, outcome)
        for words in _asides(assessment):
            yield words, partial(Words, words, Voice.SMALL, wraps=True)
        if more:
            yield len(more), partial(self._more, len(more))
        if not first and (assessment.decided_prompts or not assessment.warnings):
            words = ALL_DECIDED if assessment.decided_prompts else NONE_SO_FAR
            yield words, partial(Words, words, Voice.SMALL, wraps=True)

    def _show(self, wanted: list[tuple[object, Callable[[], QWidget]]]) -> None:
        before, self._seen = self._seen, []
        for place, (what, make) in enumerate(wanted):
            at = next((at for at, (seen, _card) in enumerate(before) if seen == what), None)
            card = make() if at is None else before.pop(at)[1]
            if self._cards.indexOf(card) != place:
                self._cards.insertWidget(place, card)
            self._seen.append((what, card))
        for _what, card in before:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _more(self, number: int) -> Button:
        button = Button(
            f"{number} more", Kind.PLAIN, name=f"Show {number} more {'prompt' if number == 1 else 'prompts'}"
        )
        button.clicked.connect(self.all_asked)
        return button

    def _card(self, prompt: Prompt, promised: str) -> QWidget:
        card = PromptCard(
            prompt_words.level_of(prompt),
            prompt.title,
            "\n".join(words for words in (prompt.say_briefly(self._role), promised) if words),
            self._acts(prompt),
            why=Why(prompt, narrow=True),
        )
        card.acted.connect(partial(self._act, prompt))
        return card

    def _acts(self, prompt: Prompt) -> tuple[Act, ...]:
        """One way on; and where somebody must be told by name, that first."""
        if prompt.needs_hand_over(self._role):
            return (HAND_OVER,) if prompt.interrupts else (HAND_OVER, TAKE_UP)
        return (SAY_WHAT_WAS_DONE if prompt.interrupts else TAKE_UP,)

    def _act(self, prompt: Prompt, key: str) -> None:
        """What must be done now is decided among all prompts; a line in the plan would not do it."""
        if key == TAKE_UP.key:
            self.taken_up.emit(prompt)
        else:
            self.all_asked.emit()

    def _warning(self, outcome: Outcome) -> QWidget:
        card, asked = warning_card(outcome)
        if asked is not None:
            card.acted.connect(lambda _key: self.question_asked.emit(*asked))
        return card


def warning_card(outcome: Outcome, said: str = f"{CANNOT_TELL}: ") -> tuple[Message, tuple[str, str] | None]:
    """What must be seen although it cannot be told, and the question that its button leads to.

    `said` stands before the title, where no heading above it says the same.
    """
    asked = prompt_words.first_question(outcome)
    card = Message(
        f"{said}{outcome.rule.title}",
        "",
        could_be(outcome),
        weight=Weight.CHECK,
        acts=(Act("answer", "Answer"),) if asked else (),
    )
    return card, asked


def _asides(assessment: Assessment) -> list[str]:
    """What is held back, and what no longer applies."""
    found = []
    if assessment.not_in_use:
        found.append(
            f"{len(assessment.not_in_use)} rules are not in use: no clinician has signed them off here. "
            "What they look for is not looked at."
        )
    for prompt in assessment.held_back:
        found.append(f"Held back {prompt.held_because}: {prompt.title}.")
    found += [prompt_words.gone_words(gone) for gone in assessment.gone]
    return found
