"""The window is closed while something could not be kept: what that is, and the choice to stay."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QWidget

_TITLE = "Not everything is kept"
_IN_GENERAL = "Something that was entered or typed is not kept. Everything saved before is."


class Leaving(QMessageBox):
    """Tells `leave_asked` where it may be lost; Escape and Enter stay."""

    leave_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(_TITLE)
        self.setText(_TITLE)
        stay = self.addButton("Stay", QMessageBox.ButtonRole.RejectRole)
        self._go = self.addButton("Close, and lose it", QMessageBox.ButtonRole.DestructiveRole)
        self.setDefaultButton(stay)
        self.setEscapeButton(stay)
        self.finished.connect(self._decided)

    def ask(self, lost: Sequence[str]) -> None:
        """Ask, with what would be lost; without a word of it where others may look on."""
        self.setInformativeText("\n".join(lost) or _IN_GENERAL)
        self.open()

    def _decided(self, _result: int) -> None:
        if self.clickedButton() == self._go:
            self.leave_asked.emit()
