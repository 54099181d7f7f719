"""The facts of weight over time, of what is known already, and of blood pressure on two days."""

from app.consultation.physical_checks.fact_kinds import number, yes_no

WEIGH = "Weight, measured, if the person agrees"
WEIGH_AND_BEFORE = f"{WEIGH}, and one measured in the {{months}} months before"
WEIGH_AND_AT_START = f"{WEIGH}, and one from before the medicine was begun"
KNOWN = "What is known already: diabetes, heart, kidney, inherited cholesterol, an eating disorder?"


WEIGHTS = (
    number(
        "weight_loss",
        "Weight lost in 6 months",
        "%",
        ("0", "60", "0.1"),
        "weight",
        WEIGH_AND_BEFORE.format(months="six"),
    ),
    number(
        "weight_gain_in_three_months",
        "Weight gained in 3 months",
        "kg",
        ("0", "200", "0.1"),
        "weight",
        WEIGH_AND_BEFORE.format(months="three"),
    ),
    number(
        "weight_gain_on_new_medicine",
        "Weight gained since a medicine was begun",
        "%",
        ("0", "200", "0.1"),
        "weight",
        WEIGH_AND_AT_START,
    ),
    number(
        "weight_gain_in_first_month",
        "Weight gained in the first month of a medicine",
        "%",
        ("0", "200", "0.1"),
        "weight",
        WEIGH_AND_AT_START,
    ),
    number(
        "weight_gain_on_olanzapine_or_clozapine",
        "Weight gained on olanzapine or clozapine",
        "%",
        ("0", "200", "0.1"),
        "weight",
        WEIGH_AND_AT_START,
    ),
    number(
        "bmi_rise_on_olanzapine_or_clozapine",
        "BMI risen on olanzapine or clozapine",
        "kg/m2",
        ("0", "100", "0.1"),
        "weight",
        WEIGH_AND_AT_START,
    ),
    yes_no(
        "weight_loss_meant", "The weight loss was meant", "weight_loss_meant", "Was the weight loss meant?"
    ),
    yes_no(
        "weight_talk_welcome",
        "Would like to talk about weight",
        "weight_talk_welcome",
        "May we talk about weight today?",
    ),
)
CONDITIONS = (
    yes_no("has_type_1_diabetes", "Type 1 diabetes, known", "known_conditions", KNOWN),
    yes_no("has_heart_disease", "Heart disease, stroke or TIA, known", "known_conditions", KNOWN),
    yes_no("has_inherited_cholesterol", "Inherited high cholesterol, known", "known_conditions", KNOWN),
    yes_no("has_eating_disorder", "An eating disorder, known", "known_conditions", KNOWN),
)
PRESSURE = (
    yes_no(
        "upper_number_over_target_on_two_days",
        "Upper number over target on two days",
        "blood_pressure",
        "Blood pressure: two readings, seated",
    ),
)
