"""Backups that nobody asks for, and the way back when the record cannot be opened."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.models import backups
from app.models.folder import StoreFolder
from app.models.tables import AuditRow
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop, give_passphrase
from tests.journeys.steps import nothing, says
from tests.prepared_store import NOW, NURSE, opened, turn_a_bit_that_no_sign_in_reads

NEWEST, OLDER = "Put the newest backup back", "Put the next older backup back"


@pytest.fixture
def with_backups(laptop: Laptop) -> Laptop:
    """A laptop with a backup of yesterday and one of the day before."""
    store = opened(StoreFolder(laptop.place))
    for days in (2, 1):
        store.back_up(NOW - timedelta(days=days))
    store.close()
    return laptop


def no_longer_there(laptop: Laptop) -> None:
    StoreFolder(laptop.place).record_file.unlink()


def begins_with_nonsense(laptop: Laptop) -> None:
    StoreFolder(laptop.place).record_file.write_bytes(b"nothing of use" * 1000)


def has_a_bit_turned(laptop: Laptop) -> None:
    turn_a_bit(StoreFolder(laptop.place).record_file)


def turn_a_bit(file) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 8
    file.write_bytes(content)


def sign_in_to(hand: Hand, offer: str) -> None:
    give_passphrase(hand, NURSE.name, NURSE.passphrase)
    hand.wait_for(lambda: hand.sees(offer), "the backup to put back")
    assert hand.window.desk is None


def test_a_backup_is_made_a_moment_after_the_first_sign_in_of_a_day(laptop: Laptop) -> None:
    folder = StoreFolder(laptop.place)
    hand = laptop.sign_in()
    assert backups.listed(folder) == (), "home does not wait for it"
    hand.wait_for(lambda: len(backups.listed(folder)) == 1, "the backup")
    hand.pause(0.2)
    assert not says(hand, "backup"), "nothing to say"


@pytest.mark.parametrize("harm", [no_longer_there, begins_with_nonsense, has_a_bit_turned])
def test_a_record_that_cannot_be_opened_is_replaced_by_its_newest_backup(with_backups: Laptop, harm) -> None:
    folder = StoreFolder(with_backups.place)
    harm(with_backups)
    hand = with_backups.open()
    sign_in_to(hand, NEWEST)
    assert says(hand, "The newest backup was made on 21-Nov-2026, 10:42.")
    assert says(hand, "kept aside")
    hand.press(NEWEST)
    hand.wait_for(lambda: hand.window.desk is not None, "home")
    story.add_nora(hand, nothing)
    with hand.window.desk.session.store.reading_no_person() as session:
        assert "backup put back" in session.scalars(select(AuditRow.what)).all()
    assert list(folder.path.glob("set-aside-*")), "nothing is thrown away"


def test_a_newest_backup_that_is_damaged_too_leads_to_the_next_older_one(with_backups: Laptop) -> None:
    begins_with_nonsense(with_backups)
    turn_a_bit(backups.listed(StoreFolder(with_backups.place))[0].record_file)
    hand = with_backups.open()
    sign_in_to(hand, NEWEST)
    hand.press(NEWEST)
    hand.wait_for(lambda: hand.sees(OLDER), "the other backup")
    assert says(hand, "20-Nov-2026")
    hand.press(OLDER)
    hand.wait_for(lambda: hand.window.desk is not None, "home")


def test_a_damaged_record_without_a_backup_says_whom_to_ask(laptop: Laptop) -> None:
    begins_with_nonsense(laptop)
    hand = laptop.open()
    give_passphrase(hand, NURSE.name, NURSE.passphrase)
    hand.wait_for(lambda: says(hand, "There is no backup left to try"), "what to do")
    assert hand.window.desk is None


def test_damage_found_after_the_sign_in_is_said_at_home(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.models.store._WHOLE_CHECK_BYTES", 0)
    turn_a_bit_that_no_sign_in_reads(opened(StoreFolder(laptop.place)))
    hand = laptop.sign_in()
    hand.wait_for(lambda: says(hand, "Part of the record file is damaged"), "the worry")
    assert says(hand, "Enter nothing more")
