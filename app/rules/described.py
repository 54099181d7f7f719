"""A rule in words, for whoever checks it without reading code: the rulebook page and screen say the same."""

from collections.abc import Iterator
from typing import NamedTuple

from app.rules.conditions import All, AnyOf, AtLeast, Condition, Not
from app.rules.rulebook import IfCannotTell, Level, Mark, Role, Rule, Step

LEVEL_WORDS = {
    Level.NOW: "Now: the same day, or 999",
    Level.URGENT: "Urgent: a nurse is told before leaving, the next working day at the latest",
    Level.SOON: "Soon: within 2 weeks",
    Level.ROUTINE: "Routine: by the next review",
    Level.NOTE: "For information",
}
MARK_WORDS = {
    Mark.READ_AT_SOURCE: "read at the source",
    Mark.READ_IN_COPY: "read in a copy or a digest, not at the source",
    Mark.FROM_KNOWLEDGE: "from general knowledge: no source was read",
}
CANNOT_TELL_WORDS = {
    IfCannotTell.ASK: "It asks for what is missing.",
    IfCannotTell.WARN: "It asks for what is missing. Where it surely covers the person it is shown as a "
    "warning: a safety rule at once, any other once its condition holds and only an exception is open.",
}
ROLE_WORDS = {
    Role.HCA: "health care assistant",
    Role.NURSE: "nurse",
    Role.PRESCRIBER: "prescriber",
    Role.OTHER: "somebody else",
}


class Point(NamedTuple):
    """One line of a condition, and how deep it stands under what joins it."""

    depth: int
    words: str


def points(condition: Condition, depth: int = 0) -> Iterator[Point]:
    """A condition as a list with sub-lists: `All of these:`, then its lines as the rule has them."""
    match condition:
        case All((only,)) | AnyOf((only,)):
            yield from points(only, depth)
        case All(parts):
            yield from _joined("All of these:", parts, depth)
        case AnyOf(parts):
            yield from _joined("Any of these:", parts, depth)
        case AtLeast(count, parts):
            yield from _joined(f"At least {count} of these:", parts, depth)
        case Not(part):
            yield from _joined("Not:", (part,), depth)
        case line:
            yield Point(depth, line.text)


def _joined(words: str, parts: tuple[Condition, ...], depth: int) -> Iterator[Point]:
    yield Point(depth, words)
    for part in parts:
        yield from points(part, depth + 1)


def people_in_words(roles: tuple[Role, ...]) -> str:
    """Who, as a list: `health care assistant or nurse`."""
    return " or ".join(ROLE_WORDS[role] for role in roles)


def offer_in_words(step: Step) -> str:
    """The action that a step offers for the plan: `see the stop-smoking service (person; 4 weeks)`."""
    words = {role.value: words for role, words in ROLE_WORDS.items()} | {"person": "the person"}
    owner = words.get(step.plan.owner, step.plan.owner)
    return f"{step.plan.do} ({owner}; {step.plan.within})"


def seal_of(rule: Rule) -> str:
    """Enough of the content hash to tell two wordings of a rule apart."""
    return rule.content_hash[:12]
