"""Which scale a fact is read on: to say its band in words, and to see whether it moved to a worse one."""

from decimal import Decimal

from app.rules.bands import (
    ACR,
    AUDIT_C,
    AUDIT_TOTAL,
    BMI_GENERAL,
    BMI_LOWER_THRESHOLD,
    BREATHING_RATE,
    CALCIUM,
    CARER_STRAIN,
    CLOZAPINE,
    DIASTOLIC,
    DIASTOLIC_DROP,
    EGFR,
    FASTING_GLUCOSE,
    HBA1C,
    LITHIUM,
    MUST_TOTAL,
    NEUTROPHILS,
    NEWS2_TOTAL,
    OXYGEN,
    POTASSIUM,
    PULSE,
    QRISK3,
    SODIUM,
    SYSTOLIC,
    SYSTOLIC_DROP,
    TEMPERATURE,
    TOTAL_CHOLESTEROL,
    WAIST_TO_HEIGHT,
    WHITE_CELLS,
    Band,
    Scale,
)
from app.rules.facts import FactValue

SCALES: dict[str, Scale] = {
    "systolic": SYSTOLIC,
    "systolic_today": SYSTOLIC,
    "diastolic": DIASTOLIC,
    "diastolic_today": DIASTOLIC,
    "bmi": BMI_GENERAL,
    "hba1c": HBA1C,
    "fasting_glucose": FASTING_GLUCOSE,
    "total_cholesterol": TOTAL_CHOLESTEROL,
    "audit_c": AUDIT_C,
    "carer_strain": CARER_STRAIN,
    "pulse": PULSE,
    "pulse_today": PULSE,
    "respiratory_rate": BREATHING_RATE,
    "respiratory_rate_today": BREATHING_RATE,
    "oxygen": OXYGEN,
    "oxygen_today": OXYGEN,
    "temperature": TEMPERATURE,
    "temperature_today": TEMPERATURE,
    "systolic_drop_today": SYSTOLIC_DROP,
    "diastolic_drop_today": DIASTOLIC_DROP,
    "white_cells": WHITE_CELLS,
    "neutrophils": NEUTROPHILS,
    "lithium_level": LITHIUM,
    "new_lithium_level": LITHIUM,
    "clozapine_level": CLOZAPINE,
    "egfr": EGFR,
    "acr": ACR,
    "sodium": SODIUM,
    "potassium": POTASSIUM,
    "adjusted_calcium": CALCIUM,
    "waist_to_height": WAIST_TO_HEIGHT,
    "news2": NEWS2_TOTAL,
    "news2_today": NEWS2_TOTAL,
    "qrisk3": QRISK3,
    "audit_total": AUDIT_TOTAL,
    "must": MUST_TOTAL,
}
LEAST_WORRYING = {
    "pulse_today": 2,
    "respiratory_rate_today": 2,
    "oxygen_today": 3,
    "temperature_today": 2,
    "white_cells": 2,
    "neutrophils": 2,
    "egfr": 5,
    "sodium": 2,
    "potassium": 2,
}
"""The best band of a scale on which lower is worse, or both ends are."""

BEST_OF_TWO_ENDS = {"bmi": 1}
"""Where the bands of the lower end are counted like those of the upper one by `rank_of`, but drawn apart."""
NEITHER_GOOD_NOR_BAD = frozenset({"lithium_level", "clozapine_level"})
"""A level is read with the medicine, the hours since the dose and the person: its bands have no best one."""
ONE_END_ONLY = frozenset({"sodium", "adjusted_calcium"})
"""Only one end has bands here, and a value may be out of range at the other: none is drawn as best."""


def steps_from_best(fact: str, at: int) -> int | None:
    """How many bands lie between the one at this place and the least worrying; None where none is."""
    if fact in NEITHER_GOOD_NOR_BAD | ONE_END_ONLY:
        return None
    best = BEST_OF_TWO_ENDS.get(fact, LEAST_WORRYING.get(fact, LEAST_WORRYING.get(f"{fact}_today", 0)))
    return abs(at - best)


def rank_of(fact: str, value: FactValue | None) -> int:
    """The place of the value's band on its scale, 0 where it has none; higher is worse.

    BMI counts the bands of both scales, so that a step up on either shows.
    """
    if not isinstance(value, Decimal) or fact not in SCALES:
        return 0
    if fact == "bmi":
        return BMI_GENERAL.rank(value) + BMI_LOWER_THRESHOLD.rank(value)
    return abs(SCALES[fact].rank(value) - LEAST_WORRYING.get(fact, 0))


def band_words(fact: str, value: Decimal) -> str:
    """The range the value lies in: '140 to 159 band', 'under 6.1'; never a word about the person."""
    return range_words(SCALES[fact].band(value)) if fact in SCALES else ""


def range_words(band: Band) -> str:
    """A band by its ends."""
    is_open = band.begins <= 0 or band.ends_before is None
    return band.range_in_words if is_open else f"{band.range_in_words} band"
