"""The head of a row that opens: the whole of it is the target, and it says whether it is open."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QSizePolicy, QWidget

from app.views.look.theme import colour, px, scale
from app.views.parts.layout import Row
from app.views.parts.pictures import Picture


class RowHead(QAbstractButton):
    """Words in a layout, and a chevron that turns; a click, Space or Enter opens or closes the row."""

    def __init__(self, inside: QLayout, *, chevron: str = "chevron_right") -> None:
        super().__init__()
        self._closed = chevron
        self._picture = Picture(chevron, 20, "primary")
        held = QWidget()
        held.setLayout(inside)
        row = Row((held, 1), self._picture, gap=12, margins=(20, 5, 18, 5))
        row.setAlignment(self._picture, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(row)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def restyle(self) -> None:
        """Never lower than a touch needs."""
        self.setMinimumHeight(px(52))

    def show_state(self, words: str, *, is_open: bool) -> None:
        """Turn the chevron, and name the row to a screen reader with what it holds."""
        self._picture.draw("chevron_up" if is_open else self._closed, "primary")
        self.setAccessibleName(f"{words}. {'Close' if is_open else 'Open'}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground under the pointer; the words paint themselves."""
        if self.underMouse():
            s = scale()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("primary_soft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3 * s, s, -3 * s, -s), 8 * s, 8 * s)
