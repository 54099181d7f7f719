"""What nobody asks for, after every sign-in: the record is read through and, once a day, backed up."""

from dataclasses import dataclass
from datetime import datetime

from app.consultation.days import on_this_laptop
from app.models import backups
from app.models.store import Store
from app.models.unavailable import StoreUnavailable


@dataclass(frozen=True)
class Worry:
    """Something that is wrong with the record: what, and what to do."""

    what: str
    to_do: str


DAMAGED = Worry(
    "Part of the record file is damaged",
    "Enter nothing more. Close the app and sign in again: it then offers to put the newest backup back. "
    "Nothing is thrown away. Tell your team lead.",
)
ALTERED = "The list of who saw and changed what was altered outside the app"
_WHAT_IS_ALTERED = (
    "Entry {entry} is not as it was written, or one before it is missing. The record itself is whole. "
    "Tell your team lead today. No backup is let go until it is cleared up."
)


def look_after(store: Store, now: datetime) -> Worry | None:
    """Check the record and make the day's backup, if it has none yet; says what is wrong, if anything is.

    It takes 13 ms a megabyte and more: never while somebody waits. It may run in a thread of its own.
    """
    try:
        return _looked_after(store, now)
    except StoreUnavailable as problem:
        return Worry("Today's check and backup could not be made", str(problem)) if store.is_open else None


def _looked_after(store: Store, now: datetime) -> Worry | None:
    if not store.is_whole():
        store.note_damage()
        return DAMAGED
    altered_at = store.first_broken_audit_link()
    made = backups.listed(store.folder)
    if not any(on_this_laptop(backup.made_at).date() == now.date() for backup in made):
        store.back_up(now, keep=backups.KEPT if altered_at is None else len(made) + 1)
    return None if altered_at is None else Worry(ALTERED, _WHAT_IS_ALTERED.format(entry=altered_at))
