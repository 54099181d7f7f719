"""What was promised before stays owed until it was done or let go, or goes on in today's plan."""

import pytest

from app.consultation.care_plan import Action, CarePlan, Outcome, Owner
from app.consultation.opening.record import Opening, PromiseOutcome
from app.consultation.owed import carried_on_id, goes_on, is_owed
from tests.consultation.a_visit import draft


def reported(*outcomes):
    return draft(opening=Opening(promises=tuple(PromiseOutcome("walk", outcome) for outcome in outcomes)))


def carrying_on(said, what="Walk again"):
    kept = Action(id=carried_on_id(said, "walk"), what=what, owner=Owner.PERSON)
    return said.with_plan(CarePlan(actions=(kept,)))


@pytest.mark.parametrize(
    ("outcomes", "owed", "owed_beside_its_copy"),
    [
        ((), True, True),
        ((Outcome.OPEN,), True, True),
        ((Outcome.PARTLY,), True, False),
        ((Outcome.NOT_DONE,), True, False),
        ((Outcome.DONE,), False, False),
        ((Outcome.LET_GO,), False, False),
    ],
)
def test_a_promise_is_owed_until_something_is_said_that_ends_it(outcomes, owed, owed_beside_its_copy):
    said = reported(*outcomes)
    assert is_owed(said, "walk") is owed
    assert is_owed(carrying_on(said), "walk") is owed_beside_its_copy


def test_a_promise_goes_on_only_in_words():
    said = reported(Outcome.NOT_DONE)
    assert not goes_on(said, "walk")
    assert goes_on(carrying_on(said), "walk")
    assert not goes_on(carrying_on(said, " "), "walk")
    assert is_owed(carrying_on(said, " "), "walk")


def test_a_promise_carried_on_has_the_same_key_however_often_and_another_in_another_visit():
    said = draft()
    assert carried_on_id(said, "walk") == carried_on_id(reported(Outcome.DONE), "walk")
    assert carried_on_id(said, "walk") != carried_on_id(said, "swim")
