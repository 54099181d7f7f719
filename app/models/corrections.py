"""Corrections: a signed visit is never changed; what was wrong in it is put right in a version of its own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.consultation.agenda import BY_KEY
from app.consultation.beginning import plan_at_start, records_of_somebody_else
from app.consultation.correction import Correction, WhatWasWrong
from app.consultation.days import on_this_laptop
from app.consultation.draft import Draft, State, blank_records
from app.consultation.questions import Record
from app.models.account import MAY_SIGN
from app.models.audit import What
from app.models.consultations import (
    CORRECTION,
    OTHER_PARTS,
    MayNotSign,
    WrongState,
    load,
    part_of,
    put_document,
)
from app.models.histories import history_before
from app.models.ids import new_id
from app.models.statements import in_session
from app.models.store import Store
from app.models.tables import ConsultationRow, ConsultationState, SectionDocumentRow, StaffRow
from app.models.versions import versions_of


def begin(store: Store, visit_id: str, kind: WhatWasWrong, reason: str, now: datetime) -> Draft:
    """Begin the next version of a signed visit, as a draft of whoever is signed in.

    It holds all that the signed one holds; where that belongs in another person's record, only what had gone
    on from before. Raises MayNotSign, WrongState (it is not the signed version that counts, or is being
    corrected already), ValueError without a reason.
    """
    if store.staff.role not in MAY_SIGN:
        raise MayNotSign
    if not reason.strip():
        raise ValueError("a correction has a reason")
    with store.reading_no_person() as session:
        person_id = session.get_one(ConsultationRow, visit_id).person_id
    draft_id = new_id(now)
    event = store.event(What.CORRECTION_BEGUN, now, person_id=person_id, subject_id=draft_id)
    with store.transaction(event) as session:
        versions = versions_of(session, visit_id)
        _refuse_unless_it_counts(versions, visit_id)
        held = load(session, visit_id)
        correction = _correction(session, versions, kind, reason.strip(), now)
        _add_row(session, store, draft_id, versions[-1], correction, now)
        session.flush()
        draft = replace(held, id=draft_id, state=State.DRAFT, correction=correction)
        if kind is WhatWasWrong.ANOTHER_PERSON:
            draft = _emptied(session, draft, now)
        execute = in_session(session)
        put_document(execute, store, draft_id, CORRECTION, 1, correction, now)
        for key in (*BY_KEY, *OTHER_PARTS):
            version, body = part_of(draft, key)
            put_document(execute, store, draft_id, key, version, body, now)
    return draft


def give_up(store: Store, draft: Draft, now: datetime) -> None:
    """Take away a correction that was begun; the signed visit stands as it was, and still counts.

    Raises MayNotSign, and WrongState where it is no open correction.
    """
    if store.staff.role not in MAY_SIGN:
        raise MayNotSign
    event = store.event(What.CORRECTION_GIVEN_UP, now, person_id=draft.person_id, subject_id=draft.id)
    with store.transaction(event) as session:
        row = session.get_one(ConsultationRow, draft.id)
        if row.supersedes is None or row.state is not ConsultationState.DRAFT:
            raise WrongState("Only a correction that is not signed yet can be given up.")
        session.execute(delete(SectionDocumentRow).where(SectionDocumentRow.consultation_id == draft.id))
        session.delete(row)


def _refuse_unless_it_counts(versions: tuple[ConsultationRow, ...], visit_id: str) -> None:
    newest = versions[-1]
    if newest.state is ConsultationState.DRAFT and newest.version > 1:
        raise WrongState("A correction of this visit is open already: it is carried on, or given up, first.")
    if newest.id != visit_id or newest.state is not ConsultationState.SIGNED:
        raise WrongState("Only the signed version that counts can be corrected. Nothing was changed.")


def _correction(
    session: Session, versions: tuple[ConsultationRow, ...], kind: WhatWasWrong, reason: str, now: datetime
) -> Correction:
    first = versions[0]
    return Correction(
        kind=kind,
        reason=reason,
        version=versions[-1].version + 1,
        first_id=first.id,
        last_day=on_this_laptop(first.finished_at or first.started_at).date(),
        signed_first_by=session.get_one(StaffRow, first.signed_by).name,
    )


def _add_row(
    session: Session,
    store: Store,
    draft_id: str,
    before: ConsultationRow,
    correction: Correction,
    now: datetime,
) -> None:
    session.add(
        ConsultationRow(
            id=draft_id,
            person_id=before.person_id,
            state=ConsultationState.DRAFT,
            kind=before.kind,
            reason=correction.reason,
            started_at=before.started_at,
            started_by=store.staff.id,
            version=correction.version,
            supersedes=before.id,
            device=store.device,
            sequence=store.next_sequence(session, ConsultationRow),
        )
    )


def _emptied(session: Session, draft: Draft, now: datetime) -> Draft:
    """The correction with nothing in it that was told by somebody else."""
    history = history_before(session, draft.person_id, draft.id, now)
    records: Mapping[str, Record] = {**blank_records(), **records_of_somebody_else(draft, history)}
    return Draft(
        id=draft.id,
        person_id=draft.person_id,
        started_at=draft.started_at,
        held_by=draft.held_by,
        records=records,
        plan=plan_at_start(history),
        correction=draft.correction,
    )
