"""A visit that was signed, read again as it was: its sealed answers, and what the record held then."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.consultation.correction import Correction
from app.consultation.days import on_this_laptop
from app.consultation.draft import Draft
from app.consultation.history import History
from app.consultation.person import Person
from app.consultation.seen_here import Left
from app.models.account import Staff
from app.models.audit import What
from app.models.consultations import correction_in, load
from app.models.details import person_in
from app.models.histories import history_before
from app.models.links import left_of, records_of
from app.models.sign_offs import hands_in, in_force
from app.models.store import Store, staff_of
from app.models.tables import ConsultationRow, ConsultationState, StaffRow
from app.models.versions import versions_of


@dataclass(frozen=True)
class Version:
    """One version of a visit: which, by whom it was signed and when, and why it was made."""

    id: str
    number: int
    by: Staff
    signed_on: date
    correction: Correction | None = None


@dataclass(frozen=True)
class OpenCorrection:
    """A correction that was begun and is not signed yet."""

    id: str
    by: Staff


@dataclass(frozen=True)
class SignedVisit:
    """A sealed visit, in one of its versions; the person's own details are those of today."""

    draft: Draft
    person: Person
    history: History
    signed_by: Staff
    signed_on: date
    rulebook_hash: str
    versions: tuple[Version, ...]
    open_correction: OpenCorrection | None
    left: Left | None = None
    """How the person left, as it stands today."""
    rules_signed: frozenset[str] = frozenset()
    """The content of the rules that were signed off here when the visit was signed."""

    @property
    def newest(self) -> Version:
        """The version that counts."""
        return self.versions[-1]

    @property
    def counts(self) -> bool:
        """Whether this is the version that counts."""
        return self.replaced_on is None

    @property
    def replaced_on(self) -> date | None:
        """When the version after this one was signed; None where this one counts."""
        later = [v.signed_on for v in self.versions if v.number > self.draft.version]
        return later[0] if later else None


def last_signed(store: Store, person_id: str, now: datetime) -> SignedVisit | None:
    """The last visit of a person that was signed, in the version that counts."""
    with store.reading_no_person() as session:
        people = records_of(session, person_id)
        visit_id = session.scalars(
            select(ConsultationRow.id)
            .where(ConsultationRow.person_id.in_(people), ConsultationRow.state == ConsultationState.SIGNED)
            .order_by(ConsultationRow.started_at.desc(), ConsultationRow.sequence.desc())
            .limit(1)
        ).one_or_none()
    return None if visit_id is None else signed(store, visit_id, now)


def signed(store: Store, visit_id: str, now: datetime) -> SignedVisit:
    """One version of a visit; that it was read again is written down first."""
    with store.reading_no_person() as session:
        person_id = session.get_one(ConsultationRow, visit_id).person_id
    event = store.event(What.PLAN_READ, now, person_id=person_id, subject_id=visit_id)
    with store.reading(event) as session:
        return _read(session, session.get_one(ConsultationRow, visit_id))


def _read(session: Session, row: ConsultationRow) -> SignedVisit:
    chain = versions_of(session, row.id)
    signed_ones = tuple(_version(session, each) for each in chain if each.signed_at is not None)
    signed_at = _signed_at(row)
    mine = next(version for version in signed_ones if version.id == row.id)
    return SignedVisit(
        draft=load(session, row.id),
        person=person_in(session, row.person_id),
        history=history_before(session, row.person_id, row.id, signed_at),
        signed_by=mine.by,
        signed_on=mine.signed_on,
        rulebook_hash=row.rulebook_hash,
        versions=signed_ones,
        open_correction=_open_correction(session, chain[-1]),
        left=left_of(session, row.person_id),
        rules_signed=frozenset(in_force(hands_in(session, signed_at))),
    )


def _version(session: Session, row: ConsultationRow) -> Version:
    return Version(
        id=row.id,
        number=row.version,
        by=staff_of(session.get_one(StaffRow, row.signed_by)),
        signed_on=on_this_laptop(_signed_at(row)).date(),
        correction=correction_in(session, row),
    )


def _signed_at(row: ConsultationRow) -> datetime:
    if row.signed_at is None:
        raise ValueError("a signed visit has the moment of its signature")
    return row.signed_at


def _open_correction(session: Session, newest: ConsultationRow) -> OpenCorrection | None:
    if newest.signed_at is not None:
        return None
    return OpenCorrection(newest.id, staff_of(session.get_one(StaffRow, newest.started_by)))
