"""Observations of today: asked when they matter, and a second count never calls off a danger by itself."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.consultation.answers import How, Unknown, WhyNot, YesNo
from app.consultation.bands import SCALES, band_words, rank_of
from app.consultation.book import rulebook
from app.consultation.history import History
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Everything, Medicines
from app.consultation.physical_checks.facts import facts
from app.consultation.physical_checks.record import BloodPressure, BpSymptom, PhysicalChecks
from app.consultation.physical_checks.signs import InfectionSign, PulseRhythm, PulseSign, Unsteady
from app.consultation.physical_checks.words import found
from app.consultation.prompts import assess, gather
from app.consultation.questions import questions_shown
from app.rules.facts import Known, Missing, Reason
from tests.consultation.a_visit import (
    DECLINED,
    PERSON,
    TODAY,
    draft,
    known,
    levels_by_rule,
    told,
    visit,
    whole_list,
)

YES, NO = told(YesNo.YES), told(YesNo.NO)
CLOZAPINE = (Medicine(id="m1", name="Clozapine", ingredient="clozapine"),)


def of(**answers):
    return facts(PhysicalChecks(**answers), visit())


def shown(medicines=(), person=None, **answers):
    record = PhysicalChecks(**answers)
    said = draft(physical_checks=record, medicines=Medicines(rows=medicines))
    around = visit(None, None, **(person or {}))
    return {name for name, _ in questions_shown(record, replace(around, facts=gather(said, around)))}


def count(value, how=How.MEASURED, on=TODAY):
    return known(Decimal(value), how, on)


def pressures(*pairs):
    return known(tuple(BloodPressure(*pair) for pair in pairs))


OPENED = {"temperature", "respiratory_rate", "oxygen"}


def test_temperature_breathing_and_oxygen_are_asked_only_of_who_is_unwell():
    assert not OPENED & shown()
    assert not OPENED & shown(unwell_today=NO)
    assert shown(unwell_today=YES) >= OPENED | {"newly_confused", "infection_signs"}
    assert shown(infection_signs=told((InfectionSign.SORE_THROAT,))) >= OPENED
    assert shown(temperature=count("38.4")) >= OPENED
    assert "temperature" in shown(height=count(170), weight=count(43)), "a BMI under 15 asks for it"
    assert "temperature" not in shown(height=count(170), weight=count(44))


def test_on_clozapine_signs_of_infection_are_asked_at_each_visit():
    assert "infection_signs" in shown(CLOZAPINE)
    assert "infection_signs" not in shown()


@pytest.mark.parametrize("sign", list(Unsteady))
def test_anything_unsteady_asks_for_blood_pressure_lying_and_standing(sign):
    assert shown(unsteady=told((sign,))) >= {"lying_blood_pressure", "standing_blood_pressure"}
    assert "standing_blood_pressure" not in shown(unsteady=told(()))


def test_age_and_some_medicines_ask_for_it_as_well():
    assert "standing_blood_pressure" in shown(CLOZAPINE)
    assert "standing_blood_pressure" in shown(person={"birth_date": date(1961, 11, 22)})
    assert "standing_blood_pressure" not in shown(person={"birth_date": date(1961, 11, 23)})
    amitriptyline = (Medicine(id="m1", name="Amitriptyline", ingredient="amitriptyline"),)
    assert "standing_blood_pressure" in shown(amitriptyline)


def test_a_pulse_of_today_asks_for_its_rhythm_and_an_irregular_one_for_more():
    assert "pulse_rhythm" in shown(pulse=count(72))
    assert "pulse_rhythm" not in shown(pulse=count(72, How.FROM_RECORD))
    more = {"pulse_signs", "has_atrial_fibrillation"}
    assert not more & shown(pulse=count(72), pulse_rhythm=told(PulseRhythm.REGULAR))
    assert shown(pulse=count(72), pulse_rhythm=told(PulseRhythm.IRREGULAR)) >= more


@pytest.mark.parametrize(
    ("name", "again", "inside", "extreme"),
    [
        ("pulse", "pulse_again", (41, 130), (40, 131)),
        ("respiratory_rate", "respiratory_rate_again", (9, 24), (8, 25)),
        ("oxygen", "oxygen_again", (92, 100), (91, 60)),
    ],
)
def test_a_second_count_is_asked_only_where_the_first_is_in_an_emergency_band(name, again, inside, extreme):
    for value in inside:
        assert again not in shown(unwell_today=YES, **{name: count(value)})
    for value in extreme:
        assert again in shown(unwell_today=YES, **{name: count(value)})


@pytest.mark.parametrize("unwell", [YES, DECLINED, Unknown()])
def test_a_better_second_count_calls_nothing_off_while_the_person_may_look_unwell(unwell):
    answers = {"pulse": count(136), "pulse_again": count(96)}
    assert of(**answers, unwell_today=unwell)["pulse_today"].value == 136
    assert of(**answers, unwell_today=NO)["pulse_today"].value == 96


def test_a_second_count_never_makes_an_ordinary_first_one_better_or_worse():
    assert of(pulse=count(80), pulse_again=count(140), unwell_today=NO)["pulse_today"].value == 80


def test_an_observation_that_a_record_holds_is_not_of_today():
    for name in ("pulse", "temperature", "respiratory_rate", "oxygen"):
        fact = of(**{name: count(50, How.FROM_RECORD)})[f"{name}_today"]
        assert fact == Missing(Reason.NOT_DONE_TODAY)
        assert of(**{name: DECLINED})[f"{name}_today"] == Missing(Reason.DECLINED)


def test_observations_are_needed_by_who_is_unwell_or_has_a_sign_or_had_one_taken():
    assert of()["observations_needed"] == Missing(Reason.NOT_ASKED)
    assert of(unwell_today=NO)["observations_needed"].value is False
    assert of(unwell_today=YES)["observations_needed"].value is True
    assert of(unwell_today=NO, oxygen=count(97))["observations_needed"].value is True
    assert of(unwell_today=NO, infection_signs=told((InfectionSign.FLU_LIKE,)))["observations_needed"].value
    assert of(infection_signs=told(()))["observations_needed"] == Missing(Reason.NOT_ASKED)
    assert of(unwell_today=NO, infection_signs=told(()))["observations_needed"].value is False


def test_new_confusion_is_a_no_only_of_who_is_surely_well():
    assert of()["newly_confused"] == Missing(Reason.NOT_ASKED)
    assert of(unwell_today=NO)["newly_confused"].value is False
    assert of(unwell_today=NO, newly_confused=YES)["newly_confused"].value is False
    assert of(unwell_today=YES)["newly_confused"] == Missing(Reason.NOT_ASKED)
    assert of(unwell_today=YES, newly_confused=YES)["newly_confused"].value is True
    assert of(unwell_today=NO, bp_symptoms=told((BpSymptom.CONFUSED,)))["newly_confused"].value is True


def test_a_rhythm_is_as_unknown_as_the_pulse_it_was_not_felt_at():
    assert of()["pulse_irregular"] == Missing(Reason.NOT_ASKED)
    assert of(pulse=DECLINED)["pulse_irregular"] == Missing(Reason.DECLINED)
    assert of(pulse=count(72))["pulse_irregular"] == Missing(Reason.NOT_ASKED)
    unsure = Unknown(WhyNot.NOT_SURE)
    assert of(pulse=count(72), pulse_rhythm=unsure)["pulse_irregular"] == Missing(Reason.NOT_KNOWN)
    assert of(pulse=count(72), pulse_rhythm=told(PulseRhythm.IRREGULAR))["pulse_irregular"].value is True
    assert of(pulse=count(72), pulse_rhythm=told(PulseRhythm.REGULAR))["pulse_irregular"].value is False


@pytest.mark.parametrize(
    ("lying", "standing", "upper", "lower"),
    [
        ((130, 80), [(110, 78)], 20, 2),
        ((130, 80), [(128, 79), (112, 74)], 18, 6),
        ((130, 80), [(110, 78), (124, 69)], 20, 11),
        ((120, 70), [(126, 78)], 0, 0),
    ],
)
def test_the_fall_is_from_lying_to_the_lowest_standing_each_number_for_itself(lying, standing, upper, lower):
    found_ = of(lying_blood_pressure=pressures(lying), standing_blood_pressure=pressures(*standing))
    assert (found_["systolic_drop_today"].value, found_["diastolic_drop_today"].value) == (upper, lower)


def test_without_both_there_is_no_fall_and_why_is_said():
    lying = pressures((130, 80))
    assert of(lying_blood_pressure=lying)["systolic_drop_today"] == Missing(Reason.NOT_ASKED)
    declined = of(lying_blood_pressure=lying, standing_blood_pressure=DECLINED)
    assert declined["systolic_drop_today"] == Missing(Reason.DECLINED)
    old = known((BloodPressure(130, 80),), How.FROM_RECORD)
    recorded = of(lying_blood_pressure=old, standing_blood_pressure=lying)
    assert recorded["diastolic_drop_today"] == Missing(Reason.NOT_DONE_TODAY)


def test_the_fall_is_said_in_words_with_its_bands():
    record = PhysicalChecks(
        lying_blood_pressure=pressures((134, 82)), standing_blood_pressure=pressures((118, 76), (110, 74))
    )
    words = found("standing_blood_pressure", record, visit())
    assert words.value == "134/82 lying, 118/76, 110/74 standing"
    assert words.beneath == "falls by 24 and 8 on standing: upper 20 or more, lower under 10"
    steady = PhysicalChecks(
        lying_blood_pressure=pressures((120, 80)), standing_blood_pressure=pressures((124, 82))
    )
    assert found("standing_blood_pressure", steady, visit()).beneath == "no fall on standing"


def test_which_signs_count_for_what():
    assert of(unsteady=told((Unsteady.FALLEN,)))["dizzy_or_faint"].value is False
    assert of(unsteady=told((Unsteady.WEAK,)))["dizzy_or_faint"].value is True
    assert of(unsteady=told((Unsteady.FALLEN,)))["fainted_or_hurt"].value is False
    assert of(unsteady=told((Unsteady.HURT,)))["fainted_or_hurt"].value is True
    assert of(unsteady=told((Unsteady.FALLEN,)))["standing_check_needed"].value is True
    assert of()["standing_check_needed"] == Missing(Reason.NOT_ASKED)
    assert of(standing_blood_pressure=pressures((120, 80)))["standing_check_needed"].value is True


def test_bands_are_said_in_figures_and_both_ends_count_as_worse():
    assert band_words("pulse", Decimal(72)) == "range 51 to 90"
    assert band_words("temperature", Decimal("38.0")) == "range 36.1 to 38"
    assert band_words("oxygen", Decimal(97)) == "96 or more"
    assert rank_of("pulse_today", Decimal(45)) < rank_of("pulse_today", Decimal(38))
    assert rank_of("pulse_today", Decimal(100)) < rank_of("pulse_today", Decimal(120))
    assert rank_of("oxygen_today", Decimal(97)) == 0 < rank_of("oxygen_today", Decimal(93))
    assert rank_of("bmi", Decimal(17)) > rank_of("bmi", Decimal(20)) == 0 < rank_of("bmi", Decimal(24))
    assert rank_of("pulse", Decimal(72)) == 0 < rank_of("pulse", Decimal(38))
    for fact in ("pulse_today", "respiratory_rate_today", "oxygen_today", "temperature_today"):
        assert "NEWS2" in SCALES[fact].source
        assert SCALES[fact].mark == "V2"


def levels(medicines=(), **answers):
    said = draft(physical_checks=PhysicalChecks(**answers), medicines=whole_list(*medicines))
    return levels_by_rule(said)


def test_from_raw_answers_each_new_rule_is_reached():
    assert levels(unwell_today=YES, respiratory_rate=count(26))["obs-single-red"] == "now"
    low = levels(blood_pressure=pressures((96, 60)), unsteady=told((Unsteady.DIZZY,)))
    assert low["bp-low-symptomatic"] == "urgent"
    standing = {
        "lying_blood_pressure": pressures((134, 82)),
        "standing_blood_pressure": pressures((110, 80)),
    }
    assert levels(**standing, unsteady=told((Unsteady.DIZZY,)))["bp-postural-drop"] == "soon"
    assert levels(**standing, unsteady=told((Unsteady.FAINTED,)))["bp-postural-drop"] == "urgent"
    irregular = {"pulse": count(84), "pulse_rhythm": told(PulseRhythm.IRREGULAR)}
    assert levels(**irregular, pulse_signs=told(()))["pulse-irregular-new"] == "soon"
    assert levels(**irregular, pulse_signs=told((PulseSign.FAINTED,)))["pulse-irregular-new"] == "now"
    assert levels(pulse=count(118))["pulse-fast-resting"] == "urgent"
    fever = {"unwell_today": YES, "temperature": count("38.2"), "infection_signs": told(())}
    assert levels(CLOZAPINE, **fever)["clozapine-fever-infection"] == "now"
    assert levels(blood_pressure=pressures((164, 92)))["bp-stage2"] == "soon"


def test_an_ordinary_visit_that_is_well_settles_every_rule_of_today():
    answers = {
        "unwell_today": NO,
        "unsteady": told(()),
        "pulse": count(72),
        "pulse_rhythm": told(PulseRhythm.REGULAR),
        "blood_pressure": pressures((124, 78)),
    }
    said = draft(
        physical_checks=PhysicalChecks(**answers), medicines=Medicines(everything=known(Everything.YES))
    )
    open_rules = {o.rule.id for o in assess(said, PERSON, History(), rulebook(), TODAY).cannot_tell}
    assert not open_rules & {
        "obs-single-red", "bp-low-symptomatic", "bp-postural-drop", "pulse-irregular-new", "bp-stage2",
        "pulse-fast-resting", "clozapine-fever-infection",
    }  # fmt: skip


def test_a_reading_worth_charting_is_kept_as_a_series():
    from app.consultation.physical_checks.facts import readings

    record = PhysicalChecks(temperature=count("37.4"), respiratory_rate=count(16), oxygen=count(97))
    kept = {r.series: (r.value, r.unit) for r in readings(record, visit())}
    assert kept == {
        "temperature": ("37.4", "°C"),
        "respiratory_rate": ("16", "breaths a minute"),
        "oxygen": ("97", "%"),
    }
    assert isinstance(of(temperature=count("37.4"))["temperature_today"], Known)
