"""A day, typed in any usual way and shown as 16-Sep-2026."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.views.fields.day_reading import in_words, partly_in_words, read_day, read_partly
from app.views.fields.line import Line
from app.views.fields.note import Note, State, mark
from app.views.fields.number_reading import NotKept, shown
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Row, Stretch

_HINT = "day month year"
"""Words, because a grey date was taken for one that had been entered."""


class DayField(QWidget):
    """A line for a day. What cannot be a day, or is out of bounds, is refused and stays as typed.

    The bounds are for what is typed: a stored day stands, though it has gone by since.
    """

    edited = Signal(object)
    entered = Signal()

    def __init__(
        self,
        name: str,
        *,
        earliest: date | None = None,
        latest: date | None = None,
        partly: bool = False,
        width: float = 150,
        today: date | None = None,
    ) -> None:
        """The value is a `date`; with `partly` it is a str such as 2026, 2026-09 or 2026-09-16.

        With `today` a button beside it gives that day; it is never there by itself.
        """
        super().__init__()
        self._earliest, self._latest, self._partly = earliest, latest, partly
        self._value: date | str | None = None
        self._stored: date | str | None = None
        self._state = State.FINE
        self.line = Line(name, width=width, hint=_HINT)
        self.note = Note()
        self.today = Button("Today", Kind.PLAIN, icon="calendar", name=f"{name}: today") if today else None
        beside = (self.today,) if self.today else ()
        self.setLayout(Column(Row(self.line, *beside, Stretch()), self.note, gap=6))
        self.setFocusProxy(self.line)
        if self.today and today:
            self.today.clicked.connect(lambda: self._take(today))
        self._stand(State.FINE, "")
        self.line.left.connect(self.commit)
        self.line.entered.connect(self.entered)

    def value(self) -> date | str | None:
        """The day kept, or None: empty, or refused."""
        return self._value

    def day(self) -> date | None:
        """The value of a field for whole days, typed as a date."""
        return self._value if isinstance(self._value, date) else None

    def state(self) -> State:
        """Whether what is typed is fine or refused."""
        return self._state

    def set_value(self, day: date | str | None) -> None:
        """Show a stored day, without telling anyone."""
        self._value = self._stored = day
        self.line.setText(self._said(day))
        self._stand(State.FINE, "")

    def clear(self) -> None:
        """Show an empty line."""
        self.set_value(None)

    def commit(self) -> None:
        """Read what is typed and show how it was read; tell a new value, or that a refusal is lifted."""
        before, was_refused = self._value, self._state is State.REFUSED
        if self._state is State.FINE and self.line.text().strip() == self._said(before):
            return  # nothing was typed
        try:
            self._value = self._read()
        except NotKept as refusal:
            self._value = None
            self._stand(State.REFUSED, str(refusal))
        else:
            self.line.setText(self._said(self._value))
            self._stand(State.FINE, "")
        if self._value != before or (was_refused and self._state is State.FINE):
            self.edited.emit(self._value)

    def first_stop(self) -> QWidget:
        """The line."""
        return self.line

    def _take(self, day: date) -> None:
        self.line.setText(in_words(day))
        self.commit()

    def _read(self) -> date | str | None:
        typed = self.line.text()
        kept = read_partly(typed) if self._partly else read_day(typed)
        if kept is None or kept == self._stored:
            return kept
        # A partly known day is compared as far as it is known: "2026" is not after a day in 2026.
        iso = kept if isinstance(kept, str) else kept.isoformat()
        if self._earliest and iso < self._earliest.isoformat()[: len(iso)]:
            raise NotKept(f"{shown(typed)} is not kept: it is before {in_words(self._earliest)}.")
        if self._latest and iso > self._latest.isoformat()[: len(iso)]:
            raise NotKept(f"{shown(typed)} is not kept: it is after {in_words(self._latest)}.")
        return kept

    @staticmethod
    def _said(day: date | str | None) -> str:
        if day is None:
            return ""
        return in_words(day) if isinstance(day, date) else partly_in_words(day)

    def _stand(self, state: State, sentence: str) -> None:
        self._state = state
        usual = "A day, a month or a year" if self._partly else "A day, as in 16 Sep 2026"
        mark(self.line, state, sentence or usual)
        self.note.say(sentence, state)
