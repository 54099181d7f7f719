"""What cannot wait and was not decided is carried from visit to visit until somebody decides it."""

from datetime import timedelta
from decimal import Decimal

import pytest

from app.consultation.decisions import Choice
from app.consultation.finishing import loose_ends
from app.consultation.history import History
from app.consultation.left_undecided import with_undecided
from app.consultation.not_decided import TOLD_ALONE, NotDecided
from app.consultation.opening.record import Company, Opening
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.prompts import assess
from tests.consultation.a_visit import PERSON, TODAY, draft, known, told, visit
from tests.consultation.small_rules import book, rule
from tests.consultation.test_finishing import decided

BEFORE, LONG_BEFORE = TODAY - timedelta(days=7), TODAY - timedelta(days=30)
HEAVY = PhysicalChecks(weight=known(Decimal(90)), height=known(Decimal(170)))
LIGHT = PhysicalChecks(weight=known(Decimal(60)), height=known(Decimal(170)))
LEFT = NotDecided(topic="weight", title="Title of heavy", rules=("heavy",), on=BEFORE)


@pytest.fixture
def rules(tmp_path):
    return book(tmp_path / "rules", rule("heavy", "bmi >= 30.0 kg/m2", "urgent", topic="weight"))


def replace_on(left, day):
    return NotDecided(topic=left.topic, title=left.title, rules=left.rules, on=day)


def left_by(rules, said, *before, last=BEFORE):
    history = History(not_decided=before, last_visit_on=last)
    found = assess(said, PERSON, history, rules, TODAY)
    return with_undecided(said, found, visit(history)).not_decided


def test_an_urgent_prompt_that_nobody_decided_is_left_with_the_day_of_the_visit(rules):
    [left] = left_by(rules, draft(physical_checks=HEAVY))
    assert left == replace_on(LEFT, TODAY)
    assert (
        left.words(TODAY, is_private=False) == "Not decided at the last visit, 22-Nov-2026: “Title of heavy”"
    )


@pytest.mark.parametrize(
    ("checks", "is_left"), [(HEAVY, True), (PhysicalChecks(), True), (LIGHT, False)], ids=str
)
def test_it_is_carried_on_until_it_no_longer_applies_and_what_cannot_be_told_is_not_over(
    rules, checks, is_left
):
    assert left_by(rules, draft(physical_checks=checks), LEFT) == (LEFT,) * is_left


def test_whatever_was_decided_about_it_ends_it(rules):
    said = decided(rules, draft(physical_checks=HEAVY), Choice.LATER, "The GP rings tomorrow")
    assert left_by(rules, said, LEFT) == ()


def test_one_that_several_visits_left_says_since_which(rules):
    [left] = left_by(rules, draft(), replace_on(LEFT, LONG_BEFORE))
    assert left.words(BEFORE, is_private=False) == (
        "Not decided since the visit of 23-Oct-2026: “Title of heavy”"
    )


def test_a_rule_that_is_gone_leaves_nothing_that_nobody_could_ever_end(rules):
    gone = NotDecided(topic="bowels", title="Gone", rules=("gone",), on=BEFORE)
    assert left_by(rules, draft(), gone) == ()


def test_one_that_cannot_be_told_today_is_named_at_the_end_with_the_way_to_its_question(rules):
    history = History(not_decided=(LEFT,), last_visit_on=BEFORE)
    found = assess(draft(), PERSON, history, rules, TODAY)
    [end] = [e for e in loose_ends(draft(), found, visit(history)) if "Title of heavy" in e.words]
    assert (
        end.words == "Not decided at the last visit, 15-Nov-2026: “Title of heavy”. It cannot be told today"
    )
    assert (end.where, end.blocks, end.is_grave) == ("physical_checks", False, True)
    assert end.field in ("weight", "height", "bmi")


SOFTER = rule("stout", "bmi >= 20.0 kg/m2", "soon", topic="weight")
GRAVE = rule("heavy", "smokes tobacco", "urgent", topic="weight")


def test_a_softer_prompt_of_the_same_topic_that_was_decided_does_not_end_it(tmp_path):
    rules = book(tmp_path / "two", SOFTER, GRAVE)
    said = decided(rules, draft(physical_checks=HEAVY), Choice.DONE_ALREADY, "The GP saw her")
    assert left_by(rules, said, LEFT) == (LEFT,)
    history = History(not_decided=(LEFT,), last_visit_on=BEFORE)
    [end] = [
        e
        for e in loose_ends(said, assess(said, PERSON, history, rules, TODAY), visit(history))
        if e.cannot_wait
    ]
    assert (end.words, end.where, end.field) == (
        "Not decided at the last visit, 15-Nov-2026: “Title of heavy”. It cannot be told today",
        "physical_checks",
        "smoking",
    )


def test_only_its_urgent_rules_are_left_so_that_a_softer_one_can_neither_keep_it_nor_end_it(tmp_path):
    rules = book(tmp_path / "two", SOFTER, rule("heavy", "bmi >= 30.0 kg/m2", "urgent", topic="weight"))
    [left] = left_by(rules, draft(physical_checks=HEAVY))
    assert left.rules == ("heavy",)
    assert left_by(rules, draft(physical_checks=LIGHT), left) == ()


def test_what_was_told_alone_is_not_named_while_anybody_else_may_look(rules):
    private = NotDecided(topic="weight", title="Afraid", rules=("heavy",), on=BEFORE, is_told_alone=True)
    assert private.title_for(is_private=True) == "Afraid"
    history = History(not_decided=(private,), last_visit_on=BEFORE)
    with_others = draft(opening=Opening(company=told(Company.WITH_CARER)))
    found = assess(with_others, PERSON, history, rules, TODAY).as_others_may_see()
    said = [end.words for end in loose_ends(with_others, found, visit(history))]
    assert [words for words in said if "Afraid" in words] == []
    assert any(TOLD_ALONE in words for words in said)
