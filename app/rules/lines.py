"""One line of a condition as a function of facts and day: yes, no, or cannot tell.

A value of the wrong type is a bug of ours and raises; the weighing shows the rules that read it as failed.
"""

import operator
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from app.rules.conditions import (
    CANNOT_TELL,
    NO,
    YES,
    Between,
    Compare,
    DoneWithin,
    Is,
    IsKnown,
    Line,
    Selector,
    Sign,
    StartedWithin,
    Tagged,
    Takes,
    Truth,
)
from app.rules.facts import Facts, Known, MedicineFact, MedicineList, Never

Check = Callable[[Facts, date], Truth]

COMPARISONS: dict[Sign, Callable[[Decimal, Decimal], bool]] = {
    Sign.LESS: operator.lt,
    Sign.AT_MOST: operator.le,
    Sign.MORE: operator.gt,
    Sign.AT_LEAST: operator.ge,
    Sign.EQUAL: operator.eq,
}


def check_for(line: Line) -> Check:
    """The function that asks this line."""
    match line:
        case Compare():
            return _compare(line)
        case Between():
            return _between(line)
        case Is():
            return _is(line)
        case DoneWithin():
            return _done_within(line)
        case Takes():
            return _takes(line)
        case StartedWithin():
            return _started_within(line)
        case Tagged():
            return _tagged(line)
        case IsKnown(fact=name):
            return lambda facts, on: YES if type(facts.get(name)) is Known else NO


def _number(value: object) -> Decimal:
    if type(value) is not Decimal:
        raise TypeError("a number fact must be a Decimal")
    return value


def _compare(line: Compare) -> Check:
    name, amount, holds = line.fact, line.amount, COMPARISONS[line.sign]

    def check(facts: Facts, on: date) -> Truth:
        fact = facts.get(name)
        if type(fact) is not Known:
            return CANNOT_TELL
        return YES if holds(_number(fact.value), amount) else NO

    return check


def _between(line: Between) -> Check:
    name, low, high = line.fact, line.low, line.high

    def check(facts: Facts, on: date) -> Truth:
        fact = facts.get(name)
        if type(fact) is not Known:
            return CANNOT_TELL
        return YES if low <= _number(fact.value) <= high else NO

    return check


def _is(line: Is) -> Check:
    name, wanted = line.fact, line.wanted

    def check(facts: Facts, on: date) -> Truth:
        fact = facts.get(name)
        if type(fact) is not Known:
            return CANNOT_TELL
        if type(fact.value) is not type(wanted):
            raise TypeError("a yes-or-no fact must be a bool, a choice a str")
        return YES if fact.value == wanted else NO

    return check


def _done_within(line: DoneWithin) -> Check:
    name, span = line.fact, line.span

    def check(facts: Facts, on: date) -> Truth:
        fact = facts.get(name)
        if type(fact) is not Known:
            return CANNOT_TELL
        value = fact.value
        if type(value) is Never:
            return NO if value.searched_back_to <= span.before(on) else CANNOT_TELL
        if type(value) is not date:
            raise TypeError("a last-done fact must be a date or Never")
        if value > on:
            return CANNOT_TELL
        return YES if value >= span.before(on) else NO

    return check


def selects(which: Selector, item: MedicineFact) -> bool:
    """Whether a medicine is meant by a selector; free text that matched nothing never surely is."""
    return which.name in item.classes if which.is_class else which.name == item.ingredient


def _medicines(facts: Facts, name: str) -> MedicineList | None:
    fact = facts.get(name)
    if type(fact) is not Known:
        return None
    if type(fact.value) is not MedicineList:
        raise TypeError("the medicines fact must be a MedicineList")
    return fact.value


def _takes(line: Takes) -> Check:
    name, which, form = line.fact, line.which, line.form

    def check(facts: Facts, on: date) -> Truth:
        medicines = _medicines(facts, name)
        if medicines is None:
            return CANNOT_TELL
        forms = [item.form for item in medicines.items if selects(which, item)]
        if form in forms or (form is None and forms):
            return YES
        if None in forms:
            return CANNOT_TELL
        return NO if medicines.settles_absence else CANNOT_TELL

    return check


def _started_within(line: StartedWithin) -> Check:
    name, which, span = line.fact, line.which, line.span

    def check(facts: Facts, on: date) -> Truth:
        medicines = _medicines(facts, name)
        if medicines is None:
            return CANNOT_TELL
        starts = [item.started for item in medicines.items if selects(which, item)]
        first = span.before(on)
        if any(start is not None and first <= start <= on for start in starts):
            return YES
        if any(start is None or start > on for start in starts):
            return CANNOT_TELL
        return NO if medicines.settles_absence else CANNOT_TELL

    return check


def _tagged(line: Tagged) -> Check:
    name, count, tag = line.fact, line.count, line.tag

    def check(facts: Facts, on: date) -> Truth:
        medicines = _medicines(facts, name)
        if medicines is None:
            return CANNOT_TELL
        if len({item.ingredient for item in medicines.items if tag in item.tags}) >= count:
            return YES
        if not medicines.is_complete:
            return CANNOT_TELL
        unmatched = sum(item.ingredient is None for item in medicines.items)
        tagged = {item.ingredient for item in medicines.items if tag in item.tags}
        return CANNOT_TELL if len(tagged) + unmatched >= count else NO

    return check
