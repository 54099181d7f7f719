"""Home: what waits for this member of staff, each with its reason in words, and everybody by search."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.models.consultations import awaiting_review, open_drafts
from app.models.people import PersonSummary, people
from app.models.staff import all_staff
from app.models.todays_visits import visits_of_today
from app.models.unavailable import StoreUnavailable
from app.views.fields.note import announce
from app.views.home_parts.foot import HomeFoot
from app.views.home_parts.header import HomeHeader
from app.views.home_parts.home_words import day_and_counts, greeting
from app.views.home_parts.listed import Listed, RowAct, promised_by, seen_here
from app.views.home_parts.people_card import PeopleCard
from app.views.home_parts.waiting import WaitingCard, WaitingColumn
from app.views.home_parts.waiting_rows import WaitingRows, promise_row
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Columns, Flow, Held, Scrolled
from app.views.parts.message import Message, Weight
from app.views.parts.prompt_card import Act
from app.views.parts.words import Voice, Words
from app.views.session import Session

EVERYBODY = 1_000_000
_TURN_AT = 900


class HomeScreen(QWidget):
    """Reads the store on `refresh`; opens nothing itself, it tells what was asked for."""

    visit_asked = Signal(str)
    carry_on_asked = Signal(str)
    review_asked = Signal(str)
    add_asked = Signal()
    import_asked = Signal()
    lock_asked = Signal()
    look_asked = Signal(object)
    text_size_asked = Signal(float)
    colleagues_asked = Signal()
    secrets_asked = Signal()
    rulebook_asked = Signal()
    backup_asked = Signal()
    plan_asked = Signal(str)
    trends_asked = Signal(str)
    details_asked = Signal(str)
    begin_again_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName("Home")
        self._session = session
        staff = session.store.staff
        self.header = HomeHeader(staff.name, staff.role.label)
        self.people = PeopleCard(self._find, session.today)
        self.drafts = WaitingCard("Visits to carry on", "newest first", "No visit is open.")
        self.reviews = WaitingCard("Waiting for a nurse", "oldest first", "No finished visit waits.")
        self.promises = WaitingCard(
            "Promises due today, or past their date",
            "oldest first",
            "No promise is due today or past its date.",
        )
        self.today = WaitingCard("Visits of today", "by time", "No visit was begun today.")
        self.add = Button("Add a person", Kind.OUTLINE, icon="add")
        self.bring = Button("Import a record", Kind.OUTLINE, icon="document")
        self.problem = Message("", weight=Weight.GRAVE, acts=(Act("again", "Try again"),))
        self.problem.hide()
        self.news = Message("", acts=(Act("ok", "OK"),))
        self.news.hide()
        self._greeting = Words("", Voice.TITLE, wraps=True)
        self._day = Words("", Voice.MUTED, wraps=True)
        self._build()
        self._listen()
        self.setFocusProxy(self.people.search)
        self.refresh()

    def _build(self) -> None:
        self._actions = Held(Flow(self.add, self.bring, gap=10, line_gap=6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._actions.setSizePolicy(policy)
        words = Held(Column(self._greeting, self._day, gap=0))
        top = Columns((words, 1), (self._actions, 0), turn_at=700)
        waiting = WaitingColumn(self.drafts, self.reviews, self.promises, self.today, width=490)
        columns = Columns((self.people, 1), (waiting, 0), turn_at=_TURN_AT, top=False)
        body = Held(Column(top, self.problem, self.news, (columns, 1), gap=14, margins=(28, 16, 28, 16)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.header)
        self._page, self._foot = Scrolled(body), HomeFoot(is_practice=self._session.is_practice)
        box.addWidget(self._page, 1)
        box.addWidget(self._foot)

    def _listen(self) -> None:
        self.header.lock_asked.connect(self.lock_asked)
        self.header.look_asked.connect(self.look_asked)
        self.header.text_size_asked.connect(self.text_size_asked)
        self.header.colleagues_asked.connect(self.colleagues_asked)
        self.header.secrets_asked.connect(self.secrets_asked)
        self.header.rulebook_asked.connect(self.rulebook_asked)
        self.header.backup_asked.connect(self.backup_asked)
        self.people.add_asked.connect(self.add_asked)
        self.people.import_asked.connect(self.import_asked)
        self.people.acted.connect(self._act)
        self.people.plan_asked.connect(self.plan_asked)
        self.people.trends_asked.connect(self.trends_asked)
        self.people.details_asked.connect(self.details_asked)
        self.drafts.asked.connect(self.carry_on_asked)
        self.reviews.asked.connect(self.review_asked)
        self.promises.asked.connect(self.people.show_person)
        self.today.asked.connect(lambda visit_id: self.people.show_person(self._visited[visit_id]))
        self.add.clicked.connect(self.add_asked)
        self.bring.clicked.connect(self.import_asked)
        self.problem.acted.connect(lambda _key: self.refresh())
        self.news.acted.connect(lambda _key: self.news.hide())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.find_a_person)

    def first_stop(self) -> QWidget:
        """The search."""
        return self.people.search

    def reading_order(self) -> tuple[QWidget, ...]:
        """The parts as Tab goes through them: the page first, the header with its menu last."""
        return (self._page, self._foot, self.header)

    def find_a_person(self) -> None:
        """Put the keyboard into the search."""
        self.people.search.setFocus()
        self.people.search.selectAll()

    def say(self, what: str, more: str) -> None:
        """Say how something went that was asked for here; it stays until it was read."""
        self.news.say(what, more)
        self.news.show()
        announce(self.news, f"{what}. {more}")

    def show_person(self, person_id: str) -> None:
        """Bring somebody's row in hand: they were just added, or looked for."""
        self.people.show_person(person_id)

    def refresh(self) -> None:
        """Read the store again; what is searched for, in hand or in focus stays so."""
        try:
            self._read()
        except StoreUnavailable as problem:
            self._say_problem(str(problem))
        else:
            self.problem.hide()

    def _say_problem(self, what_to_do: str) -> None:
        self.problem.say("The record could not be read", "What is shown here may be old.", what_to_do)
        self.problem.show()

    def _read(self) -> None:
        store, now = self._session.store, self._session.now()
        rows = WaitingRows(self._session, {staff.id: staff.name for staff in all_staff(store)})
        drafts, waiting = open_drafts(store, now), awaiting_review(store, now)
        everybody = people(store, now, most=EVERYBODY)
        due = promised_by(everybody, self._session.today)
        # Somebody with several open visits: mine before a colleague's, my newest before the others.
        # A correction is carried on from the list of visits: a row still starts the next visit.
        latest_last = sorted(
            (draft for draft in drafts if draft.correction is None),
            key=lambda draft: (rows.is_mine(draft), draft.started_at),
        )
        visits = {draft.person.id: rows.open_visit(draft) for draft in latest_last}
        self.people.show_people(everybody, visits, self._session.today)
        self._actions.setVisible(bool(everybody))
        self.drafts.show_rows([rows.of_draft(d) for d in drafts])
        self.reviews.show_rows([rows.of_review(d) for d in waiting])
        self.promises.show_rows([promise_row(p, self._session.today) for p in due])
        visits_today = visits_of_today(store, now)
        self._visited = {visit.id: visit.person.id for visit in visits_today}
        self.today.show_rows([rows.of_today(visit) for visit in visits_today])
        self._greeting.say(greeting(self._session.first_name, now))
        mine_open = sum(rows.is_mine(d) for d in drafts)
        self._day.say(day_and_counts(now, len(seen_here(everybody)), mine_open, len(waiting)))

    def _find(self, typed: str) -> Sequence[PersonSummary] | None:
        """Who matches; None where the store cannot be read, and the reason stands above."""
        try:
            return people(self._session.store, self._session.now(), typed, EVERYBODY)
        except StoreUnavailable as problem:
            self._say_problem(str(problem))
            return None

    def _act(self, row: Listed) -> None:
        if row.act is RowAct.CARRY_ON:
            self.carry_on_asked.emit(row.draft_id)
        elif row.act is RowAct.DETAILS:
            self.details_asked.emit(row.person_id)
        elif row.left is not None:
            self.begin_again_asked.emit(row)
        else:
            self.visit_asked.emit(row.person_id)
