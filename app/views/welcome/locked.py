"""Locked: sign in again. It says when and why, and nothing of whose visit was open."""

from collections.abc import Sequence
from enum import StrEnum

from app.views.parts.message import Message
from app.views.welcome.person_tile import Person
from app.views.welcome.sign_in import SignIn


class LockedBecause(StrEnum):
    """Why the screen was locked, in words that follow the time."""

    QUIET = "after 10 quiet minutes"
    ASKED = "because someone asked for it"
    PIN = "after too many wrong PINs"
    SUSPENDED = "because the laptop went to sleep"


class Locked(SignIn):
    """The sign-in of a fresh process after a lock; `at` is a time in words, as in 11:20."""

    def __init__(
        self,
        people: Sequence[Person],
        *,
        at: str = "",
        because: LockedBecause | None = None,
        practice: bool = False,
    ) -> None:
        super().__init__(people, practice=practice)
        said = " ".join(["Locked", *([f"at {at}"] if at else []), *([because.value] if because else [])])
        self.show_notice(Message(said, "All is saved.", "Sign in again, or let someone else sign in."))
