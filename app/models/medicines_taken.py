"""The medicines that stand on the record: the list of the last visit, and what a record brought since.

A visit's list replaces all that its own record held before, and nothing of another record. So the lists of
records that were linked since are joined, and stay unconfirmed until a visit was held with both in hand.
"""

from collections.abc import Collection, Sequence

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.consultation import medicines
from app.consultation.draft import Draft
from app.consultation.medicine import Medicine
from app.models.consultations import load
from app.models.links import linked_last
from app.models.tables import ConsultationRow, MedicineEntryRow
from app.models.versions import AsOf, brought, counts


def medicines_taken(
    session: Session, people: Sequence[str], last: Draft | None, in_hand: Collection[str], as_of: AsOf
) -> tuple[tuple[Medicine, ...], bool]:
    """What is taken as the records of a person have it; and whether it is all as the last visit left it."""
    linked_at = linked_last(session, people, as_of.known_by)
    if linked_at is None or (last is not None and last.started_at > linked_at):
        return _list_of(session, people, last, as_of)
    newest = last.person_id if last is not None else people[0]
    lists = [
        _list_of(session, [record], _last_of(session, record, in_hand, as_of), as_of)
        for record in sorted(people, key=lambda record: record != newest)
    ]
    (taken, is_as_left), *others = lists
    known = {_what(medicine) for medicine in taken}
    more = {_what(medicine): medicine for other, _ in others for medicine in other}
    added = tuple(medicine for what, medicine in more.items() if what not in known)
    return (*taken, *added), is_as_left and not added


def _list_of(
    session: Session, people: Sequence[str], last: Draft | None, as_of: AsOf
) -> tuple[tuple[Medicine, ...], bool]:
    """The list of the last visit, then whatever a record brought since; and whether it brought nothing."""
    entries = session.scalars(
        select(MedicineEntryRow)
        .where(MedicineEntryRow.person_id.in_(people), MedicineEntryRow.ended_on.is_(None))
        .where(brought(MedicineEntryRow.noted_at, as_of))
        .order_by(MedicineEntryRow.noted_at, MedicineEntryRow.id)
    ).all()
    imported = [(row.noted_at, msgspec.json.decode(row.body, type=Medicine)) for row in entries]
    if last is None:
        return tuple(medicine for _, medicine in imported), False
    kept = tuple(row for row in last.record(medicines.SECTION).rows if row.still_taken)
    since = tuple(m for noted_at, m in imported if noted_at > last.started_at)
    return (*kept, *since), not since


def _last_of(session: Session, record: str, in_hand: Collection[str], as_of: AsOf) -> Draft | None:
    """The last visit that was held under one record."""
    visit_id = session.scalars(
        select(ConsultationRow.id)
        .where(ConsultationRow.person_id == record, counts(as_of), ConsultationRow.id.not_in(in_hand))
        .order_by(ConsultationRow.started_at.desc(), ConsultationRow.sequence.desc())
        .limit(1)
    ).one_or_none()
    return load(session, visit_id) if visit_id is not None else None


def _what(medicine: Medicine) -> tuple[str, object, str]:
    """What makes two rows the same medicine taken in the same way."""
    return (medicine.ingredient or medicine.name).casefold(), medicine.form, medicine.dose.casefold()
