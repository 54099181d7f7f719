"""How a value is known: measured today, told, from a record with its date, declined, not done and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.fields.day import DayField
from app.views.fields.text import TextField
from app.views.parts.layout import Column, Held, Row
from app.views.parts.words import Voice, Words


class How(StrEnum):
    """Where a value comes from, or why there is none."""

    MEASURED = "measured"
    SELF_REPORTED = "self_reported"
    FROM_RECORD = "from_record"
    DECLINED = "declined"
    NOT_DONE = "not_done"
    FACE_TO_FACE = "face_to_face"


HOW_WORDS = {
    How.MEASURED: "Measured today",
    How.SELF_REPORTED: "Self-reported",
    How.FROM_RECORD: "From a record",
    How.DECLINED: "Declined",
    How.NOT_DONE: "Not done",
    How.FACE_TO_FACE: "Do it face to face",
}


IN_THE_ROOM = tuple(how for how in How if how is not How.FACE_TO_FACE)
"""What is offered where the person can be measured: there nothing waits to be done face to face."""


@dataclass(frozen=True)
class HowAnswer:
    """How it is known; `taken_on` only for a record, `why` only for declined or not done."""

    how: How
    taken_on: date | None = None
    why: str | None = None


class HowKnown(QWidget):
    """The choice, and below it the one thing that the choice needs: the record's date, or why not."""

    edited = Signal(object)

    def __init__(self, name: str, today: date, offered: tuple[How, ...] = IN_THE_ROOM) -> None:
        """`today` is the latest date a record may have."""
        super().__init__()
        answers = [Option(how.value, HOW_WORDS[how]) for how in offered]
        self.choice = Choice(f"{name}: how we know", answers, compact=True)
        self.day = DayField(f"{name}: date of the result", latest=today)
        self.why = TextField(f"{name}: why", hint="Why, if they said")
        self._day_row = Held(Row(Words("Taken on", Voice.SMALL_STRONG), (self.day, 1)))
        self._why_row = Held(Row(Words("Why", Voice.SMALL_STRONG), (self.why, 1)))
        self.setLayout(Column(self.choice, self._day_row, self._why_row))
        self.setFocusProxy(self.choice)
        self._asks_day = True
        self._show_parts()
        self.choice.edited.connect(self._tell)
        self.day.edited.connect(self._tell)
        self.why.edited.connect(self._tell)

    def value(self) -> HowAnswer | None:
        """How it is known, or None when nothing is chosen."""
        chosen = self.choice.value()
        if chosen is None:
            return None
        how = How(chosen)
        taken_on = self.day.day() if how is How.FROM_RECORD else None
        return HowAnswer(how, taken_on, self.why.value() if how in (How.DECLINED, How.NOT_DONE) else None)

    def set_value(self, answer: HowAnswer | None) -> None:
        """Show a stored answer, without telling anyone."""
        self.choice.set_value(answer.how.value if answer else None)
        self.day.set_value(answer.taken_on if answer else None)
        self.why.set_value(answer.why if answer else None)
        self._show_parts()

    def clear(self) -> None:
        """Show no answer."""
        self.set_value(None)

    def ask_day(self, asked: bool) -> None:
        """Whether what a record says needs its day: that nothing was found was taken on no day."""
        self._asks_day = asked
        self._show_parts()

    @property
    def asks_day(self) -> bool:
        """Whether a record is chosen, and its day is asked."""
        return self._asks_day and self.choice.value() == How.FROM_RECORD

    @property
    def lacks_day(self) -> bool:
        """Whether the day of a record is still to be given."""
        return self.asks_day and self.day.day() is None

    def commit(self) -> None:
        """Take the date and the reason as typed."""
        self.day.commit()
        self.why.commit()

    def first_stop(self) -> QWidget:
        """The answer where Tab arrives."""
        return self.choice.first_stop()

    def _show_parts(self) -> None:
        chosen = self.choice.value()
        self._day_row.setVisible(self.asks_day)
        self._why_row.setVisible(chosen in (How.DECLINED, How.NOT_DONE))

    def _tell(self) -> None:
        self._show_parts()
        self.edited.emit(self.value())
