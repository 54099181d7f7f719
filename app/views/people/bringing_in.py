"""What an import keeps: from a record as read to what the store takes, decided before anything is saved."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import msgspec

from app.consultation.days import on_screen
from app.consultation.history import History, Searched
from app.consultation.medicine import Medicine
from app.consultation.person import Allergies, Person
from app.exchange.fhir import BundleReading
from app.exchange.fhir.bundle_reading import LeftOut, Taken
from app.models.people import Imported

SOURCE = "imported record"
CORE_CHECKS = (
    *("systolic", "diastolic", "weight", "height", "bmi"),
    *("hba1c", "fasting_glucose", "random_glucose"),
    *("total_cholesterol", "hdl", "triglycerides"),
    *("smoking", "audit_c"),
)
"""The series of the six core checks: blood pressure, weight, glucose, lipids, smoking, alcohol."""
_LONGEST = 400


def imported_from(
    reading: BundleReading, raw: bytes, back_to: date | None, new_id: Callable[[], str]
) -> Imported:
    """All that a record brings; `back_to` is how far it was searched, None where nobody knows."""
    return Imported(
        source=SOURCE,
        content_hash=hashlib.sha256(raw).hexdigest(),
        summary=tuple(f"{taken.label}: {taken_in_words(taken)}" for taken in reading.taken),
        readings=reading.readings,
        # Ids of our own: the same file may be brought in again, for a person who was mixed up the first time.
        medicines=tuple(msgspec.structs.replace(row, id=new_id()) for row in reading.medicines),
        conditions=reading.conditions,
        searched=searched(reading, back_to),
        left_out=tuple((left_out_words(row)[:_LONGEST], row.reason) for row in reading.left_out),
    )


def searched(reading: BundleReading, back_to: date | None) -> tuple[Searched, ...]:
    """One day for every series that appears and for the core checks, so that 'none found' can be a fact."""
    if back_to is None:
        return ()
    series = dict.fromkeys((*(taken.series for taken in reading.taken), *CORE_CHECKS))
    return tuple(Searched(series=name, source=SOURCE, back_to=back_to) for name in series)


def only_new(imported: Imported, history: History) -> Imported:
    """The same without what the person's record holds already: a file may be brought in twice."""
    readings = {(r.series, r.taken_on, r.value) for r in history.readings}
    medicines = {_medicine_as_taken(m) for m in history.medicines}
    conditions = {(c.label.casefold(), c.since) for c in history.conditions}
    return replace(
        imported,
        readings=tuple(r for r in imported.readings if (r.series, r.taken_on, r.value) not in readings),
        medicines=tuple(m for m in imported.medicines if _medicine_as_taken(m) not in medicines),
        conditions=tuple(c for c in imported.conditions if (c.label.casefold(), c.since) not in conditions),
        searched=tuple(s for s in imported.searched if s not in history.searched),
    )


def _medicine_as_taken(row: Medicine) -> tuple[str, str, date | None]:
    """What makes it the same row: another dose of the same medicine is another."""
    return row.name.casefold(), row.dose.casefold(), row.started


def with_allergies(person: Person, reading: BundleReading) -> Person:
    """The person with the allergies that the record names as well; none is ever taken away."""
    known = {allergy.casefold() for allergy in person.allergies}
    more = tuple(allergy for allergy in reading.allergies if allergy.casefold() not in known)
    if not more:
        return person
    allergies = (*person.allergies, *more)
    return msgspec.structs.replace(person, allergies=allergies, allergies_known=Allergies.LISTED)


def taken_in_words(taken: Taken) -> str:
    """12 values, 03-Mar-2015 to 01-Feb-2021. Newest: 84.6 kg on 01-Feb-2021."""
    if taken.count == 1:
        return f"one value, {taken.newest}."
    span = f"{on_screen(taken.first_on)} to {on_screen(taken.last_on)}"
    if taken.first_on == taken.last_on:
        span = f"all on {on_screen(taken.first_on)}"
    rounded = " Rounded to the places shown here." if taken.rounded_count else ""
    return f"{taken.count} values, {span}. Newest: {taken.newest}.{rounded}"


_KINDS = {
    "Observation": "measurement or result",
    "Condition": "condition",
    "Medicine": "medicine",
    "Dose": "dose of a medicine",
    "MedicationRequest": "prescription",
    "MedicationStatement": "medicine statement",
    "MedicationAdministration": "medicine given",
    "AllergyIntolerance": "allergy",
    "QuestionnaireResponse": "questionnaire answer",
    "Entry": "entry",
}


def left_out_words(row: LeftOut) -> str:
    """12 x measurement or result (heart rate, oxygen): what was left out, with some of its names."""
    kind = _KINDS.get(row.what, row.what)
    names = f" ({', '.join(row.examples)})" if row.examples else ""
    return f"{row.count} \u00d7 {kind}{names}"
