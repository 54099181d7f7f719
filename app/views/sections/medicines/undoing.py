"""A line that says what was just taken off the list, and puts it back."""

from PySide6.QtCore import Signal

from app.consultation.medicine import Medicine
from app.views.fields.note import announce
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Hair, Held, Row
from app.views.parts.words import Voice, Words


class Undo(Held):
    """Stays until it is used or the next one is taken off."""

    asked = Signal(object)

    def __init__(self) -> None:
        self._medicine: Medicine | None = None
        self._words = Words("", Voice.SMALL_TEXT, wraps=True)
        self.button = Button("Undo", Kind.PLAIN, icon="undo")
        row = Row((self._words, 1), self.button, margins=(20, 4, 8, 4))
        super().__init__(Column(row, Hair(), gap=0))
        self.button.clicked.connect(self._take_back)
        self.hide()

    def offer(self, words: str, medicine: Medicine) -> None:
        """Say what went, and keep it ready."""
        self._medicine = medicine
        self._words.say(words)
        self.button.say("Undo", f"Undo: {words}")
        self.show()
        announce(self._words, words)

    def _take_back(self) -> None:
        medicine, self._medicine = self._medicine, None
        self.hide()
        if medicine is not None:
            self.asked.emit(medicine)
