"""From an answer of today, or else from the record, to a fact: one way for every section."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from app.consultation.answers import Answer, How, Known, Unknown, WhyNot, YesNo
from app.consultation.days import on_screen
from app.consultation.history import Reading
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.dates import months_before
from app.rules.facts import Fact, FactValue, Missing, Never, Reason

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

THIS_VISIT = "entered at this visit"
_REASONS = {
    WhyNot.NOT_ASKED: Reason.NOT_ASKED,
    WhyNot.DECLINED: Reason.DECLINED,
    WhyNot.RATHER_NOT_SAY: Reason.DECLINED,
    WhyNot.NOT_DONE: Reason.NOT_DONE_TODAY,
    WhyNot.NOT_SURE: Reason.NOT_KNOWN,
    WhyNot.DOES_NOT_APPLY: Reason.NOT_KNOWN,
    WhyNot.FACE_TO_FACE: Reason.NOT_DONE_TODAY,
    WhyNot.ENDED_EARLY: Reason.NOT_ASKED,
}


def this_visit(visit: Visit) -> str:
    """Where a value given today comes from, as a later visit will read it."""
    return visit_words(visit.day)


def visit_words(day: date) -> str:
    """A visit, by its day."""
    return f"visit of {on_screen(day)}"


def missing(answer: Unknown) -> Missing:
    """Why there is no answer, as a rule sees it."""
    is_left = answer.reason is WhyNot.ENDED_EARLY
    return Missing(_REASONS[answer.reason], answer.reason.value if is_left else answer.note)


def most_open(answers: Iterable[Unknown]) -> Missing:
    """Why several answers together are missing: one not asked yet outweighs one that was declined."""
    reasons = [missing(answer) for answer in answers]
    return next(
        (m for m in reasons if m.reason is Reason.NOT_ASKED), reasons[0] if reasons else rules.NOT_ASKED
    )


def source_of(answer: Known[T]) -> str:
    """How an answer is known, in the words a prompt shows."""
    return answer.source or answer.how.value


def yes_or_no(answer: Answer[YesNo]) -> Fact:
    """A yes or no given at this visit."""
    if isinstance(answer, Known):
        return rules.Known(answer.value is YesNo.YES, answer.taken_on, source_of(answer))
    return missing(answer)


def any_ticked(answer: Answer[tuple[T, ...]]) -> Fact:
    """Yes where something of a list was ticked, no where 'none of these' was said."""
    if isinstance(answer, Known):
        return rules.Known(bool(answer.value), answer.taken_on, source_of(answer))
    return missing(answer)


def ticked(answer: Answer[tuple[Enum, ...]], *wanted: Enum) -> Fact:
    """Whether any of these was ticked in a list."""
    if isinstance(answer, Known):
        found = any(one in answer.value for one in wanted)
        return rules.Known(found, answer.taken_on, source_of(answer))
    return missing(answer)


def is_one_of(answer: Answer[Enum], *wanted: Enum) -> Fact:
    """Whether one of these was chosen."""
    if isinstance(answer, Known):
        return rules.Known(answer.value in wanted, answer.taken_on, source_of(answer))
    return missing(answer)


def told(answer: Answer[Decimal]) -> Fact:
    """A number of this visit, as it was told; what the record says of an earlier one does not count."""
    if isinstance(answer, Known):
        return rules.Known(answer.value, answer.taken_on, source_of(answer))
    return missing(answer)


def only_if(first: Fact, then: Fact) -> Fact:
    """What was told of those who are asked it; a no to the first question settles what hangs on it."""
    return first if isinstance(first, Missing) or first.value is False else then


def on_record(visit: Visit, series: str, usable_months: int) -> Reading | Missing:
    """The newest reading of a series that is young enough to reason with."""
    reading = visit.history.last(series, visit.today)
    if reading is None:
        return Missing(Reason.NOT_ASKED)
    if reading.taken_on < months_before(visit.today, usable_months):
        return Missing(Reason.TOO_OLD, f"last {reading.taken_on.isoformat()}")
    return reading


def number(answer: Answer[Decimal], visit: Visit, series: str, usable_months: int) -> Fact:
    """The newer of the value told today and the one on the record, if usable, else why there is none."""
    reading = on_record(visit, series, usable_months)
    if isinstance(reading, Reading) and not is_as_new(answer, reading):
        if reading.number is None:
            return Missing(Reason.NOT_KNOWN)
        return rules.Known(reading.number, reading.taken_on, reading.source or reading.how.value)
    if isinstance(answer, Known):
        return _told(answer.value, answer, visit, usable_months)
    if isinstance(reading, Missing) and answer.was_not_asked:
        return reading
    return missing(answer)


def word(answer: Answer[E], visit: Visit, series: str, usable_months: int) -> Fact:
    """The newer of the choice told today and the one on the record, as its word, else why there is none."""
    reading = on_record(visit, series, usable_months)
    if isinstance(reading, Reading) and not is_as_new(answer, reading):
        return rules.Known(reading.value, reading.taken_on, reading.source or reading.how.value)
    if isinstance(answer, Known):
        return _told(str(answer.value.value), answer, visit, usable_months)
    if isinstance(reading, Missing) and answer.was_not_asked:
        return reading
    return missing(answer)


def is_as_new(answer: Answer[T], reading: Reading) -> bool:
    """Whether an answer stands before a reading: an older letter never hides a newer result."""
    return isinstance(answer, Known) and answer.taken_on >= reading.taken_on


def _told(value: FactValue, answer: Known[T], visit: Visit, usable_months: int) -> Fact:
    if answer.taken_on < months_before(visit.today, usable_months):
        return Missing(Reason.TOO_OLD, f"taken {answer.taken_on.isoformat()}")
    return rules.Known(value, answer.taken_on, source_of(answer))


def today_only(value: Answer[Decimal], visit: Visit) -> Fact:
    """Measured or told since this visit began; what a record says never counts as today."""
    if not isinstance(value, Known):
        return missing(value)
    if value.how is How.FROM_RECORD or value.taken_on < visit.day:
        return Missing(Reason.NOT_DONE_TODAY)
    return rules.Known(value.value, value.taken_on, value.how.value)


def last_done(days: Iterable[date | None], visit: Visit, series: Iterable[str]) -> Fact:
    """The newest day on which any of the series was done; never only as far as the record was searched."""
    names = tuple(series)
    recorded = [reading.taken_on for name in names if (reading := visit.history.last(name, visit.today))]
    seen = [day for day in days if day is not None] + recorded
    if seen:
        return rules.Known(max(seen), max(seen), "record" if max(seen) in recorded else THIS_VISIT)
    back_to = visit.history.searched_back_to(names)
    if back_to is None:
        return Missing(Reason.NOT_SEARCHED)
    return rules.Known(Never(back_to), visit.today, "record")


def day_of(answer: Answer[T]) -> date | None:
    """The day an answer was taken, where there is one."""
    return answer.taken_on if isinstance(answer, Known) else None


def has_condition(answer: Answer[YesNo], visit: Visit, key: str) -> Fact:
    """A known condition: as answered today, else as the record lists it; absent only from a complete list."""
    if isinstance(answer, Known):
        return yes_or_no(answer)
    if condition := visit.history.condition(key):
        return rules.Known(True, condition.since, condition.source or How.FROM_RECORD.value)
    if visit.history.conditions_complete:
        return rules.Known(False, visit.today, How.FROM_RECORD.value)
    return missing(answer)


def within_days(day: date | None, today: date, days: int) -> bool:
    """Whether a day lies within so many days before today."""
    return day is not None and timedelta(0) <= today - day <= timedelta(days=days)
