"""Which scale a fact is read on: to say its band in words, and to see whether it moved to a worse one."""

from decimal import Decimal

from app.rules.bands import (
    AUDIT_C,
    BMI_GENERAL,
    BMI_LOWER_THRESHOLD,
    CARER_STRAIN,
    DIASTOLIC,
    FASTING_GLUCOSE,
    HBA1C,
    SYSTOLIC,
    TOTAL_CHOLESTEROL,
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
}


def rank_of(fact: str, value: FactValue | None) -> int:
    """The place of the value's band on its scale, 0 where it has none; higher is worse on all of these.

    BMI counts the bands of both scales, so that a step up on either shows.
    """
    if not isinstance(value, Decimal) or fact not in SCALES:
        return 0
    if fact == "bmi":
        return BMI_GENERAL.rank(value) + BMI_LOWER_THRESHOLD.rank(value)
    return SCALES[fact].rank(value)


def band_words(fact: str, value: Decimal) -> str:
    """The range the value lies in: '140 to 159 band', 'under 6.1'; never a word about the person."""
    return range_words(SCALES[fact].band(value)) if fact in SCALES else ""


def range_words(band: Band) -> str:
    """A band by its ends."""
    is_open = band.begins <= 0 or band.ends_before is None
    return band.range_in_words if is_open else f"{band.range_in_words} band"
