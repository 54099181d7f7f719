"""Bringing an older record up to today's format: numbered steps, all in one transaction, after a backup.

Format 1 is what `tables.py` made at first; a new store is always made in the newest format directly.
To change a table: change it in `tables.py` and add here, at the end, the Step that turns the format before
into that one, in plain statements (never through the classes of `tables.py`, which will go on changing).
A step is never edited once it has been released. `tests/models/test_migrations.py` holds the two ends
together. No migration tool on purpose: there is one file, one direction and one writer, the steps are
few, and a tool would cost every start more time than all of them together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from app.models.backups import Backup, make_backup
from app.models.folder import StoreFolder
from app.models.migrations.to_format_2 import promises_worded_anew
from app.models.migrations.to_format_3 import people_no_longer_seen_and_linked_records
from app.models.migrations.to_format_4 import rules_signed_and_quizzed
from app.models.unavailable import ChangeFailed, NewerFormat, SealedRecord


@dataclass(frozen=True)
class Step:
    """One change of format: what it does in a sentence, and the statements that do it."""

    sentence: str
    change: Callable[[Connection], None]


STEPS: tuple[Step, ...] = (
    Step("A promise that a correction words anew says which one it stands for.", promises_worded_anew),
    Step(
        "Whether a person is still seen here is written down; a link between two records is only added to.",
        people_no_longer_seen_and_linked_records,
    ),
    Step("Who signed a rule, and how its cases were answered, is written down.", rules_signed_and_quizzed),
)


def newest_format(steps: Sequence[Step] = STEPS) -> int:
    """The format that this version of the app writes."""
    return 1 + len(steps)


def write_format(connection: Connection, number: int) -> None:
    """Note the record's format, in the transaction at hand."""
    connection.exec_driver_sql(f"PRAGMA user_version = {int(number)}")


def bring_up_to_date(
    engine: Engine, folder: StoreFolder, key: bytes, now: datetime, steps: Sequence[Step] = STEPS
) -> Backup | None:
    """Run the steps that a record still lacks; returns the backup made before, or None if it lacked none.

    Raises NewerFormat for a record of a newer app, ChangeFailed (the record is as it was) if a step fails.
    """
    with engine.connect() as connection:
        found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if found > newest_format(steps):
        raise NewerFormat
    if found < 1:
        raise ChangeFailed
    if found == newest_format(steps):
        return None
    backup = make_backup(folder, key, now)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            for step in steps[found - 1 :]:
                step.change(connection)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise ChangeFailed
            write_format(connection, newest_format(steps))
    except (SQLAlchemyError, SealedRecord):
        raise ChangeFailed from None
    return backup
