"""When a question about something new in the body matters."""

from typing import TYPE_CHECKING

from app.consultation.answers import Known
from app.consultation.physical_checks.signs import EXPLAINED_AWAY

if TYPE_CHECKING:
    from app.consultation.physical_checks.record import PhysicalChecks
    from app.consultation.visit import Visit


def something_is_new(record: "PhysicalChecks", _visit: "Visit") -> bool:
    """Something new was ticked."""
    return isinstance(record.new_symptoms, Known) and bool(record.new_symptoms.value)


def is_explained_away(record: "PhysicalChecks", visit: "Visit") -> bool:
    """It was put down to the illness, to anxiety or to weight."""
    said = record.symptom_put_down_to
    return (
        something_is_new(record, visit)
        and isinstance(said, Known)
        and not EXPLAINED_AWAY.isdisjoint(said.value)
    )
