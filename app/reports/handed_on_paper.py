"""What could not wait and was passed on: whom we told, how and when, and what they took on, in plain words.

Of what was told alone only that we did something; of what a carer told alone nothing. What was said between
colleagues stays with them.
"""

from datetime import date, datetime

from app.consultation.book import rulebook
from app.consultation.days import clock_time, on_paper, on_this_laptop
from app.consultation.draft import Draft
from app.consultation.hand_overs import HandOver, OnPaper, ToldRole
from app.consultation.ringing_999 import names_999
from app.consultation.subjects import TOLD_ALONE, subject_of
from app.reports.sentences import as_sentence
from app.rules.rulebook import Level

NOT_WRITTEN_DOWN = "Nobody wrote down whether 999 was rung."


def handed_over(draft: Draft, day: date) -> tuple[str, ...]:
    """One line for each time that somebody was told or tried; `day` is that of the visit."""
    return tuple(line for each in draft.hand_overs if (line := _line(draft, each, day)))


def _line(draft: Draft, each: HandOver, day: date) -> str:
    if each.on_paper is OnPaper.NOTHING:
        return ""
    if each.on_paper is OnPaper.NOT_NAMED:
        return (
            f"{_when(each.at, day)} we did something about {TOLD_ALONE}." if draft.has_reached(each) else ""
        )
    about = subject_of(each.topic)
    told = f"{_moment(each.at, day)} {each.by} "
    if not each.was_told:
        told += f"tried to reach somebody about {about}, and nobody could be reached."
    else:
        did = "told" if draft.has_reached(each) else "tried to tell"
        told += f"{did} {_whom(each)} about {about}, {each.reached.value}. {_taken_on(draft, each, day)}"
    return " ".join(part for part in (told, _of_999(draft, each)) if part)


def _whom(each: HandOver) -> str:
    """Ann Okafor, nurse, in the middle of a sentence."""
    return f"{each.whom}," if each.to_role else each.whom


def _taken_on(draft: Draft, each: HandOver, day: date) -> str:
    """Who has it since when and what they will do; that nobody said so yet, or that it did not reach them."""
    if not draft.has_reached(each):
        return f"It did not reach {each.to_name}."
    has_it = draft.acknowledgement_of(each)
    if has_it is None:
        return f"{each.to_name} has not said yet that they have it."
    since = clock_time(on_this_laptop(has_it.at))
    on = on_this_laptop(has_it.at).date()
    later = "" if on == on_this_laptop(each.at).date() else f" on {on_paper(on)}"
    return as_sentence(f"{has_it.by} took it on at {since}{later}: {has_it.will_do.strip()}")


def _when(at: datetime, day: date) -> str:
    on = on_this_laptop(at).date()
    return "Today" if on == day else f"On {on_paper(on)}"


def _moment(at: datetime, day: date) -> str:
    return f"{_when(at, day)} at {clock_time(on_this_laptop(at))}"


def _of_999(draft: Draft, each: HandOver) -> str:
    """When it was rung, or why not, as it was last said of the topic; or that nobody wrote it down. Once.

    An answer stands where it was given: what was told alone never lends its words to another line.
    """
    rang = draft.rang_999_on(each.topic)
    named = [o for o in draft.hand_overs if o.topic == each.topic and o.on_paper is OnPaper.NAMED]
    if rang is None:
        left_open = [other.id for other in named if _leaves_999_open(draft, other)]
        return NOT_WRITTEN_DOWN if left_open[-1:] == [each.id] else ""
    if each.id != next((other.id for other in named if other.rang_999 == rang), None):
        return ""
    if rang.at is None:
        return as_sentence(f"999 was not rung: {rang.why_not.strip()}")
    return f"999 was rung at {clock_time(on_this_laptop(rang.at))}."


def _leaves_999_open(draft: Draft, each: HandOver) -> bool:
    """Whether 999 was asked about with it, as on the screen: no decision says what became of it."""
    decision = draft.decision_on(each.topic)
    is_decided = decision is not None and decision.still_holds(each.level, each.reasons)
    if is_decided or each.to_role is ToldRole.EMERGENCY or each.level != int(Level.NOW):
        return False
    rules = {seen.rule for seen in each.reasons if seen.rule in rulebook()}
    return any(names_999(step) for rule in rules for step in rulebook()[rule].steps)
