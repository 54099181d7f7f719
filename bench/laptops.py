"""Invented stores to measure with: few people, many people, one person with ten years of readings."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from app.models.account import NewAccount, Role
from app.models.folder import StoreFolder, StoreKind
from app.models.founding import found_store
from app.models.key_slots import KdfCost
from app.models.keyring import Keyring
from app.models.staff import add_account
from app.models.store import Store

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
NURSE = NewAccount("Ann Example", Role.NURSE, "orbit kettle maple sand", "2580")
COLLEAGUES = (
    NewAccount("Ben Example", Role.HEALTH_CARE_ASSISTANT, "river lantern cobalt mint", "4826"),
    NewAccount("Cara Example", Role.PRESCRIBER, "violet anchor pepper cloud", "7391"),
)
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)


def with_staff(place: Path) -> StoreFolder:
    """A closed store with three accounts and nobody in it."""
    store = found_store(place, StoreKind.PRACTICE, NURSE, "both codes", NOW, CHEAP)
    for colleague in COLLEAGUES:
        add_account(store, colleague, NOW)
    store.close()
    return StoreFolder(place)


def opened(folder: StoreFolder) -> Store:
    """The nurse signs in."""
    keyring = Keyring(folder)
    slot = next(slot for slot in keyring.slots() if slot.label == NURSE.name)
    return Store.open(folder, keyring.unlock(slot.id, NURSE.passphrase, NOW), NOW)
