"""Conditions turned into closures once, so that a whole book is weighed in microseconds.

Every distinct line is asked once a weighing, whichever rules share it; the trees then read its answer by
position. `interpreter.py` says the same things slowly and plainly: the tests hold the two against each other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from app.rules.conditions import (
    CANNOT_TELL,
    NO,
    YES,
    All,
    AnyOf,
    AtLeast,
    Condition,
    Line,
    Not,
    Truth,
    lines_of,
)
from app.rules.facts import Facts
from app.rules.lines import Check, check_for

Truths = Sequence[Truth]
Judge = Callable[[Truths], Truth]


class RuleTruths(NamedTuple):
    """How the conditions of one rule came out.

    Out of scope, only `applies` was asked; where a line broke, `error` is set and nothing was.
    """

    applies: Truth
    unless: Truth
    steps: tuple[Truth, ...]
    error: str


@dataclass(frozen=True)
class CompiledRule:
    """The closures of one rule, and which lines they read."""

    applies: Judge
    unless: Judge
    steps: tuple[Judge, ...]
    reads: frozenset[int]


@dataclass(frozen=True)
class Compiled:
    """The lines and closures of a whole book; `position` finds a line's answer by the line's identity."""

    checks: tuple[Check, ...]
    rules: tuple[CompiledRule, ...]
    position: Mapping[int, int]

    def ask_lines(self, facts: Facts, on: date) -> tuple[list[Truth], dict[int, str]]:
        """The answer of every line; one that breaks is named, and the others are still asked."""
        try:
            return [check(facts, on) for check in self.checks], {}
        except Exception:
            return self._ask_one_by_one(facts, on)

    def _ask_one_by_one(self, facts: Facts, on: date) -> tuple[list[Truth], dict[int, str]]:
        truths: list[Truth] = []
        broken: dict[int, str] = {}
        for index, check in enumerate(self.checks):
            try:
                truths.append(check(facts, on))
            except Exception as error:
                # Only the kind of error is kept: its words could carry a person's value into a log.
                broken[index] = type(error).__name__
                truths.append(CANNOT_TELL)
        return truths, broken

    def judge(self, truths: Truths, broken: Mapping[int, str]) -> Iterator[RuleTruths]:
        """How each rule's conditions come out, in the order of the book."""
        for rule in self.rules:
            if broken and not rule.reads.isdisjoint(broken):
                error = next(broken[i] for i in sorted(rule.reads) if i in broken)
                yield RuleTruths(CANNOT_TELL, CANNOT_TELL, (), error)
            elif (applies := rule.applies(truths)) == NO:
                yield RuleTruths(NO, CANNOT_TELL, (), "")
            else:
                steps = tuple([step(truths) for step in rule.steps])
                yield RuleTruths(applies, rule.unless(truths), steps, "")

    def answers(self, truths: Truths) -> Mapping[int, Truth]:
        """The answer of every line that belongs to this book, by the identity of the line."""
        return {identity: truths[place] for identity, place in self.position.items()}


def compile_rules(rules: Sequence[tuple[Condition, ...]]) -> Compiled:
    """Closures for rules given as (applies, unless, step, step ...)."""
    numbers: dict[Line, int] = {}
    position: dict[int, int] = {}
    for conditions in rules:
        for condition in conditions:
            for line in lines_of(condition):
                position[id(line)] = numbers.setdefault(line, len(numbers))
    compiled = tuple(_compile_rule(conditions, position) for conditions in rules)
    return Compiled(tuple(check_for(line) for line in numbers), compiled, position)


def _compile_rule(conditions: tuple[Condition, ...], position: Mapping[int, int]) -> CompiledRule:
    applies, unless, *steps = (closure(condition, position) for condition in conditions)
    reads = frozenset(position[id(line)] for condition in conditions for line in lines_of(condition))
    return CompiledRule(applies, unless, tuple(steps), reads)


def closure(condition: Condition, position: Mapping[int, int]) -> Judge:
    """A condition as one function of the lines' answers."""
    match condition:
        case Not(part):
            return _opposite(closure(part, position))
        case All(parts):
            return _every(tuple(closure(part, position) for part in parts))
        case AnyOf(parts):
            return _either(tuple(closure(part, position) for part in parts))
        case AtLeast(count, parts):
            return _at_least(count, tuple(closure(part, position) for part in parts))
        case _:
            return itemgetter(position[id(condition)])


def _opposite(part: Judge) -> Judge:
    return lambda truths: YES - part(truths)


def _every(parts: tuple[Judge, ...]) -> Judge:
    if not parts:
        return lambda truths: YES

    def judge(truths: Truths) -> Truth:
        least = YES
        for part in parts:
            truth = part(truths)
            if truth == NO:
                return NO
            if truth < least:
                least = truth
        return least

    return judge


def _either(parts: tuple[Judge, ...]) -> Judge:
    if not parts:
        return lambda truths: NO

    def judge(truths: Truths) -> Truth:
        most = NO
        for part in parts:
            truth = part(truths)
            if truth == YES:
                return YES
            if truth > most:
                most = truth
        return most

    return judge


def _at_least(count: int, parts: tuple[Judge, ...]) -> Judge:
    def judge(truths: Truths) -> Truth:
        found = [part(truths) for part in parts]
        sure = found.count(YES)
        if sure >= count:
            return YES
        return CANNOT_TELL if sure + found.count(CANNOT_TELL) >= count else NO

    return judge
