"""The way back in with the two printed codes: whose account, both halves, a new passphrase."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.account import PASSPHRASE_HINT
from app.views.fields.answers import AnswerGroup
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.fields.secret import SecretField
from app.views.fields.text import TextField
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Columns, Flow, Gap, Held, Stretch
from app.views.parts.words import Voice, Words
from app.views.welcome.front_page import FrontPage
from app.views.welcome.person_tile import Person, PersonTile


@dataclass(frozen=True)
class RecoveryTry:
    """What was given to get back in."""

    name_id: str
    half_a: str = field(repr=False)
    half_team: str = field(repr=False)
    passphrase: str = field(repr=False)


class Recovery(QWidget):
    """Tells `recovery_tried(RecoveryTry)` and `went_back`."""

    recovery_tried = Signal(object)
    went_back = Signal()

    def __init__(self, people: Sequence[Person], *, practice: bool = False) -> None:
        super().__init__()
        self.half_a = TextField("Recovery code of person A", hint="Six groups of four", longest=60)
        self.half_team = TextField("Recovery code of the team", hint="Six groups of four", longest=60)
        self.passphrase = SecretField("New passphrase")
        self.again = SecretField("New passphrase again")
        self.note = Note()
        self.go = Button("Let me back in", Kind.PRIMARY)
        self.back = Button("Back to sign in", Kind.PLAIN, icon="arrow_left")
        self._tiles = [PersonTile(person) for person in people]
        self._group = (
            AnswerGroup([p.name_id for p in people], self._tiles, self, picks=True) if people else None
        )
        card = Card(self._columns(), margins=(32, 24, 32, 24))
        self.setLayout(Column(FrontPage(card, practice=practice, at_most=1040), gap=0))
        self.go.clicked.connect(self._ask)
        self.again.entered.connect(self._ask)
        self.back.clicked.connect(self.went_back)

    def show_working(self) -> None:
        """Say that the codes are being tried."""
        self.go.setEnabled(False)
        self.go.say("Opening\u2026")
        self.note.say("", State.FINE)

    def show_refused(self, sentence: str) -> None:
        """Say why it did not open; all that was typed stays."""
        self.go.setEnabled(True)
        self.go.say("Let me back in")
        self.note.say(sentence, State.REFUSED)

    def _columns(self) -> QWidget:
        left = Column(
            Words("Whose passphrase is forgotten?", Voice.HEADING, wraps=True),
            Gap(2),
            *self._tiles,
            Stretch(),
            gap=8,
        )
        right = Column(
            Words("Both codes, then a new passphrase", Voice.HEADING, wraps=True),
            Words("Capitals and spaces do not matter.", Voice.SMALL, wraps=True),
            Captioned("Code of person A", self.half_a),
            Captioned("Code of the team", self.half_team),
            Captioned(
                "New passphrase",
                self.passphrase,
                hint=PASSPHRASE_HINT,
            ),
            Captioned("The same passphrase again", self.again),
            self.note,
            Held(Flow(self.go, self.back)),
            Stretch(),
            gap=8,
        )
        return Columns((Held(left), 4), (Held(right), 6), gap=48, turn_at=700)

    def _ask(self) -> None:
        for typed in (self.half_a, self.half_team):
            typed.commit()
        name_id = self._group.key() if self._group else None
        asked = (
            (name_id, "Choose whose passphrase is forgotten."),
            (self.half_a.value(), "Type the code of person A."),
            (self.half_team.value(), "Type the code of the team."),
            (self.passphrase.secret(), "Think of a new passphrase and type it twice."),
        )
        missing = next((sentence for value, sentence in asked if not value), None)
        if missing is None and self.passphrase.secret() != self.again.secret():
            missing = "The two passphrases are not the same. Show them to compare."
        self.note.say(missing or "", State.REFUSED if missing else State.FINE)
        if missing is None:
            halves = (self.half_a.value() or "", self.half_team.value() or "")
            self.recovery_tried.emit(RecoveryTry(name_id or "", *halves, self.passphrase.secret()))
