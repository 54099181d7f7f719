"""The small chart beside an open row: the last values and today's, on the bands of their scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.consultation.days import MONTHS, on_screen
from app.consultation.history import History
from app.rules.bands import DIASTOLIC, SYSTOLIC, Scale
from app.views.parts.chart_shape import Band, BandTone, ChartShape, Mark

MOST_BEFORE = 4
TODAY = "Today"


@dataclass(frozen=True)
class Point:
    """One value of a day; `lower` for blood pressure."""

    on: date
    value: Decimal
    lower: Decimal | None = None


def points_of(history: History, series: str, given: Point | None) -> list[Point]:
    """The last readings of a series, and the one given now."""
    before = [Point(r.taken_on, r.number) for r in history.series(series) if r.number is not None]
    return _with(before, given)


def pressures_of(history: History, given: Point | None) -> list[Point]:
    """The last blood pressures whose two numbers were taken on the same day, and the one given now."""
    lower = {r.taken_on: r.number for r in history.series("diastolic") if r.number is not None}
    upper = [r for r in history.series("systolic") if r.number is not None and r.taken_on in lower]
    before = [Point(r.taken_on, r.number, lower[r.taken_on]) for r in upper if r.number is not None]
    return _with(before, given)


def _with(before: list[Point], given: Point | None) -> list[Point]:
    if given is not None:
        before = [point for point in before if point.on != given.on]
    found = before[-MOST_BEFORE:]
    return sorted([*found, given], key=lambda p: p.on) if given is not None else found


def line_shape(name: str, unit: str, points: Sequence[Point], scale: Scale | None, today: date) -> ChartShape:
    """A line over time."""
    values = [point.value for point in points]
    room = max((max(values) - min(values)) / 4, max(values) / 20)
    low, high = max(Decimal(0), min(values) - room), max(values) + room
    marks = tuple(_mark(point, points, today) for point in points)
    return ChartShape(name, unit, low, high, marks, bands_of(scale, low, high) if scale else ())


def bars_shape(name: str, unit: str, points: Sequence[Point], today: date) -> ChartShape:
    """One upright bar a reading; the bands are those of the upper number, the line that of the lower."""
    low = min(p.lower or p.value for p in points) - 10
    high = max(Decimal(170), max(p.value for p in points) + 10)
    marks = tuple(_mark(point, points, today) for point in points)
    guide = DIASTOLIC.bands[1].begins
    return ChartShape(name, unit, low, high, marks, bands_of(SYSTOLIC, low, high), guide, f"Lower: {guide}")


def bands_of(scale: Scale, low: Decimal, high: Decimal) -> tuple[Band, ...]:
    """The bands of a scale that a chart from `low` to `high` shows."""
    tones = (BandTone.LOW, BandTone.MIDDLE, BandTone.HIGH)
    found = []
    for at, band in enumerate(scale.bands):
        ends = high if band.ends_before is None else min(high, band.ends_before)
        begins = max(low, band.begins)
        if begins < ends:
            words = band.range_in_words
            found.append(Band(begins, ends, words[:1].upper() + words[1:], tones[min(at, 2)]))
    return tuple(found)


def _mark(point: Point, points: Sequence[Point], today: date) -> Mark:
    first, last = points[0].on, points[-1].on
    days = (last - first).days
    along = (point.on - first).days / days if days else (0.5 if len(points) == 1 else None)
    when = TODAY if point.on == today else MONTHS[point.on.month - 1][:3]
    if point.on.year != today.year:
        when = f"{when} {point.on.year % 100:02d}"
    return Mark(when, point.value, point.lower, along, on_screen(point.on))
