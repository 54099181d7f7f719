"""What home says of the last visit of each person: what it left undecided, how many since were not held."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import SQLColumnExpression, Subquery, func, or_, select
from sqlalchemy.orm import Session

from app.consultation.not_decided import NotDecided
from app.consultation.not_held import NOBODY_CAME
from app.models.tables import ConsultationRow, ConsultationState, SectionDocumentRow
from app.models.versions import is_in

NOT_DECIDED = "not_decided"
_NOTHING = "[]"


def undecided_of(
    session: Session, ids: Sequence[str], whose: SQLColumnExpression[str]
) -> dict[str, tuple[NotDecided, ...]]:
    """By person, from the last visit that was held: each carries on what the one before left.

    `whose` is the record under which a visit counts: of linked records the one that stays.
    """
    last = _last_held(whose)
    is_last = (last.c.whose == whose) & (last.c.at == ConsultationRow.started_at)
    rows = session.execute(
        select(whose, SectionDocumentRow.body)
        .join(last, is_last)
        .join(SectionDocumentRow, SectionDocumentRow.consultation_id == ConsultationRow.id)
        .where(
            whose.in_(ids),
            is_in(),
            SectionDocumentRow.section == NOT_DECIDED,
            SectionDocumentRow.body != _NOTHING,
        )
    )
    return {person: msgspec.json.decode(body, type=tuple[NotDecided, ...]) for person, body in rows}


def not_held_since(session: Session, ids: Sequence[str], whose: SQLColumnExpression[str]) -> dict[str, int]:
    """By person, the visits that did not take place since the last one that did."""
    held = _last_held(whose)
    counted = session.execute(
        select(whose, func.count())
        .outerjoin(held, held.c.whose == whose)
        .where(
            whose.in_(ids),
            ConsultationRow.state == ConsultationState.DID_NOT_HAPPEN,
            ConsultationRow.reason.not_in([why.value for why in NOBODY_CAME]),
            or_(held.c.at.is_(None), ConsultationRow.started_at > held.c.at),
        )
        .group_by(whose)
    )
    return {row[0]: row[1] for row in counted}


def _last_held(whose: SQLColumnExpression[str]) -> Subquery:
    return (
        select(whose.label("whose"), func.max(ConsultationRow.started_at).label("at"))
        .where(is_in())
        .group_by(whose)
        .subquery()
    )
