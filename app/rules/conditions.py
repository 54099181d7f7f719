"""What a condition is once it was read: lines that ask one thing, and the trees that join them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from app.rules.dates import Span

NO, CANNOT_TELL, YES = 0, 1, 2
"""Kleene's three values: and is min, or is max, not is 2 - x."""

Truth = int


class Sign(Enum):
    """How a number is compared."""

    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    EQUAL = "="


@dataclass(frozen=True)
class Compare:
    """`bmi >= 30.0 kg/m2`."""

    fact: str
    sign: Sign
    amount: Decimal
    unit: str
    text: str


@dataclass(frozen=True)
class Between:
    """`bmi between 23.0 and 24.9 kg/m2`, both ends included."""

    fact: str
    low: Decimal
    high: Decimal
    unit: str
    text: str


@dataclass(frozen=True)
class Is:
    """`has diabetes`, `has diabetes is no` or `ethnic background is asian`."""

    fact: str
    wanted: bool | str
    text: str


@dataclass(frozen=True)
class DoneWithin:
    """`metabolic review in last 6 months`."""

    fact: str
    span: Span
    text: str


@dataclass(frozen=True)
class Selector:
    """Which medicines are meant: one ingredient, or all of a class."""

    name: str
    is_class: bool


@dataclass(frozen=True)
class Takes:
    """`takes clozapine`, `takes any antipsychotic as depot`."""

    fact: str
    which: Selector
    form: str | None
    text: str


@dataclass(frozen=True)
class StartedWithin:
    """`started any antipsychotic in last 12 weeks`."""

    fact: str
    which: Selector
    span: Span
    text: str


@dataclass(frozen=True)
class Tagged:
    """`at least 2 medicines tagged qt`: counted by ingredient."""

    fact: str
    count: int
    tag: str
    text: str


@dataclass(frozen=True)
class IsKnown:
    """`hba1c is known`: the one operator that more knowledge can turn round."""

    fact: str
    text: str


Line = Compare | Between | Is | DoneWithin | Takes | StartedWithin | Tagged | IsKnown


@dataclass(frozen=True)
class Not:
    """The opposite."""

    part: "Condition"


@dataclass(frozen=True)
class All:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf:
    """One part holds, or more."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class AtLeast:
    """So many of the parts hold."""

    count: int
    parts: tuple["Condition", ...]


Condition = Line | Not | All | AnyOf | AtLeast

NOTHING_ASKED = All(())
NOTHING_SPARED = AnyOf(())


def lines_of(condition: Condition) -> Iterator[Line]:
    """The lines of a condition, in the order written."""
    match condition:
        case Not(part):
            yield from lines_of(part)
        case All(parts) | AnyOf(parts) | AtLeast(parts=parts):
            for part in parts:
                yield from lines_of(part)
        case _:
            yield condition
