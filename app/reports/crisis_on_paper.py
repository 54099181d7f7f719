"""The crisis plan as it stands on the paper: mind and body side by side, in the person's words.

What stands from before is printed as that day's. Left out on purpose, each with its reason: `LEFT_OUT`. How
much of the rest goes on paper is the person's to say: until then none of it does, and page one says that.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from app.consultation import carers, crisis_plan
from app.consultation.answers import Known, WhyNot, is_answered
from app.consultation.carers.record import Consent, Topic
from app.consultation.crisis_plan.facts import HELP, SIGNS
from app.consultation.crisis_plan.record import AdvancePaper, Caller, CrisisPlan, OnPaper, Talk
from app.consultation.crisis_plan.when import is_not_agreed, standing
from app.consultation.days import in_words
from app.consultation.draft import Draft
from app.consultation.visit import Visit
from app.reports import plan_paper as paper

LEFT_OUT = {
    "hard_times": "says whether it was gone through today; the days of the parts say so on the paper",
    "any_caller": "who is called stands there by name; that there is nobody is not for a kitchen table",
    "wishes": "says whether they were gone through today; the days of the parts say so on the paper",
    "not_to_be_told": "whoever is not to be told may read the paper",
    "told_alone": "told to the team alone",
    "on_paper": "says what is printed, and is no part of the plan",
}
LINES = {"signs": SIGNS, "what_helps": HELP}
"""What page one takes of the crisis plan, by its lines."""
SIDES = (
    ("Early signs", "signs_mind", "signs_body"),
    ("What I can do", "i_do_mind", "i_do_body"),
    ("What others can do", "others_do_mind", "others_do_body"),
    ("What makes it worse", "worse_mind", "worse_body"),
)
PLACES = (
    ("plan_place", "I have a plan elsewhere. It is kept"),
    ("would_go", "Where I would go"),
    ("would_not_go", "Where I would not want to go"),
)
WISHES = (
    ("treatment_wanted", "Treatment I would rather have"),
    ("treatment_refused", "Treatment I would not want"),
    ("to_be_told", "Who should be told"),
    ("in_my_care", "Children, or others in my care"),
    ("pets", "My pets"),
    ("home", "My home"),
    ("document_place", "Where my own paper is kept"),
)
PAPERS = {
    AdvancePaper.DECISION: "I have made an advance decision.",
    AdvancePaper.STATEMENT: "I have written an advance statement or choices.",
    AdvancePaper.BOTH: "I have made an advance decision, and written an advance statement or choices.",
    AdvancePaper.NONE: "I have no paper of my own about treatment.",
}


def crisis_pages(draft: Draft, visit: Visit) -> paper.CrisisPages | None:
    """All that was said of it and may be printed, or nothing."""
    how_much = _how_much(draft, visit)
    if how_much is None or how_much is OnPaper.NOTHING:
        return None
    record = draft.record(crisis_plan.SECTION)
    wishes = () if how_much is OnPaper.NOT_WISHES else _lines(record, visit, WISHES)
    own_paper = "" if how_much is OnPaper.NOT_WISHES else _own_paper(record, visit)
    pages = paper.CrisisPages(
        sides=tuple(_side(record, visit, *side) for side in SIDES if _is_said(record, visit, side[1:])),
        callers=tuple(_caller(row, visit.day) for row in record.callers),
        places=_lines(record, visit, PLACES),
        own_paper=own_paper,
        wishes=wishes,
        may_see=_may_see(draft),
    )
    return pages if pages.has_words else None


def on_the_first_page(draft: Draft, visit: Visit) -> paper.WhenThingsGetWorse | None:
    """The three lines beside the numbers to call: of the crisis plan, else as they were typed for the page.

    None where the person wants nothing of it on paper.
    """
    if is_kept_off_paper(draft, visit):
        return None
    if is_not_agreed(draft.record(crisis_plan.SECTION), visit):
        return paper.WhenThingsGetWorse(is_not_agreed=True)
    said = from_the_crisis_plan(draft, visit)
    return paper.WhenThingsGetWorse(
        said.signs or _typed(draft, visit, "signs"),
        said.what_helps or _typed(draft, visit, "what_helps"),
        said.who_i_call or _typed(draft, visit, "who_i_call"),
        put_off=_put_off(draft.record(crisis_plan.SECTION)),
    )


def _put_off(record: CrisisPlan) -> str:
    """That it was asked about today and left; nothing where nobody asked."""
    answer = record.hard_times
    if isinstance(answer, Known):
        return "We left this for another day." if answer.value is Talk.NOT_TODAY else ""
    is_refused = answer.reason in (WhyNot.RATHER_NOT_SAY, WhyNot.DECLINED)
    return "I would rather not talk about this today." if is_refused else ""


def _typed(draft: Draft, visit: Visit, line: str) -> str:
    """One line as it was typed for the page; what only goes on from the last plan has its day."""
    words, day = str(getattr(draft.plan.crisis, line)).strip(), visit.history.last_visit_on
    if not _goes_on(draft, visit, line):
        return words
    if is_overtaken(draft, visit, line):
        return ""
    return f"From my plan of {in_words(day)}: {words}" if day else f"From my last plan: {words}"


def is_overtaken(draft: Draft, visit: Visit, line: str) -> bool:
    """Whether a line only goes on from the last plan, and is not printed: the crisis plan answers it now.

    If only by "no longer so".
    """
    return _goes_on(draft, visit, line) and _is_answered(draft.record(crisis_plan.SECTION), visit, line)


def _goes_on(draft: Draft, visit: Visit, line: str) -> bool:
    words, last = str(getattr(draft.plan.crisis, line)), visit.history.last_plan
    return bool(words.strip()) and last is not None and getattr(last.crisis, line) == words


def _is_answered(record: CrisisPlan, visit: Visit, line: str) -> bool:
    """Whether anything was said of this line in the crisis plan, if only that it is so no longer."""
    if line != "who_i_call":
        return any(is_answered(standing(record, visit, name)) for name in LINES[line])
    before = visit.history.last_records.get(crisis_plan.SECTION.key)
    were_called = isinstance(before, CrisisPlan) and bool(before.callers)
    return bool(record.callers) or were_called or is_answered(record.any_caller)


def from_the_crisis_plan(draft: Draft, visit: Visit) -> paper.WhenThingsGetWorse:
    """Signs, what helps and who I call, as the crisis plan has them: said once, and not asked again."""
    record = draft.record(crisis_plan.SECTION)
    return paper.WhenThingsGetWorse(
        _run_on(record, visit, LINES["signs"]),
        _run_on(record, visit, LINES["what_helps"]),
        " Then ".join(_in_short(row, visit.day) for row in record.callers),
    )


def is_kept_off_paper(draft: Draft, visit: Visit) -> bool:
    """Whether the person wants nothing of it on paper, as said today or when it was last asked."""
    return _how_much(draft, visit) is OnPaper.NOTHING


def _how_much(draft: Draft, visit: Visit) -> OnPaper | None:
    answer = standing(draft.record(crisis_plan.SECTION), visit, "on_paper")
    return answer.value if isinstance(answer, Known) else None


def _words(record: CrisisPlan, visit: Visit, name: str) -> str:
    answer = standing(record, visit, name)
    return str(answer.value).strip() if isinstance(answer, Known) else ""


def _is_said(record: CrisisPlan, visit: Visit, names: Sequence[str]) -> bool:
    return any(_words(record, visit, name) for name in names)


def _run_on(record: CrisisPlan, visit: Visit, names: Sequence[str]) -> str:
    """Several answers as one line; where any is of an earlier day, each has its day."""
    answers = [standing(record, visit, name) for name in names if _words(record, visit, name)]
    known = [answer for answer in answers if isinstance(answer, Known)]
    if all(answer.taken_on >= visit.day for answer in known):
        return _ended(known)
    days = groupby(known, key=lambda answer: min(answer.taken_on, visit.day))
    return " ".join(f"Said on {in_words(day)}: {_ended(said)}" for day, said in days)


def _ended(answers: "Iterable[Known[Any]]") -> str:
    said = (str(answer.value).strip() for answer in answers)
    return " ".join(words if words.endswith((".", "!", "?")) else f"{words}." for words in said)


def _side(record: CrisisPlan, visit: Visit, topic: str, mind: str, body: str) -> paper.CrisisSide:
    return paper.CrisisSide(topic, _said(record, visit, mind), _said(record, visit, body))


def _said(record: CrisisPlan, visit: Visit, name: str) -> paper.Said:
    answer = standing(record, visit, name)
    return paper.Said(_words(record, visit, name), _day(answer, visit.day))


def _day(answer: Any, visit_day: date) -> str:
    """The day of what was not said at this visit."""
    if not isinstance(answer, Known) or answer.taken_on >= visit_day:
        return ""
    return in_words(answer.taken_on)


def _lines(
    record: CrisisPlan, visit: Visit, names: Sequence[tuple[str, str]]
) -> tuple[tuple[str, paper.Said], ...]:
    return tuple((label, _said(record, visit, name)) for name, label in names if _words(record, visit, name))


def _own_paper(record: CrisisPlan, visit: Visit) -> str:
    answer = standing(record, visit, "document")
    return PAPERS[answer.value] if isinstance(answer, Known) else ""


def _caller(caller: Caller, visit_day: date) -> paper.CallerLine:
    said_on = in_words(caller.said_on) if caller.said_on < visit_day else ""
    return paper.CallerLine(caller.who, caller.phone, caller.may_do, said_on)


def _in_short(caller: Caller, visit_day: date) -> str:
    phone = caller.phone.replace(" ", "\u00a0")  # A number that is broken over two lines is misread.
    who = f"{caller.name}, {phone}" if phone else caller.name
    return f"{who} (said on {in_words(caller.said_on)})." if caller.said_on < visit_day else f"{who}."


def _may_see(draft: Draft) -> tuple[str, ...]:
    """Whom the person said today may know of it; nobody else is named, not even that there is somebody."""
    rows = draft.record(carers.SECTION).rows
    return tuple(row.name for row in rows if row.consents.get(Topic.CRISIS) is Consent.YES)
