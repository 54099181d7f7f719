"""What was told alone: a carer's words stay apart from the person, the person's from whoever is there."""

from functools import cache

from app.consultation.agenda import SECTIONS
from app.consultation.book import vocabulary
from app.rules.rulebook import Rule


def is_apart(rule: Rule) -> bool:
    """Whether the rule reads a fact that the person must not come to know of."""
    return not _apart_facts().isdisjoint(rule.reads)


@cache
def _apart_facts() -> frozenset[str]:
    return frozenset(kind.name for kind in vocabulary() if kind.is_apart)


@cache
def private_facts() -> frozenset[str]:
    """The facts that are asked of the person alone."""
    asked = {place for section in SECTIONS for place in section.private_places}
    return frozenset(kind.name for kind in vocabulary() if kind.asked_in in asked)


def is_told_alone(rule: Rule) -> bool:
    """Whether the rule reads what the person is only asked alone: it waits while somebody else may look."""
    return not private_facts().isdisjoint(rule.reads)
