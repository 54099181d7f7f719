"""Who somebody to call is: name, how they know each other, phone, what they may do. A name is enough."""

import msgspec
from PySide6.QtCore import Signal

from app.consultation.crisis_plan.record import Caller
from app.views.fields.field import Captioned
from app.views.fields.phone import PhoneField
from app.views.fields.text import TextField
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Columns, Held, Row, Stretch
from app.views.parts.words import Voice, Words
from app.views.sections.asking import show, words_or_nothing

NAME_NEEDED = "A name is needed. A first name, or the name of a service, is enough."


class CallerForm(Held):
    """Tells `edited(caller)`, `moved(by)`, `remove_asked` and `closed`; somebody new is kept once named."""

    edited = Signal(object)
    moved = Signal(int)
    remove_asked = Signal()
    closed = Signal()

    def __init__(self, consultation: OpenConsultation) -> None:
        self._consultation = consultation
        self.caller: Caller | None = None
        self.name = TextField("Name of who to call", longest=120)
        self.relationship = TextField("Who they are", hint="Sister, friend, key worker, ...", longest=120)
        self.phone = PhoneField("Phone of who to call")
        self.may_do = TextField("What they may do", hint="Come round, speak for me, hold a key", longest=300)
        self.note = Words(NAME_NEEDED, Voice.CAUTION, wraps=True)
        self.note.hide()
        self.earlier = Button("Call earlier", Kind.PLAIN, icon="chevron_up")
        self.later = Button("Call later", Kind.PLAIN, icon="chevron_down")
        self.remove = Button("Remove", Kind.MUTED)
        self.done = Button("Done", Kind.OUTLINE, name="Done: who to call")
        pairs = (("Name", self.name), ("Who they are", self.relationship))
        more = (("Phone", self.phone), ("What they may do", self.may_do))
        rows = (
            Columns(*((Captioned(caption, field), 1) for caption, field in pair), gap=14, turn_at=480)
            for pair in (pairs, more)
        )
        buttons = Row(self.done, self.earlier, self.later, Stretch(), self.remove)
        super().__init__(Column(*rows, self.note, buttons, gap=8, margins=(12, 4, 0, 8)))
        self._listen()

    @property
    def _fields(self) -> tuple[TextField | PhoneField, ...]:
        return (self.name, self.relationship, self.phone, self.may_do)

    def _listen(self) -> None:
        for field in self._fields:
            field.edited.connect(self._take)
        self.earlier.clicked.connect(lambda: self.moved.emit(-1))
        self.later.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.remove_asked)
        self.done.clicked.connect(self._close)

    def show_caller(self, caller: Caller | None, *, first: bool = True, last: bool = True) -> None:
        """Show somebody of the list, or empty lines for somebody new."""
        if caller and self.caller and caller.id != self.caller.id:
            self.phone.clear()  # What was typed of somebody else, and refused, is not theirs.
        self.caller = caller
        for field, name in zip(self._fields, ("name", "relationship", "phone", "may_do"), strict=True):
            if caller is not None:
                show(field, getattr(caller, name) or None)
        for button, is_there in ((self.earlier, not first), (self.later, not last)):
            button.setVisible(is_there)
        self.remove.setVisible(caller is not None)

    def start_anew(self) -> None:
        """Empty lines for somebody new."""
        for field in self._fields:
            field.clear()
        self.note.hide()
        self.show_caller(None)

    def commit(self) -> None:
        """Take what is typed as final."""
        for field in self._fields:
            field.commit()

    @property
    def is_not_kept(self) -> bool:
        """Whether something is typed that has no name to be kept under."""
        return self.caller is None and any(field.line.text().strip() for field in self._fields)

    def _take(self, _words: object) -> None:
        name = words_or_nothing(self.name)
        self.note.setVisible(not name)
        if not name:
            if self.caller is not None:
                self.name.set_value(self.caller.name)
            return
        session = self._consultation.session
        caller = self.caller or Caller(id=session.new_id(), name=name, said_on=session.today)
        self.caller = msgspec.structs.replace(
            caller,
            name=name,
            said_on=session.today,
            relationship=words_or_nothing(self.relationship),
            phone=words_or_nothing(self.phone),
            may_do=words_or_nothing(self.may_do),
        )
        self.edited.emit(self.caller)

    def _close(self) -> None:
        self.commit()
        if self.is_not_kept or self.phone.is_refused:
            self.ask_for_what_is_needed()
        else:
            self.closed.emit()

    def ask_for_what_is_needed(self) -> None:
        """Say that a name is needed, or a phone number is none, and put the keyboard there."""
        if not self.is_not_kept:
            self.phone.line.setFocus()
            return
        self.note.show()
        self.name.line.setFocus()
