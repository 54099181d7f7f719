"""How the facts of the physical checks are declared: three shapes."""

from decimal import Decimal

from app.rules.facts import FactKind, Kind

SECTION = "physical_checks"


def number(
    name: str, label: str, unit: str, limits: tuple[str, str, str], asked_in: str, ask: str
) -> FactKind:
    """A number with its range and step."""
    low, high, step = (Decimal(figure) for figure in limits)
    return FactKind(name, label, Kind.NUMBER, unit, low, high, step, (), f"{SECTION}.{asked_in}", ask)


def yes_no(name: str, label: str, asked_in: str, ask: str) -> FactKind:
    """A yes or no."""
    return FactKind(name, label, Kind.YES_NO, asked_in=f"{SECTION}.{asked_in}", ask=ask)


def last(name: str, label: str, asked_in: str, ask: str) -> FactKind:
    """The day on which something was last done."""
    return FactKind(name, label, Kind.LAST_DONE, asked_in=f"{SECTION}.{asked_in}", ask=ask)
