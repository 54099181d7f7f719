"""Which measures the record draws over time: in clinic order, each with its unit, limits, scale and line.

A numeric question that keeps a series is here by itself; only what has no single field is named by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from app.consultation.agenda import SECTIONS
from app.consultation.bands import SCALES
from app.consultation.dialog.record import ITEMS
from app.consultation.physical_checks.figure_limits import BMI_LIMITS
from app.consultation.physical_checks.freshness import FRESHNESS, is_overdue
from app.consultation.questions import Kind, Limits, Question, Record, limits, questions
from app.rules.bands import Scale

BLOOD_PRESSURE, BMI, AUDIT_C, LIFE, TREATMENT = (
    "blood_pressure",
    "bmi",
    "audit_c",
    "dialog_life",
    "dialog_treatment",
)
RATING_MONTHS = 6
"""How often DIALOG is repeated: research/clinical_rules.md 1.4, one trust's practice (V)."""
AGES_AS = {BMI: "weight", "cigarettes_a_day": "smoking"}
RATED = limits("1", "7", "1", "7")


@dataclass(frozen=True)
class Measure:
    """One measure. `joins_months` is the longest gap that a line is drawn over; none where it is 0."""

    key: str
    title: str
    unit: str = ""
    series: tuple[str, ...] = ()
    limits: Limits | None = None
    scale: Scale | None = None
    joins_months: int = 0
    is_rating: bool = False
    is_private: bool = False

    def joins(self, earlier: date, later: date) -> bool:
        """Whether the second reading came before the measure was long overdue: else the line has a gap."""
        return bool(self.joins_months) and not is_overdue(earlier, later, self.joins_months)

    @property
    def none_yet(self) -> str:
        """What is said where there is no reading."""
        return "Not rated yet" if self.is_rating else "Not measured yet"


@cache
def measures() -> tuple[Measure, ...]:
    """Every measure, in clinic order."""
    return (*_asked(), *_ratings())


@cache
def measure_of(key: str) -> Measure:
    """One measure by its key."""
    return next(measure for measure in measures() if measure.key == key)


def _asked() -> Iterator[Measure]:
    """The numbers of every section, the pressures first, each sum after what it is made of."""
    yield Measure(
        BLOOD_PRESSURE,
        "Blood pressure",
        "mmHg",
        ("systolic", "diastolic"),
        joins_months=_joins_months(BLOOD_PRESSURE),
    )
    records: tuple[type[Record], ...] = tuple(section.record for section in SECTIONS)
    for record in records:
        for name, question in questions(record).items():
            if question.kind is Kind.NUMBER and question.series:
                yield _of_question(question)
            if name == "weight":
                yield Measure(BMI, "BMI", "kg/m2", (BMI,), BMI_LIMITS, joins_months=_joins_months(BMI))
            if name == "heavy_drinking":
                sum_of_three = limits("0", "12", "0", "12")
                yield Measure(
                    AUDIT_C,
                    "Alcohol: AUDIT-C",
                    "points",
                    (AUDIT_C,),
                    sum_of_three,
                    SCALES[AUDIT_C],
                    _joins_months(AUDIT_C),
                )


def _of_question(question: Question) -> Measure:
    key = question.series
    return Measure(
        key,
        question.label,
        question.unit,
        (key,),
        question.limits,
        SCALES.get(key),
        _joins_months(key),
        is_private=question.is_private,
    )


def _joins_months(key: str) -> int:
    """Until it is overdue; on demand only, as long as it is usable; what speaks for its day alone, never."""
    fresh = FRESHNESS.get(AGES_AS.get(key, key))
    return (fresh.overdue_months or fresh.usable_months) if fresh else 0


def _ratings() -> Iterator[Measure]:
    """DIALOG: the two means, then the eleven areas."""
    life = tuple(f"dialog.{item.key}" for item in ITEMS if not item.is_treatment)
    treatment = tuple(f"dialog.{item.key}" for item in ITEMS if item.is_treatment)
    yield _rating(LIFE, "DIALOG: mean of the eight areas of life", life)
    yield _rating(TREATMENT, "DIALOG: mean of the three questions on treatment", treatment)
    for item in ITEMS:
        key = f"dialog.{item.key}"
        yield _rating(key, f"DIALOG: {item.title.lower()}", (key,), is_private=item.is_private)


def _rating(key: str, title: str, series: tuple[str, ...], *, is_private: bool = False) -> Measure:
    return Measure(
        key,
        title,
        series=series,
        limits=RATED,
        joins_months=RATING_MONTHS,
        is_rating=True,
        is_private=is_private,
    )
