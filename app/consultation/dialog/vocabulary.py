"""The facts that DIALOG holds ready for rules: low means rated 1 to 3."""

from app.rules.facts import FactKind, Kind

VOCABULARY = (
    FactKind(
        "any_area_low_with_help_wanted",
        "An area of life rated 1 to 3, with more help wanted",
        Kind.YES_NO,
        asked_in="dialog.mental_health",
        ask="How satisfied are you with each area, and do you want more help there?",
    ),
    FactKind(
        "personal_safety_low",
        "Personal safety rated 1 to 3",
        Kind.YES_NO,
        asked_in="dialog.personal_safety",
        ask="How satisfied are you with your personal safety?",
    ),
    FactKind(
        "physical_health_low",
        "Physical health rated 1 to 3",
        Kind.YES_NO,
        asked_in="dialog.physical_health",
        ask="How satisfied are you with your physical health?",
    ),
    FactKind(
        "medication_low",
        "Medication rated 1 to 3",
        Kind.YES_NO,
        asked_in="dialog.medication",
        ask="How satisfied are you with your medication?",
    ),
)

TOPICS = {"how-life-is-going": "How life is going"}
