"""Versions of a visit: which of them counts, now or at an earlier moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, SQLColumnExpression, func, select, true
from sqlalchemy.orm import Session, aliased

from app.models.tables import ConsultationRow, ConsultationState

HELD = (ConsultationState.FINISHED, ConsultationState.SIGNED)
OWED_FROM = (*HELD, ConsultationState.DID_NOT_HAPPEN)
"""Visits whose promises count: also what was promised after one that did not take place."""


@dataclass(frozen=True)
class AsOf:
    """From where the record is looked at; nothing said: as it is now.

    `known_by`: as it was at that moment: later visits, and later versions of earlier ones, are left out.
    `begun_before`: only visits that began before. `brought_by`: only what imports had brought by then.
    """

    known_by: datetime | None = None
    begun_before: datetime | None = None
    brought_by: datetime | None = None


NOW = AsOf()


def is_in(states: Sequence[ConsultationState] = HELD) -> ColumnElement[bool]:
    """The condition that a visit stands in one of these states.

    One that came back with a question stays among the finished ones until it is finished again: it was held,
    and nothing that it left for later may drop out of the record meanwhile.
    """
    stands = ConsultationRow.state.in_(states)
    if ConsultationState.FINISHED not in states:
        return stands
    came_back = (ConsultationRow.state == ConsultationState.DRAFT) & ConsultationRow.finished_at.is_not(None)
    return stands | came_back


def counts(as_of: AsOf, states: Sequence[ConsultationState] = HELD) -> ColumnElement[bool]:
    """The condition that a visit counts, in this version of it and in no other."""
    begun = ConsultationRow.started_at
    before = begun < as_of.begun_before if as_of.begun_before else true()
    if as_of.known_by is None:
        return is_in(states) & before
    newer = aliased(ConsultationRow)
    is_replaced = (
        select(newer.id)
        .where(newer.supersedes == ConsultationRow.id, newer.signed_at <= as_of.known_by)
        .exists()
    )
    return (
        is_in((*states, ConsultationState.CORRECTED))
        & (func.coalesce(ConsultationRow.finished_at, begun) <= as_of.known_by)
        & ~is_replaced
        & before
    )


def brought(moment: SQLColumnExpression[datetime], as_of: AsOf) -> ColumnElement[bool]:
    """The condition that something was brought into the record by then."""
    return moment <= as_of.brought_by if as_of.brought_by else true()


def versions_of(session: Session, visit_id: str) -> tuple[ConsultationRow, ...]:
    """Every version of a visit, the first one first, whichever of them is named; none where there is none."""
    row = session.get(ConsultationRow, visit_id)
    if row is None:
        return ()
    while row.supersedes is not None:
        row = session.get_one(ConsultationRow, row.supersedes)
    found = [row]
    while (newer := _successor(session, found[-1].id)) is not None:
        found.append(newer)
    return tuple(found)


def _successor(session: Session, visit_id: str) -> ConsultationRow | None:
    return session.scalars(
        select(ConsultationRow).where(ConsultationRow.supersedes == visit_id)
    ).one_or_none()


def looked_at_from(versions: Sequence[ConsultationRow], visit_id: str) -> AsOf:
    """From where one version of a visit looks at the record, once it is signed or while it is corrected.

    A correction is about the day of the visit: what came later is left out, but earlier visits count in the
    version that counts when it is signed.
    """
    row = next(row for row in versions if row.id == visit_id)
    if row.version == 1:
        return AsOf(known_by=row.signed_at, brought_by=row.signed_at)
    return AsOf(known_by=row.signed_at, begun_before=row.started_at, brought_by=versions[0].signed_at)
