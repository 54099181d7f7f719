"""Whose record this is: always on top, wraps, never shortens.

Where the window is low the name and the allergies stay in sight, and the rest is one press away.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from app.rules.notice import EVALUATION
from app.views.look.theme import scale
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Flow, Held, Row
from app.views.parts.words import Voice, Words

BUTTONS_FOLD_UNDER = 800
BUTTONS_STACK_UNDER = 600
MORE, NEEDS, LESS = "More", "Needs", "Less"


@dataclass(frozen=True)
class Identity:
    """What the banner says of a person, already in words; `allergies_to_ask` where nobody asked yet."""

    name: str
    known_as: str = ""
    born: str = ""
    nhs_number: str = ""
    allergies: str = ""
    allergies_to_ask: str = ""
    needs: str = ""
    warning: str = ""
    """What must be seen before anything is done: that they died, or are not seen here any more."""


class Banner(QFrame):
    """The person's identity, allergies and needs, and the Lock button."""

    lock_asked = Signal()
    details_asked = Signal()
    trends_asked = Signal()

    def __init__(self, identity: Identity | None = None) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAccessibleName("Person")
        self._name = Words("", Voice.NAME, wraps=True)
        self._known_as = Words("", Voice.SMALL, wraps=True)
        self._warning = Words("", Voice.CAUTION, wraps=True)
        self._born = Words("", Voice.STRONG)
        self._nhs = Words("", Voice.STRONG)
        self._allergies = Words("", Voice.ALLERGY, wraps=True)
        self.ask_allergies = Button("", Kind.ALLERGY, icon="pencil")
        self.ask_allergies.clicked.connect(self.details_asked)
        self._needs = Words("", Voice.NEEDS, wraps=True)
        self._evaluation = Words(EVALUATION, Voice.EVALUATION, wraps=True)
        self._evaluation.hide()
        self.lock = Button("Lock", Kind.HEADER, icon="lock", name="Lock the screen")
        self.lock.clicked.connect(self.lock_asked)
        self.details = Button("Details", Kind.HEADER, icon="pencil", name="Change the person's details")
        self.details.clicked.connect(self.details_asked)
        self.more = Button(MORE, Kind.HEADER, icon="chevron_down")
        self.more.clicked.connect(self._turn)
        self.more.hide()
        self._is_compact = self._is_open = self._identifies = False
        self.trends = Button("Trends", Kind.HEADER, icon="board", name="Trends: readings over time")
        self.trends.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it was
        self.trends.clicked.connect(self.trends_asked)
        self._build()
        self.show_identity(identity or Identity(""))

    def _build(self) -> None:
        who = Held(Column(self._name, self._known_as, gap=0))
        self._born_part = _fact("Born", self._born)
        self._nhs_part = _fact("NHS number", self._nhs)
        allergies = (self._allergies, self.ask_allergies)
        parts = (
            who,
            self._warning,
            self._born_part,
            self._nhs_part,
            *allergies,
            self._needs,
            self._evaluation,
        )
        flowing = Held(Flow(*parts, gap=26))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        flowing.setSizePolicy(policy)
        self._buttons = Row(self.trends, self.details, gap=12)
        buttons = (self._buttons, self.more, self.lock)
        row = Row((flowing, 1), *buttons, gap=12, margins=(24, 9, 24, 9))
        for each in buttons:
            row.setAlignment(each, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(row)

    def show_identity(self, identity: Identity) -> None:
        """Show another person; what is not known takes no room."""
        for _part, words, said in self._parts(identity):
            words.say(said)
        self._identity = identity
        asked = identity.allergies_to_ask
        self.ask_allergies.say(asked, f"{asked}: ask now")
        self.ask_allergies.setVisible(bool(asked))
        self._show_parts()

    def _parts(self, identity: Identity) -> tuple[tuple[QWidget, Words, str], ...]:
        return (
            (self._name, self._name, identity.name),
            (self._warning, self._warning, identity.warning),
            (self._allergies, self._allergies, identity.allergies),
            (self._known_as, self._known_as, identity.known_as),
            (self._born_part, self._born, identity.born),
            (self._nhs_part, self._nhs, identity.nhs_number),
            (self._needs, self._needs, identity.needs),
        )

    def show_compact(self, compact: bool, *, identifies: bool) -> None:
        """Keep only what must never be out of sight, and a button for the rest; or show all again.

        Where the person is being identified, what they say is compared with what stands here.
        """
        if compact != self._is_compact:
            self._is_open = False
        if (compact, identifies) != (self._is_compact, self._identifies):
            self._is_compact, self._identifies = compact, identifies
            self._show_parts()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show_parts()

    def _show_parts(self) -> None:
        shows_all = self._is_open or not self._is_compact
        identifiers = (self._born_part, self._nhs_part) if self._identifies else ()
        always = (self._name, self._warning, self._allergies, *identifiers)
        for part, _words, said in self._parts(self._identity):
            part.setVisible(bool(said) and (shows_all or part in always))
        for button in (self.trends, self.details):
            button.setVisible(shows_all)
        self.more.setVisible(self._is_compact)
        self.lock.show_words(not self._is_compact)
        needs = "needs, " if self._identity.needs else ""
        heard = (
            f"{LESS if self._is_open else MORE} about the person: {needs}born, NHS number, trends, details"
        )
        more = NEEDS if needs else MORE  # that there are needs is never out of sight
        self.more.show_icon("chevron_up" if self._is_open else "chevron_down")
        self.more.say(LESS if self._is_open else more, heard)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room of the buttons' words to the person's where there is little."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """Fold the words of the buttons at the text size worn now; where it is narrower still, stack them."""
        is_narrow = self.width() / scale() < BUTTONS_STACK_UNDER
        way = QBoxLayout.Direction
        self._buttons.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
        for button in (self.trends, self.details):
            button.show_words(self.width() / scale() >= BUTTONS_FOLD_UNDER)

    def show_evaluation(self, shown: bool) -> None:
        """Say that the content is for evaluation; the frame shows it here while its own place is folded."""
        self._evaluation.setVisible(shown)


def _fact(caption: str, words: Words) -> QWidget:
    return Held(Column(Words(caption, Voice.SMALL), words, gap=0))
