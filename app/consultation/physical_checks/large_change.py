"""A weight that changed so much that it is asked about, and said again where nobody answered."""

from collections.abc import Callable
from decimal import Decimal

from app.consultation.answers import Known
from app.consultation.days import on_screen
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.words import weight_change_words
from app.consultation.visit import Visit

LARGEST_CHANGE_KG = Decimal(7)
LARGEST_CHANGE_SHARE = Decimal("0.10")


def weight_doubt(visit: Visit) -> Callable[[Decimal], str]:
    """Asks about a weight over 10 % or over 7 kg away from the last one (docs/decisions.md)."""
    last = visit.history.last("weight")

    def asks(kg: Decimal) -> str:
        if last is None or last.number is None or not _is_large(kg, last.number):
            return ""
        change = kg - last.number
        way = "more" if change > 0 else "less"
        return f"{last.number} kg on {on_screen(last.taken_on)}: this is {abs(change)} kg {way}. Is it right?"

    return asks


def large_change_words(checks: PhysicalChecks, visit: Visit) -> str:
    """The change itself, where it is as large as that: it stays said after nobody answered the question."""
    last, answer = visit.history.last("weight"), checks.weight
    if last is None or last.number is None or not isinstance(answer, Known):
        return ""
    return weight_change_words(checks, visit) if _is_large(answer.value, last.number) else ""


def _is_large(kg: Decimal, before: Decimal) -> bool:
    change = abs(kg - before)
    return change > LARGEST_CHANGE_KG or change > before * LARGEST_CHANGE_SHARE
