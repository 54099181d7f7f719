"""How far the person is: one short bar a question, beside the same in words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.views.look.theme import colour, px, scale

_STEP = 30


class ProgressBars(QWidget):
    """Filled up to the question in hand; answered or skipped look the same, because both are fine."""

    def __init__(self) -> None:
        super().__init__()
        self._at = self._total = 0
        self.restyle()

    def show_at(self, number: int, total: int) -> None:
        """Show which question is in hand, from 1, of those that are asked now."""
        self._at, self._total = number, total
        self.restyle()
        self.setAccessibleName(f"Question {number} of {self._total}")
        self.update()

    def sizeHint(self) -> QSize:
        """Its own size."""
        return self.size()

    def restyle(self) -> None:
        """Measure again."""
        self._scale = scale()
        self.setFixedSize(px(_STEP * self._total), px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        s = self._scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self._total):
            reached = index < self._at
            painter.setPen(QPen(colour("primary" if reached else "line_strong"), 1.4 * s))
            painter.setBrush(colour("primary" if reached else "surface"))
            painter.drawRoundedRect(QRectF(index * _STEP * s + s, 2 * s, 24 * s, 8 * s), 4 * s, 4 * s)
