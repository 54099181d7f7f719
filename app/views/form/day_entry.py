"""The day something was last done, or the words for never."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.consultation.last_done import LastDone
from app.consultation.questions import Question
from app.views.fields.day import DayField
from app.views.fields.note import State
from app.views.fields.tick_list import Tick
from app.views.form.entry import Entry
from app.views.parts.layout import Column, Flow


class DayEntry(Entry):
    """A line for the day, and beside it 'never', each of which takes the place of the other."""

    def __init__(self, question: Question, today: date) -> None:
        super().__init__()
        self.field = DayField(question.label, latest=today)
        self.never = Tick(question.never or "Never")
        self.never.setAccessibleName(f"{question.label}: {self.never.text()}")
        if not question.never:
            self.never.hide()
        self.setLayout(Column(Flow(self.field, self.never)))
        self.field.edited.connect(self._day_given)
        self.field.entered.connect(self._entered)
        self.never.clicked.connect(self._never_ticked)
        self.never.entered.connect(self.entered)

    def value(self) -> LastDone | None:
        """The day, or never, or None."""
        if self.never.isChecked():
            return LastDone()
        day = self.field.day()
        return LastDone(day) if day is not None else None

    def show_value(self, value: LastDone | None) -> None:
        """Show a stored day."""
        self.field.set_value(value.on if value is not None else None)
        self.never.setChecked(value is not None and value.on is None)

    def commit(self) -> None:
        """Read what is typed."""
        self.field.commit()

    def first_stop(self) -> QWidget:
        """The line."""
        return self.field.line

    def refused(self) -> str:
        """Why what is typed is no day."""
        return self.field.note.sentence.said() if self.field.state() is State.REFUSED else ""

    def _day_given(self, day: object) -> None:
        if day is not None:
            self.never.setChecked(False)
        self.given.emit(self.value())

    def _never_ticked(self, ticked: bool) -> None:
        if ticked:
            self.field.clear()
        self.given.emit(self.value())

    def _entered(self) -> None:
        if not self.refused():
            self.entered.emit()
