"""A row of parts that goes on below when it does not fit."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from app.views.look.theme import px, scale


class Flow(QLayout):
    """Left to right, wrapping to further lines: what does not fit is never cut."""

    def __init__(self, *parts: QWidget, gap: float = 8, line_gap: float = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[tuple[int, float], int] = {}
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    def restyle(self) -> None:
        """Place everything again at the text size worn now."""
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more part."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The part at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the part at an index away, or None."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It never asks for more room than its parts need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width: Qt asks again and again while nothing changed."""
        asked = (width, scale())
        if asked not in self._heights:
            self._heights[asked] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[asked]

    def invalidate(self) -> None:
        """Forget what was measured: a part changed, came or went."""
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """All parts on one line."""
        seen = self._seen()
        gaps = px(self._gap) * max(0, len(seen) - 1)
        return QSize(sum(i.sizeHint().width() for i in seen) + gaps, self._tallest(seen))

    def minimumSize(self) -> QSize:
        """The widest part alone on its line."""
        seen = self._seen()
        return QSize(max((i.minimumSize().width() for i in seen), default=0), self._tallest(seen))

    def setGeometry(self, place: QRect) -> None:
        """Lay the parts out in this place."""
        super().setGeometry(place)
        self._place(place, move=True)

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    @staticmethod
    def _tallest(items: list[QLayoutItem]) -> int:
        return max((item.sizeHint().height() for item in items), default=0)

    def _place(self, place: QRect, *, move: bool) -> int:
        top, line = place.y(), list[tuple[QLayoutItem, QRect]]()
        x = place.x()
        for item in self._seen():
            width = min(item.sizeHint().width(), place.width())
            if line and x + width > place.x() + place.width():
                top += self._set_line(line, top, move) + px(self._line_gap)
                x, line = place.x(), []
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            line.append((item, QRect(x, top, width, height)))
            x += width + px(self._gap)
        return top + self._set_line(line, top, move) - place.y()

    @staticmethod
    def _set_line(line: list[tuple[QLayoutItem, QRect]], top: int, move: bool) -> int:
        height = max((place.height() for _, place in line), default=0)
        if move:
            for item, place in line:
                item.setGeometry(place.translated(0, (height - place.height()) // 2))
        return height
