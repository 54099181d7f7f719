"""What the record shows of each measure over time: every reading, how it is known, its range in words.

Nothing is left out in silence: a figure that no body has, a word instead of a number or a mean of too few
ratings stands in the list with the reason why it is not drawn.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.consultation.agenda import SECTIONS
from app.consultation.bands import range_words
from app.consultation.dialog.record import ITEMS, RATING_WORDS
from app.consultation.figures import UNUSUAL, Figure, is_unusual, why_not_drawn
from app.consultation.history import Reading
from app.consultation.physical_checks.bmi_ranges import bmi_range_words, bmi_scale
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.words import waist_by_sex_words
from app.consultation.pressures import pressures
from app.consultation.questions import Record
from app.consultation.trend_measures import (
    BLOOD_PRESSURE,
    BMI,
    LIFE,
    TREATMENT,
    Measure,
    measures,
)
from app.consultation.visit import Visit
from app.rules.bands import SYSTOLIC, Scale
from app.rules.scores.dialog_means import LIFE_NEEDED, TREATMENT_NEEDED, life_mean, treatment_mean

NO_BMI_RANGE = "The ranges depend on the family background, which is not known: no range is drawn."


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
        sides = (by_series.get(side, []) for side in measure.series)
        return replace(trend, figures=tuple(pressures(*sides)), scale=SYSTOLIC)
    if measure.key in (LIFE, TREATMENT):
        return replace(trend, figures=tuple(_means(measure, by_series, with_private=with_private)))
    if measure.key == BMI:
        trend = _with_bmi_scale(trend, visit, records)
    rows = by_series.get(measure.series[0], ())
    return replace(trend, figures=tuple(_figure(trend, row) for row in rows))


def _with_bmi_scale(trend: Trend, visit: Visit, records: Mapping[str, Record]) -> Trend:
    """The scale of the person's family background; none is drawn where nobody knows which holds."""
    checks = records.get("physical_checks")
    scale = bmi_scale(checks if isinstance(checks, PhysicalChecks) else PhysicalChecks(), visit)
    return replace(trend, scale=scale, remark="" if scale is not None else NO_BMI_RANGE)


def _figure(trend: Trend, row: Reading) -> Figure:
    measure, value = trend.measure, row.number
    said = f"{row.value} {row.unit or measure.unit}".strip()
    figure = Figure(row.taken_on, said, row.how, row.source)
    why_not = why_not_drawn(measure, row)
    if why_not or value is None:
        return replace(figure, remark=why_not)
    remark = UNUSUAL if is_unusual(value, measure.limits) else ""
    return replace(figure, value=value, band=_band(trend, value), remark=remark)


def _band(trend: Trend, value: Decimal) -> str:
    """The range that a value lies in, in words; never a word about the person."""
    measure = trend.measure
    if measure.is_rating:
        return RATING_WORDS.get(int(value), "") if value == value.to_integral_value() else ""
    if measure.key == "waist":
        return waist_by_sex_words(value)
    if measure.key == BMI:
        return bmi_range_words(value, trend.scale)
    return range_words(trend.scale.band(value)) if trend.scale is not None else ""


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
