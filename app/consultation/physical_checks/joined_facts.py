"""What the physical checks can say only with what another section was told."""

from collections.abc import Mapping

from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.weight_facts import weight_on_medicines
from app.consultation.visit import Visit
from app.rules.facts import Fact


def joined(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """Facts of body and medicine together."""
    return weight_on_medicines(record, visit)
