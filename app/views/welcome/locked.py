"""Locked: sign in again. It says when and why, whether all was kept, and nothing of whose visit was open."""

from collections.abc import Sequence

from app.services.idle import LockedBecause
from app.services.lock_note import Kept, LockNote
from app.views.parts.message import Message, Weight
from app.views.welcome.person_tile import Person
from app.views.welcome.sign_in import SignIn

_BECAUSE = {
    LockedBecause.QUIET: "after 10 quiet minutes",
    LockedBecause.ASKED: "because someone asked for it",
    LockedBecause.PIN: "after too many wrong PINs",
    LockedBecause.ASLEEP: "because the laptop went to sleep",
}
_USUAL = "Sign in again, or let someone else sign in."
_KEPT = {
    None: ("", _USUAL),
    Kept.ALL: ("All is saved.", _USUAL),
    Kept.NOT_ALL_TYPED: (
        "Every answer is saved. What was typed and not kept yet is gone.",
        "Sign in again and look where you were typing.",
    ),
    Kept.NOT_ALL_SAVED: (
        "The last answers could not be saved and are gone. What was saved before is kept.",
        "Sign in again, carry on, and enter them once more.",
    ),
}


class Locked(SignIn):
    """The sign-in of a fresh process after a lock."""

    def __init__(self, people: Sequence[Person], note: LockNote, *, practice: bool = False) -> None:
        super().__init__(people, practice=practice)
        at = [f"at {note.at:%H:%M}"] if note.at else []
        because = [_BECAUSE[note.because]] if note.because else []
        kept, to_do = _KEPT[note.kept]
        is_lost = note.kept not in (None, Kept.ALL)
        weight = Weight.CHECK if is_lost else Weight.CALM
        self.show_notice(Message(" ".join(["Locked", *at, *because]), kept, to_do, weight=weight))
