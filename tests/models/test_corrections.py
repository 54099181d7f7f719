"""Corrections in the store: the signed visit stays, the newest version counts, and nothing counts twice."""

from datetime import timedelta
from decimal import Decimal

import msgspec
import pytest

from app.consultation.answers import How, Known
from app.consultation.care_plan import Outcome
from app.consultation.correction import WhatWasWrong
from app.consultation.history import Reading
from app.consultation.opening.record import Opening, PromiseOutcome
from app.consultation.owed import carried_on_id
from app.models import consultations, corrections, people, signed_visits
from app.models.account import NewAccount, Role
from app.models.audit import What
from app.models.consultations import MayNotSign, WrongState
from app.models.histories import record_of
from app.models.people import Imported
from app.models.staff import add_account
from app.models.tables import AuditRow, ConsultationRow, SectionDocumentRow
from app.models.unavailable import SealedRecord
from tests.models.a_whole_visit import RULEBOOK_HASH, action, filled, signed, someone, visit_of
from tests.models.test_reviews import QUESTION, TOLD
from tests.prepared_store import NOW, opened_by

LATER = NOW + timedelta(days=30)
MUCH_LATER = NOW + timedelta(days=60)
WRONG, LEFT_OUT, ANOTHER = WhatWasWrong
WHY = "The scales stood on a carpet"
ANSWERED = msgspec.structs.replace(QUESTION, answer="The left", answered_by="Tom Birch", answered_at=NOW)


def correcting(store, visit, kind=WRONG, now=LATER):
    return corrections.begin(store, visit.id, kind, WHY, now)


def weighed(draft, kilograms):
    checks = draft.records["physical_checks"]
    weight = Known(Decimal(kilograms), How.MEASURED, draft.day)
    return draft.with_record("physical_checks", msgspec.structs.replace(checks, weight=weight))


def sign(store, person, draft, now=LATER):
    """Sign it, as of the last day of the visit where it is a correction."""
    today = draft.correction.last_day if draft.correction else now.date()
    consultations.sign(store, draft, visit_of(person, today), (), RULEBOOK_HASH, now)
    return draft


def corrected(store, person, visit, kilograms="80.0", now=LATER):
    return sign(store, person, weighed(correcting(store, visit, now=now), kilograms), now)


def held_later(store, person, *outcomes, now=LATER):
    """A visit after it, which says what became of promises."""
    draft = consultations.start(store, person.id, now, {})
    said = Opening(promises=tuple(PromiseOutcome(*each) for each in outcomes))
    return sign(store, person, draft.with_record("opening", said), now)


def history(store, person, now=MUCH_LATER, visit=""):
    return record_of(store, person.id, now, visit)[1]


def weights(store, person, **where):
    return [row.value for row in history(store, person, **where).series("weight")]


def states(store):
    with store.reading_no_person() as session:
        rows = session.query(ConsultationRow).order_by(ConsultationRow.sequence)
        return [(row.version, row.state.value) for row in rows]


def parts_of(store, visit_id):
    with store.reading_no_person() as session:
        rows = session.query(SectionDocumentRow).filter_by(consultation_id=visit_id)
        return {row.section: (row.body, row.updated_at) for row in rows}


def test_a_correction_begins_as_a_draft_with_all_that_was_signed_and_about_the_same_day(store):
    person = someone(store)
    visit = signed(store, person)
    draft = correcting(store, visit)
    again = consultations.resume(store, draft.id, LATER)
    assert again == draft, "after a crash it is carried on like any draft"
    assert (again.records, again.plan, again.decisions) == (visit.records, visit.plan, visit.decisions)
    assert (again.day, again.version, again.first_id) == (NOW.date(), 2, visit.id)
    assert again.correction.reason == WHY
    assert again.correction.last_day == NOW.date()


def test_until_it_is_signed_the_signed_version_counts_and_nothing_counts_twice(store):
    person = someone(store)
    visit = signed(store, person)
    draft = weighed(correcting(store, visit), "80.0")
    consultations.save(store, draft, ["physical_checks"], visit_of(person), LATER)
    assert weights(store, person) == ["90.0"]
    assert len(history(store, person).promises) == 2


def test_signed_it_is_the_version_that_counts_with_each_reading_and_promise_once(store):
    person = someone(store)
    visit = signed(store, person)
    before = parts_of(store, visit.id)
    corrected(store, person, visit)
    assert states(store) == [(1, "corrected"), (2, "signed")]
    assert parts_of(store, visit.id) == before, "the signed one is not touched"
    seen = history(store, person)
    assert weights(store, person) == ["80.0"]
    assert [p.what for p in seen.promises] == ["Do walk", "Do pressure"]
    assert [p.id for p in seen.promises] == [a.id for a in visit.plan.actions], "a promise keeps its key"
    assert len([r for r in seen.readings if r.series == "systolic"]) == 1
    assert seen.last_visit_on == NOW.date()
    [row] = people.people(store, LATER)
    assert (row.open_promises, row.last_plan_on) == (2, NOW.date())


def test_version_after_version_only_the_newest_counts(store):
    person = someone(store)
    second = corrected(store, person, signed(store, person))
    third = corrected(store, person, second, "70.5", MUCH_LATER)
    assert (third.version, third.first_id) == (3, second.first_id)
    assert states(store) == [(1, "corrected"), (2, "corrected"), (3, "signed")]
    assert weights(store, person) == ["70.5"]
    assert len(history(store, person).promises) == 2
    assert store.first_broken_audit_link() is None


def test_what_was_signed_stays_sealed_in_every_version(store):
    person = someone(store)
    visit = signed(store, person)
    second = corrected(store, person, visit)
    for sealed in (visit, second):
        with pytest.raises(SealedRecord):
            consultations.save(store, sealed, ["opening"], visit_of(person), MUCH_LATER)
    with pytest.raises(WrongState):
        correcting(store, visit)


def test_one_correction_is_open_at_a_time_and_one_that_is_given_up_leaves_the_visit_as_it_was(store):
    person = someone(store)
    visit = signed(store, person)
    draft = correcting(store, visit)
    with pytest.raises(WrongState, match="open already"):
        correcting(store, visit)
    corrections.give_up(store, draft, LATER)
    assert states(store) == [(1, "signed")]
    assert parts_of(store, draft.id) == {}
    assert weights(store, person) == ["90.0"]
    assert correcting(store, visit).version == 2
    with pytest.raises(WrongState):
        corrections.give_up(store, visit, LATER)


def test_a_correction_needs_a_reason_and_somebody_who_may_sign(store):
    visit = signed(store, someone(store))
    with pytest.raises(ValueError, match="reason"):
        corrections.begin(store, visit.id, WRONG, "  ", LATER)
    draft = correcting(store, visit)
    with pytest.raises(MayNotSign):
        consultations.finish(store, draft, visit_of(someone(store)), LATER)
    helper = NewAccount(
        name="Kim Reid", role=Role.HEALTH_CARE_ASSISTANT, passphrase="orbit kettle maple tree", pin="1357"
    )
    add_account(store, helper, NOW)
    theirs = opened_by(store, helper)
    with pytest.raises(MayNotSign):
        corrections.give_up(theirs, draft, LATER)
    with pytest.raises(MayNotSign):
        correcting(theirs, visit)
    theirs.close()


def test_what_became_of_a_promise_goes_on_with_the_corrected_plan(store):
    person = someone(store)
    visit = signed(store, person)
    walk, pressure = visit.plan.actions
    held_later(store, person, (walk.id, Outcome.DONE, "every day"), (pressure.id, Outcome.PARTLY, "once"))
    corrected(store, person, visit, now=MUCH_LATER)
    [still] = history(store, person).promises
    assert (still.id, still.outcome_note) == (pressure.id, "once")


def test_a_visit_that_was_open_while_its_promises_were_corrected_settles_them_all_the_same(store):
    person = someone(store)
    visit = signed(store, person)
    walk, pressure = visit.plan.actions
    draft = consultations.start(store, person.id, LATER, {})
    corrected(store, person, visit)
    said = Opening(
        promises=(PromiseOutcome(walk.id, Outcome.DONE), PromiseOutcome(pressure.id, Outcome.LET_GO))
    )
    sign(store, person, draft.with_record("opening", said), MUCH_LATER)
    assert history(store, person).promises == ()


def test_a_promise_that_a_correction_takes_away_is_owed_no_more_and_one_that_it_adds_is(store):
    person = someone(store)
    visit = signed(store, person)
    walk = visit.plan.actions[0]
    draft = correcting(store, visit)
    plan = draft.plan.without_action(walk.id).with_action(action("swim"))
    sign(store, person, draft.with_plan(plan))
    assert [p.what for p in history(store, person).promises] == ["Do pressure", "Do swim"]


def test_a_corrected_outcome_takes_the_place_of_the_first_but_never_of_a_later_visits(store):
    person = someone(store)
    walk, pressure = signed(store, person).plan.actions
    second = held_later(store, person, (walk.id, Outcome.DONE), (pressure.id, Outcome.NOT_DONE))
    held_later(store, person, (pressure.id, Outcome.DONE, "at last"), now=MUCH_LATER)
    assert history(store, person).promises == ()
    draft = correcting(store, second, now=MUCH_LATER)
    assert {p.id for p in history(store, person, visit=draft.id).promises} == {walk.id, pressure.id}
    said = Opening(
        promises=(PromiseOutcome(walk.id, Outcome.NOT_DONE), PromiseOutcome(pressure.id, Outcome.NOT_DONE))
    )
    sign(store, person, draft.with_record("opening", said), MUCH_LATER)
    assert [p.id for p in history(store, person).promises] == [walk.id]


def test_a_promise_that_was_kept_in_the_plan_is_kept_there_once_in_the_correction_too(store):
    person = someone(store)
    walk = signed(store, person).plan.actions[0]
    draft = consultations.start(store, person.id, LATER, {})
    kept = msgspec.structs.replace(walk, id=carried_on_id(draft, walk.id), what="Walk again")
    said = Opening(promises=(PromiseOutcome(walk.id, Outcome.PARTLY),))
    draft = draft.with_record("opening", said).with_plan(draft.plan.with_action(kept))
    sign(store, person, draft)
    again = correcting(store, draft, now=MUCH_LATER)
    assert carried_on_id(again, walk.id) == kept.id
    sign(store, person, again, MUCH_LATER)
    assert sorted(p.what for p in history(store, person).promises) == ["Do pressure", "Walk again"]


def test_a_correction_looks_back_from_the_day_of_the_visit_on_the_newest_version_of_what_came_before(store):
    person = someone(store)
    first = signed(store, person)
    second = sign(store, person, filled(consultations.start(store, person.id, LATER, {})))
    corrected(store, person, first, now=MUCH_LATER)
    sign(store, person, consultations.start(store, person.id, MUCH_LATER, {}), MUCH_LATER)
    brought = Reading(series="weight", value="61", taken_on=NOW.date(), source="GP")
    people.import_into(store, person.id, Imported("GP", "", (), readings=(brought,)), MUCH_LATER)
    draft = correcting(store, second, now=MUCH_LATER)
    seen = history(store, person, visit=draft.id)
    assert [r.value for r in seen.series("weight")] == ["80.0"], "not what came later, nor what it corrects"
    assert seen.last_visit_on == NOW.date()


def test_a_later_visit_is_read_again_as_it_was_signed_before_the_correction(store):
    person = someone(store)
    first = signed(store, person)
    second = held_later(store, person)
    at_signing = signed_visits.signed(store, second.id, LATER)
    corrected(store, person, first, now=MUCH_LATER)
    again = signed_visits.signed(store, second.id, MUCH_LATER)
    assert again.history == at_signing.history
    assert [r.value for r in again.history.series("weight")] == ["90.0"]


def test_every_version_is_read_again_and_says_which_it_is(store):
    person = someone(store)
    visit = signed(store, person)
    second = corrected(store, person, visit)
    newest = signed_visits.last_signed(store, person.id, MUCH_LATER)
    assert (newest.draft.id, newest.counts) == (second.id, True)
    assert [v.number for v in newest.versions] == [1, 2]
    assert newest.versions[1].correction.reason == WHY
    assert newest.signed_on == LATER.date()
    first = signed_visits.signed(store, visit.id, MUCH_LATER)
    assert (first.counts, first.draft.records) == (False, visit.records)
    draft = correcting(store, second, now=MUCH_LATER)
    assert signed_visits.signed(store, visit.id, MUCH_LATER).open_correction.id == draft.id


def test_what_belongs_in_another_persons_record_is_taken_out_and_the_lists_from_before_stay(store):
    person = someone(store)
    signed(store, person)
    now = LATER
    wrong = sign(store, person, filled(consultations.start(store, person.id, now, {})), now)
    draft = correcting(store, wrong, ANOTHER, MUCH_LATER)
    assert draft.plan.actions == ()
    assert draft.records["physical_checks"] == type(draft.records["physical_checks"])()
    assert [m.name for m in draft.records["medicines"].rows] == ["Olanzapine"]
    assert draft.records["opening"].place == wrong.records["opening"].place
    sign(store, person, draft, MUCH_LATER)
    assert weights(store, person) == ["90.0"], "the reading of the visit before"
    assert {p.promised_on for p in history(store, person).promises} == {NOW.date()}


def test_who_corrected_what_is_in_the_audit(store):
    person = someone(store)
    visit = signed(store, person)
    draft = correcting(store, visit)
    corrections.give_up(store, draft, LATER)
    corrected(store, person, visit)
    with store.reading_no_person() as session:
        what = [row.what for row in session.query(AuditRow).order_by(AuditRow.sequence)]
    wanted = [What.CORRECTION_BEGUN, What.CORRECTION_GIVEN_UP, What.CORRECTION_BEGUN, What.VISIT_CORRECTED]
    assert what[-4:] == [each.value for each in wanted]
    assert store.first_broken_audit_link() is None


@pytest.mark.parametrize("kind", [WRONG, ANOTHER])
def test_a_visit_that_had_a_question_is_corrected_like_any_other(store, kind):
    person = someone(store)
    asked = (
        filled(consultations.start(store, person.id, NOW, {})).with_question(ANSWERED).with_hand_over(TOLD)
    )
    visit = sign(store, person, asked, NOW)
    before = weights(store, person)
    draft = weighed(correcting(store, visit, kind), "80.0")
    consultations.save(store, draft, ["physical_checks"], visit_of(person), LATER)
    assert weights(store, person) == before, "nothing counts twice before it is signed"
    is_another = kind is ANOTHER
    assert bool(draft.questions) is bool(draft.hand_overs) is not is_another, "theirs is not this person's"
    corrections.give_up(store, draft, LATER)
    assert consultations.open_drafts(store, LATER) == ()
