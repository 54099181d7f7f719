"""Red flags lead to the emergency card in any store, signed rules or not."""

from decimal import Decimal

import pytest

from app.consultation.answers import How, YesNo
from app.consultation.book import rulebook
from app.consultation.history import History
from app.consultation.last_done import LastDone
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import BowelSign, Everything, Medicines
from app.consultation.physical_checks.record import BloodPressure, BpSymptom, PhysicalChecks
from app.consultation.prompts import assess
from app.rules.rulebook import Level
from app.rules.weighing import Verdict
from tests.consultation.a_visit import PERSON, TODAY, draft, known, told

CLOZAPINE = Medicine(id="m1", name="Clozapine", ingredient="clozapine")
OLANZAPINE = Medicine(id="m1", name="Olanzapine", ingredient="olanzapine")
NONE_SIGNED: frozenset[str] = frozenset()


def weighed(said, signed=None):
    return assess(said, PERSON, History(), rulebook(), TODAY, signed)


def pressure(systolic, diastolic, how=How.MEASURED):
    return known((BloodPressure(systolic, diastolic),), how)


SEVERE = draft(
    physical_checks=PhysicalChecks(blood_pressure=pressure(186, 124), bp_symptoms=told((BpSymptom.HEADACHE,)))
)
BOWEL = draft(medicines=Medicines(rows=(CLOZAPINE,), bowel_signs=told((BowelSign.PAIN,))))


@pytest.mark.parametrize(
    "said", [SEVERE, BOWEL], ids=["severe pressure with a sign", "bowel sign on clozapine"]
)
def test_where_no_rule_is_signed_off_a_red_flag_still_shows_the_emergency_card(said):
    found = weighed(said, NONE_SIGNED)
    assert found.prompts == ()
    assert found.red_flags
    assert len(found.not_in_use) == len(rulebook())


@pytest.mark.parametrize(
    "said", [SEVERE, BOWEL], ids=["severe pressure with a sign", "bowel sign on clozapine"]
)
def test_where_the_rules_run_their_prompt_speaks_and_the_card_does_not_repeat_it(said):
    found = weighed(said)
    assert found.prompts[0].level is Level.NOW
    assert found.red_flags == ()


def test_none_of_these_raises_no_card():
    said = draft(medicines=Medicines(rows=(CLOZAPINE,), bowel_signs=told(())))
    assert weighed(said, NONE_SIGNED).red_flags == ()


def test_a_raised_pressure_is_seen_before_anyone_said_whether_it_is_known():
    found = weighed(draft(physical_checks=PhysicalChecks(blood_pressure=pressure(152, 84))))
    assert "bp-stage1" in {outcome.rule.id for outcome in found.warnings}
    assert not found.prompts


def test_a_very_high_pressure_told_by_phone_is_urgent_and_asks_for_the_signs():
    found = weighed(
        draft(physical_checks=PhysicalChecks(blood_pressure=pressure(190, 125, How.SELF_REPORTED)))
    )
    [prompt] = [p for p in found.prompts if p.topic == "blood-pressure"]
    assert prompt.level is Level.URGENT
    assert "bp_warning_symptom" in {question.fact.name for question in found.ask_next}


def test_a_raised_bmi_on_an_antipsychotic_is_seen_while_the_last_review_is_unknown_and_prompts_once_it_is():
    size = {"weight": known(Decimal("84.6"), How.MEASURED), "height": known(Decimal("165.0"), How.MEASURED)}
    on_olanzapine = Medicines(rows=(OLANZAPINE,), everything=told(Everything.YES))
    unknown = weighed(draft(physical_checks=PhysicalChecks(**size), medicines=on_olanzapine))
    assert "bmi-antipsychotic-metabolic-review" in {o.rule.id for o in unknown.warnings}

    never = PhysicalChecks(**size, metabolic_review=told(LastDone()))
    found = weighed(draft(physical_checks=never, medicines=on_olanzapine))
    [prompt] = [p for p in found.prompts if p.topic == "metabolic"]
    assert prompt.level is Level.SOON


def test_at_the_end_of_life_the_metabolic_prompt_waits_visibly_and_nothing_urgent_does():
    checks = PhysicalChecks(
        blood_pressure=pressure(186, 124),
        weight=known(Decimal("84.6"), How.MEASURED),
        height=known(Decimal("165.0"), How.MEASURED),
        metabolic_review=told(LastDone()),
        end_of_life_care=told(YesNo.YES),
    )
    taken = Medicines(rows=(OLANZAPINE,), everything=told(Everything.YES))
    found = weighed(draft(physical_checks=checks, medicines=taken))
    assert {p.topic for p in found.held_back} == {"metabolic"}
    assert found.held_back[0].held_because == "because of end of life care"
    assert "blood-pressure" in {p.topic for p in found.prompts}


def test_with_nothing_asked_nothing_fires_and_nothing_is_taken_as_normal():
    found = weighed(draft())
    assert found.prompts == ()
    assert found.warnings == ()
    silent = {o.rule.id for o in found.outcomes if o.verdict is Verdict.SILENT}
    assert silent == set()
