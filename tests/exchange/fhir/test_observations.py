"""Each value by its code, in the clinic's unit, on its day, of this person; else left out with the reason."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.consultation.answers import How
from app.consultation.physical_checks.record import Smoking
from app.exchange.fhir import read_bundle
from app.exchange.fhir.series import numbers
from tests.exchange.fhir.made_up import (
    HBA1C,
    LOINC,
    PULSE,
    SNOMED,
    TODAY,
    WEIGHT,
    bundle,
    coded,
    left_out,
    observation,
    only_value,
    patient,
    read,
    weight,
)


def why(*resources):
    found = read(*resources)
    assert found.readings == ()
    (row,) = found.left_out
    assert row.count == len(resources)
    return row.reason


def test_a_value_is_taken_with_its_day_and_never_as_measured_today():
    (row,) = read(weight(70.44)).readings
    assert (row.series, row.value, row.unit, row.taken_on) == ("weight", "70.4", "kg", date(2026, 3, 4))
    assert row.how is How.FROM_RECORD


def test_decimals_are_rounded_half_up_as_written_and_the_summary_says_so():
    found = read(weight(70.45))
    assert only_value(found, "weight") == "70.5"
    assert found.taken[0].rounded_count == 1


# Figures worked out by hand from the published equations, not by the code under test.
@pytest.mark.parametrize(
    ("code", "value", "unit", "series", "expected"),
    [
        (HBA1C, 7.2, "%", "hba1c", "55"),
        (HBA1C, 6.5, "%", "hba1c", "48"),
        ("59261-8", 48, "mmol/mol", "hba1c", "48"),
        ("2093-3", 193.35, "mg/dL", "total_cholesterol", "5.0"),
        ("2085-9", 38.67, "mg/dL", "hdl", "1.00"),
        ("2571-8", 177.14, "mg/dL", "triglycerides", "2.0"),
        ("1558-6", 126, "mg/dL", "fasting_glucose", "7.0"),
        ("29463-7", 154, "[lb_av]", "weight", "69.9"),
        ("29463-7", 70500, "g", "weight", "70.5"),
        ("8302-2", 65, "[in_i]", "height", "165.1"),
        ("8302-2", 1.65, "m", "height", "165.0"),
        ("8310-5", 100.4, "[degF]", "temperature", "38.0"),
        ("8310-5", 38.2, "Cel", "temperature", "38.2"),
        ("9279-1", 16, "/min", "respiratory_rate", "16"),
        ("59408-5", 97, "%", "oxygen", "97"),
        ("6690-2", 3.2, "10*3/uL", "white_cells", "3.20"),
        ("2947-0", 139, "mmol/L", "sodium", "139"),
        ("6298-4", 4.25, "mmol/L", "potassium", "4.3"),
    ],
)
def test_other_units_are_converted(code, value, unit, series, expected):
    assert only_value(read(observation(code, value, unit)), series) == expected


@pytest.mark.parametrize(
    ("code", "value", "unit", "series", "expected"),
    [
        ("1011481000000105", 58, "mL/min/{1.73_m2}", "egfr", "58"),
        ("1027151000000105", 2.4, "m[IU]/L", "tsh", "2.40"),
        ("1018251000000107", 31, "U/L", "alt", "31"),
        ("1085871000000105", 12.4, "%", "qrisk3", "12.4"),
        ("443280005", 11, "{score}", "audit_total", "11"),
    ],
)
def test_results_by_their_snomed_code_are_taken_in_their_own_unit(code, value, unit, series, expected):
    assert only_value(read(observation(code, value, unit, SNOMED)), series) == expected


def test_the_sum_of_a_conversion_can_be_repeated_by_a_reader():
    (row,) = read(observation(HBA1C, 7.2, "%")).converted
    assert row.original == "7.2 %"
    assert row.now == "55 mmol/mol"
    assert "2.152" in row.sum_in_words
    assert "0.09148" in row.sum_in_words
    assert row.sum_in_words.endswith("55 mmol/mol")


def test_a_long_original_is_shown_short_but_reckoned_whole():
    (row,) = read(observation("2093-3", 193.3499999999999, "mg/dL")).converted
    assert row.original == "193.35 mg/dL"
    assert "9999" not in row.sum_in_words


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"valueQuantity": {"value": 70}}, "no unit given"),
        ({"valueQuantity": {"value": 70, "unit": "stone"}}, "a unit that we cannot convert"),
        (
            {"valueQuantity": {"value": 70, "unit": "lb", "code": "kg"}},
            "two units that contradict each other",
        ),
        ({"valueQuantity": {"unit": "kg"}}, "no value"),
        ({"valueQuantity": {"value": "70", "unit": "kg"}}, "the value is not a number"),
        ({"valueQuantity": {"value": float("nan"), "unit": "kg"}}, "the value is not a number"),
        ({"valueQuantity": {"value": float("inf"), "unit": "kg"}}, "the value is not a number"),
        ({"valueQuantity": {"value": True, "unit": "kg"}}, "the value is not a number"),
        ({"valueQuantity": {"value": 10**30, "unit": "kg"}}, "not a plausible value"),
        ({"valueQuantity": {"value": 10**4000, "unit": "g"}}, "not a plausible value"),
        (
            {"valueQuantity": {"value": 70, "unit": "kg", "comparator": "<"}},
            "only a limit is given, not a value",
        ),
        ({"valueQuantity": {"value": 19.9, "unit": "kg"}}, "not a plausible value"),
        ({"valueQuantity": {"value": -70, "unit": "kg"}}, "not a plausible value"),
        ({"effectiveDateTime": None}, "no date"),
        ({"effectiveDateTime": "2019"}, "the date lacks its day"),
        ({"effectiveDateTime": "2019-06"}, "the date lacks its day"),
        ({"effectiveDateTime": "19-06-01"}, "no date"),
        ({"effectiveDateTime": "2025-02-30"}, "no date"),
        ({"effectiveDateTime": "2026-11-23"}, "dated in the future"),
        ({"effectiveDateTime": "1980-02-22"}, "dated before the person was born"),
        ({"status": "entered-in-error"}, "marked as entered in error"),
        ({"status": "cancelled"}, "marked as entered in error"),
        ({"status": "preliminary"}, "not marked as final"),
        ({"status": None}, "not marked as final"),
        ({"subject": {"reference": "Patient/p2"}}, "about another person"),
        ({"subject": {"identifier": {"system": "s", "value": "v"}}}, "about another person"),
        ({"subject": None}, "does not say whose it is"),
        ({"subject": {"display": "Alex Example"}}, "does not say whose it is"),
        ({"subject": {"reference": "Patient?identifier=1"}}, "does not say whose it is"),
        ({"code": {"text": "Body weight"}}, "a code that we do not keep"),
        ({"code": {"coding": [{"system": "urn:x", "code": "29463-7"}]}}, "a code that we do not keep"),
    ],
)
def test_what_cannot_be_taken_is_left_out_with_its_reason(change, reason):
    assert why(weight(70, **change)) == reason


def test_hba1c_in_a_unit_of_something_else_is_left_out():
    assert why(observation(HBA1C, 48, "mmol/L")) == "a unit that we cannot convert"


def test_one_bad_entry_does_not_spoil_the_others():
    found = read(weight("70"), weight(71), observation("1-1", 3), weight(72, status="entered-in-error"))
    assert only_value(found, "weight") == "71.0"
    assert sum(left_out(found).values()) == 3


@pytest.mark.parametrize("reference", ["Patient/p1", "urn:uuid:p1", "Patient/p1/_history/3"])
def test_the_person_is_known_under_each_form_of_reference(reference):
    assert read(weight(70, subject={"reference": reference})).readings


def test_the_same_value_at_the_same_moment_counts_once():
    found = read(weight(70), weight(70.0), weight(70, effectiveDateTime="2026-03-04T10:30:00+01:00"))
    assert only_value(found, "weight") == "70.0"
    assert left_out(found) == {"the same value again": 2}


def test_the_newest_value_of_a_day_comes_last_whatever_the_zone():
    late = weight(72, effectiveDateTime="2026-03-04T09:00:00-05:00")
    early = weight(71, effectiveDateTime="2026-03-04T13:00:00+00:00")
    assert [r.value for r in read(late, early).readings] == ["71.0", "72.0"]


def pressure(upper, lower):
    parts = [
        {"code": {"coding": [{"system": LOINC, "code": code}]}, "valueQuantity": {"value": v, "unit": "mmHg"}}
        for code, v in (("8480-6", upper), ("8462-4", lower))
    ]
    whole = observation("85354-9", 0, component=parts)
    del whole["valueQuantity"]
    return whole


def test_blood_pressure_comes_from_its_components():
    found = read(pressure(142, 91))
    assert (only_value(found, "systolic"), only_value(found, "diastolic")) == ("142", "91")
    assert found.left_out == ()


def test_a_swapped_blood_pressure_is_left_out_whole():
    found = read(pressure(91, 142))
    assert found.readings == ()
    assert left_out(found) == {"not a plausible value": 2}


def test_a_glucose_that_does_not_say_fasting_is_kept_with_that_remark():
    (row,) = read(observation("2345-7", 100, "mg/dL")).readings
    assert (row.series, row.value) == ("random_glucose", "5.6")
    assert "fasting not stated" in row.source


def smoking(code, **more):
    return observation(
        "72166-2", 0, valueCodeableConcept={"coding": [{"system": SNOMED, "code": code}]}, **more
    )


@pytest.mark.parametrize(
    ("code", "status"),
    [("266919005", Smoking.NEVER), ("8517006", Smoking.EX), ("77176002", Smoking.CURRENT)],
)
def test_smoking_becomes_the_word_of_our_own_question(code, status):
    asked = smoking(code)
    del asked["valueQuantity"]
    itself = coded("Observation", code, status="final", effectiveDateTime="2026-03-04")
    assert only_value(read(asked), "smoking") == status.value
    assert only_value(read(itself), "smoking") == status.value


def test_a_finding_that_is_denied_is_not_taken():
    itself = coded(
        "Observation", "77176002", status="final", effectiveDateTime="2026-03-04", valueBoolean=False
    )
    assert why(itself) == "an answer that we do not know"


def test_an_unknown_smoking_answer_is_left_out():
    asked = smoking("266927001")
    del asked["valueQuantity"]
    assert why(asked) == "an answer that we do not know"


def points(code, value):
    row = observation(code, 0, "{score}", SNOMED, valueInteger=value)
    del row["valueQuantity"]
    return row


def test_dialog_is_read_by_its_code():
    found = read(points("1037651000000100", 2), points("1037711000000105", 7))
    assert only_value(found, "dialog.mental_health") == "2"
    assert only_value(found, "dialog.partner_family") == "7"


@pytest.mark.parametrize("value", [0, 8, -1])
def test_a_dialog_rating_off_the_scale_is_left_out(value):
    assert why(points("1037651000000100", value)) == "not a plausible value"


def test_a_rating_between_two_numbers_is_left_out():
    assert why(observation("1037651000000100", 3.5, "{score}", SNOMED)) == "not a plausible value"


def test_the_sum_of_audit_c_is_taken():
    assert only_value(read(points("763256006", 7)), "audit_c") == "7"


def test_every_known_code_feeds_a_series_that_is_asked_or_charted():
    from app.exchange.fhir.codes import Reads, observations

    for kept in observations().values():
        assert kept.series in numbers() if kept.reads is Reads.QUANTITY else kept.series == "smoking"


@settings(deadline=None)
@given(st.decimals(min_value=30, max_value=250, places=2), st.integers(0, 400))
def test_every_observation_is_either_taken_or_counted(value: Decimal, days: int):
    day = date.fromordinal(TODAY.toordinal() - days).isoformat()
    rows = [
        observation(PULSE, float(value), "/min", effectiveDateTime=day),
        observation(HBA1C, float(value), "%", effectiveDateTime=day),
        weight(float(value), effectiveDateTime=day),
    ]
    found = read_bundle(bundle(patient(), *rows), TODAY)
    assert len(found.readings) + sum(row.count for row in found.left_out) == len(rows)
    assert sum(row.count for row in found.taken) == len(found.readings)


def test_a_value_that_is_not_plausible_is_said_with_its_unit():
    values = [3.38, 3.38, 3.4100001, 2.9, 3.1]
    rows = [observation(HBA1C, value, "%") for value in values]
    for row in rows:
        row["code"]["text"] = "Hemoglobin A1c"
    (left,) = read(*rows).left_out
    assert (left.reason, left.count) == ("not a plausible value", 5)
    assert left.examples == ("Hemoglobin A1c: 3.38 %, 3.41 %, 2.9 % and others",)


def test_a_value_too_long_to_show_is_left_out_without_it():
    (left,) = read(weight(10**4000)).left_out
    assert left.examples == (WEIGHT,)


def test_both_values_of_a_swapped_blood_pressure_are_said():
    said = [example for row in read(pressure(91, 142)).left_out for example in row.examples]
    assert [words.split(": ")[1] for words in said] == ["91 mmHg", "142 mmHg"]


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_moment_at_the_very_end_of_the_calendar_breaks_nothing(moment):
    assert read(patient(), weight(84.6, effectiveDateTime=moment)).person is not None
