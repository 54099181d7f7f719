"""Invented people for the rules alone: a third of what is asked is missing, the rest stands near limits."""

import random
from datetime import date, timedelta
from decimal import Decimal

from app.consultation.book import vocabulary
from app.consultation.medicines.catalogue import catalogue
from app.rules.cells import lines_of_rule
from app.rules.conditions import Between, Compare
from app.rules.facts import Fact, FactKind, Kind, Known, MedicineFact, MedicineList, Missing, Never, Reason
from app.rules.rulebook import Rulebook

MISSING = 0.33
TODAY = date(2026, 11, 22)


def people(book: Rulebook, count: int, seed: int = 1) -> list[dict[str, Fact]]:
    """So many people's facts, the same ones for the same seed."""
    chance = random.Random(seed)
    limits = _limits(book)
    return [
        {kind.name: _fact(kind, limits.get(kind.name, ()), chance) for kind in vocabulary()}
        for _ in range(count)
    ]


def _limits(book: Rulebook) -> dict[str, tuple[Decimal, ...]]:
    """The numbers that conditions compare with, by fact."""
    found: dict[str, set[Decimal]] = {}
    for rule in book:
        for line in lines_of_rule(rule):
            if isinstance(line, Compare):
                found.setdefault(line.fact, set()).add(line.amount)
            elif isinstance(line, Between):
                found.setdefault(line.fact, set()).update((line.low, line.high))
    return {name: tuple(sorted(amounts)) for name, amounts in found.items()}


def _fact(kind: FactKind, limits: tuple[Decimal, ...], chance: random.Random) -> Fact:
    if chance.random() < MISSING:
        return Missing(chance.choice(list(Reason)))
    return Known(_value(kind, limits, chance), TODAY, "invented")


def _value(kind: FactKind, limits: tuple[Decimal, ...], chance: random.Random):
    match kind.kind:
        case Kind.YES_NO:
            return chance.random() < 0.4
        case Kind.CHOICE:
            return chance.choice(kind.options)
        case Kind.NUMBER:
            return _number(kind, limits, chance)
        case Kind.LAST_DONE:
            return _last_done(chance)
        case Kind.MEDICINES:
            return _medicines(chance)


def _number(kind: FactKind, limits: tuple[Decimal, ...], chance: random.Random) -> Decimal:
    assert kind.low is not None
    assert kind.high is not None
    assert kind.step is not None
    if limits:
        near = chance.choice(limits) + kind.step * chance.choice((-1, 0, 1))
        if kind.low <= near <= kind.high:
            return near
    return kind.low + kind.step * chance.randint(0, int((kind.high - kind.low) / kind.step))


def _last_done(chance: random.Random) -> date | Never:
    days = timedelta(chance.choice((10, 100, 200, 300, 400, 800)))
    return Never(TODAY - days) if chance.random() < 0.3 else TODAY - days


def _medicines(chance: random.Random) -> MedicineList:
    entries = chance.sample(catalogue().entries, chance.randint(0, 4))
    items = [
        MedicineFact(
            entry.ingredient,
            entry.label,
            entry.classes,
            entry.tags,
            chance.choice([None, *(form.value for form in entry.forms)]),
            chance.choice([None, TODAY - timedelta(chance.choice((5, 60, 400)))]),
        )
        for entry in entries
    ]
    if chance.random() < 0.1:
        items.append(MedicineFact(None, "something in a blue box"))
    return MedicineList(tuple(items), chance.random() < 0.7)
