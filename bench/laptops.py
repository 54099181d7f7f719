"""Invented stores to measure with: three accounts, many people, one person with ten years."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.consultation.answers import How
from app.consultation.history import Reading
from app.consultation.medicine import Form, Medicine
from app.consultation.person import Person
from app.models import people
from app.models.account import NewAccount, Role
from app.models.audit import What
from app.models.folder import StoreFolder, StoreKind
from app.models.founding import found_store
from app.models.ids import new_id
from app.models.key_slots import KdfCost
from app.models.keyring import Keyring
from app.models.staff import add_account, confirm_recovery
from app.models.store import Store

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
NURSE = NewAccount("Ann Example", Role.NURSE, "orbit kettle maple sand", "2580")
COLLEAGUES = (
    NewAccount("Ben Example", Role.HEALTH_CARE_ASSISTANT, "river lantern cobalt mint", "4826"),
    NewAccount("Cara Example", Role.PRESCRIBER, "violet anchor pepper cloud", "7391"),
)
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
SYLLABLES = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "wy"]
YEARS = 10
SERIES = {
    "weight": ("kg", 80, 6),
    "systolic": ("mmHg", 128, 20),
    "diastolic": ("mmHg", 78, 12),
    "pulse": ("beats a minute", 66, 20),
    "waist": ("cm", 94, 8),
    "hba1c": ("mmol/mol", 36, 5),
    "total_cholesterol": ("mmol/L", 4, 2),
    "dialog.mental_health": ("", 2, 4),
    "dialog.physical_health": ("", 2, 4),
    "dialog.leisure": ("", 2, 4),
}


def with_staff(place: Path, cost: KdfCost = CHEAP) -> Store:
    """An open store with three accounts and nobody in it."""
    store = found_store(place, StoreKind.PRACTICE, NURSE, "both codes", NOW, cost)
    confirm_recovery(store, NOW)
    for colleague in COLLEAGUES:
        add_account(store, colleague, NOW)
    return store


def opened(folder: StoreFolder) -> Store:
    """The nurse signs in."""
    keyring = Keyring(folder)
    slot = next(slot for slot in keyring.slots() if slot.label == NURSE.name)
    return Store.open(folder, keyring.unlock(slot.id, NURSE.passphrase, NOW), NOW)


def name(number: int) -> str:
    """A name that nobody has, another for each number."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:04d}").capitalize()


def a_person(number: int) -> Person:
    return Person(
        id=new_id(NOW),
        family_name=name(number),
        given_name=name(9999 - number),
        birth_date=date(1950, 1, 1) + timedelta(days=number * 3),
        likes_to_be_called="Sam" if number % 3 else "",
    )


def fill(store: Store, count: int) -> None:
    """Many people, in one go: what is measured is reading them."""
    with store.transaction(store.event(What.RECORD_IMPORTED, NOW)) as session:
        session.add_all(people._row(a_person(number), store, NOW) for number in range(count))


def add_person_with_years(store: Store, readings: int = 1000) -> Person:
    """One person on olanzapine, with a reading of each series again and again for ten years."""
    person = a_person(7000)
    days = YEARS * 365
    told = tuple(a_reading(at, at * days // readings) for at in range(readings))
    medicine = Medicine(
        id=new_id(NOW),
        name="olanzapine",
        ingredient="olanzapine",
        form=Form.TABLET,
        dose="10 mg",
        started=date(2017, 3, 1),
        how=How.FROM_RECORD,
        source="bench",
        seen_on=NOW.date(),
    )
    brought = people.Imported("bench", "bench", (), readings=told, medicines=(medicine,))
    people.add_person(store, person, NOW, brought)
    return person


def a_reading(at: int, days_ago: int) -> Reading:
    series = list(SERIES)[at % len(SERIES)]
    unit, low, spread = SERIES[series]
    return Reading(
        series=series,
        value=str(low + at * 7 % (spread + 1)),
        unit=unit,
        taken_on=NOW.date() - timedelta(days=days_ago + 1),
        how=How.FROM_RECORD,
        source="bench",
    )
