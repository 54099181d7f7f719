"""A time of day that has come: typed, or taken from the clock by "Just now"."""

from collections.abc import Callable
from datetime import datetime

from app.views.fields.clock_line import ClockLine
from app.views.fields.clock_reading import read_moment
from app.views.parts.layout import Row, Stretch


class ClockField(ClockLine[datetime]):
    """The moment meant: never before a visit began, never still to come."""

    def __init__(self, name: str, *, now: Callable[[], datetime], not_before: datetime) -> None:
        super().__init__(name, lambda typed: read_moment(typed, now=now(), not_before=not_before), now=now)
        self.lay_out(Row(self.line, self.just_now, Stretch()))
