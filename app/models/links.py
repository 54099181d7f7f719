"""Two records of one person, read as one: a link that is written down and undone, never a change of rows.

The record that is linked steps behind the one that stays: it leaves the list and begins no visit. Both keep
all that is theirs, so undoing the link gives back exactly what was there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.consultation.care_plan import Outcome
from app.consultation.likeness import may_be_same
from app.consultation.person import Person
from app.consultation.seen_here import LONGEST_WHY, Left
from app.models.account import MAY_MANAGE
from app.models.audit import What
from app.models.details import person_in
from app.models.ids import just_after, new_id
from app.models.last_visits import undecided_of
from app.models.seen_here import left_in
from app.models.store import Store
from app.models.tables import (
    ActionRow,
    ConsultationRow,
    ConsultationState,
    Link,
    PersonLinkRow,
    PersonRow,
    StaffRow,
)
from app.models.versions import OWED_FROM, is_in

MAY_LINK = MAY_MANAGE


class NotLinked(Exception):
    """The records cannot be linked, or parted, like that; the message says what stands in the way."""


@dataclass(frozen=True)
class Linked:
    """What was once decided of two records: that they are one person's, or that this is undone."""

    other: Person
    is_linked: bool
    why: str
    by: str
    decided_at: datetime


def merged_in(session: Session, known_by: datetime | None = None) -> dict[str, str]:
    """By record that stepped behind, the record that stands for it; as it was known by a moment, or now."""
    return {row.person_id: row.other_id for row in _that_hold(session, known_by)}


def _that_hold(session: Session, known_by: datetime | None) -> list[PersonLinkRow]:
    """The links that were not undone by then."""
    newest = {
        (row.person_id, row.other_id): row
        for row in _rows(session)
        if known_by is None or row.decided_at <= known_by
    }
    return [row for row in newest.values() if row.link is Link.MERGED_INTO]


def records_of(session: Session, person_id: str, known_by: datetime | None = None) -> tuple[str, ...]:
    """Every record of one person, the one that stays first, whichever of them is named."""
    merged = merged_in(session, known_by)
    stays = merged.get(person_id, person_id)
    return (stays, *behind(merged, stays))


def linked_last(session: Session, people: Sequence[str], known_by: datetime | None = None) -> datetime | None:
    """When the last of a person's records was linked; None where there is only one record."""
    links = (row.decided_at for row in _that_hold(session, known_by) if row.person_id in people)
    return max(links, default=None)


def left_of(session: Session, person_id: str) -> Left | None:
    """How somebody left, whichever of their records is named: it is written on the one that stays."""
    stays = records_of(session, person_id)[0]
    return left_in(session, [stays]).get(stays)


def behind(merged: Mapping[str, str], stays: str) -> list[str]:
    """The records that stepped behind one."""
    return [record for record, main in merged.items() if main == stays]


def link(store: Store, stays_id: str, other_id: str, why: str, now: datetime) -> None:
    """Read another record as the same person's from now on; raises NotLinked with what stands in the way."""
    event = store.event(What.PEOPLE_LINKED, now, person_id=stays_id, subject_id=other_id)
    with store.transaction(event) as session:
        _refuse_role_and_silence(store, why)
        _refuse_link(session, stays_id, other_id)
        _refuse_open_visits(session, stays_id, other_id)
        session.add(_row(session, store, other_id, stays_id, Link.MERGED_INTO, why, now))


def part(store: Store, stays_id: str, other_id: str, why: str, now: datetime) -> None:
    """Undo a link: both are people of their own again; raises NotLinked with what stands in the way."""
    event = store.event(What.PEOPLE_PARTED, now, person_id=stays_id, subject_id=other_id)
    with store.transaction(event) as session:
        _refuse_role_and_silence(store, why)
        if merged_in(session).get(other_id) != stays_id:
            raise NotLinked("These two records are not linked.")
        _refuse_open_visits(session, *records_of(session, stays_id))
        numbers = {session.get_one(PersonRow, one).nhs_number for one in (stays_id, other_id)}
        if len(numbers) == 1 and "" not in numbers:
            raise NotLinked(
                "Both records have one NHS number, and no two people share one: put that right first."
            )
        session.add(_row(session, store, other_id, stays_id, Link.NOT_THE_SAME, why, now))


def links_of(store: Store, person_id: str, now: datetime) -> tuple[Linked, ...]:
    """All that was ever decided of records linked to this one, the newest first."""
    event = store.event(What.RECORD_VIEWED, now, person_id=person_id, subject_id=person_id)
    with store.reading(event) as session:
        rows = [row for row in _rows(session) if row.other_id == person_id]
        return tuple(
            Linked(
                other=person_in(session, row.person_id),
                is_linked=row.link is Link.MERGED_INTO,
                why=row.why,
                by=session.get_one(StaffRow, row.decided_by).name,
                decided_at=row.decided_at,
            )
            for row in reversed(rows)
        )


def linked_now(decided: tuple[Linked, ...]) -> tuple[Linked, ...]:
    """Of all that was decided, the links that hold."""
    newest: dict[str, Linked] = {}
    for one in decided:
        newest.setdefault(one.other.id, one)
    return tuple(one for one in newest.values() if one.is_linked)


def still_open(store: Store, person_id: str) -> tuple[int, int]:
    """How many promises are open, and how many visits are not signed yet, on all records of a person."""
    with store.reading_no_person() as session:
        people = records_of(session, person_id)
        promises = session.scalar(
            select(func.count())
            .select_from(ActionRow)
            .join(ConsultationRow, ConsultationRow.id == ActionRow.consultation_id)
            .where(ActionRow.person_id.in_(people), ActionRow.outcome == Outcome.OPEN, is_in(OWED_FROM))
        )
        visits = _open_visits(session, people)
    return promises or 0, visits


def _refuse_role_and_silence(store: Store, why: str) -> None:
    if store.staff.role not in MAY_LINK:
        raise NotLinked("A nurse, a prescriber or a team lead links records and undoes it.")
    if not 1 <= len(why.strip()) <= LONGEST_WHY:
        raise NotLinked("Write how you know.")


def _refuse_link(session: Session, stays_id: str, other_id: str) -> None:
    merged = merged_in(session)
    if stays_id == other_id or stays_id in merged or other_id in merged:
        raise NotLinked("One of these records is linked already.")
    if behind(merged, other_id):
        raise NotLinked(
            "The other record has a record linked to it: open its details and link this one there."
        )
    one, other = person_in(session, stays_id), person_in(session, other_id)
    mine = {person_in(session, record).nhs_number for record in records_of(session, stays_id)} - {""}
    if mine and other.nhs_number:
        raise NotLinked("They have two different NHS numbers: these are two people, or one number is wrong.")
    if not may_be_same(one, other):
        raise NotLinked("Neither names nor birth dates fit: put the wrong one right first.")
    if undecided_of(session, (stays_id, other_id), ConsultationRow.person_id):
        raise NotLinked("The last visit of one of them left undecided what cannot wait: settle it first.")
    left = left_in(session, (stays_id, other_id))
    if len(left) == 1 or len({one.seen for one in left.values()}) > 1:
        raise NotLinked("Whether they are still seen here differs between the two: put that right first.")


def _refuse_open_visits(session: Session, *ids: str) -> None:
    if _open_visits(session, ids):
        raise NotLinked("A visit of theirs is open, or waits for a signature: end it first.")


def _open_visits(session: Session, ids: Sequence[str]) -> int:
    """How many visits are begun or finished and not signed yet."""
    states = (ConsultationState.DRAFT, ConsultationState.FINISHED)
    return (
        session.scalar(
            select(func.count())
            .select_from(ConsultationRow)
            .where(ConsultationRow.person_id.in_(ids), ConsultationRow.state.in_(states))
        )
        or 0
    )


def _row(
    session: Session, store: Store, behind_id: str, stays_id: str, decided: Link, why: str, now: datetime
) -> PersonLinkRow:
    last = max((row.decided_at for row in _rows(session)), default=None)
    return PersonLinkRow(
        id=new_id(now),
        person_id=behind_id,
        other_id=stays_id,
        link=decided,
        why=why.strip(),
        decided_at=just_after(last, now),
        decided_by=store.staff.id,
    )


def _rows(session: Session) -> list[PersonLinkRow]:
    return list(session.scalars(select(PersonLinkRow).order_by(PersonLinkRow.decided_at)))
