"""How a person is named in a list: two people of one name are told apart by birth date and NHS number."""

from collections.abc import Iterable
from datetime import date, datetime

from app.consultation.days import clock_time, on_screen, on_this_laptop
from app.models.people import PersonSummary
from app.rules.scores.nhs_number import formatted, is_nhs_number

_NUMBERS = (
    *("No", "One", "Two", "Three", "Four", "Five", "Six"),
    *("Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"),
)


def list_name(family_name: str, given_name: str) -> str:
    """BRENNAN, Nora."""
    return ", ".join(part for part in (family_name.upper(), given_name) if part)


def told_apart(birth_date: date | None, nhs_number: str) -> str:
    """Born 14-Mar-1979, NHS 999 068 7110."""
    born = f"Born {on_screen(birth_date)}" if birth_date else "Date of birth not known"
    return f"{born}, {nhs_words(nhs_number)}"


def alike_words(person: PersonSummary) -> str:
    """Alike: the same name, the same date of birth. And how they left, where they did."""
    left = f" {person.left.words}." if person.left else ""
    return f"Alike: {person.alike_by}.{left}"


def nhs_words(nhs_number: str) -> str:
    """NHS 999 068 7110, or that it is not known."""
    if not nhs_number:
        return "NHS number not known"
    number = formatted(nhs_number) if is_nhs_number(nhs_number) else nhs_number
    return f"NHS {number}".replace(" ", "\u00a0")


def counted(number: int, one: str, many: str) -> str:
    """Three promises; 1,204 people: in words up to twelve."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{said} {one if number == 1 else many}"


def read_as_one(also: int) -> str:
    """Two records read as one; `also` counts those that stepped behind."""
    return f"{counted(also + 1, 'record', 'records')} read as one"


def ago(day: date, today: date) -> str:
    """How long ago, as it is said: 16 weeks ago."""
    days = (today - day).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    if days < 14:
        return f"{days} days ago"
    if days < 7 * 53:
        return f"{days // 7} weeks ago"
    years = days // 365
    return "over a year ago" if years < 2 else f"over {years} years ago"


def begun_at(moment: datetime, now: datetime) -> str:
    """10:42 today, or 17:42 on 23-Nov-2026: as the laptop's clock showed it."""
    here = on_this_laptop(moment)
    return f"{clock_time(here)} {'today' if here.date() == now.date() else f'on {on_screen(here.date())}'}"


def why_in_list(person: PersonSummary, today: date) -> str:
    """The plain reason to look at somebody: how they left, what is undecided or promised, when last seen."""
    left = f"{person.left.words}." if person.left else ""
    linked = f"{read_as_one(len(person.also))}." if person.also else ""
    parts = (
        *(left, *_not_decided(person), _promises(person, today)),
        *(_last_seen(person, today), _not_held(person), linked),
    )
    return " ".join(part for part in parts if part)


def _not_decided(person: PersonSummary) -> Iterable[str]:
    """What cannot wait and was left open; here anybody may look, so nothing that was told alone is named."""
    return (f"{each.words(person.last_seen_on, is_private=False)}." for each in person.not_decided)


def _not_held(person: PersonSummary) -> str:
    if not person.not_held_since:
        return ""
    since = " since" if person.last_seen_on else ""
    return f"{counted(person.not_held_since, 'visit', 'visits')}{since} did not take place."


def _promises(person: PersonSummary, today: date) -> str:
    if not person.open_promises:
        return ""
    said = f"{counted(person.open_promises, 'promise', 'promises')} to report back on"
    due = person.oldest_promise_on
    if due is None:
        return f"{said}."
    which = "due" if person.open_promises == 1 else "the first due"
    past = f", {ago(due, today)}" if due <= today else ""
    return f"{said}, {which} {on_screen(due)}{past}."


def _last_seen(person: PersonSummary, today: date) -> str:
    seen = person.last_seen_on
    if seen is None:
        return "" if person.open_promises else "Never seen here."
    return f"Last seen {on_screen(seen)}, {ago(seen, today)}."


def sentence_of(parts: Iterable[str]) -> str:
    """Parts as one sentence: the first with its capital, then small letters, a full stop."""
    said = [part for part in parts if part]
    if not said:
        return ""
    rest = [part[0].lower() + part[1:] for part in said[1:]]
    return ", ".join([said[0], *rest]) + "."
