"""One reading as it is shown: how it is known, its range in words, or why it is not drawn."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.consultation.answers import How
from app.consultation.history import Reading
from app.consultation.known import visit_words
from app.consultation.questions import Limits
from app.consultation.trend_measures import Measure

NOT_A_NUMBER = "not a number: not drawn"
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


def why_not_drawn(measure: Measure, row: Reading) -> str:
    """Why a reading cannot stand on the scale of its measure, in words; empty where it can."""
    value = row.number
    if value is None:
        return NOT_A_NUMBER
    if row.unit and row.unit != measure.unit:
        return OTHER_UNIT
    return why_outside(value, measure.limits)


def why_outside(value: Decimal, allowed: Limits | None) -> str:
    """That no body has this figure, in words; empty where it can be."""
    if allowed is None or allowed.low <= value <= allowed.high:
        return ""
    return f"outside {allowed.low} to {allowed.high}: not drawn"


def is_unusual(value: Decimal, allowed: Limits | None) -> bool:
    """Whether a figure is so rare that it is asked whether it was right."""
    return allowed is not None and not allowed.soft_low <= value <= allowed.soft_high
