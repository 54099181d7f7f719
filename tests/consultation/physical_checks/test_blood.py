"""Results beside each other, over time, and with what the person feels; what each opens on the sheet."""

from datetime import date
from decimal import Decimal

import pytest

from app.consultation.answers import How, YesNo
from app.consultation.history import Condition, History
from app.consultation.home_and_work.record import HomeAndWork, MoneyTrouble
from app.consultation.last_done import LastDone
from app.consultation.physical_checks.blood_questions import GlucoseDanger, LiverSign
from app.consultation.physical_checks.conditions import KnownCondition
from app.consultation.physical_checks.record import GlucoseSymptom, PhysicalChecks
from app.consultation.prevention.record import Organ, Prevention
from app.consultation.prompts import gather
from app.consultation.questions import questions_shown
from app.rules.facts import Missing
from tests.consultation.a_visit import (
    draft,
    known,
    levels_by_rule,
    medicine,
    past,
    reading,
    told,
    visit,
    whole_list,
)

OF_RESULTS = {
    "meter_reads_high", "glucose_danger_signs", "ketones", "low_sugars", "foot_check",
    "diabetic_eye_screening", "family_early_heart_disease", "belly_pain_now", "alt_limit", "liver_signs",
}  # fmt: skip
RECENT = date(2026, 11, 2)


def taking(*ingredients, started=None):
    return whole_list(*(medicine(each, started) for each in ingredients))


def lab(value, on=RECENT):
    return known(Decimal(value), How.FROM_RECORD, on)


def facts(history=None, medicines=None, **answers):
    said = draft(physical_checks=PhysicalChecks(**answers), medicines=medicines or taking())
    return gather(said, visit(history))


def fired(history=None, medicines=None, more=None, **answers):
    records = {"physical_checks": PhysicalChecks(**answers), "medicines": medicines or taking()}
    return levels_by_rule(draft(**records, **(more or {})), history)


def opened(history=None, medicines=None, **answers):
    record = PhysicalChecks(**answers)
    around = visit(history, facts(history, medicines, **answers))
    return {name for name, _ in questions_shown(record, around)} & OF_RESULTS


@pytest.mark.parametrize(
    ("answers", "medicines", "expected"),
    [
        ({}, (), set()),
        ({"random_glucose": known(Decimal("11.0"))}, (), set()),
        ({"random_glucose": known(Decimal("11.1"))}, (), {"glucose_danger_signs", "ketones"}),
        ({"random_glucose": lab("14.0")}, (), set()),
        ({"unwell_today": told(YesNo.YES)}, ("empagliflozin",), {"meter_reads_high", "ketones"}),
        ({}, ("insulin",), {"low_sugars"}),
        ({}, ("gliclazide",), {"low_sugars"}),
        ({"total_cholesterol": lab("7.5")}, (), set()),
        ({"total_cholesterol": lab("7.6")}, (), {"family_early_heart_disease"}),
        ({"triglycerides": lab("20.0")}, (), set()),
        ({"triglycerides": lab("20.1")}, (), {"belly_pain_now"}),
        ({"alt": lab("30")}, (), {"alt_limit"}),
        ({"alt": lab("60"), "alt_limit": known(Decimal(40))}, (), {"alt_limit", "liver_signs"}),
        ({}, ("valproate",), {"liver_signs"}),
        ({"known_conditions": told((KnownCondition.HEART,))}, (), set()),
        (
            {"known_conditions": told((KnownCondition.DIABETES,))},
            (),
            {"meter_reads_high", "foot_check", "diabetic_eye_screening"},
        ),
    ],
)
def test_a_result_or_a_medicine_opens_what_it_needs_and_no_more(answers, medicines, expected):
    assert opened(medicines=taking(*medicines), **answers) == expected


def test_sugar_of_this_visit_is_an_emergency_with_a_sign_and_one_of_the_laboratory_is_not():
    signs = told((GlucoseDanger.VOMITING,))
    now = known(Decimal("14.0"))
    assert fired(random_glucose=now, glucose_danger_signs=signs)["glucose-emergency"] == "now"
    assert "glucose-emergency" not in fired(random_glucose=lab("31.0"), glucose_danger_signs=signs)
    assert fired(meter_reads_high=told(YesNo.YES))["glucose-emergency"] == "now"
    both = fired(fasting_glucose=known(Decimal("30.0")), random_glucose=known(Decimal("9.0")))
    assert both["glucose-emergency"] == "now", "a lower second reading calls off no danger"


def test_on_insulin_no_food_is_urgent_and_a_low_sugar_now():
    insulin = taking("insulin")
    hungry = {"home_and_work": HomeAndWork(money=told((MoneyTrouble.FOOD,)))}
    assert fired(medicines=insulin, more=hungry)["hypo-treated-diabetes"] == "urgent"
    low = fired(medicines=insulin, random_glucose=known(Decimal("3.9")))
    assert low["hypo-treated-diabetes"] == "now"


def test_thirst_on_a_new_antipsychotic_asks_for_a_glucose_whatever_the_hba1c_says():
    new = taking("olanzapine", started=date(2026, 10, 1))
    thirsty = {"glucose_symptoms": told((GlucoseSymptom.THIRST,)), "hba1c": lab("38")}
    trap = "antipsychotic-new-diabetes-hba1c-trap"
    assert fired(medicines=new, **thirsty)[trap] == "urgent"
    assert fired(medicines=new, **thirsty, random_glucose=known(Decimal("6.0")))[trap] == "urgent", (
        "what a meter reads is no test of a laboratory"
    )
    assert trap not in fired(medicines=new, **thirsty, random_glucose=lab("6.0"))
    record = PhysicalChecks()
    asked = {name for name, _ in questions_shown(record, visit(facts=facts(medicines=new)))}
    assert "glucose_symptoms" in asked


def test_an_hba1c_rises_from_the_one_before_it():
    before = past(reading("hba1c", "38", date(2026, 3, 1)))
    assert facts(before, hba1c=lab("39"))["hba1c_has_risen"].value is True
    assert facts(before, hba1c=lab("38"))["hba1c_has_risen"].value is False
    assert isinstance(facts(hba1c=lab("39"))["hba1c_has_risen"], Missing)


def test_diabetes_is_known_by_a_yes_from_anywhere_and_a_list_without_it_is_a_no():
    listed = History(conditions=(Condition(label="Diabetes", key="diabetes"),))
    none = told(())
    assert facts(listed, known_conditions=none)["has_diabetes"].value is True
    assert facts(known_conditions=none)["has_diabetes"].value is False
    both = {"known_conditions": told((KnownCondition.DIABETES_1,)), "has_diabetes": told(YesNo.NO)}
    assert facts(**both)["has_diabetes"].value is True
    assert isinstance(facts()["has_diabetes"], Missing)
    assert fired(listed, foot_check=told(LastDone()))["diabetes-annual-processes"] == "routine"


def test_what_was_known_at_the_last_visit_is_known_for_a_year():
    def told_on(day):
        record = PhysicalChecks(known_conditions=told((KnownCondition.HEART,), day))
        return facts(History(last_records={"physical_checks": record}))["has_heart_disease"]

    assert told_on(date(2025, 11, 22)).value is True
    assert isinstance(told_on(date(2025, 11, 21)), Missing)


def test_cholesterol_other_than_hdl_is_of_one_sample():
    assert facts(total_cholesterol=lab("9.0"), hdl=lab("1.20"))["non_hdl"].value == Decimal("7.8")
    other = lab("1.20", date(2026, 6, 1))
    assert isinstance(facts(total_cholesterol=lab("9.0"), hdl=other)["non_hdl"], Missing)


@pytest.mark.parametrize(
    ("hdl", "organs", "expected"),
    [
        ("1.02", None, True), ("1.03", None, None), ("1.28", None, None), ("1.29", None, False),
        ("1.03", (Organ.PROSTATE,), False), ("1.28", (Organ.CERVIX,), True),
    ],
)  # fmt: skip
def test_an_hdl_between_the_limits_goes_by_the_organs_and_is_never_guessed(hdl, organs, expected):
    prevention = Prevention(organs=told(organs)) if organs else Prevention()
    said = draft(physical_checks=PhysicalChecks(hdl=lab(hdl)), prevention=prevention)
    found = gather(said, visit())["hdl_low"]
    assert (None if isinstance(found, Missing) else found.value) is expected


def test_the_kidney_is_held_against_the_year_before_and_low_counts_as_new_once():
    before = past(reading("egfr", "80", date(2026, 1, 10)), reading("egfr", "90", date(2025, 11, 1)))
    found = facts(before, egfr=lab("59"))
    assert found["egfr_fall"].value == Decimal("26.3")
    assert found["egfr_low_for_the_first_time"].value is True
    again = past(reading("egfr", "58", date(2024, 1, 10)))
    assert facts(again, egfr=lab("59"))["egfr_low_for_the_first_time"].value is False
    known_already = told((KnownCondition.KIDNEY,))
    told_of = facts(before, egfr=lab("59"), known_conditions=known_already)
    assert told_of["egfr_low_for_the_first_time"].value is False
    assert isinstance(facts(again, egfr=lab("59"))["egfr_fall"], Missing)
    assert fired(before, egfr=lab("59"), unwell_today=told(YesNo.YES))["ckd-new-low-egfr"] == "urgent"
    assert "ckd-new-low-egfr" not in fired(again, egfr=lab("59"))


def test_a_liver_test_is_held_against_the_limit_of_its_own_laboratory():
    assert isinstance(facts(alt=lab("150"))["alt_of_limit"], Missing)
    assert fired(alt=lab("121"), alt_limit=known(Decimal(40)))["liver-abnormal"] == "urgent"
    assert "liver-abnormal" not in fired(alt=lab("120"), alt_limit=known(Decimal(40)))
    before = PhysicalChecks(alt=lab("90"), alt_limit=known(Decimal(40)))
    kept = past(reading("alt", "90", RECENT), last_records={"physical_checks": before})
    assert facts(kept)["alt_of_limit"].value == Decimal("2.25")
    yellow = fired(medicines=taking("valproate"), liver_signs=told((LiverSign.YELLOW,)))
    assert yellow["liver-abnormal"] == "urgent"


def test_a_score_outside_its_bounds_is_left_aside_and_asks_for_no_statin():
    none, heart = told(()), told((KnownCondition.HEART,))
    assert "qrisk-10" in fired(qrisk3=lab("12.0"), known_conditions=none)
    said = fired(qrisk3=lab("12.0"), known_conditions=heart)
    assert said["qrisk-not-valid"] == "note"
    assert "qrisk-10" not in said
