"""When a question of the crisis plan matters: an ordinary visit is asked three, and each may be put off."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.consultation.answers import Known, is_answered
from app.consultation.questions import questions
from app.consultation.standing import as_it_stands

if TYPE_CHECKING:
    from app.consultation.crisis_plan.record import CrisisPlan
    from app.consultation.questions import Shown
    from app.consultation.visit import Visit

SECTION = "crisis_plan"
NEVER_PRINTED = frozenset({"hard_times", "any_caller", "wishes", "on_paper"})
"""What opens a part, or says how much is printed, is no word of the plan; nor is what was told alone."""


def _said(record: "CrisisPlan", gate: str) -> str:
    """What was said of the question that opens a part, by its name."""
    answer = getattr(record, gate)
    return str(answer.value.name) if isinstance(answer, Known) else ""


def _asks_again(record: "CrisisPlan", visit: "Visit", gate: str, name: str) -> bool:
    """Answered today, or standing from before while nobody said that it is left for another day."""
    if is_answered(getattr(record, name)):
        return True
    return not is_answered(getattr(record, gate)) and visit.history.stands(SECTION, name) is not None


def opened_by(gate: str) -> "Callable[[str], Shown]":
    """For the questions of a part: asked where the part is gone through today, or where they stand."""

    def for_question(name: str) -> "Shown":
        def shown(record: Any, visit: "Visit") -> bool:
            return _said(record, gate) == "TODAY" or _asks_again(record, visit, gate, name)

        return shown

    return for_question


def is_elsewhere(gate: str, name: str) -> "Shown":
    """Asked where it is written down elsewhere."""

    def shown(record: Any, visit: "Visit") -> bool:
        return _said(record, gate) == "ELSEWHERE" or _asks_again(record, visit, gate, name)

    return shown


def is_elsewhere_or_open(gate: str, name: str) -> "Shown":
    """Asked where it is written down elsewhere, and where the part is gone through today."""

    def shown(record: Any, visit: "Visit") -> bool:
        return _said(record, gate) in ("TODAY", "ELSEWHERE") or _asks_again(record, visit, gate, name)

    return shown


def has_a_paper(record: "CrisisPlan", visit: "Visit") -> bool:
    """There is a paper of the person's own: where it is kept must be found in time."""
    paper = as_it_stands(record.document, visit.history.standing(SECTION, "document"))
    has_one = isinstance(paper, Known) and paper.value.name != "NONE"
    is_open = _said(record, "wishes") in ("TODAY", "ELSEWHERE") or is_answered(record.document)
    return (has_one and is_open) or _asks_again(record, visit, "wishes", "document_place")


def nobody_listed(record: "CrisisPlan", _visit: "Visit") -> bool:
    """Nobody to call stands on the list."""
    return not record.callers


def would_print(record: "CrisisPlan", visit: "Visit") -> bool:
    """Whether anything stands, of today or from before, that the paper would hold."""
    asked = questions(type(record))
    printed = (name for name, asks in asked.items() if not asks.is_private and name not in NEVER_PRINTED)
    stands = (as_it_stands(getattr(record, name), visit.history.standing(SECTION, name)) for name in printed)
    return bool(record.callers) or any(isinstance(answer, Known) for answer in stands)


def how_much_is_agreed(record: "CrisisPlan", visit: "Visit") -> bool:
    """Whether the person said how much of it goes on paper, today or when it was last asked."""
    return isinstance(as_it_stands(record.on_paper, visit.history.standing(SECTION, "on_paper")), Known)


def something_is_said(record: "CrisisPlan", visit: "Visit") -> bool:
    """There is something to print, and nobody said how much; or it is gone through today."""
    is_open = "TODAY" in (_said(record, "hard_times"), _said(record, "wishes"))
    if is_open or _asks_again(record, visit, "hard_times", "on_paper"):
        return True
    return would_print(record, visit) and not how_much_is_agreed(record, visit)
