"""Encrypted copies of the record, each proven whole before an older one is let go."""

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3

from app.models.engine import connect, create_record_file, is_whole
from app.models.folder import (
    StoreClaim,
    StoreFolder,
    make_private,
    sync_folder,
    told_plainly,
    write_in_store,
)
from app.models.unavailable import BackupFailed, StoreUnavailable

KEPT = 7
_UNFINISHED = "making"


@dataclass(frozen=True)
class Backup:
    """One backup: its folder, and when it was made."""

    path: Path
    made_at: datetime

    @property
    def record_file(self) -> Path:
        """The encrypted copy."""
        return self.path / "record.db"


def listed(folder: StoreFolder) -> tuple[Backup, ...]:
    """The backups of a store, newest first."""
    found = []
    for path in folder.backups.glob("*Z*/"):
        with suppress(ValueError):
            made_at = datetime.strptime(path.name[:16], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            found.append(Backup(path, made_at))
    return tuple(sorted(found, key=lambda backup: backup.path.name, reverse=True))


def make_backup(folder: StoreFolder, key: bytes, now: datetime, keep: int = KEPT) -> Backup:
    """Copy the record while it is open, prove the copy, and let the oldest beyond `keep` go."""
    unfinished = folder.backups / _UNFINISHED
    try:
        make_private(folder.backups)
        shutil.rmtree(unfinished, ignore_errors=True)
        make_private(unfinished)
        _copy_and_prove(folder.record_file, unfinished / "record.db", key)
        for file in (folder.keys_file, folder.label_file):
            write_in_store(unfinished / file.name, file.read_bytes())
        done = _free_place(folder.backups, now)
        unfinished.replace(done)
        sync_folder(folder.backups)
    except OSError as fault:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise told_plainly(fault) from None
    except StoreUnavailable:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    for old in listed(folder)[max(1, keep) :]:
        shutil.rmtree(old.path, ignore_errors=True)
    return Backup(done, now.astimezone(UTC))


def is_sound(backup: Backup, key: bytes) -> bool:
    """Whether a backup opens with the key and every page of it is whole."""
    try:
        raw = connect(backup.record_file, key)
    except StoreUnavailable:
        return False
    try:
        return is_whole(raw)
    finally:
        raw.close()


def restore(folder: StoreFolder, backup: Backup, key: bytes, now: datetime) -> Path:
    """Put a sound backup in the record's place; returns where the record that was there is kept.

    Raises BackupFailed, and changes nothing, if the backup is not sound; StoreInUse if the store is open.
    """
    with StoreClaim(folder):
        if not is_sound(backup, key):
            raise BackupFailed(
                "This backup is damaged, so it was not used. The record was left as it is. "
                "Choose another backup."
            )
        aside = folder.path / f"set-aside-{_stamp(now)}"
        try:
            make_private(aside)
            incoming = folder.path / "record.db.new"
            shutil.copyfile(backup.record_file, incoming)
            incoming.chmod(0o600)
            _sync_file(incoming)
            for name in ("record.db", "record.db-wal", "record.db-shm"):
                with suppress(FileNotFoundError):
                    (folder.path / name).replace(aside / name)
            incoming.replace(folder.record_file)
            folder.damage_noted.unlink(missing_ok=True)
            sync_folder(folder.path)
        except OSError as fault:
            raise told_plainly(fault) from None
    return aside


def _copy_and_prove(source_file: Path, copy_file: Path, key: bytes) -> None:
    """Copy page by page under one unchanging view of the source, then compare what can be compared."""
    create_record_file(copy_file)
    source = connect(source_file, key)
    try:
        source.execute("BEGIN")
        counts = _row_counts(source)
        copy = connect(copy_file, key, is_new=True)
        try:
            source.backup(copy)
        finally:
            copy.close()
        source.execute("ROLLBACK")
    except sqlcipher3.DatabaseError:
        raise BackupFailed from None
    finally:
        source.close()
    _prove(copy_file, key, counts)
    _sync_file(copy_file)


def _prove(copy_file: Path, key: bytes, counts: dict[str, int]) -> None:
    """Open the copy afresh: whole, and with as many rows in every table as its source."""
    copy = connect(copy_file, key)
    try:
        if not is_whole(copy) or _row_counts(copy) != counts:
            raise BackupFailed
    finally:
        copy.close()


def _row_counts(raw: Any) -> dict[str, int]:
    """How many rows each table has."""
    names = [
        row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _free_place(backups: Path, now: datetime) -> Path:
    """A folder name for this second that no earlier backup has."""
    number = 0
    while (place := backups / (_stamp(now) + (f"-{number:02}" if number else ""))).exists():
        number += 1
    return place


def _sync_file(file: Path) -> None:
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())
