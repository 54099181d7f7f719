"""When a question about monitoring matters: of who takes what is monitored, yearly where that will do."""

from datetime import date
from typing import TYPE_CHECKING

from app.consultation import known
from app.consultation.answers import Known, Unknown, WhyNot
from app.consultation.history import Reading
from app.consultation.physical_checks.freshness import GRACE
from app.consultation.physical_checks.when import takes_an_antipsychotic
from app.rules.dates import months_before
from app.rules.facts import Known as KnownFact
from app.rules.facts import Never

if TYPE_CHECKING:
    from app.consultation.physical_checks.record import PhysicalChecks
    from app.consultation.visit import Visit

ONCE_A_YEAR_MONTHS = 12
ECG_BY_LICENCE = ("haloperidol", "pimozide")
ECG_COUNTS_MONTHS = 60
"""How long an ECG counts for who has a heart reason (docs/decisions.md, to confirm)."""


def is_monitored(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Takes an antipsychotic or a mood stabiliser."""
    return takes_an_antipsychotic(record, visit) or any(
        "mood stabiliser" in item.classes for item in visit.medicines_taken
    )


def register_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Monitored, and nobody said within a year that the person is on the register."""
    said = known.on_record(visit, "smi_register", ONCE_A_YEAR_MONTHS)
    is_on_it = isinstance(said, Reading) and said.value == "Yes"
    return is_monitored(record, visit) and not is_on_it


def owner_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """On an antipsychotic, and nobody said within a year who has the tests in hand."""
    said = known.on_record(visit, "tests_owner", ONCE_A_YEAR_MONTHS)
    return takes_an_antipsychotic(record, visit) and not isinstance(said, Reading)


def ecg_reasons_matter(record: "PhysicalChecks", visit: "Visit") -> bool:
    """On an antipsychotic, and the record shows no ECG that still counts."""
    before = known.on_record(visit, "ecg", ECG_COUNTS_MONTHS)
    return takes_an_antipsychotic(record, visit) and not isinstance(before, Reading)


def ecg_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """An antipsychotic whose licence asks for an ECG, or one beside a medicine or a reason that does."""
    is_asked_for = visit.takes(*ECG_BY_LICENCE) or any(
        visit.is_so(fact) for fact in ("heart_reason_for_ecg", "another_qt_medicine")
    )
    return takes_an_antipsychotic(record, visit) and is_asked_for


def blood_tests_are_missing(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Glucose or lipids are surely overdue."""
    return any(_is_overdue(visit, f"last_{check}_check") for check in ("glucose", "lipids"))


def blood_was_declined(record: "PhysicalChecks") -> bool:
    """HbA1c or cholesterol was declined at this visit."""
    asked = (record.hba1c, record.total_cholesterol)
    return any(isinstance(each, Unknown) and each.reason is WhyNot.DECLINED for each in asked)


def hba1c_is_used(record: "PhysicalChecks", _visit: "Visit") -> bool:
    """An HbA1c was entered at this visit."""
    return isinstance(record.hba1c, Known)


def _is_overdue(visit: "Visit", fact: str) -> bool:
    found = visit.facts.get(fact)
    if not isinstance(found, KnownFact):
        return False
    if isinstance(found.value, Never):
        return True
    due = months_before(visit.today, ONCE_A_YEAR_MONTHS) - GRACE
    return isinstance(found.value, date) and found.value < due
