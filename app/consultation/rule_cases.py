"""One rule tried out: with values of one's own, or with the cases that it is held to."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from app.consultation.fact_words import label_of
from app.consultation.medicines.catalogue import catalogue
from app.rules.building import book_of
from app.rules.examples import EXAMPLE_DAY, facts_given
from app.rules.reading import Library
from app.rules.rulebook import Rule
from app.rules.weighing import Outcome, Verdict, weigh


class Said(Enum):
    """What may come of a rule, as it is asked and answered in a quiz."""

    NOW = "now"
    URGENT = "urgent"
    SOON = "soon"
    ROUTINE = "routine"
    NOTE = "note"
    NOTHING = "nothing"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True)
class Case:
    """What is known of an invented person, in words, and what else the rule reads and nobody knows."""

    given: Mapping[str, Any]
    known: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]

    @property
    def words(self) -> str:
        """The whole case on one line, as it is kept."""
        return "; ".join([*(f"{label}: {value}" for label, value in self.known), *self._not_known()])

    def _not_known(self) -> list[str]:
        return [f"not known: {', '.join(self.unknown)}"] if self.unknown else []


def tried(rule: Rule, given: Mapping[str, Any], library: Library) -> Outcome:
    """What one rule says of facts as rule files give them; what is not given is not known.

    Raises LanguageError, in a sentence, for a value that cannot be.
    """
    facts = facts_given(given, library.grammar, catalogue().fact_of)
    [found] = weigh(book_of([rule], library.book.version), facts, EXAMPLE_DAY)
    return found


def said_of(outcome: Outcome) -> Said:
    """What came of a rule, as a quiz asks for it."""
    if outcome.level is not None:
        return Said(outcome.level.word)
    return Said.CANNOT_TELL if outcome.verdict is Verdict.CANNOT_TELL else Said.NOTHING


def cases_of(rule: Rule, library: Library) -> tuple[Case, ...]:
    """The cases that a rule is held to, each wording once, in an order that gives no answer away."""
    given = [example.given for example in library.examples if example.rule == rule.id]
    cases = (_case(rule, each) for each in sorted(given, key=_shuffled))
    return tuple({case.words: case for case in cases}.values())


def _shuffled(given: Mapping[str, Any]) -> str:
    return hashlib.sha256(repr(given).encode()).hexdigest()


def _case(rule: Rule, given: Mapping[str, Any]) -> Case:
    medicines = {"takes": "Takes, and nothing else", "takes_at_least": "Takes, and perhaps more"}
    known = tuple((medicines.get(name) or label_of(name), _in_words(value)) for name, value in given.items())
    told = {"medicines" if name in medicines else name for name in given}
    unknown = tuple(label_of(name) for name in rule.reads_in_order if name not in told)
    return Case(given, known, unknown)


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "nothing"
    return str(value).replace("_", " ")
