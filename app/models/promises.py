"""Promises: what a visit's plan promised, and what became of the promises before it."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

from app.consultation import opening
from app.consultation.care_plan import Action, Outcome
from app.consultation.draft import Draft
from app.consultation.opening.record import PromiseOutcome
from app.consultation.owed import is_owed
from app.models.ids import new_id
from app.models.links import records_of
from app.models.tables import ActionRow, ConsultationRow
from app.models.versions import OWED_FROM, is_in


def keep_promises(
    session: Session, draft: Draft, today: date, now: datetime, versions: Sequence[str]
) -> None:
    """Write the promises of this plan and what the visit says of earlier ones, however often.

    `versions` are the keys of the visit in all its versions, this one the last.
    """
    session.execute(delete(ActionRow).where(ActionRow.consultation_id == draft.id))
    session.flush()
    for place, action in enumerate(draft.plan.actions):
        if action.has_words:
            session.add(_worded(session, _action_row(draft, action, place, today), versions, now))
    _unsettle(session, versions)
    for said in draft.record(opening.SECTION).promises:
        _settle(session, draft, said, today)


def _worded(session: Session, row: ActionRow, versions: Sequence[str], now: datetime) -> ActionRow:
    """The row, or the row of a correction: what became of the promise by now goes on with it."""
    before = session.scalars(
        select(ActionRow)
        .join(ConsultationRow, ConsultationRow.id == ActionRow.consultation_id)
        .where(ActionRow.consultation_id.in_(versions[:-1]), _is_promise(row.id))
        .order_by(ConsultationRow.version.desc())
        .limit(1)
    ).one_or_none()
    if before is not None:
        row.instead_of, row.id = row.id, new_id(now)
        row.outcome, row.outcome_note = before.outcome, before.outcome_note
        row.outcome_on, row.outcome_consultation_id = before.outcome_on, before.outcome_consultation_id
    return row


def _is_promise(promise_id: str) -> ColumnElement[bool]:
    """The condition that a row words this promise, for the first time or anew."""
    return or_(ActionRow.id == promise_id, ActionRow.instead_of == promise_id)


def add_promise(session: Session, draft: Draft, action: Action, today: date) -> None:
    """Write one promise that comes of no plan: what happens after a visit that did not take place."""
    session.add(_action_row(draft, action, 0, today))


def _action_row(draft: Draft, action: Action, place: int, today: date) -> ActionRow:
    return ActionRow(
        id=action.id,
        person_id=draft.person_id,
        consultation_id=draft.id,
        place_in_plan=place,
        what=action.what,
        owner=action.owner,
        owner_name=action.owner_name,
        by_when=action.by_when,
        because_of=action.because_of,
        topic=action.topic,
        promised_on=action.promised_on or today,
        outcome=Outcome.OPEN,
    )


def _unsettle(session: Session, versions: Sequence[str]) -> None:
    """Open again what this visit had settled: before signing, or by a correction, it may be put right."""
    for row in session.scalars(select(ActionRow).where(ActionRow.outcome_consultation_id.in_(versions))):
        row.outcome, row.outcome_note = Outcome.OPEN, ""
        row.outcome_on, row.outcome_consultation_id = None, None


def _settle(session: Session, draft: Draft, said: PromiseOutcome, today: date) -> None:
    """Note what became of a promise, where no later visit has said so already."""
    row = session.scalars(
        select(ActionRow)
        .join(ConsultationRow, ConsultationRow.id == ActionRow.consultation_id)
        .where(
            _is_promise(said.action_id),
            ActionRow.person_id.in_(records_of(session, draft.person_id)),
            is_in(OWED_FROM),
        )
    ).one_or_none()
    if row is None or said.outcome is Outcome.OPEN or _was_said_later(session, row, draft):
        return
    row.outcome_note, row.outcome_consultation_id = said.note, draft.id
    if not is_owed(draft, said.action_id):
        row.outcome, row.outcome_on = said.outcome, today


def _was_said_later(session: Session, row: ActionRow, draft: Draft) -> bool:
    if row.outcome_consultation_id is None:
        return False
    said_in = session.get_one(ConsultationRow, row.outcome_consultation_id)
    return said_in.started_at > draft.started_at
