"""What is new in the body: what cannot wait is a prompt at once, and no complaint is explained away."""

from decimal import Decimal

import pytest

from app.consultation.answers import YesNo
from app.consultation.physical_checks.record import BloodPressure, BpSymptom, PhysicalChecks
from app.consultation.physical_checks.signs import InfectionSign, NewSymptom, PutDownTo, SepsisSign, Unsteady
from app.consultation.questions import questions_shown
from tests.consultation.a_visit import draft, known, levels_by_rule, told, visit


def fired(**answers):
    return levels_by_rule(draft(physical_checks=PhysicalChecks(**answers)))


def asked(**answers):
    return {name for name, _ in questions_shown(PhysicalChecks(**answers), visit())}


@pytest.mark.parametrize(
    ("sign", "rule"),
    [
        (NewSymptom.CHEST_PAIN, "acute-chest-pain"),
        (NewSymptom.STROKE, "acute-stroke-signs"),
        (NewSymptom.LEG, "leg-swelling-vte"),
        (NewSymptom.BREATHLESS, "leg-swelling-vte"),
    ],
)
def test_a_sign_that_cannot_wait_is_an_emergency_by_itself_also_of_who_says_to_be_well(sign, rule):
    said = fired(new_symptoms=told((sign,)), unwell_today=told(YesNo.NO))
    assert {name: level for name, level in said.items() if level == "now"} == {rule: "now"}


def test_a_sign_ticked_beside_the_blood_pressure_makes_one_emergency_and_not_two():
    signs = told((BpSymptom.CHEST_PAIN, BpSymptom.WEAKNESS))
    said = fired(blood_pressure=known((BloodPressure(190, 110),)), bp_symptoms=signs)
    assert [rule for rule, level in said.items() if level == "now"] == ["bp-severe-symptoms"]


def test_an_ordinary_visit_gets_one_more_question_and_only_an_answer_opens_others():
    followed = {"symptom_put_down_to", "symptom_looked_into", "sepsis_signs"}
    assert "new_symptoms" in asked()
    assert not followed & asked(new_symptoms=told(()), unwell_today=told(YesNo.NO))
    new = asked(new_symptoms=told((NewSymptom.OTHER,)))
    assert followed & new == {"symptom_put_down_to"}
    put_down = told((PutDownTo.ANXIETY,))
    assert "symptom_looked_into" in asked(
        new_symptoms=told((NewSymptom.OTHER,)), symptom_put_down_to=put_down
    )
    assert "symptom_looked_into" not in asked(symptom_put_down_to=put_down), "the complaint was taken back"


def test_an_infection_opens_the_signs_of_sepsis_and_one_of_them_is_an_emergency():
    chest = told((InfectionSign.CHEST,))
    assert "sepsis_signs" in asked(unwell_today=told(YesNo.YES), infection_signs=chest)
    said = fired(
        unwell_today=told(YesNo.YES), infection_signs=chest, sepsis_signs=told((SepsisSign.MOTTLED,))
    )
    assert said["sepsis-suspected"] == "now"


def test_a_complaint_put_down_to_the_illness_with_no_look_at_the_body_is_prompted():
    new, illness = told((NewSymptom.OTHER,)), told((PutDownTo.ILLNESS,))
    looked = {"new_symptoms": new, "symptom_put_down_to": illness}
    assert fired(**looked, symptom_looked_into=told(YesNo.NO))["overshadow-new-symptom"] == "soon"
    assert "overshadow-new-symptom" not in fired(**looked, symptom_looked_into=told(YesNo.YES))
    other = told((PutDownTo.OTHER,))
    assert "overshadow-new-symptom" not in fired(
        new_symptoms=new, symptom_put_down_to=other, symptom_looked_into=told(YesNo.NO)
    )


def test_a_slow_pulse_with_dizziness_is_urgent_before_anything_else_is_known():
    said = fired(pulse=known(Decimal(44)), unsteady=told((Unsteady.DIZZY,)))
    assert said["pulse-slow-drug"] == "urgent"
