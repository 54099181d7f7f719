"""Two bars on the scale of 1 to 7: last time thin and hollow, today solid, both with their number."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.consultation.dialog.record import RATING_WORDS
from app.views.look.strokes import rounded
from app.views.look.theme import colour, font, px, scale
from app.views.sections.dialog.comparing import Compared

_LEFT, _NUMBER = 3, 24
_FIRST_STEP = 14
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PairBars(QWidget):
    """The bars of one item; what has no rating says so in words."""

    def __init__(self, row: Compared) -> None:
        super().__init__()
        self._row = row
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_row(row)

    def show_row(self, row: Compared) -> None:
        """Show other ratings."""
        self._row = row
        self.setAccessibleName(row.spoken)
        self.update()

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough to tell seven steps apart."""
        return QSize(px(250), px(44))

    def minimumSizeHint(self) -> QSize:
        """Still seven steps."""
        return QSize(px(130), px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the guide lines, then the two bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("grid_line"), 1))
        for rating in RATING_WORDS:
            x = self._x(rating)
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setPen(QPen(colour("line_strong"), 1))
        painter.drawLine(QPointF(_LEFT * scale(), 0), QPointF(_LEFT * scale(), self.height()))
        row = self._row
        self._paint_bar(painter, row.then, 7, 8, solid=False, otherwise=row.then_words)
        self._paint_bar(painter, row.now, 21, 14, solid=True, otherwise=row.now_words.lower())

    def _x(self, rating: int) -> float:
        s = scale()
        first, last = (_LEFT + _FIRST_STEP) * s, self.width() - _NUMBER * s
        return first + (rating - 1) / 6 * (last - first)

    def _paint_bar(
        self, painter: QPainter, rating: int | None, top: float, high: float, *, solid: bool, otherwise: str
    ) -> None:
        s = scale()
        if rating is None:
            self._paint_words(painter, otherwise, top)
            return
        left = _LEFT * s
        place = QRectF(left, top * s, self._x(rating) - left, high * s)
        path = rounded(place, high * s / 2, before=False)
        painter.fillPath(path, colour("series" if solid else "surface"))
        painter.setPen(QPen(colour("series" if solid else "text_muted"), 1.5 * s))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setFont(font(14 if solid else 12, 700 if solid else 500))
        painter.setPen(colour("text" if solid else "text_muted"))
        beside = QRectF(place.right() + 6 * s, (top - 4) * s, _NUMBER * s, (high + 8) * s)
        painter.drawText(beside, _LEFT_MIDDLE, str(rating))

    def _paint_words(self, painter: QPainter, words: str, top: float) -> None:
        if not words:
            return
        s = scale()
        painter.setFont(font(13, 500))
        room = QRectF((_LEFT + 6) * s, (top - 5) * s, self.width() - (_LEFT + 6) * s, 18 * s)
        ground = painter.boundingRect(room, _LEFT_MIDDLE, words)
        painter.fillRect(ground.adjusted(-2 * s, 0, 4 * s, 0), colour("surface"))
        painter.setPen(colour("text_muted"))
        painter.drawText(room, _LEFT_MIDDLE, words)


class Swatch(QWidget):
    """The look of one bar, beside its words in the legend."""

    def __init__(self, *, solid: bool) -> None:
        super().__init__()
        self._solid = solid
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        self.setFixedSize(px(38), px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one bar."""
        s, high = scale(), (14 if self._solid else 8) * scale()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour("series" if self._solid else "surface"))
        painter.setPen(QPen(colour("series" if self._solid else "text_muted"), 1.5 * s))
        place = QRectF(s, (self.height() - high) / 2, self.width() - 2 * s, high)
        painter.drawRoundedRect(place, high / 2, high / 2)
