"""What the person told alone: no prompt is lost, and none is named while somebody else may look."""

from datetime import date

import pytest

from app.consultation import crisis_plan
from app.consultation.answers import YesNo
from app.consultation.apart import is_told_alone, private_facts
from app.consultation.book import rulebook
from app.consultation.crisis_plan.record import CrisisPlan
from app.consultation.history import History
from app.consultation.in_sight import progress_in_sight
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Medicines
from app.consultation.not_decided import TOLD_ALONE
from app.consultation.opening.record import Company, Opening
from app.consultation.prevention.record import Prevention
from app.consultation.prompt import BE_ALONE
from app.consultation.prompts import assess
from app.consultation.wellbeing_and_safety.record import (
    CareNeeded,
    DangerSign,
    Mood,
    SelfHarm,
    WellbeingAndSafety,
)
from app.rules.rulebook import Level, Role
from tests.consultation.a_visit import PERSON, TODAY, draft, told, visit

NONE_SIGNED: frozenset[str] = frozenset()
TELLING = (
    *("suicid", "self-harm", "hurt", "dying", "ending", "live", "overdose", "sex", "pregnan"),
    *("drug", "cannabis", "opioid", "naloxone", "stimulant", "inject", "hepatitis", "hiv"),
)
THOUGHTS = {"not_wanting_to_live": told(YesNo.YES)}


def weighed(signed=None, **said):
    return assess(
        draft(wellbeing_and_safety=WellbeingAndSafety(**said)), PERSON, History(), rulebook(), TODAY, signed
    )


def safety(found):
    return next(p for p in found.prompts if p.topic == "safety")


def test_thoughts_are_urgent_at_once_and_the_danger_signs_are_asked_next_with_a_warning():
    found = weighed(**THOUGHTS)
    assert safety(found).level is Level.URGENT
    assert "suicide-intent-now" in {o.rule.id for o in found.warnings}
    assert "suicide_danger_sign" in {q.fact.name for q in found.ask_next}


@pytest.mark.parametrize("sign", DangerSign)
def test_any_one_danger_sign_is_now_without_a_score(sign):
    prompt = safety(weighed(**THOUGHTS, danger_signs=told((sign,))))
    assert prompt.level is Level.NOW
    assert prompt.interrupts


def test_an_overdose_nobody_has_checked_is_now():
    said = {"self_harm": told(SelfHarm.RECENT), "care_needed": told((CareNeeded.OVERDOSE,))}
    assert safety(weighed(**said)).level is Level.NOW


def test_with_somebody_else_there_the_prompt_stays_at_its_level_and_says_nothing_of_what_was_told():
    full = weighed(**THOUGHTS, danger_signs=told((DangerSign.PLAN,)))
    seen = full.as_others_may_see()
    prompt = safety(seen)
    assert prompt.level is Level.NOW
    assert prompt.title == TOLD_ALONE
    assert {prompt.say(role) for role in Role} == {BE_ALONE[Level.NOW]}
    assert prompt.say_briefly(Role.NURSE) == BE_ALONE[Level.NOW]
    assert prompt.outcomes == safety(full).outcomes, "the sealed visit loses nothing"


def test_with_somebody_else_there_no_warning_and_no_question_names_it():
    seen = weighed(**THOUGHTS).as_others_may_see()
    assert not any(is_told_alone(o.rule) for o in (*seen.warnings, *seen.cannot_tell))
    assert not {q.fact.name for q in seen.ask_next} & private_facts()
    assert any(is_told_alone(o.rule) for o in weighed().cannot_tell)
    assert not any(is_told_alone(o.rule) for o in weighed().as_others_may_see().cannot_tell)


def test_a_prompt_of_another_kind_is_as_it_was():
    full = weighed(mood=told(Mood.LOW), mood_is_new_or_worse=told(YesNo.YES))
    assert [p.title for p in full.as_others_may_see().prompts] == [p.title for p in full.prompts]


@pytest.mark.parametrize("said", [THOUGHTS, {"self_harm": told(SelfHarm.RECENT)}], ids=["thoughts", "harm"])
def test_where_no_rule_is_signed_off_the_emergency_card_shows_and_names_it_to_nobody_else(said):
    found = weighed(NONE_SIGNED, **said)
    assert found.prompts == ()
    assert len(found.red_flags) == 1
    [seen] = found.as_others_may_see().red_flags
    assert seen not in found.red_flags
    assert "Make time alone" in seen


@pytest.mark.parametrize("said", [THOUGHTS, {"self_harm": told(SelfHarm.RECENT)}], ids=["thoughts", "harm"])
def test_where_the_rules_run_their_prompt_speaks(said):
    assert weighed(**said).red_flags == ()


def test_a_promise_that_comes_of_it_could_lie_on_the_kitchen_table():
    for rule in rulebook():
        if is_told_alone(rule):
            for step in rule.steps:
                assert not any(word in step.plan.do.lower() for word in TELLING), rule.id


def test_what_is_private_is_read_off_the_questions():
    asked_alone = {
        "thoughts_of_ending_life",
        "suicide_danger_sign",
        "self_harm_lately",
        "personal_safety_low",
    }
    assert asked_alone <= private_facts()
    assert not {"low_mood", "any_area_low_with_help_wanted"} & private_facts()


@pytest.mark.parametrize("stood", [{}, {"told_alone": told("my uncle", date(2026, 6, 2))}])
def test_how_far_a_part_is_does_not_tell_that_something_was_told_alone(stood):
    there = Opening(company=told(Company.WITH_CARER))
    nothing, something = (
        CrisisPlan(),
        CrisisPlan(told_alone=told("my uncle")),
    )
    history = History(left_standing={"crisis_plan": CrisisPlan(**stood)})
    silent = progress_in_sight(crisis_plan.SECTION, draft(crisis_plan=nothing, opening=there), visit())
    told_of = draft(crisis_plan=something, opening=there)
    assert progress_in_sight(crisis_plan.SECTION, told_of, visit(history)) == silent


def test_that_tests_for_viruses_were_never_done_waits_while_somebody_else_may_look():
    medicines = Medicines(rows=(Medicine(id="o", name="Olanzapine", ingredient="olanzapine"),))
    said = draft(prevention=Prevention(virus_tests=told(YesNo.NO)), medicines=medicines)
    found = assess(said, PERSON, History(), rulebook(), TODAY)
    assert "bbv-screen-missing" in {o.rule.id for p in found.prompts for o in p.outcomes}
    [seen] = [p for p in found.as_others_may_see().prompts if p.topic == "virus-tests"]
    assert seen.title == TOLD_ALONE
    assert "HIV" not in seen.say(Role.NURSE)
    assert "HIV" not in seen.lead.step.plan.do
