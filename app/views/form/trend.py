"""The small chart beside an open row: the last values and today's, on the bands of their scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from app.consultation.bands import LOWER_NUMBER_LINE
from app.consultation.days import MONTHS, on_screen
from app.consultation.figures import why_not_drawn
from app.consultation.history import History
from app.consultation.pressures import drawn_pressures
from app.consultation.trend_measures import Measure
from app.rules.bands import SYSTOLIC, Scale
from app.views.parts.chart_bands import LOWER_LINE_WORDS, bands_of, pressure_reach, reach_of
from app.views.parts.chart_shape import ChartShape, Mark

MOST_BEFORE = 4
TODAY = "Today"


@dataclass(frozen=True)
class Point:
    """One value of a day; `lower` for blood pressure."""

    on: date
    value: Decimal
    lower: Decimal | None = None


def points_of(history: History, measure: Measure, given: Point | None) -> list[Point]:
    """The last readings of a measure that can be drawn, and the one given now."""
    fit = (
        Point(row.taken_on, row.number)
        for row in reversed(history.series(measure.key))
        if row.number is not None and not why_not_drawn(measure, row)
    )
    before = list(islice(fit, MOST_BEFORE + 1))[::-1]  # one more: today's own may be among them
    return _with(before, given)


def pressure_points(history: History, given: Point | None) -> list[Point]:
    """The last blood pressures that can be drawn, and the one given now."""
    before = [Point(f.on, f.value, f.lower) for f in drawn_pressures(history) if f.value is not None]
    return _with(before, given)


def _with(before: list[Point], given: Point | None) -> list[Point]:
    if given is not None:
        before = [point for point in before if point.on != given.on]
    found = before[-MOST_BEFORE:]
    return sorted([*found, given], key=lambda p: p.on) if given is not None else found


def line_shape(measure: Measure, points: Sequence[Point], scale: Scale | None, today: date) -> ChartShape:
    """A line over time, broken where too long lies between two readings."""
    low, high = reach_of([point.value for point in points])
    marks = _marks(points, today, measure)
    name = f"{measure.title} over time"
    bands = bands_of(scale, low, high) if scale else ()
    return ChartShape(name, measure.unit, low, high, marks, bands)


def bars_shape(name: str, unit: str, points: Sequence[Point], today: date) -> ChartShape:
    """One upright bar a reading; the bands are those of the upper number, the line that of the lower."""
    low, high = pressure_reach([p.value for p in points], [p.lower for p in points if p.lower is not None])
    marks = _marks(points, today)
    bands = bands_of(SYSTOLIC, low, high)
    return ChartShape(name, unit, low, high, marks, bands, LOWER_NUMBER_LINE, LOWER_LINE_WORDS)


def _marks(points: Sequence[Point], today: date, measure: Measure | None = None) -> tuple[Mark, ...]:
    first, days = points[0].on, (points[-1].on - points[0].on).days
    alone = 0.5 if len(points) == 1 else None
    found = []
    for before, point in zip((points[0], *points[:-1]), points, strict=True):
        along = (point.on - first).days / days if days else alone
        after_gap = measure is not None and not measure.joins(before.on, point.on)
        day = on_screen(point.on)
        found.append(Mark(_when(point.on, today), point.value, point.lower, along, day, after_gap))
    return tuple(found)


def _when(on: date, today: date) -> str:
    when = TODAY if on == today else MONTHS[on.month - 1][:3]
    return when if on.year == today.year else f"{when} {on.year % 100:02d}"
