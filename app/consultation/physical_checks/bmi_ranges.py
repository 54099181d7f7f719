"""On which scale a BMI is read, and its range in words: both where nobody knows which scale holds."""

from decimal import Decimal

from app.consultation.bands import range_words
from app.consultation.physical_checks.facts import lower_threshold_fact
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.bands import BMI_GENERAL, BMI_LOWER_THRESHOLD, Scale


def bmi_scale(record: PhysicalChecks, visit: Visit) -> Scale | None:
    """The scale of the person's family background; None where that is not known."""
    is_lower = lower_threshold_fact(record, visit)
    if not isinstance(is_lower, rules.Known):
        return None
    return BMI_LOWER_THRESHOLD if is_lower.value else BMI_GENERAL


def bmi_range_words(value: Decimal, scale: Scale | None) -> str:
    """The range on the person's scale; without one, the ranges on both."""
    if scale is not None:
        return range_words(scale.band(value))
    general, other = (range_words(each.band(value)) for each in (BMI_GENERAL, BMI_LOWER_THRESHOLD))
    return general if general == other else f"{general} or {other}, by family background"
