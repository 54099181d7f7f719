"""A time of day: typed, taken from the clock by "Just now", or said to be not known."""

from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtWidgets import QWidget

from app.consultation.days import clock_time
from app.views.fields.clock_reading import read_time
from app.views.fields.line import Line
from app.views.fields.note import Note, State, mark
from app.views.fields.number_reading import NotKept
from app.views.fields.tick_list import Tick
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Flow, Held

NOT_KNOWN = "Time not known"


class TimeOfDay(QWidget):
    """A line for a time and a tick for none; what is refused stays as typed. Nothing is filled in unasked."""

    def __init__(self, name: str, *, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._value: time | None = None
        self.line = Line(name, width=110, hint="hh:mm")
        self.just_now = Button("Just now", Kind.PLAIN, icon="clock", name=f"{name}: just now")
        self.not_known = Tick(NOT_KNOWN)
        self.note = Note()
        self.setLayout(Column(Held(Flow(self.line, self.just_now, self.not_known, gap=8)), self.note, gap=6))
        self.setFocusProxy(self.line)
        self._stand(State.FINE, "")
        self.line.left.connect(self.commit)
        self.just_now.clicked.connect(self._take_now)
        self.not_known.clicked.connect(self._say_not_known)

    def value(self) -> time | None:
        """The time kept, or None: empty, refused, or not known."""
        return self._value

    @property
    def is_answered(self) -> bool:
        """Whether there is a time, or it was said that nobody knows it."""
        return self._value is not None or self.not_known.isChecked()

    def commit(self) -> None:
        """Read what is typed; a time takes "not known" back."""
        try:
            self._value = read_time(self.line.text())
        except NotKept as refusal:
            self._value = None
            self._stand(State.REFUSED, str(refusal))
        else:
            self._stand(State.FINE, "")
        if self.line.text().strip():
            self.not_known.setChecked(False)

    def first_stop(self) -> QWidget:
        """The line."""
        return self.line

    def _take_now(self) -> None:
        self.line.setText(clock_time(self._now()))
        self.commit()

    def _say_not_known(self) -> None:
        if self.not_known.isChecked():
            self.line.clear()
            self.commit()

    def _stand(self, state: State, sentence: str) -> None:
        mark(self.line, state, sentence or "A time, as in 10:42")
        self.note.say(sentence, state)
