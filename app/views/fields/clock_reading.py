"""Reading a typed time of day as the latest moment that it can mean. No Qt: tested by itself."""

import re
from datetime import datetime, time, timedelta

from app.consultation.days import clock_time, on_screen
from app.views.fields.number_reading import NotKept, shown

_CLOCK = re.compile(r"(\d{1,2})[:. ]?(\d{2})", re.ASCII)


def read_time(typed: str) -> time | None:
    """The time of day, or None for an empty line; raises NotKept with the reason in a sentence."""
    bare = typed.strip()
    if not bare:
        return None
    found = _CLOCK.fullmatch(bare)
    hour, minute = (int(found[1]), int(found[2])) if found else (-1, -1)
    if not (0 <= hour < 24 and 0 <= minute < 60):
        raise NotKept(f"{shown(typed)} is not kept: write a time as in 10:42.")
    return time(hour, minute)


def read_moment(typed: str, *, now: datetime, not_before: datetime) -> datetime | None:
    """The moment meant, or None for an empty line; raises NotKept with the reason in a sentence.

    A time that has not come yet today is yesterday's where the visit was under way then. To the minute.
    """
    at = read_time(typed)
    if at is None:
        return None
    moment = now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    earliest = not_before.replace(second=0, microsecond=0)
    if moment > now:
        if moment - timedelta(days=1) < earliest:
            raise NotKept(f"{shown(typed)} is not kept: that time has not come yet.")
        moment -= timedelta(days=1)
    if moment < earliest:
        began = f"{clock_time(earliest)} on {on_screen(earliest.date())}"
        raise NotKept(f"{shown(typed)} is not kept: the visit began at {began}.")
    return moment
