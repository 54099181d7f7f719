"""The facts about habits and what they do beside medicines, and how to ask for each."""

from app.consultation.physical_checks.fact_kinds import last, number, yes_no

DRUGS = "In the last 3 months: cannabis, cocaine, amphetamines, opioids? Ever injected or shared a kit?"
CAFFEINE = "Has your coffee, tea, cola or energy drinks changed?"

HABITS = (
    last(
        "last_smoking_restart",
        "Smoking again, smoking more, or back from a smoke-free place",
        "smoking_restart",
        "Are you smoking again, or more, or back from a smoke-free place, and since when?",
    ),
    yes_no("has_smoked", "Smokes, used to, or vapes", "smoking", "Do you smoke, did you, or do you vape?"),
    yes_no(
        "chest_sign",
        "A cough that stays, or another sign in the chest",
        "chest_signs",
        "A cough for over 3 weeks, blood, short of breath, losing weight, hoarse?",
    ),
    yes_no("blood_in_the_spit", "Blood in the spit", "chest_signs", "Is there blood when you cough?"),
    number(
        "audit_total",
        "AUDIT, all ten questions",
        "points",
        ("0", "40", "1"),
        "audit_total",
        "All ten AUDIT questions, added up",
    ),
    yes_no(
        "alcohol_dependence_sign",
        "A sign that the body may depend on alcohol",
        "dependence_signs",
        "Drinks in the morning, shakes or sweats without a drink, a fit before?",
    ),
    yes_no(
        "alcohol_dependence_possible",
        "Alcohol dependence is possible",
        "drinking_days",
        "The questions about alcohol, with the signs that go with drinking",
    ),
    yes_no(
        "drank_less_lately",
        "Much less alcohol, or none, in the last 5 days",
        "drank_less_lately",
        "Have you had much less to drink, or nothing, in the last 5 days?",
    ),
    yes_no(
        "withdrawal_sign",
        "A sign of alcohol withdrawal",
        "withdrawal_signs",
        "Trembling, sweating, confused, a fit, or seeing things that are new?",
    ),
    yes_no(
        "wasting_or_vomiting",
        "Lost a lot of weight, or sick for days",
        "unwell_today",
        "Are you unwell today? Have you lost a lot of weight, or been sick for days?",
    ),
    yes_no(
        "brain_sign",
        "Unsteady, eyes do not move well, or confused",
        "brain_signs",
        "Unsteady on the feet, double sight, or confused?",
    ),
    yes_no(
        "hard_to_wake",
        "Found hard to wake",
        "hard_to_wake",
        "Has anybody found you hard to wake, after drink and medicines?",
    ),
    yes_no(
        "breathing_illness",
        "Sleep apnoea or COPD",
        "breathing_illness",
        "Is sleep apnoea or COPD known?",
    ),
    yes_no("much_more_caffeine", "Much more caffeine, or energy drinks", "caffeine", CAFFEINE),
    yes_no("much_less_caffeine", "Much less caffeine, or none", "caffeine", CAFFEINE),
    yes_no("smokes_cannabis", "Smokes cannabis", "drugs", DRUGS),
    yes_no(
        "cannabis_use_changed",
        "Cannabis: a change",
        "cannabis_changed",
        "Is it more cannabis than before, less, or none?",
    ),
    yes_no("uses_stimulants", "Uses cocaine or amphetamines", "drugs", DRUGS),
    yes_no(
        "chest_pain_with_stimulants",
        "Chest pain, with stimulants",
        "stimulant_signs",
        "With cocaine or amphetamines: is there chest pain now?",
    ),
    yes_no(
        "palpitations_with_stimulants",
        "Heart racing, thumping or missing, with stimulants",
        "stimulant_signs",
        "Does your heart race, thump or miss a beat?",
    ),
    yes_no("uses_unprescribed_opioids", "Uses opioids nobody prescribed", "drugs", DRUGS),
    yes_no(
        "naloxone_kit_at_home",
        "A naloxone kit at home",
        "naloxone_kit",
        "Is there a naloxone kit at home?",
    ),
    yes_no("injected_or_shared_kit", "Injected, or shared a kit", "drugs", DRUGS),
    yes_no(
        "gambling_harm",
        "Harm from gambling",
        "gambling",
        "Has gambling, yours or somebody else's, done you harm?",
    ),
    last(
        "last_gambling_question", "Question about gambling", "gambling", "When was gambling last asked about?"
    ),
)

HABIT_TOPICS = {
    "chest": "A cough that stays",
    "sedatives": "Medicines that make sleepy, together",
    "withdrawal": "Drinking less, and unwell",
    "vitamin-b1": "Vitamin B1",
    "drugs": "Drugs",
    "urges": "New urges",
    "gambling": "Gambling",
    "caffeine": "Caffeine",
}
