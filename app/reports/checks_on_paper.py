"""The body checks as they stand on the paper: what was found, its band in plain words, what was agreed.

Where the ends of a band come from stands at the end of the paper, for whoever has to look back.

An aim is never printed: nobody can enter one yet, and ours would not be the person's.
"""

from collections.abc import Callable
from decimal import Decimal

from app.consultation import physical_checks
from app.consultation.answers import How, Known
from app.consultation.days import in_words
from app.consultation.draft import Draft
from app.consultation.owed import still_owed
from app.consultation.physical_checks.facts import audit_c_fact
from app.consultation.physical_checks.pressure_facts import kept_reading
from app.consultation.physical_checks.record import (
    BloodPressure,
    BpSymptom,
    DrinkingDays,
    PhysicalChecks,
    Smoking,
)
from app.consultation.physical_checks.when import any_is_severe
from app.consultation.physical_checks.words import found
from app.consultation.questions import questions
from app.consultation.visit import Visit
from app.reports.checks_before import TOLD_ONLY, alcohol_before, with_what_is_known, worse_before
from app.reports.meanings import (
    COULD_NOT_WAIT,
    alcohol_meaning,
    bmi_meaning,
    leads_on,
    meaning,
    pressure_meaning,
    pressure_rank,
)
from app.reports.owners_on_paper import in_a_sentence
from app.reports.plan_paper import BodyCheck
from app.reports.undecided_on_paper import undecided_about_this, undecided_topics
from app.reports.which_checks import name_of, rows
from app.rules import facts as rules
from app.rules.facts import Fact

HOW_WORDS = {How.MEASURED: "", How.SELF_REPORTED: ", as I told it", How.FROM_RECORD: ", from my record"}

# Nobody but the person can say these: that they told it goes without saying.
ALWAYS_TOLD = TOLD_ONLY
SMOKING_WORDS = {
    Smoking.NEVER: "I have never smoked",
    Smoking.EX: "I used to smoke",
    Smoking.CURRENT: "I smoke",
    Smoking.VAPE_ONLY: "I vape and do not smoke",
}

# The paper lies on a kitchen table: who is pregnant is theirs to tell.
NOT_FOR_THE_TABLE = frozenset({BpSymptom.PREGNANT})

# The short names of the sources that the scales themselves carry in full.
BANDS_FROM = {
    "blood_pressure": "NICE NG136",
    "bmi": "NICE NG7",
    "hba1c": "NICE PH38, NG28",
    "fasting_glucose": "NICE PH38",
    "total_cholesterol": "Lester resource 2012",
    "audit_c": "UK AUDIT-C",
}
SHOWN_AS = {"bmi": "weight", "audit_c": "drinking_days"}
CAN_ASK = "I can ask about it."
POINTS = "{} of 12 points on the alcohol questions"

# The topics of prompts whose actions are the next step after a check.
NEXT_STEP_TOPICS = {
    "blood_pressure": "blood-pressure",
    "standing_blood_pressure": "standing-pressure",
    "pulse": "pulse",
    "temperature": "observations",
    "respiratory_rate": "observations",
    "oxygen": "observations",
    "weight": "metabolic",
    "smoking": "smoking",
    "hba1c": "glucose",
    "fasting_glucose": "glucose",
    "random_glucose": "glucose",
    "drinking_days": "alcohol",
    "white_cells": "clozapine-blood",
    "neutrophils": "clozapine-blood",
    "clozapine_blood_count": "clozapine-blood",
    "adjusted_calcium": "lithium-thyroid",
    "tsh": "lithium-thyroid",
    "lithium_level": "lithium-level",
    "ketones": "glucose",
    "total_cholesterol": "lipids",
    "triglycerides": "lipids",
    "egfr": "kidney",
    "acr": "kidney",
    "alt": "liver",
}


def body_checks(draft: Draft, visit: Visit) -> tuple[BodyCheck, ...]:
    """One row for each check with a value: of today, else the latest on the record, with its day."""
    today = draft.record(physical_checks.SECTION)
    record = with_what_is_known(today, visit)
    return tuple(
        _row(
            name_of(check),
            _found(check, record, visit, is_of_today=isinstance(getattr(today, check), Known)),
            _means(check, record, visit),
            _next_step(check, draft, visit),
        )
        for check in rows()
        if isinstance(getattr(record, check), Known)
    ) + _alcohol_before(draft, today, visit)


def _alcohol_before(draft: Draft, today: PhysicalChecks, visit: Visit) -> tuple[BodyCheck, ...]:
    """What an earlier visit was told of alcohol, where today nobody was asked."""
    reading = alcohol_before(today, visit)
    if reading is None or reading.number is None:
        return ()
    words = f"{POINTS.format(_plain(reading.number))}, taken {in_words(reading.taken_on)}"
    means = _sentence(alcohol_meaning(reading.number))
    return (_row(name_of("drinking_days"), words, means, _next_step("drinking_days", draft, visit)),)


def _row(name: str, was_found: str, means: str, next_step: str) -> BodyCheck:
    """With what is often done; where nothing is agreed on it, that it is for the person to ask about."""
    words = f"{means} {CAN_ASK}" if leads_on(means) and not next_step else means
    return BodyCheck(name, was_found, words, next_step)


def ranges_from(checks: tuple[BodyCheck, ...]) -> tuple[str, ...]:
    """Of each check that says what it means: where the ends of its range come from."""
    named = {name_of(SHOWN_AS.get(scale, scale)): source for scale, source in BANDS_FROM.items()}
    return tuple(f"{row.what}: {named[row.what]}" for row in checks if row.means and row.what in named)


def _sentence(band: str) -> str:
    return f"{band[:1].upper()}{band[1:]}." if band else ""


def _found(check: str, record: PhysicalChecks, visit: Visit, *, is_of_today: bool) -> str:
    """The value in words; when and how it is known, where that is not "measured at this visit"."""
    answer = getattr(record, check)
    value = IN_OTHER_WORDS[check](record) if check in IN_OTHER_WORDS else _value(check, record, visit)
    before = worse_before(kept_reading(answer.value), visit) if check == "blood_pressure" else None
    is_told = check in ALWAYS_TOLD and answer.how is How.SELF_REPORTED
    value += "" if is_told else HOW_WORDS[answer.how]
    is_dated = not is_of_today or answer.taken_on < visit.day
    if is_dated:
        return f"{value}, taken {in_words(answer.taken_on)}"
    return f"{value}; on {in_words(before.taken_on)}: {_over(before.value[0])}" if before else value


def _value(check: str, record: PhysicalChecks, visit: Visit) -> str:
    """The value with its unit, and in the other unit where there is one."""
    words, value = found(check, record, visit), getattr(record, check).value
    said = words.value
    if isinstance(value, Decimal):
        said = f"{_plain(value)} {questions(PhysicalChecks)[check].unit}"
    return f"{said} ({words.beneath})" if check in ("weight", "height") else said


def _plain(number: Decimal) -> str:
    """112.0 is printed as 112, and never as 1.12E+2."""
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


def _pressure(record: PhysicalChecks) -> str:
    assert isinstance(record.blood_pressure, Known)
    readings = record.blood_pressure.value
    kept = kept_reading(readings)
    worst = max(readings, key=pressure_rank)
    is_worse = pressure_rank(worst) > pressure_rank(kept)
    return f"{_over(kept)}; before that {_over(worst)}" if is_worse else _over(kept)


def _over(reading: BloodPressure) -> str:
    return f"{reading.systolic} over {reading.diastolic}"


def _pressure_and_signs(record: PhysicalChecks) -> str:
    """The two numbers, and what was noticed with them where they were very high."""
    signs = "; ".join(sign.value.lower() for sign in _signs(record) if sign not in NOT_FOR_THE_TABLE)
    return f"{_pressure(record)}, with {signs}" if signs else _pressure(record)


def _signs(record: PhysicalChecks) -> tuple[BpSymptom, ...]:
    """The warning signs that were there; they count beside a reading in the severe range alone."""
    is_severe, said = any_is_severe(record.blood_pressure), record.bp_symptoms
    return said.value if is_severe and isinstance(said, Known) else ()


def _smoking(record: PhysicalChecks) -> str:
    assert isinstance(record.smoking, Known)
    words, a_day = SMOKING_WORDS[record.smoking.value], record.cigarettes_a_day
    smokes = record.smoking.value is Smoking.CURRENT
    return f"{words}, {_plain(a_day.value)} a day" if smokes and isinstance(a_day, Known) else words


def _alcohol(record: PhysicalChecks) -> str:
    """How often, and how much at a time, as it was answered."""
    assert isinstance(record.drinking_days, Known)
    days, units = record.drinking_days.value, record.drinking_units
    if days is DrinkingDays.NEVER:
        return "I do not drink alcohol"
    return f"{days.value}, {units.value.value} units each time" if isinstance(units, Known) else days.value


IN_OTHER_WORDS: dict[str, Callable[[PhysicalChecks], str]] = {
    "blood_pressure": _pressure_and_signs,
    "smoking": _smoking,
    "drinking_days": _alcohol,
}


def _means(check: str, record: PhysicalChecks, visit: Visit) -> str:
    """What it means in plain words; nothing where nothing can be said."""
    answer = getattr(record, check)
    if check == "blood_pressure":
        return _sentence(COULD_NOT_WAIT if _signs(record) else _pressure_means(answer, visit))
    if check == "weight":
        return _sentence(bmi_meaning(record, visit))
    if check == "drinking_days":
        return _audit_c(audit_c_fact(record, visit))
    return _sentence(meaning(check, answer.value)) if check in BANDS_FROM else ""


def _pressure_means(answer: Known[tuple[BloodPressure, ...]], visit: Visit) -> str:
    """Of today's; where an earlier one was in a worse range, of both: one lower one does not settle it."""
    kept = kept_reading(answer.value)
    before = worse_before(kept, visit) if answer.taken_on == visit.day else None
    if before is None:
        return pressure_meaning(kept)
    today, then = pressure_meaning(kept), pressure_meaning(before.value[0])
    return (
        f"Today {today[:1].lower()}{today[1:]}; on {in_words(before.taken_on)} {then[:1].lower()}{then[1:]}"
    )


def _audit_c(fact: Fact) -> str:
    """The sum and what it means, once all three were answered."""
    if not isinstance(fact, rules.Known) or not isinstance(fact.value, Decimal):
        return ""
    words = alcohol_meaning(fact.value)
    return _sentence(f"{POINTS.format(_plain(fact.value))}: {words[:1].lower()}{words[1:]}")


def _next_step(check: str, draft: Draft, visit: Visit) -> str:
    """What was agreed after this check, today or before and still owed: whose it is, and what.

    Where nothing is agreed and it was left undecided, that; else nothing.
    """
    topic = NEXT_STEP_TOPICS.get(check)
    promises = (*draft.plan.actions, *still_owed(draft, visit.history.promises))
    agreed = [action for action in promises if topic and action.topic == topic and action.has_words]
    if not agreed and topic in undecided_topics(draft):
        return undecided_about_this(draft)
    return " ".join(in_a_sentence(action) for action in agreed)
