"""What medicines come to together: counted by kind, and a "no" only from a list that is surely whole."""

from collections.abc import Callable, Iterable

from app.rules import facts as rules
from app.rules.facts import Fact, MedicineFact, MedicineList, Missing, Reason

SEDATIVES = ({"opioid"}, {"benzodiazepine", "z-drug"}, {"gabapentinoid"})
"""Three kinds that press breathing down together (MHRA 2026, V S54); benzodiazepines and z-drugs are one."""
TOGETHER = 2


def combination_facts(listed: Fact) -> dict[str, Fact]:
    """The facts about medicines taken together."""
    return {
        "sedatives_together": _told_of(listed, sedatives_together),
        "another_qt_medicine": _told_of(listed, another_qt_medicine),
    }


def sedatives_together(items: Iterable[MedicineFact]) -> bool:
    """Two or more of: an opioid, a benzodiazepine or z-drug, a gabapentinoid."""
    taken = tuple(items)
    return sum(any(kind & item.classes for item in taken) for kind in SEDATIVES) >= TOGETHER


def another_qt_medicine(items: Iterable[MedicineFact]) -> bool:
    """A medicine that can lengthen QT beside an antipsychotic, whether or not that one does too."""
    taken = tuple(items)
    antipsychotics = {item.ingredient for item in taken if "antipsychotic" in item.classes}
    lengthening = {item.ingredient for item in taken if "qt" in item.tags}
    return any(one != other for one in antipsychotics for other in lengthening)


def _told_of(listed: Fact, holds: Callable[[Iterable[MedicineFact]], bool]) -> Fact:
    if isinstance(listed, Missing) or not isinstance(listed.value, MedicineList):
        return rules.NOT_ASKED
    medicines = listed.value
    if holds(medicines.items):
        return rules.Known(True, listed.on, listed.source)
    if medicines.settles_absence:
        return rules.Known(False, listed.on, listed.source)
    return Missing(Reason.NOT_CONFIRMED)
