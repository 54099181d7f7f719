"""One large chart, drawn by pyqtgraph. Imported only when a chart is to be painted: it brings numpy along.

It is a picture: no wheel, no drag and no menu can hide a reading. What it says is read in the table beneath.
"""

from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.consultation.figures import UNUSUAL, Figure
from app.views.look.theme import colour, font, px
from app.views.parts.chart_names import apart
from app.views.trends.marks import SYMBOLS, UNUSUAL_SYMBOL
from app.views.trends.plot_shape import PlotShape
from app.views.trends.time_ticks import time_ticks

PLOT_PX, LANE_PX, AXIS_PX, DAY_PX, EDGE = 190, 18, 44, 90, 0.04
LEFT_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class TimePlot(QWidget):
    """Readings on bands from the first day to today; names of bands at the right, medicines on top."""

    def __init__(self, shape: PlotShape) -> None:
        super().__init__()
        self._shape = shape
        self._view = pg.PlotWidget(enableMenu=False)
        self._item = self._view.getPlotItem()
        self._hold_still()
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._view)
        self._item.getViewBox().sigResized.connect(lambda _box: self._set_days())
        self.show_shape(shape)

    def _hold_still(self) -> None:
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAntialiasing(True)
        self._item.hideButtons()
        self._item.getViewBox().setMouseEnabled(x=False, y=False)

    def show_shape(self, shape: PlotShape) -> None:
        """Draw another span, or other readings."""
        self._shape = shape
        self._view.setAccessibleName(f"{shape.trend.measure.title}: chart")
        self.restyle()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(px(320), px(PLOT_PX) + self._lane_height())

    def minimumSizeHint(self) -> QSize:
        """It may be narrow; it is never lower than this."""
        return QSize(px(160), px(PLOT_PX) + self._lane_height())

    def restyle(self) -> None:
        """Draw everything again, in the colours and at the text size worn now."""
        self.setFixedHeight(px(PLOT_PX) + self._lane_height())
        self._box.setContentsMargins(0, self._lane_height(), self._names_width(), 0)
        self._item.clear()
        self._view.setBackground(colour("surface"))
        self._set_axes()
        self._draw_bands()
        self._draw_medicines()
        self._draw_readings()
        self.update()

    # the ground

    def _set_axes(self) -> None:
        shape = self._shape
        for side in ("left", "bottom"):
            axis = self._item.getAxis(side)
            axis.setPen(pg.mkPen(colour("line_strong")))
            axis.setTextPen(colour("text_muted"))
            axis.setStyle(tickFont=font(13, 500), autoExpandTextSpace=False, hideOverlappingLabels=False)
        self._item.getAxis("left").setWidth(px(AXIS_PX))
        self._item.getAxis("bottom").setHeight(px(26))
        self._set_days()
        if shape.trend.measure.is_rating:
            self._item.getAxis("left").setTicks([[(at, str(at)) for at in range(1, 8)]])
        edge = max(1.0, (shape.today - shape.first).days * EDGE)
        self._item.setXRange(_across(shape.first) - edge, _across(shape.today) + edge, padding=0)
        self._item.setYRange(*self._ends(), padding=0)

    def _set_days(self) -> None:
        """Mark as many days as have room for their words at this width."""
        room = self._item.getViewBox().sceneBoundingRect().width()
        days = time_ticks(self._shape.first, self._shape.today, max(2, int(room) // px(DAY_PX)))
        self._item.getAxis("bottom").setTicks([[(_across(day), words) for day, words in days]])
        self.update()

    def _ends(self) -> tuple[float, float]:
        """The lowest and the highest figure in sight: a mark at an end of the chart is drawn whole."""
        low, high = float(self._shape.low), float(self._shape.high)
        return low - (high - low) * EDGE, high + (high - low) * EDGE

    def _draw_bands(self) -> None:
        low, high = self._ends()
        for band in self._shape.bands:
            region = pg.LinearRegionItem(
                (
                    low if band.low == self._shape.low else float(band.low),
                    high if band.high == self._shape.high else float(band.high),
                ),
                orientation="horizontal",
                movable=False,
                brush=colour(band.tone.value),
                pen=pg.mkPen(colour("grid_line")),
            )
            region.setZValue(-10)
            self._item.addItem(region)
        if self._shape.guide is not None:
            pen = pg.mkPen(colour("line_strong"), width=px(1), style=Qt.PenStyle.DashLine)
            self._item.addItem(pg.InfiniteLine(float(self._shape.guide), angle=0, pen=pen))

    def _draw_medicines(self) -> None:
        pen = pg.mkPen(colour("text_muted"), width=max(1, px(1)), style=Qt.PenStyle.DotLine)
        for mark in self._shape.marks:
            self._item.addItem(pg.InfiniteLine(_across(mark.on), angle=90, pen=pen))

    # the readings

    def _draw_readings(self) -> None:
        if self._shape.has_bars:
            self._draw_bars()
        else:
            pen = pg.mkPen(colour("series"), width=px(2))
            for stretch in self._shape.trend.lines():
                self._item.plot([_across(f.on) for f in stretch], [_height(f) for f in stretch], pen=pen)
        for how, symbol in SYMBOLS.items():
            self._draw_marks([f for f in self._shape.drawn if f.how is how], symbol)
        unusual = [f for f in self._shape.drawn if f.remark == UNUSUAL]
        self._draw_marks(unusual, UNUSUAL_SYMBOL, size=20, is_hollow=True)

    def _draw_bars(self) -> None:
        pen = pg.mkPen(colour("series"), width=px(4))
        across = [_across(f.on) for f in self._shape.drawn for _side in range(2)]
        ends = [float(side) for f in self._shape.drawn for side in (f.lower, f.value) if side is not None]
        self._item.plot(across, ends, pen=pen, connect="pairs")

    def _draw_marks(
        self, figures: list[Figure], symbol: str, *, size: float = 9, is_hollow: bool = False
    ) -> None:
        ends = [(f.on, side) for f in figures for side in (f.value, f.lower) if side is not None]
        if not ends:
            return
        self._item.addItem(
            pg.ScatterPlotItem(
                x=[_across(day) for day, _value in ends],
                y=[float(value) for _day, value in ends],
                symbol=symbol,
                size=px(size),
                pen=pg.mkPen(colour("series"), width=max(1, px(1.6))),
                brush=None if is_hollow else colour("surface" if symbol != "o" else "series"),
            )
        )

    # the words around it

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the names of the bands at the right, and the medicines on top."""
        plot = self._plot_place()
        painter = QPainter(self)
        painter.setFont(font(12, 500))
        painter.setPen(colour("text_muted"))
        self._paint_names(painter, plot)
        self._paint_medicines(painter, plot)

    def _plot_place(self) -> QRectF:
        scene = self._item.getViewBox().sceneBoundingRect()
        corner = self._view.mapFromScene(scene.topLeft()) + self._view.pos()
        return QRectF(QPointF(corner), scene.size())

    def _paint_names(self, painter: QPainter, plot: QRectF) -> None:
        low, high = self._ends()
        words = [
            (plot.bottom() - (float(at) - low) / (high - low) * plot.height(), name)
            for at, name in self._shape.names
        ]
        for level, name in apart(words, px(15)):
            place = QRectF(plot.right() + px(8), level - px(9), self._names_width(), px(18))
            painter.drawText(place, LEFT_MIDDLE, name)

    def _paint_medicines(self, painter: QPainter, plot: QRectF) -> None:
        """Each beside its line, the newest first; one that finds no room is still named above the charts."""
        for row, start, x, words in self._medicine_places(painter, plot):
            top, width = row * px(LANE_PX), painter.fontMetrics().horizontalAdvance(words)
            painter.setPen(QPen(colour("text_muted"), max(1, px(1)), Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, top), QPointF(x, plot.y()))
            place = QRectF(start + px(4), top, width + px(2), px(LANE_PX))
            painter.fillRect(place, colour("surface"))
            painter.setPen(colour("text_muted"))
            painter.drawText(place, LEFT_MIDDLE, words)

    def _medicine_places(self, painter: QPainter, plot: QRectF) -> list[tuple[int, float, float, str]]:
        """Row, left edge, the line's place and the words of each medicine that finds room."""
        found: list[tuple[int, float, float, str]] = []
        rows = [self.width() + 1.0] * (self._lane_height() // px(LANE_PX) if self._shape.marks else 0)
        (left, right), _ = self._item.getViewBox().viewRange()
        for mark in self._shape.marks:
            x = plot.x() + (_across(mark.on) - left) / (right - left) * plot.width()
            width = painter.fontMetrics().horizontalAdvance(mark.words) + px(6)
            start = min(x, self.width() - width)
            row = next((at for at, taken in enumerate(rows) if start + width <= taken), None)
            if row is None:
                continue
            rows[row] = start
            found.append((row, start, x, mark.words))
        return found

    def _lane_height(self) -> int:
        return px(LANE_PX) * min(2, len(self._shape.marks))

    def _names_width(self) -> int:
        metrics = QFontMetrics(font(12, 500))
        widest = max((metrics.horizontalAdvance(name) for _at, name in self._shape.names), default=0)
        return widest + px(12) if widest else px(12)


def _across(day: date) -> float:
    return float(day.toordinal())


def _height(figure: Figure) -> float:
    return float(figure.value) if figure.value is not None else 0.0
