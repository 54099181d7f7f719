"""Spans of calendar time as conditions write them: days, weeks, and months as the calendar has them."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

MONTHS_A_YEAR = 12


class SpanUnit(Enum):
    """The units that a span may be written in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True)
class Span:
    """So many days, weeks or calendar months, and days of grace on top: 12 months + 30 days."""

    count: int
    unit: SpanUnit
    grace_days: int = 0

    def before(self, day: date) -> date:
        """The first day that still lies within the span that ends on `day`."""
        if self.unit is SpanUnit.MONTHS:
            return months_before(day, self.count) - timedelta(days=self.grace_days)
        return day - timedelta(days=self.count * (7 if self.unit is SpanUnit.WEEKS else 1) + self.grace_days)

    @property
    def words(self) -> str:
        """The span as it is said: "6 months", "1 week", "12 months + 30 days"."""
        grace = f" + {_counted(self.grace_days, SpanUnit.DAYS)}" if self.grace_days else ""
        return f"{_counted(self.count, self.unit)}{grace}"


def _counted(count: int, unit: SpanUnit) -> str:
    return f"{count} {unit.value if count != 1 else unit.value[:-1]}"


@lru_cache(maxsize=512)
def months_before(day: date, months: int) -> date:
    """The same day of the month, so many months earlier; the last of the month where there is none."""
    index = day.year * MONTHS_A_YEAR + day.month - 1 - months
    year, month = divmod(index, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_after(day: date, months: int) -> date:
    """The same day of the month, so many months later; the last of the month where there is none."""
    return months_before(day, -months)
