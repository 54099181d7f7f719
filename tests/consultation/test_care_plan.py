"""The plan: promises in the person's own order, each with a name and a day."""

import pytest

from app.consultation.care_plan import STILL_TO_DO, Action, CarePlan, Outcome, Owner
from tests.consultation.a_visit import TODAY


def action(key, **said):
    return Action(**{"id": key, "what": f"Do {key}", "owner": Owner.PERSON, "by_when": TODAY} | said)


PLAN = CarePlan(actions=(action("a"), action("b"), action("c")))


def order(plan):
    return "".join(a.id for a in plan.actions)


@pytest.mark.parametrize(
    ("key", "by", "after"),
    [("a", 1, "bac"), ("c", -1, "acb"), ("a", 2, "bca"), ("a", -1, "abc"), ("c", 1, "abc"), ("x", 1, "abc")],
)
def test_an_action_moves_within_the_plan_and_never_out_of_it(key, by, after):
    assert order(PLAN.moved(key, by)) == after


def test_an_action_is_added_changed_in_place_and_taken_out():
    assert order(PLAN.with_action(action("d"))) == "abcd"
    changed = PLAN.with_action(action("b", what="Walk"))
    assert (order(changed), changed.actions[1].what) == ("abc", "Walk")
    assert order(PLAN.without_action("b")) == "ac"
    assert order(PLAN) == "abc", "the plan before is untouched"


@pytest.mark.parametrize(
    ("said", "is_ready"),
    [
        ({}, True),
        ({"by_when": None}, False),
        ({"what": " "}, False),
        ({"owner": Owner.WORKER}, False),
        ({"owner": Owner.WORKER, "owner_name": "Ann"}, True),
        ({"owner": Owner.ASK, "owner_name": " "}, False),
    ],
)
def test_a_promise_is_ready_with_what_who_and_when(said, is_ready):
    assert action("a", **said).is_ready is is_ready


def test_partly_and_not_done_are_not_the_end_of_a_promise():
    assert {Outcome.PARTLY, Outcome.NOT_DONE} == STILL_TO_DO


@pytest.mark.parametrize(("place", "order"), [(0, "cab"), (1, "acb"), (2, "abc"), (9, "abc")])
def test_an_action_is_put_back_in_its_place_or_at_the_end(place, order):
    a, b, c = (Action(id=key, what=key, owner=Owner.PERSON) for key in "abc")
    plan = CarePlan(actions=(a, b)).with_action_at(c, place)
    assert "".join(action.id for action in plan.actions) == order
    assert plan.with_action_at(c, place) == plan
