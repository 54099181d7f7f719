"""What wellbeing and safety say, in the rules' words, or why they cannot say it.

All of it is of this visit: an earlier mood, and above all an earlier "no" about wanting to die, settles
nothing.
"""

from collections.abc import Mapping

from app.consultation import known
from app.consultation.history import Reading
from app.consultation.last_done import last_told, readings_of
from app.consultation.visit import Visit
from app.consultation.wellbeing_and_safety.record import Mood, SelfHarm, SleepChange, WellbeingAndSafety
from app.rules.facts import Fact

LOW = frozenset({Mood.LOW, Mood.VERY_LOW})
CHANGED = frozenset({SleepChange.LESS, SleepChange.LESS_NOT_TIRED, SleepChange.MORE})


def facts(record: WellbeingAndSafety, visit: Visit) -> Mapping[str, Fact]:
    """Every fact of this section."""
    low = known.is_one_of(record.mood, *LOW)
    thoughts = known.yes_or_no(record.not_wanting_to_live)
    harm = known.is_one_of(record.self_harm, SelfHarm.RECENT)
    return {
        "low_mood": low,
        "low_mood_new_or_worse": known.only_if(low, known.yes_or_no(record.mood_is_new_or_worse)),
        "last_mood_blood_tests": last_told(record.mood_blood_tests, visit, "mood_blood_tests"),
        "sleep_hours": known.told(record.sleep_hours),
        "sleep_changed": known.is_one_of(record.sleep_change, *CHANGED),
        "new_bedwetting": known.yes_or_no(record.wet_bed),
        "waking_early": known.is_one_of(record.sleep_change, SleepChange.EARLY),
        "eating_or_drinking_little": known.yes_or_no(record.eats_little),
        "thoughts_of_ending_life": thoughts,
        "suicide_danger_sign": known.only_if(thoughts, known.any_ticked(record.danger_signs)),
        "two_weeks_of_medicines_at_home": known.only_if(thoughts, known.yes_or_no(record.stock_at_home)),
        "self_harm_lately": harm,
        "self_harm_needs_care_now": known.only_if(harm, known.any_ticked(record.care_needed)),
    }


def readings(record: WellbeingAndSafety, visit: Visit) -> tuple[Reading, ...]:
    """Mood, sleep and the day of the blood tests, as series; nothing that was told alone."""
    return tuple(readings_of(record, visit))
