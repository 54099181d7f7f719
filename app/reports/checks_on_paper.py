"""The body checks as they stand on the paper: what was found, its band and source, what was agreed.

An aim is never printed: nobody can enter one yet, and ours would not be the person's.
"""

from app.consultation import physical_checks
from app.consultation.answers import How, Known, Unknown, WhyNot
from app.consultation.days import in_words
from app.consultation.draft import Draft
from app.consultation.physical_checks.facts import kept_reading
from app.consultation.physical_checks.words import audit_c_words, bmi_words, found
from app.consultation.visit import Visit
from app.reports.plan_paper import BodyCheck, NotDone

CHECKS = (
    ("blood_pressure", "Blood pressure"),
    ("standing_blood_pressure", "Blood pressure, lying and standing"),
    ("pulse", "Pulse"),
    ("temperature", "Temperature"),
    ("respiratory_rate", "Breathing rate"),
    ("oxygen", "Oxygen"),
    ("weight", "Weight"),
    ("waist", "Waist"),
    ("smoking", "Smoking"),
    ("hba1c", "Blood sugar over time (HbA1c)"),
    ("fasting_glucose", "Blood sugar, fasting"),
    ("random_glucose", "Blood sugar"),
    ("total_cholesterol", "Cholesterol"),
    ("white_cells", "White blood cells"),
    ("neutrophils", "Neutrophils (white blood cells)"),
    ("clozapine_level", "Clozapine level"),
    ("lithium_level", "Lithium level"),
    ("egfr", "Kidneys (eGFR)"),
    ("acr", "Kidneys (urine ACR)"),
    ("sodium", "Sodium"),
    ("potassium", "Potassium"),
    ("adjusted_calcium", "Calcium"),
    ("tsh", "Thyroid (TSH)"),
    ("alt", "Liver (ALT)"),
    ("prolactin", "Prolactin"),
    ("qtc", "Heart tracing (QTc)"),
)
ALWAYS_SAID = ("smoking",)
NOT_DONE_WORDS = {
    WhyNot.DECLINED: "I would rather not today.",
    WhyNot.NOT_DONE: "Not done today.",
    WhyNot.NOT_SURE: "Not sure.",
}
HOW_WORDS = {How.MEASURED: "", How.SELF_REPORTED: ", as I told it", How.FROM_RECORD: ", from my record"}

# The short names of the sources that the scales themselves carry in full.
BANDS_FROM = {
    "blood_pressure": "NICE NG136",
    "standing_blood_pressure": "BMJ 2021",
    "pulse": "NEWS2",
    "temperature": "NEWS2",
    "respiratory_rate": "NEWS2",
    "oxygen": "NEWS2",
    "bmi": "NICE NG7",
    "waist": "NICE NG246",
    "hba1c": "NICE PH38, NG28",
    "fasting_glucose": "NICE PH38",
    "total_cholesterol": "Lester resource 2012",
    "audit_c": "UK AUDIT-C",
    "white_cells": "NHS GGC",
    "neutrophils": "NHS GGC",
    "lithium_level": "SPS lithium monitoring",
    "egfr": "NICE NG203",
    "acr": "NICE NG203",
}

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
    "white_cells": "clozapine-blood",
    "neutrophils": "clozapine-blood",
    "lithium_level": "lithium-level",
    "alcohol": "alcohol",
}


def body_checks(draft: Draft, visit: Visit) -> tuple[BodyCheck, ...]:
    """One row for each check with a value."""
    record = draft.record(physical_checks.SECTION)
    rows = [
        _check(name, what, draft, visit) for name, what in CHECKS if isinstance(getattr(record, name), Known)
    ]
    alcohol = audit_c_words(record, visit)
    if alcohol:
        means = with_source("audit_c", alcohol.beneath)
        rows.append(BodyCheck("Alcohol", alcohol.value, means, _next_step("alcohol", draft)))
    return tuple(rows)


def checks_not_done(draft: Draft) -> tuple[NotDone, ...]:
    """What was left for another day, and why."""
    record = draft.record(physical_checks.SECTION)
    answers = [(what, getattr(record, name)) for name, what in CHECKS]
    return tuple(
        NotDone(what, f"{NOT_DONE_WORDS[answer.reason]} {answer.note}".strip())
        for what, answer in answers
        if isinstance(answer, Unknown) and answer.reason in NOT_DONE_WORDS
    )


def with_source(scale: str, band: str) -> str:
    """The band as a sentence, with where its ends come from; nothing where there is no band."""
    return f"{band[:1].upper()}{band[1:]} ({BANDS_FROM[scale]})." if band else ""


def _check(name: str, what: str, draft: Draft, visit: Visit) -> BodyCheck:
    return BodyCheck(what, _found(name, draft, visit), _means(name, draft, visit), _next_step(name, draft))


def _found(name: str, draft: Draft, visit: Visit) -> str:
    """The value in words; when and how it is known, where that is not "measured at this visit"."""
    record = draft.record(physical_checks.SECTION)
    answer, words = getattr(record, name), found(name, record, visit)
    value = words.value
    if name == "blood_pressure":
        kept = kept_reading(answer.value)
        value = f"{kept.systolic} over {kept.diastolic}"
    if name == "weight":
        value = f"{words.value} ({words.beneath})"
    if name == "smoking" and isinstance(record.cigarettes_a_day, Known):
        value = f"{value}, {record.cigarettes_a_day.value} a day"
    value += "" if name in ALWAYS_SAID else HOW_WORDS[answer.how]
    return f"{value}, taken {in_words(answer.taken_on)}" if answer.taken_on < visit.day else value


def _means(name: str, draft: Draft, visit: Visit) -> str:
    record = draft.record(physical_checks.SECTION)
    if name == "weight":
        size = bmi_words(record, visit)
        return with_source("bmi", f"{size.value}, {size.beneath}") if size else ""
    return with_source(name, found(name, record, visit).beneath) if name in BANDS_FROM else ""


def _next_step(check: str, draft: Draft) -> str:
    """What was agreed after this check, in the plan's own words."""
    topic = NEXT_STEP_TOPICS.get(check, "")
    return ". ".join(action.what for action in draft.plan.actions if topic and action.topic == topic)
