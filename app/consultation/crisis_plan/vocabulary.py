"""The facts that the crisis plan holds ready for rules, and how to ask for each."""

from app.rules.facts import FactKind, Kind

VOCABULARY = (
    FactKind(
        "has_crisis_plan",
        "A crisis plan is written down",
        Kind.YES_NO,
        asked_in="crisis_plan.hard_times",
        ask="Is there a plan for when your mind or your body gets worse?",
    ),
    FactKind(
        "has_advance_wishes",
        "Wishes for when unwell are written down",
        Kind.YES_NO,
        asked_in="crisis_plan.wishes",
        ask="Are your wishes for when you are unwell written down somewhere?",
    ),
    FactKind(
        "has_somebody_to_call",
        "Somebody to call is written down",
        Kind.YES_NO,
        asked_in="crisis_plan.any_caller",
        ask="Is there somebody to call when things get worse?",
    ),
)

TOPICS = {"crisis-plan": "Crisis plan and wishes"}
