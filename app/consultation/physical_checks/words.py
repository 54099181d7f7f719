"""A check in words: what was found, in which band, or why there is nothing; the same on screen and paper."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from app.consultation.answers import Answer, Known, Unknown, WhyNot
from app.consultation.bands import SCALES, band_words, range_words
from app.consultation.days import on_screen
from app.consultation.last_done import LastDone
from app.consultation.physical_checks.bmi_ranges import bmi_range_words, bmi_scale
from app.consultation.physical_checks.facts import (
    audit_c_fact,
    bmi_fact,
    waist_to_height,
)
from app.consultation.physical_checks.observation_facts import drop
from app.consultation.physical_checks.pressure_facts import kept_reading
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.questions import Question, questions
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.bands import DIASTOLIC, SYSTOLIC, WAIST_MEN, WAIST_WOMEN
from app.rules.units import CM_AN_INCH, INCHES_A_FOOT, POUNDS_A_STONE, rounded, stones_from_kg

NO_ANSWER = {
    WhyNot.NOT_ASKED: "",
    WhyNot.DECLINED: "Would rather not today",
    WhyNot.NOT_DONE: "Not done",
    WhyNot.NOT_SURE: "Not sure",
    WhyNot.RATHER_NOT_SAY: "Rather not say",
    WhyNot.DOES_NOT_APPLY: "Does not apply",
    WhyNot.FACE_TO_FACE: "Next time face to face",
    WhyNot.ENDED_EARLY: "",
}

HOURS = {"lithium_level": "lithium_hours", "clozapine_level": "clozapine_hours"}
STANDING = "standing_blood_pressure"


@dataclass(frozen=True)
class Found:
    """The value in words, and beneath it the band or a second way to say it."""

    value: str
    beneath: str = ""


def found(name: str, record: PhysicalChecks, visit: Visit) -> Found:
    """What one question of the physical checks found."""
    answer: Answer[object] = getattr(record, name)
    if isinstance(answer, Unknown):
        return Found(NO_ANSWER[answer.reason], answer.note)
    if name == STANDING:
        return standing_words(record) or Found(pressures_in_words(answer))
    question = questions(PhysicalChecks)[name]
    return Found(value_words(answer, question), _beneath(name, record, visit))


def value_words(answer: Known[object], question: Question) -> str:
    """The value with its unit, as it is said."""
    value = answer.value
    if isinstance(value, LastDone):
        return on_screen(value.on) if value.on else question.never
    if isinstance(value, tuple):
        if question.options is None:
            return f"{kept_reading(value)} {question.unit}"
        return ", ".join(str(v.value) for v in value if isinstance(v, Enum)) or question.none_of_these
    if isinstance(value, Enum):
        return str(value.value)
    return f"{value} {question.unit}".strip()


def _beneath(name: str, record: PhysicalChecks, visit: Visit) -> str:
    if name == "blood_pressure" and isinstance(record.blood_pressure, Known):
        kept = kept_reading(record.blood_pressure.value)
        return pressure_band_words(Decimal(kept.systolic), Decimal(kept.diastolic))
    if name == "weight" and isinstance(record.weight, Known):
        return in_stones(record.weight.value)
    if name == "height" and isinstance(record.height, Known):
        return in_feet(record.height.value)
    answer = getattr(record, name)
    if name in HOURS:
        parts = (band_words(name, answer.value), hours_words(name, record))
        return ", ".join(part for part in parts if part)
    if name == "waist":
        return waist_words(record, visit)
    if name in SCALES and isinstance(answer, Known) and isinstance(answer.value, Decimal):
        return band_words(name, answer.value)
    return ""


def bmi_words(record: PhysicalChecks, visit: Visit) -> Found | None:
    """BMI and its band; where the family background is not known, both readings of the band are said."""
    fact = bmi_fact(record, visit)
    if not isinstance(fact, rules.Known) or not isinstance(fact.value, Decimal):
        return None
    return Found(f"BMI {fact.value}", bmi_range_words(fact.value, bmi_scale(record, visit)))


def audit_c_words(record: PhysicalChecks, visit: Visit) -> Found | None:
    """AUDIT-C's sum and band, once all three were answered."""
    fact = audit_c_fact(record, visit)
    if not isinstance(fact, rules.Known) or not isinstance(fact.value, Decimal):
        return None
    return Found(f"AUDIT-C {fact.value} of 12", band_words("audit_c", fact.value))


def hours_words(name: str, record: PhysicalChecks) -> str:
    """How long after the last dose a level was taken, which decides what it means."""
    hours = getattr(record, HOURS[name])
    return (
        f"{hours.value} hours after the dose"
        if isinstance(hours, Known)
        else "hours after the dose not known"
    )


def waist_words(record: PhysicalChecks, visit: Visit) -> str:
    """The waist as a share of the height, with its band; empty without a height."""
    ratio = waist_to_height(record, visit)
    if not isinstance(ratio, rules.Known) or not isinstance(ratio.value, Decimal):
        return ""
    return f"{ratio.value} of the height, {band_words('waist_to_height', ratio.value)}"


def waist_by_sex_words(waist_cm: Decimal) -> str:
    """Both readings of the band: the record holds no sex, and nobody is asked for it here."""
    men, women = WAIST_MEN.band(waist_cm), WAIST_WOMEN.band(waist_cm)
    return f"For a man {range_words(men)}, for a woman {range_words(women)}"


def weight_change_words(record: PhysicalChecks, visit: Visit) -> str:
    """The plain difference from the last weight in kg and in %; empty without two."""
    last, answer = visit.history.last("weight"), record.weight
    if last is None or not last.number or not isinstance(answer, Known) or answer.taken_on < last.taken_on:
        return ""
    change = answer.value - last.number
    if not change:
        return f"same as on {on_screen(last.taken_on)}"
    share = rounded(abs(change) * 100 / last.number, 1)
    way = "more" if change > 0 else "less"
    return f"{abs(change)} kg ({share} %) {way} than on {on_screen(last.taken_on)}"


def standing_words(record: PhysicalChecks) -> Found | None:
    """Lying, standing, and the difference in words; None until both were taken."""
    lying, standing = record.lying_blood_pressure, record.standing_blood_pressure
    if not isinstance(lying, Known) or not isinstance(standing, Known):
        return None
    upper, lower = drop(record, "systolic"), drop(record, "diastolic")
    value = f"{pressures_in_words(lying)} lying, {pressures_in_words(standing)} standing"
    if not upper and not lower:
        return Found(value, "no fall on standing")
    bands = (
        f"upper {band_words('systolic_drop_today', upper)}, lower {band_words('diastolic_drop_today', lower)}"
    )
    return Found(value, f"falls by {upper} and {lower} on standing: {bands}")


def pressures_in_words(answer: Answer[Any]) -> str:
    """Every reading, in the order they were taken."""
    return ", ".join(str(reading) for reading in answer.value) if isinstance(answer, Known) else ""


def pressure_band_words(upper: Decimal, lower: Decimal) -> str:
    """The range of the worse of the two numbers, and which number that is."""
    if DIASTOLIC.rank(lower) > SYSTOLIC.rank(upper):
        return f"lower number: {range_words(DIASTOLIC.band(lower))}"
    return range_words(SYSTOLIC.band(upper))


def in_stones(weight_kg: Decimal) -> str:
    """A weight in stones and whole pounds, for whoever thinks in them."""
    stones, pounds = divmod(int(stones_from_kg(weight_kg).value), POUNDS_A_STONE)
    return f"{stones} st {pounds} lb"


def in_feet(height_cm: Decimal) -> str:
    """A height in feet and whole inches."""
    feet, inches = divmod(int(rounded(height_cm / CM_AN_INCH, 0)), INCHES_A_FOOT)
    return f"{feet} ft {inches} in"
