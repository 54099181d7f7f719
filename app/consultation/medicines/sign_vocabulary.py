"""The facts of signs, side effects and changes of the medicines, and how to ask for each."""

from app.consultation.fact_kinds import AskedIn
from app.rules.facts import FactKind, Kind

SECTION = "medicines"
NOTICED = "Did you notice any of these since we last met?"
NEW_NOW = "Is any of these new, and there now?"
CHANGED = "When was a medicine for the mind last begun, or its dose raised?"

_yes_no = AskedIn(SECTION).yes_no


def _body(name: str, label: str) -> FactKind:
    return _yes_no(name, label, "body_signs", NEW_NOW)


def _inner(name: str, label: str) -> FactKind:
    return _yes_no(name, label, "inner_signs", NEW_NOW)


def _effect(name: str, label: str) -> FactKind:
    return _yes_no(name, label, "effects", NOTICED)


SIGNS = (
    _body("stiff_all_over", "Stiff all over, now"),
    _body("sweating_heavily", "Sweating heavily, now"),
    _body("racing_or_unsteady_pulse", "Racing heart, or blood pressure up and down, now"),
    _body("very_agitated", "Very agitated, now"),
    _body("shaking_or_jerking", "Shaking, or muscles jerking, now"),
    _body("muscle_locked_now", "Neck, eyes, jaw or tongue locked, now"),
    _body("very_drowsy", "Very drowsy, now"),
    _body("headache_or_losing_sight", "New headache, or losing sight"),
    _body("fit_or_blackout", "A fit or a blackout, lately"),
    _body("feverish_now", "Fever, measured or said"),
    _body("confused_now", "Confused, now"),
    _inner("new_rash", "A new rash"),
    _inner("sores_in_mouth_or_eyes", "Sores in mouth or eyes"),
    _inner("being_sick_or_belly_pain", "Being sick, or belly pain, now"),
    _inner("diarrhoea_now", "Diarrhoea, now"),
    _inner("bleeding_inside", "Black stools, or vomiting blood"),
    _inner("cannot_pass_water", "Cannot pass water"),
    _effect("restless_noticed", "Cannot keep still"),
    _effect("stiffness_noticed", "Stiff, or slow to move"),
    _effect("movements_noticed", "Movements that are not meant"),
    _effect("unsteady_noticed", "Unsteady, or falls"),
    _effect("heart_noticed", "Heart racing, thumping or missing"),
    _effect("swallowing_noticed", "Food going down the wrong way"),
    _effect("snoring_noticed", "Snoring, or a cough that stays"),
    _effect("sleepy_a_lot", "Much sleepier or slower than wanted"),
    _effect("foggy_noticed", "Thinking feels foggy"),
    _effect("bowels_noticed", "Harder to open the bowels"),
    _effect("dry_mouth_noticed", "Dry mouth as a side effect"),
    _effect("eyes_noticed", "Blurred sight"),
    _yes_no(
        "medicine_changed_in_two_weeks",
        "A medicine for the mind begun or raised in 2 weeks",
        "medicine_changed",
        CHANGED,
    ),
    _yes_no(
        "medicine_changed_in_eight_weeks",
        "A medicine for the mind begun or raised in 8 weeks",
        "medicine_changed",
        CHANGED,
    ),
    _yes_no(
        "hormone_sign",
        "Sign of raised prolactin",
        "hormone_signs",
        "Any change in periods, breasts, or sex life?",
    ),
    FactKind(
        "last_movement_check",
        "Movements looked at",
        Kind.LAST_DONE,
        asked_in=f"{SECTION}.movement_check",
        ask="When were movements last looked at?",
    ),
    _yes_no(
        "depot_overdue",
        "Depot later than its limit",
        "depot_time",
        "Is the depot injection later than it may be?",
    ),
    _yes_no(
        "olanzapine_depot_today",
        "Olanzapine depot given today",
        "olanzapine_depot",
        "Was the olanzapine depot given today?",
    ),
    _yes_no(
        "olanzapine_depot_unsafe",
        "At home, under 3 hours watched, or driving",
        "olanzapine_depot",
        "Where was it given, how long were they watched, do they drive today?",
    ),
    _yes_no(
        "plan_for_two_antipsychotics",
        "A plan for two antipsychotics is recorded",
        "plan_for_two",
        "Is there a recorded plan for two antipsychotics?",
    ),
)

SIGN_TOPICS = {
    "medicine-emergency": "Emergencies with medicines",
    "restlessness": "Restlessness",
    "movement": "Movements",
    "heart-rhythm": "Heart rhythm and medicines",
    "swallowing": "Swallowing",
    "bleeding": "Bleeding and medicines",
    "hormones": "Hormones and medicines",
    "prolactin": "Prolactin",
    "side-effect-load": "Medicines that add up",
    "antipsychotics": "Antipsychotics taken together",
    "depot": "Depot injections",
    "carbamazepine": "Carbamazepine",
    "lamotrigine": "Lamotrigine",
    "valproate": "Valproate",
    "taking-medicines": "Taking medicines",
    "bought-medicines": "Bought medicines",
    "dependence": "Medicines that are hard to leave off",
    "sleepiness": "Sleepiness",
    "olanzapine-depot": "Olanzapine depot",
}
