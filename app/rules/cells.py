"""Every value that makes a difference to a rule: just below, at and just above each threshold, and missing.

Varied one or two facts at a time from the rule's own examples, capped.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, islice, product
from typing import Any

from app.rules.conditions import (
    Between,
    Compare,
    Condition,
    DoneWithin,
    Is,
    Line,
    StartedWithin,
    Tagged,
    Takes,
    lines_of,
)
from app.rules.dates import months_before
from app.rules.examples import EXAMPLE_DAY, LONG_AGO_MONTHS, SOURCE, DescribeMedicine
from app.rules.explaining import day_in_words
from app.rules.facts import (
    NOT_ASKED,
    Fact,
    FactKind,
    FactValue,
    Kind,
    Known,
    MedicineFact,
    MedicineList,
    Never,
)
from app.rules.language import Grammar
from app.rules.rulebook import Rule

CAP = 2000
"""The most cases tried for one rule: some seconds at worst, and far more than any rule here needs."""

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Cell:
    """One fact with one value that matters, or missing."""

    name: str
    fact: Fact


def conditions_of(rule: Rule) -> tuple[Condition, ...]:
    """All conditions of a rule."""
    return (rule.applies, rule.unless, *(step.when for step in rule.steps))


def lines_of_rule(rule: Rule) -> tuple[Line, ...]:
    """All lines of a rule."""
    return tuple(line for condition in conditions_of(rule) for line in lines_of(condition))


def cells_of(rule: Rule, grammar: Grammar, describe: DescribeMedicine) -> dict[str, tuple[Cell, ...]]:
    """For every fact that the rule reads: the values that could make a difference, and missing last."""
    by_fact: dict[str, list[Line]] = {}
    for line in lines_of_rule(rule):
        by_fact.setdefault(line.fact, []).append(line)
    return {
        name: (
            *(
                Cell(name, Known(value, EXAMPLE_DAY, SOURCE))
                for value in _values(grammar.facts[name], lines, grammar, describe)
            ),
            Cell(name, NOT_ASKED),
        )
        for name, lines in by_fact.items()
    }


def _values(
    kind: FactKind, lines: list[Line], grammar: Grammar, describe: DescribeMedicine
) -> Iterable[FactValue]:
    match kind.kind:
        case Kind.NUMBER:
            return _numbers(kind, lines)
        case Kind.YES_NO:
            return (True, False)
        case Kind.CHOICE:
            wanted = [line.wanted for line in lines if isinstance(line, Is)]
            others = [option for option in kind.options if option not in wanted]
            return (*wanted, *others[:1])
        case Kind.LAST_DONE:
            return _last_done(lines)
        case Kind.MEDICINES:
            return _medicines(lines, grammar, describe)


def _numbers(kind: FactKind, lines: list[Line]) -> list[FactValue]:
    assert kind.step is not None
    assert kind.low is not None
    assert kind.high is not None
    limits = {line.amount for line in lines if isinstance(line, Compare)}
    limits |= {end for line in lines if isinstance(line, Between) for end in (line.low, line.high)}
    around = {limit + shift for limit in limits for shift in (-kind.step, kind.step * 0, kind.step)}
    return [*sorted(value for value in around or {kind.low} if kind.low <= value <= kind.high)]


def _last_done(lines: list[Line]) -> list[FactValue]:
    first_days = sorted({line.span.before(EXAMPLE_DAY) for line in lines if isinstance(line, DoneWithin)})
    values: list[FactValue] = [Never(months_before(EXAMPLE_DAY, LONG_AGO_MONTHS))]
    for day in first_days:
        values += [day - ONE_DAY, day, day + ONE_DAY, Never(day - ONE_DAY), Never(day), Never(day + ONE_DAY)]
    return values


def _medicines(lines: list[Line], grammar: Grammar, describe: DescribeMedicine) -> list[FactValue]:
    """Lists of none, one or two of the medicines that the rule looks for, confirmed and not."""
    items = [item for line in lines for item in _items_for(line, grammar, describe)]
    singles = [(item,) for item in dict.fromkeys(items)]
    lists: list[tuple[MedicineFact, ...]] = [(), *singles, *combinations(dict.fromkeys(items), 2)]
    unmatched = MedicineFact(None, "free text")
    return [
        *(MedicineList(each, is_complete) for each in lists for is_complete in (True, False)),
        MedicineList((unmatched,), True),
    ]


def _items_for(line: Line, grammar: Grammar, describe: DescribeMedicine) -> Iterator[MedicineFact]:
    known = [item for name in sorted(grammar.medicines.ingredients) if (item := describe(name))]
    match line:
        case Takes(which=which, form=form):
            meant = [i for i in known if which.name in (i.classes if which.is_class else {i.ingredient})]
            for item in meant[:1]:
                yield _as(item, form, None)
        case StartedWithin(which=which, span=span):
            meant = [i for i in known if which.name in (i.classes if which.is_class else {i.ingredient})]
            first = span.before(EXAMPLE_DAY)
            for start in (first - ONE_DAY, first, None):
                yield from (_as(item, None, start) for item in meant[:1])
        case Tagged(tag=tag, count=count):
            yield from [item for item in known if tag in item.tags][: count + 1]
            yield from [item for item in known if tag not in item.tags and "antipsychotic" in item.classes][
                :1
            ]


def _as(item: MedicineFact, form: str | None, started: date | None) -> MedicineFact:
    return MedicineFact(item.ingredient, item.label, item.classes, item.tags, form, started)


def cases(
    rule: Rule, baselines: Iterable[Mapping[str, Fact]], grammar: Grammar, describe: DescribeMedicine
) -> tuple[dict[str, Fact], ...]:
    """The examples, then each with one fact changed, then with two; each case once, up to the cap."""
    cells = cells_of(rule, grammar, describe)
    bases = [dict(base) for base in baselines] or [{}]
    found: dict[tuple[tuple[str, Any], ...], dict[str, Fact]] = {}
    for case in islice(_varied(bases, cells), CAP):
        key = tuple(sorted((n, f) for n, f in case.items() if isinstance(f, Known) and n in cells))
        found.setdefault(tuple((n, repr(f)) for n, f in key), case)
    return tuple(found.values())


def _varied(bases: list[dict[str, Fact]], cells: Mapping[str, tuple[Cell, ...]]) -> Iterator[dict[str, Fact]]:
    yield from bases
    for base in bases:
        for each in cells.values():
            for cell in each:
                yield {**base, cell.name: cell.fact}
    for base in bases:
        for first, second in combinations(cells.values(), 2):
            for one, two in product(first, second):
                yield {**base, one.name: one.fact, two.name: two.fact}


def case_in_words(case: Mapping[str, Fact], names: Iterable[str]) -> str:
    """A case as an author reads it: what is known of the facts that the rule reads, without an answer."""
    return "; ".join(f"{name} = {_shown(case.get(name, NOT_ASKED))}" for name in sorted(names))


def _shown(fact: Fact) -> str:
    if not isinstance(fact, Known):
        return "missing"
    match fact.value:
        case bool():
            return "yes" if fact.value else "no"
        case Never(searched_back_to):
            return f"none found back to {day_in_words(searched_back_to)}"
        case date():
            return f"{(EXAMPLE_DAY - fact.value).days} days ago"
        case MedicineList(items, is_complete):
            names = ", ".join(item.label for item in items) or "none"
            return f"{names} ({'confirmed' if is_complete else 'not confirmed'})"
        case _:
            return str(fact.value)
