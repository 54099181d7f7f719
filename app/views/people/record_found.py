"""A record as it was read, with the questions that decide what becomes of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.consultation.days import on_screen
from app.exchange.fhir import BundleReading
from app.rules.scores.nhs_number import is_test_number
from app.views.parts.layout import Beside, Column, Columns, Part, Stretch
from app.views.parts.message import Message, Weight
from app.views.people.birth_date import FOR_ADULTS
from app.views.people.how_far_back import HowFarBack
from app.views.people.record_contents import RecordContents
from app.views.people.whose_record import WhoseRecord
from app.views.session import Session

NUMBER_LEFT_OUT = (
    "The NHS number on this record is of the real range, and a practice store takes test numbers only "
    "(they begin with 999): it is left out."
)
_NO_VISIT = "No visit can be planned. If the record is wrong, ask whoever keeps it to put it right first."
NOTHING_KEPT = "Nothing of this record is kept. The file is as it was."


class RecordFound(QWidget):
    """Warnings first, then the questions, then what the record holds; a stop shows nothing else."""

    identified = Signal()

    def __init__(self, reading: BundleReading, session: Session) -> None:
        super().__init__()
        self.reading = reading
        number = reading.person.nhs_number
        left_out = bool(number) and session.is_practice and not is_test_number(number)
        self.whose = WhoseRecord(reading, "" if left_out else number, session.today)
        self.how_far = HowFarBack(session.today)
        self.whose.identified.connect(self.identified)
        self.stop = self._why_stop()
        warnings = (*reading.warnings, NUMBER_LEFT_OUT) if left_out else reading.warnings
        parts: list[Part] = []
        if self.stop is not None:
            parts = [self.stop]
        else:
            if warnings:
                parts = [Message("Look at this first", "", "\n".join(warnings), weight=Weight.CHECK)]
            beside = Beside(Column(self.whose, self.how_far, Stretch(), gap=14), 500)
            parts.append(Columns((beside, 0), (RecordContents(reading), 1), gap=20, turn_at=980))
        self.setLayout(Column(*parts, gap=14))

    def _why_stop(self) -> Message | None:
        if self.reading.person.is_deceased:
            died_on = self.reading.person.died_on
            died = f"This person died on {on_screen(died_on)}" if died_on else "This person has died"
            return Message(died, NOTHING_KEPT, _NO_VISIT, weight=Weight.GRAVE)
        if self.whose.is_too_young:
            return Message("This person is under 18", NOTHING_KEPT, FOR_ADULTS, weight=Weight.GRAVE)
        return None

    def commit(self) -> None:
        """Take what is typed as final."""
        self.whose.commit()
        self.how_far.commit()

    def first_gap(self) -> QWidget | None:
        """Say what must be answered first; where to go, or None."""
        gaps = [gap for gap in (self.whose.first_gap(), self.how_far.first_gap()) if gap is not None]
        return gaps[0] if gaps else None
