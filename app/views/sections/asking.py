"""Between a field and the record: answers as options, and showing without disturbing."""

from enum import Enum
from typing import Any, TypeVar

from app.consultation.answers import NOT_ASKED, Answer, Known, Unknown, WhyNot
from app.views.fields.answers import Option
from app.views.fields.field import Field
from app.views.open_consultation import OpenConsultation

E = TypeVar("E", bound=Enum)

SKIPS = {
    WhyNot.RATHER_NOT_SAY: "Rather not say",
    WhyNot.NOT_SURE: "Not sure",
    WhyNot.DOES_NOT_APPLY: "Does not apply",
}


def options_of(answers: type[Enum], *why_not: WhyNot) -> tuple[Option, ...]:
    """The answers of a closed set as they are shown, and after them the reasons for having none."""
    skips = (Option(reason.name, SKIPS[reason]) for reason in why_not)
    return (*(Option(answer.name, str(answer.value)) for answer in answers), *skips)


def key_of(answer: "Answer[E]") -> str | None:
    """The key of what was answered, or of why there is no answer; None while it was not asked."""
    if isinstance(answer, Known):
        return answer.value.name
    return None if answer.was_not_asked else answer.reason.name


def answer_of(key: str | None, answers: type[Enum], consultation: OpenConsultation) -> "Answer[Any]":
    """The answer that a key stands for."""
    if key is None:
        return NOT_ASKED
    if key in answers.__members__:
        return consultation.known(answers[key])
    return Unknown(WhyNot[key])


def show(field: Field, stored: object) -> None:
    """Show what is stored, unless it stands there already: what is being typed is left alone."""
    if field.value() != stored:
        field.set_value(stored)


def words_or_nothing(field: Field) -> str:
    """The committed words of a field; nothing typed is an empty text."""
    return field.value() or ""
