"""Red flags lead to the emergency card, whether or not any rule is signed off or in use (product: status)."""

from collections.abc import Mapping, Set

from app.consultation.apart import private_facts
from app.rules.facts import Fact, Known

RED_FLAGS = {
    "bp_warning_symptom": "A warning sign with very high blood pressure",
    "newly_confused": "Newly confused or not fully awake",
    "chest_pain_lately": "Chest pain in the last 3 days",
    "stroke_sign": "A sudden change of face, arm, speech, sight or balance",
    "leg_newly_swollen": "One leg newly swollen or painful",
    "sudden_breathlessness": "Suddenly short of breath",
    "sepsis_sign": "A sign that an infection is an emergency",
    "glucose_danger_sign": "A danger sign with a high sugar",
    "meter_reads_high": "A glucose meter that reads HI",
    "pulse_warning_sign": "A warning sign with an irregular pulse",
    "fit_or_blackout": "A fit or a blackout",
    "confused_now": "Newly confused or not fully awake",
    "bleeding_inside": "Black stools, or vomiting blood",
    "cannot_pass_water": "Cannot pass water",
    "bowel_alarm_sign": "A bowel alarm sign on clozapine",
    "withdrawal_sign": "A sign of alcohol withdrawal",
    "brain_sign": "Unsteady, eyes that do not move well, or confused, with too little vitamin B1 possible",
    "chest_pain_with_stimulants": "Chest pain with cocaine or amphetamines",
    "early_heart_sign": "A sign of an inflamed heart in the first weeks of clozapine",
    "fit_or_hard_to_wake_on_clozapine": "A fit, a blackout or hard to wake, on clozapine",
    "lithium_toxicity_sign": "A sign of too much lithium",
    "thoughts_of_ending_life": "Thoughts of not wanting to live",
    "self_harm_lately": "Self-harm in the last 3 months",
}
EMERGENCY_CARD = (
    "Ring 999 if they look very ill or it came suddenly. Otherwise ring the duty nurse or the GP now, and "
    "stay with the person if you are safe. NHS 111 answers day and night."
)


TOLD_ALONE = "Make time alone with the person now, and look here then"


def raised(
    facts: Mapping[str, Fact], spoken_for: Set[str], *, keeps_private: bool = False
) -> tuple[str, ...]:
    """The red flags that were said to be there and that no prompt speaks for, in words.

    What was told alone is not named while somebody else may look.
    """
    found = [
        name
        for name in RED_FLAGS
        if name not in spoken_for and isinstance(fact := facts.get(name), Known) and fact.value is True
    ]
    is_hidden = private_facts() if keeps_private else frozenset()
    return tuple(dict.fromkeys(TOLD_ALONE if name in is_hidden else RED_FLAGS[name] for name in found))
