"""Add a person: asked once, compared with everybody who is here already, kept when Add is pressed."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.duplicates import possible_duplicates
from app.models.people import add_person
from app.models.unavailable import StoreUnavailable
from app.views.parts.layout import Beside, Column, Columns, Held, Row, Scrolled, Sized, Stretch
from app.views.parts.message import Message, Weight
from app.views.parts.prompt_card import Act
from app.views.parts.status_foot import StatusFoot
from app.views.parts.words import Voice, Words
from app.views.people.alike import Alike
from app.views.people.keyboard import go_to, go_to_marked
from app.views.people.person_form import PersonForm
from app.views.people.person_words import list_name
from app.views.session import Session

_LEAVE, _STAY = "leave", "stay"
_WIDEST = 1366


class AddPersonScreen(QWidget):
    """`added` tells the new person, `person_asked` somebody who was here already, `closed` to go home."""

    added = Signal(str)
    person_asked = Signal(str)
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName("Add a person")
        self._session = session
        self.form = PersonForm(session.today, is_practice=session.is_practice)
        self.alike = Alike()
        self.message = Message("", weight=Weight.GRAVE)
        self.message.hide()
        self.leaving = Message(
            "Leave without adding?",
            "What is typed here is kept nowhere else.",
            acts=(Act(_STAY, "Stay"), Act(_LEAVE, "Leave, keep nothing")),
            weight=Weight.CHECK,
        )
        self.leaving.hide()
        self._notes = QWidget()
        self.foot = StatusFoot("Add", "Home")
        self._build()
        self.form.identified.connect(self._compare)
        self.alike.same.connect(self.person_asked)
        self.leaving.acted.connect(self._decide_leaving)
        self.foot.went_back.connect(self.leave)
        self.foot.went_on.connect(self.add)

    def _build(self) -> None:
        beside = Beside(Column(self.alike, Stretch()), 400)
        body = Column(
            Column(
                Words("Add a person", Voice.TITLE),
                Words("Nothing is kept until you press Add.", Voice.MUTED, wraps=True),
                gap=0,
            ),
            Columns((self.form, 1), (beside, 0), gap=20, turn_at=900),
            Stretch(),
            gap=12,
            margins=(28, 16, 28, 20),
        )
        notes = Column(self.message, self.leaving, gap=8, margins=(24, 4, 24, 8))
        self._notes.setLayout(notes)
        self._show_notes()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        wide = Sized(Held(body), at_most=_WIDEST)
        box.addWidget(Scrolled(Held(Row((wide, 1), gap=0))), 1)
        box.addWidget(self._notes)
        box.addWidget(self.foot)

    def first_stop(self) -> QWidget:
        """Where the keyboard starts."""
        return self.form.family.first_stop()

    def not_kept(self) -> list[str]:
        """What would be lost if the app ended now."""
        return ["The person is not added yet."] if self.form.is_begun() else []

    def leave(self) -> None:
        """Go home; what was begun is asked about first, because it is kept nowhere."""
        if self.form.is_begun():
            self.leaving.show()
            self._show_notes()
            self.leaving.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.closed.emit()

    def add(self) -> None:
        """Keep the person, once everything that tells people apart is there and every likeness is decided."""
        self.form.commit()
        self.leaving.hide()
        self._show_notes()
        gap = self.form.first_gap()
        if gap is not None:
            self.foot.show_unsaved("Not added yet: see what is marked above")
            go_to_marked(gap, self.form)
        elif self._is_settled():
            self._keep()

    def _is_settled(self) -> bool:
        self._compare()
        number = self.form.nhs_number.value()
        same_number = next((p for p in self.alike.shown if number and p.nhs_number == number), None)
        if same_number is not None:
            whose = list_name(same_number.family_name, same_number.given_name)
            self._say(
                "That NHS number is taken", f"It is the number of {whose}, and no two people share one."
            )
            return False
        if self.alike.undecided:
            self._say("Not added yet", "Say first of everybody alike whether they are the same person.")
            go_to(self.alike.buttons[self.alike.undecided[0].id][0])
            return False
        return True

    def _keep(self) -> None:
        person = self.form.person(self._session.new_id())
        try:
            add_person(self._session.store, person, self._session.now())
        except StoreUnavailable as problem:
            self._say("The person was not added", f"What is typed here stays. {problem}")
        else:
            self.added.emit(person.id)

    def _compare(self) -> None:
        """Look for the same person as soon as there is enough to compare."""
        if not self.form.can_be_compared():
            self.alike.show_people(())
            return
        person = replace(self.form.person(""), nhs_number=self.form.nhs_number.ten_digits())
        try:
            found = possible_duplicates(self._session.store, person, self._session.now())
        except StoreUnavailable as problem:
            self._say("Nobody could be compared with", f"What is typed here stays. {problem}")
        else:
            self.message.hide()
            self._show_notes()
            self.alike.show_people(found, compared=True)

    def _say(self, what: str, more: str) -> None:
        self.message.say(what, more)
        self.message.show()
        self._show_notes()
        self.foot.show_unsaved("Not added yet")

    def _show_notes(self) -> None:
        """The place above the foot takes no room while nothing stands in it."""
        notes = (self.message, self.leaving)
        self._notes.setVisible(any(note.isVisibleTo(self._notes) for note in notes))

    def _decide_leaving(self, key: str) -> None:
        self.leaving.hide()
        self._show_notes()
        if key == _LEAVE:
            self.closed.emit()
