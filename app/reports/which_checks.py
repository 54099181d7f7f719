"""Which checks stand on the paper, how they are called there, and which are left out and why.

The list is the record's own: a check that is added there stands on the paper, under its own label, unless it
is named here as left out.
"""

from collections.abc import Iterator

from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.questions import questions

NAMES = {
    "drinking_days": "Alcohol",
    "drinking_units": "How much I drink at a time",
    "heavy_drinking": "How often I drink a lot",
    "hba1c": "Blood sugar over time (HbA1c)",
    "fasting_glucose": "Blood sugar, fasting",
    "random_glucose": "Blood sugar",
    "ketones": "Ketones, from the finger",
    "total_cholesterol": "Cholesterol",
    "triglycerides": "Blood fats (triglycerides)",
    "standing_blood_pressure": "Blood pressure, lying and standing",
    "oxygen": "Oxygen",
    "audit_total": "Alcohol, all ten questions",
    "white_cells": "White blood cells",
    "neutrophils": "Neutrophils (a kind of white blood cell)",
    "egfr": "Kidneys (eGFR)",
    "acr": "Kidneys (urine ACR)",
    "adjusted_calcium": "Calcium",
    "tsh": "Thyroid (TSH)",
    "alt": "Liver (ALT)",
    "qtc": "Heart tracing (QTc)",
    "ecg": "Heart tracing (ECG), last done",
}

# Told in the row of the check that it belongs to.
INSIDE = {
    "bp_symptoms": "blood_pressure",
    "cigarettes_a_day": "smoking",
    "drinking_units": "drinking_days",
    "heavy_drinking": "drinking_days",
}

# What is taken together is called by one name where none of it was done.
FAMILIES = {
    "Blood pressure": ("blood_pressure", "bp_symptoms"),
    "Smoking": ("smoking", "cigarettes_a_day"),
    "Alcohol": ("drinking_days", "drinking_units", "heavy_drinking"),
    "Blood sugar": ("hba1c", "fasting_glucose", "random_glucose"),
    "Blood fats (cholesterol)": ("total_cholesterol", "hdl", "triglycerides"),
}

# Nothing that was found today; each with its reason.
_FOR_THE_RULES = "asked for the rules only; what comes of it stands among the promises"
_KNOWN_BEFORE = "says what was known or done before this visit, not what was found at it"
_SIGN = "a sign leads to something done, which stands among the promises"
_ALONE = "it was told alone, and is never printed"
_SCORE = "a score about the person is for those who worked it out to explain, not for a sheet of paper"
_BESIDE = "belongs to a result, and says nothing by itself"
LEFT_OUT = {
    "glucose_symptoms": _FOR_THE_RULES,
    "ethnic_background": "no check; where it is not known, the BMI is printed with both of its ranges",
    "plans_to_stop_smoking": _FOR_THE_RULES,
    "smoking_change": _FOR_THE_RULES,
    "entering_smoke_free_place": _FOR_THE_RULES,
    "stop_smoking_help_offered": _FOR_THE_RULES,
    "smoking_restart": _FOR_THE_RULES,
    "chest_signs": _SIGN,
    "dependence_signs": _SIGN,
    "drank_less_lately": _SIGN,
    "withdrawal_signs": _SIGN,
    "brain_signs": _SIGN,
    "hard_to_wake": _SIGN,
    "wasting": _SIGN,
    "breathing_illness": _KNOWN_BEFORE,
    "caffeine": _FOR_THE_RULES,
    "drugs": _ALONE,
    "cannabis_changed": _ALONE,
    "stimulant_signs": _ALONE,
    "naloxone_kit": _ALONE,
    "gambling": "who lives with the person may not know; what comes of it stands among the promises",
    "hba1c_trouble": _ALONE,
    "on_smi_register": "a list of the practice, which the person did not make and cannot change",
    "tests_owner": "says who works on it, and nothing of what was found; what comes of it is a promise",
    "test_awaited": _FOR_THE_RULES,
    "blood_test_trouble": _FOR_THE_RULES,
    "ecg_reasons": _KNOWN_BEFORE,
    "full_audit": _KNOWN_BEFORE,
    "known_conditions": _KNOWN_BEFORE,
    "foot_check": _KNOWN_BEFORE,
    "diabetic_eye_screening": _KNOWN_BEFORE,
    "family_early_heart_disease": _KNOWN_BEFORE,
    "belly_pain_now": _SIGN,
    "meter_reads_high": _SIGN,
    "glucose_danger_signs": _SIGN,
    "liver_signs": _SIGN,
    "low_sugars": _FOR_THE_RULES,
    "alt_limit": _BESIDE,
    "tsh_outside_range": _BESIDE,
    "weight_talk_welcome": _FOR_THE_RULES,
    "weight_loss_meant": _FOR_THE_RULES,
    "has_diabetes": _KNOWN_BEFORE,
    "has_hypertension": _KNOWN_BEFORE,
    "hypertension_review": _KNOWN_BEFORE,
    "metabolic_review": _KNOWN_BEFORE,
    "pulse_again": "the first count stands on the paper; a second one serves the rules",
    "respiratory_rate_again": "the first count stands on the paper; a second one serves the rules",
    "oxygen_again": "the first reading stands on the paper; a second one serves the rules",
    "pulse_signs": _SIGN,
    "pulse_rhythm": _SIGN,
    "lying_blood_pressure": _BESIDE,
    "unwell_today": _SIGN,
    "newly_confused": _SIGN,
    "unsteady": _SIGN,
    "infection_signs": _SIGN,
    "sepsis_signs": _SIGN,
    "new_symptoms": _SIGN,
    "symptom_put_down_to": _FOR_THE_RULES,
    "symptom_looked_into": _FOR_THE_RULES,
    "has_atrial_fibrillation": _KNOWN_BEFORE,
    "has_low_oxygen_target": _KNOWN_BEFORE,
    "has_other_count_limits": _KNOWN_BEFORE,
    "news2": _SCORE,
    "qrisk3": _SCORE,
    "must": _SCORE,
    "frailty": _SCORE,
    "other_results": "opens further questions, and is no answer of its own",
    "clozapine_hours": _BESIDE,
    "lithium_hours": _BESIDE,
    "ecg_read_by": _BESIDE,
    "qtc_formula": _BESIDE,
    "ecg_heart_rate": _BESIDE,
    "scores_from": _BESIDE,
    "end_of_life_care": "nobody should read of it first on a sheet of paper",
}


def rows() -> Iterator[str]:
    """The checks that have a row of their own, in the order in which they are asked."""
    return (name for name in questions(PhysicalChecks) if name not in LEFT_OUT and name not in INSIDE)


def name_of(check: str) -> str:
    """How one check is called on the paper."""
    return NAMES.get(check, questions(PhysicalChecks)[check].label)


def families() -> dict[str, tuple[str, ...]]:
    """Every check that stands on the paper, under the name that it shares with what is taken together."""
    shared = {check: family for family, checks in FAMILIES.items() for check in checks}
    found: dict[str, tuple[str, ...]] = {}
    for check in questions(PhysicalChecks):
        if check not in LEFT_OUT:
            family = shared.get(check, name_of(check))
            found[family] = (*found.get(family, ()), check)
    return found
