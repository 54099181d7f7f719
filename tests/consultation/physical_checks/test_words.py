"""A check in words: the band is of the figure, never of the person."""

from datetime import date
from decimal import Decimal

import pytest

from app.consultation.answers import Unknown, WhyNot
from app.consultation.person import EthnicBackground
from app.consultation.physical_checks.record import (
    BloodPressure,
    BpSymptom,
    DrinkingDays,
    DrinkingUnits,
    HeavyDrinking,
    LastDone,
    PhysicalChecks,
    Smoking,
)
from app.consultation.physical_checks.words import (
    Found,
    audit_c_words,
    bmi_words,
    found,
    in_feet,
    in_stones,
    pressure_band_words,
)
from app.consultation.prompts import gather
from tests.consultation.a_visit import draft, known, told, visit


def words(name, **answers):
    return found(name, PhysicalChecks(**answers), visit())


def test_the_kept_pressure_is_said_with_the_band_of_its_worse_number():
    taken = known((BloodPressure(150, 95), BloodPressure(142, 84)))
    assert words("blood_pressure", blood_pressure=taken) == Found("142/84 mmHg", "range 140 to 159")
    assert pressure_band_words(Decimal(130), Decimal(95)) == "lower number: range 90 to 99"
    assert pressure_band_words(Decimal(130), Decimal(80)) == "under 140"
    assert pressure_band_words(Decimal(185), Decimal(120)) == "180 or more"


def test_weight_and_height_are_said_in_both_tongues():
    assert words("weight", weight=known(Decimal("82.4"))) == Found("82.4 kg", "13 st 0 lb")
    assert in_stones(Decimal("63.5")) == "10 st 0 lb"
    assert words("height", height=known(Decimal(170))) == Found("170 cm", "5 ft 7 in")
    assert in_feet(Decimal("182.5")) == "6 ft 0 in"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Unknown(), Found("")),
        (
            Unknown(WhyNot.DECLINED, "not in front of others"),
            Found("Would rather not today", "not in front of others"),
        ),
        (Unknown(WhyNot.NOT_DONE, "scales broken"), Found("Not done", "scales broken")),
    ],
)
def test_a_missing_value_says_why_and_never_a_band(answer, said):
    assert words("weight", weight=answer) == said


def test_choices_ticks_and_days_are_said_as_they_were_given():
    assert words("smoking", smoking=told(Smoking.VAPE_ONLY)) == Found("Vapes only")
    assert words("bp_symptoms", bp_symptoms=told(())) == Found("None of these")
    two = told((BpSymptom.CHEST_PAIN, BpSymptom.HEADACHE))
    assert words("bp_symptoms", bp_symptoms=two) == Found("Chest pain, Severe headache")
    assert words("metabolic_review", metabolic_review=told(LastDone(date(2026, 5, 3)))) == Found(
        "03-May-2026"
    )
    assert words("metabolic_review", metabolic_review=told(LastDone())) == Found("None found")
    assert words("hba1c", hba1c=known(Decimal(48))) == Found("48 mmol/mol", "48 or more")


def size(**answers):
    record = PhysicalChecks(weight=known(Decimal("68.0")), height=known(Decimal(170)), **answers)
    return bmi_words(record, visit(facts=gather(draft(physical_checks=record), visit())))


def test_a_bmi_names_the_band_of_the_background_and_both_where_that_is_not_known():
    assert size(ethnic_background=told(EthnicBackground.WHITE)) == Found("BMI 23.5", "range 18.5 to 24.9")
    assert size(ethnic_background=told(EthnicBackground.CHINESE)) == Found("BMI 23.5", "range 23 to 27.4")
    assert size() == Found("BMI 23.5", "range 18.5 to 24.9 or range 23 to 27.4, by family background")
    assert bmi_words(PhysicalChecks(), visit()) is None


@pytest.mark.parametrize(
    ("weight_kg", "said"),
    [
        ("52.0", Found("BMI 18.0", "under 18.5")),
        ("64.0", Found("BMI 22.1", "range 18.5 to 24.9 or range 18.5 to 22.9, by family background")),
        ("74.3", Found("BMI 25.7", "range 25 to 29.9 or range 23 to 27.4, by family background")),
        ("92.5", Found("BMI 32.0", "range 30 to 34.9 or range 27.5 to 32.4, by family background")),
        ("117.0", Found("BMI 40.5", "40 or more or 37.5 or more, by family background")),
    ],
)
def test_a_bmi_without_a_background_is_never_read_on_one_scale_alone(weight_kg, said):
    """Bands of both scales share their names; what counts is where they end."""
    record = PhysicalChecks(weight=known(Decimal(weight_kg)), height=known(Decimal(170)))
    assert bmi_words(record, visit()) == said


def test_a_background_on_the_persons_record_is_used_without_gathering_anything_first():
    record = PhysicalChecks(weight=known(Decimal("74.3")), height=known(Decimal(170)))
    south_asian = visit(ethnic_background=EthnicBackground.SOUTH_ASIAN)
    assert bmi_words(record, south_asian) == Found("BMI 25.7", "range 23 to 27.4")


def test_audit_c_is_said_once_all_three_were_answered():
    half = PhysicalChecks(drinking_days=told(DrinkingDays.MONTHLY))
    assert audit_c_words(half, visit()) is None
    whole = PhysicalChecks(
        drinking_days=told(DrinkingDays.FOUR_OR_MORE),
        drinking_units=told(DrinkingUnits.TO_4),
        heavy_drinking=told(HeavyDrinking.NEVER),
    )
    assert audit_c_words(whole, visit()) == Found("AUDIT-C 5 of 12", "5 or more")
