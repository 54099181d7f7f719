"""A promise in a few words: whose it is, by when, and how far away that day is."""

from datetime import date

from app.consultation.care_plan import Action, Outcome, Owner
from app.consultation.days import on_screen
from app.consultation.person import Person
from app.consultation.prompt import Prompt
from app.views.open_consultation import OpenConsultation

STAYS_ONCE = "Adding it keeps that promise with its day, and makes no second one."
NO_BREAK = "\u00a0"
_WEEK, _TWO_WEEKS, _TWO_MONTHS = 7, 14, 61
_MONTH = 30.44


def whose(action: Action, person: Person) -> str:
    """Whose promise it is, as the staff's screen says it."""
    name = action.owner_name.strip()
    return {
        Owner.PERSON: person.called,
        Owner.WORKER: name or "We",
        Owner.TEAM: "The team",
        Owner.CARER: name or "A carer",
        Owner.ASK: f"We ask {name}" if name else "Nobody named yet",
    }[action.owner]


def initials(name: str) -> str:
    """The first letters of the first and the last name."""
    parts = name.split()
    return (parts[0][:1] + (parts[-1][:1] if len(parts) > 1 else "")).upper() if parts else ""


def by_when(action: Action) -> str:
    """The day, or that there is none."""
    return f"by {on_screen(action.by_when)}" if action.by_when else "no date"


def promised_words(prompt: Prompt, visit: OpenConsultation) -> str:
    """What is promised already on a prompt's topic, and what adding it would promise besides."""
    actions, would_promise = visit.promised_on(prompt), visit.would_promise(prompt)
    already = "; ".join(f"{each.what} ({whose(each, visit.person)}, {by_when(each)})" for each in actions)
    adds = "; ".join(would_promise)
    sentences = (
        f"Promised already: {already}." if already else "",
        STAYS_ONCE if visit.adds_nothing(prompt) else "",
        f"Adding it makes {len(would_promise)} promises: {adds}." if adds else "",
    )
    return " ".join(words for words in sentences if words)


def said_before(action: Action) -> str:
    """What an earlier visit was told of it, or nothing."""
    if action.outcome is Outcome.OPEN:
        return ""
    why = f", {note}" if (note := action.outcome_note.strip()) else ""
    return f"Last time: {action.outcome.value}{why}"


def how_long(day: date, today: date) -> str:
    """How far a day is from today, in words."""
    days = (day - today).days
    if abs(days) <= 1:
        return {0: "today", 1: "tomorrow", -1: "yesterday"}[days]
    span = _span(abs(days))
    words = f"in {span}" if days > 0 else f"{span} ago"
    return words.replace(" ", NO_BREAK)


def _span(days: int) -> str:
    if days < _TWO_WEEKS:
        return f"{days} days"
    if days < _TWO_MONTHS:
        return f"{days // _WEEK} weeks"
    return f"{round(days / _MONTH)} months"
