"""The names on the door, read without msgspec: the sign-in window is painted before that is loaded.

A file that is not shaped as `KeyFile` shapes it is left to `Keyring`, which alone judges what is damaged and
which copy counts; it judges again when somebody is chosen.
"""

import json
from collections.abc import Iterable
from typing import Any

from app.models.folder import StoreFolder

VERSION = 1
STAFF = "staff"
_KINDS = (STAFF, "recovery")
_FILE: dict[str, type] = {"version": int, "store_id": str, "slots": list}
_SLOT: dict[str, type] = {
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


def staff_names(folder: StoreFolder) -> tuple[tuple[str, str], ...]:
    """Id and name of every account, by name. Raises what `Keyring.slots` raises."""
    try:
        file = json.loads(folder.keys_file.read_bytes())
    except (OSError, ValueError, RecursionError):
        file = None
    if _is_shaped(file, _FILE) and file["version"] == VERSION and file["slots"]:
        slots = file["slots"]
        if all(_is_shaped(slot, _SLOT) and slot["kind"] in _KINDS for slot in slots):
            return _by_name((slot["id"], slot["label"]) for slot in slots if slot["kind"] == STAFF)
    from app.models.keyring import Keyring

    return _by_name((slot.id, slot.label) for slot in Keyring(folder).slots())


def _by_name(names: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(names, key=lambda name: (name[1].casefold(), name[0])))


def _is_shaped(told: Any, shape: dict[str, type]) -> bool:
    """Whether it is a JSON object of exactly these parts (by type itself: true is no number)."""
    return (
        type(told) is dict
        and told.keys() == shape.keys()
        and all(type(told[part]) is kind for part, kind in shape.items())
    )
