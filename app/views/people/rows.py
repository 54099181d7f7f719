"""Plain rows in a card: what, and what is said of it; side by side where there is room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.views.look.theme import px
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import FLUSH, Card
from app.views.parts.layout import Column, Columns, Hair, Held, Part, Row, Stretch
from app.views.parts.words import Voice, Words

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def rows_card(
    title: str, count: str, rows: Sequence[tuple[str, str]], nothing: str = "", explained: str = ""
) -> Card:
    """A card with a heading and rows; `nothing` is said where there are none."""
    head: list[Part] = [
        Row((Words(title, Voice.HEADING, wraps=True), 1), Words(count, Voice.SMALL, align=_RIGHT), gap=12)
    ]
    if explained:
        head.append(Words(explained, Voice.SMALL, wraps=True))
    if not rows:
        head.append(Words(nothing, Voice.SMALL_TEXT, wraps=True))
    card = Card(Held(Column(*head, gap=2, margins=(20, 12, 18, 12))), margins=FLUSH, gap=0)
    for what, said in rows:
        card.add(Hair(), _row(what, said))
    return card


def _row(what: str, said: str) -> QWidget:
    left, right = Words(what, Voice.SMALL_STRONG, wraps=True), Words(said, Voice.SMALL_TEXT, wraps=True)
    across = Columns((left, 1), (right, 2), gap=14, turn_at=420)
    return Held(Row((across, 1), margins=(20, 7, 18, 7)))


class LongList(QWidget):
    """A button that opens a long list of lines as plain text: read by keyboard, copied, never changed."""

    def __init__(self, words: str, name: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.button = Button(words, Kind.PLAIN)
        self.page = _Page("\n".join(lines), name)
        self.page.hide()
        self.button.clicked.connect(self._open)
        self.setLayout(Column(Row(self.button, Stretch()), self.page, gap=4, margins=(10, 0, 18, 10)))

    def _open(self) -> None:
        self.page.setVisible(not self.page.isVisibleTo(self))


class _Page(QPlainTextEdit):
    """The lines; Tab leaves it."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        self.setFixedHeight(px(220))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows scroll; everything else is Qt's."""
        bar = self.verticalScrollBar()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar.setValue(bar.value() + (px(22) if event.key() == Qt.Key.Key_Down else -px(22)))
        else:
            super().keyPressEvent(event)
