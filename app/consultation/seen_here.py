"""Whether somebody is still seen here: if they died, moved or were discharged, and how it is known."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.consultation.days import on_screen

LONGEST_WHY = 2000


class Seen(Enum):
    """How somebody stands to the clinic; whoever is not seen here any more keeps their record."""

    HERE = "here"
    MOVED = "moved"
    DISCHARGED = "discharged"
    DIED = "died"


_WORDS = {
    Seen.HERE: "Seen here again",
    Seen.MOVED: "Moved away",
    Seen.DISCHARGED: "Discharged",
    Seen.DIED: "Died",
}


@dataclass(frozen=True)
class Left:
    """One thing written down of whether somebody is seen here: how, since when, why, by whom and when."""

    seen: Seen
    since: date | None
    why: str
    by: str
    written_at: datetime

    @property
    def has_died(self) -> bool:
        """Whether it is a death: then no visit is ever begun."""
        return self.seen is Seen.DIED

    @property
    def words(self) -> str:
        """Died on 03-Mar-2026; Discharged, the day is not known."""
        day = f" on {on_screen(self.since)}" if self.since else ", the day is not known"
        return f"{_WORDS[self.seen]}{day}"
