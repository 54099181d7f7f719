"""The line that stands over every screen while a signed visit is corrected."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.consultation.correction import Correction
from app.consultation.days import on_screen
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Row
from app.views.parts.words import Voice, Words


class CorrectionStrip(QFrame):
    """Which visit, which version, why; and the way out that leaves the signed visit as it is."""

    give_up_asked = Signal()

    def __init__(self, correction: Correction, day: date) -> None:
        super().__init__()
        self.setAccessibleName("Correction")
        self.setProperty("look", "correction")
        said = f"Correcting the visit of {on_screen(day)}, version {correction.version}: {correction.reason}"
        self.words = Words(said, Voice.SMALL_STRONG, wraps=True)
        self.give_up = Button("Give up", Kind.PLAIN, name="Give up this correction")
        self.give_up.clicked.connect(self.give_up_asked)
        self.setLayout(Row((self.words, 1), self.give_up, gap=12, margins=(24, 2, 24, 2)))
