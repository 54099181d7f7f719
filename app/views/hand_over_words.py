"""How a hand-over is said on screen: whom, how, when, and whether they have it."""

from datetime import date, datetime

from app.consultation.days import clock_time, on_screen, on_this_laptop
from app.consultation.hand_overs import Acknowledgement, HandOver
from app.consultation.passing_on import prompt_of
from app.consultation.prompt import Prompt
from app.consultation.prompts import Assessment
from app.consultation.ringing_999 import Rang999
from app.rules.rulebook import Role
from app.views.prompt_words import ROLE_WORDS

ON_THE_PLAN = "For example: ring the GP. It stands on the plan"
"""What somebody took on is printed: whoever writes it down must know."""


def moment_words(moment: datetime, today: date) -> str:
    """10:42, with its day where that is another."""
    here = on_this_laptop(moment)
    day = "" if here.date() == today else f" on {on_screen(here.date())}"
    return f"{clock_time(here)}{day}"


def told_words(hand_over: HandOver, today: date) -> str:
    """Who was told, how and when, and by whom; without what was said."""
    if not hand_over.was_told:
        return f"Nobody could be reached, {moment_words(hand_over.at, today)}. By {hand_over.by}."
    how = f"{hand_over.reached.value} at {moment_words(hand_over.at, today)}"
    return f"Told {hand_over.whom}, {how}. By {hand_over.by}."


def waiting_words(prompt: Prompt, today: date) -> str:
    """Who was told of what nobody has taken on; or, by their own word, that it did not reach them."""
    handed = prompt.hand_over
    if handed is None:
        return ""
    return told_words(handed, today) if prompt.has_reached else f"It did not reach {handed.whom}."


def words_of_999(rang: Rang999, today: date, *, in_full: bool) -> str:
    """Whether 999 was rung, and when or why not."""
    if rang.at is not None:
        return f"999 was rung at {moment_words(rang.at, today)}."
    return f"999 was not rung{f': {rang.why_not}' if in_full else '.'}"


def taken_on_words(said: Acknowledgement, today: date, *, in_full: bool) -> str:
    """Who has it since when, what they will do, and how we know."""
    if said.never_reached:
        return f"{said.by} says by their own sign-in, {moment_words(said.at, today)}: it did not reach me"
    known = "by their own sign-in" if said.by_own_sign_in else f"as told to {said.noted_by}"
    will_do = f": {said.will_do}" if in_full else ""
    return f"{said.by} has it, {moment_words(said.at, today)}, {known}{will_do}"


def may_be_said_in_full(hand_over: HandOver, assessment: Assessment) -> bool:
    """Whether what was said may be read now: not where it could name something private before others."""
    prompt = prompt_of(hand_over, assessment)
    return not assessment.keeps_private or (prompt is not None and not prompt.waits_alone)


def who_settles(prompt: Prompt) -> str:
    """Who may settle it, in running words."""
    return " or ".join(role for each, role in ROLE_WORDS.items() if prompt.may_be_settled_by(each))


def not_yours(prompt: Prompt, role: Role) -> str:
    """Why there are fewer ways to decide than a colleague has, or nothing."""
    if prompt.may_be_settled_by(role):
        return ""
    who = who_settles(prompt)
    if prompt.needs_hand_over(role):
        return f"This is settled by {who}: hand it over by name. It is off your hands once they have it."
    return f"Only {who} may put this off or say that it is not needed. You can add it to the plan."
