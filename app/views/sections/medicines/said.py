"""A medicine in words, and what can be found for what was typed."""

from datetime import date

from app.consultation.answers import How
from app.consultation.days import on_screen
from app.consultation.medicine import Medicine
from app.consultation.medicines.catalogue import Match, catalogue
from app.views.fields.search import Found

KEPT_AS_TYPED = "Kept as typed. This app does not know it, so it can check nothing about it."
KEEP_AS_TYPED = "Keep as typed: this app then checks nothing about it"
A_GUESS = "a guess at what was typed: is it this?"
NOT_LOOKED_AT = "From a record, not looked at yet"


def title(medicine: Medicine) -> str:
    """The name, with the ingredient where the name does not say it."""
    name, ingredient = medicine.name, medicine.ingredient
    return f"{name} ({ingredient})" if ingredient and ingredient not in name.lower() else name


def since(medicine: Medicine) -> str:
    """When it was started."""
    return f"Since {on_screen(medicine.started)}" if medicine.started else "No start date"


def form_and_dose(medicine: Medicine) -> str:
    """The form and the dose as it was said."""
    form = medicine.form.value if medicine.form is not None else ""
    return ", ".join(part for part in (form, medicine.dose) if part)


def source(medicine: Medicine, with_list: date | None = None) -> str:
    """Where it is known from, and when it was looked at: by itself, or `with_list`."""
    looked = f"confirmed with the list {on_screen(with_list)}" if with_list else ""
    if medicine.how is not How.FROM_RECORD:
        return ", ".join(part for part in (medicine.source or "Said in the conversation", looked) if part)
    if medicine.seen_on and (with_list is None or medicine.seen_on >= with_list):
        looked = f"looked at {on_screen(medicine.seen_on)}"
    known_from = medicine.source[:1].upper() + medicine.source[1:]
    return ", ".join(part for part in (known_from or "From a record", looked) if part)


def is_unseen(medicine: Medicine, with_list: date | None = None) -> bool:
    """Whether it came from a record and nobody looked at it yet, nor at the list with it."""
    return medicine.how is How.FROM_RECORD and medicine.seen_on is None and with_list is None


def find(typed: str) -> list[Found]:
    """What the list knows under that name; last, what was typed as it is, where the list does not know it."""
    matches = [_offered(match) for match in catalogue().find(typed)]
    if catalogue().recognise(typed) is None:
        matches.append(Found(None, typed.strip(), KEEP_AS_TYPED))
    return matches


def _offered(match: Match) -> Found:
    classes = ", ".join(sorted(match.entry.classes))
    return Found(match.ingredient, match.in_words, A_GUESS if match.is_guess else classes)


def matched(found: Found) -> Match | None:
    """The medicine that was taken from the list, or typed exactly; None for free words."""
    if found.key is None:
        return catalogue().recognise(found.words)
    offers = catalogue().find(found.words.split(" (")[0], limit=20)
    return next((m for m in offers if m.in_words == found.words), catalogue().recognise(found.key))
