"""What the crisis plan says in the rules' words: whether each part is written down, and since when."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.consultation import known
from app.consultation.answers import Answer, Known
from app.consultation.crisis_plan.record import AdvancePaper, CrisisPlan, Talk
from app.consultation.crisis_plan.when import SECTION
from app.consultation.days import on_screen
from app.consultation.section import Progress, count_answers
from app.consultation.standing import as_it_stands
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact

MIND = ("signs_mind", "i_do_mind", "others_do_mind", "worse_mind")
BODY = ("signs_body", "i_do_body", "others_do_body", "worse_body")
PLACES = ("would_go", "would_not_go")
# Who should not be told is left out: what is told alone must not show in a fact.
WISHES = ("document", "treatment_wanted", "treatment_refused", "to_be_told", "in_my_care", "pets", "home")


def facts(record: CrisisPlan, visit: Visit) -> Mapping[str, Fact]:
    """Every fact of this section."""
    return {
        "has_crisis_plan": _written(record, visit, ("plan_place", *MIND, *BODY), record.hard_times),
        "has_advance_wishes": _written(record, visit, WISHES, record.wishes),
        "has_somebody_to_call": _somebody(record),
    }


def standing(record: CrisisPlan, visit: Visit, name: str) -> "Answer[Any]":
    """One answer as it stands: of today, or of the day on which it was last said."""
    return as_it_stands(getattr(record, name), visit.history.standing(SECTION, name))


def _written(record: CrisisPlan, visit: Visit, names: Iterable[str], gate: "Answer[Talk]") -> Fact:
    answers = [standing(record, visit, name) for name in names]
    said = [a for a in answers if isinstance(a, Known) and a.value is not AdvancePaper.NONE]
    if said:
        newest = max(said, key=lambda answer: answer.taken_on)
        return rules.Known(True, newest.taken_on, _source(newest, visit))
    if not isinstance(gate, Known):
        return known.missing(gate)
    if gate.value is Talk.NOT_TODAY:
        # Put off, not absent: that nothing is written down anywhere was not said.
        return rules.Missing(rules.Reason.NOT_ASKED, "left for another day")
    return rules.Known(gate.value is Talk.ELSEWHERE, gate.taken_on, known.source_of(gate))


def _source(answer: "Known[Any]", visit: Visit) -> str:
    if answer.taken_on < visit.day:
        return f"visit of {on_screen(answer.taken_on)}"
    return known.source_of(answer)


def _somebody(record: CrisisPlan) -> Fact:
    """Somebody is on the list; where there is somebody and no name yet, nobody could be called."""
    if record.callers:
        return rules.Known(True, max(row.said_on for row in record.callers), "named by the person")
    if isinstance(record.any_caller, Known):
        return rules.Known(False, record.any_caller.taken_on, known.source_of(record.any_caller))
    return known.missing(record.any_caller)


def progress(record: CrisisPlan, visit: Visit) -> Progress:
    """The questions that matter here, and whether each on the list was said to be so today."""
    counted = count_answers(record, visit)
    said_today = sum(row.said_on >= visit.day for row in record.callers)
    return Progress(counted.answered + said_today, counted.asked + len(record.callers))
