"""The numbers of a chart as a table: what a screen reader reads, and what is not drawn with its reason."""

from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.consultation.days import on_screen
from app.consultation.figures import Figure
from app.consultation.trends import Trend
from app.views.look.theme import px

MOST_ROWS_IN_SIGHT = 8
NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Heading(Enum):
    """The columns."""

    DATE = "Date"
    VALUE = "Value"
    HOW = "How we know"
    RANGE = "In words"
    REMARK = "Remark"


def cell(figure: Figure, heading: Heading) -> str:
    """One cell in words."""
    said = {
        Heading.DATE: on_screen(figure.on),
        Heading.VALUE: figure.said,
        Heading.HOW: figure.known_by,
        Heading.RANGE: figure.band,
        Heading.REMARK: figure.remark,
    }
    return said[heading]


class Readings(QAbstractTableModel):
    """The readings of one measure, the newest first; a column in which nothing stands is left out."""

    def __init__(self, trend: Trend) -> None:
        super().__init__()
        self.show_trend(trend)

    def show_trend(self, trend: Trend) -> None:
        """Take other readings."""
        self.beginResetModel()
        self.figures = trend.newest_first
        self.headings = [
            heading
            for heading in Heading
            if heading in (Heading.DATE, Heading.VALUE, Heading.HOW)
            or any(cell(figure, heading) for figure in self.figures)
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """One row a reading."""
        return 0 if parent.isValid() else len(self.figures)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The columns that say something."""
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, the same to the eye and to a screen reader."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell(self.figures[index.row()], self.headings[index.column()])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The name of a column."""
        across = orientation is Qt.Orientation.Horizontal
        return self.headings[section].value if across and role == Qt.ItemDataRole.DisplayRole else None


class ReadingsTable(QTableView):
    """Arrow keys go through it, Tab leaves it; nothing in it can be changed."""

    def __init__(self, trend: Trend, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.readings = Readings(trend)
        self.setModel(self.readings)
        self.setAccessibleName(f"{trend.measure.title}: readings, newest first")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(self._take_height)  # words wrap otherwise at another width
        self._share_width()

    def show_trend(self, trend: Trend) -> None:
        """Show other readings."""
        self.readings.show_trend(trend)
        self._share_width()

    def _share_width(self) -> None:
        """Days and values take what they need, words the rest."""
        mode = QHeaderView.ResizeMode
        for at, heading in enumerate(self.readings.headings):
            is_short = heading in (Heading.DATE, Heading.VALUE)
            self.horizontalHeader().setSectionResizeMode(
                at, mode.ResizeToContents if is_short else mode.Stretch
            )
        self._take_height()

    def restyle(self) -> None:
        """Measure again."""
        self._take_height()

    def _take_height(self) -> None:
        """As high as its rows, up to some; beyond those it scrolls, and its bar says that there is more."""
        self.resizeRowsToContents()
        count = min(self.readings.rowCount(), MOST_ROWS_IN_SIGHT)
        rows = sum(self.rowHeight(at) for at in range(count))
        has_more = self.readings.rowCount() > count
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if has_more else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + px(4))
