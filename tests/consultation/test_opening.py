"""The opening: four facts, the person's own words, and what became of each promise."""

import pytest

from app.consultation.answers import NOT_ASKED, Unknown, WhyNot, YesNo
from app.consultation.care_plan import Action, Outcome, Owner
from app.consultation.history import History
from app.consultation.opening.facts import is_private, missing_to_start, progress
from app.consultation.opening.record import (
    Company,
    Identifier,
    Interpreted,
    Opening,
    Place,
    PromiseOutcome,
    WhyEnded,
)
from tests.consultation.a_visit import told, visit

PROMISES = tuple(Action(id=key, what="Ring", owner=Owner.PERSON) for key in ("a1", "a2"))


def test_who_where_and_who_is_present_are_compulsory():
    assert len(missing_to_start(Opening())) == 3
    whole = Opening(
        identifiers=(Identifier.NAME, Identifier.ADDRESS),
        place=told(Place.PHONE),
        company=told(Company.WITH_CARER),
    )
    assert missing_to_start(whole) == ()


@pytest.mark.parametrize("why", [WhyNot.DECLINED, WhyNot.NOT_SURE])
def test_a_reason_does_not_stand_in_for_a_compulsory_fact(why):
    record = Opening(
        identifiers=(Identifier.NAME, Identifier.ADDRESS), place=Unknown(why), company=Unknown(why)
    )
    assert missing_to_start(record) == ("where you are", "who is present")


@pytest.mark.parametrize("company", list(Company))
def test_private_questions_open_only_when_the_person_is_known_to_be_alone(company):
    assert is_private(Opening(company=told(company))) is (company is Company.ALONE)
    assert not is_private(Opening())
    assert not is_private(Opening(company=Unknown(WhyNot.NOT_SURE)))


def test_what_hangs_on_an_answer_goes_with_it():
    said = Opening(
        private_to_talk=told(YesNo.YES),
        others_present="Yvonne",
        interpreter_name="Asha Rai",
        ended_early_note="the boiler",
    )
    assert said.held(told(Place.VIDEO)).private_to_talk == NOT_ASKED
    assert said.with_company(told(Company.ALONE)).others_present == ""
    assert said.with_company(told(Company.WITH_STAFF)).others_present == "Yvonne"
    assert said.with_interpreting(told(Interpreted.NOBODY)).interpreter == ""
    assert said.with_interpreting(NOT_ASKED).interpreter == ""
    assert said.with_interpreting(told(Interpreted.ON_THE_LINE)).interpreter == "Asha Rai"
    assert said.ended(told(WhyEnded.TIRED)).ended_early_note == ""
    assert said.ended(told(WhyEnded.OTHER)).ended_early_note == "the boiler"


def test_progress_waits_for_an_outcome_of_each_promise():
    history = History(promises=PROMISES)
    assert progress(Opening(), visit(history)).asked == 6
    record = Opening().with_promise(PromiseOutcome("a1", Outcome.NOT_DONE, "no buses"))
    assert progress(record, visit(history)).answered == 1
    assert progress(Opening(), visit()).asked == 4


def test_a_later_word_on_a_promise_takes_the_place_of_the_first():
    record = Opening().with_promise(PromiseOutcome("a1", Outcome.NOT_DONE))
    record = record.with_promise(PromiseOutcome("a2", Outcome.DONE)).with_promise(
        PromiseOutcome("a1", Outcome.DONE)
    )
    assert {p.action_id: p.outcome for p in record.promises} == {"a1": Outcome.DONE, "a2": Outcome.DONE}
    assert record.outcome_of("a9") is None
