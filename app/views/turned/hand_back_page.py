"""Giving the laptop back: finished or stopped; only a PIN opens what is behind."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.models.account import PIN_HINT, could_be_a_pin
from app.views.fields.secret import SecretField
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Gap, Held, Row, Scrolled, Sized, Stretch
from app.views.parts.words import Voice, Words


@dataclass(frozen=True)
class Farewell:
    """What the page says."""

    title: str
    words: str


FINISHED = Farewell("Thank you", "That was the last question. Please hand the screen back.")
STOPPED = Farewell("Thank you", "What you have answered is kept. Please hand the screen back.")


class HandBackPage(QWidget):
    """No answers, no names: a farewell, and a line for the PIN of the member of staff."""

    pin_given = Signal(str)
    go_on_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Words("", Voice.DISPLAY, wraps=True)
        self._words = Words("", Voice.LEAD, wraps=True)
        self.go_on = Button("Go back to the questions", icon="arrow_left", turned=True)
        self.pin = SecretField("PIN", digits=True, width=160)
        self.open = Button("Open", Kind.PRIMARY, turned=True, name="Open with the PIN")
        label = Words("For the member of staff: your PIN", Voice.STRONG, wraps=True)
        label.setBuddy(self.pin.line)
        self.open.clicked.connect(self._give)
        self.pin.entered.connect(self._give)
        self.go_on.clicked.connect(self.go_on_asked)
        secret = Row(self.pin, self.open, Stretch(), gap=12)
        secret.setAlignment(self.open, Qt.AlignmentFlag.AlignTop)
        inner = Held(
            Column(
                Stretch(),
                self._title,
                self._words,
                Gap(8),
                Row(self.go_on, Stretch()),
                Gap(24),
                label,
                secret,
                Stretch(),
                gap=10,
                margins=(24, 16, 24, 16),
            )
        )
        self.setLayout(Column((Scrolled(Held(Row(Stretch(), (Sized(inner, at_most=760), 6), Stretch()))), 1)))

    def say(self, farewell: Farewell) -> None:
        """Show one of the two, with an empty PIN."""
        self._title.say(farewell.title)
        self._words.say(farewell.words)
        self.pin.clear()

    def title(self) -> str:
        """What it says in large letters now."""
        return self._title.said()

    def _give(self) -> None:
        typed = self.pin.secret()
        if could_be_a_pin(typed):
            self.pin_given.emit(typed)
        elif typed:
            self.pin.line.clear()
            self.pin.refuse(PIN_HINT)
