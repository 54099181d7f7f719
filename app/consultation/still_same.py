"""Which answer may be said again as today's, question by question: nothing is carried over by itself."""

from collections.abc import Iterator
from typing import Any

from app.consultation.answers import NOT_ASKED, Known
from app.consultation.history import Reading
from app.consultation.questions import Kind, Question
from app.consultation.visit import Visit


def last_answer(name: str, question: Question, visit: Visit, section: str) -> Known[Any] | None:
    """The newest answer on record to a question whose answer may stay; None to every other."""
    if not question.may_stay:
        return None
    found = list(_answers(name, question, visit, section))
    return max(found, key=lambda answer: answer.taken_on) if found else None


def _answers(name: str, question: Question, visit: Visit, section: str) -> Iterator[Known[Any]]:
    told = getattr(visit.history.last_records.get(section), name, NOT_ASKED)
    if isinstance(told, Known):
        yield told
    reading = visit.history.last(question.series, visit.today) if question.series else None
    value = _value_of(reading, question) if reading is not None else None
    if reading is not None and value is not None:
        yield Known(value, reading.how, reading.taken_on)


def _value_of(reading: Reading, question: Question) -> Any:
    """A reading in the record's own type; None where it is no answer of today's question any more."""
    if question.kind is Kind.NUMBER:
        return reading.number
    found = (answer for answer in question.options or () if answer.value == reading.value)
    return next(found, None)
