"""The day something was last done: as it is answered, kept as a series, and read again at a later visit."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

import msgspec

from app.consultation import known
from app.consultation.answers import Answer, Known
from app.consultation.history import Reading
from app.consultation.questions import Record, questions
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact, Never

NEVER = Never(date.min)
"""Said of all time: no day to show."""


class LastDone(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The day something was last done; no day means that it never was, as far as anyone could find."""

    on: date | None = None


def last_told(answer: Answer[LastDone], visit: Visit, series: str) -> Fact:
    """A last-done day as it was told, else the day that an earlier visit was told."""
    if isinstance(answer, Known):
        return rules.Known(answer.value.on or NEVER, answer.taken_on, known.source_of(answer))
    earlier = visit.history.last(series, visit.today)
    if earlier is None:
        return known.missing(answer)
    return rules.Known(date.fromisoformat(earlier.value), earlier.taken_on, earlier.source)


def readings_of(record: Record, visit: Visit) -> Iterator[Reading]:
    """Every answer of today whose question is kept as a series."""
    for name, question in questions(type(record)).items():
        answer = getattr(record, name)
        if question.series and isinstance(answer, Known):
            value = written(answer.value)
            if value:
                yield reading(question.series, value, question.unit, answer, visit)


def written(value: object) -> str:
    """A value as a series keeps it; that something was never done is no reading."""
    if isinstance(value, LastDone):
        return value.on.isoformat() if value.on else ""
    return str(value.value if isinstance(value, Enum) else value)


def reading(series: str, value: str, unit: str, answer: Known[object], visit: Visit) -> Reading:
    """An answer of today as a later visit will read it."""
    return Reading(
        series=series,
        value=value,
        unit=unit,
        taken_on=answer.taken_on,
        how=answer.how,
        source=answer.source or known.this_visit(visit),
    )
