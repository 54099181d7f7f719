"""What the crisis plan says in the rules' words: whether each part is written down, and since when."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from app.consultation import known
from app.consultation.answers import Answer, Known
from app.consultation.crisis_plan.record import AdvancePaper, CrisisPlan, Talk
from app.consultation.crisis_plan.when import standing
from app.consultation.days import on_screen
from app.consultation.section import Progress, count_answers
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.dates import months_before
from app.rules.facts import Fact

SIGNS = ("signs_mind", "signs_body")
HELP = ("i_do_mind", "i_do_body", "others_do_mind", "others_do_body")
DUE_AGAIN_MONTHS = 12
"""To confirm: as often as the care plan for severe mental illness is counted (QOF MH002, instruments.md)."""
# Who should not be told is left out: what is told alone must not show in a fact.
WISHES = ("document", "treatment_wanted", "treatment_refused", "to_be_told", "in_my_care", "pets", "home")


def facts(record: CrisisPlan, visit: Visit) -> Mapping[str, Fact]:
    """Every fact of this section."""
    return {
        "has_crisis_plan": _fact(_plan(record, visit), record.hard_times, visit),
        "has_advance_wishes": _fact(_said(record, visit, WISHES), record.wishes, visit),
        "has_somebody_to_call": _somebody(record, visit),
    }


def _said(record: CrisisPlan, visit: Visit, names: Iterable[str]) -> "list[Known[Any]]":
    answers = (standing(record, visit, name) for name in names)
    return [a for a in answers if isinstance(a, Known) and a.value is not AdvancePaper.NONE]


def _plan(record: CrisisPlan, visit: Visit) -> "list[Known[Any]]":
    """What makes a plan: where it is kept; or a sign, and something that helps or somebody to call."""
    kept, signs, helps = (_said(record, visit, names) for names in (("plan_place",), SIGNS, HELP))
    is_one = bool(signs and (helps or record.callers))
    return [*kept, *signs, *helps] if kept or is_one else []


def _fact(said: "list[Known[Any]]", gate: "Answer[Talk]", visit: Visit) -> Fact:
    """Whether it is written down; where it is too long ago, it is due again, and nobody can tell."""
    if isinstance(gate, Known) and gate.value is Talk.ELSEWHERE:
        return rules.Known(True, gate.taken_on, known.source_of(gate))
    if said:
        newest = max(said, key=lambda answer: answer.taken_on)
        return _unless_due(rules.Known(True, newest.taken_on, _source(newest, visit)), newest.taken_on, visit)
    if not isinstance(gate, Known):
        return known.missing(gate)
    if gate.value is Talk.NOT_TODAY:
        # Put off, not absent: that nothing is written down anywhere was not said.
        return rules.Missing(rules.Reason.NOT_ASKED, "left for another day")
    return rules.Known(False, gate.taken_on, known.source_of(gate))


def _unless_due(fact: Fact, day: date, visit: Visit) -> Fact:
    if day >= months_before(visit.today, DUE_AGAIN_MONTHS):
        return fact
    return rules.Missing(rules.Reason.TOO_OLD, f"last said {day.isoformat()}")


def _source(answer: "Known[Any]", visit: Visit) -> str:
    if answer.taken_on < visit.day:
        return f"visit of {on_screen(answer.taken_on)}"
    return known.source_of(answer)


def _somebody(record: CrisisPlan, visit: Visit) -> Fact:
    """Somebody is on the list; where there is somebody and no name yet, nobody could be called."""
    if record.callers:
        newest = max(row.said_on for row in record.callers)
        return _unless_due(rules.Known(True, newest, "named by the person"), newest, visit)
    if isinstance(record.any_caller, Known):
        return rules.Known(False, record.any_caller.taken_on, known.source_of(record.any_caller))
    return known.missing(record.any_caller)


def progress(record: CrisisPlan, visit: Visit) -> Progress:
    """The questions that matter here, and whether each on the list was said to be so today."""
    counted = count_answers(record, visit)
    said_today = sum(row.said_on >= visit.day for row in record.callers)
    return Progress(counted.answered + said_today, counted.asked + len(record.callers))
