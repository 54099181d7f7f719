"""When a question of the crisis plan matters: an ordinary visit is asked three, and each may be put off."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.consultation.answers import Known, is_answered
from app.consultation.standing import as_it_stands

if TYPE_CHECKING:
    from app.consultation.crisis_plan.record import CrisisPlan
    from app.consultation.questions import Shown
    from app.consultation.visit import Visit

SECTION = "crisis_plan"


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


def something_is_said(record: "CrisisPlan", visit: "Visit") -> bool:
    """There is something that could be printed, and it is gone through today."""
    is_open = "TODAY" in (_said(record, "hard_times"), _said(record, "wishes"))
    return is_open or _asks_again(record, visit, "hard_times", "on_paper")
