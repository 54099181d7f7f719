"""How a record says what is asked: each field carries its wording, its kind and its limits."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

import msgspec

from app.consultation.answers import NOT_ASKED, YesNo

if TYPE_CHECKING:
    from app.consultation.visit import Visit


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The answers of one section: a frozen value whose fields are the questions."""


R = TypeVar("R", bound=Record)


class Kind(Enum):
    """The kinds of question; each has one field widget."""

    NUMBER = "number"
    BLOOD_PRESSURE = "blood pressure"
    CHOICE = "choice"
    TICKS = "ticks"
    DAY = "day"
    TEXT = "text"
    WORDS = "words"


@dataclass(frozen=True)
class Limits:
    """Hard limits refuse a value; soft limits ask whether it is right.

    The figures are project proposals (K) of research/clinical_rules.md section 1: soft catches slips of unit
    or typing, hard lies outside what is compatible with life at home or with the device.
    """

    low: Decimal
    high: Decimal
    soft_low: Decimal
    soft_high: Decimal
    slip: str = ""


def limits(low: str, high: str, soft_low: str, soft_high: str, slip: str = "") -> Limits:
    """Limits from plain figures in the question's unit."""
    return Limits(Decimal(low), Decimal(high), Decimal(soft_low), Decimal(soft_high), slip)


Shown = Callable[[Any, "Visit"], bool]


def always(_record: object, _visit: "Visit") -> bool:
    """Asked at every visit."""
    return True


RuledOut = Callable[["Visit"], frozenset[Enum]]


def nothing(_visit: "Visit") -> frozenset[Enum]:
    """Every answer may be so."""
    return frozenset()


@dataclass(frozen=True)
class Question:
    """One question: the words on the screen, the kind of answer and when it matters.

    One that `is_private` waits while somebody else is in the room, and so does all that comes of it. One
    that `is_for_staff_alone` is opened on purpose only, when the person does not see the screen. Neither is
    printed.
    """

    kind: Kind
    label: str
    unit: str = ""
    hint: str = ""
    limits: Limits | None = None
    places: int = 0
    options: type[Enum] | None = None
    none_of_these: str = ""
    never: str = ""
    series: str = ""
    condition: str = ""
    """The condition of the record that answers a yes or no, by its key."""
    asks_how: bool = True
    is_private: bool = False
    is_for_staff_alone: bool = False
    may_stay: bool = False
    """A way of life that lasts: its last answer may be said again with one press. Never a measurement, a sign
    or a danger: those are asked each time."""
    shown: Shown = always
    ruled_out: RuledOut = nothing
    """The answers of a list that cannot be so for this person: not offered; one that was ticked stays."""


def yes_no(label: str, shown: Shown, hint: str = "", *, is_private: bool = False) -> Question:
    """A yes or no of this visit, of which nobody asks how it is known."""
    return Question(
        Kind.CHOICE, label, hint=hint, options=YesNo, asks_how=False, is_private=is_private, shown=shown
    )


@cache
def questions(record_type: type[Record]) -> dict[str, Question]:
    """The questions of a record by field name, in the order they are asked."""
    hints = get_type_hints(record_type, include_extras=True)
    found: dict[str, Question] = {}
    for name in record_type.__struct_fields__:
        for note in getattr(hints[name], "__metadata__", ()):
            if isinstance(note, Question):
                found[name] = note
    return found


def questions_shown(record: Record, visit: "Visit") -> Iterator[tuple[str, Question]]:
    """The questions that matter for this person at this visit."""
    for name, question in questions(type(record)).items():
        if question.shown(record, visit):
            yield name, question


def without_private_answers(record: R) -> R:
    """The record as somebody else may know it: even how many questions wait tells nothing of the answers."""
    private = [name for name, question in questions(type(record)).items() if question.is_private]
    return msgspec.structs.replace(record, **dict.fromkeys(private, NOT_ASKED))
