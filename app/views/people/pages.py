"""A person's own pages outside a visit: added, imported, looked at, seen again.

They are imported when they are asked for: most sign-ins need none.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.consultation.person import Person
from app.consultation.seen_here import Seen
from app.models import histories
from app.models.people import change_person
from app.models.seen_here import say_seen
from app.models.unavailable import StoreUnavailable
from app.views.desk_pages import DeskPages
from app.views.session import Session

if TYPE_CHECKING:
    from app.views.home_parts.listed import Listed
    from app.views.people.change_person import ChangePersonScreen


class PeoplePages(QObject):
    """Opens its pages on the desk. A page that is done is handed back: closed, or with who is there now.

    `said` is for home: what happened, and more of it.
    """

    visit_asked = Signal(str)
    closed = Signal(QWidget)
    is_there = Signal(QWidget, str)
    said = Signal(str, str)

    def __init__(self, desk: DeskPages, session: Session) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = session

    def add(self) -> None:
        """Add somebody by hand."""
        from app.views.people.add_person import AddPersonScreen

        form = AddPersonScreen(self._session)
        form.person_asked.connect(partial(self.is_there.emit, form))
        form.added.connect(partial(self.is_there.emit, form))
        form.closed.connect(lambda: self.closed.emit(form))
        self._desk.open_page(form)

    def import_record(self) -> None:
        """Bring in a record from a file."""
        from app.views.people.import_record import ImportRecordScreen

        form = ImportRecordScreen(self._session)
        form.imported.connect(partial(self.is_there.emit, form))
        form.closed.connect(lambda: self.closed.emit(form))
        self._desk.open_page(form)

    def show_details(self, person_id: str) -> None:
        """Show a person's details, with whether they are still seen here."""
        from app.views.people.change_person import ChangePersonScreen

        try:
            person, _history = histories.record_of(self._session.store, person_id, self._session.now())
            form = ChangePersonScreen(self._session, person, in_visit=False)
        except StoreUnavailable as problem:
            self.said.emit("The record could not be opened", str(problem))
            return
        form.kept.connect(partial(self._keep_details, form))
        form.closed.connect(lambda: self.closed.emit(form))
        self._desk.open_page(form)

    def _keep_details(self, form: "ChangePersonScreen", person: Person) -> None:
        try:
            change_person(self._session.store, person, self._session.now())
        except StoreUnavailable as problem:
            form.say_not_kept(str(problem))
        else:
            self.is_there.emit(form, person.id)

    def ask_whether_to_begin_again(self, row: "Listed") -> None:
        """Before a visit with somebody who moved away or was discharged."""
        from app.views.people.begin_again import BeginAgain

        if row.left is not None:
            question = BeginAgain(self._desk, row.name, row.told_apart, row.left)
            question.begun.connect(partial(self._begin_again, row.person_id))
            question.open()

    def _begin_again(self, person_id: str) -> None:
        from app.views.people.begin_again import WHY_AGAIN

        store, today, now = self._session.store, self._session.today, self._session.now()
        try:
            say_seen(store, person_id, Seen.HERE, today, WHY_AGAIN, now)
        except StoreUnavailable as problem:
            self.said.emit("The visit could not be opened", str(problem))
        else:
            self.visit_asked.emit(person_id)
