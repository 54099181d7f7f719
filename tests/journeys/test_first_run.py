"""A fresh laptop: the first run through the window, and what it does not take."""

import pytest
from PySide6.QtCore import Qt

from app.models.folder import StoreFolder, StoreKind
from app.services import recovery
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import nothing, says
from tests.prepared_store import CHEAP

FIELDS = {
    "Your name": story.NURSE,
    "Passphrase": story.PASSPHRASE,
    "Passphrase again": story.PASSPHRASE,
    "PIN": story.PIN,
}


@pytest.fixture
def fresh(new_laptop, tmp_path, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    """A laptop with nothing on it; a guess costs next to nothing here, else each test would take seconds."""
    monkeypatch.setattr("app.models.key_slots.calibrated_cost", lambda _clock: CHEAP)
    return new_laptop(tmp_path / "store")


def fill_in(hand: Hand, *, kind: str = "Practice", **other: str) -> None:
    if kind:
        hand.choose("Practice or live", kind)
    hand.choose("Your role", "Nurse")
    for name, words in (FIELDS | {name.replace("_", " "): words for name, words in other.items()}).items():
        hand.write(name, words)
    hand.press("Make the record")


def test_a_practice_record_is_made_its_codes_are_copied_and_home_is_empty(fresh: Laptop) -> None:
    hand = fresh.open()
    assert StoreFolder(fresh.place).is_made() is False
    story.set_up(hand, nothing)
    half_a, half_team = (words for words in hand.reads() if story.HALF_CODE.fullmatch(words))
    assert hand.window.desk is None, "the codes come first"

    hand.write("Last 4 characters of the code for person A", half_team[-4:])
    hand.write("Last 4 characters of the code for the team", half_team[-4:])
    hand.press("Both are safe: go on")
    assert hand.window.desk is None
    assert says(hand, "The last 4 characters for person A are not as shown")
    story.keep_codes(hand, nothing)

    assert hand.window.desk.staff_name == story.NURSE
    assert says(hand, "Good morning, Priya")
    assert hand.window.desk.session.store.kind is StoreKind.PRACTICE
    assert says(hand, "Evaluation content")
    now = fresh.clock()
    hand.window.close()
    assert recovery.open_with_recovery(StoreFolder(fresh.place), half_a, half_team, now).key


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"kind": ""}, "practice or live"),
        ({"Passphrase_again": "orbit kettle maple sond"}, "not the same"),
        ({"Passphrase": "password1234", "Passphrase_again": "password1234"}, "words tried first"),
        ({"Passphrase": "Priya Nair Priya", "Passphrase_again": "Priya Nair Priya"}, "name"),
        ({"PIN": "1234"}, "digits that do not simply count"),
        ({"Your_name": " "}, "name"),
    ],
    ids=["no kind", "passphrases differ", "obvious", "own name", "PIN 1234", "no name"],
)
def test_what_will_not_do_is_said_and_nothing_is_made(
    fresh: Laptop, other: dict[str, str], sentence: str
) -> None:
    hand = fresh.open()
    fill_in(hand, **other)
    assert sentence in hand.window.door.first_run.note.sentence.said()
    assert not StoreFolder(fresh.place).is_made()
    assert not list(fresh.place.parent.glob("store/*"))


def test_nothing_is_chosen_on_arrival(fresh: Laptop) -> None:
    hand = fresh.open()
    first_run = hand.window.door.first_run
    assert first_run.kind.value() is None
    assert first_run.role.value() is None
    hand.key(Qt.Key.Key_Return)
    assert not StoreFolder(fresh.place).is_made()
