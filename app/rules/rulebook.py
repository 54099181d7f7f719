"""A rule once it was read and checked, and the book of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from functools import cached_property

from app.rules.compiling import Compiled, compile_rules
from app.rules.conditions import NOTHING_ASKED, NOTHING_SPARED, Condition, lines_of


class Level(IntEnum):
    """How soon something is done; higher is sooner."""

    NOTE = 1
    ROUTINE = 2
    SOON = 3
    URGENT = 4
    NOW = 5

    @property
    def word(self) -> str:
        """The level as rule files and machines write it."""
        return self.name.lower()


class Role(Enum):
    """Who may do or decide something."""

    HCA = "hca"
    NURSE = "nurse"
    PRESCRIBER = "prescriber"
    OTHER = "other"


class RuleKind(Enum):
    """What sort of prompt a rule makes; lifestyle prompts can be held back, safety never."""

    FINDING = "finding"
    DUE = "due"
    LIFESTYLE = "lifestyle"
    OFFER = "offer"
    SAFETY = "safety"


class IfCannotTell(Enum):
    """What becomes of a rule that cannot tell: its facts are asked for, or it is shown as a warning."""

    ASK = "ask"
    WARN = "warn"


class Mark(Enum):
    """How far the source of a rule was checked."""

    READ_AT_SOURCE = "V"
    READ_IN_COPY = "V2"
    FROM_KNOWLEDGE = "K"


@dataclass(frozen=True)
class PlanLine:
    """The action that a prompt proposes when it is taken up."""

    do: str
    owner: str
    within: str


@dataclass(frozen=True)
class Step:
    """One level of a rule: when it is reached, and what is then said to whom."""

    level: Level
    when: Condition
    say: str
    say_hca: str
    plan: PlanLine


@dataclass(frozen=True)
class Evidence:
    """Where a rule comes from, when that was read, and when it must be read again."""

    text: str
    url: str
    mark: Mark
    read: date
    review_due: date


@dataclass(frozen=True)
class Rule:
    """One clinical rule; `steps` run from the highest level to the lowest."""

    id: str
    version: int
    title: str
    topic: str
    does: tuple[Role, ...]
    decides: tuple[Role, ...]
    kind: RuleKind
    steps: tuple[Step, ...]
    evidence: Evidence
    content_hash: str
    applies: Condition = NOTHING_ASKED
    unless: Condition = NOTHING_SPARED
    if_cannot_tell: IfCannotTell = IfCannotTell.ASK

    @cached_property
    def reads(self) -> frozenset[str]:
        """The names of the facts that its conditions read."""
        return frozenset(self.reads_in_order)

    @cached_property
    def reads_in_order(self) -> tuple[str, ...]:
        """The same, each once, as they are met when the rule is read."""
        conditions = (self.applies, self.unless, *(step.when for step in self.steps))
        return tuple(dict.fromkeys(line.fact for condition in conditions for line in lines_of(condition)))

    def is_stale(self, on: date) -> bool:
        """Whether the source should have been read again before this day."""
        return on > self.evidence.review_due


@dataclass(frozen=True)
class Rulebook:
    """All rules of a release, in the order of their files, with the hash that a signed visit keeps."""

    rules: tuple[Rule, ...]
    version: str
    hash: str

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __getitem__(self, rule_id: str) -> Rule:
        return self._by_id[rule_id]

    def __contains__(self, rule_id: object) -> bool:
        return rule_id in self._by_id

    @cached_property
    def _by_id(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def compiled(self) -> Compiled:
        """The conditions of all rules as closures, made once."""
        return compile_rules(
            tuple((rule.applies, rule.unless, *(step.when for step in rule.steps)) for rule in self.rules)
        )
