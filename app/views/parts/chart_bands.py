"""How far a chart reaches, and the named bands within it. No Qt: small charts and large ones draw it."""

from collections.abc import Sequence
from decimal import Decimal

from app.consultation.bands import LOWER_NUMBER_LINE, PRESSURE_CHART_TOP
from app.rules.bands import Band as Range
from app.rules.bands import Scale
from app.views.parts.chart_shape import Band, BandTone

TONES = (BandTone.LOW, BandTone.MIDDLE, BandTone.HIGH)
PRESSURE_ROOM = Decimal(10)
LOWER_LINE_WORDS = f"Lower: {LOWER_NUMBER_LINE}"


def reach_of(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The lowest and the highest figure of a chart, with room around the values even if all are nought."""
    least, most = min(values), max(values)
    room = max((most - least) / 4, most / 20) or Decimal(1)
    return max(Decimal(0), least - room), most + room


def pressure_reach(upper: Sequence[Decimal], lower: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The same for blood pressures: from under the lowest number up to the bands that worry, at the least."""
    return min(lower) - PRESSURE_ROOM, max(PRESSURE_CHART_TOP, max(upper) + PRESSURE_ROOM)


def bands_of(scale: Scale, low: Decimal, high: Decimal) -> tuple[Band, ...]:
    """The bands of a scale that a chart from `low` to `high` shows."""
    found = []
    for band in scale.bands:
        ends = high if band.ends_before is None else min(high, band.ends_before)
        begins = max(low, band.begins)
        if begins < ends:
            words = band.range_in_words
            found.append(Band(begins, ends, words[:1].upper() + words[1:], _tone(scale, band)))
    return tuple(found)


def _tone(scale: Scale, band: Range) -> BandTone:
    if not scale.has_calm_band:
        return BandTone.PLAIN
    return TONES[min(scale.steps_from_best(band), len(TONES) - 1)]
