"""The usual slips of unit, and a weight that changed so much that it is asked about."""

from collections.abc import Callable
from decimal import Decimal

from app.consultation.answers import Known
from app.consultation.days import on_screen
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.words import weight_change_words
from app.consultation.visit import Visit
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
LARGEST_CHANGE_KG = Decimal(7)
LARGEST_CHANGE_SHARE = Decimal("0.10")


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


def weight_doubt(visit: Visit) -> Callable[[Decimal], str]:
    """Asks about a weight over 10 % or over 7 kg away from the last one (docs/decisions.md)."""
    last = visit.history.last("weight")

    def asks(kg: Decimal) -> str:
        if last is None or last.number is None or not _is_large(kg, last.number):
            return ""
        change = kg - last.number
        way = "more" if change > 0 else "less"
        return f"{last.number} kg on {on_screen(last.taken_on)}: this is {abs(change)} kg {way}. Is it right?"

    return asks


def large_change_words(checks: PhysicalChecks, visit: Visit) -> str:
    """The change itself, where it is as large as that: it stays said after nobody answered the question."""
    last, answer = visit.history.last("weight"), checks.weight
    if last is None or last.number is None or not isinstance(answer, Known):
        return ""
    return weight_change_words(checks, visit) if _is_large(answer.value, last.number) else ""


def _is_large(kg: Decimal, before: Decimal) -> bool:
    change = abs(kg - before)
    return change > LARGEST_CHANGE_KG or change > before * LARGEST_CHANGE_SHARE
