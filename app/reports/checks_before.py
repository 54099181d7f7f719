"""The checks that nobody did today, as the record has them: the latest value that is young enough to use."""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from app.consultation.answers import Known, Unknown, WhyNot
from app.consultation.history import Reading
from app.consultation.known import on_record
from app.consultation.physical_checks.freshness import FRESHNESS, usable_months
from app.consultation.physical_checks.record import BloodPressure, PhysicalChecks, Smoking
from app.consultation.pressures import drawn_pressures
from app.consultation.questions import Kind, questions
from app.consultation.visit import Visit
from app.reports.meanings import pressure_rank
from app.reports.which_checks import rows
from app.rules.dates import months_before

# Nobody but the person can say these.
TOLD_ONLY = ("smoking", "drinking_days")
BOTH = 2


def with_what_is_known(record: PhysicalChecks, visit: Visit) -> PhysicalChecks:
    """The record with the latest usable value of each check that has none of today."""
    known: dict[str, Known[object]] = {}
    for check in rows():
        before = _before(check, visit) if _may_stand(check, getattr(record, check)) else None
        if before is not None:
            known[check] = before
    return msgspec.structs.replace(record, **known)


def _may_stand(check: str, today: object) -> bool:
    """Not over an answer of today, and not where the person would rather not tell today."""
    if isinstance(today, Unknown) and check in TOLD_ONLY:
        return today.reason not in (WhyNot.DECLINED, WhyNot.RATHER_NOT_SAY)
    return not isinstance(today, Known)


def _before(check: str, visit: Visit) -> Known[object] | None:
    if check == "blood_pressure":
        return _pressure(visit)
    question = questions(PhysicalChecks)[check]
    reading = _usable(question.series, check, visit) if question.series else None
    if reading is None:
        return None
    if check == "smoking":
        words = {each.value: each for each in Smoking}
        return _known(words[reading.value], reading) if reading.value in words else None
    is_number = question.kind is Kind.NUMBER and reading.number is not None
    return _known(reading.number, reading) if is_number else None


def _pressure(visit: Visit) -> Known[tuple[BloodPressure, ...]] | None:
    """The latest two numbers that were kept together; a number alone is no pressure."""
    return next(_pressures(visit), None)


def worse_before(kept: BloodPressure, visit: Visit) -> Known[tuple[BloodPressure, ...]] | None:
    """The latest earlier pressure that is young enough to use and in a worse range than this one."""
    return next(
        (each for each in _pressures(visit) if pressure_rank(each.value[0]) > pressure_rank(kept)), None
    )


def _pressures(visit: Visit) -> Iterator[Known[tuple[BloodPressure, ...]]]:
    """Those that are young enough to use, the latest first."""
    earliest = months_before(visit.today, usable_months("blood_pressure"))
    for figure in reversed(drawn_pressures(visit.history)):
        sides = [int(side) for side in (figure.value, figure.lower) if side is not None and side == int(side)]
        if earliest <= figure.on <= visit.today and len(sides) == BOTH:
            yield Known((BloodPressure(*sides),), figure.how, figure.on, source=figure.source)


def alcohol_before(record: PhysicalChecks, visit: Visit) -> Reading | None:
    """AUDIT-C's sum of an earlier visit: its three answers are not kept apart."""
    may_stand = _may_stand("drinking_days", record.drinking_days)
    return _usable("audit_c", "audit_c", visit) if may_stand else None


def _usable(series: str, check: str, visit: Visit) -> Reading | None:
    """What the table of measures lets a rule use; what is only ever of today stands in no table."""
    if check not in FRESHNESS:
        return None
    found = on_record(visit, series, usable_months(check))
    return found if isinstance(found, Reading) else None


def _known(value: Decimal | Smoking | None, reading: Reading) -> Known[object]:
    return Known(value, reading.how, reading.taken_on, source=reading.source)
