"""Every committed field is saved at once: the draft before and after tells what to write."""

from collections.abc import Callable
from datetime import datetime

from app.consultation.agenda import BY_KEY
from app.consultation.draft import Draft
from app.consultation.visit import Visit
from app.models import consultations
from app.models.store import Store


class Autosave:
    """Writes what changed between two drafts, all of it or nothing; it is durable when the call returns."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def keep(self, before: Draft, after: Draft, visit: Visit) -> datetime:
        """Save what differs, and say when; raises StoreUnavailable if it could not be written."""
        now = self._now()
        parts = changed_parts(before, after)
        if parts:
            consultations.save(self._store, after, parts, visit, now)
        return now


def changed_parts(before: Draft, after: Draft) -> tuple[str, ...]:
    """The sections and the other parts of a visit that are not the same any more."""
    sections = (key for key in BY_KEY if before.records[key] is not after.records[key])
    others = (
        key
        for key, (field, _kind) in consultations.OTHER_PARTS.items()
        if getattr(before, field) is not getattr(after, field)
    )
    return (*sections, *others)
