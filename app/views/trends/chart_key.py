"""The key of a chart: each shape on it with its words."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.consultation.figures import UNUSUAL
from app.consultation.trends import Trend
from app.views.look.theme import colour, px
from app.views.parts.layout import Flow, Held, Row
from app.views.parts.words import Voice, Words
from app.views.trends.marks import KEY_WORDS, SYMBOLS, UNUSUAL_SYMBOL


class Shape(QWidget):
    """One shape as the chart draws it."""

    def __init__(self, symbol: str) -> None:
        super().__init__()
        self._symbol = symbol
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        self.setFixedSize(QSize(px(16), px(16)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it: a disc is filled, the others are hollow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("series"), px(1.6)))
        painter.setBrush(colour("series" if self._symbol == "o" else "surface"))
        middle, half = QRectF(self.rect()).center(), px(4.5)
        if self._symbol == "o":
            painter.drawEllipse(middle, half, half)
        else:
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) * half for x, y in _CORNERS[self._symbol]]))


_CORNERS = {
    "t1": ((0, -1), (1, 1), (-1, 1)),
    "s": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    UNUSUAL_SYMBOL: ((0, -1.5), (1.5, 0), (0, 1.5), (-1.5, 0)),
}


class ChartKey(QWidget):
    """Only the shapes that are on the chart."""

    def __init__(self, trend: Trend) -> None:
        """`trend` is all that may come to be shown."""
        super().__init__()
        self._parts = {
            symbol: Held(Row(Shape(symbol), Words(words, Voice.SMALL), gap=4))
            for symbol, words in KEY_WORDS.items()
            if symbol in used_by(trend)
        }
        self.setLayout(Flow(*self._parts.values(), gap=16, line_gap=0))

    def show_trend(self, trend: Trend) -> None:
        """Show the shapes that the span in sight needs."""
        used = used_by(trend)
        for symbol, part in self._parts.items():
            part.setVisible(symbol in used)
        self.setVisible(bool(used))


def used_by(trend: Trend) -> set[str]:
    """The shapes that a chart of this trend has on it."""
    used = {SYMBOLS[figure.how] for figure in trend.drawn}
    if any(figure.remark == UNUSUAL for figure in trend.drawn):
        used.add(UNUSUAL_SYMBOL)
    return used
