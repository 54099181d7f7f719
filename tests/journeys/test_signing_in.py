"""Coming in: by passphrase, with the recovery sheet, as a colleague; and not coming in."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.models.folder import StoreFolder
from app.models.staff import all_staff, pin_fits
from demo import story
from demo.hand import Hand, NotThere
from tests.journeys.laptop import Laptop, give_passphrase
from tests.journeys.steps import HOME_MENU, choose_in_menu, nothing, says, show_colleagues
from tests.prepared_store import NURSE, PreparedStore

COLLEAGUE, THEIR_PASSPHRASE, THEIR_PIN = "Tom Birch", "violet anchor muddy stove", "3691"
NEW_PASSPHRASE = "gravel lantern quilt orchard"


def add_colleague(hand: Hand, role: str = "Health care assistant") -> None:
    show_colleagues(hand)
    hand.write("Their name", COLLEAGUE)
    hand.choose("Their role", role)
    hand.write("Passphrase", THEIR_PASSPHRASE)
    hand.write("Passphrase again", THEIR_PASSPHRASE)
    hand.write("PIN", THEIR_PIN)
    hand.press("Add this account")


def tried(hand: Hand) -> str:
    """Wait until a passphrase was tried; what is said then."""
    hand.wait_for(lambda: hand.window.door.sign_in.passphrase.note.sentence.said() != "", "an answer")
    return hand.window.door.sign_in.passphrase.note.sentence.said()


def test_whoever_knows_their_passphrase_changes_it_and_their_pin_and_the_old_ones_open_nothing(
    laptop: Laptop,
) -> None:
    hand = laptop.sign_in()
    choose_in_menu(hand, HOME_MENU, "My passphrase and PIN")
    hand.write("My passphrase now", "not the one of now")
    hand.write("New PIN", "8035")
    hand.write("New PIN again", "8035")
    hand.press("Change my PIN")
    assert says(hand, "That is not your passphrase as it is now.")
    hand.write("My passphrase now", NURSE.passphrase)
    hand.press("Change my PIN")
    assert says(hand, "Your PIN is changed.")
    hand.write("My passphrase now", NURSE.passphrase)
    hand.write("New passphrase", NEW_PASSPHRASE)
    hand.write("New passphrase again", f"{NEW_PASSPHRASE}!")
    hand.press("Change my passphrase")
    assert says(hand, "The two are not the same.")
    hand.write("New passphrase again", NEW_PASSPHRASE)
    hand.press("Change my passphrase")
    assert says(hand, "Your passphrase is changed.")
    assert pin_fits(hand.window.desk.session.store, "8035")
    laptop.shut()

    hand = laptop.open()
    give_passphrase(hand, NURSE.name, NURSE.passphrase)
    assert "do not fit together" in tried(hand)
    laptop.shut()
    laptop.sign_in(passphrase=NEW_PASSPHRASE)


def test_a_wrong_passphrase_is_answered_without_saying_what_was_wrong(laptop: Laptop) -> None:
    hand = laptop.open()
    give_passphrase(hand, NURSE.name, "violet anchor muddy stove")
    said = tried(hand)
    assert "do not fit together" in said
    assert NURSE.name not in said
    assert hand.window.desk is None
    assert hand.window.door.sign_in.passphrase.line.hasSelectedText(), "it can be typed over at once"


def test_after_six_wrong_tries_the_next_waits_and_the_right_one_opens_when_the_wait_is_over(
    laptop: Laptop,
) -> None:
    hand = laptop.open()
    for _ in range(5):
        give_passphrase(hand, NURSE.name, "not this one at all")
        hand.wait_for(hand.window.door.sign_in.go.isEnabled, "the next try") if _ < 4 else tried(hand)
    laptop.clock.passes(timedelta(seconds=1))
    fresh = laptop.open()
    fresh.press(NURSE.name)
    assert "Too many tries" in fresh.window.door.sign_in.passphrase.note.sentence.said()
    assert not fresh.window.door.sign_in.go.isEnabled()

    laptop.clock.passes(timedelta(minutes=5))
    hand = laptop.sign_in()
    assert hand.window.desk.staff_name == NURSE.name


def test_a_colleague_is_added_and_signs_in_after_a_lock(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    add_colleague(hand)
    assert says(hand, f"{COLLEAGUE} can sign in from now on.")
    assert hand.window.desk.staff_name == NURSE.name
    hand.window.lock()

    hand = laptop.sign_in(COLLEAGUE, THEIR_PASSPHRASE)
    assert hand.window.desk.staff_name == COLLEAGUE
    assert says(hand, "Good morning, Tom")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("Passphrase again", "violet anchor muddy stave"), "not the same"),
        (("PIN", "1234"), "digits that do not simply count"),
        (("Their name", NURSE.name), "account of that name"),
    ],
)
def test_an_account_that_will_not_do_is_not_added(
    laptop: Laptop, change: tuple[str, str], sentence: str
) -> None:
    hand = laptop.sign_in()
    show_colleagues(hand)
    hand.choose("Their role", "Nurse")
    fields = {"Their name": COLLEAGUE, "Passphrase": THEIR_PASSPHRASE, "Passphrase again": THEIR_PASSPHRASE}
    for name, words in (fields | {"PIN": THEIR_PIN} | dict([change])).items():
        hand.write(name, words)
    hand.press("Add this account")
    assert says(hand, sentence)
    assert [staff.name for staff in all_staff(hand.window.desk.session.store)] == [NURSE.name]


def test_an_ended_account_is_gone_from_the_names_and_its_passphrase_opens_nothing(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    add_colleague(hand)
    assert hand.sees(f"End the account of {COLLEAGUE}")
    hand.press(f"End the account of {COLLEAGUE}")
    assert says(hand, "Health care assistant, ended 22-Nov-2026")
    assert not hand.sees(f"End the account of {COLLEAGUE}")
    assert not hand.sees(f"End the account of {NURSE.name}"), "nobody ends their own"
    hand.window.lock()

    hand = laptop.open()
    assert hand.sees(NURSE.name)
    with pytest.raises(NotThere):
        hand.find(QAbstractButton, COLLEAGUE)


def test_both_halves_of_the_recovery_sheet_set_a_new_passphrase(
    laptop: Laptop, prepared_store: PreparedStore
) -> None:
    codes = prepared_store.codes
    hand = laptop.open()
    hand.press("Use the recovery sheet")
    hand.press(NURSE.name)
    hand.write("Recovery code of person A", codes.half_a.lower())
    hand.write("Recovery code of the team", codes.half_a)
    hand.write("New passphrase", NEW_PASSPHRASE)
    hand.write("New passphrase again", NEW_PASSPHRASE)
    hand.press("Let me back in")
    hand.wait_for(lambda: says(hand, "The same code was given twice"), "the refusal")

    hand.write("Recovery code of the team", codes.half_team)
    hand.press("Let me back in")
    hand.wait_for(lambda: hand.window.desk is not None, "home")
    assert hand.window.desk.staff_name == NURSE.name
    hand.window.lock()

    hand = laptop.open()
    give_passphrase(hand, NURSE.name, NURSE.passphrase)
    assert "do not fit together" in tried(hand)
    hand = laptop.sign_in(passphrase=NEW_PASSPHRASE)
    story.add_nora(hand, nothing)
    assert StoreFolder(laptop.place).is_made()
