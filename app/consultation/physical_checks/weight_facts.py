"""What weights say over time: measured ones only, each change with its baseline."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from app.consultation import known
from app.consultation.answers import How, Known
from app.consultation.physical_checks.freshness import usable_months
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.dates import months_before
from app.rules.facts import Fact, MedicineFact, Missing, Reason
from app.rules.units import rounded

USABLE_DAYS = 30
"""How old the newest weight may be for a change to be reasoned with (research 1.1)."""
LOSS_MONTHS, GAIN_MONTHS, NEW_MONTHS, BASELINE_MONTHS = 6, 3, 12, 12
FIRST_MONTH = 1
GAINS_ON = frozenset({"mirtazapine", "valproate"})
PLACES = 1


class Weight(NamedTuple):
    """One measured weight."""

    on: date
    kg: Decimal


Weights = tuple[Weight, ...]


def weights(record: PhysicalChecks, visit: Visit) -> Weights:
    """Every measured weight up to today, the oldest first; one that was only told counts for no change."""
    found = {
        reading.taken_on: reading.number
        for reading in visit.history.series("weight")
        if reading.how is not How.SELF_REPORTED and reading.number and reading.taken_on <= visit.today
    }
    answer = record.weight
    if isinstance(answer, Known) and answer.how is not How.SELF_REPORTED and answer.value > 0:
        found[answer.taken_on] = answer.value
    return tuple(Weight(day, kg) for day, kg in sorted(found.items()))


def weight_facts(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """The change over the last months, whatever is taken."""
    found = weights(record, visit)
    return {
        "weight_loss": _loss(found, record, visit),
        "weight_loss_meant": known.yes_or_no(record.weight_loss_meant),
        "weight_talk_welcome": known.yes_or_no(record.weight_talk_welcome),
        "weight_gain_in_three_months": _gain_in_months(found, record, visit),
    }


def weight_on_medicines(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """The change since a medicine began; `visit.facts` hold the medicines."""
    found = weights(record, visit)
    return {
        "weight_gain_on_new_medicine": _since_start(found, record, visit, first_month=False),
        "weight_gain_in_first_month": _since_start(found, record, visit, first_month=True),
        **_on_olanzapine_or_clozapine(found, record, visit),
    }


def _newest(found: Weights, record: PhysicalChecks, visit: Visit) -> Weight | Missing:
    """The last measured weight, if it is of the last 30 days."""
    if not found:
        answer = record.weight
        return Missing(Reason.NOT_KNOWN) if isinstance(answer, Known) else known.missing(answer)
    if found[-1].on < visit.today - timedelta(days=USABLE_DAYS):
        return Missing(Reason.TOO_OLD, f"last {found[-1].on.isoformat()}")
    return found[-1]


def _within(found: Weights, last: Weight, months: int) -> list[Weight]:
    """The earlier weights of the months before the newest."""
    first = months_before(last.on, months)
    return [w for w in found if first <= w.on < last.on]


def _loss(found: Weights, record: PhysicalChecks, visit: Visit) -> Fact:
    """How much less than the heaviest of six months, in %; a gain is a loss of nought."""
    last = _newest(found, record, visit)
    if isinstance(last, Missing):
        return last
    before = _within(found, last, LOSS_MONTHS)
    if not before:
        return Missing(Reason.NOT_KNOWN, "no measured weight of the six months before")
    return _share(max(w.kg for w in before) - last.kg, max(w.kg for w in before), last)


def _gain_in_months(found: Weights, record: PhysicalChecks, visit: Visit) -> Fact:
    """How much more than the lightest of three months, in kg."""
    last = _newest(found, record, visit)
    if isinstance(last, Missing):
        return last
    before = _within(found, last, GAIN_MONTHS)
    if not before:
        return Missing(Reason.NOT_KNOWN, "no measured weight of the three months before")
    return _fact(max(Decimal(0), last.kg - min(w.kg for w in before)), last)


def _since_start(found: Weights, record: PhysicalChecks, visit: Visit, *, first_month: bool) -> Fact:
    """The greatest gain, in %, since one of the medicines was begun that were begun in the last year."""
    last = _newest(found, record, visit)
    if isinstance(last, Missing):
        return last
    starts = _new_starts(visit.medicines_taken, visit.today)
    gains = [gain for start in starts if (gain := _gain(found, start, last, first_month)) is not None]
    if not gains:
        return Missing(Reason.NOT_KNOWN, "no weight from before the medicine was begun")
    return _fact(max(gains), last)


def _gain(found: Weights, start: date, last: Weight, first_month: bool) -> Decimal | None:
    baseline = _baseline(found, start)
    after = [w for w in found if w.on > start]
    if first_month:
        after = [w for w in after if months_before(w.on, FIRST_MONTH) <= start]
    else:
        after = [w for w in after if w == last]
    if baseline is None or not after:
        return None
    return max(Decimal(0), (max(w.kg for w in after) - baseline.kg) * 100 / baseline.kg)


def _baseline(found: Iterable[Weight], start: date) -> Weight | None:
    """The last weight before the medicine, not the one of the last visit (trap 11)."""
    before = [w for w in found if months_before(start, BASELINE_MONTHS) <= w.on <= start]
    return before[-1] if before else None


def _new_starts(items: Iterable[MedicineFact], today: date) -> list[date]:
    first = months_before(today, NEW_MONTHS)
    meant = (item for item in items if "antipsychotic" in item.classes or item.ingredient in GAINS_ON)
    return [item.started for item in meant if item.started and first <= item.started <= today]


def _on_olanzapine_or_clozapine(found: Weights, record: PhysicalChecks, visit: Visit) -> dict[str, Fact]:
    """Since it was begun, else since the lightest of the last year."""
    names = ("weight_gain_on_olanzapine_or_clozapine", "bmi_rise_on_olanzapine_or_clozapine")
    last = _newest(found, record, visit)
    if isinstance(last, Missing):
        return dict.fromkeys(names, last)
    base = _olanzapine_or_clozapine_base(found, visit, last)
    if base is None:
        return dict.fromkeys(names, Missing(Reason.NOT_KNOWN, "no earlier measured weight"))
    gain = max(Decimal(0), last.kg - base.kg)
    return {names[0]: _share(gain, base.kg, last), names[1]: _bmi_rise(gain, record, visit, last)}


def _olanzapine_or_clozapine_base(found: Weights, visit: Visit, last: Weight) -> Weight | None:
    meant = [item for item in visit.medicines_taken if item.ingredient in ("olanzapine", "clozapine")]
    bases = [base for item in meant if item.started and (base := _baseline(found, item.started))]
    before = bases or _within(found, last, BASELINE_MONTHS)
    return min(before, key=lambda w: w.kg, default=None)


def _bmi_rise(gain: Decimal, record: PhysicalChecks, visit: Visit, last: Weight) -> Fact:
    height = known.number(record.height, visit, "height", usable_months("height"))
    if isinstance(height, Missing):
        return height
    metres = Decimal(str(height.value)) / 100
    return _fact(gain / (metres * metres), last) if metres > 0 else Missing(Reason.NOT_KNOWN)


def _share(change: Decimal, of: Decimal, last: Weight) -> Fact:
    return _fact(max(Decimal(0), change * 100 / of), last)


def _fact(value: Decimal, last: Weight) -> rules.Known:
    return rules.Known(rounded(value, PLACES), last.on, "measured weights")
