"""When a question about a result matters: who has diabetes, what is high, what is taken."""

from decimal import Decimal
from typing import TYPE_CHECKING

from app.consultation.answers import Known, YesNo
from app.consultation.physical_checks.when import (
    glucose_is_high,
    is_unwell,
    reaches,
    wants_other_results,
)
from app.rules.dates import months_before

if TYPE_CHECKING:
    from app.consultation.physical_checks.record import PhysicalChecks
    from app.consultation.visit import Visit

HIGH_NOW = Decimal("11.1")
NEW_MONTHS = 3
RAISES_SUGAR = frozenset({"antipsychotic", "steroid"})
VERY_HIGH_CHOLESTEROL, VERY_HIGH_TRIGLYCERIDES = Decimal("7.5"), Decimal(20)
LIVER_MEDICINES = ("valproate", "agomelatine", "duloxetine", "carbamazepine")


def diabetes_is_known(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Diabetes is known, from the person or the record."""
    return visit.is_so("has_diabetes")


def meter_could_read_high(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Unwell, or diabetes is known, and no number was read."""
    return visit.number("glucose_today") is None and (
        is_unwell(record, visit) or diabetes_is_known(record, visit)
    )


def glucose_is_high_now(record: "PhysicalChecks", visit: "Visit") -> bool:
    """11.1 or more today, or over what the meter can read."""
    told = record.meter_reads_high
    return reaches(visit, "glucose_today", HIGH_NOW) or (isinstance(told, Known) and told.value is YesNo.YES)


def ketones_matter(record: "PhysicalChecks", visit: "Visit") -> bool:
    """High now; or unwell on a medicine on which ketones come with a sugar that is nearly normal."""
    is_on_sglt2 = any("sglt2 inhibitor" in item.classes for item in visit.medicines_taken)
    return glucose_is_high_now(record, visit) or (is_on_sglt2 and is_unwell(record, visit))


def low_sugars_matter(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """On insulin or a sulfonylurea."""
    return visit.takes("insulin") or any("sulfonylurea" in item.classes for item in visit.medicines_taken)


def high_sugar_signs_matter(record: "PhysicalChecks", visit: "Visit") -> bool:
    """In the diabetes range, or an antipsychotic or a steroid was begun within three months."""
    first = months_before(visit.today, NEW_MONTHS)
    is_new = any(
        item.started is not None and item.started >= first and RAISES_SUGAR & item.classes
        for item in visit.medicines_taken
    )
    return is_new or glucose_is_high(record, visit)


def cholesterol_is_very_high(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Over 7.5: whether it runs in the family matters."""
    value = visit.number("total_cholesterol")
    return value is not None and value > VERY_HIGH_CHOLESTEROL


def triglycerides_are_very_high(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """Over 20: belly pain would be an emergency."""
    value = visit.number("triglycerides")
    return value is not None and value > VERY_HIGH_TRIGLYCERIDES


def alt_matters(record: "PhysicalChecks", visit: "Visit") -> bool:
    """A medicine that can harm the liver, a result that is known, or other results to enter."""
    is_there = visit.takes(*LIVER_MEDICINES) or has_alt(record, visit)
    return is_there or wants_other_results(record, visit)


def has_alt(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """A result is known: the laboratory's own limit says what it means."""
    return visit.number("alt") is not None


def liver_signs_matter(_record: "PhysicalChecks", visit: "Visit") -> bool:
    """A liver test over the laboratory's limit, or a medicine that can harm the liver."""
    share = visit.number("alt_of_limit")
    return visit.takes(*LIVER_MEDICINES) or (share is not None and share > 1)
