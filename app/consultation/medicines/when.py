"""When a medicines question matters."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.consultation.medicines.record import Medicines
    from app.consultation.visit import Visit

FOR_THE_MIND = frozenset({"antipsychotic", "antidepressant", "mood stabiliser"})
RAISES_PRESSURE = frozenset({"stimulant", "adhd medicine"})
SIGN_CLASSES = FOR_THE_MIND | {"diuretic"}
SIGN_TAGS = frozenset({"dopamine_blocking", "serotonergic", "anticholinergic", "qt"})
RAISES_PROLACTIN = frozenset({"prolactin_high", "prolactin_medium"})


def takes_any(record: "Medicines", _visit: "Visit") -> bool:
    """At least one medicine is taken."""
    return any(row.still_taken for row in record.rows)


def takes_clozapine(record: "Medicines", _visit: "Visit") -> bool:
    """Clozapine is on the list: bowels are asked at every visit."""
    return any(row.still_taken and row.ingredient == "clozapine" for row in record.rows)


def signs_matter(_record: "Medicines", visit: "Visit") -> bool:
    """A medicine for the mind, or one that acts as these do."""
    return any(SIGN_CLASSES & item.classes or SIGN_TAGS & item.tags for item in visit.medicines_taken)


def change_matters(record: "Medicines", visit: "Visit") -> bool:
    """As for the signs; also one for attention, which can raise the blood pressure."""
    return signs_matter(record, visit) or any(
        RAISES_PRESSURE & item.classes for item in visit.medicines_taken
    )


def takes_olanzapine_depot(_record: "Medicines", visit: "Visit") -> bool:
    """The olanzapine depot, which is watched for three hours."""
    return any(item.ingredient == "olanzapine" and item.form == "depot" for item in visit.medicines_taken)


def prolactin_may_rise(_record: "Medicines", visit: "Visit") -> bool:
    """A medicine that raises prolactin."""
    return any(RAISES_PROLACTIN & item.tags for item in visit.medicines_taken)


def takes_antipsychotic(_record: "Medicines", visit: "Visit") -> bool:
    """Any antipsychotic."""
    return any("antipsychotic" in item.classes for item in visit.medicines_taken)


def takes_depot_antipsychotic(_record: "Medicines", visit: "Visit") -> bool:
    """An antipsychotic that is injected as a depot."""
    return any("antipsychotic" in item.classes and item.form == "depot" for item in visit.medicines_taken)


def takes_two_antipsychotics(_record: "Medicines", visit: "Visit") -> bool:
    """Two different ones; beside clozapine a second one has a reason of its own."""
    found = {item.ingredient for item in visit.medicines_taken if "antipsychotic" in item.classes}
    return len(found) > 1 and "clozapine" not in found
