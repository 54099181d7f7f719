"""What the home screen says of the day and of what waits."""

from datetime import datetime

from app.consultation.days import WEEKDAYS, on_screen
from app.views.people.person_words import counted, sentence_of

_NOON, _EVENING, _DAWN = 12, 18, 4


def greeting(first_name: str, now: datetime) -> str:
    """Good morning, Priya: by the hour on the wall."""
    if _DAWN <= now.hour < _NOON:
        part = "morning"
    else:
        part = "afternoon" if _NOON <= now.hour < _EVENING else "evening"
    return f"Good {part}, {first_name}"


def day_and_counts(now: datetime, people: int, to_carry_on: int, for_a_nurse: int) -> str:
    """Sunday 22-Nov-2026. Six people, two visits to carry on."""
    day = f"{WEEKDAYS[now.weekday()]} {on_screen(now.date())}."
    if not people:
        return day
    counts = (
        counted(people, "person", "people"),
        counted(to_carry_on, "visit to carry on", "visits to carry on") if to_carry_on else "",
        counted(for_a_nurse, "visit waits for a nurse", "visits wait for a nurse") if for_a_nurse else "",
    )
    return f"{day} {sentence_of(counts)}"
