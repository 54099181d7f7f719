"""The file of key slots: who may try, how long they wait, and the key for the one who is right.

Light on purpose: the sign-in window is painted before the store's own machinery is loaded.
"""

import secrets
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from app.models.folder import StoreFolder, write_in_store
from app.models.key_slots import (
    VERSION,
    KdfCost,
    KeySlot,
    SlotKind,
    Tries,
    WrongSecret,
    derive,
    seal,
    unseal,
)
from app.models.unavailable import KeysDamaged, NewerFormat

RECOVERY_SLOT = "recovery"
FREE_TRIES = 5
_WAITS_S = (30, 60, 120, 300)


class KeyFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All the slots of one store."""

    version: int = VERSION
    store_id: str
    slots: tuple[KeySlot, ...]


@dataclass(frozen=True)
class Unlocked:
    """A store's key in the hand of whoever opened a slot; let go of it as soon as the store is open."""

    store_id: str
    slot_id: str
    wrong_tries_before: int
    key: bytes = field(repr=False)


class MustWait(Exception):
    """Too many wrong tries: nothing was tried this time."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"try again in {seconds} seconds")
        self.seconds = seconds


class Keyring:
    """The door to one store's key slots."""

    def __init__(self, folder: StoreFolder) -> None:
        self._folder = folder

    def slots(self, kind: SlotKind = SlotKind.STAFF) -> tuple[KeySlot, ...]:
        """The slots of one kind, by name."""
        found = (slot for slot in self._read().slots if slot.kind is kind)
        return tuple(sorted(found, key=lambda slot: (slot.label.casefold(), slot.id)))

    def cost(self) -> KdfCost:
        """The dearest cost in use here: what a new slot is sealed with."""
        return max((slot.cost for slot in self._read().slots), key=lambda c: c.memory_kib * c.passes)

    def seconds_to_wait(self, slot_id: str, now: datetime) -> int:
        """How long until the next try is allowed.

        Setting the clock back does not shorten it, and lengthens it by one more wait at most.
        """
        slot = _slot_named(self._read(), slot_id)
        if slot is None or slot.tries.wrong < FREE_TRIES or slot.tries.last_at is None:
            return 0
        if now < slot.tries.last_at:
            self._note_tries(slot_id, Tries(slot.tries.wrong, now))
            return _wait_after(slot.tries.wrong)
        waited = (now - slot.tries.last_at).total_seconds()
        return max(0, round(_wait_after(slot.tries.wrong) - waited + 0.499))

    def unlock(self, slot_id: str, secret: str, now: datetime) -> Unlocked:
        """Open a slot; raises WrongSecret or MustWait.

        A try is counted before it is judged, so that killing the app in between gives no free guess.
        An id that is not there takes as long, and says the same, as a wrong secret.
        """
        wait = self.seconds_to_wait(slot_id, now)
        if wait:
            raise MustWait(wait)
        file = self._read()
        slot = _slot_named(file, slot_id)
        if slot is None:
            derive(secret, secrets.token_bytes(16), self.cost())
            raise WrongSecret
        self._note_tries(slot_id, Tries(slot.tries.wrong + 1, now))
        key = unseal(slot, secret, file.store_id)
        self._note_tries(slot_id, Tries())
        return Unlocked(file.store_id, slot_id, slot.tries.wrong, key)

    def begin(self, store_id: str, slots: tuple[KeySlot, ...]) -> None:
        """Write the first slots of a new store."""
        self._write(KeyFile(store_id=store_id, slots=slots))

    def put(self, key: bytes, secret: str, *, slot_id: str, label: str, kind: SlotKind) -> None:
        """Seal the key under a new secret: a new slot, or a new secret for an old one."""
        file = self._read()
        new = seal(
            key,
            secret,
            store_id=file.store_id,
            slot_id=slot_id,
            kind=kind,
            label=label,
            cost=self.cost(),
        )
        others = tuple(slot for slot in file.slots if slot.id != slot_id)
        self._write(msgspec.structs.replace(file, slots=(*others, new)))

    def remove(self, slot_id: str) -> None:
        """Take a slot away, here and in every backup: its secret opens nothing any more."""
        file = self._read()
        self._write(
            msgspec.structs.replace(file, slots=tuple(slot for slot in file.slots if slot.id != slot_id))
        )

    def has(self, slot_id: str) -> bool:
        """Whether there is such a slot."""
        return _slot_named(self._read(), slot_id) is not None

    def _note_tries(self, slot_id: str, tries: Tries) -> None:
        def changed(slot: KeySlot) -> KeySlot:
            return msgspec.structs.replace(slot, tries=tries) if slot.id == slot_id else slot

        file = self._read()
        if file != (new := msgspec.structs.replace(file, slots=tuple(map(changed, file.slots)))):
            self._write(new, and_backups=False)

    def _read(self) -> KeyFile:
        """The slots, from whichever copy is whole."""
        for file in (self._folder.keys_file, self._folder.keys_second_copy):
            try:
                read = msgspec.json.decode(file.read_bytes(), type=KeyFile)
            except (OSError, msgspec.MsgspecError, ValueError):
                continue
            if read.version > VERSION:
                raise NewerFormat
            if read.slots and all(slot.cost.is_sane for slot in read.slots):
                return read
        raise KeysDamaged

    def _write(self, file: KeyFile, *, and_backups: bool = True) -> None:
        """Write both copies; the backups hold the same key, so a secret withdrawn must not open them."""
        content = msgspec.json.format(msgspec.json.encode(file))
        write_in_store(self._folder.keys_file, content)
        write_in_store(self._folder.keys_second_copy, content)
        if and_backups:
            for old in sorted(self._folder.backups.glob("*/keys.json")):
                write_in_store(old, content)


def _slot_named(file: KeyFile, slot_id: str) -> KeySlot | None:
    return next((slot for slot in file.slots if slot.id == slot_id), None)


def _wait_after(wrong: int) -> int:
    """Seconds to wait after so many wrong tries: under ten guesses in five minutes."""
    return _WAITS_S[min(wrong - FREE_TRIES, len(_WAITS_S) - 1)]
