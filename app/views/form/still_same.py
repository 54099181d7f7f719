"""The button that says the last answer again, of one question, with one press."""

from typing import Any

from app.consultation.answers import Known
from app.consultation.days import on_screen
from app.consultation.physical_checks.words import value_words
from app.consultation.questions import Question
from app.views.parts.buttons import Button, Kind


class StillSame(Button):
    """Offers the last answer, with its day, as long as nothing is said today."""

    def __init__(self, question: Question) -> None:
        super().__init__("", Kind.PLAIN)
        self._question = question
        self.value: Any = None
        self.hide()

    def offer(self, last: Known[Any] | None, *, is_open: bool) -> None:
        """Offer an answer, or none where there is none or today's is there."""
        self.setVisible(last is not None and is_open)
        if last is None or last.value == self.value:
            return
        self.value = last.value
        words = f"Still the same today as on {on_screen(last.taken_on)}: {value_words(last, self._question)}"
        self.say(words, f"{self._question.label}. {words}")
