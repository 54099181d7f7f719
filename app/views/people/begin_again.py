"""Before a visit begins with somebody who moved away or was discharged: a question first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.consultation.seen_here import Left

WHY_AGAIN = "Seen here again: said before a visit."
"""True also where that visit cannot be opened after all."""


class BeginAgain(QMessageBox):
    """Escape and Enter go back; `begun` where they are seen here again."""

    begun = Signal()

    def __init__(self, window: QWidget, who: str, told_apart: str, left: Left) -> None:
        super().__init__(window)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle("No longer seen here")
        self.setText(f"{who} is not seen here any more. {left.words}.")
        self.setInformativeText(
            f"{told_apart}. Is this the right person? A visit puts them back among the people seen here, and "
            "that is written down with your name."
        )
        back = self.addButton("Go back", QMessageBox.ButtonRole.RejectRole)
        self._again = self.addButton("Seen here again: begin the visit", QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(back)
        self.setEscapeButton(back)
        self.finished.connect(self._decided)

    def _decided(self, _result: int) -> None:
        if self.clickedButton() == self._again:
            self.begun.emit()
        self.deleteLater()
