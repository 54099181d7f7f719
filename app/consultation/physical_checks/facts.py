"""What the physical checks say, in the rules' words, or why they cannot say it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from app.consultation import known
from app.consultation.answers import Answer, Known, Unknown
from app.consultation.history import Reading
from app.consultation.last_done import NEVER, LastDone, last_told, reading, readings_of
from app.consultation.person import LOWER_BMI_THRESHOLDS, EthnicBackground, age_on
from app.consultation.physical_checks.acute_facts import acute_facts
from app.consultation.physical_checks.blood_facts import blood_facts
from app.consultation.physical_checks.conditions import condition_facts, diabetes_fact
from app.consultation.physical_checks.freshness import usable_months
from app.consultation.physical_checks.habit_facts import habit_facts
from app.consultation.physical_checks.monitoring_facts import monitoring_facts
from app.consultation.physical_checks.observation_facts import observation_facts
from app.consultation.physical_checks.pressure_facts import kept_reading, pressure_facts
from app.consultation.physical_checks.record import (
    DrinkingDays,
    DrinkingUnits,
    HeavyDrinking,
    PhysicalChecks,
    Smoking,
)
from app.consultation.physical_checks.result_facts import result_facts
from app.consultation.physical_checks.rhythm_facts import rhythm_facts
from app.consultation.physical_checks.watched_facts import watched_facts
from app.consultation.physical_checks.weight_facts import weight_facts
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact, FactValue, Missing, Reason
from app.rules.scores.audit_c import audit_c
from app.rules.scores.bmi import bmi
from app.rules.units import rounded

S = TypeVar("S")
T = TypeVar("T")

BMI_PLACES, RATIO_PLACES = 1, 2
SMOKED = frozenset({Smoking.EX.value, Smoking.CURRENT.value, Smoking.VAPE_ONLY.value})
SMOKING_CHANGE_DAYS = 28
"""How long a change of smoking matters to clozapine: the 4 weeks of quit-smoking-clozapine."""
SMOKES = frozenset({Smoking.CURRENT.value})


def facts(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """Every fact of this section."""
    return {
        "age": rules.Known(
            Decimal(age_on(visit.person.birth_date, visit.today)), visit.today, "date of birth"
        ),
        **pressure_facts(record, visit),
        **_size(record, visit),
        **_smoking(record, visit),
        **_alcohol(record, visit),
        **_blood(record, visit),
        **_checks_done(record, visit),
        **observation_facts(record, visit),
        **acute_facts(record),
        **condition_facts(record.known_conditions, visit),
        **weight_facts(record, visit),
        **blood_facts(record, visit),
        **watched_facts(record, visit),
        **result_facts(record, visit),
        **monitoring_facts(record, visit),
        **habit_facts(record, visit, audit_c_fact(record, visit)),
        **rhythm_facts(record, visit),
        "receiving_end_of_life_care": known.yes_or_no(record.end_of_life_care),
        "last_metabolic_review": last_told(record.metabolic_review, visit, "metabolic_review"),
    }


def _size(record: PhysicalChecks, visit: Visit) -> dict[str, Fact]:
    return {
        "bmi": bmi_fact(record, visit),
        "waist_to_height": waist_to_height(record, visit),
        "ethnic_background": _background(record, visit),
        "has_lower_bmi_threshold_background": lower_threshold_fact(record, visit),
    }


def bmi_fact(record: PhysicalChecks, visit: Visit) -> Fact:
    """BMI from the newest usable weight and height, else one that the record gives as such."""
    weight = known.number(record.weight, visit, "weight", usable_months("weight"))
    height = known.number(record.height, visit, "height", usable_months("height"))
    made = _bmi_of(weight, height)
    recorded = known.on_record(visit, "bmi", usable_months("weight"))
    if made is not None and not (isinstance(recorded, Reading) and _is_after(recorded.taken_on, made.on)):
        return made
    if isinstance(recorded, Reading) and recorded.number is not None:
        source = recorded.source or recorded.how.value
        return rules.Known(rounded(recorded.number, BMI_PLACES), recorded.taken_on, source)
    why = (fact for fact in (weight, height) if isinstance(fact, Missing))
    return made or next(why, Missing(Reason.NOT_KNOWN))


def _bmi_of(weight: Fact, height: Fact) -> rules.Known | None:
    """BMI on the day of the weight; none from a figure that no body has."""
    figures = [fact.value for fact in (weight, height) if isinstance(fact, rules.Known)]
    numbers = [value for value in figures if isinstance(value, Decimal) and value > 0]
    if not isinstance(weight, rules.Known) or len(numbers) < len((weight, height)):
        return None
    return rules.Known(bmi(*numbers), weight.on, weight.source)


def waist_to_height(record: PhysicalChecks, visit: Visit) -> Fact:
    """The newest usable waist divided by the height, on the day of the waist."""
    waist = known.number(record.waist, visit, "waist", usable_months("waist"))
    height = known.number(record.height, visit, "height", usable_months("height"))
    for fact in (waist, height):
        if isinstance(fact, Missing):
            return fact
    sizes = [fact.value for fact in (waist, height) if isinstance(fact, rules.Known)]
    around, tall = (size if isinstance(size, Decimal) else Decimal(0) for size in sizes)
    if tall <= 0 or not isinstance(waist, rules.Known):
        return Missing(Reason.NOT_KNOWN)
    return rules.Known(rounded(around / tall, RATIO_PLACES), waist.on, waist.source)


def _is_after(day: date, other: date | None) -> bool:
    return other is not None and day > other


def _background(record: PhysicalChecks, visit: Visit) -> Fact:
    """As told today or at an earlier visit, else as the person's own details have it; it does not age."""
    told = known.word(
        record.ethnic_background, visit, "ethnic_background", usable_months("ethnic_background")
    )
    if isinstance(told, Missing) and visit.person.ethnic_background is not None:
        return rules.Known(visit.person.ethnic_background.value, None, "person's record")
    return told


def lower_threshold_fact(record: PhysicalChecks, visit: Visit) -> Fact:
    """Whether the lower BMI thresholds count; for a mixed or other background they do (docs/decisions.md)."""
    background = _background(record, visit)
    if isinstance(background, Missing):
        return background
    chosen = EthnicBackground(background.value)
    is_lower = chosen in LOWER_BMI_THRESHOLDS or chosen is EthnicBackground.OTHER
    return rules.Known(is_lower, background.on, background.source)


def _smoking(record: PhysicalChecks, visit: Visit) -> dict[str, Fact]:
    """What is asked of smokers only is a known no for everybody else: not asked, because it cannot apply."""
    status = known.word(record.smoking, visit, "smoking", usable_months("smoking"))
    plans = known.yes_or_no(record.plans_to_stop_smoking)
    moves = known.yes_or_no(record.entering_smoke_free_place)
    change = _lately(record.smoking_change, visit, "smoking_change", SMOKING_CHANGE_DAYS)
    restart = _lately(record.smoking_restart, visit, "smoking_restart", SMOKING_CHANGE_DAYS)
    return {
        "smokes_tobacco": _is_one_of(status, SMOKES),
        "has_smoked": _is_one_of(status, SMOKED),
        "last_smoking_restart": _told_by(SMOKES, status, restart, NEVER),
        "last_smoking_change": _told_by(SMOKED, status, change, NEVER),
        "plans_to_stop_smoking": _told_by(SMOKES, status, plans, False),
        "entering_smoke_free_place": _told_by(SMOKES, status, moves, False),
        "stop_smoking_help_offered": known.yes_or_no(record.stop_smoking_help_offered),
    }


def _is_one_of(status: Fact, words: frozenset[str]) -> Fact:
    if isinstance(status, Missing):
        return status
    return rules.Known(status.value in words, status.on, status.source)


def _told_by(asked: frozenset[str], status: Fact, told: Fact, otherwise: FactValue) -> Fact:
    """What was told; of those who are not asked, `otherwise`, even if an answer was left from before.

    As long as nobody can tell whether they are asked, why that is so is also why this is not known.
    """
    if isinstance(status, Missing):
        return status if isinstance(told, Missing) else told
    if status.value in asked:
        return told
    return rules.Known(otherwise, status.on, status.source)


def _alcohol(record: PhysicalChecks, visit: Visit) -> dict[str, Fact]:
    return {
        "audit_c": audit_c_fact(record, visit),
        "last_full_audit": _full_audit(record, visit),
    }


def _full_audit(record: PhysicalChecks, visit: Visit) -> Fact:
    """The newest of the day that was told and the day of an entered total: it is the ten questions too."""
    told = last_told(record.full_audit, visit, "full_audit")
    total = known.last_done([known.day_of(record.audit_total)], visit, ["audit_total"])
    if not isinstance(total, rules.Known) or not isinstance(total.value, date):
        return told
    is_newer = isinstance(told, rules.Known) and isinstance(told.value, date) and told.value >= total.value
    return told if is_newer else total


def audit_c_fact(record: PhysicalChecks, visit: Visit) -> Fact:
    """AUDIT-C's sum; somebody who never drinks scores nought; a half-answered screen has no sum."""
    days, total = record.drinking_days, _audit_c_total(record)
    if isinstance(days, Known) and total is None:
        rest = [a for a in (record.drinking_units, record.heavy_drinking) if isinstance(a, Unknown)]
        return Missing(known.most_open(rest).reason, "AUDIT-C is half answered")
    told: Answer[Decimal] = days if isinstance(days, Unknown) else _replaced(days, Decimal(total or 0))
    return known.number(told, visit, "audit_c", usable_months("audit_c"))


def _audit_c_total(record: PhysicalChecks) -> int | None:
    days, units, heavy = record.drinking_days, record.drinking_units, record.heavy_drinking
    if not isinstance(days, Known):
        return None
    if days.value is DrinkingDays.NEVER:
        return 0
    if not isinstance(units, Known) or not isinstance(heavy, Known):
        return None
    return audit_c(
        list(DrinkingDays).index(days.value),
        list(DrinkingUnits).index(units.value),
        list(HeavyDrinking).index(heavy.value),
    )


def _replaced(answer: Known[S], value: T) -> Known[T]:
    """The same answer, as known by the same person on the same day, with what it comes to."""
    return Known(value, answer.how, answer.taken_on, answer.by, answer.source)


def _blood(record: PhysicalChecks, visit: Visit) -> dict[str, Fact]:
    told = known.has_condition(record.has_diabetes, visit, "diabetes")
    glucose = ("hba1c", "fasting_glucose", "random_glucose")
    return {
        **{name: known.number(getattr(record, name), visit, name, usable_months(name)) for name in glucose},
        "has_diabetes": diabetes_fact(record.known_conditions, told, visit),
        "high_glucose_symptom": known.any_ticked(record.glucose_symptoms),
    }


def _checks_done(record: PhysicalChecks, visit: Visit) -> dict[str, Fact]:
    alcohol = audit_c_fact(record, visit)
    alcohol_on = alcohol.on if isinstance(alcohol, rules.Known) else None
    done: dict[str, tuple[tuple[date | None, ...], tuple[str, ...]]] = {
        "last_alcohol_check": ((alcohol_on,), ("audit_c",)),
        "last_glucose_check": (
            tuple(known.day_of(a) for a in (record.hba1c, record.fasting_glucose, record.random_glucose)),
            ("hba1c", "fasting_glucose", "random_glucose"),
        ),
        "last_blood_pressure_check": ((known.day_of(record.blood_pressure),), ("systolic",)),
        "last_bmi_check": ((_sized_on(record, visit),), ("bmi",)),
        "last_lipids_check": ((known.day_of(record.total_cholesterol),), ("total_cholesterol",)),
        "last_smoking_check": ((known.day_of(record.smoking),), ("smoking",)),
    }
    return {fact: known.last_done(days, visit, series) for fact, (days, series) in done.items()}


def _sized_on(record: PhysicalChecks, visit: Visit) -> date | None:
    """The last day on which a weight was taken, however long ago, where some height makes a BMI of it."""
    weighed = [known.day_of(record.weight)]
    if reading := visit.history.last("weight", visit.today):
        weighed.append(reading.taken_on)
    has_height = isinstance(record.height, Known) or visit.history.last("height", visit.today) is not None
    return max((day for day in weighed if day), default=None) if has_height else None


def _lately(answer: Answer[LastDone], visit: Visit, series: str, days: int) -> Fact:
    """When something last changed that can change again on any day.

    What an earlier visit was told proves a change of these days, but never that there was none since.
    """
    earlier = visit.history.last(series, visit.today)
    if isinstance(answer, Known) or earlier is None:
        return last_told(answer, visit, series)
    is_recent = known.within_days(date.fromisoformat(earlier.value), visit.today, days)
    return last_told(answer, visit, series) if is_recent else known.missing(answer)


def readings(record: PhysicalChecks, visit: Visit) -> tuple[Reading, ...]:
    """Every value given today that is worth charting or counting later."""
    found = list(readings_of(record, visit))
    pressure = record.blood_pressure
    if isinstance(pressure, Known):
        kept = kept_reading(pressure.value)
        found.append(reading("systolic", str(kept.systolic), "mmHg", pressure, visit))
        found.append(reading("diastolic", str(kept.diastolic), "mmHg", pressure, visit))
    return (*found, *_sums(record, visit))


def _sums(record: PhysicalChecks, visit: Visit) -> tuple[Reading, ...]:
    """The two simple sums kept as series of their own: BMI and AUDIT-C, from today's answers alone."""
    sums: list[Reading] = []
    weight, height, days = record.weight, record.height, record.drinking_days
    if isinstance(weight, Known) and isinstance(height, Known):
        sums.append(reading("bmi", str(bmi(weight.value, height.value)), "kg/m2", weight, visit))
    total = _audit_c_total(record)
    if isinstance(days, Known) and total is not None:
        sums.append(reading("audit_c", str(total), "points", days, visit))
    return tuple(sums)
