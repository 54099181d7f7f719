"""When a question matters that clozapine, lithium or a medicine from the hospital brings."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.consultation.medicine import Form, Medicine
from app.consultation.medicines.catalogue import catalogue

if TYPE_CHECKING:
    from app.consultation.medicines.catalogue import Entry
    from app.consultation.medicines.record import Medicines
    from app.consultation.visit import Visit

EARLY = timedelta(weeks=8)
GLP1 = "glp-1 agonist"
RAISES_LITHIUM = "raises_lithium"
HOSPITAL_ONLY = frozenset({"clozapine", "methadone"})


def takes_lithium(record: "Medicines", _visit: "Visit") -> bool:
    """Lithium is on the list."""
    return any(row.still_taken and row.ingredient == "lithium" for row in record.rows)


def stopped_lithium(record: "Medicines", visit: "Visit") -> bool:
    """Lithium was taken at the last visit, and is not on the list any more."""
    before = any(row.still_taken and row.ingredient == "lithium" for row in visit.history.medicines)
    return before and not takes_lithium(record, visit)


def lithium_matters(record: "Medicines", visit: "Visit") -> bool:
    """Lithium is on the list, or was at the last visit."""
    return takes_lithium(record, visit) or stopped_lithium(record, visit)


def lithium_meets_another(record: "Medicines", visit: "Visit") -> bool:
    """Lithium, and a medicine that can push its level up."""
    meets = any(RAISES_LITHIUM in entry.tags for entry in _entries(record))
    return meets and takes_lithium(record, visit)


def clozapine_is_new(record: "Medicines", visit: "Visit") -> bool:
    """Clozapine was begun within eight weeks, or nobody has said when."""
    return any(
        row.still_taken and row.ingredient == "clozapine" and _may_be_new(row.started, visit.today)
        for row in record.rows
    )


def clozapine_meets_glp1(record: "Medicines", _visit: "Visit") -> bool:
    """Clozapine, and a medicine of the GLP-1 kind: both slow the gut."""
    taken = _entries(record)
    is_on_both = any(entry.ingredient == "clozapine" for entry in taken)
    return is_on_both and any(GLP1 in entry.classes for entry in taken)


def comes_from_the_hospital(record: "Medicines", _visit: "Visit") -> bool:
    """Clozapine, methadone, or an antipsychotic as a depot: the GP's list may not have it."""
    return any(row.still_taken and _is_from_the_hospital(row) for row in record.rows)


def _is_from_the_hospital(row: Medicine) -> bool:
    entry = catalogue().entry(row.ingredient) if row.ingredient else None
    is_depot = row.form is Form.DEPOT and entry is not None and entry.is_antipsychotic
    return is_depot or row.ingredient in HOSPITAL_ONLY


def _may_be_new(started: date | None, today: date) -> bool:
    return started is None or today - started <= EARLY


def _entries(record: "Medicines") -> list["Entry"]:
    found = (catalogue().entry(row.ingredient) for row in record.rows if row.still_taken and row.ingredient)
    return [entry for entry in found if entry is not None]
