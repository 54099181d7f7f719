"""What the heart tracing says: the QTc as reported, what it was before, and where the limits for it part."""

from collections.abc import Mapping
from decimal import Decimal

from app.consultation import known
from app.consultation.answers import Known
from app.consultation.physical_checks.freshness import usable_months
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.result_facts import seen_now
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact, Missing, Reason

QTC_MEN, QTC_WOMEN = Decimal(440), Decimal(470)
"""From here on too long: Maudsley bands through S23 (V2)."""
PROLACTIN_MEN, PROLACTIN_WOMEN = Decimal(411), Decimal(561)
"""From here on raised: over 410 and over 560, the limits of one trust (S26)."""


def rhythm_facts(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """The QTc first seen at this visit, its rise."""
    return {
        "qtc": known.number(record.qtc, visit, "qtc", usable_months("qtc")),
        "new_qtc": seen_now(record.qtc, visit, usable_months("qtc")),
        "qtc_rise": _rise(record, visit),
        "new_potassium": seen_now(record.potassium, visit, usable_months("potassium")),
    }


def over_limits(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """QTc and prolactin against limits that differ for men and women."""
    qtc = known.number(record.qtc, visit, "qtc", usable_months("qtc"))
    prolactin = known.number(record.prolactin, visit, "prolactin", usable_months("prolactin"))
    return {
        "qtc_over_limit": over(qtc, visit, for_women=QTC_WOMEN, for_men=QTC_MEN),
        "prolactin_over_limit": over(prolactin, visit, for_women=PROLACTIN_WOMEN, for_men=PROLACTIN_MEN),
    }


def over(fact: Fact, visit: Visit, *, for_women: Decimal, for_men: Decimal) -> Fact:
    """Over for anybody, over for nobody, or between: then it goes by the organs, where they were told."""
    if isinstance(fact, Missing) or not isinstance(fact.value, Decimal):
        return fact
    if fact.value < for_men or fact.value >= for_women:
        return rules.Known(fact.value >= for_women, fact.on, fact.source)
    prostate = visit.facts.get("prostate_present")
    if not isinstance(prostate, rules.Known):
        return Missing(Reason.NOT_KNOWN, "it lies between the limits for men and for women")
    return rules.Known(prostate.value, fact.on, fact.source)


def _rise(record: PhysicalChecks, visit: Visit) -> Fact:
    """By how much it is longer than the one before; a shorter one has not risen."""
    said, before = record.qtc, visit.history.last("qtc", visit.today)
    if not isinstance(said, Known):
        return known.missing(said)
    if before is None or before.number is None or before.taken_on >= said.taken_on:
        return Missing(Reason.NOT_KNOWN, "there is none from before")
    rise = max(Decimal(0), said.value - before.number)
    return rules.Known(rise, said.taken_on, known.source_of(said))
