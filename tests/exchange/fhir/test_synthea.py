"""Records that nobody here wrote, against figures worked out from the raw file without our code."""

import bz2
import json
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from app.exchange.fhir import read_bundle

SYNTHEA = Path(__file__).parents[2] / "data" / "synthea"
FILES = sorted(SYNTHEA.glob("*.json.bz2"))
AFTER_ALL = date(2026, 11, 22)
UPPER_PRESSURE = "8480-6"
MILAN, PATRIA, DEXTER, LUCAS = "Milan", "Patria", "53eac4c0", "ab5537a3"


def file_of(start):
    (found,) = SYNTHEA.glob(f"{start}*.json.bz2")
    return found


def raw_resources(path):
    return [e["resource"] for e in json.loads(bz2.decompress(path.read_bytes()))["entry"]]


def half_up(value: Fraction, places: int) -> Fraction:
    return Fraction(int(value * 10**places + Fraction(1, 2)), 10**places)


# What each American laboratory code becomes: series, places and the sum on the exact value.
SUMS = {
    "4548-4": ("hba1c", 0, lambda v: (v - Fraction("2.152")) / Fraction("0.09148")),
    "2093-3": ("total_cholesterol", 1, lambda v: v / Fraction("38.67")),
    "2085-9": ("hdl", 2, lambda v: v / Fraction("38.67")),
    "2571-8": ("triglycerides", 1, lambda v: v / Fraction("88.57")),
    "2339-0": ("random_glucose", 1, lambda v: v / Fraction("18.016")),
    "29463-7": ("weight", 1, lambda v: v),
    "8302-2": ("height", 1, lambda v: v),
    "39156-5": ("bmi", 1, lambda v: v),
}


def expected_values(path):
    found = []
    for resource in raw_resources(path):
        if resource["resourceType"] != "Observation":
            continue
        code = resource["code"]["coding"][0]["code"]
        if code in SUMS:
            series, places, convert = SUMS[code]
            exact = convert(Fraction(str(resource["valueQuantity"]["value"])))
            found.append((series, resource["effectiveDateTime"][:10], half_up(exact, places)))
    return Counter(found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:8])
def test_every_measured_value_comes_out_as_the_raw_file_says(path):
    reading = read_bundle(path.read_bytes(), AFTER_ALL)
    series = {name for name, _, _ in SUMS.values()}
    ours = Counter(
        (row.series, row.taken_on.isoformat(), Fraction(row.value))
        for row in reading.readings
        if row.series in series
    )
    assert ours == expected_values(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:8])
def test_nothing_of_the_file_goes_uncounted(path):
    resources = raw_resources(path)
    kinds = Counter(r["resourceType"] for r in resources)
    pressures = sum(UPPER_PRESSURE in json.dumps(r.get("component", [])) for r in resources)
    reading = read_bundle(path.read_bytes(), AFTER_ALL)
    counted = Counter()
    for row in reading.left_out:
        counted[row.what] += row.count
    assert counted["Observation"] + len(reading.readings) == kinds["Observation"] + pressures
    assert (
        counted["MedicationRequest"] + len(reading.medicines) + counted["Medicine"]
        == kinds["MedicationRequest"]
    )
    assert counted["Claim"] == kinds["Claim"]
    assert counted["Encounter"] == kinds["Encounter"]


def test_milan_takes_fluoxetine_and_his_newest_values_are_these():
    reading = read_bundle(file_of(MILAN).read_bytes(), AFTER_ALL)
    assert [m.ingredient for m in reading.medicines] == ["fluoxetine"]
    newest = {row.series: row.newest for row in reading.taken}
    series = list(newest)
    assert series.index("diastolic") == series.index("systolic") + 1, "the two are read together"
    assert newest["hba1c"] == "40 mmol/mol on 05-Sep-2020"  # 5.8 % in the raw file
    assert newest["smoking"] == "Used to on 05-Sep-2020"
    assert {c.label for c in reading.conditions if c.is_active} >= {
        "Major depression disorder",
        "Prediabetes",
    }
    assert all(c.key == "" for c in reading.conditions)


def test_patria_has_diabetes_and_five_allergies():
    reading = read_bundle(file_of(PATRIA).read_bytes(), AFTER_ALL)
    assert [c.key for c in reading.conditions if c.key] == ["diabetes"]
    assert len(reading.allergies) == 5
    assert "Allergy to nut" in reading.allergies
    assert {m.ingredient for m in reading.medicines} >= {"metformin"}


def test_dexter_died_and_that_is_said():
    reading = read_bundle(file_of(DEXTER).read_bytes(), AFTER_ALL)
    assert reading.warnings == ("This person died on 05-Apr-1991.",)
    assert "piperacillin" in reading.medicines[0].name


def test_on_an_earlier_day_the_later_entries_have_not_happened():
    reading = read_bundle(file_of(DEXTER).read_bytes(), date(1990, 1, 1))
    assert reading.warnings == ()
    assert max(row.taken_on for row in reading.readings) <= date(1990, 1, 1)
    assert any(row.reason == "dated in the future" for row in reading.left_out)


def test_names_keep_their_accents():
    assert read_bundle(file_of(LUCAS).read_bytes(), AFTER_ALL).person.family_name == "León820"
