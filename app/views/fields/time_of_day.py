"""A time of day: typed, taken from the clock by "Just now", or said to be not known."""

from collections.abc import Callable
from datetime import datetime, time

from app.views.fields.clock_line import ClockLine
from app.views.fields.clock_reading import read_time
from app.views.fields.tick_list import Tick
from app.views.parts.layout import Flow, Held

NOT_KNOWN = "Time not known"


class TimeOfDay(ClockLine[time]):
    """A line for a time, and a tick for none."""

    def __init__(self, name: str, *, now: Callable[[], datetime]) -> None:
        super().__init__(name, read_time, now=now)
        self.not_known = Tick(NOT_KNOWN)
        self.lay_out(Held(Flow(self.line, self.just_now, self.not_known, gap=8)))
        self.not_known.clicked.connect(self._say_not_known)

    def commit(self) -> None:
        """Read what is typed; a time takes "not known" back."""
        super().commit()
        if self.line.text().strip():
            self.not_known.setChecked(False)

    def _say_not_known(self) -> None:
        if self.not_known.isChecked():
            self.line.clear()
            self.commit()
