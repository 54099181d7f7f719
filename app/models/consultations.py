"""Visits: started, saved field by field, carried on after a crash, finished, signed, never changed again.

Over 300 lines because the life of a visit, from start to signature, is one door.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.consultation.agenda import BY_KEY, SECTIONS
from app.consultation.care_plan import CarePlan
from app.consultation.correction import Correction
from app.consultation.days import on_this_laptop
from app.consultation.decisions import Decision
from app.consultation.draft import Draft, State, blank_records
from app.consultation.hand_overs import Acknowledgement, HandOver
from app.consultation.not_decided import NotDecided
from app.consultation.not_held import NotHeld
from app.consultation.owed import is_met
from app.consultation.person import Person
from app.consultation.questions import Record
from app.consultation.questions_back import QuestionBack
from app.consultation.visit import Visit
from app.models.account import MAY_SIGN
from app.models.audit import What
from app.models.details import person_in
from app.models.ids import new_id
from app.models.last_visits import NOT_DECIDED
from app.models.links import merged_in
from app.models.observations import add_readings
from app.models.passed_on import ACKNOWLEDGEMENTS, HAND_OVERS, QUESTIONS, PassedOn, passed_on
from app.models.promises import add_promise, keep_promises
from app.models.sealed import SealedPrompt
from app.models.seen_here import NotSeenHere, refuse_unless_seen
from app.models.statements import Execute, Writes, in_session
from app.models.store import Store
from app.models.tables import (
    ConsultationRow,
    ConsultationState,
    ObservationRow,
    PromptDecisionRow,
    SealedPromptRow,
    SectionDocumentRow,
    StaffRow,
)
from app.models.versions import versions_of

_write_document = Writes(SectionDocumentRow, replaces=True)
NOT_HELD, CORRECTION = "not_held", "correction"
PLAN, DECISIONS, SHOWN = "care_plan", "decisions", "prompts_shown"
OTHER_PARTS: dict[str, tuple[str, Any]] = {
    PLAN: ("plan", CarePlan),
    DECISIONS: ("decisions", tuple[Decision, ...]),
    SHOWN: ("prompts_shown", tuple[str, ...]),
    HAND_OVERS: ("hand_overs", tuple[HandOver, ...]),
    ACKNOWLEDGEMENTS: ("acknowledgements", tuple[Acknowledgement, ...]),
    QUESTIONS: ("questions", tuple[QuestionBack, ...]),
    NOT_DECIDED: ("not_decided", tuple[NotDecided, ...]),
}
"""What a visit keeps beside its sections: by the name of its document, the field of `Draft` and its type."""
_EVENTS = {
    DECISIONS: What.PROMPT_DECIDED,
    HAND_OVERS: What.PROMPT_HANDED_OVER,
    ACKNOWLEDGEMENTS: What.HAND_OVER_ACKNOWLEDGED,
    QUESTIONS: What.QUESTION_ANSWERED,
}
"""What saving a part is called in the audit; any other is an answer. The first that applies."""


@dataclass(frozen=True)
class OpenDraft:
    """A visit that waits to be carried on."""

    id: str
    person: Person
    started_at: datetime
    saved_at: datetime
    started_by: str
    sections_begun: int
    passed_on: PassedOn
    correction: Correction | None = None


class WrongState(Exception):
    """The visit is not in a state in which that can be done; the message says what it is."""


class MayNotSign(Exception):
    """The one who is signed in may not sign a visit."""

    def __init__(self) -> None:
        super().__init__("A nurse or a prescriber signs the visit. Everything is kept: finish it for them.")


def start(
    store: Store, person_id: str, now: datetime, records: dict[str, Record], plan: CarePlan | None = None
) -> Draft:
    """Begin a visit; `records` and `plan` are what stands in it before anything is asked.

    Raises NotSeenHere for somebody who died, for who moved or was discharged until that is taken back, and
    for a record that was linked to another one: the visit is begun with that.
    """
    draft = Draft(
        id=new_id(now),
        person_id=person_id,
        started_at=now,
        held_by=store.staff.name,
        records={**blank_records(), **records},
        plan=plan or CarePlan(),
    )
    event = store.event(What.VISIT_STARTED, now, person_id=person_id, subject_id=draft.id)
    with store.transaction(event) as session:
        refuse_unless_seen(session, person_id)
        if person_id in merged_in(session):
            raise NotSeenHere("This record was linked to another one of theirs: begin the visit there.")
        session.add(
            ConsultationRow(
                id=draft.id,
                person_id=person_id,
                state=ConsultationState.DRAFT,
                kind="visit",
                started_at=now,
                started_by=store.staff.id,
                device=store.device,
                sequence=store.next_sequence(session, ConsultationRow),
            )
        )
        session.flush()
        for key in (*records, PLAN):
            version, body = part_of(draft, key)
            put_document(in_session(session), store, draft.id, key, version, body, now)
    return draft


def save(store: Store, draft: Draft, parts: Iterable[str], visit: Visit, now: datetime) -> None:
    """Save parts of a visit as they stand, all of them or none: sections by their keys, and `OTHER_PARTS`.

    What later visits start from is made anew where the visit was finished already: whoever reads it through,
    or answers a question that came back, may still put it right.
    """
    wanted = tuple(parts)
    what = next((event for part, event in _EVENTS.items() if part in wanted), What.FIELD_SAVED)
    event = store.event(what, now, person_id=draft.person_id, subject_id=draft.id)
    if draft.was_finished:
        with store.transaction(event) as session:
            keep(session, store, draft, visit, now)
        return
    with store.quick_transaction(event) as execute:
        for key in wanted:
            version, body = part_of(draft, key)
            put_document(execute, store, draft.id, key, version, body, now)


def part_of(draft: Draft, key: str) -> tuple[int, object]:
    """A part of a visit with the version of its form."""
    if key in BY_KEY:
        return BY_KEY[key].version, draft.records[key]
    field, _kind = OTHER_PARTS[key]
    return 1, getattr(draft, field)


def put_document(
    execute: Execute, store: Store, draft_id: str, key: str, version: int, body: object, now: datetime
) -> None:
    """Write one part of a visit, in the transaction at hand."""
    _write_document(
        execute,
        consultation_id=draft_id,
        section=key,
        version=version,
        body=msgspec.json.encode(body).decode(),
        updated_at=now,
        updated_by=store.staff.id,
    )


def open_drafts(store: Store, now: datetime) -> tuple[OpenDraft, ...]:
    """The visits that were begun and not finished, the newest first."""
    with store.reading(store.event(What.PEOPLE_LISTED, now)) as session:
        rows = session.scalars(
            select(ConsultationRow)
            .where(ConsultationRow.state == ConsultationState.DRAFT)
            .order_by(ConsultationRow.started_at.desc())
        ).all()
        return tuple(_open_draft(session, row) for row in rows)


def _open_draft(session: Session, row: ConsultationRow) -> OpenDraft:
    saved_at, begun = session.execute(
        select(func.max(SectionDocumentRow.updated_at), func.count()).where(
            SectionDocumentRow.consultation_id == row.id, SectionDocumentRow.section.in_(BY_KEY)
        )
    ).one()
    return OpenDraft(
        id=row.id,
        person=person_in(session, row.person_id),
        started_at=row.started_at,
        saved_at=saved_at or row.started_at,
        started_by=row.started_by,
        sections_begun=begun,
        correction=correction_in(session, row),
        passed_on=passed_on(session, row.id),
    )


def correction_in(session: Session, row: ConsultationRow) -> Correction | None:
    """Why this is another version of a visit; None where it is the first."""
    if row.supersedes is None:
        return None
    document = session.get_one(SectionDocumentRow, (row.id, CORRECTION))
    return msgspec.json.decode(document.body, type=Correction)


def awaiting_review(store: Store, now: datetime) -> tuple[OpenDraft, ...]:
    """The visits that a health care assistant finished and a nurse has not signed yet."""
    with store.reading(store.event(What.PEOPLE_LISTED, now)) as session:
        rows = session.scalars(
            select(ConsultationRow)
            .where(ConsultationRow.state == ConsultationState.FINISHED)
            .order_by(ConsultationRow.started_at)
        ).all()
        return tuple(_open_draft(session, row) for row in rows)


def resume(store: Store, draft_id: str, now: datetime) -> Draft:
    """The visit as it was last saved."""
    with store.reading_no_person() as session:
        person_id = session.get_one(ConsultationRow, draft_id).person_id
    event = store.event(What.VISIT_RESUMED, now, person_id=person_id, subject_id=draft_id)
    with store.reading(event) as session:
        return load(session, draft_id)


def last_worked_on(store: Store, draft_id: str) -> tuple[datetime, str]:
    """When a part of the visit was last saved, and which: of those saved together the first in order."""
    shown = [*BY_KEY, DECISIONS, PLAN]
    with store.reading_no_person() as session:
        started_at = session.get_one(ConsultationRow, draft_id).started_at
        parts = session.execute(
            select(SectionDocumentRow.updated_at, SectionDocumentRow.section).where(
                SectionDocumentRow.consultation_id == draft_id, SectionDocumentRow.section.in_(shown)
            )
        ).all()
    found = [(started_at, shown[0]), *((part.updated_at, part.section) for part in parts)]
    return max(found, key=lambda part: (part[0], -shown.index(part[1])))


def load(session: Session, draft_id: str) -> Draft:
    """A visit from its documents, within a session whose reading was noted."""
    row = session.get_one(ConsultationRow, draft_id)
    documents = {
        document.section: document.body
        for document in session.scalars(
            select(SectionDocumentRow).where(SectionDocumentRow.consultation_id == draft_id)
        )
    }
    records = dict(blank_records())
    for section in SECTIONS:
        if section.key in documents:
            records[section.key] = msgspec.json.decode(documents[section.key], type=section.record)
    correction = correction_in(session, row)
    return Draft(
        id=draft_id,
        person_id=row.person_id,
        started_at=on_this_laptop(row.started_at),
        held_by=holder_in(session, correction.first_id if correction else draft_id),
        records=records,
        state=State(row.state.value),
        correction=correction,
        **{
            field: msgspec.json.decode(documents[key], type=kind)
            for key, (field, kind) in OTHER_PARTS.items()
            if key in documents
        },
    )


def holder_in(session: Session, visit_id: str) -> str:
    """The name of whoever began a visit: a correction is begun by whoever corrects it."""
    return session.get_one(StaffRow, session.get_one(ConsultationRow, visit_id).started_by).name


def finish(store: Store, draft: Draft, visit: Visit, now: datetime) -> None:
    """End the visit; it waits for a nurse or prescriber to sign. A correction is signed by who makes it."""
    if draft.correction:
        raise MayNotSign
    event = store.event(What.VISIT_FINISHED, now, person_id=draft.person_id, subject_id=draft.id)
    with store.transaction(event) as session:
        row = row_in(session, draft, ConsultationState.DRAFT)
        keep(session, store, draft, visit, now)
        row.state, row.finished_at, row.finished_by = ConsultationState.FINISHED, now, store.staff.id


def sign(
    store: Store,
    draft: Draft,
    visit: Visit,
    prompts: tuple[SealedPrompt, ...],
    rulebook_hash: str,
    now: datetime,
) -> None:
    """Sign the visit: everything that belongs to it is sealed, the prompts as they were worded.

    Where it is a correction, it is the version that counts from then on.
    """
    if store.staff.role not in MAY_SIGN:
        raise MayNotSign
    what = What.VISIT_CORRECTED if draft.correction else What.VISIT_SIGNED
    event = store.event(what, now, person_id=draft.person_id, subject_id=draft.id)
    with store.transaction(event) as session:
        row = row_in(session, draft, ConsultationState.DRAFT, ConsultationState.FINISHED)
        _replace_the_version_before(session, row)
        keep(session, store, draft, visit, now)
        _seal(session, store, draft, prompts, now)
        session.flush()
        row.state, row.signed_at, row.signed_by = ConsultationState.SIGNED, now, store.staff.id
        row.finished_at, row.finished_by = row.finished_at or now, row.finished_by or store.staff.id
        row.rulebook_hash = rulebook_hash


def _replace_the_version_before(session: Session, row: ConsultationRow) -> None:
    if row.supersedes is not None:
        before = session.get_one(ConsultationRow, row.supersedes)
        _refuse_unless(before, ConsultationState.SIGNED)
        before.state = ConsultationState.CORRECTED


def did_not_happen(store: Store, draft: Draft, record: NotHeld, now: datetime) -> None:
    """Keep the record of a visit that did not take place; its next step is a promise like any other."""
    if draft.correction:
        raise WrongState("This visit took place and was signed: it can only be corrected.")
    event = store.event(What.VISIT_DID_NOT_HAPPEN, now, person_id=draft.person_id, subject_id=draft.id)
    with store.transaction(event) as session:
        row = row_in(session, draft, ConsultationState.DRAFT)
        if draft.was_finished:
            raise WrongState("This visit took place: it was finished once. Nothing was changed.")
        put_document(in_session(session), store, draft.id, NOT_HELD, 1, record, now)
        if record.next_step is not None:
            add_promise(session, draft, record.next_step, draft.day)
        session.flush()
        row.reason = record.why.value
        row.state = ConsultationState.DID_NOT_HAPPEN


def row_in(session: Session, draft: Draft, *states: ConsultationState) -> ConsultationRow:
    """The visit's row, within a transaction; raises WrongState where it is in none of these states."""
    row = session.get_one(ConsultationRow, draft.id)
    _refuse_unless(row, *states)
    return row


def _refuse_unless(row: ConsultationRow, *states: ConsultationState) -> None:
    if row.state not in states:
        raise WrongState(f"This visit is {row.state.value.replace('_', ' ')} already. Nothing was changed.")


def keep(session: Session, store: Store, draft: Draft, visit: Visit, now: datetime) -> None:
    """Write what later visits start from: the documents, the readings, the promises."""
    for key in (*BY_KEY, *OTHER_PARTS):
        version, body = part_of(draft, key)
        put_document(in_session(session), store, draft.id, key, version, body, now)
    session.execute(delete(ObservationRow).where(ObservationRow.consultation_id == draft.id))
    for section in SECTIONS:
        readings = section.readings(draft.records[section.key], visit)
        add_readings(session, store, readings, now, person_id=draft.person_id, consultation_id=draft.id)
        session.flush()
    versions = [row.id for row in versions_of(session, draft.id)]
    keep_promises(session, draft, visit.today, now, versions)
    session.flush()


def _seal(
    session: Session, store: Store, draft: Draft, prompts: tuple[SealedPrompt, ...], now: datetime
) -> None:
    for place, prompt in enumerate(prompts):
        session.add(
            SealedPromptRow(
                id=new_id(now),
                consultation_id=draft.id,
                place=place,
                rule=prompt.rule,
                rule_version=prompt.version,
                topic=prompt.topic,
                level=prompt.level,
                said=prompt.said,
                said_to_hca=prompt.said_to_hca,
                body=msgspec.json.encode(prompt).decode(),
            )
        )
    for decision in (each for each in draft.decisions if is_met(draft, each)):
        first = decision.reasons[0] if decision.reasons else None
        session.add(
            PromptDecisionRow(
                id=new_id(now),
                person_id=draft.person_id,
                consultation_id=draft.id,
                rule=first.rule if first else decision.topic,
                rule_version=first.version if first else 1,
                topic=decision.topic,
                level=str(decision.level),
                decision=decision.choice.value,
                reason=decision.why,
                offer_again_on=decision.offer_again_on,
                decided_at=now,
                decided_by=store.staff.id,
            )
        )
