"""What a rule read, or still needs, in the words that a nurse reads: never a fact's own name."""

from collections.abc import Iterable
from datetime import date

from app.consultation.book import vocabulary
from app.rules.explaining import Because
from app.rules.facts import FactKind
from app.rules.rulebook import Level, Rule
from app.rules.weighing import Outcome

MOST_ASKED = 4
"""So many questions are read at a glance; the others come up once these are answered."""
LEVEL_WORDS = {
    Level.NOW: "something to do now",
    Level.URGENT: "something for today",
    Level.SOON: "something to arrange soon",
    Level.ROUTINE: "something to arrange",
    Level.NOTE: "worth knowing",
}


def label_of(fact: str) -> str:
    """A fact as it is called on screen."""
    return vocabulary()[fact].label if fact in vocabulary() else fact.replace("_", " ").capitalize()


def glossary_of(rule: Rule) -> tuple[str, ...]:
    """What a rule's conditions read, in order: the word there, what it is called, how it is asked."""
    kinds = [vocabulary()[name] for name in rule.reads_in_order if name in vocabulary()]
    return tuple(f"{kind.spoken}: {kind.label}{_asked(kind)}" for kind in kinds)


def _asked(kind: FactKind) -> str:
    return f" (asked: {kind.ask})" if kind.ask else ""


def day_beside(because: Because) -> date | None:
    """The day to write beside a value; a value that is that very day has none beside it."""
    return None if because.value == because.on else because.on


def to_tell(facts: Iterable[str]) -> str:
    """What to ask so that it can be told: each question once, the first few of them, and how many more."""
    questions = tuple(dict.fromkeys(_question(fact) for fact in facts))
    asked = " ".join(one if one.endswith("?") else f"{one}." for one in questions[:MOST_ASKED])
    more = len(questions) - MOST_ASKED
    return f"To tell, ask: {asked}" + (f" And {more} more." if more > 0 else "")


def could_be(outcome: Outcome) -> str:
    """What could come of a rule that cannot be told yet, and what to ask."""
    level = outcome.highest_possible
    asked = to_tell(outcome.needs)
    return f"Could be {LEVEL_WORDS[level]}. {asked}" if level else asked


def could_be_worse(outcomes: Iterable[Outcome]) -> str:
    """Each graver level that cannot be ruled out, and what to ask; or nothing."""
    parts = (
        f"Could be {LEVEL_WORDS[could.level]}. {to_tell(could.needs)}"
        for outcome in outcomes
        for could in outcome.could_be
    )
    return " ".join(dict.fromkeys(parts))


def missing_words(missing: Iterable[tuple[str, str]]) -> str:
    """What a prompt was decided on without, each with why it is missing; or nothing."""
    said = "; ".join(dict.fromkeys(f"{label_of(fact)} ({why})" for fact, why in missing))
    return f"Missing: {said}." if said else ""


def _question(fact: str) -> str:
    return (vocabulary()[fact].ask if fact in vocabulary() else "") or label_of(fact)
