"""What a sign-in may say of the lock before it: when, why, and whether all was kept.

A lock ends the process, so the note is handed to the next one on its command line, where anybody may read it:
it never says whose visit was open, or what stood in it.
"""

from collections.abc import Sequence
from datetime import time
from enum import Enum
from typing import NamedTuple

from app.services.idle import LockedBecause


class Kept(Enum):
    """What became of what was entered: all is kept, something typed is not, or answers were not saved."""

    ALL = "all"
    NOT_ALL_TYPED = "not-all-typed"
    NOT_ALL_SAVED = "not-all-saved"


class LockNote(NamedTuple):
    """What is known of a lock; nothing of it where the app was started as locked by hand."""

    at: time | None = None
    because: LockedBecause | None = None
    kept: Kept | None = None

    def as_arguments(self) -> list[str]:
        """For the command line of the process that takes over."""
        if self.at is None or self.because is None or self.kept is None:
            return []
        return [f"{self.at:%H:%M}", self.because.value, self.kept.value]

    @classmethod
    def read(cls, arguments: Sequence[str]) -> "LockNote":
        """What an earlier process handed over; what is no such note says nothing."""
        try:
            at, because, kept = arguments
            return cls(time.fromisoformat(at), LockedBecause(because), Kept(kept))
        except ValueError:
            return cls()
