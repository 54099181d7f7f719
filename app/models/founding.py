"""Making a store at first run: its kind, its key, its first account, its recovery codes."""

import secrets
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy.orm import Session

from app.models import audit
from app.models.account import AccountRefused, NewAccount, what_is_wrong_with_first_account
from app.models.audit import AuditEvent, What
from app.models.engine import create_record_file, open_engine
from app.models.folder import (
    LAYOUT,
    StoreFolder,
    StoreKind,
    StoreLabel,
    make_private,
    sync_folder,
    told_plainly,
)
from app.models.ids import new_id
from app.models.key_slots import KEY_BYTES, KdfCost, KeySlot, SlotKind, seal, verifier_of
from app.models.keyring import RECOVERY_SLOT, Keyring, Unlocked
from app.models.migrations import newest_format, write_format
from app.models.seals import seal_tables
from app.models.statements import in_session
from app.models.store import Store
from app.models.tables import StaffRow, StoreInfoRow, Table
from app.models.unavailable import StoreExists


@dataclass(frozen=True)
class _Beginning:
    """What a new store starts with."""

    folder: StoreFolder
    kind: StoreKind
    first: NewAccount
    store_id: str
    staff_id: str
    now: datetime
    cost: KdfCost
    key: bytes = field(repr=False)


def found_store(
    place: Path, kind: StoreKind, first: NewAccount, recovery_secret: str, now: datetime, cost: KdfCost
) -> Store:
    """Make a store and open it for its first member of staff.

    `recovery_secret` is `services.recovery.combined(...)` of the two half-codes; `cost` is what
    `key_slots.calibrated_cost` found for this machine (tests pass a cheap one). The folder appears whole
    or not at all. Raises AccountRefused, StoreExists, or another StoreUnavailable.
    """
    if (wrong := what_is_wrong_with_first_account(first)) is not None:
        raise AccountRefused(wrong)
    if place.exists() and any(place.iterdir()):
        raise StoreExists
    unfinished = StoreFolder(place.with_name(place.name + ".making"))
    new = _Beginning(
        unfinished, kind, first, new_id(now), new_id(now), now, cost, secrets.token_bytes(KEY_BYTES)
    )
    try:
        shutil.rmtree(unfinished.path, ignore_errors=True)
        make_private(unfinished.path)
        make_private(unfinished.backups)
        _write_keys(new, recovery_secret)
        _write_record(new)
        unfinished.write_label(StoreLabel(kind=kind, layout=LAYOUT, store_id=new.store_id))
        if place.exists():
            place.rmdir()
        unfinished.path.replace(place)
        sync_folder(place.parent)
    except OSError as fault:
        raise told_plainly(fault) from None
    finally:
        shutil.rmtree(unfinished.path, ignore_errors=True)
    return Store.open(StoreFolder(place), Unlocked(new.store_id, new.staff_id, 0, new.key), now)


def _write_keys(new: _Beginning, recovery_secret: str) -> None:
    """Seal the key twice: for the first account, and under both recovery codes."""

    def sealed(slot_id: str, kind: SlotKind, label: str, secret: str) -> KeySlot:
        return seal(
            new.key,
            secret,
            store_id=new.store_id,
            slot_id=slot_id,
            kind=kind,
            label=label,
            cost=new.cost,
        )

    own = sealed(new.staff_id, SlotKind.STAFF, new.first.name.strip(), new.first.passphrase)
    recovery = sealed(RECOVERY_SLOT, SlotKind.RECOVERY, "", recovery_secret)
    Keyring(new.folder).begin(new.store_id, (own, recovery))


def _write_record(new: _Beginning) -> None:
    """Make the encrypted file with its tables, its seals, its first account and the first audit."""
    create_record_file(new.folder.record_file)
    engine = open_engine(new.folder.record_file, new.key, is_new=True)
    device = new_id(new.now)
    made = AuditEvent(new.now, new.staff_id, What.STORE_MADE)
    added = AuditEvent(new.now, new.staff_id, What.ACCOUNT_ADDED, subject_id=new.staff_id)
    try:
        with engine.begin() as connection:
            Table.metadata.create_all(connection)
            seal_tables(connection)
            write_format(connection, newest_format())
            with Session(connection) as session:
                session.add(
                    StoreInfoRow(store_id=new.store_id, kind=new.kind, device=device, made_at=new.now)
                )
                session.add(new_staff_row(new.first, new.staff_id, new.now, new.cost))
                session.flush()
                for event in (made, added):
                    audit.append(in_session(session), event, device)
                session.commit()
    finally:
        engine.dispose()


def new_staff_row(account: NewAccount, staff_id: str, now: datetime, cost: KdfCost) -> StaffRow:
    """A new account as the record keeps it: the passphrase is in its slot, the PIN in a verifier."""
    return StaffRow(
        id=staff_id,
        name=account.name.strip(),
        role=account.role,
        registration=account.registration.strip(),
        pin_verifier=msgspec.json.encode(verifier_of(account.pin, cost)).decode(),
        added_at=now,
    )
