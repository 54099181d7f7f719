"""A store, opened by a member of staff: the one way to read or write the record.

Nothing is written without the audit event that says so, and nothing of a person is read without one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from app.models import audit, backups
from app.models.account import Staff
from app.models.audit import AuditEvent, What
from app.models.engine import ONLY_READS, connect, is_whole, open_engine, short_transaction
from app.models.folder import StoreClaim, StoreFolder, StoreKind, write_in_store
from app.models.key_slots import SlotKind
from app.models.keyring import Keyring, Unlocked
from app.models.migrations import bring_up_to_date
from app.models.statements import Execute, in_session
from app.models.tables import ConsultationRow, ObservationRow, StaffRow, StoreInfoRow
from app.models.unavailable import AccountEnded, StoreDamaged, StoreMissing

_WHOLE_CHECK_BYTES = 4_000_000


class Store:
    """An open store; close it (or lock) as soon as the work is done."""

    def __init__(self, folder: StoreFolder, engine: Engine, key: bytes, claim: StoreClaim) -> None:
        self.folder = folder
        self.keyring = Keyring(folder)
        self._engine = engine
        self._key = key
        self._claim = claim
        with self.reading_no_person() as session:
            info = session.scalars(select(StoreInfoRow)).one_or_none()
            if info is None or info.kind is not folder.label().kind:
                raise StoreDamaged
            self.kind: StoreKind = info.kind
            self.store_id = info.store_id
            self.device = info.device
        self._staff: Staff | None = None

    @classmethod
    def open(
        cls, folder: StoreFolder, unlocked: Unlocked, now: datetime, *, recovered: bool = False
    ) -> "Store":
        """Open the store for the member of staff whose slot was opened, and write down that they did.

        Raises a StoreUnavailable whose message is the sentence to show. `recovered`: the slot's passphrase
        was set a moment ago with the recovery codes.
        """
        claim = StoreClaim(folder)
        engine = open_engine(folder.record_file, unlocked.key)
        try:
            _refuse_if_damaged(folder, unlocked.key)
            changed = bring_up_to_date(engine, folder, unlocked.key, now)
            store = cls(folder, engine, unlocked.key, claim)
            store._sign_in(unlocked, now, recovered=recovered, changed=changed is not None)
        except BaseException:
            engine.dispose()
            claim.release()
            raise
        return store

    @property
    def is_open(self) -> bool:
        """Whether it was not closed yet."""
        return bool(self._key)

    @property
    def staff(self) -> Staff:
        """Who is signed in."""
        if self._staff is None:
            raise RuntimeError("nobody is signed in")
        return self._staff

    def event(
        self, what: What, now: datetime, *, person_id: str | None = None, subject_id: str | None = None
    ) -> AuditEvent:
        """The audit event for something that the signed-in member of staff does or sees."""
        return AuditEvent(now, self.staff.id, what, person_id, subject_id)

    @contextmanager
    def transaction(self, event: AuditEvent) -> Iterator[Session]:
        """Write: all that the block does and its audit event are saved together, or nothing is."""
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield session
            session.flush()
            audit.append(in_session(session), event, self.device)

    @contextmanager
    def quick_transaction(self, event: AuditEvent) -> Iterator[Execute]:
        """Write as `transaction` does, by statements alone: for what is saved while somebody types."""
        with short_transaction(self._engine) as execute:
            yield execute
            audit.append(execute, event, self.device)

    def note(self, what: What, now: datetime) -> None:
        """Write down that something was done, where nothing else is written."""
        with self.quick_transaction(self.event(what, now)):
            pass

    @contextmanager
    def reading(self, event: AuditEvent) -> Iterator[Session]:
        """Read what concerns a person: the audit event is saved first, and the block cannot write."""
        with self.quick_transaction(event):
            pass
        with self.reading_no_person() as session:
            yield session

    @contextmanager
    def reading_no_person(self) -> Iterator[Session]:
        """Read what concerns nobody's care (staff, the store, numbers); the block cannot write."""
        only_reads = self._engine.execution_options(**{ONLY_READS: True})
        with Session(only_reads, expire_on_commit=False) as session, session.begin():
            yield session

    def next_sequence(self, session: Session, table: type[ConsultationRow] | type[ObservationRow]) -> int:
        """The next number of this laptop's own rows: order that no wrong clock can upset."""
        last = session.scalar(select(func.max(table.sequence)).where(table.device == self.device))
        return (last or 0) + 1

    def first_broken_audit_link(self) -> int | None:
        """Where the audit was tampered with, or None."""
        with self.reading_no_person() as session:
            return audit.first_broken_link(session)

    def is_whole(self) -> bool:
        """Whether every page of the record is undamaged (13 ms a megabyte: not while somebody waits)."""
        raw = connect(self.folder.record_file, self._key)
        try:
            return is_whole(raw)
        finally:
            raw.close()

    def note_damage(self) -> None:
        """The record is not whole: it is not opened again before it was read through or a backup put back."""
        write_in_store(self.folder.damage_noted, b"")

    def back_up(self, now: datetime, keep: int = backups.KEPT) -> backups.Backup:
        """Make a proven, encrypted backup beside the record."""
        made = backups.make_backup(self.folder, self._key, now, keep)
        if self.is_open:
            self.note(What.BACKUP_MADE, now)
        return made

    def seal_key_for(self, slot_id: str, label: str, secret: str, kind: SlotKind) -> None:
        """Let a further secret open this store (a passphrase, the recovery codes)."""
        if not self.is_open:
            raise RuntimeError("the store is closed: there is no key to seal")
        self.keyring.put(self._key, secret, slot_id=slot_id, label=label, kind=kind)

    def close(self) -> None:
        """Let go of the record and of its key."""
        self._engine.dispose()
        self._key = b""
        self._claim.release()

    def _sign_in(self, unlocked: Unlocked, now: datetime, *, recovered: bool, changed: bool) -> None:
        """Find the account that the slot belongs to, and write down the sign-in."""
        with self.reading_no_person() as session:
            row = session.get(StaffRow, unlocked.slot_id)
            if row is None or row.ended_at is not None or unlocked.store_id != self.store_id:
                raise AccountEnded
            self._staff = staff_of(row)
        happened = [What.RECOVERY_USED if recovered else What.SIGNED_IN]
        if unlocked.wrong_tries_before:
            happened.insert(0, What.WRONG_TRIES)
        if changed:
            happened.append(What.FORMAT_CHANGED)
        for what in happened:
            self.note(what, now)


def staff_of(row: StaffRow) -> Staff:
    """The member of staff that a row keeps."""
    return Staff(row.id, row.name, row.role, row.registration, row.added_at, row.ended_at)


def _refuse_if_damaged(folder: StoreFolder, key: bytes) -> None:
    """Before anything is shown: a cut-off file always; every page where the file is small, was not closed, or
    was found damaged before.

    A large, cleanly closed record is read through after the sign-in (`Store.is_whole`); until then each
    page still proves itself as it is read.
    """
    if not folder.record_file.exists():
        raise StoreMissing
    size = folder.record_file.stat().st_size
    left_open = folder.record_file.with_name("record.db-wal").exists()
    raw = connect(folder.record_file, key)
    try:
        pages, page_size = (
            int(raw.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size")
        )
        if not left_open and pages * page_size != size:
            raise StoreDamaged
        must_be_read = left_open or size <= _WHOLE_CHECK_BYTES or folder.damage_noted.exists()
        if must_be_read and not is_whole(raw):
            raise StoreDamaged
    finally:
        raw.close()
