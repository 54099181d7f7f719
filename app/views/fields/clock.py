"""A time of day that has come: typed, or taken from the clock by "Just now"."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.consultation.days import clock_time
from app.views.fields.clock_reading import read_moment
from app.views.fields.line import Line
from app.views.fields.note import Note, State, mark
from app.views.fields.number_reading import NotKept
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Row, Stretch
from app.views.parts.scrolling import bring_into_sight


class ClockField(QWidget):
    """A line for a time; what is refused stays as typed and says why. Nothing is filled in unasked."""

    edited = Signal(object)

    def __init__(self, name: str, *, now: Callable[[], datetime], not_before: datetime) -> None:
        super().__init__()
        self._now, self._not_before = now, not_before
        self._value: datetime | None = None
        self.line = Line(name, width=110, hint="hh:mm")
        self.just_now = Button("Just now", Kind.PLAIN, icon="clock", name=f"{name}: just now")
        self.note = Note()
        self.setLayout(Column(Row(self.line, self.just_now, Stretch()), self.note, gap=6))
        self.setFocusProxy(self.line)
        self._stand(State.FINE, "")
        self.line.left.connect(self.commit)
        self.just_now.clicked.connect(self._take_now)

    def value(self) -> datetime | None:
        """The moment kept, or None: empty, or refused."""
        return self._value

    def set_text(self, typed: str) -> None:
        """Show what was typed before, without telling anyone."""
        self.line.setText(typed)

    def commit(self) -> None:
        """Read what is typed; tell another moment."""
        before = self._value
        try:
            self._value = read_moment(self.line.text(), now=self._now(), not_before=self._not_before)
        except NotKept as refusal:
            self._value = None
            self._stand(State.REFUSED, str(refusal))
            QTimer.singleShot(0, self.note, lambda: bring_into_sight(self.note))
        else:
            self._stand(State.FINE, "")
        if self._value != before:
            self.edited.emit(self._value)

    def first_stop(self) -> QWidget:
        """The line."""
        return self.line

    def _take_now(self) -> None:
        self.line.setText(clock_time(self._now()))
        self.commit()

    def _stand(self, state: State, sentence: str) -> None:
        mark(self.line, state, sentence or "A time, as in 10:42")
        self.note.say(sentence, state)
