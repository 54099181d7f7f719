"""Skipping a question: why, in one press, or leaving it without a word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.consultation.answers import WhyNot
from app.consultation.dialog.record import ITEMS
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Gap, Held, Row, Scrolled, Sized, Stretch
from app.views.parts.words import Voice, Words
from app.views.turned.room import question_of

REASONS = {
    WhyNot.RATHER_NOT_SAY: "I'd rather not say",
    WhyNot.NOT_SURE: "I'm not sure",
    WhyNot.DOES_NOT_APPLY: "It does not apply to me",
}


class SkipPage(QWidget):
    """Three reasons of equal weight; giving none is fine too."""

    skipped = Signal(object)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._question = Words("", Voice.LEAD, wraps=True)
        self.reasons = {why: Button(words, turned=True) for why, words in REASONS.items()}
        self.no_reason = Button("Skip without a reason", Kind.PLAIN, turned=True)
        self.back = Button("Back to the question", Kind.PLAIN, icon="arrow_left", turned=True)
        for why, button in self.reasons.items():
            button.clicked.connect(lambda _checked=False, why=why: self.skipped.emit(why))
        self.no_reason.clicked.connect(lambda: self.skipped.emit(None))
        self.back.clicked.connect(self.back_asked)
        inner = Held(
            Column(
                Stretch(),
                Words("Skip this question?", Voice.TITLE, wraps=True),
                self._question,
                Words("You can come back to it.", Voice.LEAD, wraps=True),
                Gap(8),
                *self.reasons.values(),
                Row(self.back, Stretch(), self.no_reason),
                Stretch(),
                gap=12,
                margins=(24, 16, 24, 16),
            )
        )
        self.setLayout(Column((Scrolled(Held(Row(Stretch(), (Sized(inner, at_most=760), 6), Stretch()))), 1)))

    def show_question(self, index: int) -> None:
        """Say which question it is."""
        self._question.say(question_of(ITEMS[index]))
