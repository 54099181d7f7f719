"""Whose promise it is, in the first words of its line: an absent person is asked, never tasked."""

from app.consultation.care_plan import Action, Owner
from app.consultation.taking_up import WAS_IT_DONE


def owner_words(action: Action) -> str:
    """ "I will", "Kim will", "We will ask Dr Shah"."""
    name = action.owner_name.strip()
    return {
        Owner.PERSON: "I will",
        Owner.WORKER: f"{first_word(name)} will" if name else "We will",
        Owner.TEAM: "We will",
        Owner.CARER: f"{name or 'My carer'} will",
        Owner.ASK: f"We will ask {name or 'somebody (no name yet)'}",
    }[action.owner]


def in_a_sentence(action: Action) -> str:
    """Whose it is and what: "Kim will: ring the GP.", "We will ask Dr Shah whether this was done: ..."."""
    what = action.what.strip().rstrip(".")
    return f"{owner_words(action)}{' ' if what.startswith(WAS_IT_DONE) else ': '}{what}."


def first_word(name: str) -> str:
    """The name that somebody is called by: what stands before a comma or a space."""
    return name.replace(",", " ").split()[0] if name.strip() else ""
