"""When a question of wellbeing and safety matters: an ordinary visit stays short."""

from typing import TYPE_CHECKING

from app.consultation.answers import Known, YesNo

if TYPE_CHECKING:
    from app.consultation.visit import Visit
    from app.consultation.wellbeing_and_safety.record import WellbeingAndSafety

LOW_MOODS = frozenset({"LOW", "VERY_LOW"})


def mood_is_low(record: "WellbeingAndSafety", _visit: "Visit") -> bool:
    """The person calls their mood low or very low."""
    return isinstance(record.mood, Known) and record.mood.value.name in LOW_MOODS


def mood_is_new_or_worse(record: "WellbeingAndSafety", visit: "Visit") -> bool:
    """Low mood that is new, or worse than it was."""
    answer = record.mood_is_new_or_worse
    return mood_is_low(record, visit) and isinstance(answer, Known) and answer.value is YesNo.YES


def has_thoughts(record: "WellbeingAndSafety", _visit: "Visit") -> bool:
    """Thoughts of not wanting to live."""
    answer = record.not_wanting_to_live
    return isinstance(answer, Known) and answer.value is YesNo.YES


def harmed_lately(record: "WellbeingAndSafety", _visit: "Visit") -> bool:
    """Hurt themselves in the last three months."""
    return isinstance(record.self_harm, Known) and record.self_harm.value.name == "RECENT"


def safety_matters(record: "WellbeingAndSafety", visit: "Visit") -> bool:
    """No hope, thoughts, or harm at any time: what keeps the person safe is worth their words."""
    hopeless, harm = record.hopeless, record.self_harm
    is_hopeless = isinstance(hopeless, Known) and hopeless.value is YesNo.YES
    is_harmed = isinstance(harm, Known) and harm.value.name != "NO"
    return has_thoughts(record, visit) or is_hopeless or is_harmed


def home_is_dangerous(record: "WellbeingAndSafety", _visit: "Visit") -> bool:
    """Something at the home that a colleague must know of."""
    return isinstance(record.home_dangers, Known) and bool(record.home_dangers.value)


def takes_clozapine(_record: "WellbeingAndSafety", visit: "Visit") -> bool:
    """Clozapine is on the list: it can bring bedwetting, which few would tell unasked."""
    return visit.takes("clozapine")
