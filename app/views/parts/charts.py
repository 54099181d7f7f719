"""Small charts on the screen, painted from a `ChartShape`. The last mark is filled, the others hollow."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.look.theme import colour, font, px, scale
from app.views.parts.chart_names import apart
from app.views.parts.chart_shape import ChartShape

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class _Chart(QWidget):
    """What both charts share: bands named in words on the right, dates below, and the text of it all."""

    def __init__(self, shape: ChartShape, height: float, foot: float, *, named: bool) -> None:
        super().__init__()
        self._height, self._foot, self._named = height, foot, named
        self._right = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_shape(shape)

    def show_shape(self, shape: ChartShape) -> None:
        """Show another chart in the same place."""
        if getattr(self, "_shape", None) == shape:
            return
        self._shape = shape
        self.setAccessibleName(shape.name)
        self.setAccessibleDescription(shape.in_words())
        self.restyle()
        self.update()

    def restyle(self) -> None:
        """Measure again: the names of the bands get the room that they need."""
        names = [band.words for band in self._shape.bands] + [self._shape.guide_words]
        metrics = QFontMetrics(font(12, 500))
        widest = max(metrics.horizontalAdvance(name) for name in names)
        self._right = widest + px(10) if self._named and widest else 0
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as was asked."""
        return QSize(px(180) + self._right, px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Room for a few marks and the words."""
        return QSize(px(80) + self._right, px(self._height))

    def _begin(self) -> tuple[QPainter, QRectF]:
        s = scale()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(self.rect()).adjusted(0, 2 * s, -float(self._right), -max(2.0, self._foot) * s)
        self._paint_bands(painter, plot)
        return painter, plot

    def _level(self, plot: QRectF, height: float) -> float:
        return plot.bottom() - height * plot.height()

    def _paint_bands(self, painter: QPainter, plot: QRectF) -> None:
        s, shape = scale(), self._shape
        words: list[tuple[float, str]] = []
        for band in shape.bands:
            top = self._level(plot, shape.height_of(band.high))
            bottom = self._level(plot, shape.height_of(band.low))
            painter.fillRect(QRectF(plot.x(), top, plot.width(), bottom - top), colour(band.tone.value))
            words.append(((top + bottom) / 2, band.words))
        if shape.guide is not None:
            y = self._level(plot, shape.height_of(shape.guide))
            painter.setPen(QPen(colour("line_strong"), max(1.0, s), Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(plot.x(), y), QPointF(plot.right(), y))
            words.append((y, shape.guide_words))
        if self._right:
            self._paint_names(painter, plot, words)

    def _paint_names(self, painter: QPainter, plot: QRectF, words: list[tuple[float, str]]) -> None:
        """The names of the bands."""
        s = scale()
        painter.setFont(font(12, 500))
        painter.setPen(colour("text_muted"))
        for level, name in apart(words, 15 * s):
            place = QRectF(plot.right() + 8 * s, level - 9 * s, self._right - 8 * s, 18 * s)
            painter.drawText(place, _LEFT, name)

    def _paint_dates(self, painter: QPainter, plot: QRectF, across: list[float]) -> None:
        s = scale()
        last = len(across) - 1
        taken: float = self.width() + 1
        for at in range(last, -1, -1):
            when = self._shape.marks[at].when
            painter.setFont(font(12, 700 if at == last else 500))
            width = painter.fontMetrics().horizontalAdvance(when) + 1
            left = min(max(across[at] - width / 2, 0.0), self.width() - width)
            if not when or left + width > taken:
                continue
            taken = left - 2 * s
            painter.setPen(colour("text" if at == last else "text_muted"))
            painter.drawText(QRectF(left, plot.bottom() + 2 * s, width, 18 * s), _LEFT, when)


class BandBars(_Chart):
    """One upright bar an occasion, from its lower to its upper number, on named bands."""

    def __init__(self, shape: ChartShape, *, height: float = 106, named: bool = True) -> None:
        """`height` of all in design pixels; `named` writes the names of the bands beside them."""
        super().__init__(shape, height, 20, named=named)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        s, marks = scale(), self._shape.marks
        painter, plot = self._begin()
        step = plot.width() / max(1, len(marks))
        across = [plot.x() + step * (at + 0.5) for at in range(len(marks))]
        for at, mark in enumerate(marks):
            top = self._level(plot, self._shape.height_of(mark.value))
            lower = mark.value if mark.lower is None else mark.lower
            bottom = self._level(plot, self._shape.height_of(lower))
            painter.setPen(QPen(colour("series"), 1.6 * s))
            painter.setBrush(colour("series" if at == len(marks) - 1 else "surface"))
            bar = QRectF(across[at] - 5 * s, top, 10 * s, max(10 * s, bottom - top))
            painter.drawRoundedRect(bar, 5 * s, 5 * s)
        self._paint_dates(painter, plot, across)


class SmallTrend(_Chart):
    """A small line on named bands, its marks placed by their dates."""

    def __init__(
        self, shape: ChartShape, *, height: float = 96, named: bool = True, dates: bool = True
    ) -> None:
        """`height` of all in design pixels; `named` and `dates` write what stands beside and below."""
        super().__init__(shape, height, 20 if dates else 0, named=named)
        self._dates = dates

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line and its marks."""
        s, shape = scale(), self._shape
        painter, plot = self._begin()
        inner = plot.adjusted(10 * s, 6 * s, -10 * s, -6 * s)
        points = [
            QPointF(inner.x() + shape.along(at) * inner.width(), self._level(inner, shape.height_of(m.value)))
            for at, m in enumerate(shape.marks)
        ]
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(colour("series"), 2.4 * s, Qt.PenStyle.SolidLine, cap, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stretch in _stretches(points, [mark.after_gap for mark in shape.marks]):
            painter.drawPolyline(stretch)
        for at, point in enumerate(points):
            painter.setBrush(colour("series" if at == len(points) - 1 else "surface"))
            painter.drawEllipse(point, 4 * s, 4 * s)
        if self._dates:
            self._paint_dates(painter, plot, [point.x() for point in points])


def _stretches(points: list[QPointF], after_gap: list[bool]) -> list[list[QPointF]]:
    """The points that a line may join: none runs over a gap."""
    found: list[list[QPointF]] = []
    for point, is_after_gap in zip(points, after_gap, strict=True):
        if is_after_gap or not found:
            found.append([])
        found[-1].append(point)
    return found
