"""What a large chart shows, without how it is painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.consultation.bands import LOWER_NUMBER_LINE
from app.consultation.dialog.record import RATING_WORDS
from app.consultation.figures import Figure
from app.consultation.medicine_marks import MedicineMark
from app.consultation.trend_measures import BLOOD_PRESSURE
from app.consultation.trends import Trend
from app.views.parts.chart_bands import LOWER_LINE_WORDS, bands_of, pressure_reach, reach_of
from app.views.parts.chart_shape import Band

LEAST_SPAN = timedelta(days=28)
LOWEST_RATING, HIGHEST_RATING = min(RATING_WORDS), max(RATING_WORDS)
NAMED_RATINGS = LOWEST_RATING, (LOWEST_RATING + HIGHEST_RATING) // 2, HIGHEST_RATING
RATINGS_REACH = LOWEST_RATING - Decimal("0.5"), HIGHEST_RATING + Decimal("0.5")
"""Half a step of room below and above the scale."""


@dataclass(frozen=True)
class PlotShape:
    """The readings of one measure from a day to today, on its bands; `names` stand at the right."""

    trend: Trend
    first: date
    today: date
    low: Decimal
    high: Decimal
    bands: tuple[Band, ...] = ()
    names: tuple[tuple[Decimal, str], ...] = ()
    guide: Decimal | None = None
    marks: tuple[MedicineMark, ...] = ()
    marks_before: tuple[MedicineMark, ...] = ()
    """What lies before the first day shown, and has no line."""

    @property
    def drawn(self) -> tuple[Figure, ...]:
        """The readings with a place on the chart."""
        return self.trend.drawn

    @property
    def has_bars(self) -> bool:
        """Whether each reading is an upright bar from its lower to its upper number."""
        return self.trend.measure.key == BLOOD_PRESSURE


def plot_shape(
    trend: Trend, since: date | None, today: date, marks: Sequence[MedicineMark]
) -> PlotShape | None:
    """The chart of a trend that was cut to a span already; None where nothing in it can be drawn."""
    if not trend.drawn:
        return None
    first = min(since or trend.drawn[0].on, today - LEAST_SPAN)
    low, high = _reach(trend)
    bands = bands_of(trend.scale, low, high) if trend.scale else ()
    names = [((band.low + band.high) / 2, band.words) for band in bands]
    guide = None
    if trend.measure.key == BLOOD_PRESSURE:
        guide = LOWER_NUMBER_LINE
        names.append((guide, LOWER_LINE_WORDS))
    if trend.measure.is_rating:
        names = [(Decimal(at), f"{at} {RATING_WORDS[at]}") for at in NAMED_RATINGS]
    within = tuple(mark for mark in marks if first <= mark.on <= today)
    before = tuple(mark for mark in marks if mark.on < first)
    return PlotShape(trend, first, today, low, high, bands, tuple(names), guide, within, before)


def _reach(trend: Trend) -> tuple[Decimal, Decimal]:
    values = [figure.value for figure in trend.drawn if figure.value is not None]
    if trend.measure.is_rating:
        return RATINGS_REACH
    if trend.measure.key == BLOOD_PRESSURE:
        lower = [figure.lower for figure in trend.drawn if figure.lower is not None]
        return pressure_reach(values, lower)
    return reach_of(values)
