"""The usual slips of unit: a figure that was measured in another one."""

from collections.abc import Callable
from decimal import Decimal

from app.rules.units import (
    KG_A_POUND,
    POUNDS_A_STONE,
    Analyte,
    Converted,
    celsius_from_fahrenheit,
    cm_from_inches,
    divided,
    hba1c_from_percent,
    molar_from_mg_dl,
    prolactin_from_ng_ml,
    rounded,
)
from app.views.form.number_entry import Slip

PERCENT_UNDER = 20
METRES_UNDER = 3


def _hba1c(typed: Decimal) -> Converted | None:
    return hba1c_from_percent(typed) if typed < PERCENT_UNDER else None


def _weight(typed: Decimal) -> Converted | None:
    kg = rounded(typed * POUNDS_A_STONE * KG_A_POUND, 1)
    words = f"{typed} st x {POUNDS_A_STONE} lb x {KG_A_POUND} = {kg} kg"
    return Converted(kg, "kg", words)


def _height(typed: Decimal) -> Converted | None:
    if typed >= METRES_UNDER:
        return None
    cm = rounded(typed * 100, 1)
    return Converted(cm, "cm", f"{typed} m x 100 = {cm} cm")


def _molar(analyte: Analyte, places: int = 1) -> Callable[[Decimal], Converted | None]:
    return lambda typed: molar_from_mg_dl(analyte, typed, places)


def _smaller(by: Decimal, unit: str, to: str, places: int = 2) -> Callable[[Decimal], Converted | None]:
    return lambda typed: divided(typed, by, (unit, to), places)


PER_MM3 = "Is this in cells per mm3?"
MG_DL = "Is this in mg/dL?"
SLIPS = {
    "hba1c": Slip("Is this in %?", _hba1c),
    "weight": Slip("Is this in stones?", _weight),
    "height": Slip("Is this in metres?", _height),
    "waist": Slip("Is this in inches?", cm_from_inches),
    "fasting_glucose": Slip(MG_DL, _molar(Analyte.GLUCOSE)),
    "random_glucose": Slip(MG_DL, _molar(Analyte.GLUCOSE)),
    "total_cholesterol": Slip(MG_DL, _molar(Analyte.CHOLESTEROL)),
    "temperature": Slip("Is this in Fahrenheit?", celsius_from_fahrenheit),
    "white_cells": Slip(PER_MM3, _smaller(Decimal(1000), "cells/mm3", "x10^9/L")),
    "neutrophils": Slip(PER_MM3, _smaller(Decimal(1000), "cells/mm3", "x10^9/L")),
    "clozapine_level": Slip("Is this in micrograms a litre?", _smaller(Decimal(1000), "ug/L", "mg/L")),
    "acr": Slip("Is this in mg/g?", _smaller(Decimal("8.84"), "mg/g", "mg/mmol", 1)),
    "adjusted_calcium": Slip(MG_DL, _molar(Analyte.CALCIUM, 2)),
    "prolactin": Slip("Is this in ng/mL or micrograms a litre?", prolactin_from_ng_ml),
    "hdl": Slip(MG_DL, _molar(Analyte.CHOLESTEROL, 2)),
    "triglycerides": Slip(MG_DL, _molar(Analyte.TRIGLYCERIDES)),
}
