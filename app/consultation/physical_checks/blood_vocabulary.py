"""The facts of fats, kidney, liver and sugar, and how to ask for each.

Ranges: the hard limits of research/clinical_rules.md section 1.3 (project proposals, mark K).
"""

from app.consultation.physical_checks.fact_kinds import last, number, yes_no

KIDNEY = "The last eGFR, and its date"

BLOOD = (
    number(
        "total_cholesterol",
        "Total cholesterol",
        "mmol/L",
        ("0.5", "30", "0.1"),
        "total_cholesterol",
        "The last cholesterol, and its date",
    ),
    number("hdl", "HDL cholesterol", "mmol/L", ("0.1", "6", "0.01"), "hdl", "The last HDL, and its date"),
    number(
        "non_hdl",
        "Cholesterol other than HDL",
        "mmol/L",
        ("0", "30", "0.1"),
        "total_cholesterol",
        "Total cholesterol and HDL of one sample",
    ),
    yes_no("hdl_low", "HDL cholesterol low", "hdl", "The last HDL, and its date"),
    number(
        "triglycerides",
        "Triglycerides",
        "mmol/L",
        ("0.1", "120", "0.1"),
        "triglycerides",
        "The last triglycerides, and their date",
    ),
    number("qrisk3", "QRISK3", "%", ("0", "100", "0.1"), "qrisk3", "The last QRISK3, and its date"),
    yes_no(
        "family_early_heart_disease",
        "Heart disease early in the family, or in them",
        "family_early_heart_disease",
        "Heart disease before 60 in the family, or in them?",
    ),
    yes_no(
        "belly_pain_now",
        "Belly pain now",
        "belly_pain_now",
        "With very high blood fats: is there belly pain now?",
    ),
    number("egfr_fall", "Fall of the eGFR within a year", "%", ("0", "100", "0.1"), "egfr", KIDNEY),
    yes_no("egfr_low_for_the_first_time", "eGFR under 60 for the first time", "egfr", KIDNEY),
    number(
        "alt_of_limit",
        "ALT against the laboratory's limit",
        "times",
        ("0", "2000", "0.01"),
        "alt",
        "The last ALT, and the laboratory's upper limit",
    ),
    yes_no("liver_sign", "Sign of the liver", "liver_signs", "Yellow skin or eyes, or easy bruises?"),
)
SUGAR = (
    number(
        "glucose_today",
        "Glucose, today",
        "mmol/L",
        ("1", "60", "0.1"),
        "random_glucose",
        "A glucose from the finger now",
    ),
    yes_no("meter_reads_high", "The meter reads HI", "meter_reads_high", "Does the meter read HI?"),
    number(
        "ketones_today",
        "Ketones, today",
        "mmol/L",
        ("0", "15", "0.1"),
        "ketones",
        "Ketones from the finger now",
    ),
    yes_no(
        "glucose_danger_sign",
        "Danger sign with a high sugar",
        "glucose_danger_signs",
        "Being sick, belly pain, deep or fast breathing, drowsy or confused?",
    ),
    yes_no(
        "low_sugars_again",
        "Low sugars again and again",
        "low_sugars",
        "Low sugars (hypos) again and again?",
    ),
    yes_no("hba1c_has_risen", "HbA1c has risen", "hba1c", "The last HbA1c, and its date"),
    last(
        "last_plasma_glucose",
        "Glucose from a laboratory",
        "random_glucose",
        "When was glucose last tested in a laboratory?",
    ),
    last("last_hba1c_check", "HbA1c check", "hba1c", "When was HbA1c last tested?"),
    last("last_kidney_check", "Kidney check", "egfr", "When was the eGFR last tested?"),
    last("last_urine_acr_check", "Urine ACR check", "acr", "When was the urine ACR last tested?"),
    last("last_foot_check", "Diabetes foot check", "foot_check", "When were the feet last checked?"),
    last(
        "last_diabetic_eye_screening",
        "Diabetes eye screening",
        "diabetic_eye_screening",
        "When were the eyes last screened for diabetes?",
    ),
)
BLOOD_TOPICS = {
    "low-sugar": "Low sugar",
    "heart-risk": "Heart risk",
    "lipids": "Blood fats",
    "kidney": "Kidneys",
    "liver": "Liver",
    "diabetes-checks": "Checks for diabetes",
}
