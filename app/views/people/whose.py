"""Whose record is open, in the words of the banner: the same in a visit and wherever else it is looked at."""

from collections.abc import Sequence
from datetime import date

from app.consultation.days import on_screen
from app.consultation.history import History
from app.consultation.person import Allergies, Person, age_on, together
from app.rules.scores.nhs_number import formatted, is_nhs_number
from app.views.parts.banner import Identity
from app.views.people.person_words import list_name, read_as_one


def whose(person: Person, history: History, today: date) -> Identity:
    """The person as their own record names them, with the allergies of all records read as one."""
    number = formatted(person.nhs_number) if is_nhs_number(person.nhs_number) else person.nhs_number
    needs = (*person.needs, *person.visit_needs.in_banner)
    allergies = _allergy_words(together(person, history.also))
    title = f" ({person.title})" if person.title else ""
    called = f"Likes to be called {person.likes_to_be_called}" if person.likes_to_be_called else ""
    return Identity(
        name=f"{person.family_name.upper()}, {person.given_name}{title}",
        known_as=called,
        born=f"{on_screen(person.birth_date)} ({age_on(person.birth_date, today)}y)",
        nhs_number=number or "not known",
        allergies=allergies,
        has_allergies=bool(together(person, history.also).allergies),
        allergies_to_ask="" if allergies else Allergies.NOT_ASKED.value,
        needs=f"Needs: {', '.join(needs)}" if needs else "",
        needs_in_brief=_first_of(needs),
        warning=_warning(history),
    )


def _first_of(needs: Sequence[str]) -> str:
    """The first of the needs, and how many more there are."""
    more = f" + {len(needs) - 1}" if len(needs) > 1 else ""
    return f"Needs: {needs[0]}{more}" if needs else ""


def _warning(history: History) -> str:
    """How they left, and that more than one record is read: nobody else may be taken for it."""
    left = f"{history.left.words}. " if history.left else ""
    names = " and ".join(list_name(one.family_name, one.given_name) for one in history.also)
    linked = f"{read_as_one(len(history.also))}: also {names}." if names else ""
    return f"{left}{linked}".strip()


def _allergy_words(person: Person) -> str:
    """What is known of allergies in words; nothing where nobody asked."""
    if person.allergies:
        noun = "Allergy" if len(person.allergies) == 1 else "Allergies"
        return f"{noun}: {', '.join(person.allergies)}"
    if person.allergies_known is Allergies.NONE_KNOWN:
        return Allergies.NONE_KNOWN.value
    return ""
