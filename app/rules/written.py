"""The exact shape of a rule file: every key is known, none may be left out that a reader would miss."""

from datetime import date
from typing import Any

import msgspec

from app.rules.rulebook import IfCannotTell, Mark, Role, RuleKind


class Written(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a rule file; a key that it does not know is refused."""


class WrittenPlan(Written, frozen=True, kw_only=True):
    """`plan = { do, owner, within }`."""

    do: str
    owner: str
    within: str


class WrittenStep(Written, frozen=True, kw_only=True):
    """`[[rule.step]]`."""

    level: str
    when: Any
    say: str
    say_hca: str
    plan: WrittenPlan


class WrittenEvidence(Written, frozen=True, kw_only=True):
    """`[rule.evidence]`."""

    text: str
    url: str
    mark: Mark
    read: date
    review_due: date


class WrittenRule(Written, frozen=True, kw_only=True):
    """`[[rule]]`."""

    id: str
    version: int
    title: str
    topic: str
    does: list[Role]
    decides: list[Role]
    kind: RuleKind
    step: list[WrittenStep]
    evidence: WrittenEvidence
    applies: list[Any] = []
    unless: list[Any] = []
    if_cannot_tell: IfCannotTell = IfCannotTell.ASK


class WrittenExample(Written, frozen=True, kw_only=True):
    """`[[example]]`: facts given, and what the source text says must come of them."""

    rule: str
    given: dict[str, Any]
    expect: str


class WrittenEquivalent(Written, frozen=True, kw_only=True):
    """`[[equivalent]]`: a change to a rule that no example can tell from the rule itself, and why not."""

    rule: str
    change: str
    because: str


class WrittenFile(Written, frozen=True, kw_only=True):
    """A whole rule file; `family` names a CSV table beside it, each of whose rows makes the rules anew."""

    rule: list[WrittenRule]
    example: list[WrittenExample] = []
    equivalent: list[WrittenEquivalent] = []


class WrittenFamily(Written, frozen=True, kw_only=True):
    """A rule file that is a pattern: `family = "table.csv"`, and rules with {column} in their texts."""

    family: str
    rule: list[dict[str, Any]]
    example: list[dict[str, Any]] = []
    equivalent: list[dict[str, Any]] = []
