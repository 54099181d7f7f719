"""What today's observations say: counted now or told now, never read in a record."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from app.consultation import known
from app.consultation.answers import Answer, Known, Unknown
from app.consultation.person import age_on
from app.consultation.physical_checks.acute_facts import CANNOT_WAIT
from app.consultation.physical_checks.record import BloodPressure, BpSymptom, PhysicalChecks
from app.consultation.physical_checks.signs import PulseRhythm, Unsteady
from app.consultation.physical_checks.when import is_extreme_breathing, is_extreme_pulse, is_low_oxygen
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact, FactValue, Missing

STANDING_AGE = 65
DIZZY_OR_FAINT = (Unsteady.DIZZY, Unsteady.FAINTED, Unsteady.WEAK)
FAINTED_OR_HURT = (Unsteady.FAINTED, Unsteady.HURT)

IsExtreme = Callable[[Answer[Decimal]], bool]


def observation_facts(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """The facts of today's observations."""
    return {**_pulse(record, visit), **_unwell(record, visit), **_standing(record, visit)}


def _pulse(record: PhysicalChecks, visit: Visit) -> dict[str, Fact]:
    rhythm: Fact = known.missing(record.pulse) if isinstance(record.pulse, Unknown) else rules.NOT_ASKED
    if isinstance(record.pulse_rhythm, Known):
        rhythm = _yes(record.pulse_rhythm.value is PulseRhythm.IRREGULAR, record.pulse_rhythm)
    elif record.pulse_rhythm != Unknown():
        rhythm = known.missing(record.pulse_rhythm)
    return {
        "pulse_today": _settled(record, visit, record.pulse, record.pulse_again, is_extreme_pulse),
        "pulse_irregular": rhythm,
        "pulse_warning_sign": known.any_ticked(record.pulse_signs),
        "has_atrial_fibrillation": known.yes_or_no(record.has_atrial_fibrillation),
    }


def _unwell(record: PhysicalChecks, visit: Visit) -> dict[str, Fact]:
    rate, oxygen = record.respiratory_rate, record.oxygen
    return {
        "observations_needed": _observations_needed(record),
        "newly_confused": _newly_confused(record),
        "respiratory_rate_today": _settled(
            record, visit, rate, record.respiratory_rate_again, is_extreme_breathing
        ),
        "oxygen_today": _settled(record, visit, oxygen, record.oxygen_again, is_low_oxygen),
        "has_low_oxygen_target": known.yes_or_no(record.has_low_oxygen_target),
        "temperature_today": known.today_only(record.temperature, visit),
    }


def _settled(
    record: PhysicalChecks,
    visit: Visit,
    first: Answer[Decimal],
    again: Answer[Decimal],
    is_extreme: IsExtreme,
) -> Fact:
    """A second count calls off an extreme first one only for somebody who surely does not look unwell."""
    if is_extreme(first) and isinstance(again, Known) and _is_surely_well(record):
        return known.today_only(again, visit)
    return known.today_only(first, visit)


def _is_surely_well(record: PhysicalChecks) -> bool:
    unwell = known.yes_or_no(record.unwell_today)
    return isinstance(unwell, rules.Known) and unwell.value is False


def _observations_needed(record: PhysicalChecks) -> Fact:
    """Unwell, an infection, a sign that cannot wait, or one was taken; a no only where somebody said so."""
    taken = (record.temperature, record.respiratory_rate, record.oxygen)
    return _first_yes(
        [
            known.yes_or_no(record.unwell_today),
            *(_yes(True, answer) for answer in taken if isinstance(answer, Known)),
            *_only_yes(known.any_ticked(record.infection_signs)),
            *_only_yes(known.ticked(record.new_symptoms, *CANNOT_WAIT)),
        ]
    )


def _newly_confused(record: PhysicalChecks) -> Fact:
    """Asked of who is unwell; also where it was ticked beside a very high blood pressure."""
    signs, unwell = record.bp_symptoms, known.yes_or_no(record.unwell_today)
    if isinstance(signs, Known) and BpSymptom.CONFUSED in signs.value:
        return _yes(True, signs)
    if isinstance(unwell, rules.Known) and unwell.value is True:
        return known.yes_or_no(record.newly_confused)
    return unwell


def _standing(record: PhysicalChecks, visit: Visit) -> dict[str, Fact]:
    drops = {f"{side}_drop_today": _drop(record, visit, side) for side in ("systolic", "diastolic")}
    return {
        "dizzy_or_faint": known.ticked(record.unsteady, *DIZZY_OR_FAINT),
        "fainted_or_hurt": known.ticked(record.unsteady, *FAINTED_OR_HURT),
        "standing_check_needed": _standing_check_needed(record, visit),
        **drops,
    }


def _standing_check_needed(record: PhysicalChecks, visit: Visit) -> Fact:
    """Dizzy, faint or fallen, 65 or over, or taken already."""
    age = age_on(visit.person.birth_date, visit.today)
    is_old = rules.Known(True, visit.today, "date of birth")
    return _first_yes(
        [
            known.any_ticked(record.unsteady),
            *([is_old] if age >= STANDING_AGE else []),
            *(_yes(True, a) for a in (record.standing_blood_pressure,) if isinstance(a, Known)),
        ]
    )


def _drop(record: PhysicalChecks, visit: Visit, side: str) -> Fact:
    """The number lying minus the lowest standing, of readings of today; a rise is a drop of nought."""
    lying, standing = (
        known.today_only(_lowest(answer, side), visit)
        for answer in (record.lying_blood_pressure, record.standing_blood_pressure)
    )
    for fact in (lying, standing):
        if isinstance(fact, Missing):
            return fact
    assert isinstance(standing, rules.Known)
    return rules.Known(drop(record, side), standing.on, standing.source)


def drop(record: PhysicalChecks, side: str) -> Decimal:
    """By how much the number falls from lying to the lowest standing; 0 where it does not or is not known."""
    lying = _lowest(record.lying_blood_pressure, side)
    standing = _lowest(record.standing_blood_pressure, side)
    if not isinstance(lying, Known) or not isinstance(standing, Known):
        return Decimal(0)
    return max(Decimal(0), lying.value - standing.value)


def _lowest(answer: Answer[tuple[BloodPressure, ...]], side: str) -> Answer[Decimal]:
    if isinstance(answer, Unknown):
        return answer
    value = min(Decimal(getattr(reading, side)) for reading in answer.value)
    return Known(value, answer.how, answer.taken_on, answer.by, answer.source)


def _yes(value: FactValue, answer: Known[object]) -> rules.Known:
    return rules.Known(value, answer.taken_on, known.source_of(answer))


def _only_yes(fact: Fact) -> list[Fact]:
    return [fact] if isinstance(fact, rules.Known) and fact.value is True else []


def _first_yes(facts: list[Fact]) -> Fact:
    """Any yes; else what the first of them says, which was asked."""
    return next((fact for fact in facts if isinstance(fact, rules.Known) and fact.value is True), facts[0])
