"""What the record holds of a person before today, read in one go."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.consultation.care_plan import Action, Outcome
from app.consultation.days import on_this_laptop
from app.consultation.decisions import Decision
from app.consultation.draft import Draft
from app.consultation.history import Condition, History, Searched
from app.consultation.not_held import NOBODY_CAME, Attempt, NotHeld
from app.consultation.person import Person
from app.models.audit import What
from app.models.consultations import NOT_HELD, load
from app.models.details import person_in
from app.models.earlier_visits import confirmed, last_said_of_promises, sharing_told, standing
from app.models.links import left_of, records_of
from app.models.medicines_taken import medicines_taken
from app.models.observations import each_once, readings_of
from app.models.store import Store
from app.models.tables import (
    ActionRow,
    ConditionEntryRow,
    ConsultationRow,
    ConsultationState,
    SearchNoteRow,
    SectionDocumentRow,
)
from app.models.versions import NOW, OWED_FROM, AsOf, brought, counts, looked_at_from, versions_of

EARLIER_DECISIONS = 5
SEARCH_COUNTS_FOR_DAYS = 30


def record_of(store: Store, person_id: str, now: datetime, visit_in_hand: str = "") -> tuple[Person, History]:
    """The person and what the record held before the visit in hand.

    Name a visit that was finished and is looked at again: else it would count as its own past. Of a
    correction, it is what the record held before the visit that is corrected.
    """
    event = store.event(What.RECORD_VIEWED, now, person_id=person_id, subject_id=person_id)
    with store.reading(event) as session:
        history = history_before(session, person_id, visit_in_hand, now)
        return person_in(session, person_id), replace(history, left=left_of(session, person_id))


def history_before(session: Session, person_id: str, visit_id: str, now: datetime) -> History:
    """What one version of a visit looked back on: as of its signature, or of now while it is not signed."""
    versions = versions_of(session, visit_id)
    if not versions:
        return _history(session, person_id, now, (), NOW)
    as_of = looked_at_from(versions, visit_id)
    return _history(session, person_id, as_of.brought_by or now, [row.id for row in versions], as_of)


def _history(
    session: Session, person_id: str, now: datetime, in_hand: Collection[str], as_of: AsOf
) -> History:
    people = records_of(session, person_id, as_of.known_by)
    held = session.scalars(
        select(ConsultationRow)
        .where(
            ConsultationRow.person_id.in_(people),
            counts(as_of),
            ConsultationRow.id.not_in(in_hand),
        )
        .order_by(ConsultationRow.started_at.desc(), ConsultationRow.sequence.desc())
        .limit(EARLIER_DECISIONS)
    ).all()
    visits = [load(session, row.id) for row in held]
    last = visits[0] if visits else None
    taken, is_as_left = medicines_taken(session, people, last, in_hand, as_of)
    said = confirmed(session, people, in_hand, as_of)
    return History(
        readings=readings_of(session, people, in_hand, as_of),
        searched=_searched(session, people, now, as_of),
        conditions=_conditions(session, people, as_of),
        medicines=taken,
        medicines_confirmed_on=said.list_on if is_as_left else None,
        medicines_seen_on=said.rows_on,
        promises=_promises(session, people, in_hand, as_of),
        last_visit_on=last.started_at.date() if last else None,
        last_records=last.records if last else {},
        last_plan=last.plan if last else None,
        left_standing=standing(session, people, in_hand, as_of),
        decisions=_decisions(visits),
        sharing=sharing_told(session, people, in_hand, as_of),
        not_decided=last.not_decided if last else (),
        also=tuple(person_in(session, one) for one in records_of(session, person_id) if one != person_id),
        attempts=_attempts(session, people, held[0].started_at if held else None, as_of),
    )


def _attempts(
    session: Session, people: Sequence[str], since: datetime | None, as_of: AsOf
) -> tuple[Attempt, ...]:
    """The visits that did not take place since the last one that did, the newest first."""
    rows = session.execute(
        select(ConsultationRow.started_at, SectionDocumentRow.body)
        .join(SectionDocumentRow, SectionDocumentRow.consultation_id == ConsultationRow.id)
        .where(
            ConsultationRow.person_id.in_(people),
            counts(as_of, (ConsultationState.DID_NOT_HAPPEN,)),
            SectionDocumentRow.section == NOT_HELD,
        )
        .order_by(ConsultationRow.started_at.desc())
    )
    found = (
        Attempt(on_this_laptop(started_at).date(), msgspec.json.decode(body, type=NotHeld))
        for started_at, body in rows
        if since is None or started_at > since
    )
    return tuple(attempt for attempt in found if attempt.record.why not in NOBODY_CAME)


def _conditions(session: Session, people: Sequence[str], as_of: AsOf) -> tuple[Condition, ...]:
    rows = session.scalars(
        select(ConditionEntryRow)
        .where(ConditionEntryRow.person_id.in_(people), brought(ConditionEntryRow.noted_at, as_of))
        .order_by(ConditionEntryRow.noted_at, ConditionEntryRow.id)
    )
    found = ((row.person_id, msgspec.json.decode(row.body, type=Condition)) for row in rows)
    return each_once(found)


def _searched(session: Session, people: Sequence[str], now: datetime, as_of: AsOf) -> tuple[Searched, ...]:
    """Searches that are fresh: what a source held weeks ago says nothing of what was done since."""
    oldest = now - timedelta(days=SEARCH_COUNTS_FOR_DAYS)
    rows = session.scalars(
        select(SearchNoteRow).where(
            SearchNoteRow.person_id.in_(people),
            SearchNoteRow.noted_at >= oldest,
            brought(SearchNoteRow.noted_at, as_of),
        )
    )
    return tuple(Searched(series=r.series, source=r.source, back_to=r.searched_back_to) for r in rows)


def _promises(
    session: Session, people: Sequence[str], in_hand: Collection[str], as_of: AsOf
) -> tuple[Action, ...]:
    """The promises still owed from visits that were held, the oldest first, in the person's order.

    What the visit in hand settled itself, in any version, belongs to them: its own screen must still show
    it. So does, of an earlier moment, what was settled after it. Each has the outcome that an earlier visit
    was told.
    """
    is_owed = [ActionRow.outcome == Outcome.OPEN, ActionRow.outcome_consultation_id.in_(in_hand)]
    moment = as_of.begun_before or as_of.known_by
    if moment is not None:
        later = select(ConsultationRow.id).where(ConsultationRow.started_at > moment)
        is_owed.append(ActionRow.outcome_consultation_id.in_(later))
    rows = session.scalars(
        select(ActionRow)
        .join(ConsultationRow, ConsultationRow.id == ActionRow.consultation_id)
        .where(
            ActionRow.person_id.in_(people),
            or_(*is_owed),
            ActionRow.consultation_id.not_in(in_hand),
            counts(as_of, OWED_FROM),
        )
        .order_by(ActionRow.promised_on, ActionRow.place_in_plan)
    ).all()
    said = last_said_of_promises(session, people, in_hand, as_of) if rows else {}
    return tuple(
        Action(
            id=key,
            what=row.what,
            owner=row.owner,
            owner_name=row.owner_name,
            by_when=row.by_when,
            because_of=row.because_of,
            topic=row.topic,
            promised_on=row.promised_on,
            outcome=said[key].outcome if key in said else Outcome.OPEN,
            outcome_note=said[key].note if key in said else "",
        )
        for key, row in ((row.instead_of or row.id, row) for row in rows)
    )


def _decisions(visits: list[Draft]) -> tuple[Decision, ...]:
    """The newest decision on each topic."""
    newest: dict[str, Decision] = {}
    for visit in visits:
        for decision in visit.decisions:
            newest.setdefault(decision.topic, decision)
    return tuple(newest.values())
