"""Whose record this is: always on top, wraps, never shortens.

Where the window is low the name, birth date, NHS number and allergies stay in sight in few lines, and the
rest is one press away.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from app.rules.notice import EVALUATION
from app.views.look.theme import px, scale
from app.views.parts.buttons import Button, Kind
from app.views.parts.capped import Capped
from app.views.parts.layout import WIDEST, Column, Flow, Held, Row
from app.views.parts.words import Voice, Words

LOW_UNDER = 450
"""In design pixels of a screen's height: at 200 % on a small laptop it is low, and headings scroll away."""
BUTTONS_FOLD_UNDER = 800
BUTTONS_STACK_UNDER = 600
MORE, LESS = "More", "Less"
SIDE, EDGE = 24, 9
LEAST = 60
"""In design pixels: so much of what is said of the person is always in sight."""
NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Identity:
    """What the banner says of a person, already in words; `allergies_to_ask` where nobody asked yet."""

    name: str
    known_as: str = ""
    born: str = ""
    nhs_number: str = ""
    allergies: str = ""
    has_allergies: bool = True
    """Whether there are any: that none are known is no warning."""
    allergies_to_ask: str = ""
    needs: str = ""
    needs_in_brief: str = ""
    warning: str = ""
    """What must be seen before anything is done: that they died, or are not seen here any more."""


class Banner(QFrame):
    """The person's identity, allergies and needs, and the Lock button."""

    lock_asked = Signal()
    details_asked = Signal()
    trends_asked = Signal()
    turned = Signal()
    """Opened by More, or closed: it is higher or lower than before."""

    def __init__(self, identity: Identity | None = None, *, leads: bool = True) -> None:
        """Without `leads` there is no way from it to the trends or the details: only Lock."""
        super().__init__()
        self._leads = leads
        self.setObjectName("banner")
        self.setAccessibleName("Person")
        self._name = Words("", Voice.NAME, wraps=True)
        self._known_as = Words("", Voice.SMALL, wraps=True)
        self._called = Words("", Voice.SMALL, wraps=True)
        self._warning = Words("", Voice.CAUTION, wraps=True)
        self._brief = Words("", Voice.SMALL, wraps=True)
        self._born = Words("", Voice.STRONG)
        self._nhs = Words("", Voice.STRONG)
        self._allergies = Words("", Voice.ALLERGY, wraps=True)
        self.ask_allergies = Button("", Kind.ALLERGY, icon="pencil")
        self.ask_allergies.clicked.connect(self.details_asked)
        self._needs = Words("", Voice.NEEDS, wraps=True)
        self._needs_in_brief = Words("", Voice.NEEDS, wraps=True)
        self._evaluation = Words(EVALUATION, Voice.EVALUATION, wraps=True)
        self._says_evaluation = False
        self.lock = Button("Lock", Kind.HEADER, icon="lock", name="Lock the screen")
        self.lock.clicked.connect(self.lock_asked)
        self.details = Button("Details", Kind.HEADER, icon="pencil", name="Change the person's details")
        self.details.clicked.connect(self.details_asked)
        self.more = Button(MORE, Kind.HEADER, icon="chevron_down")
        self.more.clicked.connect(self._turn)
        self.more.hide()
        self._is_compact = self._is_open = False
        self._most = 0
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
        needs = (self._needs, self._needs_in_brief, self._called)
        facts = (who, self._brief, self._warning, self._born_part, self._nhs_part)
        self._flowing = Held(Flow(*facts, *allergies, *needs, gap=26))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._flowing.setSizePolicy(policy)
        self._person = Capped(self._flowing)
        self._buttons = Row(self.trends, self.details, gap=12)
        buttons = (self._buttons, self.more, self.lock)
        row = Row((self._person, 1), *buttons, gap=12)
        for each in buttons:
            row.setAlignment(each, Qt.AlignmentFlag.AlignVCenter)
        self._evaluation.hide()
        # (Below what may scroll: it is never out of sight.)
        self.setLayout(Column(row, self._evaluation, gap=4, margins=(SIDE, EDGE, SIDE, EDGE)))

    def show_identity(self, identity: Identity) -> None:
        """Show another person; what is not known takes no room."""
        if not self._leads and identity.allergies_to_ask:  # said, and asked in the details alone
            identity = replace(identity, allergies=identity.allergies_to_ask, allergies_to_ask="")
        for _part, words, said in self._parts(identity):
            words.say(said)
        self._allergies.speak(Voice.ALLERGY if identity.has_allergies else Voice.NO_ALLERGY)
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
            (self._brief, self._brief, _brief(identity)),
            (self._needs_in_brief, self._needs_in_brief, identity.needs_in_brief),
            (self._known_as, self._known_as, identity.known_as),
            (self._called, self._called, identity.known_as),
            (self._born_part, self._born, identity.born),
            (self._nhs_part, self._nhs, identity.nhs_number),
            (self._needs, self._needs, identity.needs),
        )

    def show_compact(self, compact: bool, *, most: int) -> None:
        """Keep what must never be out of sight in few lines, and a button for the rest; or show all again.

        It is at most so many pixels high: what it says of the person scrolls where that is not enough.
        """
        if (compact, most) != (self._is_compact, self._most):
            self._is_open = self._is_open and compact == self._is_compact
            self._is_compact, self._most = compact, most
            self._show_parts()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show_parts()
        self.turned.emit()

    def _show_parts(self) -> None:
        always: tuple[QWidget, ...] = (self._name, self._warning, self._allergies)
        if not self._is_compact:
            shown = (*always, self._known_as, self._born_part, self._nhs_part, self._needs)
        elif self._is_open:
            shown = (*always, self._brief, self._needs, self._called)
        else:
            shown = (*always, self._brief)
        for part, _words, said in self._parts(self._identity):
            part.setVisible(bool(said) and part in shown)
        for button in (self.trends, self.details):
            button.setVisible(self._leads and (not self._is_compact or self._is_open))
        self.more.setVisible(self._is_compact)
        self._place_buttons()
        self.lock.show_words(not self._is_compact)
        self._name_more()
        self._fit()

    def _name_more(self) -> None:
        needs = "needs, " if self._identity.needs else ""
        leads = "trends, details" if self._leads else "what they like to be called"
        heard = f"{LESS if self._is_open else MORE} about the person: {needs}{leads}"
        self.more.show_icon("chevron_up" if self._is_open else "chevron_down")
        self.more.say(LESS if self._is_open else MORE, heard)
        self.more.show_words(not self._is_open)

    def _fit(self) -> None:
        """Hold it at its height; the first of the needs stands there where it takes no line of its own."""
        around = px(2 * EDGE)
        if self._says_evaluation:
            around += px(4) + self._evaluation.heightForWidth(self.width() - px(2 * SIDE))
        self._person.cap(max(px(LEAST), self._most - around) if self._most else WIDEST)
        is_brief = self._is_compact and not self._is_open and bool(self._identity.needs_in_brief)
        self._needs_in_brief.setVisible(False)
        if is_brief:
            width = self._person.width()
            without = self._person.needed(width)
            self._needs_in_brief.setVisible(True)
            self._needs_in_brief.setVisible(self._person.needed(width) <= without)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room of the buttons' words to the person's where there is little."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """Fold the words of the buttons at the text size worn now, and place them."""
        self._place_buttons()
        for button in (self.trends, self.details):
            button.show_words(self.width() / scale() >= BUTTONS_FOLD_UNDER)
        self._fit()

    def _place_buttons(self) -> None:
        """Above one another where it is narrow, and where it is low: the words beside them need few lines."""
        is_low = self._is_compact and self._is_open
        stacks = is_low or self.width() / scale() < BUTTONS_STACK_UNDER
        way = QBoxLayout.Direction
        self._buttons.setDirection(way.TopToBottom if stacks else way.LeftToRight)
        self._buttons.setSpacing(px(4 if is_low else 12))

    def show_evaluation(self, shown: bool) -> None:
        """Say that the content is for evaluation; the frame shows it here while its own place is folded."""
        if shown != self._says_evaluation:
            self._says_evaluation = shown
            self._evaluation.setVisible(shown)
            self._fit()


def _brief(identity: Identity) -> str:
    """Birth date and NHS number on one line, each held together."""
    number = identity.nhs_number
    if number and not number[0].isdigit():
        number = f"NHS number {number}"
    return " \u00b7 ".join(each.replace(" ", NO_BREAK) for each in (identity.born, number) if each)


def _fact(caption: str, words: Words) -> QWidget:
    return Held(Column(Words(caption, Voice.SMALL), words, gap=0))
