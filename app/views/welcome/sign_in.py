"""Sign in: choose who, then the passphrase. Nobody is chosen on arrival, and no record is named here."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.views.fields.answers import AnswerGroup
from app.views.fields.field import Captioned
from app.views.fields.note import State
from app.views.fields.secret import SecretField
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card, Surface
from app.views.parts.layout import Column, Columns, Flow, Gap, Held, Row, Stretch
from app.views.parts.pictures import Picture
from app.views.parts.words import Voice, Words
from app.views.welcome.front_page import FrontPage
from app.views.welcome.person_tile import Person, PersonTile

WRONG = "That did not open it."
WHO_FIRST = "Choose who is signing in first: press Enter, or click the name. What you typed was not taken."
FROM_THE_START = "Now type your passphrase, from its first word."


class SignIn(QWidget):
    """Tells `sign_in_asked(name_id, passphrase)` and `recovery_asked`; is told how it went.

    It never says whether the name or the passphrase was wrong.
    """

    chosen = Signal(str)
    sign_in_asked = Signal(str, str)
    recovery_asked = Signal()

    def __init__(self, people: Sequence[Person], *, practice: bool = False) -> None:
        super().__init__()
        self._seconds_left = 0
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._count_down)
        self.notice = Held(Column())
        self.notice.hide()
        self._tiles: list[PersonTile] = []
        self._tile_box = Column(gap=8)
        self._group: AnswerGroup | None = None
        self.passphrase = SecretField("Passphrase")
        self.go = Button("Sign in", Kind.PRIMARY)
        self._greeting = Words("Your passphrase", Voice.HEADING, wraps=True)
        self._recovery = Button("Use the recovery sheet", Kind.OUTLINE)
        card = Card(self.notice, self._columns(), margins=(32, 26, 32, 26), gap=18)
        page = FrontPage(card, practice=practice)
        self.setLayout(Column(page, gap=0))
        self.passphrase.entered.connect(self._ask)
        self.go.clicked.connect(self._ask)
        self._recovery.clicked.connect(self.recovery_asked)
        self.show_people(people)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show who may sign in; nobody is chosen."""
        for tile in self._tiles:
            tile.deleteLater()
        self._tiles = [PersonTile(person) for person in people]
        for tile in self._tiles:
            self._tile_box.addWidget(tile)
            tile.asked.connect(self._go_to_passphrase)
            tile.typed.connect(self._typed_on_tile)
        self._group = None
        if self._tiles:
            keys = [person.name_id for person in people]
            self._group = AnswerGroup(keys, self._tiles, self, picks=True)
            self._group.chosen.connect(self._greet)
        self._order_tabs()

    def chosen_id(self) -> str | None:
        """Who is chosen, or None."""
        return self._group.key() if self._group else None

    def choose(self, name_id: str) -> None:
        """Choose someone, as a press on their tile would."""
        if self._group:
            self._group.show_key(name_id)
            self._greet(name_id)

    def show_ready(self) -> None:
        """Take a passphrase again."""
        self._clock.stop()
        self._enable(True)
        self.go.say("Sign in")

    def show_working(self) -> None:
        """Say that the passphrase is being tried; nothing can be pressed meanwhile."""
        self._enable(False)
        self.passphrase.accept_typed()
        self.go.say("Opening\u2026")

    def show_wrong(self, tries_left: int | None = None) -> None:
        """Say that it did not open, and how many tries are left before a wait."""
        left = "" if tries_left is None else f" {_tries(tries_left)} left before a wait."
        self.show_refused(WRONG + left)

    def show_refused(self, sentence: str, wait_seconds: int = 0) -> None:
        """Say why it did not open; what was typed stays, selected, and the keyboard is on it."""
        self.show_ready()
        self.passphrase.refuse(sentence)
        self.passphrase.line.selectAll()
        self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if wait_seconds > 0:
            self.show_wait(wait_seconds)

    def show_wait(self, seconds: int) -> None:
        """Count the seconds of a wait in words, then take a passphrase again."""
        self._seconds_left = seconds
        self._enable(False)
        self._say_wait()
        self._clock.start()

    def show_notice(self, notice: QWidget) -> None:
        """Show a message above the names, such as why the screen was locked."""
        layout = self.notice.layout()
        if layout is not None:
            layout.addWidget(notice)
        self.notice.show()

    def _order_tabs(self) -> None:
        """Names first, then the passphrase: they were put in later than it."""
        fixed = (self.passphrase.line, self.passphrase.show_button, self.go, self._recovery)
        stops: list[QWidget] = [*self._tiles, *fixed]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        if self._tiles:
            self.setFocusProxy(self._tiles[0])
            self._tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self) -> QWidget:
        staff = Column(
            Words("Who is signing in?", Voice.HEADING),
            Words("Each person has their own key on this laptop.", Voice.SMALL, wraps=True),
            Gap(2),
            self._tile_box,
            Stretch(),
            gap=4,
        )
        hint = Row(
            Picture("info", 18),
            (Words("Your own words, with the spaces between them.", Voice.SMALL, wraps=True), 1),
        )
        right = Column(
            self._greeting,
            Words(
                "Your passphrase opens this laptop's records. Nobody else has it.", Voice.SMALL, wraps=True
            ),
            Captioned("Passphrase", self.passphrase),
            hint,
            Gap(2),
            self.go,
            Gap(8),
            self._forgotten(),
            Stretch(),
            gap=6,
        )
        return Columns((Held(staff), 5), (Held(right), 6), gap=56, turn_at=640)

    def _forgotten(self) -> QFrame:
        return Card(
            Row(Picture("key", 20, "primary"), (Words("Forgotten it?", Voice.SUBHEADING), 1), gap=10),
            Words(
                "The two printed recovery codes, one kept by a person and one by the team, open it together. "
                "Nothing that you saved is lost.",
                Voice.SMALL_TEXT,
                wraps=True,
            ),
            Held(Flow(self._recovery)),
            surface=Surface.TINT,
            margins=(18, 12, 18, 14),
            gap=6,
        )

    def _greet(self, name_id: str) -> None:
        person = next(tile.person for tile in self._tiles if tile.person.name_id == name_id)
        self._greeting.say(f"Welcome back, {person.name}")
        self.passphrase.clear()
        if any(not tile.takes_space for tile in self._tiles):
            self._let_spaces_choose(True)
            self.passphrase.note.say(FROM_THE_START, State.CHECK)
        if not self._clock.isActive():
            self.show_ready()
        self.chosen.emit(name_id)

    def _go_to_passphrase(self) -> None:
        self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed_on_tile(self, letter: str) -> None:
        """Letters on a name are the beginning of a passphrase: they go there, or are said to be lost."""
        if self.chosen_id() is not None:
            self._go_to_passphrase()
            self.passphrase.line.insert(letter)
            return
        self.passphrase.refuse(WHO_FIRST)
        self._let_spaces_choose(False)

    def _let_spaces_choose(self, they_do: bool) -> None:
        for tile in self._tiles:
            tile.takes_space = they_do

    def _ask(self) -> None:
        if not self.go.isEnabled():
            return
        name_id = self.chosen_id()
        if name_id is None:
            self.passphrase.refuse("Choose who is signing in first.")
        elif not self.passphrase.secret():
            self.passphrase.refuse("Type your passphrase.")
        else:
            self.sign_in_asked.emit(name_id, self.passphrase.secret())

    def _enable(self, enabled: bool) -> None:
        for each in (self.go, self.passphrase.line, *self._tiles):
            each.setEnabled(enabled)

    def _count_down(self) -> None:
        self._seconds_left -= 1
        if self._seconds_left > 0:
            self._say_wait()
            return
        self.show_ready()
        self.passphrase.clear()
        self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_wait(self) -> None:
        left = self._seconds_left
        words = f"{left} second{'s' if left != 1 else ''}" if left < 120 else f"{-(-left // 60)} minutes"
        self.passphrase.refuse(f"Too many tries. The next one is possible in {words}. Nothing is ever wiped.")
        self.go.say(f"Wait {words}")


def _tries(count: int) -> str:
    return "1 try is" if count == 1 else f"{count} tries are"
