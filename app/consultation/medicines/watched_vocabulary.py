"""The facts that clozapine and lithium bring, and how to ask for each.

Ranges: the hard limits of the questions (project proposals, mark K).
"""

from decimal import Decimal

from app.consultation.fact_kinds import AskedIn
from app.rules.facts import FactKind, Kind

SECTION = "medicines"

_yes_no = AskedIn(SECTION).yes_no


def _number(name: str, label: str, unit: str, high: str, step: str, ask: str) -> FactKind:
    figures = (Decimal(0), Decimal(high), Decimal(step))
    return FactKind(name, label, Kind.NUMBER, unit, *figures, asked_in=f"{SECTION}.{name}", ask=ask)


CLOZAPINE_SIGNS = "Sleepier, drooling, jerks, a fit, hard to wake, a cough, fever, choking?"

CLOZAPINE = (
    _number(
        "hours_without_clozapine",
        "Longest time without clozapine in 7 days",
        "hours",
        "168",
        "1",
        "What was the longest time from one dose of clozapine to the next?",
    ),
    _yes_no("clozapine_toxic_sign", "Sign of too much clozapine", "clozapine_signs", CLOZAPINE_SIGNS),
    _yes_no(
        "clozapine_toxic_sign_beyond_drooling",
        "Sign of too much clozapine, beyond drooling",
        "clozapine_signs",
        CLOZAPINE_SIGNS,
    ),
    _yes_no(
        "fit_or_hard_to_wake_on_clozapine",
        "A fit, a blackout or hard to wake, on clozapine",
        "clozapine_signs",
        "A fit, a blackout, or hard to wake?",
    ),
    _yes_no("drooling", "Drooling, or too much saliva", "clozapine_signs", "Drooling, or too much saliva?"),
    _yes_no(
        "chest_or_swallowing_sign",
        "Cough, fever, choking, or drowsy at meals",
        "clozapine_signs",
        "A cough, fever, choking, or drowsy at meals?",
    ),
    _yes_no(
        "early_heart_sign",
        "Sign of an inflamed heart",
        "clozapine_heart_signs",
        "Short of breath, fever, more tired, or heart racing, since clozapine was begun?",
    ),
    _yes_no(
        "reason_for_a_clozapine_level",
        "Serious infection, or clozapine broken down slowly",
        "clozapine_level_reasons",
        "A serious infection, or clozapine thought to be broken down slowly?",
    ),
    _yes_no(
        "clozapine_level_not_seen",
        "A clozapine level asked for, result not seen",
        "clozapine_level_not_seen",
        "Was a clozapine level asked for whose result nobody has seen?",
    ),
    _yes_no(
        "clozapine_meets_a_new_medicine",
        "A new medicine that changes the clozapine level",
        "everything",
        "Which medicines are taken with clozapine, and since when?",
    ),
    _yes_no(
        "had_bowel_operation",
        "An operation on the bowels",
        "bowel_operation",
        "Was there ever an operation on the bowels?",
    ),
    _yes_no(
        "glp1_begun_or_raised",
        "Weight or diabetes injection, begun or raised in 12 weeks",
        "glp1_raised",
        "Was the weight or diabetes injection begun or raised in the last 12 weeks?",
    ),
    _yes_no(
        "hospital_medicine_on_gp_list",
        "What the hospital gives is on the GP's list",
        "hospital_medicine_on_gp_list",
        "Is what the hospital gives on the GP's list too?",
    ),
)

LITHIUM = (
    _yes_no(
        "lithium_toxicity_sign",
        "Sign of too much lithium",
        "lithium_signs",
        "Shaking, unsteady, slurred, sick, drowsy, confused, weak, or ears or eyes changed?",
    ),
    _yes_no(
        "lithium_fluid_risk",
        "Loss of water or salt on lithium",
        "lithium_fluid_risks",
        "Being sick, fever, heat, fasting, less salt, or sweating heavily?",
    ),
    _number("fluids_a_day", "Drinks in a day", "litres", "20", "0.1", "How much do you drink in a day?"),
    _number(
        "times_up_at_night",
        "Up at night to pass water",
        "times",
        "20",
        "1",
        "How often are you up at night to pass water?",
    ),
    _yes_no(
        "thyroid_sign",
        "Sign of a changed thyroid or calcium",
        "thyroid_signs",
        "A swelling in the neck, more tired, or low?",
    ),
    _yes_no(
        "lithium_same_brand",
        "Lithium of the same brand and form, written down",
        "lithium_same_brand",
        "Is lithium the same brand and form as before, and written down?",
    ),
    _yes_no(
        "lithium_meets_a_change",
        "A medicine that raises lithium: begun or changed, no level since",
        "lithium_other_changed",
        "When was the pain killer, blood pressure or water tablet begun or changed?",
    ),
    _yes_no(
        "lithium_stopped_since_last_visit",
        "Lithium not taken any more since the last visit",
        "everything",
        "Is lithium still taken?",
    ),
    _yes_no(
        "lithium_missed",
        "Lithium stopped, or missed for 3 days or more",
        "lithium_missed",
        "Was lithium stopped, or missed for 3 days or more?",
    ),
    _yes_no(
        "lithium_watched_closely",
        "A reason to measure lithium every 3 months",
        "everything",
        "When lithium was begun, what else is taken, and the last kidney, calcium and lithium results",
    ),
)

WATCHED_TOPICS = {
    "clozapine-doses": "Doses of clozapine",
    "clozapine-heart": "Heart on clozapine",
    "clozapine-level": "Clozapine level",
    "clozapine-chest": "Saliva and chest on clozapine",
    "hospital-medicine": "Medicines from the hospital",
    "lithium-thyroid": "Calcium and thyroid on lithium",
    "lithium-thirst": "Thirst on lithium",
    "lithium-brand": "Brand of lithium",
    "lithium-missed": "Lithium stopped or missed",
}
