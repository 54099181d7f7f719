"""First run: practice or live, the first account, then the two recovery codes on paper."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.account import PASSPHRASE_HINT
from app.models.folder import StoreKind
from app.views.fields.answers import Option, options
from app.views.fields.choice import Choice
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.fields.secret import SecretField
from app.views.fields.text import TextField
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Columns, Gap, Held, Row, Stretch
from app.views.parts.words import Voice, Words
from app.views.welcome.front_page import FrontPage

ROLES = (
    Option("hca", "Health care assistant"),
    Option("nurse", "Nurse"),
    Option("prescriber", "Prescriber"),
    Option("team_lead", "Team lead"),
)
KINDS = options(practice="Practice", live="Live")
_KIND_WORDS = {
    "practice": "For learning and for evaluation. Every rule runs, signed off or not, and every screen "
    "and paper says so. Its people can never be moved into a live record.",
    "live": "For people's care. Only rules that a named clinician has signed off run; all others are "
    "listed as not in use.",
}


@dataclass(frozen=True)
class FirstAccount:
    """What the first run asks: which kind of record, and who the first member of staff is."""

    kind: str
    name: str
    role: str
    registration: str
    passphrase: str = field(repr=False)
    pin: str = field(repr=False)


Problem = Callable[[FirstAccount], str | None]


class FirstRun(QWidget):
    """Tells `store_asked(FirstAccount)`; shown the codes it tells `finished` once they are confirmed."""

    store_asked = Signal(object)
    finished = Signal()

    def __init__(self, problem_with: Problem) -> None:
        """`problem_with` says in a sentence what is to be put right in an account, or None."""
        super().__init__()
        self._problem_with = problem_with
        self.kind = Choice("Practice or live", KINDS, fills=True)
        self.name = TextField("Your name", hint="As colleagues know you", longest=120)
        self.role = Choice("Your role", ROLES, fills=True, compact=True)
        self.registration = TextField("Registration number, if you have one", longest=60)
        self.passphrase = SecretField("Passphrase")
        self.again = SecretField("Passphrase again")
        self.pin = SecretField("PIN", digits=True, width=140)
        self.note = Note()
        self.go = Button("Make the record", Kind.PRIMARY)
        self._account_page = FrontPage(self._account_card(), practice=True, at_most=1120)
        self._pages = Column(self._account_page, gap=0)
        self.setLayout(self._pages)
        self.go.clicked.connect(self._ask)
        self.pin.entered.connect(self._ask)
        self.kind.edited.connect(self._explain)
        for answered in (self.kind.edited, self.name.edited, self.role.edited):
            answered.connect(self._look_again)
        for secret in (self.passphrase, self.again, self.pin):
            secret.typed.connect(self._look_again)

    def show_working(self) -> None:
        """Say that the record is being made; nothing can be pressed meanwhile."""
        self.go.setEnabled(False)
        self.go.say("Making it\u2026")
        self.note.say("", State.FINE)

    def show_refused(self, sentence: str) -> None:
        """Say what is to be put right."""
        self.go.setEnabled(True)
        self.go.say("Make the record")
        self.note.say(sentence, State.REFUSED)

    def show_codes(self, half_a: str, half_team: str) -> None:
        """Show the two recovery codes; what was typed before is forgotten."""
        # Imported here: printing is not needed for the page that somebody waits for.
        from app.views.welcome.recovery_codes import RecoveryCodes

        for secret in (self.passphrase, self.again, self.pin):
            secret.clear()
        self.codes = RecoveryCodes()
        self.codes.confirmed.connect(self.finished)
        self.codes.show_codes(half_a, half_team)
        self._account_page.hide()
        practice = self.kind.value() == StoreKind.PRACTICE.value
        self._pages.addWidget(FrontPage(self.codes, practice=practice, at_most=960))

    def _account_card(self) -> QWidget:
        self._kind_words = Words("Choose one. It cannot be changed later.", Voice.SMALL, wraps=True)
        left = Column(
            Words("What is this record for?", Voice.HEADING, wraps=True),
            self.kind,
            self._kind_words,
            Gap(4),
            Words("Who are you?", Voice.HEADING),
            Captioned("Your name", self.name),
            Captioned("Your role", self.role),
            Captioned("Registration number, if you have one", self.registration),
            Stretch(),
            gap=8,
        )
        right = Column(
            Words("Your keys", Voice.HEADING),
            Captioned(
                "Passphrase",
                self.passphrase,
                hint=PASSPHRASE_HINT,
            ),
            Captioned("The same passphrase again", self.again),
            Captioned(
                "PIN", self.pin, hint="4 to 6 digits. It only takes the cover off a screen left alone."
            ),
            self.note,
            Row(self.go, Stretch()),
            Stretch(),
            gap=8,
        )
        return Card(Columns((Held(left), 1), (Held(right), 1), gap=40, turn_at=800), margins=(32, 24, 32, 24))

    def _explain(self, kind: str | None) -> None:
        words = _KIND_WORDS.get(kind or "", "Choose one.")
        self._kind_words.say(f"{words} It cannot be changed later.")
        self._account_page.warn(practice=kind != StoreKind.LIVE.value)

    def _look_again(self) -> None:
        """A complaint goes as soon as something is changed: the button says what is missing then."""
        self.note.say("", State.FINE)

    def _ask(self) -> None:
        for typed in (self.name, self.registration):
            typed.commit()
        missing = self._what_is_missing()
        if missing:
            self.note.say(missing, State.REFUSED)
            return
        account = FirstAccount(
            self.kind.value() or "",
            self.name.value() or "",
            self.role.value() or "",
            self.registration.value() or "",
            self.passphrase.secret(),
            self.pin.secret(),
        )
        problem = self._problem_with(account)
        self.note.say(problem or "", State.REFUSED if problem else State.FINE)
        if problem is None:
            self.store_asked.emit(account)

    def _what_is_missing(self) -> str | None:
        asked = (
            (self.kind.value(), "Say whether this record is for practice or live."),
            (self.name.value(), "Write the name that colleagues know you by."),
            (self.role.value(), "Choose your role."),
            (self.passphrase.secret(), "Think of a passphrase and type it twice."),
        )
        for value, sentence in asked:
            if not value:
                return sentence
        if self.passphrase.secret() != self.again.secret():
            return "The two passphrases are not the same. Show them to compare."
        return None if self.pin.secret() else "Think of a PIN of 4 to 6 digits."
