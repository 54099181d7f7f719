from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.units import (
    Analyte,
    celsius_from_fahrenheit,
    cm_from_feet,
    cm_from_inches,
    divided,
    hba1c_from_percent,
    kg_from_pounds,
    kg_from_stones,
    molar_from_mg_dl,
    prolactin_from_ng_ml,
    rounded,
    spelling,
    stones_from_kg,
)


@pytest.mark.parametrize(("percent", "mmol_mol"), [("6.0", 42), ("6.5", 48), ("7.0", 53), ("9.0", 75)])
def test_hba1c_agrees_with_the_published_pairs(percent: str, mmol_mol: int):
    assert hba1c_from_percent(Decimal(percent)).value == mmol_mol


def test_the_sum_is_spelled_out():
    assert hba1c_from_percent(Decimal("6.5")).sum_in_words == "(6.5 % - 2.152) / 0.09148 = 48 mmol/mol"
    assert kg_from_stones(11, Decimal(6)).sum_in_words == "11 st 6 lb = 160 lb; 160 lb x 0.45359237 = 72.6 kg"


@given(st.decimals(4, 15, places=1))
def test_the_evidence_tables_rounded_sum_gives_the_same_whole_number(percent: Decimal):
    rough = rounded((percent - Decimal("2.15")) * Decimal("10.929"), 0)
    assert hba1c_from_percent(percent).value == rough


@pytest.mark.parametrize(
    ("analyte", "mg_dl", "mmol_l"),
    [
        (Analyte.GLUCOSE, 126, "7.0"),
        (Analyte.GLUCOSE, 200, "11.1"),
        (Analyte.CHOLESTEROL, 200, "5.2"),
        (Analyte.TRIGLYCERIDES, 150, "1.7"),
    ],
)
def test_blood_levels_agree_with_the_pairs_that_clinics_know(analyte: Analyte, mg_dl: int, mmol_l: str):
    assert molar_from_mg_dl(analyte, Decimal(mg_dl)).value == Decimal(mmol_l)


def test_lengths_and_weights():
    assert kg_from_pounds(Decimal(220)).value == Decimal("99.8")
    assert cm_from_inches(Decimal(40)).value == Decimal("101.6")
    assert cm_from_feet(5, Decimal(7)).value == Decimal("170.2")
    assert stones_from_kg(Decimal("72.6")).sum_in_words.endswith("11 st 6 lb")


def test_temperature_and_levels_in_a_smaller_unit_say_their_sum():
    assert celsius_from_fahrenheit(Decimal("98.6")).value == Decimal("37.0")
    level = divided(Decimal(350), Decimal(1000), ("ug/L", "mg/L"), 2)
    assert level.sum_in_words == "350 ug/L / 1000 = 0.35 mg/L"
    assert prolactin_from_ng_ml(Decimal(50)).value == Decimal(1060)
    assert molar_from_mg_dl(Analyte.CALCIUM, Decimal(10), 2).value == Decimal("2.50")


def test_one_unit_has_one_spelling():
    assert spelling("kg/m²") == spelling(" kg/m^2 ") == "kg/m2"
    assert spelling("furlong") == "furlong"
