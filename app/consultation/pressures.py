"""Which upper and lower numbers make one blood pressure: one pairing for every chart, row and paper."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from app.consultation.figures import NOT_A_NUMBER, Figure, why_outside
from app.consultation.history import History, Reading
from app.consultation.physical_checks.figure_limits import DIASTOLIC_LIMITS, SYSTOLIC_LIMITS
from app.consultation.physical_checks.words import pressure_band_words

ONE_NUMBER_ONLY = "only one of the two numbers: not drawn"
SWAPPED = "the upper number is not the larger: not drawn"


def pressures(upper: Iterable[Reading], lower: Iterable[Reading]) -> Iterator[Figure]:
    """The numbers that were kept together, the oldest first; one without the other says so."""
    uppers, lowers = _by_occasion(upper), _by_occasion(lower)
    for occasion in sorted({**uppers, **lowers}, key=lambda each: each[0]):
        pairs = zip_longest(uppers.get(occasion, ()), lowers.get(occasion, ()))
        yield from (_pressure(*pair) for pair in pairs)


def drawn_pressures(history: History) -> list[Figure]:
    """The earlier blood pressures that can be drawn, the oldest first."""
    found = pressures(history.series("systolic"), history.series("diastolic"))
    return [figure for figure in found if figure.value is not None]


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
        return replace(figure, remark=ONE_NUMBER_ONLY)
    if high is None or low is None:
        return replace(figure, remark=NOT_A_NUMBER)
    refused = [why_outside(high, SYSTOLIC_LIMITS), why_outside(low, DIASTOLIC_LIMITS)]
    if any(refused) or low >= high:
        return replace(figure, remark=next(filter(None, refused), SWAPPED))
    return replace(figure, value=high, lower=low, band=pressure_band_words(high, low))
