"""The people as one real list: quick with thousands, moved through by keyboard, read out row by row."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from app.views.home_parts.listed import Listed
from app.views.home_parts.person_row import ROW_ROLE, PersonRowPainter
from app.views.look.theme import px


class _Rows(QAbstractListModel):
    """The rows as Qt asks for them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Listed] = ()

    def become(self, rows: Sequence[Listed]) -> None:
        """Hold other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many rows there are; a row has none within."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The name, what a screen reader says, or the whole row for the painter."""
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class PeopleList(QListView):
    """One row may be in hand; `acted` tells the row whose button was pressed, or Enter on it."""

    acted = Signal(object)
    taken_in_hand = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("People")
        self.setAccessibleDescription("Up and Down choose a person, Enter does what the row's button says")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._painter = PersonRowPainter(self)
        self.setItemDelegate(self._painter)
        self._model = _Rows()
        self.setModel(self._model)
        self.selectionModel().selectionChanged.connect(lambda *_: self.taken_in_hand.emit())

    def show_rows(self, rows: Sequence[Listed]) -> None:
        """Show these people; whoever was in hand stays in hand, at the same place in sight."""
        held, place = self.in_hand(), self.verticalScrollBar().value()
        self._painter.forget()
        self._model.become(rows)
        if held is not None and self.take_in_hand(held.person_id, scroll=False):
            self.verticalScrollBar().setValue(place)
        self.updateGeometry()
        self.taken_in_hand.emit()

    def rows(self) -> Sequence[Listed]:
        """The people shown, in order."""
        return self._model.rows

    def in_hand(self) -> Listed | None:
        """The row in hand, or None: nobody is chosen for anyone."""
        chosen = self.selectionModel().selectedIndexes()
        return self._model.rows[chosen[0].row()] if chosen else None

    def take_in_hand(self, person_id: str, *, scroll: bool = True) -> bool:
        """Choose a person's row; tell whether they are in the list."""
        for at, row in enumerate(self._model.rows):
            if row.person_id == person_id:
                index = self._model.index(at, 0)
                self.setCurrentIndex(index)
                if scroll:
                    self.scrollTo(index)
                return True
        return False

    def step(self, by: int) -> None:
        """Move the row in hand, from the first when there is none."""
        if not self._model.rows:
            return
        chosen = self.selectionModel().selectedIndexes()
        at = chosen[0].row() + by if chosen else 0
        index = self._model.index(max(0, min(at, len(self._model.rows) - 1)), 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def act(self) -> None:
        """Do what the button of the row in hand says; without one, the first row comes in hand."""
        held = self.in_hand()
        if held is None:
            self.step(0)
        else:
            self.acted.emit(held)

    def minimumSizeHint(self) -> QSize:
        """At least two rows are in sight."""
        return QSize(px(200), px(132))

    def sizeHint(self) -> QSize:
        """A handful of rows; the card gives it whatever room there is."""
        return QSize(px(400), px(66) * max(2, min(len(self._model.rows), 5)))

    def restyle(self) -> None:
        """Measure all rows again."""
        self._painter.forget()
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the rows, now that the list has its width."""
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arriving by keyboard takes the current row in hand, so that what Enter does is in sight."""
        super().focusInEvent(event)
        by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_keyboard and self.in_hand() is None:
            self.step(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does the row's button; Qt moves by arrows, pages and first letters."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.act()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand shows what can be pressed."""
        super().mouseMoveEvent(event)
        over = self._row_whose_button_is_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press anywhere takes the row in hand; a press on its button does it."""
        super().mouseReleaseEvent(event)
        row = self._row_whose_button_is_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and row is not None and row == self.in_hand():
            self.acted.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a shaking hand does nothing more."""
        event.accept()

    def button_place(self, person_id: str) -> QPoint | None:
        """The middle of a row's button within the viewport, for a test that presses it."""
        for at, row in enumerate(self._model.rows):
            if row.person_id == person_id:
                place = self.visualRect(self._model.index(at, 0))
                return self._painter.lay_out(row, place).button.center().toPoint()
        return None

    def _row_whose_button_is_at(self, point: QPoint) -> Listed | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        row = self._model.rows[index.row()]
        laid = self._painter.lay_out(row, self.visualRect(index))
        return row if laid.button.contains(point) else None
