"""When something was true, as FHIR writes it: only a whole date counts as a date."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from app.exchange.fhir.tree import Tree, branch

_WHOLE_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?", re.ASCII | re.DOTALL)
_PART_OF_A_DATE = re.compile(r"\d{4}(-\d{2})?", re.ASCII)


@dataclass(frozen=True)
class Moment:
    """The day as it was written down, and a sign of the instant for telling the earlier from the later."""

    day: date
    order: str


def day_of(value: Any) -> date | None:
    """The day of a FHIR date, dateTime or instant; none where the day or month is missing or impossible."""
    found = _WHOLE_DATE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    try:
        return date.fromisoformat(found[1])
    except ValueError:
        return None


def lacks_only_the_day(value: Any) -> bool:
    """Whether it is a year or a month: true, but not enough to reckon with."""
    return isinstance(value, str) and _PART_OF_A_DATE.fullmatch(value) is not None


def moment_of(value: Any) -> Moment | None:
    """A day with its instant, where the day can be read."""
    day = day_of(value)
    return Moment(day, _order(value)) if day is not None else None


def _order(value: str) -> str:
    """Instants with a zone are brought to UTC; without one they are taken as they stand."""
    try:
        read = datetime.fromisoformat(value)
        return (read.astimezone(UTC) if read.tzinfo else read).replace(tzinfo=None).isoformat()
    except (ValueError, OverflowError):
        # OverflowError: the first or the last day that there is, in a zone that pushes it off the calendar.
        return value[:10]


def taken_at(resource: Tree) -> Any:
    """When an observation was taken, as written: the moment, or the start of the period."""
    period = branch(resource.get("effectivePeriod"))
    for value in (resource.get("effectiveDateTime"), resource.get("effectiveInstant"), period.get("start")):
        if value is not None:
            return value
    return None
