"""The head of the home screen: the product, who is signed in, the menu, Lock."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy

from app.views.look import icons
from app.views.look.theme import scale, tokens
from app.views.look.tokens import SCALES, Theme
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Flow, Held, Row
from app.views.parts.pictures import Mark
from app.views.parts.words import Voice, Words

_THEMES = {Theme.LIGHT: "Light", Theme.DARK: "Dark", Theme.CONTRAST: "High contrast"}


class HomeHeader(QFrame):
    """Everything that is not about a person: nobody's name but the member of staff's stands here."""

    lock_asked = Signal()
    look_asked = Signal(object)
    text_size_asked = Signal(float)
    colleagues_asked = Signal()
    secrets_asked = Signal()
    rulebook_asked = Signal()
    backup_asked = Signal()

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAccessibleName("One Conversation")
        self.menu = Button("Menu", Kind.HEADER, icon="menu", name="Menu: colleagues, look, backup")
        self.lock = Button("Lock", Kind.HEADER, icon="lock", name="Lock the screen")
        self.menu.clicked.connect(self._open_menu)
        self.lock.clicked.connect(self.lock_asked)
        product = Held(Row(Mark(25, "header_text"), Words("One Conversation", Voice.NAME), gap=12))
        who = Held(Column(Words(name, Voice.STRONG), Words(role.capitalize(), Voice.SMALL), gap=0))
        left, right = Held(Flow(product)), Held(Flow(who, self.menu, self.lock, gap=14, line_gap=6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        right.setSizePolicy(policy)
        row = Row((left, 1), right, gap=20, margins=(28, 8, 24, 8))
        row.setAlignment(left, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(row)

    def make_menu(self) -> QMenu:
        """The menu as it stands now: what is worn has a tick and says so."""
        menu = QMenu(self)
        menu.setAccessibleName("Menu")
        menu.addAction("Colleagues").triggered.connect(self.colleagues_asked)
        menu.addAction("My passphrase and PIN").triggered.connect(self.secrets_asked)
        menu.addAction("Rulebook").triggered.connect(self.rulebook_asked)
        menu.addAction("Back up now").triggered.connect(self.backup_asked)
        menu.addSeparator()
        for size in SCALES:
            action = menu.addAction(f"Text size {size:.0%}")
            action.triggered.connect(partial(self.text_size_asked.emit, size))
            _mark(action, is_worn=size == scale())
        menu.addSeparator()
        for theme, words in _THEMES.items():
            action = menu.addAction(words)
            action.triggered.connect(partial(self.look_asked.emit, theme))
            _mark(action, is_worn=theme is tokens().theme)
        return menu

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.menu.mapToGlobal(QPoint(0, self.menu.height())))


def _mark(action: QAction, *, is_worn: bool) -> None:
    if is_worn:
        action.setIcon(icons.icon("tick", 20, tokens().text))
        action.setText(f"{action.text()}, as now")
