"""What clozapine and lithium need of the body: the day of each blood test, and what repeats over time."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise

from app.consultation import known
from app.consultation.answers import How, Known, Unknown, WhyNot
from app.consultation.last_done import NEVER
from app.consultation.physical_checks.blood_facts import newest_of
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.dates import months_before
from app.rules.facts import Fact, Missing, Reason

COUNTS = ("white_cells", "neutrophils")
CHECKS = {
    "last_lithium_level_check": "lithium_level",
    "last_thyroid_check": "tsh",
    "last_calcium_check": "adjusted_calcium",
    "last_weight_check": "weight",
}
FAST_PULSE, EARLIER_MONTHS = Decimal(100), 12
FALLS_IN_A_ROW = 2


def watched_facts(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """The facts of blood tests and of a pulse that lasts."""
    return {
        "last_clozapine_blood_count": _last_count(record, visit),
        **{
            fact: known.last_done((known.day_of(getattr(record, name)),), visit, (name,))
            for fact, name in CHECKS.items()
        },
        "egfr_falling": _egfr_falling(record, visit),
        "fast_pulse_at_two_visits": _fast_pulse_at_two_visits(record, visit),
        "tsh_outside_range": known.yes_or_no(record.tsh_outside_range),
    }


def _last_count(record: PhysicalChecks, visit: Visit) -> Fact:
    """The newest day of a blood count, told or entered; where nobody could say, none was found."""
    answer = record.clozapine_blood_count
    told = answer.value.on if isinstance(answer, Known) else None
    recorded = visit.history.last("clozapine_blood_count", visit.today)
    before = date.fromisoformat(recorded.value) if recorded else None
    days = (told, before, *(known.day_of(getattr(record, name)) for name in COUNTS))
    found = known.last_done(days, visit, COUNTS)
    if isinstance(found, rules.Known) and isinstance(found.value, date):
        return found
    is_unsure = isinstance(answer, Unknown) and answer.reason is WhyNot.NOT_SURE
    if isinstance(answer, Known) or is_unsure:
        return rules.Known(NEVER, visit.day, "nobody could say")
    return found if isinstance(found, rules.Known) else known.missing(answer)


def _egfr_falling(record: PhysicalChecks, visit: Visit) -> Fact:
    """Lower than the one before it, twice in a row."""
    egfr = newest_of("egfr", record, visit)
    if isinstance(egfr, Missing) or not isinstance(egfr.value, Decimal) or egfr.on is None:
        return egfr if isinstance(egfr, Missing) else Missing(Reason.NOT_KNOWN)
    before = [r.number for r in visit.history.series("egfr") if r.taken_on < egfr.on and r.number]
    last = [*before[-FALLS_IN_A_ROW:], egfr.value]
    is_steady = any(later >= earlier for earlier, later in pairwise(last))
    if is_steady or len(last) > FALLS_IN_A_ROW:
        return rules.Known(not is_steady, egfr.on, egfr.source)
    return Missing(Reason.NOT_KNOWN, "fewer than three results of the eGFR")


def _fast_pulse_at_two_visits(record: PhysicalChecks, visit: Visit) -> Fact:
    """Over 100 today, and the last time before that it was counted, within a year."""
    now = known.today_only(record.pulse, visit)
    if isinstance(now, Missing) or not isinstance(now.value, Decimal):
        return now
    first = months_before(visit.day, EARLIER_MONTHS)
    earlier = [
        reading.number
        for reading in visit.history.series("pulse")
        if first <= reading.taken_on < visit.day and reading.how is not How.SELF_REPORTED and reading.number
    ]
    if not earlier and now.value > FAST_PULSE:
        return Missing(Reason.NOT_KNOWN, "no pulse of an earlier visit")
    return rules.Known(now.value > FAST_PULSE and earlier[-1] > FAST_PULSE, now.on, now.source)
