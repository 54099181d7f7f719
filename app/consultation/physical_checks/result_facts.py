"""What results from elsewhere say: the newest that is young enough, and what was first seen at this visit."""

from collections.abc import Mapping
from decimal import Decimal

from app.consultation import known
from app.consultation.answers import Answer, Known
from app.consultation.physical_checks.freshness import usable_months
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.dates import months_before
from app.rules.facts import Fact, Missing, Reason

NEWEST = (
    "clozapine_level",
    "lithium_level",
    "egfr",
    "acr",
    "sodium",
    "potassium",
    "adjusted_calcium",
    "tsh",
    "alt",
    "prolactin",
    "must",
)
SEEN_NOW = {
    "white_cells": "white_cells",
    "neutrophils": "neutrophils",
    "new_lithium_level": "lithium_level",
    "new_hba1c": "hba1c",
}
"""For an emergency rule a result that was first seen at this visit counts as today's (docs/decisions.md)."""


def result_facts(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """The facts of blood and urine, and of the scores that were entered."""
    newest = {name: known.number(getattr(record, name), visit, name, usable_months(name)) for name in NEWEST}
    seen = {
        fact: seen_now(getattr(record, name), visit, usable_months(name)) for fact, name in SEEN_NOW.items()
    }
    return {
        **newest,
        **seen,
        "has_other_count_limits": known.yes_or_no(record.has_other_count_limits),
        "news2_today": known.today_only(record.news2, visit),
    }


def seen_now(answer: Answer[Decimal], visit: Visit, months: int) -> Fact:
    """Entered at this visit, whatever the day of the sample, while that is young enough."""
    if not isinstance(answer, Known):
        return known.missing(answer)
    if answer.taken_on < months_before(visit.today, months):
        return Missing(Reason.TOO_OLD, f"taken {answer.taken_on.isoformat()}")
    return rules.Known(answer.value, answer.taken_on, known.source_of(answer))
