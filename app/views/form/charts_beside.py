"""The small charts of an open row: one a measure, named where there are several."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.parts.chart_shape import ChartShape
from app.views.parts.charts import BandBars, SmallTrend
from app.views.parts.layout import Column, Flow, Held
from app.views.parts.words import Voice, Words


class ChartsBeside(QWidget):
    """Charts are made when first needed, and kept; each takes what is new to it."""

    def __init__(self) -> None:
        super().__init__()
        self.charts: list[BandBars | SmallTrend] = []
        self._captions: list[Words] = []
        self._holders: list[QWidget] = []
        self._flow = Flow(gap=16, line_gap=8)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_shapes(self, shapes: tuple[ChartShape, ...]) -> None:
        """Show these, in this order."""
        for at, shape in enumerate(shapes):
            if at == len(self.charts):
                self._add(shape)
            self.charts[at].show_shape(shape)
            self._captions[at].say(shape.name)
            self._captions[at].setVisible(len(shapes) > 1)
        for at, holder in enumerate(self._holders):
            holder.setVisible(at < len(shapes))
        self.setVisible(bool(shapes))

    def _add(self, shape: ChartShape) -> None:
        chart = BandBars(shape) if shape.marks[0].lower is not None else SmallTrend(shape)
        caption = Words(shape.name, Voice.SMALL)
        holder = Held(Column(caption, chart, gap=2))
        self.charts.append(chart)
        self._captions.append(caption)
        self._holders.append(holder)
        self._flow.addWidget(holder)
