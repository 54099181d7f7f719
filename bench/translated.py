"""Our conditions in other engines' words, and our facts as a table for them: what is missing is left out.

What those tables cannot say (a list that is not complete, a record that was not searched far enough) is not
their engine's fault, but it is what somebody who used them would ship: it counts as they answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from app.rules.cells import lines_of_rule
from app.rules.conditions import (
    All,
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Condition,
    DoneWithin,
    Is,
    IsKnown,
    Line,
    Not,
    StartedWithin,
    Tagged,
    Takes,
)
from app.rules.facts import Facts, Known, MedicineList, Never
from app.rules.lines import selects
from app.rules.rulebook import Rulebook

LONG_AGO = 99_999


@dataclass(frozen=True)
class Words:
    """How a language writes what we need."""

    both: str
    either: str
    opposite: str
    equal: str
    known: str
    prefix: str = ""
    decimal: bool = True


CEL = Words(" && ", " || ", "!({})", "==", "has(f.{})", "f.")
WITH_NULL = Words(" and ", " or ", "not ({})", "==", "({} != null)", decimal=False)
"""As rule-engine and zen-engine both write it."""


def written(condition: Condition, words: Words, on: date) -> str:
    """The condition as one expression."""
    match condition:
        case Not(part):
            return words.opposite.format(written(part, words, on))
        case All(parts):
            return _joined(parts, words.both, "true", words, on)
        case AnyOf(parts):
            return _joined(parts, words.either, "false", words, on)
        case AtLeast(count, parts):
            return _joined(
                [All(some) for some in combinations(parts, count)], words.either, "false", words, on
            )
        case line:
            return _line(line, words, on)


def _joined(parts: Any, by: str, nothing: str, words: Words, on: date) -> str:
    return "(" + by.join(written(part, words, on) for part in parts) + ")" if parts else nothing


def _line(line: Line, words: Words, on: date) -> str:
    if isinstance(line, IsKnown):
        return words.known.format(column(line))
    name = words.prefix + column(line)
    match line:
        case Compare():
            sign = words.equal if line.sign.value == "=" else line.sign.value
            return f"{name} {sign} {_amount(line.amount, words)}"
        case Between():
            low, high = _amount(line.low, words), _amount(line.high, words)
            return f"({name} >= {low}{words.both}{name} <= {high})"
        case Is(wanted=bool()):
            return f"{name} {words.equal} {str(line.wanted).lower()}"
        case Is():
            return f'{name} {words.equal} "{line.wanted}"'
        case Takes():
            return f"{name} {words.equal} true"
        case Tagged():
            return f"{name} >= {_amount(line.count, words)}"
        case DoneWithin() | StartedWithin():
            return f"{name} <= {_amount((on - line.span.before(on)).days, words)}"
    raise TypeError(line)


def _amount(number: Any, words: Words) -> str:
    return repr(float(number)) if words.decimal else str(number)


def column(line: Line) -> str:
    """What a line reads, as one column: of medicines, the answer to its question is worked out beforehand."""
    match line:
        case Takes():
            return f"takes_{_safe(line.which.name)}_{_safe(line.form or 'any')}"
        case StartedWithin():
            return f"started_{_safe(line.which.name)}"
        case Tagged():
            return f"tagged_{_safe(line.tag)}"
    return line.fact


def _safe(words: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in words)


def table_of(book: Rulebook, facts: Facts, on: date) -> dict[str, Any]:
    """One person's facts as plain values; days ago for what was done, a very long time for never."""
    found: dict[str, Any] = {}
    for line in lines_in(book):
        fact = facts.get(line.fact)
        if isinstance(fact, Known):
            found[column(line)] = _plain(line, fact.value, on)
    return found


def lines_in(book: Rulebook) -> Iterator[Line]:
    """Every line of every rule."""
    for rule in book:
        yield from lines_of_rule(rule)


def _plain(line: Line, value: Any, on: date) -> Any:
    if isinstance(value, MedicineList):
        return _of_medicines(line, value, on)
    if isinstance(value, Never):
        return float(LONG_AGO)
    if isinstance(value, date):
        return float((on - value).days)
    return value if isinstance(value, bool | str) else float(value)


def _of_medicines(line: Line, value: MedicineList, on: date) -> Any:
    if isinstance(line, Tagged):
        return float(len({item.ingredient for item in value.items if line.tag in item.tags}))
    if isinstance(line, StartedWithin):
        days = [(on - i.started).days for i in value.items if i.started and selects(line.which, i)]
        return float(min(days, default=LONG_AGO))
    if isinstance(line, Takes):
        return any(selects(line.which, i) and line.form in (None, i.form) for i in value.items)
    return len(value.items)
