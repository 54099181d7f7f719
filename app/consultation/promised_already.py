"""What is promised already on a prompt's topic: seen before a second promise for the same thing is added."""

from collections.abc import Iterable

from app.consultation.care_plan import Action
from app.consultation.draft import Draft
from app.consultation.history import History
from app.consultation.owed import still_owed


def same_promise(promises: Iterable[Action], what: str) -> Action | None:
    """The one that says the very same: adding it again would promise it twice, with two days."""
    words = _words(what)
    return next((each for each in promises if _words(each.what) == words), None)


def _words(what: str) -> str:
    return " ".join(what.casefold().split()).rstrip(".")


def promised_already(draft: Draft, history: History, topic: str) -> tuple[Action, ...]:
    """Today's promises on the topic, then those of earlier plans that are still owed."""
    today = (action for action in draft.plan.actions if action.has_words)
    return tuple(each for each in (*today, *still_owed(draft, history.promises)) if each.topic == topic)
