"""The recovery codes were shown and nobody confirmed them: they are offered anew until somebody does."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.models.folder import StoreFolder, is_in_use
from app.models.keyring import Keyring, Unlocked
from app.models.staff import add_account
from app.models.store import Store
from app.services import recovery
from app.services.sign_in import NotYet
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop, give_passphrase
from tests.journeys.steps import at_the_keys, give_pin, nothing, says
from tests.prepared_store import ASSISTANT, CHEAP

OFFER = "Nobody confirmed the recovery codes"


@pytest.fixture
def begun(new_laptop, tmp_path, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    """A laptop whose window was closed while the first codes were in sight."""
    monkeypatch.setattr("app.models.key_slots.calibrated_cost", lambda _clock: CHEAP)
    laptop = new_laptop(tmp_path / "store")
    hand = laptop.open()
    story.set_up(hand, nothing)
    laptop.first_codes = codes_in_sight(hand)
    laptop.shut()
    return laptop


def codes_in_sight(hand: Hand) -> list[str]:
    return [words for words in hand.reads() if story.HALF_CODE.fullmatch(words)]


def sign_in_to_the_codes(laptop: Laptop) -> Hand:
    hand = laptop.open()
    give_passphrase(hand, story.NURSE, story.PASSPHRASE)
    hand.wait_for(lambda: says(hand, OFFER), "the new codes")
    assert hand.window.desk is None
    return hand


def opens(laptop: Laptop, codes: list[str]) -> bool:
    opened = recovery.open_with_recovery(StoreFolder(laptop.place), *codes, laptop.clock())
    assert isinstance(opened, Unlocked | NotYet)
    return isinstance(opened, Unlocked)


def test_a_window_closed_on_the_codes_offers_new_ones_at_the_next_sign_in(begun: Laptop) -> None:
    hand = sign_in_to_the_codes(begun)
    new = codes_in_sight(hand)
    assert len(new) == 2
    assert not set(new) & set(begun.first_codes)
    story.keep_codes(hand, nothing)
    hand.wait_for(lambda: hand.window.desk is not None, "home")
    begun.shut()
    assert opens(begun, new)
    assert not opens(begun, begun.first_codes)
    assert begun.sign_in(story.NURSE, story.PASSPHRASE).window.desk is not None, "asked no more"


def test_codes_that_are_not_confirmed_again_change_nothing_and_are_offered_again(begun: Laptop) -> None:
    first_offer = codes_in_sight(sign_in_to_the_codes(begun))
    begun.shut()
    hand = sign_in_to_the_codes(begun)
    assert codes_in_sight(hand) != first_offer
    hand.press("Not now: ask at the next sign-in")
    assert hand.window.desk is not None
    begun.shut()
    assert opens(begun, begun.first_codes)
    begun.clock.passes(timedelta(minutes=1))
    assert not opens(begun, first_offer)


def test_both_codes_together_are_shown_to_no_assistant(begun: Laptop) -> None:
    folder = StoreFolder(begun.place)
    [slot] = Keyring(folder).slots()
    store = Store.open(
        folder, Keyring(folder).unlock(slot.id, story.PASSPHRASE, begun.clock()), begun.clock()
    )
    add_account(store, ASSISTANT, begun.clock())
    store.close()
    hand = begun.sign_in(ASSISTANT.name, ASSISTANT.passphrase)
    assert not says(hand, OFFER)


@pytest.fixture(params=["at the first run", "at a sign-in"])
def codes_shown(request: pytest.FixtureRequest, new_laptop, tmp_path, monkeypatch: pytest.MonkeyPatch):
    """A laptop with both codes in sight and nobody near it, and a hand at its window."""
    if request.param == "at a sign-in":
        laptop = request.getfixturevalue("begun")
        return laptop, sign_in_to_the_codes(laptop)
    monkeypatch.setattr("app.models.key_slots.calibrated_cost", lambda _clock: CHEAP)
    laptop = new_laptop(tmp_path / "first" / "store")
    hand = laptop.open()
    story.set_up(hand, nothing)
    return laptop, hand


def test_the_codes_are_covered_after_three_quiet_minutes_and_the_pin_shows_them_again(codes_shown) -> None:
    laptop, hand = codes_shown
    codes = codes_in_sight(hand)
    assert len(codes) == 2
    laptop.passes_idle(timedelta(minutes=3))
    assert says(hand, "This screen is covered")
    assert codes_in_sight(hand) == []
    give_pin(hand, story.PIN)
    assert codes_in_sight(hand) == codes
    story.keep_codes(hand, nothing)
    hand.wait_for(lambda: hand.window.desk is not None, "home")
    laptop.passes_idle(timedelta(minutes=3))
    assert says(hand, "This screen is covered"), "home is watched as well"


@pytest.mark.parametrize(
    "leave",
    [
        lambda laptop, _hand: laptop.passes_idle(timedelta(minutes=10)),
        lambda _laptop, hand: at_the_keys(hand, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
        lambda laptop, _hand: sleep(laptop, timedelta(hours=1)),
    ],
    ids=["ten quiet minutes", "Ctrl+L", "a sleep"],
)
def test_the_codes_lock_as_everything_else_does_and_are_offered_again(codes_shown, leave) -> None:
    laptop, hand = codes_shown
    leave(laptop, hand)
    assert laptop.started_again == 1
    assert not is_in_use(StoreFolder(laptop.place))
    laptop.shut()
    sign_in_to_the_codes(laptop)


def sleep(laptop: Laptop, span: timedelta) -> None:
    laptop.clock.passes(span)
    laptop.windows[-1].tick()
