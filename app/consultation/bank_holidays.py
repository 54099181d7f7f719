"""The bank holidays of England and Wales: fixed days with their substitutes, and those that move.

Source: https://www.gov.uk/bank-holidays (England and Wales), and for Easter the Gregorian computus. A holiday
that is proclaimed for one year alone, as for a coronation, is not known here.
"""

from datetime import date, timedelta
from functools import lru_cache

MONDAY, SATURDAY = 0, 5
DAY, WEEK = timedelta(days=1), timedelta(days=7)


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no bank holiday."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def working_day_before(day: date) -> date:
    """The day itself, or the last working day before it."""
    while not is_working_day(day):
        day -= DAY
    return day


def working_day_after(day: date) -> date:
    """The first working day after it."""
    day += DAY
    while not is_working_day(day):
        day += DAY
    return day


@lru_cache
def bank_holidays(year: int) -> frozenset[date]:
    """Those of one year; for one that falls on a weekend its substitute, the next weekday that is free."""
    easter = easter_sunday(year)
    moving = (
        easter - 2 * DAY,
        easter + DAY,
        _monday_from(date(year, 5, 1)),
        _monday_from(date(year, 5, 25)),
        _monday_from(date(year, 8, 25)),
    )
    found = set(moving)
    fixed = (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26))
    # A substitute gives way to what is on its own day: Christmas Day on a Sunday moves past Boxing Day.
    for day in sorted(fixed, key=lambda each: each.weekday() >= SATURDAY):
        while day.weekday() >= SATURDAY or day in found:
            day += DAY
        found.add(day)
    return frozenset(found)


def _monday_from(day: date) -> date:
    """The first Monday on or after a day: the last of May and of August begin at the 25th."""
    return day + timedelta(days=(MONDAY - day.weekday()) % WEEK.days)


def easter_sunday(year: int) -> date:
    """The anonymous Gregorian algorithm."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * to_sunday) // 451
    month, day = divmod(moon + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
