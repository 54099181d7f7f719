"""Search as you type: a line, and a list of what was found below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.views.fields.line import Line
from app.views.fields.note import announce
from app.views.look.theme import colour, font, px

_MOST_SHOWN = 6
NOTE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Found:
    """Something found: what is kept, what is shown, and a second line. An own answer has no key."""

    key: str | None
    words: str
    note: str = ""


Finder = Callable[[str], Sequence[Found]]


class TwoLines(QStyledItemDelegate):
    """Paints a found thing in one or two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines where there is a note, and never under a finger's width."""
        return QSize(px(120), px(58 if index.data(NOTE_ROLE) else 44))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the words, and the note under them."""
        place, state = QRectF(option.rect), option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, colour("primary_soft"))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRectF(place.x(), place.y(), px(4), place.height()), colour("primary"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        room = place.adjusted(px(14), 0, -px(8), 0)
        note = index.data(NOTE_ROLE)
        top = QRectF(room.x(), room.y() + px(8), room.width(), px(22)) if note else room
        painter.setFont(font(16, 600))
        painter.setPen(colour("text"))
        painter.drawText(top, left, _fitting(painter, index.data(), top))
        if note:
            painter.setFont(font(14))
            painter.setPen(colour("text_muted"))
            below = QRectF(room.x(), room.y() + px(30), room.width(), px(20))
            painter.drawText(below, left, _fitting(painter, note, below))
        painter.restore()


def _fitting(painter: QPainter, words: str, place: QRectF) -> str:
    """The words, with a mark at their end where not all of them fit."""
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))


class SearchField(QWidget):
    """A line with a list below it while there is something to choose; the keyboard does it all.

    Down goes into the list, Enter takes what is marked, Escape closes it. With `own_words`, Enter or
    leaving takes what is typed although it was not found. The value is a `Found`, or None.
    """

    edited = Signal(object)
    typed = Signal(str)

    def __init__(self, name: str, finder: Finder, *, hint: str = "", own_words: bool = False) -> None:
        super().__init__()
        self._finder, self._own_words = finder, own_words
        self._value: Found | None = None
        self._found: list[Found] = []
        self.line = Line(name, hint=hint)
        self.line.setAccessibleDescription("Type to search; Down goes to what was found")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._make_list(name)
        self.line.textEdited.connect(self._search)
        self.line.left.connect(self.commit)
        self.line.installEventFilter(self)

    def _make_list(self, name: str) -> None:
        self.list = QListView(self)
        self.list.setProperty("look", "found")
        self.list.setAccessibleName(f"{name}: found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setItemDelegate(TwoLines(self.list))
        self._model = QStandardItemModel(self.list)
        self.list.setModel(self._model)
        self.list.hide()
        self.list.clicked.connect(lambda index: self._take(self._found[index.row()]))

    def value(self) -> Found | None:
        """What was chosen, or None."""
        return self._value

    def set_value(self, found: Found | None) -> None:
        """Show a stored choice, without telling anyone."""
        self._value = found
        self.line.setText(found.words if found else "")
        self._close()

    def clear(self) -> None:
        """Show an empty line."""
        self.set_value(None)

    def commit(self) -> None:
        """Take what is typed: an own answer if that is allowed, else what was chosen last stays."""
        self._close()
        typed = self.line.text().strip()
        if self._value is not None and typed == self._value.words:
            return
        if not typed:
            self._become(None)
        elif self._own_words:
            self._become(self._exactly(typed) or Found(None, typed))
        else:
            self._become(self._exactly(typed))

    def first_stop(self) -> QWidget:
        """The line."""
        return self.line

    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self.list.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down, Enter and Escape belong to the list while it is open."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut:
            self._close()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Down and not self.is_open():
            self._search(self.line.text())
        if not self.is_open():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._mark(self.list.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1))
            return True
        if key == Qt.Key.Key_Escape:
            self._close()
            return True
        marked = self.list.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and marked.isValid():
            self._take(self._found[marked.row()])
            return True
        return False

    def _mark(self, row: int) -> None:
        row = max(0, min(row, len(self._found) - 1))
        self.list.setCurrentIndex(self._model.index(row, 0))
        found = self._found[row]
        announce(self.line, f"{found.words}. {found.note}".rstrip(". "))

    def _search(self, typed: str) -> None:
        self.typed.emit(typed)
        self._found = list(self._finder(typed)) if typed.strip() else []
        self._model.clear()
        for found in self._found:
            item = QStandardItem(found.words)
            item.setData(found.note, NOTE_ROLE)
            item.setData(f"{found.words}. {found.note}".rstrip(". "), Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        if self._found:
            self._open()
            announce(self.line, f"{len(self._found)} found")
        else:
            self._close()

    def _open(self) -> None:
        # A child of the window and not a pop-up: the line keeps the keyboard, and nothing below it moves.
        window = self.window()
        self.list.setParent(window)
        below = self.line.mapTo(window, QPoint(0, self.line.height() + px(2)))
        rows = sum(self.list.sizeHintForRow(row) for row in range(min(len(self._found), _MOST_SHOWN)))
        room = max(px(96), window.height() - below.y() - px(8))
        self.list.setGeometry(below.x(), below.y(), self.line.width(), min(rows + px(6), room))
        self.list.show()
        self.list.raise_()

    def _close(self) -> None:
        self.list.hide()

    def _exactly(self, typed: str) -> Found | None:
        wanted = typed.casefold()
        return next((found for found in self._finder(typed) if found.words.casefold() == wanted), None)

    def _take(self, found: Found) -> None:
        self.line.setText(found.words)
        self._close()
        self._become(found)

    def _become(self, found: Found | None) -> None:
        before, self._value = self._value, found
        if found != before:
            self.edited.emit(found)
