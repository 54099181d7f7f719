"""The folder that is a store: where its files are, what kind it is, and who holds it open.

Light on purpose: it is needed before the first window is painted, so the label alone is read without msgspec.
"""

import errno
import json
import os
import sys
from contextlib import suppress
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from app.models.unavailable import (
    DiskFault,
    DiskFull,
    NewerFormat,
    StoreDamaged,
    StoreInUse,
    StoreMissing,
    StoreNotWritable,
    StoreUnavailable,
)

LAYOUT = 1
_WHOLE_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class StoreKind(Enum):
    """What a store may hold, chosen once when it is made."""

    PRACTICE = "practice"
    LIVE = "live"


class StoreLabel(NamedTuple):
    """What can be read before anyone signs in: nothing of a person."""

    kind: StoreKind
    layout: int
    store_id: str


class StoreFolder(NamedTuple):
    """The places inside one store's folder."""

    path: Path

    @property
    def label_file(self) -> Path:
        """Kind, layout and id, readable before sign-in."""
        return self.path / "store.json"

    @property
    def keys_file(self) -> Path:
        """The key slots."""
        return self.path / "keys.json"

    @property
    def keys_second_copy(self) -> Path:
        """The key slots again: without them the record is lost, so there are two."""
        return self.path / "keys.copy.json"

    @property
    def record_file(self) -> Path:
        """The encrypted record."""
        return self.path / "record.db"

    @property
    def backups(self) -> Path:
        """The folder of the backups."""
        return self.path / "backups"

    @property
    def damage_noted(self) -> Path:
        """There while damage was found in the record: it is read through whole before it is opened again."""
        return self.path / "damage-noted"

    @property
    def lock_file(self) -> Path:
        """Held by the one process that may open the record."""
        return self.path / "in-use"

    def is_made(self) -> bool:
        """Whether a store was made here."""
        return self.label_file.exists()

    def label(self) -> StoreLabel:
        """Read what kind of store this is."""
        try:
            label = _label_from(json.loads(self.label_file.read_bytes()))
        except FileNotFoundError:
            raise StoreMissing from None
        except (KeyError, TypeError, ValueError, RecursionError):
            raise StoreDamaged from None
        if label.layout > LAYOUT:
            raise NewerFormat
        return label

    def write_label(self, label: StoreLabel) -> None:
        """Write down, once, what kind of store this is."""
        told = {"kind": label.kind.value, "layout": label.layout, "store_id": label.store_id}
        write_in_store(self.label_file, json.dumps(told, indent=2).encode())


def _label_from(told: dict[str, Any]) -> StoreLabel:
    """The label, if it holds what a label holds and nothing else."""
    kind, layout, store_id = told.pop("kind"), told.pop("layout"), told.pop("store_id")
    if told or type(layout) is not int or not isinstance(store_id, str):
        raise ValueError("not a label")
    return StoreLabel(StoreKind(kind), layout, store_id)


def make_private(folder: Path) -> None:
    """Make a folder that only its owner may enter."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name != "nt":
        folder.chmod(0o700)


def write_whole(file: Path, content: bytes) -> None:
    """Put a file in place whole or not at all, for its owner's eyes only; raises OSError."""
    unfinished = file.with_name(f".{file.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        handle = os.open(unfinished, _WHOLE_NEW_FILE, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(file)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def write_in_store(file: Path, content: bytes) -> None:
    """The same for a file of the store: it outlasts a power cut, and a fault is told plainly."""
    try:
        write_whole(file, content)
        sync_folder(file.parent)
    except OSError as fault:
        raise told_plainly(fault) from None


def sync_folder(folder: Path) -> None:
    """Make a rename inside a folder outlast a power cut (Windows does so by itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def told_plainly(fault: OSError) -> StoreUnavailable:
    """Turn what the operating system says into what the user is told."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull()
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreNotWritable()
    if fault.errno == errno.ENOENT:
        return StoreMissing()
    return DiskFault()


class StoreClaim:
    """The right to open a store, held by one process at a time and dropped by the system if it dies."""

    def __init__(self, folder: StoreFolder) -> None:
        try:
            self._handle = os.open(folder.lock_file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            raise told_plainly(fault) from None
        try:
            _lock(self._handle)
        except OSError:
            os.close(self._handle)
            self._handle = -1
            raise StoreInUse from None

    def release(self) -> None:
        """Let another process have the store."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> "StoreClaim":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def is_in_use(folder: StoreFolder) -> bool:
    """Whether another process (or another part of this one) has the store open right now."""
    try:
        StoreClaim(folder).release()
    except StoreInUse:
        return True
    return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
