"""What could not wait and was done at the visit, in plain words: so that the paper tells it, and by whom."""

from datetime import date

from app.consultation.days import on_paper
from app.consultation.decisions import Decision
from app.consultation.draft import Draft
from app.reports.sentences import as_sentence


def done_at_the_visit(draft: Draft, day: date) -> tuple[str, ...]:
    """One line for each thing, in the order in which it was decided; `day` is that of the visit."""
    return tuple(
        f"{_when(decision, day)} we did this: {as_sentence(words)}{_by(decision)}"
        for decision in draft.decisions
        for words in decision.what_was_done
    )


def _when(decision: Decision, day: date) -> str:
    """Today, or the day where the visit was carried on on another."""
    on = decision.done_on
    return "Today" if on is None or on == day else f"On {on_paper(on)}"


def _by(decision: Decision) -> str:
    """Who did it, as it was typed; not of what was told alone, because others may read the paper."""
    return "" if decision.is_told_alone else f" Done by: {as_sentence(decision.done_by)}"
