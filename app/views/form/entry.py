"""What the sheet expects of whatever takes one answer: a field that speaks the record's own values."""

from enum import Enum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Entry(QWidget):
    """One question's field. `given` tells each committed value (None when it was emptied or refused);
    `entered` tells that Enter was pressed in its last line, and the keyboard may go on."""

    given = Signal(object)
    entered = Signal()

    def value(self) -> Any:
        """The committed value in the record's own type, or None."""
        raise TypeError(f"{type(self).__name__} does not say its value")

    def show_value(self, value: Any) -> None:
        """Show a stored value, or nothing, without telling anyone."""
        raise TypeError(f"{type(self).__name__} cannot show a value")

    def rule_out(self, answers: frozenset[Enum]) -> None:
        """Offer these answers no longer; a field without a list has none to hide."""

    def commit(self) -> None:
        """Take what is typed as final."""

    def first_stop(self) -> QWidget:
        """Where the keyboard goes first."""
        raise TypeError(f"{type(self).__name__} does not say where it begins")

    def refused(self) -> str:
        """Why what is typed is not kept, in a sentence; empty where nothing was refused."""
        return ""

    def doubt(self) -> str:
        """The question that is still open about a kept value; empty where there is none."""
        return ""
