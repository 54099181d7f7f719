"""How far back a record was searched: only then can 'none found' be a fact, so nothing is assumed."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.views.fields.answers import options
from app.views.fields.choice import Choice
from app.views.fields.day import DayField
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.parts.cards import Card

_DAY = "day"
_HINT = (
    "Ask whoever exported it. With a day, \u201cnone found since then\u201d counts as a fact for what "
    "appears here and for the six core checks. When it is not known, nothing is taken for none."
)


class HowFarBack(QWidget):
    """One answer for the whole record; nothing preselected."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.choice = Choice("How far back", options(day="Back to a day", not_known="Not known"))
        self.day = DayField("Searched back to", latest=today, earliest=date(1900, 1, 1))
        self._day_row = Captioned("Searched back to", self.day)
        self._day_row.hide()
        self.note = Note()
        question = Captioned(
            "How far back was this record searched?",
            self.choice,
            hint=_HINT,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Card(question, self._day_row, self.note))
        self.choice.edited.connect(self._show_day)

    def _show_day(self, key: str | None) -> None:
        self._day_row.setVisible(key == _DAY)
        self.note.say("", State.FINE)
        if key == _DAY:
            self.day.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def back_to(self) -> date | None:
        """The day, or None where it is not known."""
        return self.day.day() if self.choice.value() == _DAY else None

    def commit(self) -> None:
        """Take what is typed as final."""
        self.day.commit()

    def first_gap(self) -> QWidget | None:
        """Say what must be answered first; where to go, or None."""
        wrong, where = "", None
        if self.choice.value() is None:
            wrong, where = (
                "Say how far back it was searched, or that it is not known.",
                self.choice.first_stop(),
            )
        elif self.choice.value() == _DAY and self.day.day() is None:
            wrong = "" if self.day.line.text().strip() else "Write the day, as in 16 Sep 2016."
            where = self.day.first_stop()
        self.note.say(wrong, State.REFUSED if wrong else State.FINE)
        return where
