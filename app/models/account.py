"""A member of staff as the app knows them, and what makes a passphrase or a PIN good enough."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from itertools import pairwise

LEAST_CHARACTERS = 12
LEAST_WORDS = 4
PIN_HINT = "A PIN has 4 to 6 digits."
PASSPHRASE_HINT = "At least 12 characters, or four words that do not belong together."
"""The two figures above, said where a passphrase is chosen."""
_MOST_CHARACTERS = 256
_OBVIOUS = (
    "correct horse battery staple", "one conversation", "oneconversation", "passphrase", "password",
    "passwort", "letmein", "welcome", "iloveyou", "trustno1", "changeme", "administrator", "admin",
    "qwertyuiop", "qwerty", "azerty", "asdfgh", "zxcvbn", "football", "liverpool", "arsenal", "chelsea",
    "baseball", "sunshine", "princess", "monkey", "dragon", "superman", "batman", "starwars", "whatever",
    "mentalhealth", "community", "hospital", "clinic", "patient", "nursing", "nurse", "healthcare",
    "summer", "winter", "spring", "autumn", "january", "february", "march", "april", "june", "july",
    "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "secret", "computer", "internet", "laptop",
)  # fmt: skip
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc")
_LOOK_ALIKES = str.maketrans("013457@$!", "oieastasi")


class Role(Enum):
    """What a member of staff may do."""

    HEALTH_CARE_ASSISTANT = "hca"
    NURSE = "nurse"
    PRESCRIBER = "prescriber"
    TEAM_LEAD = "team_lead"

    @property
    def label(self) -> str:
        """The role in the clinic's words."""
        return "health care assistant" if self is Role.HEALTH_CARE_ASSISTANT else self.value.replace("_", " ")


MAY_SIGN = frozenset({Role.NURSE, Role.PRESCRIBER})
MAY_MANAGE = MAY_SIGN | {Role.TEAM_LEAD}
"""Who adds and ends accounts, and is shown the recovery codes."""


@dataclass(frozen=True)
class Staff:
    """A member of staff with an account in this store."""

    id: str
    name: str
    role: Role
    registration: str
    added_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class NewAccount:
    """What is asked for when an account is made."""

    name: str
    role: Role
    passphrase: str = field(repr=False)
    pin: str = field(repr=False)
    registration: str = ""


class AccountRefused(Exception):
    """The account cannot be made or changed like that; the message says why, in plain words."""


def what_is_wrong_with_account(account: NewAccount) -> str | None:
    """Say the first thing to put right, or None where all is well."""
    if not account.name.strip():
        return "Write the name that colleagues know you by."
    if len(account.name) > 120 or len(account.registration) > 60:
        return "The name or the registration number is too long."
    return what_is_wrong_with_passphrase(account.passphrase, account.name) or what_is_wrong_with_pin(
        account.pin
    )


def what_is_wrong_with_first_account(account: NewAccount) -> str | None:
    """The same for the account that a store begins with: it must be one that can add the others."""
    if account.role not in MAY_MANAGE:
        return "The first account adds the others: it belongs to a team lead, a nurse or a prescriber."
    return what_is_wrong_with_account(account)


def what_is_wrong_with_passphrase(passphrase: str, name: str = "") -> str | None:
    """Say in words why a passphrase is not good enough, or None where it is.

    Length, not mixture: what is asked is 12 characters or four words, and that it cannot be guessed
    from a list, from the keyboard or from the owner's name.
    """
    words = passphrase.split()
    four_words = len(words) >= LEAST_WORDS and all(len(word) > 1 for word in words)
    if len(passphrase) < LEAST_CHARACTERS and not four_words:
        return "Use at least 12 characters, or four words that do not belong together."
    if len(passphrase) > _MOST_CHARACTERS:
        return "Use 256 characters at most."
    squeezed = "".join(passphrase.casefold().split())
    if len(set(squeezed)) < 5 or _is_repeated(squeezed):
        return "That repeats itself, so it is easily guessed. Use four words that do not belong together."
    if _little_is_left(squeezed, _run_pieces()):
        return "That follows the keyboard or the alphabet. Use four words that do not belong together."
    obvious = (*_OBVIOUS, *name.casefold().split(), *(str(year) for year in range(1930, 2050)))
    if _little_is_left(_read_through(squeezed), {_read_through(word) for word in obvious}):
        return "That is built on a name or on words tried first. Use four words that do not belong together."
    return None


def could_be_a_pin(typed: str) -> bool:
    """Whether it has the shape of a PIN: a key too many on a page before is no try of one."""
    return typed.isascii() and typed.isdigit() and 4 <= len(typed) <= 6


def what_is_wrong_with_pin(pin: str) -> str | None:
    """Say in words why a PIN is not good enough, or None where it is."""
    if not could_be_a_pin(pin):
        return PIN_HINT
    if len(set(pin)) == 1:
        return "Use digits that are not all the same."
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if steps in ({1}, {9}):
        return "Use digits that do not simply count up or down."
    return None


def _is_repeated(text: str) -> bool:
    """Whether it is one short piece said again and again."""
    return text in (text + text)[1:-1]


def _read_through(word: str) -> str:
    """The word without spaces, and with figures that stand for letters read as those letters."""
    return word.replace(" ", "").translate(_LOOK_ALIKES)


def _run_pieces() -> set[str]:
    """Every four neighbours on the keyboard or in the alphabet, both ways."""
    runs = (*_RUNS, *(run[::-1] for run in _RUNS))
    return {run[start : start + 4] for run in runs for start in range(len(run) - 3)}


def _little_is_left(text: str, pieces: set[str]) -> bool:
    """Whether fewer than six different letters remain once every such piece is taken out."""
    left = text
    for piece in sorted((piece for piece in pieces if len(piece) > 2), key=lambda p: (-len(p), p)):
        left = left.replace(piece, "\0")
    return "\0" in left and len({character for character in left if character.isalpha()}) < 6
