"""What a section may look at besides its own answers: the person, the day, the record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.consultation.history import History
from app.consultation.person import Person, age_on
from app.rules.facts import Fact, Known, MedicineFact, MedicineList


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

    @property
    def age(self) -> int:
        """Completed years on the day of the visit."""
        return age_on(self.person.birth_date, self.day)

    def is_so(self, fact: str) -> bool:
        """A yes that is known."""
        found = self.facts.get(fact)
        return isinstance(found, Known) and found.value is True

    def number(self, fact: str) -> Decimal | None:
        """The number of a fact, where it is known."""
        found = self.facts.get(fact)
        return found.value if isinstance(found, Known) and isinstance(found.value, Decimal) else None

    @property
    def medicine_list(self) -> MedicineList:
        """The list as far as it is known: where nobody wrote one, an empty one that settles nothing."""
        found = self.facts.get("medicines")
        if isinstance(found, Known) and isinstance(found.value, MedicineList):
            return found.value
        return MedicineList((), is_complete=False)

    @property
    def medicines_taken(self) -> tuple[MedicineFact, ...]:
        """The medicines on the list, as far as they are known."""
        return self.medicine_list.items

    def takes(self, *ingredients: str) -> bool:
        """Any of these is on the list."""
        return any(item.ingredient in ingredients for item in self.medicines_taken)
