"""Why a condition came out as it did: the lines that settled it, with the values they read."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple

from app.rules.conditions import (
    CANNOT_TELL,
    NO,
    YES,
    All,
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Condition,
    Line,
    Not,
    StartedWithin,
    Tagged,
    Takes,
    Truth,
)
from app.rules.facts import Fact, Facts, FactValue, MedicineList, Missing, Never, Reason, fact_of
from app.rules.lines import selects

Answers = Mapping[int, Truth]
"""The answer of each line of a book, by the identity of the line."""


class Settled(NamedTuple):
    """How a condition came out, and the lines that settled it."""

    truth: Truth
    lines: list[tuple[Line, Truth]]


class Part(Enum):
    """Where in the rule a line stands."""

    APPLIES = "applies"
    UNLESS = "unless"
    WHEN = "when"


class Because(NamedTuple):
    """One line that settled an outcome (a tuple, because hundreds are made at every answer).

    `holds` is the truth of the line as written: a line under `unless` that does not hold reads as "not: ...".
    `shown` is the value in words; where there is none, `missing` says why.
    """

    part: Part
    text: str
    holds: bool | None
    fact: str
    value: FactValue | None
    shown: str
    unit: str
    on: date | None
    source: str
    missing: Reason | None = None


def settle(condition: Condition, answers: Answers) -> Settled:
    """How a condition comes out, and the lines that settled it, each with its own truth as written."""
    if isinstance(condition, All):
        return _joined(condition.parts, len(condition.parts), answers)
    if isinstance(condition, AnyOf):
        return _joined(condition.parts, 1, answers)
    if isinstance(condition, AtLeast):
        return _joined(condition.parts, condition.count, answers)
    if isinstance(condition, Not):
        inner = settle(condition.part, answers)
        return Settled(YES - inner.truth, inner.lines)
    truth = answers[id(condition)]
    return Settled(truth, [(condition, truth)])


def _joined(parts: tuple[Condition, ...], count: int, answers: Answers) -> Settled:
    """So many of the parts: all is every one of them, any is one."""
    found: tuple[list[tuple[Line, Truth]], ...] = ([], [], [])
    times = [0, 0, 0]
    for part in parts:
        truth, lines = settle(part, answers)
        found[truth].extend(lines)
        times[truth] += 1
    if times[YES] >= count:
        return Settled(YES, found[YES])
    joined = CANNOT_TELL if times[YES] + times[CANNOT_TELL] >= count else NO
    return Settled(joined, found[joined])


def explain(part: Part, settled: Settled, facts: Facts) -> list[Because]:
    """The lines that settled a condition, each with what it read."""
    return [_because(part, line, truth, fact_of(facts, line.fact)) for line, truth in settled.lines]


def needs(conditions: Iterable[Condition], answers: Answers) -> tuple[str, ...]:
    """The names of the facts that keep these conditions from being told, each once.

    The lines that `settle` would give, found without making any of them: it is asked of every rule at every
    answer.
    """
    names: dict[str, None] = {}
    for condition in conditions:
        names |= dict.fromkeys(_open_facts(condition, answers)[1])
    return tuple(names)


def _open_facts(condition: Condition, answers: Answers) -> tuple[Truth, list[str]]:
    """How a condition comes out, and where it cannot be told, the facts that leave it open."""
    if isinstance(condition, (All, AnyOf, AtLeast)):
        return _open_in(condition, answers)
    if isinstance(condition, Not):
        truth, names = _open_facts(condition.part, answers)
        return YES - truth, names
    truth = answers[id(condition)]
    return truth, [condition.fact] if truth == CANNOT_TELL else []


def _open_in(condition: All | AnyOf | AtLeast, answers: Answers) -> tuple[Truth, list[str]]:
    parts = condition.parts
    count = len(parts) if isinstance(condition, All) else 1
    if isinstance(condition, AtLeast):
        count = condition.count
    names: list[str] = []
    sure = unsure = 0
    for part in parts:
        truth, found = _open_facts(part, answers)
        if truth == YES:
            sure += 1
        elif truth == CANNOT_TELL:
            unsure += 1
            names += found
    if sure >= count:
        return YES, []
    return (CANNOT_TELL, names) if sure + unsure >= count else (NO, [])


def _because(part: Part, line: Line, truth: Truth, fact: Fact) -> Because:
    unit = line.unit if type(line) is Compare or type(line) is Between else ""
    holds = None if truth == CANNOT_TELL else truth == YES
    if isinstance(fact, Missing):
        why = fact.note or fact.reason.value
        return Because(part, line.text, holds, line.fact, None, why, unit, None, "", fact.reason)
    shown = shown_value(line, fact.value)
    return Because(part, line.text, holds, line.fact, fact.value, shown, unit, fact.on, fact.source)


def shown_value(line: Line, value: FactValue) -> str:
    """A value in the words of the clinic; of a medicines list only what the line looked for."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Never):
        return f"none found back to {day_in_words(value.searched_back_to)}"
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, MedicineList):
        return _medicines_shown(line, value)
    return str(value)


def day_in_words(day: date) -> str:
    """A date that nobody can misread: 22-Nov-2026."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{day.day:02d}-{months[day.month - 1]}-{day.year:04d}"


def _medicines_shown(line: Line, medicines: MedicineList) -> str:
    match line:
        case Takes(which=which) | StartedWithin(which=which):
            found = [item.label for item in medicines.items if selects(which, item)]
        case Tagged(tag=tag):
            found = [item.label for item in medicines.items if tag in item.tags]
        case _:
            found = [item.label for item in medicines.items]
    if found:
        return ", ".join(found)
    if medicines.settles_absence:
        return "not in the confirmed list"
    unmatched = [item.label for item in medicines.items if item.ingredient is None]
    return f"not recognised: {', '.join(unmatched)}" if unmatched else "the list is not confirmed"
