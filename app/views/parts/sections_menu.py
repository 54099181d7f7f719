"""The sections where the window has no room for their list: the same list, over the button for it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.views.look.theme import px
from app.views.parts.stepper import Step, Stepper

WIDTH_PX, SHARE_OF_HEIGHT = 280, 0.6


class SectionsMenu(QFrame):
    """Arrow keys go through it, Enter or a press chooses, Escape or a press elsewhere closes it.

    It leaves a part of the window uncovered, so that whose record it is stays in sight.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "side")
        self.setAccessibleName("Sections")
        self._keys: list[str] = []
        self.rows = Stepper("Sections of the consultation")
        self.rows.clicked.connect(self._choose)
        self.rows.activated.connect(self._choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self.rows)

    def open_over(self, button: QWidget, steps: Sequence[Step], current: str) -> None:
        """Show the sections above a button, the one in hand marked, with the keyboard on it."""
        self._keys = [step.key for step in steps]
        self.rows.show_steps(steps, current)
        most = int(button.window().height() * SHARE_OF_HEIGHT)
        self.resize(px(WIDTH_PX), min(self.rows.sizeHint().height() + 2, most))
        self.move(button.mapToGlobal(QPoint(0, -self.height())))
        self.show()
        self.rows.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it, with nothing chosen."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if self.isVisible():  # where one press both clicks and activates, it chooses once
            self.close()
            self.chosen.emit(self._keys[index.row()])
