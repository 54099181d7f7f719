"""What types alone cannot refuse in a visit file: impossible values, days to come, wrong numbers."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import msgspec

from app.consultation.answers import Known
from app.consultation.care_plan import CarePlan
from app.consultation.carers.record import Carer
from app.consultation.crisis_plan.record import Caller
from app.consultation.history import Reading
from app.consultation.opening.record import Opening, Sitting
from app.consultation.person import Person
from app.consultation.phone_numbers import AS_IN, is_phone_number
from app.consultation.questions import Limits, Record, questions
from app.exchange.fhir.series import choices, days, numbers
from app.exchange.file_places import place_in_words
from app.rules.scores.nhs_number import is_nhs_number

Fault = tuple[str, str]
"""The place in the file, and what is wrong there."""
PHONES: tuple[tuple[type, str], ...] = (
    (Person, "phone"),
    (Opening, "call_back_number"),
    (Carer, "phone"),
    (Caller, "phone"),
    (CarePlan, "key_worker_phone"),
)
"""Where a telephone number stands in a visit. What the history held before it is not looked at."""


def fault_of(
    person: Person, on: date, records: Mapping[str, Record], plan: CarePlan, readings: tuple[Reading, ...]
) -> str:
    """The first fault with its place, or nothing."""
    found = next(_faults(person, on, records, plan, readings), None)
    return f"{place_in_words(found[0])}: {found[1]}" if found else ""


def _faults(
    person: Person, on: date, records: Mapping[str, Record], plan: CarePlan, readings: tuple[Reading, ...]
) -> Iterator[Fault]:
    if person.birth_date > on:
        yield "person.birth_date", "after the day of the visit"
    if person.nhs_number and not is_nhs_number(person.nhs_number):
        yield "person.nhs_number", "its check digit does not fit"
    for place, part in (("person", person), ("plan", plan)):
        yield from _no_phone_number(place, part)
    for key, record in records.items():
        yield from _in_tree(f"sections.{key}", record, on)
    for number, reading in enumerate(readings):
        yield from _in_reading(f"history.readings[{number}]", reading, on)


def _in_tree(place: str, tree: object, on: date) -> Iterator[Fault]:
    """The faults of a record and of everything in it."""
    if isinstance(tree, Known) and tree.taken_on > on:
        yield f"{place}.taken_on", "after the day of the visit"
    if isinstance(tree, Sitting) and tree.on > on:
        yield f"{place}.on", "after the day of the visit"
    if isinstance(tree, Caller) and tree.said_on > on:
        yield f"{place}.said_on", "after the day of the visit"
    if isinstance(tree, Record):
        yield from _outside_limits(place, tree)
    yield from _no_phone_number(place, tree)
    if isinstance(tree, msgspec.Struct):
        for name in tree.__struct_fields__:
            yield from _in_tree(f"{place}.{name}", getattr(tree, name), on)
    elif isinstance(tree, tuple):
        for number, row in enumerate(tree):
            yield from _in_tree(f"{place}[{number}]", row, on)


def _no_phone_number(place: str, part: object) -> Iterator[Fault]:
    for kind, name in PHONES:
        if isinstance(part, kind) and (number := getattr(part, name)) and not is_phone_number(number):
            yield f"{place}.{name}", f"not a phone number; write it in digits, as in {AS_IN}"


def _outside_limits(place: str, record: Record) -> Iterator[Fault]:
    for name, question in questions(type(record)).items():
        answer = getattr(record, name)
        if question.limits is None or not isinstance(answer, Known) or not isinstance(answer.value, Decimal):
            continue
        if not _fits(answer.value, question.limits):
            span = f"{question.limits.low} to {question.limits.high} {question.unit}".rstrip()
            yield f"{place}.{name}", f"outside {span}"


def _fits(value: Decimal, limits: Limits) -> bool:
    return value.is_finite() and limits.low <= value <= limits.high


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _in_reading(place: str, reading: Reading, on: date) -> Iterator[Fault]:
    if reading.taken_on > on:
        yield f"{place}.taken_on", "after the day of the visit"
    if reading.series in days():
        if not _is_day(reading.value):
            yield f"{place}.value", "not a day as YYYY-MM-DD"
        return
    if words := choices().get(reading.series):
        if reading.value not in [option.value for option in words.options]:
            yield f"{place}.value", "none of the answers that it takes"
        return
    series, value = numbers().get(reading.series), reading.number
    if series is None:
        return
    if value is None or not value.is_finite():
        yield f"{place}.value", "not a number"
    elif not series.low <= value <= series.high:
        yield f"{place}.value", f"outside {series.low} to {series.high} {series.unit}".rstrip()
