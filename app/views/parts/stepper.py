"""The sections of a consultation: a real list with the keyboard and screen reader that lists have."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.views.look.strokes import draw_chevron, draw_tick
from app.views.look.theme import colour, font, px, scale, tokens
from app.views.look.tokens import Theme

_STATE_ROLE = Qt.ItemDataRole.UserRole
_DONE_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_PX, CLOSE_ROW_PX, MOST_ROOMY = 54, 44, 9
"""So many rows stand roomily in a window of 768 pixels; more stand closer, never lower than a finger."""
FEWEST_IN_SIGHT, EDGE_PX = 3, 18
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Progress(StrEnum):
    """How far a section is."""

    NOT_STARTED = "not_started"
    BEGUN = "begun"
    DONE = "done"
    ATTENTION = "attention"


@dataclass(frozen=True)
class Step:
    """One section: its key, its title, and its state in words."""

    key: str
    title: str
    state: str
    progress: Progress = Progress.NOT_STARTED


class Stepper(QListView):
    """Choosing a section tells its key. A section's number becomes a tick when it is done."""

    chosen = Signal(str)

    def __init__(self, name: str = "Sections") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())
        self.setItemDelegate(_StepRow(self))
        self._keys: list[str] = []
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._is_pressed = False
        self.selectionModel().currentChanged.connect(self._tell)
        self.selectionModel().selectionChanged.connect(lambda *_: self._follow())

    def show_steps(self, steps: Sequence[Step], current: str | None) -> None:
        """Show the sections and mark the one in hand, without telling anyone."""
        self.blockSignals(True)
        if [step.key for step in steps] != self._keys:
            self._keys = [step.key for step in steps]
            self._model.clear()
            for step in steps:
                self._model.appendRow(QStandardItem(step.title))
        for row, step in enumerate(steps):
            item = self._model.item(row)
            item.setText(step.title)
            item.setData(step.state, _STATE_ROLE)
            item.setData(step.progress.value, _DONE_ROLE)
            item.setData(f"{row + 1}. {step.title}. {step.state}", Qt.ItemDataRole.AccessibleTextRole)
        self.show_current(current)
        self.blockSignals(False)
        self.restyle()

    def show_current(self, key: str | None) -> None:
        """Mark another section as the one in hand, without telling anyone."""
        was_blocked = self.blockSignals(True)
        if key is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._model.index(self._keys.index(key), 0))
        self.blockSignals(was_blocked)

    def restyle(self) -> None:
        """Measure again."""
        self.setMinimumHeight(self._height_of(min(FEWEST_IN_SIGHT, len(self._keys))))
        self.updateGeometry()
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """As high as all its rows: where there is less room it scrolls."""
        return QSize(px(160), self._height_of(len(self._keys)))

    def _height_of(self, rows: int) -> int:
        return px(row_px(len(self._keys))) * max(1, rows) + px(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The section in hand stays in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight, clear of the edges."""
        super().scrollTo(index, hint)
        place, bar = self.visualRect(index), self.verticalScrollBar()
        above = px(EDGE_PX) - place.top()
        below = place.bottom() + 1 - (self.viewport().height() - px(EDGE_PX))
        bar.setValue(bar.value() - above if above > 0 else bar.value() + max(0, below))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where there is more above or below, an edge with an arrow says so."""
        super().paintEvent(event)
        bar, view = self.verticalScrollBar(), self.viewport()
        painter = QPainter(view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if bar.value() > bar.minimum():
            _paint_edge(painter, QRectF(0, 0, view.width(), px(EDGE_PX)), is_upper=True)
        if bar.value() < bar.maximum():
            low = view.height() - px(EDGE_PX)
            _paint_edge(painter, QRectF(0, low, view.width(), px(EDGE_PX)), is_upper=False)

    def _tell(self, now: QModelIndex) -> None:
        if now.isValid() and not self.signalsBlocked():
            # A press marks its row after this: where the section was not left, the mark goes back.
            self._is_pressed = True
            QTimer.singleShot(0, self, self._mark_current)
            self.chosen.emit(self._keys[now.row()])

    def _follow(self) -> None:
        """A screen reader marks a row without moving to it: it means the section."""
        marked = self.selectionModel().selectedIndexes()
        if marked and not self._is_pressed and not self.signalsBlocked() and marked[0] != self.currentIndex():
            self.setCurrentIndex(marked[0])

    def _mark_current(self) -> None:
        self._is_pressed = False
        self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)


def row_px(count: int) -> int:
    """How high a row is in design pixels where there are so many."""
    return ROW_PX if count <= MOST_ROOMY else CLOSE_ROW_PX


def _paint_edge(painter: QPainter, place: QRectF, *, is_upper: bool) -> None:
    painter.fillRect(place, colour("surface"))
    painter.setPen(QPen(colour("line_strong"), px(1)))
    level = place.bottom() if is_upper else place.top()
    painter.drawLine(QPointF(place.left(), level), QPointF(place.right(), level))
    draw_chevron(painter, place.center(), "primary", is_up=is_upper)


class _StepRow(QStyledItemDelegate):
    """Paints a section: its number or tick, its title, its state in words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        return QSize(px(160), px(row_px(index.model().rowCount())))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one section."""
        s = scale()
        state: QStyle.StateFlag = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        place = QRectF(option.rect).adjusted(10 * s, 2 * s, -10 * s, -2 * s)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current or state & QStyle.StateFlag.State_MouseOver:
            self._paint_ground(painter, place, current)
        circle = QRectF(place.x() + 16 * s, place.center().y() - 14 * s, 28 * s, 28 * s)
        self._paint_circle(painter, circle, index, current)
        self._paint_words(painter, place, circle.right() + 14 * s, index, current)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, place: QRectF, current: bool) -> None:
        s = scale()
        edged = tokens().theme is Theme.CONTRAST
        painter.setPen(QPen(colour("primary"), s) if edged else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(colour("primary_soft" if current else "surface_alt"))
        painter.drawRoundedRect(place, 8 * s, 8 * s)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("primary"))
            bar = QRectF(place.x(), place.y() + 10 * s, 4 * s, place.height() - 20 * s)
            painter.drawRoundedRect(bar, 2 * s, 2 * s)

    @staticmethod
    def _paint_circle(
        painter: QPainter, circle: QRectF, index: QModelIndex | QPersistentModelIndex, current: bool
    ) -> None:
        s = scale()
        done = index.data(_DONE_ROLE) == Progress.DONE and not current
        if done or current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("success" if done else "primary"))
            painter.drawEllipse(circle)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("line_strong"), 2 * s))
            painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if done:
            draw_tick(painter, circle.x() + 8 * s, circle.center().y(), "surface")
            return
        painter.setFont(font(15, 700))
        painter.setPen(colour("on_primary" if current else "text_muted"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))

    @staticmethod
    def _paint_words(
        painter: QPainter,
        place: QRectF,
        left: float,
        index: QModelIndex | QPersistentModelIndex,
        current: bool,
    ) -> None:
        s = scale()
        room = place.right() - left - 4 * s
        painter.setFont(font(16, 700 if current else 500))
        painter.setPen(colour("text"))
        top = place.center().y() - 20.5 * s
        painter.drawText(QRectF(left, top, room, 22 * s), _LEFT, index.data())
        attention = index.data(_DONE_ROLE) == Progress.ATTENTION
        painter.setFont(font(14, 600 if attention else 400))
        painter.setPen(colour("warn" if attention else "text_muted"))
        painter.drawText(QRectF(left, top + 22 * s, room, 19 * s), _LEFT, index.data(_STATE_ROLE))


class ProgressBar(QFrame):
    """How many of the sections are done, as a bar; the number stands in words beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._of = 0, 1
        self.restyle()

    def show_done(self, done: int, of: int) -> None:
        """Show that `done` sections of `of` are done."""
        self._done, self._of = done, max(1, of)
        self.setAccessibleName(f"{done} of {of} sections done")
        self.update()

    def restyle(self) -> None:
        """Measure again."""
        self.setFixedHeight(px(8))

    def paintEvent(self, event: object) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        radius = place.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("grid_line"))
        painter.drawRoundedRect(place, radius, radius)
        if self._done:
            place.setWidth(max(place.height(), place.width() * self._done / self._of))
            painter.setBrush(colour("success"))
            painter.drawRoundedRect(place, radius, radius)
