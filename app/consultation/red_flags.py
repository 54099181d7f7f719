"""Red flags lead to the emergency card, whether or not any rule is signed off or in use (product: status)."""

from collections.abc import Mapping

from app.rules.facts import Fact, Known

RED_FLAGS = {
    "bp_warning_symptom": "A warning sign with very high blood pressure",
    "newly_confused": "Newly confused or not fully awake",
    "pulse_warning_sign": "A warning sign with an irregular pulse",
    "bowel_alarm_sign": "A bowel alarm sign on clozapine",
}
EMERGENCY_CARD = (
    "Ring 999 if they look very ill or it came suddenly. Otherwise ring the duty nurse or the GP now, and "
    "stay with the person if you are safe. NHS 111 answers day and night."
)


def raised(facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The red flags that were said to be there, in words."""
    return tuple(
        words
        for name, words in RED_FLAGS.items()
        if isinstance(fact := facts.get(name), Known) and fact.value is True
    )
