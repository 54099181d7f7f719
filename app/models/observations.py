"""Single values of single series, so that they can be charted and counted."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.consultation.history import Reading
from app.models.ids import new_id
from app.models.store import Store
from app.models.tables import ConsultationRow, ConsultationState, ObservationRow

NOT_YET_HELD = (ConsultationState.DRAFT, ConsultationState.DID_NOT_HAPPEN, ConsultationState.CORRECTED)


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
    session: Session, person_id: str, visit_in_hand: str = "", as_of: datetime | None = None
) -> tuple[Reading, ...]:
    """All readings of a person, oldest first, from imports and from visits held before the one in hand.

    `as_of` leaves out what was noted after that moment.
    """
    rows = session.execute(
        select(
            ObservationRow.series,
            ObservationRow.value,
            ObservationRow.unit,
            ObservationRow.taken_on,
            ObservationRow.how,
            ObservationRow.source,
            ConsultationRow.state,
            ConsultationRow.id,
        )
        .outerjoin(ConsultationRow, ConsultationRow.id == ObservationRow.consultation_id)
        .where(
            ObservationRow.person_id == person_id,
            *(() if as_of is None else (ObservationRow.noted_at <= as_of,)),
        )
        .order_by(ObservationRow.taken_on, ObservationRow.sequence)
    )
    return tuple(
        Reading(series=series, value=value, unit=unit, taken_on=taken_on, how=how, source=source)
        for series, value, unit, taken_on, how, source, state, visit in rows
        if state not in NOT_YET_HELD and visit != visit_in_hand
    )
