"""Answers to our own questions, sent as a QuestionnaireResponse whose linkId is `section.question`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from app.exchange.fhir.gathering import Gathering
from app.exchange.fhir.moments import Moment, lacks_only_the_day, moment_of
from app.exchange.fhir.observations import LOWER, UPPER, value_as_it_came
from app.exchange.fhir.quantities import Measured, checked, measured
from app.exchange.fhir.series import Series, by_question, choices, days, label_of, numbers
from app.exchange.fhir.tree import Tree, branch, branches, number, words
from app.exchange.fhir.why import Why

WHAT = "Answer"
CANONICAL = "https://oneconversation.example/Questionnaire/visit"
ANSWERED = frozenset({"completed", "amended"})
BLOOD_PRESSURE = "physical_checks.blood_pressure"
DEEPEST = 12
_PRESSURE = re.compile(r"\s*(\d{2,3})\s*/\s*(\d{2,3})\s*", re.ASCII)


def read_own_answers(resource: Tree, gathering: Gathering) -> None:
    """Take the answers of one response, as far as they are series that we keep."""
    why = _unusable(resource)
    if why is not None:
        gathering.leave_out("QuestionnaireResponse", why)
        return
    written = resource.get("authored")
    moment = moment_of(written)
    if moment is None:
        why = Why.PART_OF_A_DATE if lacks_only_the_day(written) else Why.NO_DATE
        gathering.leave_out("QuestionnaireResponse", why)
        return
    wrong_day = gathering.cannot_be_dated(moment.day)
    if wrong_day is not None:
        gathering.leave_out("QuestionnaireResponse", wrong_day)
        return
    for link, answer in _answers(resource, DEEPEST):
        _take(link, answer, moment, gathering)


def _unusable(resource: Tree) -> Why | None:
    if words(resource.get("questionnaire")).split("|")[0] != CANONICAL:
        return Why.UNKNOWN_FORM
    status = words(resource.get("status"))
    if status == "entered-in-error":
        return Why.IN_ERROR
    return None if status in ANSWERED else Why.NOT_FINAL


def _answers(tree: Tree, depth: int) -> Iterator[tuple[str, Tree]]:
    if depth == 0:
        return
    for item in branches(tree.get("item")):
        for answer in branches(item.get("answer")):
            yield words(item.get("linkId")), answer
            yield from _answers(answer, depth - 1)
        yield from _answers(item, depth - 1)


def _take(link: str, answer: Tree, moment: Moment, gathering: Gathering) -> None:
    if link == BLOOD_PRESSURE:
        _take_pressure(answer, moment, gathering)
        return
    series = by_question().get(link)
    if series is None:
        gathering.leave_out(WHAT, Why.ASKED_EACH_TIME, link)
        return
    value = _day(answer, gathering) if series in days() else _value(series, answer)
    if isinstance(value, Why):
        said = value_as_it_came(answer) if value is Why.IMPLAUSIBLE else ""
        gathering.leave_out(WHAT, value, label_of(series), said)
    elif isinstance(value, Measured):
        gathering.take_number(series, moment, value)
    else:
        gathering.take_word(series, moment, value)


def _value(series: str, answer: Tree) -> Measured | str | Why:
    if series in numbers():
        return _number(answer, numbers()[series])
    said = words(answer.get("valueString")) or words(branch(answer.get("valueCoding")).get("display"))
    if not said:
        return Why.NO_VALUE
    return choices()[series].option(said) or Why.NOT_A_WORD_WE_KNOW


def _day(answer: Tree, gathering: Gathering) -> str | Why:
    """The day on which something was last done, as a series keeps it."""
    written = words(answer.get("valueDate")) or words(answer.get("valueString"))
    if not written:
        return Why.NO_VALUE
    moment = moment_of(written)
    if moment is None:
        return Why.PART_OF_A_DATE if lacks_only_the_day(written) else Why.NOT_A_WORD_WE_KNOW
    return gathering.cannot_be_dated(moment.day) or moment.day.isoformat()


def _number(answer: Tree, series: Series) -> Measured | Why:
    """A bare number is in the unit of the question; a quantity is converted like any other."""
    if "valueQuantity" in answer:
        return measured(branch(answer["valueQuantity"]), series)
    written = answer.get("valueDecimal", answer.get("valueInteger"))
    if written is None:
        return Why.NO_VALUE
    found: Decimal | None = number(written)
    return checked(found, series) if found is not None else Why.NOT_A_NUMBER


def _take_pressure(answer: Tree, moment: Moment, gathering: Gathering) -> None:
    found = _PRESSURE.fullmatch(words(answer.get("valueString")))
    if found is None:
        gathering.leave_out(WHAT, Why.NOT_A_NUMBER, "Blood pressure")
        return
    pair = {UPPER: Decimal(found[1]), LOWER: Decimal(found[2])}
    values = {series: checked(value, numbers()[series]) for series, value in pair.items()}
    if pair[LOWER] >= pair[UPPER] or Why.IMPLAUSIBLE in values.values():
        gathering.leave_out(WHAT, Why.IMPLAUSIBLE, "Blood pressure", found[0])
        return
    for series, value in values.items():
        if isinstance(value, Measured):
            gathering.take_number(series, moment, value)
