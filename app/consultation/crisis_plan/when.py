"""When a question of the crisis plan matters: an ordinary visit is asked three, and each may be put off."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.consultation.answers import Answer, Known, is_answered
from app.consultation.questions import questions
from app.consultation.standing import as_it_stands

if TYPE_CHECKING:
    from app.consultation.crisis_plan.record import CrisisPlan
    from app.consultation.questions import Shown
    from app.consultation.visit import Visit

SECTION = "crisis_plan"
EACH_VISIT = ("hard_times", "any_caller", "wishes")
"""Asked anew at each visit; all else stands until it is asked again."""
NO_WORDS_OF_IT = (*EACH_VISIT, "on_paper")
"""What opens a part, or says how much is printed, is no word of the plan; nor is what was told alone."""


def standing(record: "CrisisPlan", visit: "Visit", name: str) -> "Answer[Any]":
    """One answer as it stands: of this visit, or of the day on which it was last said."""
    return as_it_stands(getattr(record, name), visit.history.standing(SECTION, name))


def _said(record: "CrisisPlan", gate: str) -> str:
    """What was said of the question that opens a part, by its name."""
    answer = getattr(record, gate)
    return str(answer.value.name) if isinstance(answer, Known) else ""


def _asks_again(record: "CrisisPlan", visit: "Visit", gate: str, name: str) -> bool:
    """Answered today, or standing from before while nobody said that it is left for another day."""
    if is_answered(getattr(record, name)):
        return True
    return not is_answered(getattr(record, gate)) and visit.history.stands(SECTION, name) is not None


def where_said(gate: str, *answers: str) -> "Callable[[str], Shown]":
    """For the questions of a part: asked where one of these was said of the part, or where they stand."""

    def for_question(name: str) -> "Shown":
        def shown(record: Any, visit: "Visit") -> bool:
            return _said(record, gate) in answers or _asks_again(record, visit, gate, name)

        return shown

    return for_question


def has_a_paper(record: "CrisisPlan", visit: "Visit") -> bool:
    """There is a paper of the person's own: where it is kept must be found in time."""
    paper = standing(record, visit, "document")
    has_one = isinstance(paper, Known) and paper.value.name != "NONE"
    is_open = _said(record, "wishes") in ("TODAY", "ELSEWHERE") or is_answered(record.document)
    return (has_one and is_open) or _asks_again(record, visit, "wishes", "document_place")


def nobody_listed(record: "CrisisPlan", _visit: "Visit") -> bool:
    """Nobody to call stands on the list."""
    return not record.callers


def is_not_agreed(record: "CrisisPlan", visit: "Visit") -> bool:
    """Whether there is something to print, and the person did not say yet how much of it."""
    has_said = isinstance(standing(record, visit, "on_paper"), Known)
    return not has_said and _has_something_to_print(record, visit)


def _has_something_to_print(record: "CrisisPlan", visit: "Visit") -> bool:
    asked = questions(type(record))
    printed = (name for name, asks in asked.items() if not asks.is_private and name not in NO_WORDS_OF_IT)
    return bool(record.callers) or any(isinstance(standing(record, visit, name), Known) for name in printed)


def something_is_said(record: "CrisisPlan", visit: "Visit") -> bool:
    """There is something to print, and nobody said how much; or it is gone through today."""
    is_open = "TODAY" in (_said(record, "hard_times"), _said(record, "wishes"))
    return is_open or _asks_again(record, visit, "hard_times", "on_paper") or is_not_agreed(record, visit)
