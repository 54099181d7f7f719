"""A check in words: what was found, in which band, or why there is nothing; the same on screen and paper."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from app.consultation.answers import Answer, Known, Unknown, WhyNot
from app.consultation.bands import SCALES, band_words, range_words
from app.consultation.days import on_screen
from app.consultation.last_done import LastDone
from app.consultation.physical_checks.facts import audit_c_fact, bmi_fact, kept_reading, lower_threshold_fact
from app.consultation.physical_checks.record import BloodPressure, PhysicalChecks
from app.consultation.questions import Question, questions
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.bands import DIASTOLIC, SYSTOLIC, bmi_band
from app.rules.units import CM_AN_INCH, INCHES_A_FOOT, POUNDS_A_STONE, rounded, stones_from_kg

NO_ANSWER = {
    WhyNot.NOT_ASKED: "",
    WhyNot.DECLINED: "Would rather not today",
    WhyNot.NOT_DONE: "Not done",
    WhyNot.NOT_SURE: "Not sure",
    WhyNot.RATHER_NOT_SAY: "Rather not say",
    WhyNot.DOES_NOT_APPLY: "Does not apply",
}


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
        return pressure_band_words(kept_reading(record.blood_pressure.value))
    if name == "weight" and isinstance(record.weight, Known):
        return in_stones(record.weight.value)
    if name == "height" and isinstance(record.height, Known):
        return in_feet(record.height.value)
    answer = getattr(record, name)
    if name in SCALES and isinstance(answer, Known) and isinstance(answer.value, Decimal):
        return band_words(name, answer.value)
    return ""


def bmi_words(record: PhysicalChecks, visit: Visit) -> Found | None:
    """BMI and its band; where the family background is not known, both readings of the band are said."""
    fact = bmi_fact(record, visit)
    if not isinstance(fact, rules.Known) or not isinstance(fact.value, Decimal):
        return None
    lower = lower_threshold_fact(record, visit)
    if isinstance(lower, rules.Known):
        return Found(f"BMI {fact.value}", range_words(bmi_band(fact.value, bool(lower.value))))
    general, other = (range_words(bmi_band(fact.value, is_lower)) for is_lower in (False, True))
    if general == other:
        return Found(f"BMI {fact.value}", general)
    return Found(f"BMI {fact.value}", f"{general} or {other}, by family background")


def audit_c_words(record: PhysicalChecks, visit: Visit) -> Found | None:
    """AUDIT-C's sum and band, once all three were answered."""
    fact = audit_c_fact(record, visit)
    if not isinstance(fact, rules.Known) or not isinstance(fact.value, Decimal):
        return None
    return Found(f"AUDIT-C {fact.value} of 12", band_words("audit_c", fact.value))


def pressure_band_words(kept: BloodPressure) -> str:
    """The range of the worse of the two numbers, and which number that is."""
    upper, lower = Decimal(kept.systolic), Decimal(kept.diastolic)
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
