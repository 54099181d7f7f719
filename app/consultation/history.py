"""What the record already held before this visit, with dates, sources and how far it was searched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

import msgspec

from app.consultation.answers import NOT_ASKED, Answer, How, Known
from app.consultation.care_plan import Action, CarePlan
from app.consultation.decisions import Decision
from app.consultation.medicine import Medicine
from app.consultation.not_decided import NotDecided
from app.consultation.not_held import Attempt
from app.consultation.person import Person
from app.consultation.questions import Record
from app.consultation.seen_here import Left
from app.consultation.sharing import Told, Topic, told_of


class Reading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One earlier value of one series (weight, systolic, dialog.mental_health, smoking ...)."""

    series: str
    value: str
    unit: str = ""
    taken_on: date
    how: How = How.FROM_RECORD
    source: str = ""

    @property
    def number(self) -> Decimal | None:
        """The value as a number, or None where it is a word or no finite number."""
        try:
            value = Decimal(self.value)
        except InvalidOperation:
            return None
        return value if value.is_finite() else None


class Searched(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far back a source was searched for a series: only then is 'none found' a fact."""

    series: str
    source: str
    back_to: date


class Condition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A diagnosis or problem on the record, unconfirmed until somebody looked at it."""

    label: str
    key: str = ""
    since: date | None = None
    is_active: bool = True
    source: str = ""


@dataclass(frozen=True)
class History:
    """Everything known of the person before today."""

    readings: tuple[Reading, ...] = ()
    searched: tuple[Searched, ...] = ()
    conditions: tuple[Condition, ...] = ()
    conditions_complete: bool = False
    medicines: tuple[Medicine, ...] = ()
    medicines_confirmed_on: date | None = None
    medicines_seen_on: Mapping[str, date] = field(default_factory=dict)
    """When each row, as it stands, was last on a list that the person confirmed, however long ago."""
    promises: tuple[Action, ...] = ()
    last_visit_on: date | None = None
    last_records: Mapping[str, Record] = field(default_factory=dict)
    last_plan: CarePlan | None = None
    left_standing: Mapping[str, Record] = field(default_factory=dict)
    """What earlier visits left standing of a section, each answer with the day on which it was last said."""
    decisions: tuple[Decision, ...] = ()
    sharing: tuple[Told, ...] = ()
    """What may be shared with each carer, as it was said on the last day on which it was asked."""
    not_decided: tuple[NotDecided, ...] = ()
    """What the last visit left undecided that cannot wait, with what it carried on from earlier ones."""
    attempts: tuple[Attempt, ...] = ()
    """Visits that did not take place since the last one that did, the newest first."""
    also: tuple[Person, ...] = ()
    """The person as records have them that are linked to this one; all the rest here is read from all."""
    left: Left | None = None
    """How the person left, where they are not seen here any more."""

    @cached_property
    def _by_series(self) -> dict[str, tuple[Reading, ...]]:
        found: dict[str, list[Reading]] = {}
        for reading in sorted(self.readings, key=lambda r: r.taken_on):
            found.setdefault(reading.series, []).append(reading)
        return {series: tuple(rows) for series, rows in found.items()}

    def series(self, name: str) -> tuple[Reading, ...]:
        """All readings of a series, oldest first."""
        return self._by_series.get(name, ())

    def last(self, name: str, by: date | None = None) -> Reading | None:
        """The newest reading of a series, if a day is given the newest up to that day."""
        rows = [row for row in self.series(name) if by is None or row.taken_on <= by]
        return rows[-1] if rows else None

    def condition(self, key: str) -> Condition | None:
        """The active condition of that key, if the record lists one."""
        return next((c for c in self.conditions if c.key == key and c.is_active), None)

    def standing(self, section: str, name: str) -> "Answer[Any]":
        """An answer that stands from an earlier visit, as that day's, or none."""
        record = self.left_standing.get(section)
        return NOT_ASKED if record is None else getattr(record, name)

    def stands(self, section: str, name: str) -> "Known[Any] | None":
        """The same, where there is one."""
        answer = self.standing(section, name)
        return answer if isinstance(answer, Known) else None

    def sharing_of(self, carer_id: str, name: str) -> Mapping[Topic, Told]:
        """What the person last said of sharing with one carer, however many visits did not ask."""
        return told_of(self.sharing, carer_id, name)

    def searched_back_to(self, names: Iterable[str]) -> date | None:
        """The day back to which ALL the named series were searched in some source, if they were."""
        reached = [
            min((s.back_to for s in self.searched if s.series in (name, "*")), default=None) for name in names
        ]
        if not reached or any(day is None for day in reached):
            return None
        return max(day for day in reached if day is not None)
