"""When a question about weight matters."""

from decimal import Decimal
from typing import TYPE_CHECKING

from app.consultation.physical_checks.when import reaches

if TYPE_CHECKING:
    from app.consultation.physical_checks.record import PhysicalChecks
    from app.consultation.visit import Visit

OBESE, OBESE_LOWER = Decimal("30.0"), Decimal("27.5")
LOSS_ASKED = Decimal("5.0")


def weight_help_could_be_offered(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """The BMI reaches the figure of the offer, the lower one where it counts."""
    is_lower = visit.is_so("has_lower_bmi_threshold_background")
    return reaches(visit, "bmi", OBESE_LOWER if is_lower else OBESE)


def weight_was_lost(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Five in a hundred or more within six months."""
    return reaches(visit, "weight_loss", LOSS_ASKED)
