"""A finished visit that goes back with a question, comes again, and is sealed with all that was passed on."""

from dataclasses import replace

import msgspec
import pytest

from app.consultation.correction import WhatWasWrong
from app.consultation.draft import State
from app.consultation.hand_overs import Acknowledgement, HandOver, Matters, Reached, ToldRole
from app.consultation.questions_back import QuestionBack
from app.models import consultations, corrections, histories, passed_on, people, reviews, signed_visits
from app.models.audit import What
from app.models.consultations import MayNotSign, WrongState
from app.models.staff import add_account, all_staff, end_account
from app.models.tables import AuditRow
from app.models.unavailable import SealedRecord
from tests.models.a_whole_visit import RULEBOOK_HASH, SEALED, begun, someone, visit_of
from tests.models.test_consultations import rows
from tests.prepared_store import ASSISTANT, NOW, opened, opened_by

QUESTION = QuestionBack(id="q1", asked="Which arm?", by="Ann Okafor", at=NOW)
TOLD = HandOver(
    id="h1", topic="pressure", title="Very high", level=4, reasons=(), reached=Reached.PHONE, at=NOW,
    by="Tom Birch", to_name="Ann Okafor", to_role=ToldRole.NURSE, said="190 over 120",
)  # fmt: skip
HAS_IT = Acknowledgement(hand_over="h1", at=NOW, by="Ann Okafor", will_do="Rings the GP")


def audited(store):
    return [row.what for row in rows(store, AuditRow)]


@pytest.fixture
def held(store):
    """A visit that Tom held, handed something over in, and finished; the nurse is signed in."""
    add_account(store, ASSISTANT, NOW)
    store = opened_by(store, ASSISTANT)
    person = someone(store)
    draft = begun(store, person).with_hand_over(TOLD)
    consultations.save(store, draft, [passed_on.HAND_OVERS], visit_of(person), NOW)
    draft = draft.with_acknowledgement(HAS_IT)
    consultations.save(store, draft, [passed_on.ACKNOWLEDGEMENTS], visit_of(person), NOW)
    consultations.finish(store, draft, visit_of(person), NOW)
    store.close()
    nurse = opened(store.folder)
    yield nurse, person, replace(draft, state=State.FINISHED)
    nurse.close()


def test_a_visit_goes_back_with_its_question_is_answered_and_comes_again(held):
    store, person, draft = held
    [waiting] = consultations.awaiting_review(store, NOW)
    assert waiting.passed_on.matters == Matters(handed_over=1)
    reviews.ask_back(store, draft.with_question(QUESTION), visit_of(person), NOW)
    assert consultations.awaiting_review(store, NOW) == ()
    [back] = consultations.open_drafts(store, NOW)
    assert back.passed_on.open_question == QUESTION
    again = consultations.resume(store, draft.id, NOW)
    assert (again.state, again.questions) == (State.DRAFT, (QUESTION,))
    answer = msgspec.structs.replace(QUESTION, answer="The left", answered_by="Tom Birch", answered_at=NOW)
    answered = again.with_question(answer)
    consultations.save(store, answered, [passed_on.QUESTIONS], visit_of(person), NOW)
    consultations.finish(store, answered, visit_of(person), NOW)
    [waiting] = consultations.awaiting_review(store, NOW)
    assert (waiting.passed_on.questions, waiting.passed_on.open_question) == ((answer,), None)
    wanted = {
        What.PROMPT_HANDED_OVER,
        What.HAND_OVER_ACKNOWLEDGED,
        What.QUESTION_ASKED,
        What.QUESTION_ANSWERED,
    }
    assert {what.value for what in wanted} <= set(audited(store))


def test_whoever_signs_or_corrects_it_a_visit_was_held_by_whoever_began_it(held):
    store, person, draft = held
    consultations.sign(store, draft, visit_of(person), SEALED, RULEBOOK_HASH, NOW)
    assert signed_visits.signed(store, draft.id, NOW).draft.held_by == ASSISTANT.name
    for kind in WhatWasWrong:
        again = corrections.begin(store, draft.id, kind, "Why", NOW)
        read = consultations.resume(store, again.id, NOW)
        assert again.held_by == read.held_by == ASSISTANT.name
        corrections.give_up(store, again, NOW)


def test_a_visit_that_went_back_counts_as_it_was_finished(held):
    store, person, draft = held
    before = histories.record_of(store, person.id, NOW)[1]
    seen = people.people(store, NOW)
    assert before.promises, "there is something to lose"
    reviews.ask_back(store, draft.with_question(QUESTION), visit_of(person), NOW)
    after = histories.record_of(store, person.id, NOW)[1]
    assert (after.promises, after.readings) == (before.promises, before.readings)
    assert people.people(store, NOW) == seen


def test_a_signature_seals_what_was_handed_over_and_asked(held):
    store, person, draft = held
    asked = draft.with_question(msgspec.structs.replace(QUESTION, answer="The left"))
    consultations.sign(store, asked, visit_of(person), SEALED, RULEBOOK_HASH, NOW)
    kept = consultations.resume(store, draft.id, NOW)
    assert (kept.hand_overs, kept.acknowledgements, kept.questions) == ((TOLD,), (HAS_IT,), asked.questions)
    more = kept.with_hand_over(msgspec.structs.replace(TOLD, id="h2"))
    with pytest.raises(SealedRecord):
        consultations.save(store, more, [passed_on.HAND_OVERS], visit_of(person), NOW)
    with pytest.raises(WrongState, match="signed already"):
        reviews.ask_back(store, more, visit_of(person), NOW)


def test_a_visit_goes_back_only_from_who_may_sign_and_to_who_can_answer(held):
    store, person, draft = held
    [tom] = [staff for staff in all_staff(store) if staff.name == ASSISTANT.name]
    end_account(store, tom.id, NOW)
    with pytest.raises(WrongState, match="Tom Birch no longer signs in here"):
        reviews.ask_back(store, draft.with_question(QUESTION), visit_of(person), NOW)
    assert consultations.resume(store, draft.id, NOW).questions == ()


def test_an_assistant_asks_nothing_back(store):
    add_account(store, ASSISTANT, NOW)
    store = opened_by(store, ASSISTANT)
    try:
        person = someone(store)
        draft = begun(store, person)
        consultations.finish(store, draft, visit_of(person), NOW)
        with pytest.raises(MayNotSign):
            reviews.ask_back(store, draft.with_question(QUESTION), visit_of(person), NOW)
    finally:
        store.close()
