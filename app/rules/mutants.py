"""Every small change to a rule that could be a slip of the pen; the rule's examples must notice each one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from app.rules.conditions import (
    All,
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Condition,
    DoneWithin,
    Line,
    Not,
    Sign,
    StartedWithin,
    Tagged,
    Takes,
)
from app.rules.facts import Vocabulary
from app.rules.rulebook import Level, Rule

SWAPPED = {
    Sign.LESS: Sign.AT_MOST,
    Sign.AT_MOST: Sign.LESS,
    Sign.MORE: Sign.AT_LEAST,
    Sign.AT_LEAST: Sign.MORE,
    Sign.EQUAL: Sign.AT_LEAST,
}


@dataclass(frozen=True)
class Mutant:
    """A rule with one slip in it, and the slip in words."""

    change: str
    rule: Rule


def mutants(rule: Rule, vocabulary: Vocabulary) -> Iterator[Mutant]:
    """All slips of one rule: in its scope, its exceptions, each step, and the levels."""
    for change, applies in _changed(rule.applies, vocabulary, is_list=True):
        yield Mutant(f"applies: {change}", replace(rule, applies=applies))
    for change, unless in _changed(rule.unless, vocabulary, is_list=True):
        yield Mutant(f"unless: {change}", replace(rule, unless=unless))
    for index, step in enumerate(rule.steps):
        for change, when in _changed(step.when, vocabulary):
            steps = (*rule.steps[:index], replace(step, when=when), *rule.steps[index + 1 :])
            yield Mutant(f"{step.level.word}: {change}", replace(rule, steps=steps))
    yield from _level_slips(rule)


def _level_slips(rule: Rule) -> Iterator[Mutant]:
    used = {step.level for step in rule.steps}
    for index, step in enumerate(rule.steps):
        for level in Level:
            if abs(level - step.level) == 1 and level not in used:
                steps = (*rule.steps[:index], replace(step, level=level), *rule.steps[index + 1 :])
                yield Mutant(f"{step.level.word}: level becomes {level.word}", replace(rule, steps=steps))
        if len(rule.steps) > 1:
            steps = (*rule.steps[:index], *rule.steps[index + 1 :])
            yield Mutant(f"{step.level.word}: step dropped", replace(rule, steps=steps))


def _changed(
    condition: Condition, vocabulary: Vocabulary, is_list: bool = False
) -> Iterator[tuple[str, Condition]]:
    """The condition with one slip, everywhere a slip can be; a list may also lose its only line."""
    match condition:
        case Not(part):
            yield f"not dropped before {_words(part)}", part
            for change, inner in _changed(part, vocabulary):
                yield change, Not(inner)
        case All(parts):
            yield from _changed_joint(parts, All, AnyOf, vocabulary, is_list)
        case AnyOf(parts):
            yield from _changed_joint(parts, AnyOf, All, vocabulary, is_list)
        case AtLeast(count, parts):
            for other in (count - 1, count + 1):
                if 1 <= other <= len(parts):
                    yield f"at least {count} becomes {other}", AtLeast(other, parts)
            for index, part in enumerate(parts):
                for change, inner in _changed(part, vocabulary):
                    yield change, AtLeast(count, (*parts[:index], inner, *parts[index + 1 :]))
        case _:
            yield f"'{condition.text}' negated", Not(condition)
            yield from _changed_line(condition, vocabulary)


def _changed_joint(
    parts: tuple[Condition, ...],
    joint: type[All] | type[AnyOf],
    other: type[All] | type[AnyOf],
    vocabulary: Vocabulary,
    is_list: bool,
) -> Iterator[tuple[str, Condition]]:
    if len(parts) > 1:
        yield f"{_joint_word(joint)} becomes {_joint_word(other)} over {_words(parts[0])} ...", other(parts)
    for index, part in enumerate(parts):
        before, after = parts[:index], parts[index + 1 :]
        if len(parts) > 1 or is_list:
            yield f"{_words(part)} dropped", joint((*before, *after))
        for change, inner in _changed(part, vocabulary):
            yield change, joint((*before, inner, *after))


def _joint_word(joint: type[All] | type[AnyOf]) -> str:
    return "all" if joint is All else "any"


def _words(condition: Condition) -> str:
    match condition:
        case Not(part):
            return f"not {_words(part)}"
        case All(parts) | AnyOf(parts) | AtLeast(parts=parts):
            return f"({', '.join(_words(part) for part in parts)})"
        case _:
            return f"'{condition.text}'"


def _changed_line(line: Line, vocabulary: Vocabulary) -> Iterator[tuple[str, Condition]]:
    said = f"'{line.text}'"
    match line:
        case Compare():
            yield (
                f"{said}: {line.sign.value} becomes {SWAPPED[line.sign].value}",
                replace(line, sign=SWAPPED[line.sign]),
            )
            for amount in _neighbours(line.fact, line.amount, vocabulary):
                yield f"{said}: {line.amount} becomes {amount}", replace(line, amount=amount)
        case Between():
            for low in _neighbours(line.fact, line.low, vocabulary):
                yield f"{said}: {line.low} becomes {low}", replace(line, low=low)
            for high in _neighbours(line.fact, line.high, vocabulary):
                yield f"{said}: {line.high} becomes {high}", replace(line, high=high)
        case DoneWithin() | StartedWithin():
            for count in (line.span.count - 1, line.span.count + 1):
                if count:
                    span = replace(line.span, count=count)
                    yield f"{said}: {line.span.words} becomes {span.words}", replace(line, span=span)
            if line.span.grace_days:
                for days in (line.span.grace_days - 1, line.span.grace_days + 1):
                    span = replace(line.span, grace_days=days)
                    yield f"{said}: {line.span.words} becomes {span.words}", replace(line, span=span)
        case Tagged():
            for count in (line.count - 1, line.count + 1):
                if count:
                    yield f"{said}: {line.count} becomes {count}", replace(line, count=count)
        case Takes() if line.form is not None:
            yield f"{said}: form dropped", replace(line, form=None)


def _neighbours(fact: str, amount: Decimal, vocabulary: Vocabulary) -> Iterator[Decimal]:
    step = vocabulary[fact].step
    if step is not None:
        yield amount - step
        yield amount + step
