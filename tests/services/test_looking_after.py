from datetime import timedelta

import pytest

from app.models import backups
from app.models.engine import connect
from app.models.unavailable import StoreDamaged
from app.services.looking_after import ALTERED, DAMAGED, look_after
from tests.prepared_store import NOW, opened, turn_a_bit_that_no_sign_in_reads


def altered(store):
    """The audit, changed by somebody who has the key and takes the seals off."""
    raw = connect(store.folder.record_file, store._key)
    seals = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_event'")
    for (name,) in seals.fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("UPDATE audit_event SET what = 'nothing of note' WHERE sequence = 2")
    raw.close()


def test_a_sound_record_is_backed_up_once_a_day_and_nothing_is_said(store):
    for hours, count in ((0, 1), (3, 1), (24, 2), (25, 2)):
        assert look_after(store, NOW + timedelta(hours=hours)) is None
        assert len(backups.listed(store.folder)) == count
    assert backups.is_sound(backups.listed(store.folder)[0], store._key)


def test_an_altered_audit_is_told_at_every_sign_in_and_no_backup_is_let_go(store):
    for day in range(backups.KEPT):
        store.back_up(NOW - timedelta(days=day + 1))
    altered(store)
    for _sign_in in range(2):
        worry = look_after(store, NOW)
        assert worry.what == ALTERED
        assert "Entry 2 is not as it was written" in worry.to_do
        assert "Tell your team lead" in worry.to_do
    assert len(backups.listed(store.folder)) == backups.KEPT + 1


def test_damage_in_a_large_record_is_told_and_found_again_at_the_next_sign_in(
    store, store_folder, monkeypatch
):
    monkeypatch.setattr("app.models.store._WHOLE_CHECK_BYTES", 0)
    store.back_up(NOW - timedelta(days=1))
    turn_a_bit_that_no_sign_in_reads(store)
    again = opened(store_folder)
    assert look_after(again, NOW) == DAMAGED
    assert len(backups.listed(store_folder)) == 1, "no backup of a damaged record"
    key = again._key
    again.close()
    with pytest.raises(StoreDamaged):
        opened(store_folder)
    backups.restore(store_folder, backups.listed(store_folder)[0], key, NOW)
    opened(store_folder).close()


def test_a_backup_that_fails_is_told_with_what_to_do(store, monkeypatch):
    monkeypatch.setattr("app.models.backups.is_whole", lambda raw: False)
    worry = look_after(store, NOW)
    assert "could not be made" in worry.what
    assert "Check the free space" in worry.to_do


def test_a_store_that_was_closed_meanwhile_is_nobodys_worry(store):
    store.close()
    assert look_after(store, NOW) is None
    assert backups.listed(store.folder) == ()
