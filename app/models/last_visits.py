"""What home says of the last visit of each person: what it left undecided, how many since were not held."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.consultation.not_decided import NotDecided
from app.models.tables import ConsultationRow, ConsultationState, SectionDocumentRow
from app.models.versions import is_in

NOT_DECIDED = "not_decided"
_NOTHING = "[]"


def undecided_of(session: Session, ids: Sequence[str]) -> dict[str, tuple[NotDecided, ...]]:
    """By person, from the last visit that was held: each carries on what the one before left."""
    last = (
        select(ConsultationRow.person_id, func.max(ConsultationRow.started_at).label("at"))
        .where(ConsultationRow.person_id.in_(ids), is_in())
        .group_by(ConsultationRow.person_id)
        .subquery()
    )
    is_last = (last.c.person_id == ConsultationRow.person_id) & (last.c.at == ConsultationRow.started_at)
    rows = session.execute(
        select(ConsultationRow.person_id, SectionDocumentRow.body)
        .join(last, is_last)
        .join(SectionDocumentRow, SectionDocumentRow.consultation_id == ConsultationRow.id)
        .where(is_in(), SectionDocumentRow.section == NOT_DECIDED, SectionDocumentRow.body != _NOTHING)
    )
    return {person: msgspec.json.decode(body, type=tuple[NotDecided, ...]) for person, body in rows}


def not_held_since(session: Session, ids: Sequence[str]) -> dict[str, int]:
    """By person, the visits that did not take place since the last one that did."""
    held = (
        select(ConsultationRow.person_id, func.max(ConsultationRow.started_at).label("last"))
        .where(is_in())
        .group_by(ConsultationRow.person_id)
        .subquery()
    )
    counted = session.execute(
        select(ConsultationRow.person_id, func.count())
        .outerjoin(held, held.c.person_id == ConsultationRow.person_id)
        .where(
            ConsultationRow.person_id.in_(ids),
            ConsultationRow.state == ConsultationState.DID_NOT_HAPPEN,
            or_(held.c.last.is_(None), ConsultationRow.started_at > held.c.last),
        )
        .group_by(ConsultationRow.person_id)
    )
    return {row[0]: row[1] for row in counted}
