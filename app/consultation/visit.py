"""What a section may look at besides its own answers: the person, the day, the record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.consultation.history import History
from app.consultation.person import Person
from app.rules.facts import Fact


@dataclass(frozen=True)
class Visit:
    """One visit's surroundings; `facts` are those gathered so far: questions come when they matter."""

    person: Person
    today: date
    history: History = field(default_factory=History)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    began_on: date | None = None

    @property
    def day(self) -> date:
        """The day of the visit: one that is carried on, reviewed or signed later keeps the day it began."""
        return min(self.began_on or self.today, self.today)
