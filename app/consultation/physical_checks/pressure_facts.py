"""What the blood pressure says: the reading that counts, the highest in danger, and that of two days."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from app.consultation import known
from app.consultation.answers import Answer, Known
from app.consultation.last_done import last_told
from app.consultation.person import age_on
from app.consultation.physical_checks.freshness import usable_months
from app.consultation.physical_checks.record import BloodPressure, BpSymptom, PhysicalChecks
from app.consultation.physical_checks.when import any_is_severe
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.dates import months_before
from app.rules.facts import Fact, Missing, Reason

EARLIER_MONTHS = 12
TARGET, TARGET_FROM_80, OLD_FROM = 140, 150, 80
"""NICE NG136 1.4 (K): under 140, from 80 years on under 150."""


def kept_reading(readings: tuple[BloodPressure, ...]) -> BloodPressure:
    """The lower of the last two (NICE NG136, V2); of one reading, that one."""
    return min(readings[-2:], key=lambda r: (r.systolic, r.diastolic))


def pressure_facts(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """Both numbers, of the reading that counts; the signs with them, and what is known of the pressure."""
    answer = record.blood_pressure
    found: dict[str, Fact] = {
        "bp_warning_symptom": known.any_ticked(record.bp_symptoms),
        "has_hypertension": known.has_condition(record.has_hypertension, visit, "hypertension"),
        "last_hypertension_review": last_told(record.hypertension_review, visit, "hypertension_review"),
    }
    is_danger = any_is_severe(answer) and not _is_ruled_out(record.bp_symptoms)
    for side in ("systolic", "diastolic"):
        kept = _side(answer, side, kept_reading)
        found[side] = known.number(kept, visit, side, usable_months("blood_pressure"))
        highest = known.today_only(_side(answer, side, _highest(side)), visit)
        found[f"{side}_today"] = _as_highest(highest, answer) if is_danger else known.today_only(kept, visit)
    found["upper_number_over_target_on_two_days"] = _is_over_on_two_days(found["systolic"], visit)
    return found


def _is_ruled_out(signs: Answer[tuple[BpSymptom, ...]]) -> bool:
    """Whether somebody said that there is none of the warning signs: not asked is not none."""
    return isinstance(signs, Known) and not signs.value


def _highest(side: str) -> Callable[[tuple[BloodPressure, ...]], BloodPressure]:
    """Until "none of these" was said of the warning signs, the highest of this visit counts: a lower second
    reading alone never calls off a danger."""
    return lambda readings: max(readings, key=lambda reading: int(getattr(reading, side)))


def _as_highest(fact: Fact, answer: Answer[tuple[BloodPressure, ...]]) -> Fact:
    """Why it is another number than the one that is kept: said beside it, wherever the value is shown."""
    readings = len(answer.value) if isinstance(answer, Known) else 0
    if not isinstance(fact, rules.Known) or readings < 2:
        return fact
    return replace(fact, source=f"{fact.source}, the highest of {readings} readings")


def _side(
    answer: Answer[tuple[BloodPressure, ...]],
    side: str,
    chosen: Callable[[tuple[BloodPressure, ...]], BloodPressure],
) -> Answer[Decimal]:
    """One half of the reading that counts, known as the readings are."""
    if not isinstance(answer, Known):
        return answer
    value = Decimal(getattr(chosen(answer.value), side))
    return Known(value, answer.how, answer.taken_on, source=answer.source)


def _is_over_on_two_days(systolic: Fact, visit: Visit) -> Fact:
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
