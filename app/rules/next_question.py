"""What to ask next: the facts that would settle most, the most urgent first."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from app.rules.facts import FactKind, Vocabulary
from app.rules.rulebook import Level
from app.rules.weighing import Outcome


@dataclass(frozen=True)
class NextQuestion:
    """A fact worth asking for: the highest level that hangs on it, and the rules that it helps to settle."""

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
    """The open facts, ranked; `leave_out` names those that the person declined or that are hidden.

    A fact that alone settles a rule counts one for it, one of two counts a half. What it counts at the
    highest level decides, then at the next one down, then its name, so that the list stands still.
    """
    weights: dict[str, dict[Level, float]] = {}
    rules: dict[str, dict[str, None]] = {}
    for outcome in outcomes:
        for could in outcome.could_be:
            for name in could.needs:
                if name not in leave_out and name in vocabulary:
                    by_level = weights.setdefault(name, {})
                    by_level[could.level] = by_level.get(could.level, 0.0) + 1 / len(could.needs)
                    rules.setdefault(name, {})[outcome.rule.id] = None
    ranked = sorted(weights, key=lambda name: (_order(weights[name]), name))
    return tuple(NextQuestion(vocabulary[name], max(weights[name]), tuple(rules[name])) for name in ranked)


def _order(by_level: Mapping[Level, float]) -> tuple[float, ...]:
    return tuple(-by_level.get(level, 0.0) for level in sorted(Level, reverse=True))
