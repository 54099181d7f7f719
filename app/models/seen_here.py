"""Who is still seen here: written down anew each time, never changed; the newest of a person holds."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.consultation.days import on_this_laptop
from app.consultation.seen_here import LONGEST_WHY, Left, Seen
from app.models.audit import What
from app.models.ids import just_after, new_id
from app.models.store import Store
from app.models.tables import PersonRow, PersonStatusRow, StaffRow


class NotSeenHere(Exception):
    """A visit cannot be begun like that; the message says what stands in its way."""


class NotWritten(Exception):
    """It cannot be written down like that; the message says what is missing."""


def say_seen(store: Store, person_id: str, seen: Seen, since: date | None, why: str, now: datetime) -> None:
    """Write down whether somebody is seen here, since when, and how that is known or why it changes.

    Raises NotWritten where nothing says why, or the day cannot be.
    """
    event = store.event(What.PERSON_SEEN, now, person_id=person_id)
    with store.transaction(event) as session:
        why = why.strip()
        if not 1 <= len(why) <= LONGEST_WHY:
            raise NotWritten("Write how you know, or why it changes.")
        born = session.get_one(PersonRow, person_id).birth_date
        if since is not None and not born <= since <= on_this_laptop(now).date():
            raise NotWritten("That day is in the future, or before the person was born.")
        session.add(
            PersonStatusRow(
                id=new_id(now),
                person_id=person_id,
                seen=seen,
                since=since,
                why=why,
                written_at=just_after(_last_written(session, person_id), now),
                written_by=store.staff.id,
            )
        )


def written_of(store: Store, person_id: str, now: datetime) -> tuple[Left, ...]:
    """All that was ever written down of it, the newest first."""
    event = store.event(What.RECORD_VIEWED, now, person_id=person_id, subject_id=person_id)
    with store.reading(event) as session:
        return tuple(_left(session, row) for row in reversed(_rows(session, [person_id])))


def left_in(session: Session, ids: Collection[str] | None = None) -> dict[str, Left]:
    """By person, how they left: those who are not seen here now, within a session whose reading was noted."""
    newest = {row.person_id: row for row in _rows(session, ids)}
    return {person_id: _left(session, row) for person_id, row in newest.items() if row.seen is not Seen.HERE}


def refuse_unless_seen(session: Session, person_id: str) -> None:
    """Raise NotSeenHere where no visit may be begun with somebody."""
    left = left_in(session, [person_id]).get(person_id)
    if left is not None:
        why = "No visit is begun." if left.has_died else "Say first that they are seen here again."
        raise NotSeenHere(f"{left.words}. {why}")


def _last_written(session: Session, person_id: str) -> datetime | None:
    return max((row.written_at for row in _rows(session, [person_id])), default=None)


def _rows(session: Session, ids: Collection[str] | None) -> Sequence[PersonStatusRow]:
    """In the order in which they were written; of these people, or of everybody."""
    wanted = select(PersonStatusRow).order_by(PersonStatusRow.written_at)
    if ids is not None:
        wanted = wanted.where(PersonStatusRow.person_id.in_(ids))
    return session.scalars(wanted).all()


def _left(session: Session, row: PersonStatusRow) -> Left:
    by = session.get_one(StaffRow, row.written_by).name
    return Left(row.seen, row.since, row.why, by, row.written_at)
