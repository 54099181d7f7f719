"""Who has an account on this laptop; another is added by somebody who is signed in, and ended likewise."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.days import on_screen, on_this_laptop
from app.models.account import PASSPHRASE_HINT, AccountRefused, NewAccount, Role, Staff
from app.models.staff import NOT_YOURS, add_account, all_staff, end_account, may_manage_accounts
from app.models.unavailable import StoreUnavailable
from app.views.fields.choice import Choice
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.fields.secret import SecretField
from app.views.fields.text import TextField
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Column, Columns, Hair, Held, Row, Scrolled, Stretch, empty
from app.views.parts.message import Message
from app.views.parts.words import Voice, Words
from app.views.role_words import WHAT_EACH_MAY_DO
from app.views.session import Session
from app.views.welcome.first_run import ROLES


class Colleagues(QWidget):
    """The accounts on the left, the form for another on the right."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._session = session
        self._may_manage = may_manage_accounts(session.store)
        self.name = TextField("Their name", hint="As colleagues know them", longest=120)
        self.role = Choice("Their role", ROLES, fills=True, compact=True)
        self.registration = TextField("Registration number, if they have one", longest=60)
        self.passphrase = SecretField("Passphrase")
        self.again = SecretField("Passphrase again")
        self.pin = SecretField("PIN", digits=True, width=140)
        self.note = Note()
        self.add = Button("Add this account", Kind.PRIMARY)
        self.back = Button("Home", Kind.PLAIN, icon="arrow_left")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(16)
        beside = self._form() if self._may_manage else Message("Accounts", what_to_do=NOT_YOURS)
        columns = Columns((Held(self._rows), 1), (beside, 1), gap=24, turn_at=860)
        head = Row(Words("Colleagues", Voice.TITLE), Stretch(), self.back)
        body = Held(Column(head, columns, Stretch(), gap=16, margins=(28, 18, 28, 18)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Scrolled(body))
        self.add.clicked.connect(self._add)
        self.back.clicked.connect(self.closed)
        self._show_accounts()

    def not_kept(self) -> list[str]:
        """What would be lost if the app ended now."""
        lines = (self.name.line, self.registration.line)
        secrets = (self.passphrase, self.again, self.pin)
        is_begun = any(line.text().strip() for line in lines) or any(each.secret() for each in secrets)
        return ["The account is not added yet."] if is_begun or self.role.value() else []

    def _form(self) -> Card:
        return Card(
            Words("Add an account", Voice.HEADING),
            Words("They type the passphrase and the PIN themselves.", Voice.SMALL, wraps=True),
            Captioned("Their name", self.name),
            Captioned("Their role", self.role),
            Captioned("Registration number, if they have one", self.registration),
            Captioned(
                "Passphrase",
                self.passphrase,
                hint=PASSPHRASE_HINT,
            ),
            Captioned("The same passphrase again", self.again),
            Captioned("PIN", self.pin, hint="4 to 6 digits."),
            self.note,
            Row(self.add, Stretch()),
            margins=(24, 18, 24, 20),
        )

    def _show_accounts(self) -> None:
        empty(self._rows)
        card = Card(margins=FLUSH, gap=0)
        for number, staff in enumerate(all_staff(self._session.store)):
            if number:
                card.add(Hair())
            card.add(self._row(staff))
        self._rows.addWidget(card)
        self._rows.addWidget(_what_each_may_do())
        self._rows.addStretch(1)

    def _row(self, staff: Staff) -> Row:
        said = staff.role.label.capitalize()
        if staff.ended_at is not None:
            said = f"{said}, ended {on_screen(on_this_laptop(staff.ended_at).date())}"
        words = Column(Words(staff.name, Voice.STRONG, wraps=True), Words(said, Voice.SMALL), gap=2)
        end = Button("End this account", Kind.PLAIN, name=f"End the account of {staff.name}")
        end.clicked.connect(partial(self._end, staff.id))
        if not self._can_end(staff):
            end.hide()
        return Row((words, 1), end, margins=(18, 10, 10, 10))

    def _can_end(self, staff: Staff) -> bool:
        return self._may_manage and staff.ended_at is None and staff.id != self._session.store.staff.id

    def _end(self, staff_id: str) -> None:
        try:
            end_account(self._session.store, staff_id, self._session.now())
        except (AccountRefused, StoreUnavailable) as problem:
            self.note.say(str(problem), State.REFUSED)
        self._show_accounts()

    def _add(self) -> None:
        for typed in (self.name, self.registration):
            typed.commit()
        role = self.role.value()
        wrong = ""
        if role is None:
            wrong = "Choose their role."
        elif self.passphrase.secret() != self.again.secret():
            wrong = "The two passphrases are not the same. Show them to compare."
        if wrong or role is None:
            self.note.say(wrong, State.REFUSED)
            return
        account = NewAccount(
            name=self.name.value() or "",
            role=Role(role),
            passphrase=self.passphrase.secret(),
            pin=self.pin.secret(),
            registration=self.registration.value() or "",
        )
        try:
            added = add_account(self._session.store, account, self._session.now())
        except (AccountRefused, StoreUnavailable) as problem:
            self.note.say(str(problem), State.REFUSED)
            return
        self._clear(added)

    def _clear(self, added: Staff) -> None:
        for field in (self.name, self.role, self.registration, self.passphrase, self.again, self.pin):
            field.clear()
        self.note.say(f"{added.name} can sign in from now on.", State.FINE)
        self._show_accounts()


def _what_each_may_do() -> Card:
    card = Card(Words("What each role may do", Voice.HEADING), gap=8)
    for role, words in WHAT_EACH_MAY_DO.items():
        said = Words(words, Voice.SMALL_TEXT, wraps=True)
        card.add(Column(Words(role.label.capitalize(), Voice.STRONG), said, gap=2))
    return card
