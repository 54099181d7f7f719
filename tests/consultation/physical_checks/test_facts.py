"""What the physical checks say, and when they cannot say it."""

from datetime import date
from decimal import Decimal

import pytest

from app.consultation.answers import How, Unknown, WhyNot, YesNo
from app.consultation.history import Condition, History
from app.consultation.person import EthnicBackground
from app.consultation.physical_checks.facts import facts, readings
from app.consultation.physical_checks.pressure_facts import kept_reading
from app.consultation.physical_checks.record import (
    BloodPressure,
    BpSymptom,
    DrinkingDays,
    DrinkingUnits,
    GlucoseSymptom,
    HeavyDrinking,
    LastDone,
    PhysicalChecks,
    Smoking,
)
from app.rules.facts import Known, Missing, Never, Reason
from tests.consultation.a_visit import DECLINED, TODAY, known, past, reading, searched, told, visit


def of(history=None, person=None, **answers):
    return facts(PhysicalChecks(**answers), visit(history, **(person or {})))


def pressures(*pairs, how=How.MEASURED, on=TODAY):
    return known(tuple(BloodPressure(*pair) for pair in pairs), how, on)


def test_age_is_in_completed_years():
    assert of(person={"birth_date": date(2008, 11, 22)})["age"].value == Decimal(18)
    assert of(person={"birth_date": date(2008, 11, 23)})["age"].value == Decimal(17)


@pytest.mark.parametrize(
    ("taken", "kept"),
    [
        ([(142, 90)], (142, 90)),
        ([(150, 95), (142, 90)], (142, 90)),
        ([(142, 90), (150, 95)], (142, 90)),
        ([(120, 70), (150, 95), (146, 92)], (146, 92)),
        ([(150, 95), (150, 88)], (150, 88)),
    ],
)
def test_the_lower_of_the_last_two_readings_is_kept(taken, kept):
    assert kept_reading(tuple(BloodPressure(*t) for t in taken)) == BloodPressure(*kept)
    found = of(blood_pressure=pressures(*taken))
    assert (found["systolic"].value, found["diastolic"].value) == kept
    assert (found["systolic_today"].value, found["diastolic_today"].value) == kept


def today_of(found):
    return found["systolic_today"].value, found["diastolic_today"].value


@pytest.mark.parametrize("signs", [Unknown(), DECLINED, Unknown(WhyNot.NOT_SURE)])
def test_a_lower_second_reading_calls_off_no_danger_while_the_warning_signs_are_not_known(signs):
    found = of(blood_pressure=pressures((190, 115), (165, 95)), bp_symptoms=signs)
    assert today_of(found) == (190, 115)
    assert (found["systolic"].value, found["diastolic"].value) == (165, 95)
    assert found["systolic_today"].source == "measured, the highest of 2 readings", (
        "165/95 is said to be kept"
    )


def test_a_lower_second_reading_counts_once_somebody_said_that_there_is_no_warning_sign():
    answers = {"blood_pressure": pressures((190, 115), (165, 95)), "bp_symptoms": told(())}
    assert today_of(of(**answers)) == (165, 95)
    answers["bp_symptoms"] = told((BpSymptom.HEADACHE,))
    assert today_of(of(**answers)) == (190, 115)


def test_an_old_answer_never_proves_that_smoking_did_not_change_since():
    old = past(reading("smoking_change", "2025-01-01", on=date(2026, 6, 1)))
    answers = {"smoking": told(Smoking.CURRENT)}
    assert of(old, **answers)["last_smoking_change"] == Missing(Reason.NOT_ASKED)
    lately = past(reading("smoking_change", "2026-11-10", on=date(2026, 11, 12)))
    assert of(lately, **answers)["last_smoking_change"].value == date(2026, 11, 10)
    assert of(old, **answers, smoking_change=told(LastDone()))["last_smoking_change"].value == Never(date.min)


def test_boxes_that_were_swapped_are_refused():
    with pytest.raises(ValueError, match="upper number"):
        BloodPressure(80, 120)
    with pytest.raises(ValueError, match="upper number"):
        BloodPressure(90, 90)


def test_what_a_record_says_never_counts_as_today():
    found = of(blood_pressure=pressures((190, 125), how=How.FROM_RECORD))
    assert found["systolic"].value == 190
    assert found["systolic_today"] == Missing(Reason.NOT_DONE_TODAY)
    assert found["diastolic_today"] == Missing(Reason.NOT_DONE_TODAY)


def test_a_reading_told_in_this_consultation_counts_as_today_and_says_that_it_was_told():
    found = of(blood_pressure=pressures((190, 125), how=How.SELF_REPORTED))
    assert (found["systolic_today"].value, found["systolic_today"].source) == (190, "self-reported")


def test_a_review_told_at_one_visit_is_known_at_the_next():
    told = of(past(reading("metabolic_review", "2026-09-01", date(2026, 9, 1))))["last_metabolic_review"]
    assert told.value == date(2026, 9, 1)


def test_yesterdays_measurement_is_not_todays():
    found = of(blood_pressure=pressures((190, 125), on=date(2026, 11, 21)))
    assert found["systolic"].value == 190
    assert found["systolic_today"] == Missing(Reason.NOT_DONE_TODAY)


def test_a_reading_on_the_record_is_never_todays_and_counts_for_three_months():
    month_old = past(
        reading("systolic", "190", date(2026, 8, 22)), reading("diastolic", "125", date(2026, 8, 22))
    )
    assert of(month_old)["systolic"].value == 190
    assert of(month_old)["systolic_today"] == Missing(Reason.NOT_ASKED)
    assert of(month_old, blood_pressure=DECLINED)["systolic_today"] == Missing(Reason.DECLINED)
    older = past(reading("systolic", "190", date(2026, 8, 21)))
    assert of(older)["systolic"].reason is Reason.TOO_OLD


def test_warning_signs_are_a_no_only_when_somebody_said_none():
    assert of()["bp_warning_symptom"] == Missing(Reason.NOT_ASKED)
    assert of(bp_symptoms=told(()))["bp_warning_symptom"].value is False
    assert of(bp_symptoms=told((BpSymptom.HEADACHE,)))["bp_warning_symptom"].value is True


@pytest.mark.parametrize(
    ("weight", "height", "bmi"),
    [
        ("70", "175", "22.9"),
        ("86.7", "170", "30.0"),
        ("86.5", "170", "29.9"),
        ("88.2", "210", "20.0"),
        ("59.9375", "155", "24.9"),
        ("60.1", "155", "25.0"),
        ("80.2", "179.1", "25.0"),
    ],
)
def test_bmi_is_weight_over_height_squared_to_one_place(weight, height, bmi):
    found = of(weight=known(Decimal(weight)), height=known(Decimal(height)))["bmi"]
    assert (found.value, str(found.value), found.on) == (Decimal(bmi), bmi, TODAY)


def test_bmi_rounds_half_up_as_a_person_would():
    found = of(weight=known(Decimal("72.1")), height=known(Decimal(200)))["bmi"]
    assert found.value == Decimal("18.0")
    found = of(weight=known(Decimal("72.2")), height=known(Decimal(200)))["bmi"]
    assert found.value == Decimal("18.1"), "18.05 rounds up"


def test_todays_weight_goes_with_the_height_on_the_record():
    history = past(reading("height", "170", date(2022, 1, 1)), reading("weight", "60", date(2026, 1, 1)))
    assert of(history, weight=known(Decimal("86.7")))["bmi"] == Known(Decimal("30.0"), TODAY, "measured")
    assert of(history)["bmi"] == Known(Decimal("20.8"), date(2026, 1, 1), "GP record")


def test_a_height_of_more_than_five_years_ago_makes_no_bmi():
    history = past(reading("height", "170", date(2021, 11, 21)))
    assert of(history, weight=known(Decimal(80)))["bmi"].reason is Reason.TOO_OLD


def test_a_recorded_bmi_stands_in_where_weight_or_height_is_missing():
    history = past(reading("bmi", "31.2", date(2026, 2, 1)))
    assert of(history)["bmi"] == Known(Decimal("31.2"), date(2026, 2, 1), "GP record")
    assert of(history, weight=DECLINED)["bmi"].value == Decimal("31.2")
    assert of(past(reading("bmi", "31.2", date(2025, 11, 21))))["bmi"] == Missing(Reason.NOT_ASKED)


def test_the_newer_of_a_recorded_bmi_and_one_made_of_old_figures_counts():
    old = (reading("weight", "60", date(2026, 1, 1)), reading("height", "170", date(2026, 1, 1)))
    assert of(past(*old, reading("bmi", "24.96", date(2026, 9, 1))))["bmi"].value == Decimal("25.0")
    assert of(past(*old, reading("bmi", "24.9", date(2025, 12, 1))))["bmi"].value == Decimal("20.8")


def test_a_recorded_bmi_that_is_no_number_is_passed_over():
    old = (reading("weight", "60", date(2026, 1, 1)), reading("height", "170", date(2026, 1, 1)))
    assert of(past(*old, reading("bmi", "declined", date(2026, 9, 1))))["bmi"].value == Decimal("20.8")
    assert of(past(reading("bmi", "declined", date(2026, 9, 1))))["bmi"] == Missing(Reason.NOT_ASKED)


def test_without_weight_bmi_says_why_there_is_none():
    assert of()["bmi"] == Missing(Reason.NOT_ASKED)
    assert of(weight=DECLINED, height=known(Decimal(170)))["bmi"] == Missing(Reason.DECLINED)
    assert of(weight=known(Decimal(80)))["bmi"] == Missing(Reason.NOT_ASKED)


def test_a_figure_that_no_body_has_makes_no_bmi_and_breaks_nothing():
    history = past(reading("weight", "0", TODAY), reading("height", "170", TODAY))
    assert of(history)["bmi"] == Missing(Reason.NOT_KNOWN)


@pytest.mark.parametrize(
    ("background", "is_lower"),
    [
        (EthnicBackground.WHITE, False),
        (EthnicBackground.SOUTH_ASIAN, True),
        (EthnicBackground.CHINESE, True),
        (EthnicBackground.OTHER_ASIAN, True),
        (EthnicBackground.MIDDLE_EASTERN, True),
        (EthnicBackground.BLACK_AFRICAN, True),
        (EthnicBackground.AFRICAN_CARIBBEAN, True),
        (EthnicBackground.OTHER, True),
    ],
)
def test_the_family_background_settles_the_threshold(background, is_lower):
    found = of(ethnic_background=told(background))
    assert found["ethnic_background"].value == background.value
    assert found["has_lower_bmi_threshold_background"].value is is_lower


def test_an_unknown_family_background_settles_nothing():
    assert of()["has_lower_bmi_threshold_background"] == Missing(Reason.NOT_ASKED)
    assert of(ethnic_background=DECLINED)["ethnic_background"] == Missing(Reason.DECLINED)


def test_a_family_background_told_once_is_not_asked_again():
    told_in_2019 = past(
        reading("ethnic_background", "South Asian", date(2019, 5, 1), "entered at this visit")
    )
    assert of(told_in_2019)["has_lower_bmi_threshold_background"].value is True
    corrected = of(told_in_2019, ethnic_background=told(EthnicBackground.WHITE))
    assert corrected["has_lower_bmi_threshold_background"].value is False
    both = of(told_in_2019, person={"ethnic_background": EthnicBackground.WHITE})
    assert both["ethnic_background"].value == "South Asian"
    in_details = of(person={"ethnic_background": EthnicBackground.WHITE})
    assert in_details["has_lower_bmi_threshold_background"] == Known(False, None, "person's record")


def test_a_vape_alone_is_not_tobacco():
    assert of(smoking=told(Smoking.CURRENT))["smokes_tobacco"].value is True
    for status in (Smoking.VAPE_ONLY, Smoking.EX, Smoking.NEVER):
        assert of(smoking=told(status))["smokes_tobacco"].value is False


def test_smoking_on_the_record_counts_for_a_year():
    assert of(past(reading("smoking", "Smokes now", date(2025, 11, 22))))["smokes_tobacco"].value is True
    assert of(past(reading("smoking", "Never", date(2025, 11, 22))))["smokes_tobacco"].value is False
    old = past(reading("smoking", "Smokes now", date(2025, 11, 21)))
    assert of(old)["smokes_tobacco"].reason is Reason.TOO_OLD
    letter = known(Smoking.NEVER, How.FROM_RECORD, date(2020, 1, 1))
    assert of(smoking=letter)["smokes_tobacco"].reason is Reason.TOO_OLD
    assert of(smoking=DECLINED)["smokes_tobacco"] == Missing(Reason.DECLINED)


def test_what_only_smokers_are_asked_is_a_known_no_for_the_others():
    never = of(smoking=told(Smoking.NEVER))
    assert never["plans_to_stop_smoking"].value is False
    assert never["entering_smoke_free_place"].value is False
    assert never["last_smoking_change"].value == Never(date.min)
    ex = of(smoking=told(Smoking.EX))
    assert ex["plans_to_stop_smoking"].value is False
    assert ex["last_smoking_change"] == Missing(Reason.NOT_ASKED), "they may have stopped last week"
    unknown = of()
    for fact in ("plans_to_stop_smoking", "entering_smoke_free_place", "last_smoking_change"):
        assert unknown[fact] == Missing(Reason.NOT_ASKED)


def test_an_answer_left_behind_by_a_slip_no_longer_speaks():
    found = of(smoking=told(Smoking.NEVER), plans_to_stop_smoking=told(YesNo.YES))
    assert found["plans_to_stop_smoking"].value is False
    assert of(smoking=told(Smoking.CURRENT), plans_to_stop_smoking=told(YesNo.YES))[
        "plans_to_stop_smoking"
    ].value


def test_somebody_who_never_drinks_scores_nought():
    assert of(drinking_days=told(DrinkingDays.NEVER))["audit_c"].value == Decimal(0)


def test_audit_c_adds_up_three_answers():
    found = of(
        drinking_days=told(DrinkingDays.TWO_TO_THREE),
        drinking_units=told(DrinkingUnits.TO_6),
        heavy_drinking=told(HeavyDrinking.NEVER),
    )
    assert found["audit_c"] == Known(Decimal(5), TODAY, "self-reported")
    most = of(
        drinking_days=told(DrinkingDays.FOUR_OR_MORE),
        drinking_units=told(DrinkingUnits.TEN_OR_MORE),
        heavy_drinking=told(HeavyDrinking.DAILY),
    )
    assert most["audit_c"].value == 12


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        ({}, Reason.NOT_ASKED),
        ({"drinking_units": told(DrinkingUnits.TEN_OR_MORE)}, Reason.NOT_ASKED),
        ({"drinking_units": DECLINED}, Reason.NOT_ASKED),
        ({"heavy_drinking": told(HeavyDrinking.WEEKLY)}, Reason.NOT_ASKED),
        ({"drinking_units": DECLINED, "heavy_drinking": DECLINED}, Reason.DECLINED),
    ],
)
def test_a_half_answered_audit_c_has_no_sum(rest, reason):
    found = of(past(reading("audit_c", "2", TODAY)), drinking_days=told(DrinkingDays.FOUR_OR_MORE), **rest)
    assert found["audit_c"] == Missing(reason, "AUDIT-C is half answered")


def test_audit_c_comes_from_the_record_for_a_year():
    assert of(past(reading("audit_c", "7", date(2025, 11, 22))))["audit_c"].value == 7
    assert of(past(reading("audit_c", "7", date(2025, 11, 21))))["audit_c"].reason is Reason.TOO_OLD
    letter = known(DrinkingDays.NEVER, How.FROM_RECORD, date(2019, 1, 1))
    assert of(drinking_days=letter)["audit_c"].reason is Reason.TOO_OLD


def test_each_blood_result_is_its_own_fact():
    found = of(hba1c=known(Decimal(48)), fasting_glucose=known(Decimal("6.9")), random_glucose=DECLINED)
    assert (found["hba1c"].value, found["fasting_glucose"].value) == (48, Decimal("6.9"))
    assert found["random_glucose"] == Missing(Reason.DECLINED)


def test_signs_of_high_glucose_and_known_conditions_are_asked_not_assumed():
    found = of()
    for fact in ("high_glucose_symptom", "has_diabetes", "has_hypertension", "receiving_end_of_life_care"):
        assert found[fact] == Missing(Reason.NOT_ASKED)
    found = of(glucose_symptoms=told((GlucoseSymptom.THIRST,)), has_diabetes=told(YesNo.NO))
    assert (found["high_glucose_symptom"].value, found["has_diabetes"].value) == (True, False)
    listed = History(conditions=(Condition(label="Hypertension", key="hypertension"),))
    assert of(listed)["has_hypertension"].value is True


def test_a_day_told_is_when_it_was_last_done_and_never_is_never():
    when = date(2026, 5, 3)
    assert of(metabolic_review=told(LastDone(when)))["last_metabolic_review"].value == when
    assert of(metabolic_review=told(LastDone()))["last_metabolic_review"].value == Never(date.min)
    assert of()["last_metabolic_review"] == Missing(Reason.NOT_ASKED)
    assert of(full_audit=told(LastDone(when)))["last_full_audit"].value == when
    assert of(hypertension_review=told(LastDone(when)))["last_hypertension_review"].value == when


CHECKS = {
    "last_alcohol_check": {"drinking_days": told(DrinkingDays.NEVER)},
    "last_glucose_check": {"random_glucose": known(Decimal(5))},
    "last_blood_pressure_check": {"blood_pressure": pressures((120, 80))},
    "last_bmi_check": {"weight": known(Decimal(80)), "height": known(Decimal(170))},
    "last_lipids_check": {"total_cholesterol": known(Decimal(5))},
    "last_smoking_check": {"smoking": told(Smoking.NEVER)},
}


@pytest.mark.parametrize("check", CHECKS)
def test_each_of_the_six_checks_counts_when_done_and_is_unknown_where_nobody_searched(check):
    assert of(**CHECKS[check])[check] == Known(TODAY, TODAY, "entered at this visit")
    assert of()[check] == Missing(Reason.NOT_SEARCHED)
    assert of(**dict.fromkeys(CHECKS[check], DECLINED))[check] == Missing(Reason.NOT_SEARCHED)
    back = History(searched=(searched("*", date(2016, 1, 1)),))
    assert of(back)[check].value == Never(date(2016, 1, 1))


@pytest.mark.parametrize(
    ("check", "series"),
    [
        ("last_alcohol_check", "audit_c"),
        ("last_glucose_check", "hba1c"),
        ("last_glucose_check", "fasting_glucose"),
        ("last_glucose_check", "random_glucose"),
        ("last_blood_pressure_check", "systolic"),
        ("last_bmi_check", "bmi"),
        ("last_lipids_check", "total_cholesterol"),
        ("last_smoking_check", "smoking"),
    ],
)
def test_a_check_on_the_record_counts_however_long_ago(check, series):
    found = of(past(reading(series, "4", date(2018, 6, 1))))[check]
    assert found == Known(date(2018, 6, 1), date(2018, 6, 1), "record")


def test_a_weight_with_a_height_on_the_record_is_a_bmi_check_on_its_own_day():
    weighed = reading("weight", "80", date(2025, 11, 1))
    tall = reading("height", "170", date(2015, 1, 1))
    searched_all = (searched("*", date(2010, 1, 1)),)
    assert of(past(weighed, tall, searched=searched_all))["last_bmi_check"].value == date(2025, 11, 1)
    assert of(past(weighed, searched=searched_all))["last_bmi_check"].value == Never(date(2010, 1, 1))


def test_an_unfinished_audit_c_is_no_alcohol_check():
    assert of(drinking_days=told(DrinkingDays.MONTHLY))["last_alcohol_check"] == Missing(Reason.NOT_SEARCHED)


def test_every_value_given_today_is_kept_as_a_series():
    record = PhysicalChecks(
        blood_pressure=pressures((150, 95), (142, 90)),
        weight=known(Decimal("86.7")),
        height=known(Decimal("170.0")),
        smoking=told(Smoking.CURRENT),
        drinking_days=told(DrinkingDays.NEVER),
        ethnic_background=told(EthnicBackground.CHINESE),
        hba1c=known(Decimal(44), How.FROM_RECORD, date(2026, 10, 1), "GP letter"),
        waist=Unknown(WhyNot.DECLINED),
    )
    kept = {(r.series, r.value, r.unit, r.taken_on, r.how, r.source) for r in readings(record, visit())}
    here = (TODAY, How.MEASURED, "visit of 22-Nov-2026")
    told_here = (TODAY, How.SELF_REPORTED, "visit of 22-Nov-2026")
    assert kept == {
        ("systolic", "142", "mmHg", *here),
        ("diastolic", "90", "mmHg", *here),
        ("weight", "86.7", "kg", *here),
        ("height", "170.0", "cm", *here),
        ("bmi", "30.0", "kg/m2", *here),
        ("smoking", "Smokes now", "", *told_here),
        ("audit_c", "0", "points", *told_here),
        ("ethnic_background", "Chinese", "", *told_here),
        ("hba1c", "44", "mmol/mol", date(2026, 10, 1), How.FROM_RECORD, "GP letter"),
    }


def test_nothing_said_leaves_nothing_to_chart_and_half_an_audit_no_sum():
    assert readings(PhysicalChecks(), visit()) == ()
    assert readings(PhysicalChecks(drinking_days=told(DrinkingDays.MONTHLY)), visit()) == ()
    assert [r.series for r in readings(PhysicalChecks(weight=known(Decimal(80))), visit())] == ["weight"]
    assert [r.series for r in readings(PhysicalChecks(height=known(Decimal(170))), visit())] == ["height"]


def test_what_is_said_today_stands_before_what_the_record_says():
    smoker = past(reading("smoking", "Smokes now", date(2026, 5, 1)))
    assert of(smoker, smoking=told(Smoking.EX))["smokes_tobacco"].value is False
    older_letter = known(Smoking.NEVER, How.FROM_RECORD, date(2026, 2, 1))
    assert of(smoker, smoking=older_letter)["smokes_tobacco"].value is True
