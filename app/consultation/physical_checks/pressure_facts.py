"""Blood pressure on two days, for whoever takes a medicine for it."""

from decimal import Decimal

from app.consultation.person import age_on
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.dates import months_before
from app.rules.facts import Fact, Missing, Reason

EARLIER_MONTHS = 12
TARGET, TARGET_FROM_80, OLD_FROM = 140, 150, 80
"""NICE NG136 1.4 (K): under 140, from 80 years on under 150."""


def is_over_on_two_days(systolic: Fact, visit: Visit) -> Fact:
    """The newest usable one, and that of the last day before, within a year; one under target is a no."""
    if isinstance(systolic, Missing) or not isinstance(systolic.value, Decimal) or systolic.on is None:
        return systolic if isinstance(systolic, Missing) else Missing(Reason.NOT_KNOWN)
    target = TARGET_FROM_80 if age_on(visit.person.birth_date, visit.today) >= OLD_FROM else TARGET
    first = months_before(systolic.on, EARLIER_MONTHS)
    earlier = [
        reading.number
        for reading in visit.history.series("systolic")
        if first <= reading.taken_on < systolic.on and reading.number is not None
    ]
    if not earlier and systolic.value >= target:
        return Missing(Reason.NOT_KNOWN, "no reading of another day in the year before")
    is_over = systolic.value >= target and earlier[-1] >= target
    return rules.Known(is_over, systolic.on, systolic.source)
