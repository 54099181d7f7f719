"""When a question matters: an ordinary visit stays short.

Each predicate looks at the record being written and at the facts gathered so far; figures are those of the
rules that need the answer (see rules/*.toml for their sources).
"""

from decimal import Decimal
from typing import TYPE_CHECKING

from app.consultation.answers import Known
from app.rules.facts import Known as KnownFact
from app.rules.facts import MedicineList

if TYPE_CHECKING:
    from app.consultation.answers import Answer
    from app.consultation.physical_checks.record import BloodPressure, PhysicalChecks
    from app.consultation.visit import Visit

SEVERE_SYSTOLIC, SEVERE_DIASTOLIC = 180, 120
RAISED_SYSTOLIC, RAISED_DIASTOLIC = 140, 90
AUDIT_C_POSITIVE = 5
LOWEST_BMI_ASKED = Decimal("23.0")
DIABETES_RANGE = {"hba1c": Decimal(48), "fasting_glucose": Decimal("7.0"), "random_glucose": Decimal("11.1")}


def _number(visit: "Visit", fact: str) -> Decimal | None:
    found = visit.facts.get(fact)
    if isinstance(found, KnownFact) and isinstance(found.value, Decimal):
        return found.value
    return None


def _is_so(visit: "Visit", fact: str) -> bool:
    found = visit.facts.get(fact)
    return isinstance(found, KnownFact) and found.value is True


def _reaches(visit: "Visit", fact: str, limit: Decimal | int) -> bool:
    value = _number(visit, fact)
    return value is not None and value >= limit


def blood_pressure_is_severe(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Any reading of this visit is 180 or over, or 120 or over; a lower second one spares no question."""
    return _number(visit, "systolic_today") is not None and any_is_severe(record.blood_pressure)


def any_is_severe(pressure: "Answer[tuple[BloodPressure, ...]]") -> bool:
    """Whether any reading that was taken is 180 or over, or 120 or over."""
    return isinstance(pressure, Known) and any(
        reading.systolic >= SEVERE_SYSTOLIC or reading.diastolic >= SEVERE_DIASTOLIC
        for reading in pressure.value
    )


def blood_pressure_is_raised(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """The kept blood pressure is 140 or over, or 90 or over."""
    return _reaches(visit, "systolic", RAISED_SYSTOLIC) or _reaches(visit, "diastolic", RAISED_DIASTOLIC)


def hypertension_is_known(record: "PhysicalChecks", visit: "Visit") -> bool:
    """High blood pressure is known, from the person or the record, and it is raised now."""
    return _is_so(visit, "has_hypertension") and blood_pressure_is_raised(record, visit)


def smokes(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Smokes tobacco now, as told today or as the record has it."""
    return _is_so(visit, "smokes_tobacco")


def has_smoked(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Smokes, used to, or vapes: a change may be recent."""
    if isinstance(record.smoking, Known):
        return record.smoking.value.name != "NEVER"
    reading = visit.history.last("smoking", visit.today)
    return smokes(record, visit) or (reading is not None and reading.value != "Never")


def drinks(record: "PhysicalChecks", _visit: "Visit") -> bool:
    """Drinks alcohol at all: only then do the amounts matter."""
    return isinstance(record.drinking_days, Known) and record.drinking_days.value.name != "NEVER"


def audit_c_is_positive(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """AUDIT-C adds up to five or more."""
    return _reaches(visit, "audit_c", AUDIT_C_POSITIVE)


def glucose_is_high(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Any glucose measure is in the diabetes range."""
    return any(_reaches(visit, fact, limit) for fact, limit in DIABETES_RANGE.items())


def takes_an_antipsychotic(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Any antipsychotic is on the list."""
    found = visit.facts.get("medicines")
    if not isinstance(found, KnownFact) or not isinstance(found.value, MedicineList):
        return False
    return any("antipsychotic" in item.classes for item in found.value.items)


def bmi_prompts_could_show(record: "PhysicalChecks", visit: "Visit") -> bool:
    """The BMI is high enough for a prompt that end of life care would silence."""
    return _reaches(visit, "bmi", LOWEST_BMI_ASKED) and takes_an_antipsychotic(record, visit)
