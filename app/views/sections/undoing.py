"""A line that says what was just taken off a list, and puts it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.views.fields.note import announce
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Held, Row
from app.views.parts.words import Voice, Words


class Undo(Held):
    """Stays until it is used, taken back or the next one is taken off; `asked` gives what was kept ready."""

    asked = Signal(object)

    def __init__(self, *below: QWidget, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        self.kept: object = None
        self._words = Words("", Voice.SMALL_TEXT, wraps=True)
        self.button = Button("Undo", Kind.PLAIN, icon="undo")
        row = Row((self._words, 1), self.button, margins=margins)
        super().__init__(Column(row, *below, gap=0))
        self.button.clicked.connect(self._take_back)
        self.hide()

    def offer(self, words: str, kept: object) -> None:
        """Say what went, and keep it ready."""
        self.kept = kept
        self._words.say(words)
        self.button.say("Undo", f"Undo: {words}")
        self.show()
        announce(self._words, words)

    def said(self) -> str:
        """What went, in words."""
        return self._words.said()

    def withdraw(self) -> None:
        """There is nothing to undo any more."""
        self.kept = None
        self.hide()

    def _take_back(self) -> None:
        kept = self.kept
        self.withdraw()
        if kept is not None:
            self.asked.emit(kept)
