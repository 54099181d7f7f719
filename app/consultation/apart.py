"""What somebody told alone stays apart: a rule that reads it is never shown where the person may look."""

from app.consultation.book import vocabulary
from app.rules.rulebook import Rule


def is_apart(rule: Rule) -> bool:
    """Whether the rule reads a fact that the person must not come to know of."""
    kinds = vocabulary()
    return any(kinds[fact].is_apart for fact in rule.reads if fact in kinds)
