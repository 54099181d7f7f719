"""The door when the record is not as it should be: a plain sentence each time, and nothing is changed."""

from datetime import timedelta

import pytest

from app.models.folder import StoreFolder
from app.views.main_window import MainWindow
from demo.hand import Hand
from tests.prepared_store import NOW, NURSE, opened


@pytest.fixture
def open_window(qtbot, dressed, store_folder: StoreFolder):
    def make() -> Hand:
        window = MainWindow(
            store_folder.path, lambda: NOW + timedelta(days=1), start_again=lambda _note: None
        )
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return Hand(window)

    return make


def sign_in(hand: Hand) -> None:
    hand.press(NURSE.name)
    hand.write("Passphrase", NURSE.passphrase, leave=False)
    hand.press("Sign in")


def is_told(hand: Hand, sentence: str) -> bool:
    """Wait until a sentence is in sight, wherever the door shows it."""
    hand.wait_for(lambda: any(sentence in said for said in hand.reads()), sentence)
    return hand.window.desk is None


def test_a_store_whose_keys_are_damaged_says_so_before_anybody_types(
    open_window, store_folder: StoreFolder
) -> None:
    store_folder.keys_file.write_bytes(b"{")
    store_folder.keys_second_copy.write_bytes(b"")
    hand = open_window()
    said = " ".join(hand.reads())
    assert "The record cannot be opened" in said
    assert "Put the keys back from the newest backup" in said
    assert not hand.sees("Sign in")


def test_one_damaged_copy_of_the_keys_hinders_nobody(open_window, store_folder: StoreFolder) -> None:
    store_folder.keys_file.write_bytes(b"{")
    hand = open_window()
    sign_in(hand)
    hand.wait_for(lambda: hand.window.desk is not None, "home")
    assert hand.window.desk.staff_name == NURSE.name


def test_a_store_that_another_window_has_open_says_so_and_opens_once_it_is_free(
    open_window, store_folder: StoreFolder
) -> None:
    other = opened(store_folder)
    hand = open_window()
    sign_in(hand)
    assert is_told(hand, "already open on this record")
    other.close()
    hand.write("Passphrase", NURSE.passphrase, leave=False)
    hand.press("Sign in")
    hand.wait_for(lambda: hand.window.desk is not None, "home")


def test_a_damaged_record_is_not_shown_and_not_touched(open_window, store_folder: StoreFolder) -> None:
    content = bytearray(store_folder.record_file.read_bytes())
    content[len(content) // 2] ^= 1
    store_folder.record_file.write_bytes(content)
    hand = open_window()
    sign_in(hand)
    assert is_told(hand, "Part of the record file is damaged")
    assert store_folder.record_file.read_bytes() == content


def test_a_record_that_is_gone_says_where_to_look(open_window, store_folder: StoreFolder) -> None:
    store_folder.record_file.unlink()
    hand = open_window()
    sign_in(hand)
    assert is_told(hand, "The record file is not where it was")
    assert not store_folder.record_file.exists(), "no empty record in its place"
