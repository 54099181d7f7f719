"""The encrypted record file, opened: SQLCipher under SQLAlchemy, with the key in no URL and no message."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import sqlcipher3
from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event, pool

from app.models.folder import told_plainly
from app.models.seals import SENTENCES
from app.models.statements import Execute
from app.models.unavailable import (
    DiskFault,
    DiskFull,
    SealedRecord,
    StoreBusy,
    StoreDamaged,
    StoreMissing,
    StoreNotWritable,
    StoreUnavailable,
    WrongKey,
)

ONLY_READS = "only_reads"
_BUSY_MS = 5000
_CONSTRAINT = 19
_PLAIN = {
    5: StoreBusy,
    6: StoreBusy,
    8: StoreNotWritable,
    10: DiskFault,
    11: StoreDamaged,
    13: DiskFull,
    14: StoreNotWritable,
    26: WrongKey,
}
"""SQLite's primary result codes (sqlite.org/rescode.html) and what the user is told."""

_SETTINGS = (
    "cipher_log_level = NONE",
    "temp_store = MEMORY",
    f"busy_timeout = {_BUSY_MS}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "secure_delete = ON",
)


def connect(file: Path, key: bytes, *, is_new: bool = False) -> Any:
    """Open one connection with the raw key; raises a StoreUnavailable if the file does not answer to it."""
    if not file.exists():
        raise StoreMissing
    if file.stat().st_size == 0 and not is_new:
        raise StoreDamaged
    raw = sqlcipher3.connect(
        str(file), check_same_thread=False, timeout=_BUSY_MS / 1000, isolation_level=None
    )
    try:
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for setting in _SETTINGS:
            raw.execute(f"PRAGMA {setting}").fetchall()
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher3.DatabaseError as fault:
        raw.close()
        raise _plainly(fault) or DiskFault() from None
    except BaseException:
        raw.close()
        raise
    return raw


def create_record_file(file: Path) -> None:
    """Make the empty file that a new record grows in, for its owner's eyes only."""
    try:
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as fault:
        raise told_plainly(fault) from None


def open_engine(file: Path, key: bytes, *, is_new: bool = False) -> Engine:
    """Open the record for SQLAlchemy: short immediate transactions, faults told in plain sentences."""
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: connect(file, key, is_new=is_new),
        module=sqlcipher3.dbapi2,
        poolclass=pool.QueuePool,
        pool_size=2,
        max_overflow=1,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _tell_plainly)
    return engine


@contextmanager
def short_transaction(engine: Engine) -> Iterator[Execute]:
    """One writing transaction by the driver alone, durable when the block ends; faults told plainly."""
    held = engine.raw_connection()
    try:
        raw = cast(Any, held.driver_connection)
        _only_read(held.info, raw.execute, False)
        raw.execute("BEGIN IMMEDIATE")
        yield raw.execute
        raw.execute("COMMIT")
    except sqlcipher3.DatabaseError as fault:
        _raise_plainly(fault)
        raise
    finally:
        held.close()  # What was not committed is rolled back when the connection goes back to its pool.


def _begin(connection: Connection) -> None:
    """Take the right to write at once: upgrading a read later fails without waiting."""
    only_reads = connection.get_execution_options().get(ONLY_READS, False)
    _only_read(connection.info, connection.exec_driver_sql, only_reads)
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")


def _only_read(info: dict[Any, Any], execute: Callable[[str], object], only_reads: bool) -> None:
    """Let a connection write or not; said to the database only where the last user wanted it otherwise."""
    if info.get(ONLY_READS, False) is not only_reads:
        execute(f"PRAGMA query_only = {'ON' if only_reads else 'OFF'}")
        info[ONLY_READS] = only_reads


def _tell_plainly(context: ExceptionContext) -> None:
    _raise_plainly(context.original_exception)


def _raise_plainly(fault: BaseException) -> None:
    """Replace a fault of the world by its plain sentence; a fault of ours passes through unchanged."""
    if getattr(fault, "sqlite_errorcode", 0) & 0xFF == _CONSTRAINT and str(fault) in SENTENCES:
        raise SealedRecord(str(fault)) from None
    plain = _plainly(fault)
    if plain is not None:
        raise plain from None


def _plainly(fault: BaseException) -> StoreUnavailable | None:
    """What the user is told about a fault of the disk or the file, or None for any other."""
    kind = _PLAIN.get(getattr(fault, "sqlite_errorcode", 0) & 0xFF)
    return kind() if kind is not None else None


def is_whole(raw: Any) -> bool:
    """Whether every page answers to its seal and the whole hangs together.

    Both checks: the first finds an altered page, the second a file cut off between two pages.
    """
    try:
        if raw.execute("PRAGMA cipher_integrity_check").fetchall():
            return False
        return bool(raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    except sqlcipher3.DatabaseError:
        return False
