"""The line that short answers are typed into."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from app.views.look.theme import px


class Line(QLineEdit):
    """A line edit that tells when it is left or Enter is pressed; arrows up and down do nothing.

    `width` is in design pixels and grows with the text size; without it the line takes the room there is.
    """

    left = Signal()
    entered = Signal()

    def __init__(self, name: str, *, width: float | None = None, look: str = "", hint: str = "") -> None:
        super().__init__()
        self._width = width
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("look", look)
        if width is None:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        if self._width is not None:
            self.setFixedWidth(px(self._width))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving commits; a menu or another window opening over it does not."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter commits and tells; up and down are swallowed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            self.entered.emit()
        elif event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
