"""Who can own an action, as the editor asks it and as the paper will say it. No Qt."""

import msgspec

from app.consultation import carers
from app.consultation.care_plan import Action, Owner
from app.consultation.days import on_screen
from app.consultation.draft import Draft
from app.consultation.person import Person

THE_TEAM = "the team"
NAMED = (Owner.CARER, Owner.ASK)


def owned_by(action: Action, owner: Owner, worker: str) -> Action:
    """The action with another owner; a name stays only where the same kind of owner is meant."""
    name = {Owner.PERSON: "", Owner.WORKER: worker, Owner.TEAM: THE_TEAM}.get(owner, "")
    if owner is action.owner and owner in NAMED:
        name = action.owner_name
    return msgspec.structs.replace(action, owner=owner, owner_name=name)


def chosen_owner(action: Action, worker: str) -> Owner | None:
    """The owner that was chosen; a new action has none, and an absent worker is not the one in the room."""
    if action.owner is Owner.ASK and not action.owner_name:
        return None
    if action.owner is Owner.WORKER and action.owner_name != worker:
        return None
    return action.owner


def carers_named(draft: Draft) -> tuple[str, ...]:
    """The names of the carers, to be picked instead of typed."""
    return tuple(row.name for row in draft.record(carers.SECTION).rows)


def owner_words(action: Action) -> str:
    """The first words of the line on paper."""
    name = action.owner_name.strip()
    return {
        Owner.PERSON: "I will",
        Owner.WORKER: f"{name.split()[0]} will" if name else "We will",
        Owner.TEAM: "We will",
        Owner.CARER: f"{name or 'My carer'} will",
        Owner.ASK: f"We will ask {name}" if name else "",
    }[action.owner]


def missing_words(action: Action) -> str:
    """What the promise still lacks, in words."""
    lacks = []
    if not action.what.strip():
        lacks.append("what")
    if action.owner is not Owner.PERSON and not action.owner_name.strip():
        lacks.append("who")
    if action.by_when is None:
        lacks.append("by when")
    return f"Still to say: {', '.join(lacks)}" if lacks else ""


def line_on_paper(action: Action) -> str:
    """The line as the person will read it, once it is whole enough to be read."""
    first = owner_words(action)
    if not first or not action.what.strip():
        return ""
    day = f", by {on_screen(action.by_when)}" if action.by_when else ""
    if action.owner is Owner.ASK:
        return f"On the page: \u201c{first}: {action.what}{day}.\u201d"
    return f"On the page: \u201c{first} {_lower_first(action.what)}{day}.\u201d"


def _lower_first(words: str) -> str:
    """Only a common word loses its capital; HbA1c and GP keep theirs."""
    head = words.split()[0]
    return words[0].lower() + words[1:] if head[1:].islower() or len(head) == 1 else words


def counts_words(actions: tuple[Action, ...], person: Person, owed: int = 0) -> str:
    """How many actions there are, how many are the person's own, and how many earlier plans still owe."""
    if owed:
        new = counts_words(actions, person) if actions else "No new actions"
        return f"{new}; {owed} still owed from before"
    if not actions:
        return "No actions yet"
    own = sum(action.owner is Owner.PERSON for action in actions)
    noun = "action" if len(actions) == 1 else "actions"
    return f"{len(actions)} {noun}: {own} {person.called}'s own, {len(actions) - own} of others"
