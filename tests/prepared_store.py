"""One store, made once in a test run with a cheap key derivation, and copied for each test.

The cost of a guess lives in the key slots, so a cheap one is simply handed to `found_store`; the product
always hands it what `calibrated_cost` finds, which is never under 64 MiB and 250 ms.
"""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.models.account import NewAccount, Role
from app.models.engine import connect
from app.models.folder import StoreFolder, StoreKind
from app.models.founding import found_store
from app.models.key_slots import KdfCost
from app.models.keyring import Keyring
from app.models.staff import confirm_recovery
from app.models.store import Store
from app.services.recovery import RecoveryCodes, combined, new_recovery_codes

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
NURSE = NewAccount(
    name="Ann Okafor",
    role=Role.NURSE,
    passphrase="orbit kettle maple sand",
    pin="2580",
    registration="12A3456E",
)
ASSISTANT = NewAccount("Tom Birch", Role.HEALTH_CARE_ASSISTANT, "violet anchor muddy stove", "3691")


@dataclass(frozen=True)
class PreparedStore:
    """A closed store, and the recovery codes printed for it."""

    path: Path
    codes: RecoveryCodes

    def copied_to(self, path: Path) -> StoreFolder:
        """A copy of one's own, to be opened."""
        return StoreFolder(Path(shutil.copytree(self.path, path)))


def prepare(path: Path, kind: StoreKind = StoreKind.PRACTICE) -> PreparedStore:
    """Make a store with one nurse in it, and close it."""
    codes = new_recovery_codes()
    store = found_store(path, kind, NURSE, combined(codes.half_a, codes.half_team), NOW, CHEAP)
    confirm_recovery(store, NOW)
    store.close()
    return PreparedStore(path, codes)


def opened(folder: StoreFolder, now: datetime = NOW, account: NewAccount = NURSE) -> Store:
    """Sign the nurse in, or a colleague who has an account."""
    keyring = Keyring(folder)
    [slot] = [slot for slot in keyring.slots() if slot.label == account.name]
    return Store.open(folder, keyring.unlock(slot.id, account.passphrase, now), now)


def opened_by(store: Store, account: NewAccount, now: datetime = NOW) -> Store:
    """Close the store and open it again for a colleague who has an account in it."""
    store.close()
    return opened(store.folder, now, account)


def turn_a_bit_that_no_sign_in_reads(store: Store) -> None:
    """Close the store and damage one page of its record: that of a table which no sign-in looks into."""
    raw = connect(store.folder.record_file, store._key)
    page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'import_left_out'").fetchone()[0]
    size = int(raw.execute("PRAGMA page_size").fetchone()[0])
    raw.close()
    store.close()
    content = bytearray(store.folder.record_file.read_bytes())
    content[(page - 1) * size + size // 2] ^= 8
    store.folder.record_file.write_bytes(content)
