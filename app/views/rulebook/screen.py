"""The rulebook: every rule read, tried with values, quizzed, signed, and the visits that saw it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.book import open_library
from app.models.sign_offs import in_force, sign_offs
from app.rules.notice import EVALUATION
from app.rules.rulebook import Rule
from app.views.fields.answers import options
from app.views.fields.choice import Choice
from app.views.look.theme import px, scale
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Beside, Column, Columns, Flow, Held, Part, Row, Scrolled, Stretch, empty
from app.views.parts.status_foot import StatusFoot
from app.views.parts.words import Voice, Words
from app.views.rulebook.quizzing import Quizzing
from app.views.rulebook.reading import reading_of
from app.views.rulebook.rule_list import RuleList
from app.views.rulebook.signing import Signing
from app.views.rulebook.trying import Trying
from app.views.rulebook.visits import VisitsThatSaw
from app.views.session import Session

PARTS = options(read="Read", try_values="Try values", quiz="Quiz", visits="Visits")
CHOOSE = "Choose a rule on the left."
NARROW, LEFT, RIGHT = 836, 28, 16
LEAD = "For whoever answers for the rules here. It is about rules, not about any person."


class RulebookScreen(QWidget):
    """The rules on the left, the one in hand on the right; tells `closed`."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAccessibleName("Rulebook")
        self._session, self._library = session, open_library()
        self.rules = RuleList(self._library.book, session.today)
        self.part = Choice("What to look at", PARTS, compact=True)
        self.part.set_value("read")
        self.all_rules = Button("All rules", Kind.PLAIN, icon="arrow_left")
        self._title = Words(CHOOSE, Voice.HEADING, wraps=True)
        self._hand = QVBoxLayout()
        self._page = QVBoxLayout()
        self._rule: Rule | None = None
        self._is_listing = True
        self.shown: QWidget | None = None
        self.signing: Signing | None = None
        self._build()
        self.rules.show_signed(in_force(sign_offs(session.store)))
        self.rules.met.connect(self._take)
        self.rules.chosen.connect(self.show_rule)
        self.part.edited.connect(self._show_part)
        self.all_rules.clicked.connect(self._show_list)

    def _build(self) -> None:
        for box in (self._hand, self._page):
            box.setContentsMargins(0, 0, 0, 0)
        self.foot = StatusFoot(back="Home")
        if self._session.is_practice:
            self.foot.add(Words(EVALUATION, Voice.SMALL))
        self.foot.went_back.connect(self.closed)
        self.part.setEnabled(False)
        self._above = Held(Flow(self.all_rules))
        right: list[Part] = [
            self._above,
            self._title,
            Held(self._hand),
            self.part,
            Held(self._page),
            Stretch(),
        ]
        self._one = Scrolled(Held(Column(*right, gap=12, margins=(4, 0, 12, 12))))
        self._list = Beside(Column((self.rules, 1)), 430)
        self._columns = Columns((self._list, 0), (self._one, 1), gap=24, turn_at=NARROW, top=False)
        head = Row(Words("Rulebook", Voice.TITLE), Words(LEAD, Voice.SMALL, wraps=True), gap=20)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(Held(Column(head, (self._columns, 1), gap=14, margins=(LEFT, 18, RIGHT, 8))), 1)
        box.addWidget(self.foot)

    def first_stop(self) -> QWidget:
        """Where typing begins."""
        return self.rules.search

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another, or where it is narrow one at a time."""
        super().resizeEvent(event)
        self._make_room()

    def restyle(self) -> None:
        """Words of another size may leave room for one column only."""
        self._make_room()

    def _make_room(self) -> None:
        is_narrow = (self.width() - px(LEFT + RIGHT)) / scale() <= NARROW  # as the columns measure
        self._above.setVisible(is_narrow)
        self._list.setVisible(not is_narrow or self._is_listing)
        self._one.setVisible(not is_narrow or not self._is_listing)

    def _show_list(self) -> None:
        self._is_listing = True
        self._make_room()
        self.rules.search.setFocus()

    def show_rule(self, rule_id: str) -> None:
        """Take a rule in hand; where there is room for one column only, it stands there now."""
        self._take(rule_id)
        self._is_listing = False
        self._make_room()

    def _take(self, rule_id: str) -> None:
        """A press meets a rule and then chooses it: what is begun in the one in hand stays."""
        rule = self._library.book[rule_id]
        if rule is self._rule:
            return
        self._rule = rule
        self._title.say(self._rule.title)
        self.part.setEnabled(True)
        self.signing = Signing(self._session, self._rule)
        self.signing.changed.connect(self._signed)
        empty(self._hand)
        self._hand.addWidget(self.signing)
        self._show_part(self.part.value())

    def _signed(self) -> None:
        self.rules.show_signed(in_force(sign_offs(self._session.store)))

    def _show_part(self, key: str | None) -> None:
        if key is None:
            self.part.set_value("read")
        if self._rule is None:
            return
        empty(self._page)
        self.shown = self._makers()[key or "read"](self._rule)
        self._page.addWidget(self.shown)

    def _makers(self) -> dict[str, Callable[[Rule], QWidget]]:
        session, library = self._session, self._library
        return {
            "read": reading_of,
            "try_values": lambda rule: Trying(rule, library),
            "quiz": lambda rule: Quizzing(session, rule, library),
            "visits": lambda rule: VisitsThatSaw(session, rule),
        }
