"""A line for a time, with "Just now" beside it: what every field for a time of day stands on."""

from collections.abc import Callable
from datetime import datetime
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.consultation.days import clock_time
from app.views.fields.line import Line
from app.views.fields.note import Note, State, mark
from app.views.fields.number_reading import NotKept
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Part
from app.views.parts.scrolling import bring_into_sight

T = TypeVar("T")


class ClockLine(QWidget, Generic[T]):
    """What is refused stays as typed and says why. Nothing is filled in unasked."""

    def __init__(self, name: str, read: Callable[[str], T | None], *, now: Callable[[], datetime]) -> None:
        """`read` makes a value of what is typed, None of an empty line; it raises NotKept with the reason."""
        super().__init__()
        self._read, self._now = read, now
        self._value: T | None = None
        self.line = Line(name, width=110, hint="hh:mm")
        self.just_now = Button("Just now", Kind.PLAIN, icon="clock", name=f"{name}: just now")
        self.note = Note()
        self.setFocusProxy(self.line)
        self._stand(State.FINE, "")
        self.line.left.connect(self.commit)
        self.just_now.clicked.connect(self._take_now)

    def lay_out(self, row: Part) -> None:
        """Put the row with the line above what is said of it, once."""
        self.setLayout(Column(row, self.note, gap=6))

    def value(self) -> T | None:
        """What is kept, or None: empty, or refused."""
        return self._value

    def set_text(self, typed: str) -> None:
        """Show what was typed before, without telling anyone."""
        self.line.setText(typed)

    def commit(self) -> None:
        """Read what is typed."""
        try:
            self._value = self._read(self.line.text())
        except NotKept as refusal:
            self._value = None
            self._stand(State.REFUSED, str(refusal))
            QTimer.singleShot(0, self.note, lambda: bring_into_sight(self.note))
        else:
            self._stand(State.FINE, "")

    def first_stop(self) -> QWidget:
        """The line."""
        return self.line

    def _take_now(self) -> None:
        self.line.setText(clock_time(self._now()))
        self.commit()

    def _stand(self, state: State, sentence: str) -> None:
        mark(self.line, state, sentence or "A time, as in 10:42")
        self.note.say(sentence, state)
