"""One cell of the grid of consent: a quiet ring, or a filled pill with a tick and its word."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from app.views.fields.segment import Answer
from app.views.look.strokes import draw_tick
from app.views.look.theme import colour, font, px, scale

_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class CellLook:
    """How the chosen cell of a column looks: its word, ground, ink and edge, and how wide it is."""

    word: str
    ground: str
    ink: str
    edge: str
    width: int
    is_answer: bool = True


YES = CellLook("Yes", "primary", "on_primary", "primary", 90)
ASK_FIRST = CellLook("Ask me first", "primary_soft", "primary", "primary", 148)
NO = CellLook("No", "surface", "text", "text", 84)
NOT_ASKED = CellLook("Not asked", "surface", "text_muted", "line_strong", 114, is_answer=False)


class ConsentCell(Answer):
    """Left and right look at the other answers, up and down go to the same answer of the next topic."""

    moved = Signal(int)

    def __init__(self, look: CellLook, name: str) -> None:
        super().__init__("")
        self._look = look
        self._is_last_time = self._is_wordy = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_last_time(self, said: str) -> None:
        """Mark what was said last time, with no look of an answer of today; no words take the mark off."""
        self.setAccessibleDescription(said)
        if bool(said) != self._is_last_time:
            self._is_last_time = bool(said)
            self.update()

    def show_words(self, is_wordy: bool) -> None:
        """Say the word beside the ring, where no heading stands above it."""
        self._is_wordy = is_wordy
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down change the topic."""
        if event.key() in _UP_DOWN:
            self.moved.emit(_UP_DOWN[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the pill."""
        return QSize(px(self._look.width), px(44))

    def minimumSizeHint(self) -> QSize:
        """The pill is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring or the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            self._paint_pill(painter)
        else:
            self._paint_ring(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        s, near = scale(), self.underMouse()
        middle = QRectF(self.rect()).center()
        if self._is_wordy:
            middle = QPointF(15 * s, middle.y())
        painter.setBrush(colour("primary_soft" if near else "surface"))
        painter.setPen(QPen(colour("primary" if near else "line_strong"), 1.8 * s))
        painter.drawEllipse(middle, 11 * s, 11 * s)
        if self._is_last_time:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("text_muted"))
            painter.drawEllipse(middle, 4.5 * s, 4.5 * s)
        if self._is_wordy:
            painter.setPen(colour("text"))
            painter.setFont(font(14, 500))
            room = QRectF(32 * s, 0, self.width() - 32 * s, self.height())
            painter.drawText(
                room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._look.word
            )

    def _paint_pill(self, painter: QPainter) -> None:
        s, look = scale(), self._look
        words_font = font(16, 600)
        wide = QFontMetricsF(words_font).horizontalAdvance(look.word)
        width = wide + (48 if look.is_answer else 26) * s
        middle = QRectF(self.rect()).center()
        left = 0.0 if self._is_wordy else middle.x() - width / 2
        pill = QRectF(left + s, middle.y() - 17 * s, width - 2 * s, 34 * s)
        pen = QPen(colour(look.edge), 1.8 * s)
        if not look.is_answer:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setBrush(colour(look.ground))
        painter.setPen(pen)
        painter.drawRoundedRect(pill, 17 * s, 17 * s)
        painter.setFont(words_font)
        painter.setPen(colour(look.ink))
        if not look.is_answer:
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, look.word)
            return
        room = QRectF(pill.x() + 32 * s, pill.y(), wide + 4, pill.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, look.word)
        draw_tick(painter, pill.x() + 12 * s, middle.y(), look.ink)
