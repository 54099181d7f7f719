"""Reading a typed number. No Qt: what is accepted is tested by itself."""

import re
from dataclasses import dataclass
from decimal import Decimal

_NUMBER = re.compile(r"-?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)", re.ASCII)


class NotKept(ValueError):
    """What was typed cannot be an answer; the message is a sentence for the person typing."""


@dataclass(frozen=True)
class NumberRule:
    """What a number field takes: from `low` to `high` inclusive, with at most `decimals` places."""

    low: Decimal
    high: Decimal
    unit: str = ""
    decimals: int = 0

    def range_in_words(self) -> str:
        """The range with its unit, as in 50 to 300 mmHg."""
        return f"{self.low} to {self.high} {self.unit}".rstrip()

    def read(self, typed: str) -> Decimal | None:
        """The number typed, or None for an empty line. Raises NotKept with the reason in a sentence."""
        # A space within is refused, not dropped: "11 4" is stones and pounds, and no hundred and fourteen.
        bare = typed.strip()
        if not bare:
            return None
        if not _NUMBER.fullmatch(bare):
            raise NotKept(f"{shown(typed)} is not kept: this field takes a number, {self.range_in_words()}.")
        number = Decimal(bare.replace(",", ".").rstrip("."))
        if not self.low <= number <= self.high:
            raise NotKept(f"{shown(typed)} is not kept: this field takes {self.range_in_words()}.")
        places = -int(number.as_tuple().exponent)
        if places > self.decimals:
            raise NotKept(f"{shown(typed)} is not kept: {self._places_in_words()}.")
        return number

    def _places_in_words(self) -> str:
        if self.decimals == 0:
            return "this field takes whole numbers"
        return f"this field takes at most {self.decimals} decimal place{'s' if self.decimals > 1 else ''}"


def shown(typed: str, longest: int = 20) -> str:
    """What was typed, shortened when it is quoted in a sentence."""
    bare = typed.strip()
    return bare if len(bare) <= longest else bare[:longest] + "\u2026"
