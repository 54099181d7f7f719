"""The series that this product keeps, with their unit, their places and the limits of a value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache

from app.consultation.agenda import SECTIONS
from app.consultation.dialog.record import ITEMS
from app.consultation.physical_checks.figure_limits import BMI_LIMITS, DIASTOLIC_LIMITS, SYSTOLIC_LIMITS
from app.consultation.questions import Kind, Limits, Question, Record, questions

RECORDS: Mapping[str, type[Record]] = {section.key: section.record for section in SECTIONS}


@dataclass(frozen=True)
class Series:
    """One series of numbers: outside its limits a value is taken for a slip and left out."""

    key: str
    label: str
    unit: str
    low: Decimal
    high: Decimal
    places: int = 0
    is_whole: bool = False


def _series(key: str, label: str, unit: str, allowed: Limits, places: int = 0) -> Series:
    return Series(key, label, unit, allowed.low, allowed.high, places)


_WITHOUT_A_FIELD_OF_THEIR_OWN = (
    _series("systolic", "Blood pressure, upper", "mmHg", SYSTOLIC_LIMITS),
    _series("diastolic", "Blood pressure, lower", "mmHg", DIASTOLIC_LIMITS),
    _series("bmi", "BMI", "kg/m2", BMI_LIMITS, 1),
)
_COUNTED = (Series("audit_c", "AUDIT-C", "points", Decimal(0), Decimal(12), is_whole=True),)


@cache
def numbers() -> Mapping[str, Series]:
    """Every series of numbers by its key."""
    asked = (_of_question(question) for question in _kept() if question.kind is Kind.NUMBER)
    rated = (
        Series(f"dialog.{item.key}", item.title, "", Decimal(1), Decimal(7), is_whole=True) for item in ITEMS
    )
    return {s.key: s for s in (*_WITHOUT_A_FIELD_OF_THEIR_OWN, *asked, *_COUNTED, *rated)}


@cache
def days() -> frozenset[str]:
    """The series whose values are days: when something was last done."""
    return frozenset(question.series for question in _kept() if question.kind is Kind.DAY)


def _kept() -> Iterator[Question]:
    """The questions whose answers are kept as a series."""
    for record in RECORDS.values():
        yield from (question for question in questions(record).values() if question.series)


def _of_question(question: Question) -> Series:
    if question.limits is None:
        raise TypeError(f"the series {question.series} has no limits to check a value against")
    low, high = question.limits.low, question.limits.high
    return Series(question.series, question.label, question.unit, low, high, question.places)


@dataclass(frozen=True)
class ChoiceSeries:
    """One series of words out of a closed list."""

    key: str
    label: str
    options: type[Enum]

    def option(self, text: str) -> str | None:
        """The word of the list that the text is, whatever its capitals."""
        return next((o.value for o in self.options if o.value.casefold() == text.casefold()), None)


@cache
def choices() -> Mapping[str, ChoiceSeries]:
    """Every series of words by its key."""
    return {
        question.series: ChoiceSeries(question.series, question.label, question.options)
        for question in _kept()
        if question.options is not None
    }


@cache
def by_question() -> Mapping[str, str]:
    """The series that each question of the visit feeds, by `section.question`."""
    asked = {
        f"{key}.{name}": question.series
        for key, record in RECORDS.items()
        for name, question in questions(record).items()
        if question.series
    }
    return asked | {f"dialog.{item.key}": f"dialog.{item.key}" for item in ITEMS}


def label_of(series: str) -> str:
    """What a series is called on a screen."""
    found = numbers().get(series) or choices().get(series)
    return found.label if found else series
