"""The rules once more, slowly and as plainly as possible: the oracle that the closures are tested against.

It shares nothing with `compiling.py` and `lines.py` but the shape of conditions and Kleene's three numbers.
"""

from datetime import date
from decimal import Decimal

from app.rules.conditions import (
    CANNOT_TELL,
    NO,
    YES,
    All,
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Condition,
    DoneWithin,
    Is,
    IsKnown,
    Not,
    Sign,
    StartedWithin,
    Tagged,
    Takes,
    Truth,
)
from app.rules.facts import Facts, Known, MedicineFact, MedicineList, Missing, Never, fact_of
from app.rules.rulebook import Level, Rule


def truth(condition: Condition, facts: Facts, on: date) -> Truth:
    """Yes, no or cannot tell, straight from the definition."""
    if isinstance(condition, Not):
        return 2 - truth(condition.part, facts, on)
    if isinstance(condition, All):
        return min([truth(part, facts, on) for part in condition.parts], default=YES)
    if isinstance(condition, AnyOf):
        return max([truth(part, facts, on) for part in condition.parts], default=NO)
    if isinstance(condition, AtLeast):
        truths = sorted((truth(part, facts, on) for part in condition.parts), reverse=True)
        return truths[condition.count - 1]
    fact = fact_of(facts, condition.fact)
    if isinstance(condition, IsKnown):
        return NO if isinstance(fact, Missing) else YES
    if isinstance(fact, Missing):
        return CANNOT_TELL
    return _line(condition, fact, on)


def _line(
    line: Compare | Between | Is | DoneWithin | Takes | StartedWithin | Tagged, fact: Known, on: date
) -> Truth:
    value = fact.value
    if isinstance(line, Compare):
        assert isinstance(value, Decimal)
        return YES if _compares(value, line.sign, line.amount) else NO
    if isinstance(line, Between):
        assert isinstance(value, Decimal)
        return YES if not (value < line.low or value > line.high) else NO
    if isinstance(line, Is):
        return YES if value == line.wanted else NO
    if isinstance(line, DoneWithin):
        assert isinstance(value, date | Never)
        return _done(line, value, on)
    assert isinstance(value, MedicineList)
    return _medicine(line, value, on)


def _compares(value: Decimal, sign: Sign, amount: Decimal) -> bool:
    order = (value > amount) - (value < amount)
    holds = {
        Sign.LESS: (-1,),
        Sign.AT_MOST: (-1, 0),
        Sign.EQUAL: (0,),
        Sign.AT_LEAST: (0, 1),
        Sign.MORE: (1,),
    }
    return order in holds[sign]


def _done(line: DoneWithin, value: date | Never, on: date) -> Truth:
    first_day = line.span.before(on)
    if isinstance(value, Never):
        searched_far_enough = not value.searched_back_to > first_day
        return NO if searched_far_enough else CANNOT_TELL
    if value > on:
        return CANNOT_TELL
    return NO if value < first_day else YES


def _medicine(line: Takes | StartedWithin | Tagged, medicines: MedicineList, on: date) -> Truth:
    """What each item says by itself, the best of it, and what an incomplete list leaves open."""
    if isinstance(line, Tagged):
        return _tagged(line, medicines)
    found = [_item(line, item, on) for item in medicines.items]
    open_end = NO if medicines.is_complete else CANNOT_TELL
    return max([*found, open_end])


def _item(line: Takes | StartedWithin, item: MedicineFact, on: date) -> Truth:
    if item.ingredient is None:
        return CANNOT_TELL
    is_meant = line.which.name in (item.classes if line.which.is_class else {item.ingredient})
    if not is_meant:
        return NO
    if isinstance(line, Takes):
        if line.form is None or item.form == line.form:
            return YES
        return CANNOT_TELL if item.form is None else NO
    if item.started is None or item.started > on:
        return CANNOT_TELL
    return NO if item.started < line.span.before(on) else YES


def _tagged(line: Tagged, medicines: MedicineList) -> Truth:
    sure = {item.ingredient for item in medicines.items if line.tag in item.tags}
    if len(sure) >= line.count:
        return YES
    unmatched = [item for item in medicines.items if item.ingredient is None]
    could_reach = not medicines.is_complete or len(sure) + len(unmatched) >= line.count
    return CANNOT_TELL if could_reach else NO


def interpret(rule: Rule, facts: Facts, on: date) -> tuple[str, Level | None, tuple[Level, ...]]:
    """The verdict in words, the level reached, and the levels above it that could yet be."""
    applies = truth(rule.applies, facts, on)
    if applies == NO:
        return "not covered", None, ()
    gate = min(applies, 2 - truth(rule.unless, facts, on))
    found = {step.level: min(gate, truth(step.when, facts, on)) for step in rule.steps}
    sure = max((level for level, value in found.items() if value == YES), default=None)
    could_be = tuple(
        level for level, value in found.items() if value == CANNOT_TELL and (sure is None or level > sure)
    )
    if sure is not None:
        return "fires", sure, could_be
    return ("cannot tell", None, could_be) if could_be else ("silent", None, ())
