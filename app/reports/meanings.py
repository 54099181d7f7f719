"""What a figure means, in plain words: what is often done in its range, no diagnosis and no offer of ours.

The ends of the ranges are those of the scales (`app/rules/bands.py`); only the words are ours (to confirm).
"""

from decimal import Decimal

from app.consultation.bands import SCALES
from app.consultation.physical_checks.facts import bmi_fact, lower_threshold_fact
from app.consultation.physical_checks.habit_facts import DEPENDENCE_AUDIT_C
from app.consultation.physical_checks.record import BloodPressure, PhysicalChecks
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.bands import DIASTOLIC, SYSTOLIC, blood_pressure_band, bmi_band

NOT_RAISED = "Not raised"
IN_THE_RANGE, SAME_DAY = "in the range where", "the same day"
SECOND_TEST = "In the range where a second test is often offered"
LOWER_IT = "In the range where help to bring it down, and a yearly test, are often offered"
ALCOHOL_SERVICE = "In the range where the alcohol service is often asked to help"
COULD_NOT_WAIT = "It could not wait: with a sign like this it is looked at in hospital the same day"
MEANINGS: dict[str, dict[str, str]] = {
    "blood_pressure": {
        "below": NOT_RAISED,
        "stage_1": "In the range where it is measured again on other days",
        "stage_2": "In the range where it is measured again soon, and treatment is talked about",
        "severe": "In the range where somebody looks at it the same day",
    },
    "bmi": {
        "underweight": "under the range advised for my height",
        "healthy": "in the range advised for my height",
        **dict.fromkeys(
            ("overweight", "obesity_1", "obesity_2", "obesity_3"), "above the range advised for my height"
        ),
    },
    "hba1c": {"below": NOT_RAISED, "raised": LOWER_IT, "diabetes": SECOND_TEST},
    "fasting_glucose": {"below": NOT_RAISED, "raised": LOWER_IT, "diabetes": SECOND_TEST},
    "total_cholesterol": {
        "to_6": "Not so high that more is offered for it alone",
        "above_6": "In the range where advice and a check of the heart are often offered",
        "above_7_5": "In the range where a doctor looks at it",
        "above_9": "In the range where a specialist looks at it",
    },
    "audit_c": {
        "below": "Under the range where more questions are asked",
        "positive": "In the range where seven more questions are often asked",
    },
}


def alcohol_meaning(points: Decimal) -> str:
    """What the sum means; where the body may depend on alcohol, questions are not what comes next."""
    return ALCOHOL_SERVICE if points >= DEPENDENCE_AUDIT_C else meaning("audit_c", points)


def leads_on(words: str) -> bool:
    """Whether something is done in such a range on another day: that is no offer of ours, nor a promise."""
    return IN_THE_RANGE in words.lower() and SAME_DAY not in words


def meaning(scale: str, value: Decimal) -> str:
    """What a figure on one scale means."""
    return MEANINGS[scale][SCALES[scale].band(value).key]


def pressure_meaning(kept: BloodPressure) -> str:
    """What the worse of the two numbers means; the lower one is named where it is that one."""
    upper, lower = Decimal(kept.systolic), Decimal(kept.diastolic)
    words = MEANINGS["blood_pressure"][blood_pressure_band(upper, lower).key]
    is_lower = DIASTOLIC.rank(lower) > SYSTOLIC.rank(upper)
    return f"The lower number is {words[:1].lower()}{words[1:]}" if is_lower else words


def pressure_rank(kept: BloodPressure) -> int:
    """How far up the scale the worse of the two numbers stands."""
    return max(SYSTOLIC.rank(Decimal(kept.systolic)), DIASTOLIC.rank(Decimal(kept.diastolic)))


def bmi_meaning(record: PhysicalChecks, visit: Visit) -> str:
    """The BMI and what it means; both readings where the family background is not known."""
    fact, lower = bmi_fact(record, visit), lower_threshold_fact(record, visit)
    if not isinstance(fact, rules.Known) or not isinstance(fact.value, Decimal):
        return ""
    readings = (bool(lower.value),) if isinstance(lower, rules.Known) else (False, True)
    words = list(dict.fromkeys(MEANINGS["bmi"][bmi_band(fact.value, each).key] for each in readings))
    told_by = ", depending on family background" if len(words) > 1 else ""
    return f"BMI {fact.value}: {' or '.join(words)}{told_by}"
