"""What wellbeing and safety say, in the rules' words, or why they cannot say it.

All of it is of this visit: an earlier mood, and above all an earlier "no" about wanting to die, settles
nothing.
"""

from collections.abc import Mapping
from enum import Enum

from app.consultation import known
from app.consultation.answers import Answer, Known
from app.consultation.history import Reading
from app.consultation.last_done import last_told, readings_of
from app.consultation.visit import Visit
from app.consultation.wellbeing_and_safety.record import Mood, SelfHarm, SleepChange, WellbeingAndSafety
from app.rules import facts as rules
from app.rules.facts import Fact, Missing

LOW = frozenset({Mood.LOW, Mood.VERY_LOW})
CHANGED = frozenset({SleepChange.LESS, SleepChange.LESS_NOT_TIRED, SleepChange.MORE})


def facts(record: WellbeingAndSafety, visit: Visit) -> Mapping[str, Fact]:
    """Every fact of this section."""
    low = _is_one_of(record.mood, LOW)
    thoughts = known.yes_or_no(record.not_wanting_to_live)
    harm = _is_one_of(record.self_harm, frozenset({SelfHarm.RECENT}))
    return {
        "low_mood": low,
        "low_mood_new_or_worse": _where(low, known.yes_or_no(record.mood_is_new_or_worse)),
        "last_mood_blood_tests": last_told(record.mood_blood_tests, visit, "mood_blood_tests"),
        "sleep_hours": _number(record),
        "sleep_changed": _is_one_of(record.sleep_change, CHANGED),
        "new_bedwetting": known.yes_or_no(record.wet_bed),
        "waking_early": _is_one_of(record.sleep_change, frozenset({SleepChange.EARLY})),
        "eating_or_drinking_little": known.yes_or_no(record.eats_little),
        "thoughts_of_ending_life": thoughts,
        "suicide_danger_sign": _where(thoughts, known.any_ticked(record.danger_signs)),
        "two_weeks_of_medicines_at_home": _where(thoughts, known.yes_or_no(record.stock_at_home)),
        "self_harm_lately": harm,
        "self_harm_needs_care_now": _where(harm, known.any_ticked(record.care_needed)),
    }


def _is_one_of(answer: Answer[Enum], those: frozenset[Enum]) -> Fact:
    if isinstance(answer, Known):
        return rules.Known(answer.value in those, answer.taken_on, known.source_of(answer))
    return known.missing(answer)


def _where(first: Fact, told: Fact) -> Fact:
    """What was told of those who are asked it: a no to the first question is a no to what hangs on it."""
    if isinstance(first, Missing):
        return first
    return told if first.value is True else first


def _number(record: WellbeingAndSafety) -> Fact:
    answer = record.sleep_hours
    if isinstance(answer, Known):
        return rules.Known(answer.value, answer.taken_on, known.source_of(answer))
    return known.missing(answer)


def readings(record: WellbeingAndSafety, visit: Visit) -> tuple[Reading, ...]:
    """Mood, sleep and the day of the blood tests, as series; nothing that was told alone."""
    return tuple(readings_of(record, visit))
