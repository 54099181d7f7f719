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
LOWER_NUMBER_LINE = DIASTOLIC.bands[1].begins
"""The bands of a pressure chart are those of the upper number; of the lower one, where its threshold lies."""
PRESSURE_CHART_TOP = (SYSTOLIC.bands[2].begins + SYSTOLIC.bands[3].begins) / 2
"""A pressure chart shows at least half of the second band that worries, whatever was measured."""


def rank_of(fact: str, value: FactValue | None) -> int:
    """How many bands the value lies from the best one of its scale, 0 where it has none; higher is worse.

    BMI counts the bands of both scales, so that a step away on either shows.
    """
    if not isinstance(value, Decimal) or fact not in SCALES:
        return 0
    scales = (BMI_GENERAL, BMI_LOWER_THRESHOLD) if fact == "bmi" else (SCALES[fact],)
    return sum(scale.steps_from_best(scale.band(value)) for scale in scales)


def band_words(fact: str, value: Decimal) -> str:
    """The range the value lies in: 'range 140 to 159', 'under 6.1'; never a word about the person."""
    return range_words(SCALES[fact].band(value)) if fact in SCALES else ""


def range_words(band: Band) -> str:
    """A band by its ends."""
    is_open = band.begins <= 0 or band.ends_before is None
    return band.range_in_words if is_open else f"range {band.range_in_words}"
