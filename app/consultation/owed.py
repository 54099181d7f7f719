"""What was promised before: what goes on in today's plan, and what is still owed as it was promised.

One truth for the screen, the paper and the store: nothing that was promised leaves all three by itself.
"""

import hashlib
from collections.abc import Iterable

from app.consultation.care_plan import STILL_TO_DO, Action, Outcome
from app.consultation.decisions import Choice, Decision
from app.consultation.draft import Draft
from app.consultation.keys import RANDOM_BYTES, uuid7
from app.consultation.opening import SECTION as OPENING


def is_owed(draft: Draft, promise_id: str) -> bool:
    """Whether an earlier promise is still owed as it was promised, when this visit ends as it stands.

    It is owed while nobody spoke of it. Done or let go, it is over. Partly or not done, it is owed until
    today's plan carries it on.
    """
    said = draft.record(OPENING).outcome_of(promise_id)
    if said is None or said.outcome is Outcome.OPEN:
        return True
    return said.outcome in STILL_TO_DO and not goes_on(draft, promise_id)


def is_met(draft: Draft, decision: Decision) -> bool:
    """Whether what was decided is there: what was taken up must be promised, in words, today or before."""
    if decision.choice is not Choice.TAKE_UP:
        return True
    is_today = any(draft.plan.promises(action_id) for action_id in decision.actions)
    return is_today or any(is_owed(draft, each) or goes_on(draft, each) for each in decision.promised_before)


def still_owed(draft: Draft, promises: Iterable[Action]) -> tuple[Action, ...]:
    """The promises of earlier plans that are still owed when this visit ends as it stands."""
    return tuple(promise for promise in promises if promise.has_words and is_owed(draft, promise.id))


def goes_on(draft: Draft, promise_id: str) -> bool:
    """Whether today's plan carries an earlier promise on, in words."""
    return draft.plan.promises(carried_on_id(draft, promise_id))


def carried_on_id(draft: Draft, promise_id: str) -> str:
    """The key that an earlier promise gets in this visit's plan: the same one however often it is kept."""
    seed = hashlib.sha256(f"{draft.first_id} {promise_id}".encode()).digest()
    return uuid7(int(draft.started_at.timestamp() * 1000), seed[:RANDOM_BYTES])
