"""Promises: what a visit's plan promised, and what became of the promises before it."""

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.consultation import opening
from app.consultation.care_plan import Action, Outcome
from app.consultation.draft import Draft
from app.consultation.opening.record import PromiseOutcome
from app.consultation.owed import is_owed
from app.models.tables import ActionRow


def keep_promises(session: Session, draft: Draft, today: date) -> None:
    """Write the promises of this plan and what the visit says of earlier ones, however often."""
    session.execute(delete(ActionRow).where(ActionRow.consultation_id == draft.id))
    session.flush()
    for place, action in enumerate(draft.plan.actions):
        if action.has_words:
            session.add(_action_row(draft, action, place, today))
    _unsettle(session, draft)
    for said in draft.record(opening.SECTION).promises:
        _settle(session, draft, said, today)


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


def _unsettle(session: Session, draft: Draft) -> None:
    """Open again what this visit had settled: between finishing and signing an outcome may be put right."""
    for row in session.scalars(select(ActionRow).where(ActionRow.outcome_consultation_id == draft.id)):
        row.outcome, row.outcome_note = Outcome.OPEN, ""
        row.outcome_on, row.outcome_consultation_id = None, None


def _settle(session: Session, draft: Draft, said: PromiseOutcome, today: date) -> None:
    row = session.get(ActionRow, said.action_id)
    if row is None or row.person_id != draft.person_id or said.outcome is Outcome.OPEN:
        return
    row.outcome_note, row.outcome_consultation_id = said.note, draft.id
    if not is_owed(draft, said.action_id):
        row.outcome, row.outcome_on = said.outcome, today
