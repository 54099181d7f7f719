"""How the facts of a section are declared: three shapes."""

from dataclasses import dataclass
from decimal import Decimal

from app.rules.facts import FactKind, Kind


@dataclass(frozen=True)
class AskedIn:
    """A section, for the facts that its questions answer."""

    section: str

    def number(
        self, name: str, label: str, unit: str, limits: tuple[str, str, str], asked_in: str, ask: str
    ) -> FactKind:
        """A number with its range and step."""
        low, high, step = (Decimal(figure) for figure in limits)
        place = f"{self.section}.{asked_in}"
        return FactKind(name, label, Kind.NUMBER, unit, low, high, step, asked_in=place, ask=ask)

    def yes_no(self, name: str, label: str, asked_in: str, ask: str) -> FactKind:
        """A yes or no."""
        return FactKind(name, label, Kind.YES_NO, asked_in=f"{self.section}.{asked_in}", ask=ask)

    def last(self, name: str, label: str, asked_in: str, ask: str) -> FactKind:
        """The day on which something was last done."""
        return FactKind(name, label, Kind.LAST_DONE, asked_in=f"{self.section}.{asked_in}", ask=ask)
