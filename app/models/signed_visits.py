"""A visit that was signed, read again as it was: its sealed answers, and what the record held then."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.consultation.draft import Draft
from app.consultation.history import History
from app.consultation.person import Person
from app.models.account import Staff
from app.models.audit import What
from app.models.consultations import load
from app.models.histories import history_in
from app.models.people import person_in
from app.models.store import Store, staff_of
from app.models.tables import ConsultationRow, ConsultationState, StaffRow


@dataclass(frozen=True)
class SignedVisit:
    """A sealed visit; the person's own details are those of today."""

    draft: Draft
    person: Person
    history: History
    signed_by: Staff
    signed_on: date
    rulebook_hash: str


def last_signed(store: Store, person_id: str, now: datetime) -> SignedVisit | None:
    """The last visit of a person that was signed; that it was read again is written down first."""
    with store.reading_no_person() as session:
        row = session.scalars(
            select(ConsultationRow)
            .where(ConsultationRow.person_id == person_id, ConsultationRow.state == ConsultationState.SIGNED)
            .order_by(ConsultationRow.started_at.desc(), ConsultationRow.sequence.desc())
            .limit(1)
        ).one_or_none()
    if row is None:
        return None
    event = store.event(What.PLAN_READ, now, person_id=person_id, subject_id=row.id)
    with store.reading(event) as session:
        return _read(session, row)


def _read(session: Session, row: ConsultationRow) -> SignedVisit:
    if row.signed_at is None:
        raise ValueError("a signed visit has the moment of its signature")
    return SignedVisit(
        draft=load(session, row.id),
        person=person_in(session, row.person_id),
        history=history_in(session, row.person_id, row.signed_at, row.id, as_of=row.signed_at),
        signed_by=staff_of(session.get_one(StaffRow, row.signed_by)),
        signed_on=row.signed_at.astimezone().date(),
        rulebook_hash=row.rulebook_hash,
    )
