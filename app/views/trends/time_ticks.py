"""Where a time axis is marked, and with which words: never more marks than can be read."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.consultation.days import MONTHS

YEAR = 12
STEPS_IN_MONTHS = (1, 2, 3, 6, YEAR, 2 * YEAR, 5 * YEAR, 10 * YEAR, 20 * YEAR)
DAYS_APART = 7
SHORT = timedelta(days=45)


def time_ticks(first: date, today: date, most: int) -> tuple[tuple[date, str], ...]:
    """At most so many round days from `first` on, each with its words: weeks, months or years; and today."""
    last = today - (today - first) / (most + 1)  # the word "Today" needs its room too
    return (*_round_days(first, last, most), (today, "Today"))


def _round_days(first: date, last: date, most: int) -> tuple[tuple[date, str], ...]:
    weeks = tuple(_weeks(first, last)) if last - first <= SHORT else ()
    if weeks and len(weeks) <= most:
        return tuple((day, f"{day.day} {_month(day)}") for day in weeks)
    for step in STEPS_IN_MONTHS:
        found = tuple(_months(first, last, step))
        if len(found) <= most:
            return tuple(
                (day, str(day.year) if step >= YEAR else f"{_month(day)} {day.year}") for day in found
            )
    return ()


def _month(day: date) -> str:
    return MONTHS[day.month - 1][:3]


def _weeks(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=DAYS_APART)


def _months(first: date, last: date, step: int) -> Iterator[date]:
    """The first days of months, counted from the year 0, so that steps of a year fall on January."""
    count = first.year * YEAR + first.month - 1
    count += -count % step
    while (day := date(count // YEAR, count % YEAR + 1, 1)) <= last:
        if day >= first:
            yield day
        count += step
