"""The names on the door, read without msgspec: the sign-in window is painted before that is loaded.

Only a file in which every part has the shape that `KeySlot` gives it is believed; anything else is left to
`Keyring`, which alone judges what is damaged and which copy counts.
"""

import binascii
import json
from datetime import datetime
from typing import Any

from app.models.folder import StoreFolder

VERSION = 1
STAFF = "staff"
_KINDS = (STAFF, "recovery")
_FILE = {"version": int, "store_id": str, "slots": list}
_SLOT = {
    "version": int,
    "id": str,
    "kind": str,
    "label": str,
    "cost": dict,
    "salt": str,
    "nonce": str,
    "sealed_key": str,
    "tries": dict,
}
_COST = {"memory_kib": int, "passes": int, "lanes": int}


def staff_names(folder: StoreFolder) -> tuple[tuple[str, str], ...]:
    """Id and name of every account, by name. Raises what `Keyring.slots` raises."""
    try:
        file = json.loads(folder.keys_file.read_bytes())
        slots = file["slots"] if _is_shaped(file, _FILE) and file["version"] == VERSION else []
        if slots and all(map(_is_whole, slots)):
            return _by_name((slot["id"], slot["label"]) for slot in slots if slot["kind"] == STAFF)
    except (OSError, ValueError, RecursionError):
        pass
    from app.models.keyring import Keyring

    return _by_name((slot.id, slot.label) for slot in Keyring(folder).slots())


def _by_name(names: "Iterable[tuple[str, str]]") -> tuple[tuple[str, str], ...]:
    return tuple(sorted(names, key=lambda name: (name[1].casefold(), name[0])))


def _is_shaped(told: Any, shape: dict[str, type]) -> bool:
    """Whether it is a JSON object of exactly these parts (type, not isinstance: true is no number)."""
    return (
        type(told) is dict
        and told.keys() == shape.keys()
        and all(type(told[part]) is kind for part, kind in shape.items())
    )


def _is_whole(slot: Any) -> bool:
    """Whether a slot could be opened; raises ValueError where bytes or a time cannot be read."""
    if not (_is_shaped(slot, _SLOT) and slot["kind"] in _KINDS and _is_shaped(slot["cost"], _COST)):
        return False
    for sealed in ("salt", "nonce", "sealed_key"):
        binascii.a2b_base64(slot[sealed], strict_mode=True)
    tries, cost = slot["tries"], slot["cost"]
    if tries.keys() != {"wrong", "last_at"} or type(tries["wrong"]) is not int:
        return False
    if tries["last_at"] is not None:
        datetime.fromisoformat(tries["last_at"])
    return True
