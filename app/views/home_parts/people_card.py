"""The people of the store: searched as one types, sorted plainly, one row in hand."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.models.people import PersonSummary
from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.fields.line import Line
from app.views.fields.note import announce
from app.views.home_parts.listed import (
    Listed,
    OpenVisit,
    SortBy,
    in_order,
    listed,
    look_alike_words,
    no_longer_seen,
    seen_here,
)
from app.views.home_parts.nobody import Nobody
from app.views.home_parts.people_list import PeopleList
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Columns, Hair, Held, Row, Stretch
from app.views.parts.words import Voice, Words
from app.views.people.person_words import counted

SEARCH_PAUSE_MS = 120
_HINT = "Name, NHS number or date of birth"
Finder = Callable[[str], Sequence[PersonSummary] | None]


class PeopleCard(QFrame):
    """`acted` tells the row whose button was pressed; `finder` gives who matches a search, or None."""

    acted = Signal(object)
    add_asked = Signal()
    import_asked = Signal()
    plan_asked = Signal(str)
    trends_asked = Signal(str)
    details_asked = Signal(str)

    def __init__(self, finder: Finder, today: date) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._finder, self._today = finder, today
        self._found: Sequence[PersonSummary] = ()
        self._open_visits: Mapping[str, OpenVisit] = {}
        self._look_alikes: Mapping[str, str] = {}
        self._seen_here = 0
        self._gone = 0
        self._shows_gone = False
        self.search = Line("Find a person", hint=_HINT)
        self.search.setAccessibleDescription("Type to search; Up and Down choose, Enter does the button")
        self.sort = Choice("Sort by", [Option(by.name, by.value) for by in SortBy], compact=True)
        self.sort.set_value(SortBy.NAME.name)
        self.list = PeopleList()
        self.nobody = Nobody()
        self.last_plan = Button("", Kind.PLAIN, icon="document")
        self.trends = Button("Trends", Kind.PLAIN, icon="board")
        self.trends.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the list
        self.details = Button("Details", Kind.PLAIN, icon="pencil")
        self.show_gone = Button("", Kind.PLAIN)
        self._count = Words("", Voice.SMALL)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_PAUSE_MS)
        self._build()
        self._listen()

    def _build(self) -> None:
        heading = Held(Row(Words("People", Voice.HEADING), self._count, Stretch(), gap=12))
        sorting = Held(Row(Words("Sort by", Voice.SMALL), self.sort, Stretch(), gap=12))
        head = Columns((heading, 1), (sorting, 0), gap=10, turn_at=500, top=False)
        top = Held(Column(head, self.search, gap=10, margins=(20, 11, 20, 12)))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addWidget(top)
        box.addWidget(Hair())
        box.addWidget(self.list, 1)
        box.addWidget(self.nobody)
        box.addWidget(Held(Row(self.show_gone, Stretch(), margins=(12, 2, 12, 2))))
        self.show_gone.hide()
        buttons = Row(self.details, self.trends, self.last_plan, Stretch(), margins=(12, 4, 12, 4))
        self._of_person = Held(Column(Hair(), buttons, gap=0))
        self._of_person.hide()
        box.addWidget(self._of_person)
        box.addStretch(0)

    def _listen(self) -> None:
        self.search.textEdited.connect(lambda _typed: self._pause.start())
        self.search.entered.connect(self._act_from_search)
        self.search.installEventFilter(self)
        self._pause.timeout.connect(self._search_now)
        self.sort.edited.connect(self._sort_again)
        self.list.acted.connect(self.acted)
        self.list.taken_in_hand.connect(self._offer_record)
        self.last_plan.clicked.connect(lambda: self._ask(self.plan_asked))
        self.trends.clicked.connect(lambda: self._ask(self.trends_asked))
        self.details.clicked.connect(lambda: self._ask(self.details_asked))
        self.show_gone.clicked.connect(self._turn_gone)
        self.nobody.add_asked.connect(self.add_asked)
        self.nobody.import_asked.connect(self.import_asked)

    def show_people(
        self,
        everybody: Sequence[PersonSummary],
        open_visits: Mapping[str, OpenVisit],
        today: date,
    ) -> None:
        """Look again; the search, the order, the row in hand and the keyboard stay where they are."""
        self._seen_here, self._gone = len(seen_here(everybody)), len(no_longer_seen(everybody))
        self._open_visits, self._look_alikes, self._today = open_visits, look_alike_words(everybody), today
        self._found = everybody
        if self.search.text().strip():
            self._search_now()
        else:
            self._show_found()

    def show_person(self, person_id: str) -> None:
        """Bring somebody's row in hand, whatever is searched for."""
        if not self.list.take_in_hand(person_id):
            self.search.clear()
            self._shows_gone = self._shows_gone or self._is_gone(person_id)
            self._search_now()
            self.list.take_in_hand(person_id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the search move the row in hand; Escape empties the search."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            by = steps.get(Qt.Key(event.key()))
            if by is not None:
                self._settle()
                self.list.step(by)
                self._say_row(self.list.in_hand())
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                self._search_now()
                return True
        return super().eventFilter(watched, event)

    def _act_from_search(self) -> None:
        """Enter: what was typed counts first; only a row that is in hand already is acted on."""
        self._settle()
        self.list.act()
        self._say_row(self.list.in_hand())

    def _offer_record(self) -> None:
        """What the record holds of whoever is in hand: trends, and the last plan where a visit was signed."""
        row = self.list.in_hand()
        self._of_person.setVisible(row is not None)
        if row is None:
            return
        self.trends.say("Trends", f"Trends of {row.name}")
        self.details.say("Details", f"Details of {row.name}")
        self.last_plan.setVisible(bool(row.last_plan))
        if row.last_plan:
            self.last_plan.say(f"Last plan, {row.last_plan}", f"Last plan of {row.name}, {row.last_plan}")

    def _ask(self, asked: SignalInstance) -> None:
        row = self.list.in_hand()
        if row is not None:
            asked.emit(row.person_id)

    def _settle(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._search_now()

    def _say_row(self, row: Listed | None) -> None:
        if row is not None:
            announce(self.search, row.spoken)

    def _search_now(self) -> None:
        found = self._finder(self.search.text())
        if found is None:
            return
        self._found = found
        self._show_found()
        if self.search.hasFocus() and self.search.text().strip():
            announce(self.search, counted(len(self._found), "person found", "people found"))

    def _sort_again(self, key: str | None) -> None:
        if key is None:
            self.sort.set_value(SortBy.NAME.name)
        self._show_found()

    def _show_found(self) -> None:
        searched = self.search.text().strip()
        rows = listed(self._in_order(searched), self._open_visits, self._look_alikes, self._today)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nobody.setVisible(not rows)
        self.nobody.show_why(searched, self._seen_here + self._gone)
        kept = self._seen_here + (self._gone if searched else 0)
        self._count.say(f"{len(rows):,} of {kept:,}" if searched else f"{kept:,}" if kept else "")
        self._name_gone(searched)
        held = self.list.in_hand()
        self.list.setAccessibleDescription(held.spoken if held else "Up and Down choose a person")

    def _in_order(self, searched: str) -> list[PersonSummary]:
        """The everyday list; whoever is not seen here any more comes after it, searched or asked for."""
        by = SortBy[self.sort.value() or SortBy.NAME.name]
        rows = in_order(seen_here(self._found), by)
        if searched or self._shows_gone:
            rows += in_order(no_longer_seen(self._found), by)
        return rows

    def _name_gone(self, searched: str) -> None:
        self.show_gone.setVisible(bool(self._gone) and not searched)
        who = counted(self._gone, "person is", "people are")
        self.show_gone.say(
            "Hide who is no longer seen here" if self._shows_gone else f"{who} no longer seen here"
        )

    def _turn_gone(self) -> None:
        self._shows_gone = not self._shows_gone
        self._show_found()

    def _is_gone(self, person_id: str) -> bool:
        everybody = self._finder("") or ()
        return any(person.id == person_id for person in no_longer_seen(everybody))
