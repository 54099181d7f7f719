"""The facts that wellbeing and safety hold ready for rules, and how to ask for each."""

from decimal import Decimal

from app.consultation.fact_kinds import AskedIn
from app.rules.facts import FactKind, Kind

SECTION = "wellbeing_and_safety"

_yes_no = AskedIn(SECTION).yes_no


VOCABULARY = (
    _yes_no("low_mood", "Low mood", "mood", "How has your mood been lately?"),
    _yes_no(
        "low_mood_new_or_worse",
        "Low mood, new or worse",
        "mood_is_new_or_worse",
        "Is the low mood new, or worse than before?",
    ),
    FactKind(
        "last_mood_blood_tests",
        "Blood tests that low mood needs",
        Kind.LAST_DONE,
        asked_in=f"{SECTION}.mood_blood_tests",
        ask="When were blood count, thyroid, sugar, vitamins and calcium last tested?",
    ),
    FactKind(
        "sleep_hours",
        "Sleep in 24 hours",
        Kind.NUMBER,
        "hours",
        Decimal(0),
        Decimal(24),
        Decimal("0.1"),
        asked_in=f"{SECTION}.sleep_hours",
        ask="How many hours do you sleep in a usual day and night?",
    ),
    _yes_no("sleep_changed", "Sleep has changed", "sleep_change", "Has your sleep changed?"),
    _yes_no(
        "new_bedwetting",
        "New bedwetting, or too deeply asleep to wake",
        "wet_bed",
        "Does bedwetting happen, or sleep too deep to wake from?",
    ),
    _yes_no("waking_early", "Waking early", "sleep_change", "Do you wake much earlier than you want?"),
    _yes_no(
        "eating_or_drinking_little",
        "Eating or drinking very little",
        "eats_little",
        "Are you eating or drinking very little?",
    ),
    _yes_no(
        "thoughts_of_ending_life",
        "Thoughts of not wanting to live",
        "not_wanting_to_live",
        "Have you felt that life is not worth living, or thought of ending your life?",
    ),
    _yes_no(
        "suicide_danger_sign",
        "Plan, or cannot keep safe",
        "danger_signs",
        "Is there a plan, the means, a recent attempt, or a voice that says to do it? Can you keep safe?",
    ),
    _yes_no(
        "two_weeks_of_medicines_at_home",
        "Two weeks of medicines or more at home",
        "stock_at_home",
        "How much of your medicines is at home?",
    ),
    _yes_no(
        "self_harm_lately",
        "Self-harm in the last 3 months",
        "self_harm",
        "Have you hurt yourself on purpose, or taken too much of something?",
    ),
    _yes_no(
        "self_harm_needs_care_now",
        "Self-harm that needs care now",
        "care_needed",
        "Is there an overdose that nobody has checked, or a wound that needs care?",
    ),
)

TOPICS = {
    "mood": "Mood",
    "safety": "Keeping safe",
    "sleep": "Sleep",
    "clozapine-night": "Nights on clozapine",
}
