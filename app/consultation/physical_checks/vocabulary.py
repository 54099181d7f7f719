"""The facts that the physical checks hold ready for rules, and how to ask for each.

Ranges: the hard limits of research/clinical_rules.md section 1 (project proposals, mark K), which a rule's
threshold must lie within; steps: the places that are displayed.
"""

from decimal import Decimal

from app.consultation.person import EthnicBackground
from app.consultation.physical_checks.acute_vocabulary import ACUTE, ACUTE_TOPICS
from app.consultation.physical_checks.blood_vocabulary import BLOOD, BLOOD_TOPICS, SUGAR
from app.consultation.physical_checks.fact_kinds import SECTION, last, number, yes_no
from app.consultation.physical_checks.habit_vocabulary import HABIT_TOPICS, HABITS
from app.consultation.physical_checks.monitoring_vocabulary import MONITORING, MONITORING_TOPICS
from app.consultation.physical_checks.observation_vocabulary import OBSERVATION_TOPICS, OBSERVATIONS
from app.consultation.physical_checks.result_vocabulary import RESULT_TOPICS, RESULTS
from app.consultation.physical_checks.rhythm_vocabulary import RHYTHM
from app.consultation.physical_checks.watched_vocabulary import WATCHED
from app.consultation.physical_checks.weight_vocabulary import CONDITIONS, PRESSURE, WEIGHTS
from app.rules.facts import FactKind, Kind

MEASURED = (
    FactKind("age", "Age", Kind.NUMBER, "years", Decimal(0), Decimal(130), Decimal(1), ask="Date of birth?"),
    number(
        "systolic_today",
        "Systolic blood pressure, today",
        "mmHg",
        ("50", "300", "1"),
        "blood_pressure",
        "May I take your blood pressure?",
    ),
    number(
        "diastolic_today",
        "Diastolic blood pressure, today",
        "mmHg",
        ("20", "200", "1"),
        "blood_pressure",
        "May I take your blood pressure?",
    ),
    number(
        "systolic",
        "Systolic blood pressure",
        "mmHg",
        ("50", "300", "1"),
        "blood_pressure",
        "Blood pressure: two readings, seated",
    ),
    number(
        "diastolic",
        "Diastolic blood pressure",
        "mmHg",
        ("20", "200", "1"),
        "blood_pressure",
        "Blood pressure: two readings, seated",
    ),
    number("bmi", "BMI", "kg/m2", ("8", "130", "0.1"), "weight", "Weight and height, if the person agrees"),
    number("hba1c", "HbA1c", "mmol/mol", ("15", "200", "1"), "hba1c", "The last HbA1c, and its date"),
    number(
        "fasting_glucose",
        "Fasting glucose",
        "mmol/L",
        ("1", "60", "0.1"),
        "fasting_glucose",
        "A fasting glucose, and its date",
    ),
    number(
        "random_glucose",
        "Glucose, not fasting",
        "mmol/L",
        ("1", "60", "0.1"),
        "random_glucose",
        "A glucose result, and its date",
    ),
    number(
        "audit_c",
        "AUDIT-C",
        "points",
        ("0", "12", "1"),
        "drinking_days",
        "The three AUDIT-C questions about alcohol",
    ),
)

TOLD = (
    FactKind(
        "ethnic_background",
        "Family background",
        Kind.CHOICE,
        options=tuple(background.value for background in EthnicBackground),
        asked_in=f"{SECTION}.ethnic_background",
        ask="Which family background would you say is yours?",
    ),
    yes_no(
        "has_lower_bmi_threshold_background",
        "Family background with a lower BMI threshold",
        "ethnic_background",
        "Which family background would you say is yours?",
    ),
    yes_no(
        "bp_warning_symptom",
        "Warning sign with very high blood pressure",
        "bp_symptoms",
        "Chest pain, short of breath, confused, sight changed, bad headache, weak, or passing little water?",
    ),
    yes_no(
        "has_hypertension", "High blood pressure, known", "has_hypertension", "Known high blood pressure?"
    ),
    yes_no("has_diabetes", "Diabetes, known", "known_conditions", "Is diabetes already known?"),
    yes_no(
        "high_glucose_symptom",
        "Sign of high glucose",
        "glucose_symptoms",
        "Very thirsty, passing a lot of water, or losing weight without trying?",
    ),
    yes_no("smokes_tobacco", "Smokes tobacco", "smoking", "Do you smoke at the moment?"),
    yes_no(
        "plans_to_stop_smoking",
        "Plans to stop or cut down smoking",
        "plans_to_stop_smoking",
        "Are you planning to stop smoking or to cut down?",
    ),
    yes_no(
        "entering_smoke_free_place",
        "Going somewhere smoke-free",
        "entering_smoke_free_place",
        "Are you going somewhere soon where you cannot smoke?",
    ),
    yes_no(
        "stop_smoking_help_offered",
        "Help to stop smoking offered at this visit",
        "stop_smoking_help_offered",
        "Was help to stop smoking offered today?",
    ),
    yes_no(
        "receiving_end_of_life_care",
        "Receiving end of life care",
        "end_of_life_care",
        "Is the person receiving end of life care?",
    ),
)

LAST_DONE = (
    last(
        "last_smoking_change",
        "Stopped, cut down or switched to a vape",
        "smoking_change",
        "Have you stopped, cut down or switched to a vape, and when?",
    ),
    last(
        "last_hypertension_review",
        "Blood pressure review",
        "hypertension_review",
        "When was your blood pressure last reviewed?",
    ),
    last(
        "last_metabolic_review",
        "Metabolic review",
        "metabolic_review",
        "When were weight, waist, blood pressure, glucose and lipids last looked at together?",
    ),
    last("last_full_audit", "Full AUDIT", "full_audit", "When were all ten AUDIT questions last done?"),
    last("last_alcohol_check", "Alcohol check", "drinking_days", "When was alcohol last asked about?"),
    last("last_glucose_check", "Glucose or HbA1c check", "hba1c", "When was glucose or HbA1c last tested?"),
    last(
        "last_blood_pressure_check",
        "Blood pressure check",
        "blood_pressure",
        "When was blood pressure last taken?",
    ),
    last("last_bmi_check", "BMI check", "weight", "When was weight last measured?"),
    last("last_lipids_check", "Lipids check", "total_cholesterol", "When was cholesterol last tested?"),
    last("last_smoking_check", "Smoking check", "smoking", "When was smoking last asked about?"),
)

VOCABULARY = (
    *MEASURED,
    *TOLD,
    *LAST_DONE,
    *OBSERVATIONS,
    *ACUTE,
    *WEIGHTS,
    *CONDITIONS,
    *PRESSURE,
    *RESULTS,
    *RHYTHM,
    *BLOOD,
    *SUGAR,
    *MONITORING,
    *HABITS,
    *WATCHED,
)

TOPICS = {
    "annual-check": "Yearly check",
    "alcohol": "Alcohol",
    "blood-pressure": "Blood pressure",
    "glucose": "Blood sugar",
    "metabolic": "Weight, glucose and heart",
    "smoking": "Smoking",
    **OBSERVATION_TOPICS,
    **ACUTE_TOPICS,
    **RESULT_TOPICS,
    **MONITORING_TOPICS,
    **HABIT_TOPICS,
    **BLOOD_TOPICS,
}
