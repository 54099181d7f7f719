"""What a small chart shows, without how it is painted: the screen and the paper paint the same shape.

No Qt in here, so that it can move beneath the views when the paper needs it.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class BandTone(StrEnum):
    """Which tint a band has; what it means is said by its words."""

    LOW = "band_low"
    MIDDLE = "band_middle"
    HIGH = "band_high"
    PLAIN = "surface_alt"


@dataclass(frozen=True)
class Band:
    """A range of values, with its range in words and never a label on the person."""

    low: Decimal
    high: Decimal
    words: str
    tone: BandTone


@dataclass(frozen=True)
class Mark:
    """One occasion. `lower` makes it an upright bar, as for blood pressure; `along` is 0 to 1 in time."""

    when: str
    value: Decimal
    lower: Decimal | None = None
    along: float | None = None
    when_spoken: str = ""
    after_gap: bool = False
    """No line leads to this mark: too long lies between it and the one before."""

    def in_words(self, unit: str) -> str:
        """The occasion as a sentence, for a screen reader or a table."""
        value = f"{self.value} over {self.lower}" if self.lower is not None else str(self.value)
        return f"{self.when_spoken or self.when}: {value} {unit}".strip()


@dataclass(frozen=True)
class ChartShape:
    """A small chart: marks on named bands from `low` to `high`, and at most one guide line."""

    name: str
    unit: str
    low: Decimal
    high: Decimal
    marks: tuple[Mark, ...]
    bands: tuple[Band, ...] = ()
    guide: Decimal | None = None
    guide_words: str = ""

    def in_words(self) -> str:
        """All that is drawn, as text."""
        return "; ".join(mark.in_words(self.unit) for mark in self.marks) or "Nothing yet"

    def height_of(self, value: Decimal) -> float:
        """Where a value stands between `low` (0) and `high` (1), held to the chart."""
        share = (value - self.low) / (self.high - self.low)
        return float(min(max(share, Decimal(0)), Decimal(1)))

    def along(self, index: int) -> float:
        """Where a mark stands from left (0) to right (1): by its time if known, else evenly."""
        given = self.marks[index].along
        if given is not None:
            return given
        return index / (len(self.marks) - 1) if len(self.marks) > 1 else 0.5
