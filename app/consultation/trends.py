"""What the record shows of each measure over time: every reading, how it is known, its range in words.

Nothing is left out in silence: a figure that no body has, a word instead of a number or a mean of too few
ratings stands in the list with the reason why it is not drawn.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import zip_longest

from app.consultation.agenda import SECTIONS
from app.consultation.answers import How
from app.consultation.bands import range_words
from app.consultation.dialog.record import ITEMS, RATING_WORDS
from app.consultation.history import Reading
from app.consultation.known import visit_words
from app.consultation.physical_checks.facts import lower_threshold_fact
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.words import waist_by_sex_words
from app.consultation.questions import Limits, Record
from app.consultation.trend_measures import (
    BLOOD_PRESSURE,
    BMI,
    LIFE,
    PRESSURE_LIMITS,
    TREATMENT,
    Measure,
    measures,
)
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.bands import BMI_GENERAL, BMI_LOWER_THRESHOLD, DIASTOLIC, SYSTOLIC, Scale
from app.rules.scores.dialog_means import LIFE_NEEDED, TREATMENT_NEEDED, life_mean, treatment_mean

NOT_A_NUMBER = "not a number: not drawn"
HALF = "only one of the two numbers"
SWAPPED = "the upper number is not the larger: not drawn"
OTHER_UNIT = "in another unit: not drawn"
UNUSUAL = "unusual: was it right?"


@dataclass(frozen=True)
class Figure:
    """One reading. `value` is None where it is not drawn; `lower` makes it a blood pressure."""

    on: date
    said: str
    how: How
    source: str = ""
    value: Decimal | None = None
    lower: Decimal | None = None
    band: str = ""
    remark: str = ""

    @property
    def known_by(self) -> str:
        """How it is known and where it was read, in words."""
        if self.source == visit_words(self.on):
            return f"{self.how.value} at a visit"
        return f"{self.how.value}, {self.source}" if self.source else self.how.value


@dataclass(frozen=True)
class Trend:
    """One measure and its readings, the oldest first; `scale` is drawn, where one holds for this person."""

    measure: Measure
    figures: tuple[Figure, ...] = ()
    scale: Scale | None = None
    remark: str = ""
    searched_back_to: date | None = None

    @property
    def last(self) -> Figure | None:
        """The newest reading."""
        return self.figures[-1] if self.figures else None

    @property
    def newest_first(self) -> tuple[Figure, ...]:
        """The readings as a table lists them."""
        return self.figures[::-1]

    @property
    def drawn(self) -> tuple[Figure, ...]:
        """The readings that a chart can draw, the oldest first."""
        return tuple(figure for figure in self.figures if figure.value is not None)

    def since(self, day: date | None) -> "Trend":
        """The same measure from a day on; from its first reading, where no day is given."""
        kept = tuple(figure for figure in self.figures if day is None or figure.on >= day)
        return replace(self, figures=kept)

    def lines(self) -> Iterator[tuple[Figure, ...]]:
        """The drawn readings in stretches that a line may join: no line runs over a gap."""
        stretch: list[Figure] = []
        for figure in self.drawn:
            if stretch and not self.measure.joins(stretch[-1].on, figure.on):
                yield tuple(stretch)
                stretch = []
            stretch.append(figure)
        if stretch:
            yield tuple(stretch)


def trends_of(visit: Visit, records: Mapping[str, Record], *, with_private: bool) -> tuple[Trend, ...]:
    """Every measure, the one read last first; those without a reading at the end, in clinic order.

    `records` are the answers of a visit in hand: its values count as the newest. Without private measures
    there is no trace of them, in a mean neither.
    """
    by_series = _readings(visit, records)
    found = [
        _trend(measure, by_series, visit, records, with_private=with_private)
        for measure in measures()
        if with_private or not measure.is_private
    ]
    return tuple(sorted(found, key=lambda trend: -trend.last.on.toordinal() if trend.last else 0))


def _readings(visit: Visit, records: Mapping[str, Record]) -> dict[str, list[Reading]]:
    """All that was kept, and what the visit in hand would keep, the oldest first."""
    now = (
        reading
        for section in SECTIONS
        if section.key in records
        for reading in section.readings(records[section.key], visit)
    )
    found: dict[str, list[Reading]] = {}
    for reading in sorted((*visit.history.readings, *now), key=lambda each: each.taken_on):
        found.setdefault(reading.series, []).append(reading)
    return found


def _trend(
    measure: Measure,
    by_series: Mapping[str, list[Reading]],
    visit: Visit,
    records: Mapping[str, Record],
    *,
    with_private: bool,
) -> Trend:
    trend = Trend(
        measure, scale=measure.scale, searched_back_to=visit.history.searched_back_to(measure.series)
    )
    if measure.key == BLOOD_PRESSURE:
        return replace(trend, figures=tuple(_pressures(by_series)), scale=SYSTOLIC)
    if measure.key in (LIFE, TREATMENT):
        return replace(trend, figures=tuple(_means(measure, by_series, with_private=with_private)))
    if measure.key == BMI:
        trend = _with_bmi_scale(trend, visit, records)
    rows = by_series.get(measure.series[0], ())
    return replace(trend, figures=tuple(_figure(trend, row) for row in rows))


def _with_bmi_scale(trend: Trend, visit: Visit, records: Mapping[str, Record]) -> Trend:
    """The scale of the person's family background; none is drawn where nobody knows which holds."""
    checks = records.get("physical_checks")
    is_lower = lower_threshold_fact(checks if isinstance(checks, PhysicalChecks) else PhysicalChecks(), visit)
    if not isinstance(is_lower, rules.Known):
        remark = "The ranges depend on the family background, which is not known: no range is drawn."
        return replace(trend, remark=remark)
    return replace(trend, scale=BMI_LOWER_THRESHOLD if is_lower.value else BMI_GENERAL)


def _figure(trend: Trend, row: Reading) -> Figure:
    measure, value = trend.measure, row.number
    said = f"{row.value} {row.unit or measure.unit}".strip()
    figure = Figure(row.taken_on, said, row.how, row.source)
    why_not = why_not_drawn(measure, row)
    if why_not or value is None:
        return replace(figure, remark=why_not)
    remark = UNUSUAL if _is_unusual(value, measure.limits) else ""
    return replace(figure, value=value, band=_band(trend, value), remark=remark)


def why_not_drawn(measure: Measure, row: Reading) -> str:
    """Why a reading cannot stand on the scale of its measure, in words; empty where it can."""
    value = row.number
    if value is None:
        return NOT_A_NUMBER
    if row.unit and row.unit != measure.unit:
        return OTHER_UNIT
    return _refused(value, measure.limits)


def _refused(value: Decimal, allowed: Limits | None) -> str:
    if allowed is None or allowed.low <= value <= allowed.high:
        return ""
    return f"outside {allowed.low} to {allowed.high}: not drawn"


def _is_unusual(value: Decimal, allowed: Limits | None) -> bool:
    return allowed is not None and not allowed.soft_low <= value <= allowed.soft_high


def _band(trend: Trend, value: Decimal) -> str:
    """The range that a value lies in, in words; never a word about the person."""
    measure = trend.measure
    if measure.is_rating:
        return RATING_WORDS.get(int(value), "") if value == value.to_integral_value() else ""
    if measure.key == "waist":
        return waist_by_sex_words(value)
    if trend.scale is not None:
        return range_words(trend.scale.band(value))
    if measure.key == BMI:
        one, other = (range_words(scale.band(value)) for scale in (BMI_GENERAL, BMI_LOWER_THRESHOLD))
        return one if one == other else f"{one} or {other}, by family background"
    return ""


def _pressures(by_series: Mapping[str, list[Reading]]) -> Iterator[Figure]:
    """The upper and the lower numbers that were kept together; one without the other says so."""
    upper, lower = (_by_occasion(by_series.get(side, ())) for side in ("systolic", "diastolic"))
    for occasion in sorted({*upper, *lower}, key=lambda each: each[0]):
        pairs = zip_longest(upper.get(occasion, ()), lower.get(occasion, ()))
        yield from (_pressure(*pair) for pair in pairs)


def _by_occasion(rows: Iterable[Reading]) -> dict[tuple[date, str], list[Reading]]:
    found: dict[tuple[date, str], list[Reading]] = {}
    for row in rows:
        found.setdefault((row.taken_on, row.source), []).append(row)
    return found


def _pressure(upper: Reading | None, lower: Reading | None) -> Figure:
    row = upper or lower
    if row is None:
        raise ValueError("a blood pressure has at least one number")
    said = f"{upper.value if upper else 'not known'}/{lower.value if lower else 'not known'} mmHg"
    figure = Figure(row.taken_on, said, row.how, row.source)
    high, low = (side.number if side else None for side in (upper, lower))
    if upper is None or lower is None:
        return replace(figure, remark=f"{HALF}: not drawn")
    if high is None or low is None:
        return replace(figure, remark=NOT_A_NUMBER)
    refused = [_refused(side, allowed) for side, allowed in zip((high, low), PRESSURE_LIMITS, strict=True)]
    if any(refused) or low >= high:
        return replace(figure, remark=next(filter(None, refused), SWAPPED))
    return replace(figure, value=high, lower=low, band=_pressure_band(high, low))


def _pressure_band(upper: Decimal, lower: Decimal) -> str:
    if DIASTOLIC.rank(lower) > SYSTOLIC.rank(upper):
        return f"lower number: {range_words(DIASTOLIC.band(lower))}"
    return range_words(SYSTOLIC.band(upper))


def _means(
    measure: Measure, by_series: Mapping[str, list[Reading]], *, with_private: bool
) -> Iterator[Figure]:
    """A mean for each day on which enough was rated; a day on which too little was says so."""
    is_treatment = measure.key == TREATMENT
    items = [item for item in ITEMS if item.is_treatment == is_treatment]
    told = [item for item in items if with_private or not item.is_private]
    by_day: dict[date, dict[str, Reading]] = {}
    for item in told:
        for row in by_series.get(f"dialog.{item.key}", ()):
            by_day.setdefault(row.taken_on, {})[item.key] = row
    for day, rows in sorted(by_day.items()):
        ratings = [_rating(rows.get(item.key)) for item in items]
        mean = treatment_mean(ratings) if is_treatment else life_mean(ratings)
        any_row = next(iter(rows.values()))
        if mean is None:
            needed = TREATMENT_NEEDED if is_treatment else LIFE_NEEDED
            given = sum(rating is not None for rating in ratings)
            remark = f"{given} of {len(items)} rated, a mean needs {needed}: not drawn"
            yield Figure(day, "no mean", any_row.how, any_row.source, remark=remark)
        else:
            yield Figure(day, str(mean.mean), any_row.how, any_row.source, mean.mean, band=mean.basis)


def _rating(row: Reading | None) -> int | None:
    value = row.number if row is not None else None
    return int(value) if value is not None and value in RATING_WORDS else None
