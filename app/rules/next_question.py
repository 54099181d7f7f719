"""What to ask next: the facts that would settle most, the most urgent first."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from app.rules.facts import FactKind, Vocabulary
from app.rules.rulebook import Level
from app.rules.weighing import Outcome, Verdict

Weights = dict[tuple[Level, bool], float]
"""What a question counts at a level, for rules that fire already (True) and for the others."""


@dataclass(frozen=True)
class NextQuestion:
    """A question worth asking, by one fact that it gives: the highest level that hangs on it, and the rules
    that it helps to settle."""

    fact: FactKind
    level: Level
    settles: tuple[str, ...]

    @property
    def ask(self) -> str:
        """The question in plain words."""
        return self.fact.ask or self.fact.label


def ask_next(
    outcomes: Iterable[Outcome], vocabulary: Vocabulary, leave_out: Container[str] = ()
) -> tuple[NextQuestion, ...]:
    """The open questions, ranked; `leave_out` names the facts that the person declined or that are hidden.

    A fact that alone settles a rule counts one for it, one of two counts a half; facts that one question
    gives count together. What it counts at the highest level decides, then at the next one down, then its
    name, so that the list stands still. At each level a rule that fires already, and could be worse, counts
    before those of which nothing is known yet.
    """
    weights: dict[str, Weights] = {}
    rules: dict[str, dict[str, None]] = {}
    given: dict[str, dict[str, float]] = {}
    for outcome in outcomes:
        for could in outcome.could_be:
            for name in could.needs:
                if name not in leave_out and name in vocabulary:
                    question, share = vocabulary[name].asked_in or name, 1 / len(could.needs)
                    place = (could.level, outcome.verdict is Verdict.FIRES)
                    by_place = weights.setdefault(question, {})
                    by_place[place] = by_place.get(place, 0.0) + share
                    by_fact = given.setdefault(question, {})
                    by_fact[name] = by_fact.get(name, 0.0) + share * could.level
                    rules.setdefault(question, {})[outcome.rule.id] = None
    ranked = sorted(weights, key=lambda question: (_order(weights[question]), question))
    return tuple(
        NextQuestion(vocabulary[_most(given[question])], max(weights[question])[0], tuple(rules[question]))
        for question in ranked
    )


def _most(by_fact: Mapping[str, float]) -> str:
    """The fact of a question on which most hangs; by name where two are equal."""
    return min(by_fact, key=lambda name: (-by_fact[name], name))


def _order(by_place: Weights) -> tuple[float, ...]:
    places = product(sorted(Level, reverse=True), (True, False))
    return tuple(-by_place.get(place, 0.0) for place in places)
