"""Single values of single series, so that they can be charted and counted."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.consultation.history import Reading
from app.models.ids import new_id
from app.models.store import Store
from app.models.tables import ConsultationRow, ObservationRow
from app.models.versions import NOW, AsOf, brought, counts

T = TypeVar("T")


def add_readings(
    session: Session,
    store: Store,
    readings: tuple[Reading, ...],
    now: datetime,
    *,
    person_id: str,
    consultation_id: str | None = None,
    import_batch_id: str | None = None,
) -> None:
    """Write readings as rows, in this laptop's own order."""
    first = store.next_sequence(session, ObservationRow)
    session.add_all(
        ObservationRow(
            id=new_id(now),
            person_id=person_id,
            consultation_id=consultation_id,
            import_batch_id=import_batch_id,
            series=reading.series,
            value=reading.value,
            unit=reading.unit,
            taken_on=reading.taken_on,
            how=reading.how,
            source=reading.source,
            noted_at=now,
            device=store.device,
            sequence=sequence,
        )
        for sequence, reading in enumerate(readings, first)
    )


def readings_of(
    session: Session, people: Sequence[str], in_hand: Collection[str] = (), as_of: AsOf = NOW
) -> tuple[Reading, ...]:
    """All readings of a person, oldest first, from imports and from visits held, but for those in hand."""
    of_a_visit = ObservationRow.consultation_id.is_not(None)
    rows = session.execute(
        select(
            ObservationRow.person_id,
            ObservationRow.consultation_id,
            ObservationRow.series,
            ObservationRow.value,
            ObservationRow.unit,
            ObservationRow.taken_on,
            ObservationRow.how,
            ObservationRow.source,
        )
        .outerjoin(ConsultationRow, ConsultationRow.id == ObservationRow.consultation_id)
        .where(
            ObservationRow.person_id.in_(people),
            or_(of_a_visit, brought(ObservationRow.noted_at, as_of)),
            or_(~of_a_visit, counts(as_of) & ConsultationRow.id.not_in(in_hand)),
        )
        .order_by(ObservationRow.taken_on, ObservationRow.sequence)
    )
    return each_once(
        (
            person_id if visit_id is None else visit_id,
            Reading(series=series, value=value, unit=unit, taken_on=taken_on, how=how, source=source),
        )
        for person_id, visit_id, series, value, unit, taken_on, how, source in rows
    )


def each_once(found: Iterable[tuple[str, T]]) -> tuple[T, ...]:
    """What records that are read as one hold, each with where it stands: the same brought to both once."""
    first: dict[T, str] = {}
    return tuple(thing for where, thing in found if first.setdefault(thing, where) == where)
