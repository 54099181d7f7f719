"""An ordinary visit stays short: a question comes only when it matters, and always when it does."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from app.consultation.answers import How, YesNo
from app.consultation.history import Condition, History
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Medicines
from app.consultation.physical_checks.record import (
    BloodPressure,
    DrinkingDays,
    DrinkingUnits,
    HeavyDrinking,
    PhysicalChecks,
    Smoking,
)
from app.consultation.prompts import gather
from app.consultation.questions import questions_shown
from app.consultation.section import count_answers
from tests.consultation.a_visit import DECLINED, TODAY, draft, known, medicine, past, reading, told, visit

ALWAYS = {
    "blood_pressure", "pulse", "weight", "height", "ethnic_background", "waist", "smoking", "drinking_days",
    "hba1c", "fasting_glucose", "random_glucose", "total_cholesterol", "hdl", "triglycerides", "unwell_today",
    "new_symptoms", "unsteady", "other_results", "known_conditions", "drugs", "gambling",
}  # fmt: skip
OF_SMOKERS = {
    "cigarettes_a_day", "plans_to_stop_smoking", "smoking_change", "entering_smoke_free_place",
    "stop_smoking_help_offered", "chest_signs",
}  # fmt: skip

OF_THE_MONITORED = {"on_smi_register", "tests_owner", "test_awaited", "ecg_reasons"}


def surroundings(record, history=None, medicines=()):
    before = visit(history)
    facts = gather(draft(physical_checks=record, medicines=Medicines(rows=medicines)), before)
    return visit(history, facts)


def extra(history=None, medicines=(), **answers):
    record = PhysicalChecks(**answers)
    shown = {name for name, _ in questions_shown(record, surroundings(record, history, medicines))}
    assert shown >= ALWAYS
    return shown - ALWAYS


def pressure(systolic, diastolic, how=How.MEASURED, on=TODAY):
    return known((BloodPressure(systolic, diastolic),), how, on)


def test_an_ordinary_visit_asks_only_what_is_always_asked():
    assert extra() == set()
    assert extra(blood_pressure=pressure(139, 89), smoking=told(Smoking.NEVER)) == set()


@pytest.mark.parametrize(("systolic", "diastolic"), [(180, 80), (130, 120), (201, 121)])
def test_very_high_pressure_asks_for_warning_signs(systolic, diastolic):
    assert "bp_symptoms" in extra(blood_pressure=pressure(systolic, diastolic))


def test_pressure_just_below_or_not_of_today_does_not_ask_for_signs_of_now():
    assert "bp_symptoms" not in extra(blood_pressure=pressure(179, 119))
    assert "bp_symptoms" not in extra(blood_pressure=pressure(190, 90, How.FROM_RECORD))
    assert "bp_symptoms" in extra(blood_pressure=pressure(190, 90, How.SELF_REPORTED))


def test_raised_pressure_asks_whether_it_is_known_and_then_when_it_was_reviewed():
    assert extra(blood_pressure=pressure(140, 80)) == {"has_hypertension"}
    assert extra(blood_pressure=pressure(120, 90)) == {"has_hypertension"}
    raised = pressure(150, 90)
    assert "hypertension_review" in extra(blood_pressure=raised, has_hypertension=told(YesNo.YES))
    assert "hypertension_review" not in extra(blood_pressure=raised, has_hypertension=told(YesNo.NO))
    listed = History(conditions=(Condition(label="High blood pressure", key="hypertension"),))
    assert "hypertension_review" in extra(listed, blood_pressure=raised)


def test_smokers_are_asked_more_and_former_smokers_only_about_a_change():
    assert extra(smoking=told(Smoking.CURRENT)) == OF_SMOKERS
    assert extra(smoking=told(Smoking.EX)) == {"smoking_change", "chest_signs"}
    assert extra(smoking=told(Smoking.VAPE_ONLY)) == {"smoking_change", "chest_signs"}
    assert extra(smoking=DECLINED) == set()


def test_a_smoker_on_the_record_is_asked_as_one():
    assert extra(past(reading("smoking", "Smokes now", date(2026, 5, 1)))) == OF_SMOKERS
    assert extra(past(reading("smoking", "Used to", date(2026, 5, 1)))) == {"smoking_change", "chest_signs"}
    assert extra(past(reading("smoking", "Never", date(2026, 5, 1)))) == set()


def test_amounts_are_asked_only_of_those_who_drink():
    assert extra(drinking_days=told(DrinkingDays.NEVER)) == set()
    assert extra(drinking_days=told(DrinkingDays.MONTHLY)) == {"drinking_units", "heavy_drinking"}


def test_the_full_audit_is_asked_for_from_five():
    def after(units):
        return extra(
            drinking_days=told(DrinkingDays.TWO_TO_THREE),
            drinking_units=told(units),
            heavy_drinking=told(HeavyDrinking.NEVER),
        )

    assert "full_audit" not in after(DrinkingUnits.TO_4)
    assert "full_audit" in after(DrinkingUnits.TO_6)


@pytest.mark.parametrize(
    ("result", "below", "at"),
    [("hba1c", "47", "48"), ("fasting_glucose", "6.9", "7.0"), ("random_glucose", "11.0", "11.1")],
)
def test_a_glucose_in_the_diabetes_range_asks_for_signs_and_whether_it_is_known(result, below, at):
    assert "glucose_symptoms" not in extra(**{result: known(Decimal(below))})
    found = extra(**{result: known(Decimal(at), How.FROM_RECORD)}) - {"hba1c_trouble"}
    assert found == {"has_diabetes", "glucose_symptoms"}
    assert extra(past(reading(result, at, date(2026, 5, 1)))) == {"has_diabetes", "glucose_symptoms"}


@pytest.mark.parametrize(
    ("result", "below", "at"), [("hba1c", "41", "42"), ("fasting_glucose", "5.4", "5.5")]
)
def test_a_glucose_above_normal_asks_whether_diabetes_is_known(result, below, at):
    assert extra(**{result: known(Decimal(below))}) - {"hba1c_trouble"} == set()
    assert extra(**{result: known(Decimal(at))}) - {"hba1c_trouble"} == {"has_diabetes"}


def test_an_antipsychotic_asks_for_the_metabolic_review_and_a_high_bmi_for_end_of_life_care():
    olanzapine = (Medicine(id="m1", name="Olanzapine", ingredient="olanzapine"),)
    stopped = (msgspec.structs.replace(olanzapine[0], still_taken=False),)
    size = {"weight": known(Decimal("66.5")), "height": known(Decimal(170))}
    assert extra(medicines=stopped) == set()
    assert extra(**size) == set()
    review = {"metabolic_review", *OF_THE_MONITORED}
    assert extra(medicines=olanzapine, **size) == {*review, "end_of_life_care"}
    assert extra(medicines=olanzapine, **size | {"weight": known(Decimal(66))}) == review


def test_progress_counts_what_is_asked_and_a_refusal_is_an_answer():
    record = PhysicalChecks(smoking=told(Smoking.CURRENT), weight=DECLINED)
    progress = count_answers(record, surroundings(record))
    assert (progress.answered, progress.asked) == (2, len(ALWAYS | OF_SMOKERS))
    assert progress.words == f"2 of {len(ALWAYS | OF_SMOKERS)} answered"
    assert not progress.is_complete
    assert count_answers(PhysicalChecks(), visit()).words == "Not started"
    everything = PhysicalChecks(**dict.fromkeys(ALWAYS, DECLINED))
    assert count_answers(everything, visit()).words == "Complete"
    assert count_answers(everything, visit()).is_complete


def taken(*ingredients):
    return tuple(medicine(name) for name in ingredients)


def test_what_a_medicine_makes_matter_is_asked_of_who_takes_it():
    smokes = {"smoking": told(Smoking.CURRENT)}
    assert "smoking_restart" in extra(medicines=taken("olanzapine"), **smokes)
    assert "smoking_restart" not in extra(medicines=taken("quetiapine"), **smokes)
    assert {"caffeine"} <= extra(medicines=taken("lithium"))
    assert {"breathing_illness", "respiratory_rate"} <= extra(medicines=taken("codeine", "diazepam"))
    assert "ecg" in extra(medicines=taken("haloperidol"))
    assert "ecg" not in extra(medicines=taken("olanzapine"))


def test_what_was_said_of_the_register_the_owner_and_an_ecg_is_not_asked_again():
    said = (
        reading("smi_register", "Yes", date(2026, 5, 1)),
        reading("tests_owner", "This team", date(2026, 5, 1)),
        reading("ecg", "2024-05-01", date(2024, 5, 1)),
    )
    found = extra(past(*said), medicines=taken("olanzapine"))
    assert found & OF_THE_MONITORED == {"test_awaited"}
    assert "gambling" not in {
        name
        for name, _ in questions_shown(
            PhysicalChecks(),
            surroundings(PhysicalChecks(), past(reading("gambling", "No", date(2026, 5, 1)))),
        )
    }
