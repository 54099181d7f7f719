"""Days on which a medicine began, or was said to be taken no longer: only those that the record knows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.consultation import medicines
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Medicines
from app.consultation.questions import Record
from app.consultation.visit import Visit


@dataclass(frozen=True)
class MedicineMark:
    """One day on the time line, in plain words; what it did to a measure is for people to ask."""

    on: date
    words: str


@dataclass(frozen=True)
class MedicineMarks:
    """The days that are known, the newest first, and the medicines whose beginning is not."""

    marks: tuple[MedicineMark, ...] = ()
    without_a_day: tuple[str, ...] = ()


def medicine_marks(visit: Visit, records: Mapping[str, Record]) -> MedicineMarks:
    """From the list of the visit in hand, else from the record's own, and what the last visit was told."""
    told, last = records.get(medicines.SECTION.key), visit.history.last_records.get(medicines.SECTION.key)
    taken = told.rows if isinstance(told, Medicines) and told.rows else visit.history.medicines
    rows = [row for row in taken if row.still_taken]
    marks = [MedicineMark(row.started, f"{row.name} began") for row in rows if row.started is not None]
    marks += _no_longer(told, visit.day)
    if visit.history.last_visit_on is not None:
        marks += _no_longer(last, visit.history.last_visit_on)
    unknown = tuple(dict.fromkeys(row.name for row in rows if row.started is None))
    return MedicineMarks(tuple(sorted(set(marks), key=lambda m: (-m.on.toordinal(), m.words))), unknown)


def _no_longer(record: Record | None, told_on: date) -> Iterable[MedicineMark]:
    rows: tuple[Medicine, ...] = record.rows if isinstance(record, Medicines) else ()
    return [MedicineMark(told_on, f"{row.name}: said to be stopped") for row in rows if not row.still_taken]
