import shutil
from datetime import timedelta

import pytest

from app.models import backups
from app.models.audit import What
from app.models.engine import connect
from app.models.tables import PersonRow
from app.models.unavailable import BackupFailed, StoreInUse
from tests.models.rows import a_person
from tests.prepared_store import NOW, opened


def people(store):
    with store.reading_no_person() as session:
        return session.query(PersonRow).count()


def add_person(store):
    with store.transaction(store.event(What.PERSON_ADDED, NOW)) as session:
        session.add(a_person(store))


def test_a_backup_holds_all_that_was_saved_even_what_is_still_in_the_journal(store):
    add_person(store)
    made = store.back_up(NOW)
    raw = connect(made.record_file, store._key)
    assert raw.execute("SELECT count(*) FROM person").fetchone() == (1,)
    raw.close()
    assert backups.is_sound(made, store._key)
    assert (made.path / "keys.json").read_bytes() == store.folder.keys_file.read_bytes()


def test_a_backup_opens_with_no_other_key(store):
    assert not backups.is_sound(store.back_up(NOW), bytes(32))


def test_only_the_newest_backups_are_kept(store):
    for day in range(5):
        store.back_up(NOW + timedelta(days=day), keep=3)
    kept = backups.listed(store.folder)
    assert [backup.made_at for backup in kept] == [NOW + timedelta(days=day) for day in (4, 3, 2)]
    assert {path.name for path in store.folder.backups.iterdir()} == {backup.path.name for backup in kept}


def test_two_backups_in_one_second_are_two(store):
    store.back_up(NOW)
    store.back_up(NOW)
    assert len(backups.listed(store.folder)) == 2


def test_a_backup_that_does_not_prove_whole_is_thrown_away_and_the_old_ones_stay(store, monkeypatch):
    good = store.back_up(NOW)
    monkeypatch.setattr("app.models.backups.is_whole", lambda raw: False)
    with pytest.raises(BackupFailed, match="earlier backups are kept"):
        store.back_up(NOW + timedelta(days=1), keep=1)
    assert [path.name for path in store.folder.backups.iterdir()] == [good.path.name]


def test_a_restored_backup_is_the_record_again_and_the_other_is_kept_aside(store):
    add_person(store)
    made = store.back_up(NOW)
    add_person(store)
    key = store._key
    store.close()
    aside = backups.restore(store.folder, made, key, NOW + timedelta(hours=1))
    again = opened(store.folder)
    assert (people(again), again.first_broken_audit_link()) == (1, None)
    again.close()
    raw = connect(aside / "record.db", key)
    assert raw.execute("SELECT count(*) FROM person").fetchone() == (2,)
    raw.close()


@pytest.mark.parametrize("harm", ["flip", "cut", "empty"])
def test_a_damaged_backup_is_refused_and_nothing_changes(store, harm):
    made = store.back_up(NOW)
    key = store._key
    store.close()
    content = bytearray(made.record_file.read_bytes())
    content[len(content) // 3] ^= 8
    made.record_file.write_bytes({"flip": content, "cut": content[:-4096], "empty": b""}[harm])
    before = store.folder.record_file.read_bytes()
    with pytest.raises(BackupFailed, match="Choose another backup"):
        backups.restore(store.folder, made, key, NOW)
    assert store.folder.record_file.read_bytes() == before


def test_an_open_store_is_not_replaced_under_its_user(store):
    made = store.back_up(NOW)
    with pytest.raises(StoreInUse):
        backups.restore(store.folder, made, store._key, NOW)


def test_a_destroyed_record_is_brought_back(store):
    add_person(store)
    made = store.back_up(NOW)
    key = store._key
    store.close()
    store.folder.record_file.write_bytes(b"nothing of use")
    backups.restore(store.folder, made, key, NOW)
    again = opened(store.folder)
    assert people(again) == 1
    again.close()


def test_what_is_left_of_an_interrupted_backup_is_cleared_by_the_next(store):
    left = store.folder.backups / "making"
    left.mkdir()
    shutil.copy(store.folder.keys_file, left / "keys.json")
    store.back_up(NOW)
    assert not left.exists()
    assert len(backups.listed(store.folder)) == 1
