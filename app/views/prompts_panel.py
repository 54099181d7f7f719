"""The prompts beside a section: few, each with why, quiet until something must be done now."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.consultation.prompts import Assessment, Prompt
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
NONE_SO_FAR = "None so far. No prompt does not mean that nothing is wrong."
ALL_DECIDED = "All decided. No other prompt does not mean that nothing else is wrong."


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
        self._shown: tuple[object, ...] = ()
        self._alone = False
        self._count = Words("", Voice.SMALL)
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        head = Row(Words("Prompts", Voice.HEADING), Stretch(), self._count)
        body = Held(Column(head, Held(self._cards), Stretch(), gap=12, margins=(16, 18, 16, 16)))
        body.setObjectName("panel_body")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Scrolled(body))

    def show_assessment(self, assessment: Assessment) -> None:
        """Show what is open now; cards that did not change stay as they are, so that nothing jumps."""
        first, more = assessment.first_prompts, assessment.more_prompts
        warnings = assessment.warnings
        now = (
            *(first, len(more), assessment.held_back, assessment.gone),
            *(warnings, len(assessment.not_in_use), bool(assessment.decided_prompts), assessment.is_alone),
        )
        if now == self._shown:
            return
        self._shown, self._alone = now, assessment.is_alone
        self._count.say(f"{len(assessment.open_prompts)} here" if first else "")
        self._empty()
        for prompt in first:
            self._cards.addWidget(self._card(prompt))
        for outcome in warnings:
            self._cards.addWidget(self._warning(outcome))
        for words in _asides(assessment):
            self._cards.addWidget(Words(words, Voice.SMALL, wraps=True))
        if more:
            button = Button(f"{len(more)} more", Kind.PLAIN, name=f"Show {len(more)} more prompts")
            button.clicked.connect(self.all_asked)
            self._cards.addWidget(button)
        if not first and (assessment.decided_prompts or not warnings):
            words = ALL_DECIDED if assessment.decided_prompts else NONE_SO_FAR
            self._cards.addWidget(Words(words, Voice.SMALL, wraps=True))

    def _card(self, prompt: Prompt) -> QWidget:
        card = PromptCard(
            prompt_words.level_of(prompt),
            prompt.title,
            prompt.say_briefly(self._role),
            (SAY_WHAT_WAS_DONE if prompt.interrupts else TAKE_UP,),
            why=Why(prompt, alone=self._alone, narrow=True),
        )
        card.acted.connect(partial(self._act, prompt))
        return card

    def _act(self, prompt: Prompt, key: str) -> None:
        """What must be done now is decided among all prompts; a line in the plan would not do it."""
        if key == TAKE_UP.key:
            self.taken_up.emit(prompt)
        else:
            self.all_asked.emit()

    def _warning(self, outcome: Outcome) -> QWidget:
        card, asked = warning_card(outcome, alone=self._alone)
        if asked is not None:
            card.acted.connect(lambda _key: self.question_asked.emit(*asked))
        return card

    def _empty(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def warning_card(outcome: Outcome, *, alone: bool) -> tuple[Message, tuple[str, str] | None]:
    """What must be seen although it cannot be told, and the question that its button leads to."""
    asked = prompt_words.first_question(outcome, alone=alone)
    card = Message(
        f"Cannot tell yet: {outcome.rule.title}",
        "",
        prompt_words.could_be_words(outcome, alone=alone),
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
            "This app looks at nothing for you."
        )
    for prompt in assessment.held_back:
        found.append(f"Held back {prompt.held_because}: {prompt.title}.")
    found += [prompt_words.gone_words(gone, alone=assessment.is_alone) for gone in assessment.gone]
    return found
