"""From what was typed and how it is known to an answer, or to the sentence that says what is missing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.consultation.answers import NOT_ASKED, Answer, How, Known, Unknown, WhyNot
from app.consultation.last_done import LastDone
from app.views.fields.how_known import How as Said
from app.views.fields.how_known import HowAnswer

HOW_ASKED = "How do we know? It is kept once you say."
NO_VALUE_KEPT = "What is typed here is not kept while it is declined or not done."
DATE_ASKED = "When was it taken? It is kept once the date is there."

_HOW = {
    Said.MEASURED: How.MEASURED,
    Said.SELF_REPORTED: How.SELF_REPORTED,
    Said.FROM_RECORD: How.FROM_RECORD,
}
_SAID = {how: said for said, how in _HOW.items()}
_WHY_NOT = {
    Said.DECLINED: WhyNot.DECLINED,
    Said.NOT_DONE: WhyNot.NOT_DONE,
    Said.FACE_TO_FACE: WhyNot.FACE_TO_FACE,
}
_SAID_WHY_NOT = {
    WhyNot.DECLINED: Said.DECLINED,
    WhyNot.RATHER_NOT_SAY: Said.DECLINED,
    WhyNot.NOT_DONE: Said.NOT_DONE,
    WhyNot.FACE_TO_FACE: Said.FACE_TO_FACE,
}


@dataclass(frozen=True)
class Settled:
    """The answer to keep, and what is still asked before a typed value counts."""

    answer: Answer[Any]
    still_asked: str = ""


def settled(
    value: Any, how: HowAnswer | None, stored: Answer[Any], known: Callable[[object, How], Known[Any]]
) -> Settled:
    """What the record gets: a value counts only with how it is known, and a record's value with its date.

    `known` stamps an answer with today and who wrote it. An answer that is still the same stays as it was
    stored, with its day.
    """
    if how is not None and how.how in _WHY_NOT:
        why = Unknown(_WHY_NOT[how.how], how.why or "")
        return Settled(why, NO_VALUE_KEPT if value is not None else "")
    if value is None:
        return Settled(NOT_ASKED)
    if how is None:
        return Settled(NOT_ASKED, HOW_ASKED)
    if how.how is Said.FROM_RECORD and how.taken_on is None and not is_never(value):
        return Settled(NOT_ASKED, DATE_ASKED)
    made = known(value, _HOW[how.how])
    if how.taken_on is not None and not is_never(value):
        made = Known(value, How.FROM_RECORD, how.taken_on, made.by)
    return Settled(stored if isinstance(stored, Known) and _is_the_same(stored, made) else made)


def _is_the_same(stored: Known[Any], made: Known[Any]) -> bool:
    if stored.value != made.value or stored.how is not made.how:
        return False
    return made.how is not How.FROM_RECORD or is_never(made.value) or stored.taken_on == made.taken_on


def is_never(value: Any) -> bool:
    """Whether the answer is that nothing was found: that was taken on no day."""
    return isinstance(value, LastDone) and value.on is None


def ways_to_know(*, measured: bool, face_to_face: bool, stands: Said | None) -> tuple[Said, ...]:
    """What is offered: measuring it, and leaving it to be done face to face, only where that can be.

    What stands already is offered.
    """
    barred = set()
    if not measured:
        barred.add(Said.MEASURED)
    if not face_to_face:
        barred.add(Said.FACE_TO_FACE)
    return tuple(way for way in Said if way not in barred or way is stands)


def said_of(answer: Answer[Any]) -> HowAnswer | None:
    """How an answer is known, as the field shows it; None where nothing was said."""
    if isinstance(answer, Known):
        said = _SAID[answer.how]
        has_day = said is Said.FROM_RECORD and not is_never(answer.value)
        return HowAnswer(said, answer.taken_on if has_day else None)
    reason = _SAID_WHY_NOT.get(answer.reason)
    return HowAnswer(reason, why=answer.note or None) if reason is not None else None
