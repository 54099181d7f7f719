"""Two printed half-codes, one for person A and one for the team: together they open a store.

A half-code can be read down a telephone: figures and letters that neither look nor sound alike, in groups
of four, the last two of them a check that finds any wrong character and any two neighbours swapped.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from app.models.account import AccountRefused, what_is_wrong_with_passphrase
from app.models.folder import StoreFolder
from app.models.key_slots import SlotKind
from app.models.keyring import RECOVERY_SLOT, Keyring, Unlocked
from app.services.sign_in import NotYet, tried

ALPHABET = "23456789FHJKMPQRWXY"
"""19 characters: a prime, so that the check finds every single slip. One half carries 93 random bits."""

_RANDOM_CHARACTERS = 22
_GROUP = 4
DO_NOT_FIT = "These two codes do not open this record. Check that both belong to it."


@dataclass(frozen=True)
class RecoveryCodes:
    """The two half-codes, as they are printed, each on its own sheet for its own keeper."""

    half_a: str = field(repr=False)
    half_team: str = field(repr=False)


class HalfCodeWrong(Exception):
    """A half-code was not copied correctly; the message says what to look at."""


def new_recovery_codes(pick: Callable[[int], int] = secrets.randbelow) -> RecoveryCodes:
    """Make two half-codes; `pick(n)` gives a random number under n."""
    return RecoveryCodes(_new_half(pick), _new_half(pick))


def read_half(text: str) -> str:
    """The code as it was meant, however it was spaced and cased; raises HalfCodeWrong."""
    plain = "".join(
        character for character in text.upper() if not character.isspace() and character not in "-.–"
    )
    strange = sorted({character for character in plain if character not in ALPHABET})
    if strange:
        raise HalfCodeWrong(f"These are never part of a code: {' '.join(strange)}. Look at them again.")
    if len(plain) != _RANDOM_CHARACTERS + 2:
        raise HalfCodeWrong(
            f"A code has {_RANDOM_CHARACTERS + 2} characters, this has {len(plain)}. "
            "Compare it group by group."
        )
    if _check(plain[:-2]) != plain[-2:]:
        raise HalfCodeWrong("One of the characters is not as printed. Compare it group by group.")
    return plain


def combined(half_a: str, half_team: str) -> str:
    """The secret that both halves make, in whichever order they were given; raises HalfCodeWrong."""
    first, second = sorted((read_half(half_a), read_half(half_team)))
    if first == second:
        raise HalfCodeWrong("The same code was given twice. Both are needed: person A's and the team's.")
    return f"{first} {second}"


def open_with_recovery(folder: StoreFolder, half_a: str, half_team: str, now: datetime) -> Unlocked | NotYet:
    """Take the store's key with both half-codes; then `give_new_passphrase`. Raises HalfCodeWrong."""
    return tried(Keyring(folder), RECOVERY_SLOT, combined(half_a, half_team), now, DO_NOT_FIT)


def give_new_passphrase(folder: StoreFolder, recovered: Unlocked, staff_id: str, passphrase: str) -> Unlocked:
    """Give an account a new passphrase; returns what opens the store for it (`Store.open(recovered=True)`).

    Raises AccountRefused for a passphrase that is not good enough or an account that has ended.
    """
    keyring = Keyring(folder)
    slot = next((slot for slot in keyring.slots() if slot.id == staff_id), None)
    if slot is None:
        raise AccountRefused("That account has ended. Choose another, or sign in and add it again.")
    if (wrong := what_is_wrong_with_passphrase(passphrase, slot.label)) is not None:
        raise AccountRefused(wrong)
    keyring.put(recovered.key, passphrase, slot_id=staff_id, label=slot.label, kind=SlotKind.STAFF)
    return Unlocked(recovered.store_id, staff_id, recovered.wrong_tries_before, recovered.key)


def _new_half(pick: Callable[[int], int]) -> str:
    code = "".join(ALPHABET[pick(len(ALPHABET))] for _ in range(_RANDOM_CHARACTERS))
    code += _check(code)
    return " ".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def _check(code: str) -> str:
    """Two check characters: the sum, and the sum weighed by place, both in the field of 19."""
    values = [ALPHABET.index(character) for character in code]
    plain = sum(values) % len(ALPHABET)
    weighed = sum((place + 1) * value for place, value in enumerate(values)) % len(ALPHABET)
    return ALPHABET[plain] + ALPHABET[weighed]
