"""What the physical checks can say only with what another section was told."""

from collections.abc import Mapping
from decimal import Decimal

from app.consultation.physical_checks.blood_facts import newest_of
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.rhythm_facts import over, over_limits
from app.consultation.physical_checks.weight_facts import weight_on_medicines
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact, Missing

HDL_LOW_MEN, HDL_LOW_WOMEN = Decimal("1.03"), Decimal("1.29")
"""Metabolic syndrome, joint definition of 2009 (V)."""


def joined(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """Facts of body and medicine, and of body and organs, together."""
    return {
        **weight_on_medicines(record, visit),
        "hdl_low": hdl_low(record, visit),
        **over_limits(record, visit),
    }


def hdl_low(record: PhysicalChecks, visit: Visit) -> Fact:
    """Low for anybody, low for nobody, or between: then it goes by the organs, where they were told."""
    found = over(newest_of("hdl", record, visit), visit, for_women=HDL_LOW_WOMEN, for_men=HDL_LOW_MEN)
    return found if isinstance(found, Missing) else rules.Known(not found.value, found.on, found.source)
