"""One's own passphrase and PIN, changed by whoever is signed in and knows the passphrase of now."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.account import PASSPHRASE_HINT, AccountRefused
from app.models.key_slots import WrongSecret
from app.models.keyring import MustWait
from app.models.staff import change_passphrase, change_pin
from app.models.unavailable import StoreUnavailable
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.fields.secret import SecretField
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Columns, Held, Row, Scrolled, Stretch
from app.views.parts.words import Voice, Words
from app.views.session import Session

NOT_YOURS = "That is not your passphrase as it is now."
NOT_THE_SAME = "The two are not the same. Show them to compare."


class OwnSecrets(QWidget):
    """The passphrase of now above; below it a new passphrase, and a new PIN."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAccessibleName("My passphrase and PIN")
        self._session = session
        self.now = SecretField("My passphrase now")
        self.passphrase, self.again = SecretField("New passphrase"), SecretField("New passphrase again")
        self.pin = SecretField("New PIN", digits=True, width=140)
        self.pin_again = SecretField("New PIN again", digits=True, width=140)
        self.note = Note()
        self.change_passphrase = Button("Change my passphrase", Kind.OUTLINE)
        self.change_pin = Button("Change my PIN", Kind.OUTLINE)
        self.back = Button("Home", Kind.PLAIN, icon="arrow_left")
        self._build()
        self.change_passphrase.clicked.connect(self._change_passphrase)
        self.change_pin.clicked.connect(self._change_pin)
        self.back.clicked.connect(self.closed)

    def _build(self) -> None:
        head = Row(Words("My passphrase and PIN", Voice.TITLE, wraps=True), Stretch(), self.back)
        first = Card(
            Captioned("My passphrase now", self.now, hint="Asked for either change."),
            self.note,
            margins=(24, 18, 24, 20),
        )
        words = Card(
            Words("A new passphrase", Voice.HEADING),
            Captioned("New passphrase", self.passphrase, hint=PASSPHRASE_HINT),
            Captioned("The same again", self.again),
            Row(self.change_passphrase, Stretch()),
            margins=(24, 18, 24, 20),
        )
        digits = Card(
            Words("A new PIN", Voice.HEADING),
            Captioned("New PIN", self.pin, hint="4 to 6 digits. It lifts the cover, and opens nothing else."),
            Captioned("The same again", self.pin_again),
            Row(self.change_pin, Stretch()),
            margins=(24, 18, 24, 20),
        )
        columns = Columns((words, 1), (digits, 1), gap=24, turn_at=860)
        body = Held(Column(head, first, columns, Stretch(), gap=16, margins=(28, 18, 28, 18)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Scrolled(body))

    def _change_passphrase(self) -> None:
        store, now, new = self._session.store, self._session.now(), self.passphrase.secret()
        self._forget_complaints()
        if new != self.again.secret():
            self.again.refuse(NOT_THE_SAME)
            return
        self._try(
            lambda: change_passphrase(store, self.now.secret(), new, now),
            "Your passphrase is changed. The old one opens nothing any more, nor any backup.",
            self.passphrase,
        )

    def _change_pin(self) -> None:
        store, now, new = self._session.store, self._session.now(), self.pin.secret()
        self._forget_complaints()
        if new != self.pin_again.secret():
            self.pin_again.refuse(NOT_THE_SAME)
            return
        self._try(lambda: change_pin(store, self.now.secret(), new, now), "Your PIN is changed.", self.pin)

    @property
    def _fields(self) -> tuple[SecretField, ...]:
        return (self.now, self.passphrase, self.again, self.pin, self.pin_again)

    def _forget_complaints(self) -> None:
        self.note.say("", State.FINE)
        for field in self._fields:
            field.accept_typed()

    def _try(self, change: Callable[[], None], done: str, new: SecretField) -> None:
        """Make one change; what was typed stays where it was refused, and goes once it is done.

        What is wrong is said under the field that it is about.
        """
        try:
            change()
        except WrongSecret:
            self.now.refuse(NOT_YOURS)
        except MustWait as wait:
            self.now.refuse(f"Too many wrong tries: {wait}.")
        except AccountRefused as problem:
            new.refuse(str(problem))
        except StoreUnavailable as problem:
            self.note.say(str(problem), State.REFUSED)
        else:
            for field in self._fields:
                field.clear()
            self.note.say(done, State.FINE)
