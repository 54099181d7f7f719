"""When a question about weight or blood pressure medicines matters."""

from decimal import Decimal
from typing import TYPE_CHECKING

from app.consultation.physical_checks.when import is_so, medicines_taken, number_of, reaches

if TYPE_CHECKING:
    from app.consultation.physical_checks.record import PhysicalChecks
    from app.consultation.visit import Visit

OBESE, OBESE_LOWER = Decimal("30.0"), Decimal("27.5")
LOSS_ASKED = Decimal("5.0")
OVER_TARGET = 140


def weight_help_could_be_offered(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """The BMI reaches the figure of the offer, the lower one where it counts."""
    is_lower = is_so(visit, "has_lower_bmi_threshold_background")
    return reaches(visit, "bmi", OBESE_LOWER if is_lower else OBESE)


def weight_was_lost(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Five in a hundred or more within six months."""
    return reaches(visit, "weight_loss", LOSS_ASKED)


def is_over_target_on_treatment(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """On a medicine for blood pressure, and over the target all the same."""
    upper = number_of(visit, "systolic")
    is_treated = any("antihypertensive" in item.classes for item in medicines_taken(visit))
    return is_treated and upper is not None and upper >= OVER_TARGET
