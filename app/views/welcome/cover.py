"""The cover over a visit after some quiet minutes: a PIN takes it away. It never says whose visit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.models.account import PIN_HINT, could_be_a_pin
from app.services.lock_note import Kept
from app.views.fields.field import Captioned
from app.views.fields.secret import SecretField
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Flow, Gap, Held, Row
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words
from app.views.welcome.front_page import FrontPage

_KEPT = {
    Kept.ALL: "All is saved.",
    Kept.NOT_ALL_TYPED: "Every answer is saved; what was still being typed waits under this cover.",
    Kept.NOT_ALL_SAVED: "The last answers are not saved yet: they wait under this cover.",
}


class Cover(QWidget):
    """Tells `pin_given(pin)` and `lock_asked`; it is told whether all could be kept."""

    pin_given = Signal(str)
    lock_asked = Signal()

    def __init__(self, whose: str, *, practice: bool = False) -> None:
        """`whose` PIN takes it away: a colleague may sit there who has another."""
        super().__init__()
        self._lift = f"The PIN of {whose} takes the cover away."
        self.setAutoFillBackground(True)
        self.pin = SecretField("PIN", digits=True, width=140)
        self.uncover = Button("Carry on", Kind.PRIMARY)
        self.lock = Button("Lock now", Kind.PLAIN, icon="lock")
        head = Row(
            Picture("lock", 28, "text", stroke=2.2),
            (Words("This screen is covered", Voice.HEADING, wraps=True), 1),
            gap=12,
        )
        self._kept = Words(self._lift, Voice.MUTED, wraps=True)
        card = Card(
            head,
            self._kept,
            Gap(2),
            Captioned("PIN", self.pin),
            Gap(2),
            Held(Flow(self.uncover, self.lock)),
            margins=(32, 26, 32, 26),
        )
        self.setLayout(Column(FrontPage(card, practice=practice, at_most=560), gap=0))
        self.setFocusProxy(self.pin)
        self.pin.entered.connect(self._give)
        self.uncover.clicked.connect(self._give)
        self.lock.clicked.connect(self.lock_asked)

    def show_kept(self, kept: Kept) -> None:
        """Say whether all that was entered is saved."""
        self._kept.say(f"{_KEPT[kept]} {self._lift}")

    def show_wrong(self, tries_left: int) -> None:
        """Say that it was not the PIN, and how many tries are left before the lock."""
        self.pin.line.clear()
        word = "try is" if tries_left == 1 else "tries are"
        self.pin.refuse(f"That was not the PIN. {tries_left} {word} left, then it locks. Nothing is lost.")
        self.pin.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed: it is covered anew, or the cover goes."""
        self.pin.clear()

    def _give(self) -> None:
        typed = self.pin.secret()
        if could_be_a_pin(typed):
            self.pin_given.emit(typed)
        elif typed:
            self.pin.line.clear()
            self.pin.refuse(PIN_HINT)
        else:
            self.pin.refuse("Type your PIN.")
