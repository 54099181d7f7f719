from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules import bands
from app.rules.bands import BMI_GENERAL, BMI_LOWER_THRESHOLD, Scale, blood_pressure_band, bmi_band

SCALES = [scale for scale in vars(bands).values() if isinstance(scale, Scale)]


def test_there_are_scales_to_check():
    assert len(SCALES) >= 8


@given(st.sampled_from(SCALES), st.decimals(0, 400, places=1))
def test_every_value_lies_in_exactly_one_band(scale: Scale, value: Decimal):
    inside = [
        band
        for band in scale.bands
        if band.begins <= value and (band.ends_before is None or value < band.ends_before)
    ]
    assert inside == [scale.band(value)]


@pytest.mark.parametrize("scale", SCALES)
def test_every_scale_says_where_it_comes_from(scale: Scale):
    assert scale.source
    assert scale.mark in ("V", "V2", "K")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("18.4", "under 18.5"),
        ("18.5", "18.5 to 24.9"),
        ("24.9", "18.5 to 24.9"),
        ("29.9", "25 to 29.9"),
        ("30.0", "30 to 34.9"),
        ("40", "40 or more"),
    ],
)
def test_a_bmi_band_is_said_by_its_ends(value: str, words: str):
    assert BMI_GENERAL.band(Decimal(value)).range_in_words == words


def test_the_lower_thresholds_move_all_but_underweight():
    assert BMI_LOWER_THRESHOLD.band(Decimal("23.0")).key == "overweight"
    assert BMI_LOWER_THRESHOLD.band(Decimal("27.5")).key == "obesity_1"
    assert BMI_LOWER_THRESHOLD.band(Decimal("18.4")).key == BMI_GENERAL.band(Decimal("18.4")).key
    assert bmi_band(Decimal(23), has_lower_threshold_background=False).key == "healthy"


@pytest.mark.parametrize(
    ("systolic", "diastolic", "key"),
    [
        (139, 89, "below"),
        (140, 89, "stage_1"),
        (139, 90, "stage_1"),
        (159, 100, "stage_2"),
        (160, 70, "stage_2"),
        (179, 120, "severe"),
        (180, 70, "severe"),
    ],
)
def test_blood_pressure_goes_by_the_worse_number(systolic: int, diastolic: int, key: str):
    assert blood_pressure_band(Decimal(systolic), Decimal(diastolic)).key == key


@pytest.mark.parametrize(
    "ends",
    [
        (("1", "a", "a"),),
        (("0", "a", "a"), ("5", "b", "b"), ("5", "c", "c")),
        (("0", "a", "a"), ("5", "b", "b"), ("4", "c", "c")),
        (("0", "a", "a"), ("5.5", "b", "b")),
        (("0", "a", "a"), ("5", "a", "b")),
        (),
    ],
)
def test_a_scale_that_could_gap_or_overlap_is_refused(ends: tuple[tuple[str, str, str], ...]):
    with pytest.raises(ValueError):
        Scale("mmHg", Decimal(1), "test", "K", ends)


def test_no_band_lies_below_zero():
    with pytest.raises(ValueError, match="below zero"):
        BMI_GENERAL.band(Decimal(-1))
