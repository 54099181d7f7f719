"""How long the store takes, above all from the key in the hand to the first list.

Run: .venv/bin/python -m bench.store
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select, text

from app.consultation.answers import How
from app.models.account import NewAccount, Role
from app.models.audit import What
from app.models.engine import connect, is_whole
from app.models.folder import StoreFolder, StoreKind
from app.models.founding import found_store
from app.models.ids import new_id
from app.models.key_slots import calibrated_cost, derive
from app.models.keyring import Keyring, Unlocked
from app.models.store import Store
from app.models.tables import ObservationRow, PersonRow
from bench.table import Row, median_ms, show

HERE = Path(__file__).resolve().parent.parent
NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
NURSE = NewAccount("Bench Nurse", Role.NURSE, "orbit kettle maple sand", "2580")
PEOPLE, READINGS_EACH = 200, 50


def import_ms(module: str) -> float:
    """A module's import in a fresh process, without the interpreter's own start."""
    code = f"import time; s = time.perf_counter(); import {module}; print((time.perf_counter() - s) * 1000)"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HERE
        ).stdout
        for _ in range(5)
    ]
    return statistics.median(float(run) for run in runs)


def fill(store: Store) -> None:
    """People with years of readings."""
    people = [a_person(store, number) for number in range(PEOPLE)]
    with store.transaction(store.event(What.RECORD_IMPORTED, NOW)) as session:
        session.add_all(people)
        session.flush()
        for number in range(PEOPLE * READINGS_EACH):
            session.add(a_reading(store, people[number % PEOPLE].id, number + 1))


def a_person(store: Store, number: int) -> PersonRow:
    """One invented person."""
    return PersonRow(
        id=new_id(NOW),
        family_name=f"Family{number}",
        given_name="Given",
        birth_date=date(1980, 1, 1),
        found_by=f"family{number}",
        body="{}",
        body_version=1,
        added_at=NOW,
        added_by=store.staff.id,
        changed_at=NOW,
    )


def a_reading(store: Store, person_id: str, sequence: int) -> ObservationRow:
    """One weight."""
    return ObservationRow(
        id=new_id(NOW),
        person_id=person_id,
        series="weight",
        value="80.5",
        unit="kg",
        taken_on=NOW.date() - timedelta(days=sequence // PEOPLE * 30),
        how=How.FROM_RECORD,
        noted_at=NOW,
        device=store.device,
        sequence=sequence,
    )


def save_one(store: Store) -> None:
    """One committed field: a row changed, its audit event, one fsync."""
    with store.transaction(store.event(What.FIELD_SAVED, NOW)) as session:
        session.execute(text("UPDATE person SET given_name = 'Changed' WHERE family_name = 'Family7'"))


def open_and_list(folder: StoreFolder, unlocked: Unlocked) -> None:
    """From the key in the hand to the first list, integrity checks and audit included."""
    store = Store.open(folder, unlocked, NOW)
    with store.reading(store.event(What.PEOPLE_LISTED, NOW)) as session:
        assert len(session.scalars(select(PersonRow.family_name)).all()) == PEOPLE
    store.close()


def from_key_to_list(folder: StoreFolder) -> Iterator[Row]:
    """What happens between Enter and home."""
    keyring = Keyring(folder)
    slot_id = keyring.slots()[0].id
    yield Row("passphrase to key", median_ms(lambda: keyring.unlock(slot_id, NURSE.passphrase, NOW), 5))
    unlocked = keyring.unlock(slot_id, NURSE.passphrase, NOW)
    raw = connect(folder.record_file, unlocked.key)
    size = f"{folder.record_file.stat().st_size / 1e6:.1f} MB"
    yield Row("every page checked", median_ms(lambda: is_whole(raw), 5), note=size)
    raw.close()
    yield Row(f"key to the first list of {PEOPLE} people", median_ms(lambda: open_and_list(folder, unlocked)))


def rows() -> Iterator[Row]:
    started = time.perf_counter()
    cost = calibrated_cost(time.perf_counter)
    taken = (time.perf_counter() - started) * 1000
    yield Row("calibrating at first run", taken, note=f"{cost.memory_kib // 1024} MiB, {cost.passes} passes")
    yield Row("one guess", median_ms(lambda: derive("x", bytes(16), cost), 5), note="250 at least")
    with tempfile.TemporaryDirectory() as place:
        store = found_store(Path(place) / "store", StoreKind.PRACTICE, NURSE, "both codes", NOW, cost)
        fill(store)
        yield Row("one saved field with its audit event", median_ms(lambda: save_one(store), 50))
        yield Row("a proven backup", median_ms(lambda: store.back_up(NOW), 3))
        store.close()
        yield from from_key_to_list(store.folder)
    for module in ("app.services.sign_in", "app.models.store"):
        yield Row(f"import {module}", import_ms(module), note="a fresh process")


if __name__ == "__main__":
    sys.exit(show(rows()))
