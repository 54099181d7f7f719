"""When a question about the heart's rhythm matters: several medicines that act on it, or one and a sign."""

from typing import TYPE_CHECKING

from app.consultation.physical_checks.when import wants_other_results

if TYPE_CHECKING:
    from app.consultation.physical_checks.record import PhysicalChecks
    from app.consultation.visit import Visit

ECG_MEDICINES = ("pimozide", "methadone")
RHYTHM_SIGNS = ("heart_noticed", "fit_or_blackout", "fainted_or_hurt")


def potassium_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """On lithium, on two medicines that act on the rhythm, or on one with a sign; or results are entered."""
    count = _on_rhythm(visit)
    has_sign = any(visit.is_so(sign) for sign in RHYTHM_SIGNS)
    is_needed = visit.takes("lithium") or count > 1 or (count == 1 and has_sign)
    return is_needed or wants_other_results(record, visit)


def ecg_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """On two medicines that act on the rhythm, or on one that needs a tracing by itself."""
    is_needed = _on_rhythm(visit) > 1 or visit.takes(*ECG_MEDICINES)
    return is_needed or wants_other_results(record, visit)


def _on_rhythm(visit: "Visit") -> int:
    return len({item.ingredient for item in visit.medicines_taken if "qt" in item.tags})
