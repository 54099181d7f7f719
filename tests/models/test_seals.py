import json
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import delete, select, text
from sqlalchemy.exc import IntegrityError

from app.consultation.answers import How
from app.consultation.care_plan import Outcome, Owner
from app.models.audit import What
from app.models.ids import new_id
from app.models.tables import (
    ActionRow,
    AuditRow,
    ConsultationRow,
    ConsultationState,
    ObservationRow,
    PromptDecisionRow,
    SealedPromptRow,
    SectionDocumentRow,
    StaffRow,
    StoreInfoRow,
)
from app.models.unavailable import SealedRecord
from tests.models.a_whole_visit import someone
from tests.models.rows import a_person, a_visit
from tests.prepared_store import NOW


@pytest.fixture
def visit(store) -> dict[str, Any]:
    """A visit with one of everything, not signed yet, by the names of their tables."""
    person = a_person(store)
    visit = a_visit(store, person)
    of_visit = {"person_id": person.id, "consultation_id": visit.id}
    said = {"rule": "bp-stage1", "rule_version": 1, "topic": "blood pressure", "level": "soon"}
    rows = {
        "section_document": SectionDocumentRow(
            consultation_id=visit.id, section="dialog", version=1, body="{}", updated_at=NOW,
            updated_by=store.staff.id,
        ),
        "observation": ObservationRow(
            id=new_id(NOW), **of_visit, series="pulse", value="72", unit="/min", taken_on=NOW.date(),
            how=How.MEASURED, noted_at=NOW, device=store.device, sequence=1,
        ),
        "prompt_decision": PromptDecisionRow(
            id=new_id(NOW), **of_visit, **said, decision="later", decided_at=NOW, decided_by=store.staff.id
        ),
        "sealed_prompt": SealedPromptRow(
            id=new_id(NOW), consultation_id=visit.id, place=1, **said, said="Repeat it.",
            said_to_hca="Tell the nurse.", body="{}",
        ),
        "action": ActionRow(
            id=new_id(NOW), **of_visit, place_in_plan=1, what="Walk to the park", owner=Owner.PERSON
        ),
    }  # fmt: skip
    with store.transaction(store.event(What.VISIT_STARTED, NOW, person_id=None)) as session:
        session.add_all([person, visit])
        session.flush()
        session.add_all(rows.values())
    return {"consultation": visit, **rows}


def sign(store, visit, state=ConsultationState.SIGNED):
    with store.transaction(store.event(What.VISIT_SIGNED, NOW)) as session:
        row = session.get(ConsultationRow, visit.id)
        row.signed_by, row.signed_at, row.rulebook_hash, row.state = store.staff.id, NOW, "abc", state


def change(store, statement, **values):
    with store.transaction(store.event(What.FIELD_SAVED, NOW)) as session:
        session.execute(text(statement), values)


CHANGES = {
    "section_document": "UPDATE section_document SET body = '[]'",
    "observation": "UPDATE observation SET value = '73'",
    "action": "UPDATE action SET what = 'Run'",
    "consultation": "UPDATE consultation SET kind = 'short'",
}


@pytest.mark.parametrize("table", CHANGES)
def test_before_it_is_signed_a_visit_can_be_changed_and_after_it_cannot(store, visit, table):
    change(store, CHANGES[table])
    sign(store, visit["consultation"])
    with pytest.raises(SealedRecord, match="never changed: add a correction"):
        change(store, CHANGES[table])


@pytest.mark.parametrize(
    "table", ["section_document", "observation", "prompt_decision", "sealed_prompt", "action"]
)
def test_nothing_is_taken_out_of_a_signed_visit(store, visit, table):
    sign(store, visit["consultation"])
    with pytest.raises(SealedRecord):
        change(store, f"DELETE FROM {table}")


def test_nothing_is_added_to_a_signed_visit(store, visit):
    sign(store, visit["consultation"])
    late = SectionDocumentRow(
        consultation_id=visit["consultation"].id, section="carers", version=1, body="{}", updated_at=NOW,
        updated_by=store.staff.id,
    )  # fmt: skip
    with pytest.raises(SealedRecord), store.transaction(store.event(What.FIELD_SAVED, NOW)) as session:
        session.add(late)


def test_an_unsigned_row_cannot_be_moved_into_a_signed_visit(store, visit):
    with store.transaction(store.event(What.VISIT_STARTED, NOW)) as session:
        session.add(
            other := a_visit(store, session.merge(a_person(store, id=visit["consultation"].person_id)), 2)
        )
        session.flush()
        session.add(
            SectionDocumentRow(
                consultation_id=other.id, section="carers", version=1, body="{}", updated_at=NOW,
                updated_by=store.staff.id,
            )
        )  # fmt: skip
    sign(store, visit["consultation"])
    with pytest.raises(SealedRecord):
        change(
            store,
            "UPDATE section_document SET consultation_id = :signed WHERE consultation_id = :other",
            signed=visit["consultation"].id,
            other=other.id,
        )


def test_what_became_of_a_promise_is_noted_after_signing(store, visit):
    sign(store, visit["consultation"])
    with store.transaction(store.event(What.ACTION_CHANGED, NOW)) as session:
        row = session.get(ActionRow, visit["action"].id)
        row.outcome, row.outcome_on, row.outcome_note = Outcome.DONE, NOW.date(), "Twice a week"


def test_an_outcome_needs_its_date(store, visit):
    with pytest.raises(IntegrityError):
        change(store, "UPDATE action SET outcome = 'done'")


def test_a_signed_visit_can_only_become_a_corrected_one(store, visit):
    sign(store, visit["consultation"])
    for state in ("draft", "finished", "did_not_happen"):
        with pytest.raises(SealedRecord):
            change(store, "UPDATE consultation SET state = :state, reason = 'x'", state=state)
    change(store, "UPDATE consultation SET state = 'corrected'")
    with pytest.raises(SealedRecord):
        change(store, "UPDATE consultation SET state = 'signed'")


def test_a_visit_is_not_signed_without_who_when_and_which_rules(store, visit):
    with pytest.raises(IntegrityError, match="signed_by_whom"):
        change(store, "UPDATE consultation SET state = 'signed'")


def test_a_correction_names_what_it_corrects_and_why(store, visit):
    old = visit["consultation"]
    sign(store, old)
    person = a_person(store, id=old.person_id)
    wrong = [
        {"version": 2},
        {"version": 1, "supersedes": old.id},
        {"version": 2, "supersedes": old.id},
    ]
    for said in wrong:
        with (
            pytest.raises(IntegrityError),
            store.transaction(store.event(What.VISIT_CORRECTED, NOW)) as session,
        ):
            session.add(a_visit(store, person, 2, **said))
    with store.transaction(store.event(What.VISIT_CORRECTED, NOW)) as session:
        session.add(a_visit(store, person, 2, version=2, supersedes=old.id, reason="Wrong arm"))


def test_a_visit_that_did_not_happen_says_why(store, visit):
    with pytest.raises(IntegrityError):
        change(store, "UPDATE consultation SET state = 'did_not_happen'")
    change(store, "UPDATE consultation SET state = 'did_not_happen', reason = 'No answer'")


@pytest.mark.parametrize("change_", ["UPDATE audit_event SET what = 'x'", "DELETE FROM audit_event"])
def test_the_audit_is_only_ever_added_to(store, change_):
    with pytest.raises(SealedRecord, match="only ever added"):
        change(store, change_)


def test_the_kind_of_a_store_never_changes(store):
    with pytest.raises(SealedRecord), store.transaction(store.event(What.FIELD_SAVED, NOW)) as session:
        session.execute(delete(StoreInfoRow))
    with pytest.raises(SealedRecord):
        change(store, "UPDATE store_info SET kind = 'live'")


def test_staff_are_never_deleted(store):
    with (
        pytest.raises(SealedRecord, match="end the account"),
        store.transaction(store.event(What.ACCOUNT_ENDED, NOW)) as session,
    ):
        session.execute(delete(StaffRow))


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit_event SET what = 'people listed' WHERE sequence = 3",
        "UPDATE audit_event SET at = '2020-01-01T00:00:00.000000+00:00' WHERE sequence = 3",
        "UPDATE audit_event SET previous_hash = hash WHERE sequence = 3",
        "DELETE FROM audit_event WHERE sequence = 3",
        "UPDATE audit_event SET sequence = -sequence WHERE sequence IN (3, 4)",
    ],
)
def test_a_changed_moved_or_missing_audit_row_is_found(store, tampering):
    for _ in range(3):
        with store.transaction(store.event(What.PEOPLE_LISTED, NOW)):
            pass
    assert store.first_broken_audit_link() is None
    with store.transaction(store.event(What.PEOPLE_LISTED, NOW)) as session:
        seals = session.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_event'")
        ).all()
        for name, _ in seals:
            session.execute(text(f"DROP TRIGGER {name}"))
        session.execute(text("PRAGMA ignore_check_constraints = ON"))
        session.execute(text(tampering))
    assert store.first_broken_audit_link() in (1, 3)


def test_an_audit_row_is_sealed_over_the_same_words_in_the_same_order_by_every_version_of_the_app(store):
    person = someone(store)
    with store.reading_no_person() as session:
        row = session.scalars(select(AuditRow).where(AuditRow.person_id == person.id)).one()
    words = [row.sequence, row.id, row.at.isoformat(), row.staff_id, row.what]
    words += [row.person_id, row.subject_id, row.device, row.previous_hash]
    assert row.hash == sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()


def test_an_audit_row_holds_ids_and_no_words_of_the_record(store):
    assert set(AuditRow.__table__.columns.keys()) == {
        "sequence", "id", "at", "staff_id", "what", "person_id", "subject_id", "device",
        "previous_hash", "hash",
    }  # fmt: skip
