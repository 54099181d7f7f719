"""The face-to-face list as one promise of the plan: it grows and shrinks with the list, and is there once."""

import hashlib
from datetime import date

import msgspec

from app.consultation import physical_checks
from app.consultation.care_plan import Action, Owner
from app.consultation.draft import Draft
from app.consultation.keys import RANDOM_BYTES, uuid7
from app.consultation.physical_checks.face_to_face import to_do


def with_face_to_face_list(draft: Draft, before: Draft, worker: str, today: date) -> Draft:
    """The draft with the promise as the list stands now; its owner and its day stay as they were agreed.

    `worker` is who puts it on the list; the day is for the person and the worker to agree.
    """
    now = to_do(draft.record(physical_checks.SECTION))
    if now == to_do(before.record(physical_checks.SECTION)):
        return draft
    key, plan = promise_id(draft), draft.plan
    if not now:
        return draft.with_plan(plan.without_action(key))
    what = f"do at the next visit face to face: {', '.join(now)}"
    standing = next((action for action in plan.actions if action.id == key), None)
    made = Action(id=key, what=what, owner=Owner.WORKER, owner_name=worker, promised_on=today)
    action = made if standing is None else msgspec.structs.replace(standing, what=what)
    return draft.with_plan(plan.with_action(action))


def promise_id(draft: Draft) -> str:
    """The key of the promise in this visit's plan: the same one however often the list changes."""
    seed = hashlib.sha256(f"{draft.id} face to face".encode()).digest()
    return uuid7(int(draft.started_at.timestamp() * 1000), seed[:RANDOM_BYTES])
