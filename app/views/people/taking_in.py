"""Keeping a record that was read and looked at: all of it at once, for somebody new or somebody known."""

from dataclasses import dataclass
from datetime import date

from app.consultation.person import Person
from app.exchange.fhir import BundleReading
from app.models.histories import record_of
from app.models.people import Imported, add_person, change_person, import_into
from app.models.unavailable import StoreUnavailable
from app.views.people.bringing_in import imported_from, only_new, with_allergies
from app.views.session import Session


@dataclass(frozen=True)
class TakenIn:
    """What was kept, and for whom; `allergies_not_added` names what still has to be written down."""

    person: Person
    imported: Imported
    is_new_person: bool
    allergies_not_added: tuple[str, ...] = ()


@dataclass(frozen=True)
class RecordFile:
    """A record as read, with the bytes it was read from."""

    reading: BundleReading
    raw: bytes


def take_in_new(session: Session, file: RecordFile, person: Person, back_to: date | None) -> TakenIn:
    """Add the person with all that the record brings; raises StoreUnavailable with nothing kept."""
    imported = imported_from(file.reading, file.raw, back_to, session.new_id)
    add_person(session.store, person, session.now(), imported)
    return TakenIn(person, imported, is_new_person=True)


def take_in_for(session: Session, file: RecordFile, person_id: str, back_to: date | None) -> TakenIn:
    """Add what the record brings that is not there yet; raises StoreUnavailable with nothing kept.

    The allergies belong to the person's details, which the store changes by themselves: should that fail
    after the record was kept, the result says so instead of hiding it.
    """
    person, history = record_of(session.store, person_id, session.now())
    imported = only_new(imported_from(file.reading, file.raw, back_to, session.new_id), history)
    import_into(session.store, person_id, imported, session.now())
    changed = with_allergies(person, file.reading)
    if changed == person:
        return TakenIn(person, imported, is_new_person=False)
    try:
        change_person(session.store, changed, session.now())
    except StoreUnavailable:
        missing = changed.allergies[len(person.allergies) :]
        return TakenIn(person, imported, is_new_person=False, allergies_not_added=missing)
    return TakenIn(changed, imported, is_new_person=False)
