"""A key slot: the store's key, sealed under one secret (a passphrase, or both recovery codes)."""

import hmac
import json
import secrets
import unicodedata
from collections.abc import Callable
from datetime import datetime
from enum import Enum

import msgspec

VERSION = 1
KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_LEAST_SECONDS = 0.25
_MOST_KIB = 256 * 1024


class KdfCost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How dear one guess at a secret is (Argon2id): memory in KiB, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def is_sane(self) -> bool:
        """Whether deriving with it can be tried at all: a garbled file must not ask for a terabyte."""
        return (
            1 <= self.lanes <= 16 and 8 * self.lanes <= self.memory_kib <= 1 << 21 and 1 <= self.passes <= 64
        )


LEAST_COST = KdfCost(memory_kib=64 * 1024, passes=3, lanes=4)
"""RFC 9106's second recommended setting, and the floor for every store the product makes."""


class SlotKind(Enum):
    """What opens a slot."""

    STAFF = "staff"
    RECOVERY = "recovery"


class Tries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Wrong tries since the last right one, and when the last was made."""

    wrong: int = 0
    last_at: datetime | None = None


class KeySlot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to open the store; `label` is the name that the sign-in window offers."""

    version: int = VERSION
    id: str
    kind: SlotKind
    label: str
    cost: KdfCost
    salt: bytes
    nonce: bytes
    sealed_key: bytes
    tries: Tries = Tries()


class WrongSecret(Exception):
    """The secret does not open the slot (or the slot was tampered with: nobody can tell which)."""


def derive(secret: str, salt: bytes, cost: KdfCost) -> bytes:
    """Stretch a secret into 32 bytes; the same words typed on any keyboard give the same bytes."""
    from argon2.low_level import Type, hash_secret_raw

    plain = unicodedata.normalize("NFKC", secret).encode()
    return hash_secret_raw(plain, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)


def _bound_to(store_id: str, slot_id: str, kind: SlotKind, cost: KdfCost, salt: bytes) -> bytes:
    """What the seal also vouches for, so that no slot can be moved, re-labelled or made cheaper."""
    parts = [VERSION, store_id, slot_id, kind.value, cost.memory_kib, cost.passes, cost.lanes, salt.hex()]
    return json.dumps(parts).encode()


def seal(
    key: bytes, secret: str, *, store_id: str, slot_id: str, kind: SlotKind, label: str, cost: KdfCost
) -> KeySlot:
    """Seal the store's key under a secret, in a slot of its own."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    bound = _bound_to(store_id, slot_id, kind, cost, salt)
    sealed = AESGCM(derive(secret, salt, cost)).encrypt(nonce, key, bound)
    return KeySlot(id=slot_id, kind=kind, label=label, cost=cost, salt=salt, nonce=nonce, sealed_key=sealed)


def unseal(slot: KeySlot, secret: str, store_id: str) -> bytes:
    """Take the store's key out of a slot; raises WrongSecret and says no more than that."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    bound = _bound_to(store_id, slot.id, slot.kind, slot.cost, slot.salt)
    try:
        return AESGCM(derive(secret, slot.salt, slot.cost)).decrypt(slot.nonce, slot.sealed_key, bound)
    except (InvalidTag, ValueError):
        raise WrongSecret from None


class Verifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a PIN can be checked against; it opens nothing and lives inside the encrypted record."""

    salt: bytes
    cost: KdfCost
    stretched: bytes


def verifier_of(pin: str, cost: KdfCost) -> Verifier:
    """Keep a PIN so that it can be checked but not read back."""
    salt = secrets.token_bytes(_SALT_BYTES)
    return Verifier(salt=salt, cost=cost, stretched=derive(pin, salt, cost))


def fits(pin: str, verifier: Verifier) -> bool:
    """Whether a PIN is the one that was kept."""
    return hmac.compare_digest(derive(pin, verifier.salt, verifier.cost), verifier.stretched)


def calibrated_cost(stopwatch: Callable[[], float]) -> KdfCost:
    """Find the cost at which one guess takes this machine 250 ms or more; never under 64 MiB.

    `stopwatch` gives seconds that only grow (time.perf_counter). The faster of two runs counts: a busy
    moment must not make the store cheaper for good. Memory is raised first (it costs an attacker most),
    to 256 MiB at most, so that a small laptop still opens it; then the passes.
    """
    cost = LEAST_COST
    while True:
        seconds = min(_seconds_for(cost, stopwatch) for _ in range(2))
        if seconds >= _LEAST_SECONDS:
            return cost
        if cost.memory_kib < _MOST_KIB:
            cost = KdfCost(cost.memory_kib * 2, cost.passes, cost.lanes)
        else:
            cost = KdfCost(cost.memory_kib, cost.passes + 1, cost.lanes)


def _seconds_for(cost: KdfCost, stopwatch: Callable[[], float]) -> float:
    """One derivation, timed."""
    start = stopwatch()
    derive("a secret of ordinary length", bytes(_SALT_BYTES), cost)
    return stopwatch() - start
