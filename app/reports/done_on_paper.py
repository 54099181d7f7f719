"""What could not wait and was done at the visit, in plain words: so that the paper tells it, and by whom."""

from datetime import date

from app.consultation.days import clock_time, on_paper
from app.consultation.decisions import Decision
from app.consultation.draft import Draft
from app.consultation.subjects import subject_of
from app.reports.sentences import as_sentence


def done_at_the_visit(draft: Draft, day: date) -> tuple[str, ...]:
    """One line for each matter, in the order in which it was decided; `day` is that of the visit.

    Only what was typed is told as done: what a rule asks for is not what happened.
    """
    return tuple(_line(decision, day) for decision in draft.decisions if decision.what_was_done)


def _line(decision: Decision, day: date) -> str:
    """When, about what, and who did what as it was typed; of what was told alone nothing that was typed."""
    alone = decision.is_told_alone
    when = f"{_day(decision, day)}{'' if alone else _time(decision)}"
    about = f"{when} we did something about {subject_of(decision.topic, is_told_alone=alone)}"
    typed = "" if alone else decision.done_by.strip()
    return as_sentence(f"{about}: {typed}" if typed else about)


def _day(decision: Decision, day: date) -> str:
    """Today, or the day where the visit was carried on on another."""
    on = decision.done_on
    return "Today" if on is None or on == day else f"On {on_paper(on)}"


def _time(decision: Decision) -> str:
    """At what time, as far as it was said; nothing where nobody was asked."""
    if decision.is_time_not_known:
        return ", at a time that we do not know,"
    return f" at {clock_time(decision.done_at)}" if decision.done_at else ""
