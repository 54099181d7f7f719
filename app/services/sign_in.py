"""Signing in, without a window: choose who, give the passphrase, wait if need be, hold the key.

Light on purpose: the first window is painted with this, so the keyring, and the codec that it needs, are
imported when somebody is chosen.
"""

from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from app.models.doorplate import staff_names
from app.models.folder import StoreFolder, StoreKind

if TYPE_CHECKING:
    from app.models.keyring import Keyring, Unlocked

DOES_NOT_FIT = "This name and passphrase do not fit together. Check both, and whether Caps Lock is on."


class SignInStep(Enum):
    """Where a sign-in stands."""

    CHOOSE = "choose"
    PASSPHRASE = "passphrase"
    OPENED = "opened"


class Choice(NamedTuple):
    """One account that may be chosen."""

    id: str
    name: str


class NotYet(NamedTuple):
    """A try that did not open: the sentence to show, and the seconds until the next may be made."""

    sentence: str
    wait_seconds: int


class SignIn:
    """One person's way from the list of names to an open store."""

    def __init__(self, folder: StoreFolder) -> None:
        self._folder = folder
        self._chosen: Choice | None = None
        self._is_open = False
        self.kind: StoreKind = folder.label().kind

    @cached_property
    def _keyring(self) -> "Keyring":
        from app.models.keyring import Keyring

        return Keyring(self._folder)

    @property
    def step(self) -> SignInStep:
        """Where it stands."""
        if self._is_open:
            return SignInStep.OPENED
        return SignInStep.CHOOSE if self._chosen is None else SignInStep.PASSPHRASE

    @property
    def chosen(self) -> Choice | None:
        """Who is signing in; nobody is chosen for them, even where there is only one."""
        return self._chosen

    def choices(self) -> tuple[Choice, ...]:
        """The accounts of this store, by name."""
        return tuple(Choice(slot_id, name) for slot_id, name in staff_names(self._folder))

    def choose(self, choice_id: str) -> None:
        """Say who is signing in."""
        self._chosen = next(choice for choice in self.choices() if choice.id == choice_id)

    def back(self) -> None:
        """Return to the list of names."""
        self._chosen = None

    def seconds_to_wait(self, now: datetime) -> int:
        """How long the chosen account must wait before the next try."""
        return self._keyring.seconds_to_wait(self._chosen.id, now) if self._chosen else 0

    def give_passphrase(self, passphrase: str, now: datetime) -> "Unlocked | NotYet":
        """Try a passphrase: a quarter of a second or more of work, so not in the window's own thread."""
        from app.models.keyring import Unlocked

        if self._chosen is None:
            raise RuntimeError("nobody was chosen")
        opened = tried(self._keyring, self._chosen.id, passphrase, now, DOES_NOT_FIT)
        self._is_open = isinstance(opened, Unlocked)
        return opened


def tried(keyring: "Keyring", slot_id: str, secret: str, now: datetime, sentence: str) -> "Unlocked | NotYet":
    """One try at a slot, with what to say if it does not open."""
    from app.models.key_slots import WrongSecret
    from app.models.keyring import MustWait

    try:
        return keyring.unlock(slot_id, secret, now)
    except MustWait as wait:
        return NotYet(_wait_sentence(wait.seconds), wait.seconds)
    except WrongSecret:
        seconds = keyring.seconds_to_wait(slot_id, now)
        return NotYet(f"{sentence} {_wait_sentence(seconds)}" if seconds else sentence, seconds)


def _wait_sentence(seconds: int) -> str:
    """The wait in words, and why."""
    length = f"{seconds} seconds" if seconds < 120 else f"{-(-seconds // 60)} minutes"
    return f"To keep the record safe, the next try is possible in {length}. Nothing is ever wiped."
