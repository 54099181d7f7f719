"""Days in words, the same everywhere and never to be mistaken: 22-Nov-2026 on screen, in full on paper."""

from datetime import date, datetime, time

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def on_screen(day: date) -> str:
    """22-Nov-2026."""
    return f"{day.day:02d}-{MONTHS[day.month - 1][:3]}-{day.year}"


def on_paper(day: date) -> str:
    """Sunday 22 November 2026."""
    return f"{WEEKDAYS[day.weekday()]} {in_words(day)}"


def in_words(day: date) -> str:
    """22 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def on_this_laptop(moment: datetime) -> datetime:
    """A moment as the laptop's own clock showed it then: with summer time if it was summer.

    Never in the zone of another moment: half a year later, or after the clocks changed, that is an hour off.
    """
    return moment.astimezone()


def clock_time(moment: datetime | time) -> str:
    """10:42, in the zone of the moment given."""
    return f"{moment.hour:02d}:{moment.minute:02d}"
