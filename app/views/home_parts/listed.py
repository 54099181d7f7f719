"""Who stands in the list of people, and in which order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.consultation.days import on_screen
from app.consultation.likeness import look_alikes
from app.consultation.seen_here import Left
from app.models.people import PersonSummary
from app.views.people.person_words import list_name, told_apart, why_in_list


class SortBy(Enum):
    """The order of the list; each is plain to see in the rows themselves."""

    NAME = "Name"
    OLDEST_PROMISE = "Oldest promise"
    LAST_SEEN = "Last seen"


class RowAct(Enum):
    """What the button of a row does."""

    START = "Start visit"
    CARRY_ON = "Carry on"
    DETAILS = "Details"


@dataclass(frozen=True)
class Listed:
    """One row: who, why, and what its button does; `draft_id` is the visit to carry on.

    `last_plan` is the day of the last signed visit, in words.
    """

    person_id: str
    name: str
    told_apart: str
    reason: str
    act: RowAct
    draft_id: str = ""
    last_plan: str = ""
    left: Left | None = None
    look_alike: str = ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = (self.name, self.told_apart, self.look_alike, self.reason, f"Enter: {self.act.value}")
        return ". ".join(part.rstrip(".") for part in parts if part)


@dataclass(frozen=True)
class OpenVisit:
    """A visit of somebody that is open: said in words, and its id where it is mine to carry on."""

    words: str
    my_draft_id: str = ""


NOT_OPEN = OpenVisit("")


def listed(
    people: Iterable[PersonSummary],
    open_visits: Mapping[str, OpenVisit],
    look_alikes: Mapping[str, str],
    today: date,
) -> list[Listed]:
    """The rows; `open_visits` and `look_alikes` (in words) go by person."""
    return [
        _row(person, open_visits.get(person.id, NOT_OPEN), look_alikes.get(person.id, ""), today)
        for person in people
    ]


def look_alike_words(people: Sequence[PersonSummary]) -> dict[str, str]:
    """By person, who on the list is easily taken for them: Look-alike: BRENNAN, Norah."""
    by_id = {person.id: list_name(person.family_name, person.given_name) for person in people}
    return {
        person_id: _look_alike([by_id[one] for one in ids]) for person_id, ids in look_alikes(people).items()
    }


def _look_alike(names: Sequence[str]) -> str:
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"Look-alike: {names[0]}{more}"


def _row(person: PersonSummary, visit: OpenVisit, look_alike: str, today: date) -> Listed:
    reason = why_in_list(person, today)
    return Listed(
        person_id=person.id,
        name=list_name(person.family_name, person.given_name),
        told_apart=told_apart(person.birth_date, person.nhs_number),
        reason=" ".join(part for part in (visit.words, reason) if part),
        act=_act(person, visit),
        draft_id=visit.my_draft_id,
        last_plan=on_screen(person.last_plan_on) if person.last_plan_on else "",
        left=person.left,
        look_alike=look_alike,
    )


def _act(person: PersonSummary, visit: OpenVisit) -> RowAct:
    """What was begun can be ended; nothing is begun with somebody who died."""
    if visit.my_draft_id:
        return RowAct.CARRY_ON
    return RowAct.DETAILS if person.left and person.left.has_died else RowAct.START


def seen_here(people: Iterable[PersonSummary]) -> list[PersonSummary]:
    """Whoever is on the everyday list."""
    return [person for person in people if person.left is None]


def no_longer_seen(people: Iterable[PersonSummary]) -> list[PersonSummary]:
    """Whoever died, moved away or was discharged."""
    return [person for person in people if person.left is not None]


def in_order(people: Iterable[PersonSummary], by: SortBy) -> list[PersonSummary]:
    """The people in an order; whoever has no promise, or was never seen, comes after the others."""
    rows = sorted(people, key=_by_name)
    if by is SortBy.OLDEST_PROMISE:
        return sorted(rows, key=lambda p: (not p.open_promises, p.oldest_promise_on or date.max))
    if by is SortBy.LAST_SEEN:
        # The longest since: that is whom one looks for in such a list.
        return sorted(rows, key=lambda p: p.last_seen_on or date.max)
    return rows


def _by_name(person: PersonSummary) -> tuple[str, str, date, str]:
    return person.family_name.casefold(), person.given_name.casefold(), person.birth_date, person.id


def promised_by(people: Iterable[PersonSummary], today: date) -> list[PersonSummary]:
    """Who was promised something for today or for a day that is past, the oldest first.

    Also who moved or was discharged: a promise does not vanish with the row. Nobody who died.
    """
    alive = (p for p in people if p.left is None or not p.left.has_died)
    due = [p for p in alive if p.open_promises and p.oldest_promise_on and p.oldest_promise_on <= today]
    return in_order(due, SortBy.OLDEST_PROMISE)
