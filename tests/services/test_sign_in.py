from datetime import timedelta

import pytest

from app.models.folder import StoreKind
from app.models.keyring import Unlocked
from app.models.store import Store
from app.services.sign_in import DOES_NOT_FIT, NotYet, SignIn, SignInStep
from tests.prepared_store import NOW, NURSE


@pytest.fixture
def sign_in(store_folder):
    return SignIn(store_folder)


def choose_nurse(sign_in):
    [choice] = sign_in.choices()
    sign_in.choose(choice.id)


def test_nobody_is_chosen_for_anyone_even_where_there_is_one_name(sign_in):
    assert sign_in.step is SignInStep.CHOOSE
    assert sign_in.chosen is None
    assert [choice.name for choice in sign_in.choices()] == [NURSE.name]
    assert sign_in.kind is StoreKind.PRACTICE


def test_the_right_passphrase_opens_the_store(sign_in, store_folder):
    choose_nurse(sign_in)
    assert sign_in.step is SignInStep.PASSPHRASE
    opened = sign_in.give_passphrase(NURSE.passphrase, NOW)
    assert isinstance(opened, Unlocked)
    assert sign_in.step is SignInStep.OPENED
    store = Store.open(store_folder, opened, NOW)
    assert store.staff.name == NURSE.name
    store.close()


def test_a_wrong_passphrase_opens_nothing_and_does_not_say_which_was_wrong(sign_in):
    choose_nurse(sign_in)
    assert sign_in.give_passphrase("not it at all", NOW) == NotYet(DOES_NOT_FIT, 0)
    assert sign_in.step is SignInStep.PASSPHRASE
    assert "name and passphrase" in DOES_NOT_FIT


def test_after_five_wrong_tries_it_says_how_long_to_wait_and_that_nothing_is_wiped(sign_in, store_folder):
    choose_nurse(sign_in)
    said = [sign_in.give_passphrase("not it at all", NOW) for _ in range(5)]
    assert [not_yet.wait_seconds for not_yet in said] == [0, 0, 0, 0, 30]
    assert "30 seconds" in said[-1].sentence
    assert "Nothing is ever wiped" in said[-1].sentence
    again = SignIn(store_folder)
    choose_nurse(again)
    during = again.give_passphrase(NURSE.passphrase, NOW + timedelta(seconds=10))
    assert isinstance(during, NotYet)
    assert during.wait_seconds == again.seconds_to_wait(NOW + timedelta(seconds=10)) == 20
    assert isinstance(again.give_passphrase(NURSE.passphrase, NOW + timedelta(seconds=30)), Unlocked)


def test_a_long_wait_is_said_in_minutes(sign_in):
    choose_nurse(sign_in)
    now = NOW
    for _ in range(8):
        now += timedelta(seconds=sign_in.seconds_to_wait(now))
        said = sign_in.give_passphrase("not it at all", now)
    assert "5 minutes" in said.sentence


def test_one_can_go_back_to_the_names(sign_in):
    choose_nurse(sign_in)
    sign_in.back()
    assert sign_in.step is SignInStep.CHOOSE
    assert sign_in.seconds_to_wait(NOW) == 0
    with pytest.raises(RuntimeError):
        sign_in.give_passphrase(NURSE.passphrase, NOW)
