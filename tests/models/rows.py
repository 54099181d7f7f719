"""Rows for the tests of the store, complete but for what a test changes."""

from datetime import date
from typing import Any

from sqlalchemy import func, select

from app.models.ids import new_id
from app.models.store import Store
from app.models.tables import ConsultationRow, ConsultationState, PersonRow
from tests.prepared_store import NOW


def a_person(store: Store, **changed: Any) -> PersonRow:
    """A person of no particular kind."""
    said: dict[str, Any] = {
        "id": new_id(NOW),
        "family_name": "Nowak",
        "given_name": "Jan",
        "birth_date": date(1985, 2, 28),
        "found_by": "nowak jan",
        "body": "{}",
        "body_version": 1,
        "added_at": NOW,
        "added_by": store.staff.id,
        "changed_at": NOW,
    }
    return PersonRow(**(said | changed))


def a_visit(store: Store, person: PersonRow, sequence: int = 1, **changed: Any) -> ConsultationRow:
    """A visit in progress."""
    said: dict[str, Any] = {
        "id": new_id(NOW),
        "person_id": person.id,
        "state": ConsultationState.DRAFT,
        "kind": "whole",
        "started_at": NOW,
        "started_by": store.staff.id,
        "device": store.device,
        "sequence": sequence,
    }
    return ConsultationRow(**(said | changed))


def count_people(store: Store) -> int:
    """How many people the store holds."""
    with store.reading_no_person() as session:
        return session.scalar(select(func.count()).select_from(PersonRow)) or 0
