"""A visit in the store: saved as it goes, found after a crash, signed once and never changed again."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from app.consultation.agenda import SECTIONS
from app.consultation.care_plan import CarePlan, Outcome
from app.consultation.decisions import Choice
from app.consultation.draft import State, blank_records
from app.consultation.medicines.record import Medicines
from app.consultation.not_held import NotHeld, WhyNotHeld
from app.consultation.opening.record import Opening, PromiseOutcome
from app.consultation.owed import carried_on_id
from app.consultation.physical_checks.record import PhysicalChecks
from app.models import consultations, people
from app.models.account import NewAccount, Role
from app.models.audit import What
from app.models.consultations import MayNotSign, WrongState
from app.models.histories import record_of
from app.models.sealed import SealedPrompt
from app.models.staff import add_account
from app.models.tables import (
    ActionRow,
    AuditRow,
    ConsultationRow,
    ConsultationState,
    ObservationRow,
    PromptDecisionRow,
    SealedPromptRow,
    SectionDocumentRow,
)
from app.models.unavailable import SealedRecord
from tests.models.a_whole_visit import (
    OLANZAPINE,
    RULEBOOK_HASH,
    SEALED,
    TODAY,
    begun,
    filled,
    signed,
    someone,
    told,
    visit_of,
)
from tests.prepared_store import NOW, opened, opened_by

NEXT_MONTH = NOW + timedelta(days=28)


def rows(store, table):
    with store.reading_no_person() as session:
        return session.scalars(select(table)).all()


def happened(store):
    with store.reading_no_person() as session:
        return [row.what for row in session.scalars(select(AuditRow).order_by(AuditRow.sequence))]


def test_a_visit_begins_with_what_is_handed_to_it_and_nothing_else(store):
    person = someone(store)
    before = Medicines(rows=(OLANZAPINE,))
    draft = consultations.start(store, person.id, NOW, {"medicines": before})
    assert draft.records == {**blank_records(), "medicines": before}
    assert consultations.resume(store, draft.id, NOW) == draft
    assert [w.sections_begun for w in consultations.open_drafts(store, NOW)] == [1]


def test_everything_said_decided_and_agreed_is_there_after_the_app_was_gone(store_folder):
    store = opened(store_folder)
    person = someone(store)
    draft = begun(store, person)
    store.close()
    store = opened(store_folder)
    assert consultations.resume(store, draft.id, NOW) == draft
    store.close()


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_a_section_is_saved_alone_the_moment_it_is_said(store, section):
    person = someone(store)
    draft = consultations.start(store, person.id, NOW, {})
    said = draft.with_record(section.key, filled(draft).records[section.key])
    consultations.save(store, said, [section.key], visit_of(person), NOW + timedelta(minutes=3))
    back = consultations.resume(store, draft.id, NOW)
    assert back.records[section.key] == said.records[section.key]
    assert back.records == said.records
    [waiting] = consultations.open_drafts(store, NOW)
    assert waiting.saved_at == NOW + timedelta(minutes=3)


def test_the_last_word_is_the_one_that_stays(store):
    person = someone(store)
    draft = begun(store, person)
    for weight in ("90.5", "91.0"):
        draft = draft.with_record("physical_checks", PhysicalChecks(weight=told(Decimal(weight))))
        consultations.save(store, draft, ["physical_checks"], visit_of(person), NOW)
    less = draft.with_plan(CarePlan(own_words="less"))
    consultations.save(store, less, [consultations.PLAN], visit_of(person), NOW)
    back = consultations.resume(store, draft.id, NOW)
    assert back.records["physical_checks"].weight.value == Decimal("91.0")
    assert back.plan == CarePlan(own_words="less")


def test_what_waits_to_be_carried_on_names_the_person_and_the_start(store):
    person = someone(store)
    draft = begun(store, person)
    [waiting] = consultations.open_drafts(store, NOW)
    assert (waiting.id, waiting.person, waiting.started_at) == (draft.id, person, NOW)
    assert waiting.started_by == store.staff.id
    assert waiting.sections_begun == len(SECTIONS)
    assert consultations.awaiting_review(store, NOW) == ()


def test_a_draft_leaves_no_mark_on_the_record(store):
    person = someone(store)
    begun(store, person)
    history = record_of(store, person.id, NOW)[1]
    assert (history.readings, history.promises, history.last_visit_on, history.decisions) == (
        (),
        (),
        None,
        (),
    )


def test_a_finished_visit_waits_for_a_nurse_and_is_part_of_the_record(store):
    person = someone(store)
    draft = begun(store, person)
    consultations.finish(store, draft, visit_of(person), NOW)
    assert consultations.open_drafts(store, NOW) == ()
    [waiting] = consultations.awaiting_review(store, NOW)
    assert (waiting.id, waiting.person.id) == (draft.id, person.id)
    assert consultations.resume(store, draft.id, NOW).state is State.FINISHED
    history = record_of(store, person.id, NOW)[1]
    assert history.last_visit_on == TODAY
    assert {r.series for r in history.readings} == {
        "systolic", "diastolic", "weight", "height", "bmi", "dialog.leisure",
    }  # fmt: skip
    assert history.promises == tuple(
        msgspec.structs.replace(a, promised_on=TODAY) for a in draft.plan.actions
    )


def test_a_signed_visit_keeps_who_when_which_rules_and_every_prompt_as_worded(store):
    person = someone(store)
    draft = signed(store, person)
    [row] = rows(store, ConsultationRow)
    assert (row.state, row.signed_by, row.signed_at) == (ConsultationState.SIGNED, store.staff.id, NOW)
    assert (row.finished_by, row.rulebook_hash) == (store.staff.id, RULEBOOK_HASH)
    [prompt] = rows(store, SealedPromptRow)
    assert (prompt.said, prompt.said_to_hca, prompt.level) == ("Repeat it.", "Tell the nurse.", "routine")
    assert msgspec.json.decode(prompt.body, type=SealedPrompt) == SEALED[0]
    [decided] = rows(store, PromptDecisionRow)
    assert (decided.decision, decided.reason) == ("declined by the person", "next time")
    assert (decided.rule, decided.rule_version, decided.offer_again_on) == ("raised", 2, date(2027, 1, 4))
    back = consultations.resume(store, draft.id, NOW)
    assert back == replace(draft, state=State.SIGNED)


def test_a_finished_visit_is_signed_with_what_the_nurse_put_right(store):
    person = someone(store)
    draft = begun(store, person)
    consultations.finish(store, draft, visit_of(person), NOW)
    right = draft.with_record("physical_checks", PhysicalChecks(weight=told(Decimal("88.0"))))
    right = right.with_plan(msgspec.structs.replace(draft.plan, actions=draft.plan.actions[:1]))
    later = NOW + timedelta(hours=2)
    consultations.sign(store, right, visit_of(person), SEALED, RULEBOOK_HASH, later)
    [row] = rows(store, ConsultationRow)
    assert (row.finished_at, row.signed_at) == (NOW, later)
    history = record_of(store, person.id, later)[1]
    assert {(r.series, r.value) for r in history.readings} == {("weight", "88.0"), ("dialog.leisure", "2")}
    assert [p.what for p in history.promises] == ["Do walk"]


def test_what_is_put_right_in_a_finished_visit_is_what_the_next_one_starts_from(store):
    person = someone(store)
    draft = begun(store, person)
    consultations.finish(store, draft, visit_of(person), NOW)
    finished = consultations.resume(store, draft.id, NOW)
    right = finished.with_record("physical_checks", PhysicalChecks(weight=told(Decimal("48.0"))))
    consultations.save(store, right, ["physical_checks"], visit_of(person), NOW)
    weights = [r.value for r in record_of(store, person.id, NOW)[1].readings if r.series == "weight"]
    assert weights == ["48.0"]


def test_one_edit_is_one_event_and_is_written_whole_or_not_at_all(store):
    person = someone(store)
    draft = begun(store, person)
    before = len(rows(store, AuditRow))
    parts = ["dialog", *consultations.OTHER_PARTS]
    consultations.save(store, draft, parts, visit_of(person), NOW)
    assert len(rows(store, AuditRow)) == before + 1
    said = draft.with_plan(CarePlan(own_words="walk more"))
    with pytest.raises(KeyError):
        consultations.save(store, said, [consultations.PLAN, "no such part"], visit_of(person), NOW)
    assert consultations.resume(store, draft.id, NOW).plan == draft.plan


CHANGES = {
    "a section": lambda store, d, v: consultations.save(store, d, ["dialog"], v, NOW),
    "the plan": lambda store, d, v: consultations.save(store, d, [consultations.PLAN], v, NOW),
    "the decisions": lambda store, d, v: consultations.save(store, d, [consultations.DECISIONS], v, NOW),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_signed_visit_is_not_changed_by_any_door(store, change):
    person = someone(store)
    draft = signed(store, person)
    before = consultations.resume(store, draft.id, NOW)
    other = draft.with_record("dialog", blank_records()["dialog"]).with_plan(CarePlan())
    with pytest.raises(SealedRecord, match="signed visit is never changed"):
        CHANGES[change](store, replace(other, decisions=()), visit_of(person))
    assert consultations.resume(store, draft.id, NOW) == before


@pytest.mark.parametrize(
    ("table", "value"),
    [
        (ObservationRow, {"value": "1"}),
        (SectionDocumentRow, {"body": "{}"}),
        (SealedPromptRow, {"said": "other"}),
        (ActionRow, {"what": "other"}),
        (ConsultationRow, {"state": ConsultationState.DRAFT}),
    ],
)
def test_nor_behind_the_doors(store, table, value):
    person = someone(store)
    signed(store, person)
    with pytest.raises(SealedRecord), store.transaction(store.event(What.FIELD_SAVED, NOW)) as session:
        session.execute(update(table).values(**value))


def test_a_visit_is_finished_and_signed_once(store):
    person = someone(store)
    draft = begun(store, person)
    consultations.finish(store, draft, visit_of(person), NOW)
    with pytest.raises(WrongState, match="finished already"):
        consultations.finish(store, draft, visit_of(person), NOW)
    consultations.sign(store, draft, visit_of(person), (), RULEBOOK_HASH, NOW)
    with pytest.raises(WrongState, match="signed already"):
        consultations.sign(store, draft, visit_of(person), SEALED, RULEBOOK_HASH, NOW)
    assert rows(store, SealedPromptRow) == []


def test_without_the_hash_of_its_rules_a_visit_is_not_signed(store):
    person = someone(store)
    draft = begun(store, person)
    with pytest.raises(IntegrityError, match="signed_by_whom_when_with_which_rules"):
        consultations.sign(store, draft, visit_of(person), SEALED, "", NOW)
    assert consultations.resume(store, draft.id, NOW).state is State.DRAFT
    assert rows(store, SealedPromptRow) == []
    assert rows(store, ObservationRow) == []


@pytest.mark.parametrize("role", [Role.HEALTH_CARE_ASSISTANT, Role.TEAM_LEAD])
def test_only_a_nurse_or_a_prescriber_signs(store, role):
    kit = NewAccount("Bea Hart", role, "orbit kettle maple sand", "2580")
    add_account(store, kit, NOW)
    store = opened_by(store, kit)
    try:
        person = someone(store)
        draft = begun(store, person)
        with pytest.raises(MayNotSign, match="nurse or a prescriber"):
            consultations.sign(store, draft, visit_of(person), SEALED, RULEBOOK_HASH, NOW)
        consultations.finish(store, draft, visit_of(person), NOW)
        assert consultations.resume(store, draft.id, NOW).state is State.FINISHED
    finally:
        store.close()


def test_a_visit_that_did_not_happen_is_a_record_with_a_reason(store):
    person = someone(store)
    draft = consultations.start(store, person.id, NOW, {})
    consultations.did_not_happen(store, draft, NotHeld(why=WhyNotHeld.NO_ANSWER), NOW)
    [row] = rows(store, ConsultationRow)
    assert (row.state, row.reason) == (ConsultationState.DID_NOT_HAPPEN, "Nobody answered")
    assert consultations.open_drafts(store, NOW) == ()
    assert record_of(store, person.id, NOW)[1].last_visit_on is None
    with pytest.raises(WrongState, match="did not happen already"):
        consultations.finish(store, draft, visit_of(person), NOW)


def test_an_action_without_words_is_no_promise(store):
    person = someone(store)
    draft = begun(store, person)
    blank = msgspec.structs.replace(draft.plan.actions[0], what="  ")
    plan = draft.plan.with_action(blank)
    consultations.finish(store, draft.with_plan(plan), visit_of(person), NOW)
    assert [p.what for p in record_of(store, person.id, NOW)[1].promises] == ["Do pressure"]


@pytest.mark.parametrize(("what", "sealed"), [("Repeat it", ["taken up"]), ("  ", [])])
def test_a_prompt_counts_as_taken_up_only_where_its_action_is_a_promise(store, what, sealed):
    person = someone(store)
    draft = begun(store, person)
    first = msgspec.structs.replace(draft.plan.actions[0], what=what)
    [decision] = draft.decisions
    taken = msgspec.structs.replace(decision, choice=Choice.TAKE_UP, actions=(first.id,))
    draft = draft.with_plan(draft.plan.with_action(first)).with_decision(taken)
    consultations.sign(store, draft, visit_of(person), SEALED, RULEBOOK_HASH, NOW)
    assert [row.decision for row in rows(store, PromptDecisionRow)] == sealed


def reported(draft, *said):
    return draft.with_record("opening", Opening(promises=tuple(PromiseOutcome(*s) for s in said)))


def second_visit(store, person):
    return consultations.start(store, person.id, NEXT_MONTH, {})


def promises(store, person, visit_in_hand=""):
    return record_of(store, person.id, NEXT_MONTH, visit_in_hand)[1].promises


def test_the_next_visit_opens_on_what_was_promised_in_the_persons_order(store):
    person = someone(store)
    signed(store, person)
    second_visit(store, person)
    assert [(p.what, p.outcome) for p in promises(store, person)] == [
        ("Do walk", Outcome.OPEN),
        ("Do pressure", Outcome.OPEN),
    ]
    assert {p.promised_on for p in promises(store, person)} == {TODAY}


@pytest.mark.parametrize(
    ("outcome", "is_owed"),
    [
        (Outcome.DONE, False),
        (Outcome.LET_GO, False),
        (Outcome.PARTLY, True),
        (Outcome.NOT_DONE, True),
        (Outcome.OPEN, True),
    ],
)
def test_a_promise_is_asked_about_until_it_was_kept_or_let_go(store, outcome, is_owed):
    person = someone(store)
    walk = signed(store, person).plan.actions[0]
    second = reported(second_visit(store, person), (walk.id, outcome, "it rained"))
    consultations.finish(store, second, visit_of(person, NEXT_MONTH.date()), NEXT_MONTH)
    assert [p.what for p in promises(store, person) if p.id == walk.id] == ["Do walk"] * is_owed
    if is_owed and outcome is not Outcome.OPEN:
        [still] = [p for p in promises(store, person) if p.id == walk.id]
        assert (still.outcome, still.outcome_note) == (outcome, "it rained"), "as it was last said"
    [seen] = people.people(store, NEXT_MONTH)
    assert seen.open_promises == 1 + is_owed


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.NOT_DONE])
def test_a_promise_kept_in_the_new_plan_is_owed_once_and_not_twice(store, outcome):
    person = someone(store)
    walk = signed(store, person).plan.actions[0]
    second = reported(second_visit(store, person), (walk.id, outcome, "it rained"))
    kept = msgspec.structs.replace(walk, id=carried_on_id(second, walk.id), what="Walk again")
    second = second.with_plan(second.plan.with_action(kept))
    consultations.sign(store, second, visit_of(person, NEXT_MONTH.date()), (), RULEBOOK_HASH, NEXT_MONTH)
    assert [p.what for p in promises(store, person)] == ["Do pressure", "Walk again"]
    old = next(row for row in rows(store, ActionRow) if row.id == walk.id)
    assert (old.outcome, old.outcome_note, old.outcome_on) == (outcome, "it rained", NEXT_MONTH.date())


def test_a_promise_kept_in_the_new_plan_and_left_without_words_is_owed_as_it_was(store):
    person = someone(store)
    walk = signed(store, person).plan.actions[0]
    second = reported(second_visit(store, person), (walk.id, Outcome.NOT_DONE))
    kept = msgspec.structs.replace(walk, id=carried_on_id(second, walk.id), what=" ")
    second = second.with_plan(second.plan.with_action(kept))
    consultations.sign(store, second, visit_of(person, NEXT_MONTH.date()), (), RULEBOOK_HASH, NEXT_MONTH)
    assert (walk.id, "Do walk") in [(p.id, p.what) for p in promises(store, person)]


def test_what_an_earlier_visit_said_of_a_promise_is_not_lost_when_the_visit_in_hand_says_more(store):
    person = someone(store)
    walk, pressure = signed(store, person).plan.actions
    day = visit_of(person, NEXT_MONTH.date())
    second = reported(second_visit(store, person), (walk.id, Outcome.NOT_DONE, "it rained"))
    consultations.finish(store, second, day, NEXT_MONTH)
    third = reported(second_visit(store, person), (walk.id, Outcome.DONE))
    consultations.finish(store, third, day, NEXT_MONTH)
    assert {(p.id, p.outcome) for p in promises(store, person, third.id)} == {
        (walk.id, Outcome.NOT_DONE),
        (pressure.id, Outcome.OPEN),
    }


def test_an_outcome_is_noted_only_when_the_visit_is_over(store):
    person = someone(store)
    walk = signed(store, person).plan.actions[0]
    second = reported(second_visit(store, person), (walk.id, Outcome.DONE))
    consultations.save(store, second, ["opening"], visit_of(person), NEXT_MONTH)
    assert len(promises(store, person)) == 2


def test_an_outcome_put_right_before_signing_opens_the_promise_again(store):
    person = someone(store)
    walk, pressure = signed(store, person).plan.actions
    visit = visit_of(person, NEXT_MONTH.date())
    second = reported(second_visit(store, person), (walk.id, Outcome.DONE), (pressure.id, Outcome.DONE))
    consultations.finish(store, second, visit, NEXT_MONTH)
    assert promises(store, person) == ()
    right = reported(second, (pressure.id, Outcome.DONE))
    consultations.sign(store, right, visit, (), RULEBOOK_HASH, NEXT_MONTH)
    assert [p.id for p in promises(store, person)] == [walk.id]


def test_a_promise_of_somebody_else_cannot_be_settled(store):
    person, other = someone(store), someone(store, given_name="Ola")
    theirs = signed(store, other).plan.actions[0]
    second = reported(second_visit(store, person), (theirs.id, Outcome.DONE), ("nobody's", Outcome.DONE))
    consultations.finish(store, second, visit_of(person, NEXT_MONTH.date()), NEXT_MONTH)
    assert len(promises(store, other)) == 2


def test_a_finished_visit_looked_at_again_is_not_its_own_past(store):
    person = someone(store)
    walk = signed(store, person).plan.actions[0]
    second = filled(second_visit(store, person))
    second = reported(second, (walk.id, Outcome.DONE, "every day"))
    consultations.finish(store, second, visit_of(person, NEXT_MONTH.date()), NEXT_MONTH)
    history = record_of(store, person.id, NEXT_MONTH, visit_in_hand=second.id)[1]
    assert history.last_visit_on == TODAY
    assert {p.what for p in history.promises} == {"Do walk", "Do pressure"}
    assert {p.id for p in history.promises}.isdisjoint(a.id for a in second.plan.actions)
    assert len([r for r in history.readings if r.series == "weight"]) == 1
    as_past = record_of(store, person.id, NEXT_MONTH)[1]
    assert as_past.last_visit_on == NEXT_MONTH.date()


def test_every_step_of_a_visit_is_in_the_audit_with_ids_only(store):
    person = someone(store)
    draft = begun(store, person)
    consultations.resume(store, draft.id, NOW)
    consultations.finish(store, draft, visit_of(person), NOW)
    consultations.sign(store, draft, visit_of(person), SEALED, RULEBOOK_HASH, NOW)
    mine = happened(store)[happened(store).index("person added") + 1 :]
    assert mine == [
        "visit started",
        "prompt decided",
        "visit resumed",
        "visit finished",
        "visit signed",
    ]
    assert store.first_broken_audit_link() is None


def test_a_visit_opened_by_mistake_is_no_try_and_is_on_no_list(store):
    person = someone(store)
    opened = consultations.start(store, person.id, NOW, {})
    consultations.did_not_happen(store, opened, NotHeld(why=WhyNotHeld.MISTAKE), NOW)
    [summary] = people.people(store, NOW)
    assert summary.not_held_since == 0
    assert record_of(store, person.id, NOW)[1].attempts == ()
    assert consultations.open_drafts(store, NOW) == ()


def test_tries_are_counted_since_the_last_visit_that_took_place(store):
    person = someone(store)
    for day in (1, 2):
        never = consultations.start(store, person.id, NOW + timedelta(days=day), {})
        consultations.did_not_happen(store, never, NotHeld(why=WhyNotHeld.NO_ANSWER), NOW)
    [summary] = people.people(store, NOW)
    assert (summary.not_held_since, summary.last_seen_on) == (2, None)
    assert [a.on for a in record_of(store, person.id, NOW)[1].attempts] == [
        date(2026, 11, 24),
        date(2026, 11, 23),
    ]
    held = consultations.start(store, person.id, NOW + timedelta(days=3), {})
    consultations.finish(store, held, visit_of(person), NOW)
    [summary] = people.people(store, NOW)
    assert summary.not_held_since == 0
    assert record_of(store, person.id, NOW)[1].attempts == ()
