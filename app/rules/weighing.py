"""All rules against one person's facts on one day: what fires, what cannot be told, and why."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from app.rules.compiling import RuleTruths
from app.rules.conditions import CANNOT_TELL, NO, YES, Condition, Truth
from app.rules.explaining import Answers, Because, Part, explain, needs, settle
from app.rules.facts import Facts
from app.rules.rulebook import IfCannotTell, Level, Rule, Rulebook, RuleKind, Step


class Verdict(Enum):
    """What became of a rule."""

    FIRES = "fires"
    SILENT = "silent"
    CANNOT_TELL = "cannot tell"
    NOT_COVERED = "not covered"
    NOT_IN_USE = "not in use"
    FAILED = "failed"


class CouldBe(NamedTuple):
    """A level that may be reached yet, and the names of the facts that would settle it.

    `is_met`: its own condition holds; only whether the rule covers the person, or an exception, is open.
    """

    level: Level
    needs: tuple[str, ...]
    is_met: bool = False


@dataclass(frozen=True)
class Outcome:
    """What one rule says about one person on one day.

    `step` is set only where the rule fires. `could_be` lists levels above it that cannot be told; where no
    level is sure, all that cannot be told. `needs` is their facts, each once, the most urgent first.
    `covers`: the rule surely covers the person.
    """

    rule: Rule
    verdict: Verdict
    step: Step | None = None
    could_be: tuple[CouldBe, ...] = ()
    needs: tuple[str, ...] = ()
    is_stale: bool = False
    error: str = ""
    covers: bool = True
    told: "_Told | None" = field(default=None, repr=False, compare=False)

    @cached_property
    def reasons(self) -> tuple[Because, ...]:
        """The lines that settled it, those of its step first; spelled out when they are first asked for.

        Most outcomes are never explained: of a hundred rules a screen shows the reasons of a handful.
        """
        return self.told.reasons() if self.told else ()

    @property
    def level(self) -> Level | None:
        """The level at which the rule fires."""
        return self.step.level if self.step else None

    @property
    def highest_possible(self) -> Level | None:
        """The highest level that is sure or cannot be ruled out."""
        levels = [could.level for could in self.could_be]
        return max([*levels, self.step.level] if self.step else levels, default=None)

    @property
    def warns(self) -> bool:
        """Whether the rule must be shown although it cannot tell.

        A safety rule that surely covers the person; else a rule whose condition holds and of which only an
        exception is open.
        """
        if self.verdict is not Verdict.CANNOT_TELL or self.rule.if_cannot_tell is not IfCannotTell.WARN:
            return False
        is_met = any(could.is_met for could in self.could_be)
        return self.covers and (self.rule.kind is RuleKind.SAFETY or is_met)


def weigh(
    rulebook: Rulebook, facts: Facts, on: date, signed: AbstractSet[str] | None = None
) -> tuple[Outcome, ...]:
    """The outcome of every rule, in the order of the book.

    `signed` holds the content hashes that a named clinician signed: in a live store only those rules run.
    None means a practice store, where every rule runs.
    """
    compiled = rulebook.compiled
    truths, broken = compiled.ask_lines(facts, on)
    answers = compiled.answers(truths)
    return tuple(
        [
            _outcome(rule, found, answers, facts, on)
            if signed is None or rule.content_hash in signed
            else Outcome(rule, Verdict.NOT_IN_USE, is_stale=rule.is_stale(on))
            for rule, found in zip(rulebook.rules, compiled.judge(truths, broken), strict=True)
        ]
    )


def why_silent(rulebook: Rulebook, rule_id: str, facts: Facts, on: date) -> tuple[Because, ...]:
    """The lines that keep a rule silent, for "no longer applies because ..."; none where it is not silent."""
    rule = rulebook[rule_id]
    compiled = rulebook.compiled
    truths, broken = compiled.ask_lines(facts, on)
    found = dict(zip((r.id for r in rulebook), compiled.judge(truths, broken), strict=True))[rule_id]
    answers = compiled.answers(truths)
    if found.error:
        return ()
    if found.applies == NO:
        return tuple(explain(Part.APPLIES, settle(rule.applies, answers), facts))
    if found.unless == YES:
        return tuple(explain(Part.UNLESS, settle(rule.unless, answers), facts))
    if max(found.steps) != NO:
        return ()
    steps = [settle(step.when, answers) for step in rule.steps]
    return _each_once(because for step in steps for because in explain(Part.WHEN, step, facts))


def _outcome(rule: Rule, found: RuleTruths, answers: Answers, facts: Facts, on: date) -> Outcome:
    is_stale = rule.is_stale(on)
    if found.error:
        return Outcome(rule, Verdict.FAILED, is_stale=is_stale, error=found.error)
    told = _Told(rule, found, answers, facts)
    if found.applies == NO:
        return Outcome(rule, Verdict.NOT_COVERED, is_stale=is_stale, covers=False, told=told)
    gate = min(found.applies, YES - found.unless)
    if gate == NO or max(found.steps) == NO:
        return Outcome(rule, Verdict.SILENT, is_stale=is_stale)
    return _spoken(gate, told, is_stale)


class _Told(NamedTuple):
    """How one rule's conditions came out, to be read for what it needs and for its reasons."""

    rule: Rule
    found: RuleTruths
    answers: Answers
    facts: Facts
    steps: tuple[int, ...] = ()
    only_open: bool = False

    def needs(self, index: int) -> tuple[str, ...]:
        """The facts that keep one level open."""
        rule, found = self.rule, self.found
        parts = (
            (rule.applies, found.applies),
            (rule.unless, found.unless),
            (rule.steps[index].when, found.steps[index]),
        )
        return needs((part for part, truth in parts if truth == CANNOT_TELL), self.answers)

    def reasons(self) -> tuple[Because, ...]:
        """The lines that settled it: of its steps, then of what it excepts and whom it covers."""
        rule = self.rule
        if self.found.applies == NO:
            return tuple(self._explained(Part.APPLIES, rule.applies))
        lines = [
            *_each_once(line for i in self.steps for line in self._explained(Part.WHEN, rule.steps[i].when)),
            *self._explained(Part.UNLESS, rule.unless),
            *self._explained(Part.APPLIES, rule.applies),
        ]
        return tuple([because for because in lines if because.holds is None] if self.only_open else lines)

    def _explained(self, part: Part, condition: Condition) -> list[Because]:
        return explain(part, settle(condition, self.answers), self.facts)


def _spoken(gate: Truth, told: _Told, is_stale: bool) -> Outcome:
    """The outcome of a rule of which at least one level is sure or open; levels run from the highest down."""
    rule, truths = told.rule, told.found.steps
    sure = next((i for i, truth in enumerate(truths) if min(gate, truth) == YES), None)
    possible = range(len(truths) if sure is None else sure)
    still_open = tuple(i for i in possible if min(gate, truths[i]) == CANNOT_TELL)
    could_be = tuple(CouldBe(rule.steps[i].level, told.needs(i), truths[i] == YES) for i in still_open)
    wanted = tuple({name: None for could in could_be for name in could.needs})
    covers = told.found.applies == YES
    if sure is None:
        told = told._replace(steps=still_open, only_open=True)
        return Outcome(rule, Verdict.CANNOT_TELL, None, could_be, wanted, is_stale, covers=covers, told=told)
    told = told._replace(steps=(sure,))
    return Outcome(
        rule, Verdict.FIRES, rule.steps[sure], could_be, wanted, is_stale, covers=covers, told=told
    )


def _each_once(found: Iterable[Because]) -> tuple[Because, ...]:
    """The lines of several steps, a line that they share only once."""
    return tuple({because.text: because for because in found}.values())
