"""When a medicines question matters."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.consultation.medicines.record import Medicines
    from app.consultation.visit import Visit


def takes_any(record: "Medicines", _visit: "Visit") -> bool:
    """At least one medicine is taken."""
    return any(row.still_taken for row in record.rows)


def takes_clozapine(record: "Medicines", _visit: "Visit") -> bool:
    """Clozapine is on the list: bowels are asked at every visit."""
    return any(row.still_taken and row.ingredient == "clozapine" for row in record.rows)
