"""Every committed field is saved at once: the draft before and after tells what to write."""

from collections.abc import Callable
from datetime import datetime

from app.consultation.agenda import SECTIONS
from app.consultation.draft import Draft
from app.models import consultations
from app.models.store import Store


class Autosave:
    """Writes what changed between two drafts; each write is durable before it returns."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def keep(self, before: Draft, after: Draft) -> datetime:
        """Save what differs, and say when; raises StoreUnavailable if it could not be written."""
        now = self._now()
        for section in SECTIONS:
            if before.records[section.key] is not after.records[section.key]:
                consultations.save_section(self._store, after, section.key, now)
        if before.plan is not after.plan:
            consultations.save_plan(self._store, after, now)
        if before.decisions is not after.decisions:
            consultations.save_decisions(self._store, after, now)
        if before.prompts_shown is not after.prompts_shown:
            consultations.save_shown(self._store, after, now)
        return now
