"""Where a large chart stands: it is made when it first comes into sight, and so is what draws it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.views.look.theme import px
from app.views.trends.plot_shape import PlotShape

if TYPE_CHECKING:
    from app.views.trends.plot import TimePlot

UNTIL_THEN_PX = 200


class ChartPlace(QWidget):
    """Keeps the room of a chart until it is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._shape: PlotShape | None = None
        self.plot: TimePlot | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shape(self, shape: PlotShape | None) -> None:
        """Show a chart, or nothing where nothing can be drawn."""
        self._shape = shape
        self.setVisible(shape is not None)
        if self.plot is not None and shape is not None:
            self.plot.show_shape(shape)

    def sizeHint(self) -> QSize:
        """The height that the chart will have."""
        return super().sizeHint() if self.plot is not None else QSize(px(320), px(UNTIL_THEN_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is painted is in sight: now the chart is worth its making."""
        if self.plot is None:
            QTimer.singleShot(0, self, self._make)

    def _make(self) -> None:
        from app.views.trends.plot import TimePlot

        if self._shape is not None and self.plot is None:
            self.plot = TimePlot(self._shape)
            self._box.addWidget(self.plot)
            self.updateGeometry()
