"""What waits, as quiet cards: a heading with its count, rows with a plain button each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Beside, Column, Hair, Held, Part, Row, Scrolled, Stretch, empty
from app.views.parts.words import Voice, Words

FIRST_SHOWN = 4
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Waiting:
    """One row: who, what of it, and a button; a row that only others may open has no button."""

    key: str
    name: str
    details: tuple[str, ...]
    button: str = ""
    button_name: str = ""


class WaitingColumn(Beside):
    """The cards of what waits: beside the people they scroll by themselves, below them with the page."""

    def __init__(self, *cards: QWidget, width: float) -> None:
        self._cards = Held(Column(*cards, Stretch(), gap=15))
        self._scroll = Scrolled(self._cards)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self._scroll)
        super().__init__(self._place, width)

    def stand(self, *, below: bool) -> None:
        """Below: as high as its cards. Beside: as high as the page, the cards scroll within."""
        super().stand(below=below)
        if below:
            self._scroll.takeWidget()
            self._place.addWidget(self._cards)
            self._cards.show()
        else:
            self._place.removeWidget(self._cards)
            self._scroll.setWidget(self._cards)
        self._scroll.setVisible(not below)


class WaitingCard(QWidget):
    """Shows the first few, and the rest when asked; `asked` tells the key of a pressed row."""

    asked = Signal(str)

    def __init__(self, title: str, order: str, nothing: str) -> None:
        """`order` says how the rows are sorted, `nothing` what an empty card says."""
        super().__init__()
        self._order, self._nothing = order, nothing
        self._rows: tuple[Waiting, ...] = ()
        self._all_shown = False
        self.buttons: dict[str, Button] = {}
        self._count = Words("", Voice.SMALL, align=_RIGHT)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        heading = Words(title, Voice.HEADING, wraps=True)
        head = Held(Row((heading, 1), self._count, gap=12, margins=(20, 12, 18, 12)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Card(head, Held(self._list), margins=FLUSH, gap=0))
        self._fill()

    def show_rows(self, rows: Sequence[Waiting]) -> None:
        """Show these rows; nothing is touched when they are the same as before."""
        if tuple(rows) == self._rows:
            return
        held = next((key for key, button in self.buttons.items() if button.hasFocus()), None)
        self._rows = tuple(rows)
        self._fill()
        if held is not None and held in self.buttons:
            self.buttons[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        self._empty()
        self._count.say(f"{len(self._rows)}, {self._order}" if self._rows else "")
        shown = self._rows if self._all_shown else self._rows[:FIRST_SHOWN]
        if not self._rows:
            said = Words(self._nothing, Voice.SMALL, wraps=True)
            self._add(Held(Column(said, margins=(20, 0, 18, 14))))
        for row in shown:
            self._add(Hair())
            self._add(self._make_row(row))
        if len(shown) < len(self._rows):
            self._add(Hair())
            self._add(self._make_more())

    def _empty(self) -> None:
        self.buttons = {}
        empty(self._list)

    def _add(self, part: QWidget) -> None:
        self._list.addWidget(part)
        part.show()

    def _make_row(self, row: Waiting) -> QWidget:
        details: list[Part] = [Words(line, Voice.SMALL, wraps=True) for line in row.details]
        name = Words(row.name, Voice.STRONG, wraps=True)
        parts: list[Part] = [(Column(name, *details, gap=2), 1)]
        if row.button:
            button = Button(row.button, Kind.PLAIN, name=row.button_name)
            button.clicked.connect(lambda: self.asked.emit(row.key))
            self.buttons[row.key] = button
            parts.append(button)
        return Held(Row(*parts, gap=8, margins=(20, 8, 12, 8)))

    def _make_more(self) -> QWidget:
        more = Button(f"Show all {len(self._rows)}", Kind.PLAIN)
        more.clicked.connect(self._show_all)
        return Held(Row(more, Stretch(), margins=(8, 2, 8, 2)))

    def _show_all(self) -> None:
        self._all_shown = True
        first_new = self._rows[FIRST_SHOWN].key
        self._fill()
        if first_new in self.buttons and QApplication.focusWidget() is None:
            self.buttons[first_new].setFocus(Qt.FocusReason.OtherFocusReason)
