import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.models import staff
from app.models.account import AccountRefused
from app.models.keyring import Keyring, Unlocked
from app.models.store import Store
from app.models.tables import AuditRow
from app.services.recovery import (
    ALPHABET,
    DO_NOT_FIT,
    HalfCodeWrong,
    combined,
    give_new_passphrase,
    new_recovery_codes,
    open_with_recovery,
    read_half,
)
from app.services.sign_in import NotYet
from tests.prepared_store import NOW, NURSE

NEW = "seven grey boats home"


def test_a_half_code_is_six_groups_of_four_that_can_be_read_aloud():
    codes = new_recovery_codes()
    for half in (codes.half_a, codes.half_team):
        assert [len(group) for group in half.split()] == [4] * 6
        assert not set(half) & set("01OIL5S8B") - set("58")
    assert codes.half_a != codes.half_team
    assert codes.half_a not in repr(codes)


def test_a_half_code_is_read_however_it_is_spaced_and_cased():
    half = new_recovery_codes().half_a
    plain = half.replace(" ", "")
    assert read_half(half.lower()) == read_half(f" {plain} ") == read_half(half.replace(" ", "-")) == plain


@given(seed=st.randoms(use_true_random=False), place=st.integers(0, 23), other=st.sampled_from(ALPHABET))
def test_any_one_wrong_character_is_found(seed, place, other):
    plain = read_half(new_recovery_codes(seed.randrange).half_a)
    wrong = plain[:place] + other + plain[place + 1 :]
    if wrong != plain:
        with pytest.raises(HalfCodeWrong, match="group by group"):
            read_half(wrong)


@given(seed=st.randoms(use_true_random=False), place=st.integers(0, 22))
def test_any_two_neighbours_swapped_are_found(seed, place):
    plain = read_half(new_recovery_codes(seed.randrange).half_a)
    wrong = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    if wrong != plain:
        with pytest.raises(HalfCodeWrong):
            read_half(wrong)


@pytest.mark.parametrize(
    ("text", "because"),
    [("", "24 characters"), ("2345", "this has 4"), ("O0I1 2345", "never part of a code: 0 1 I O")],
)
def test_a_half_code_that_cannot_be_one_says_why(text, because):
    with pytest.raises(HalfCodeWrong, match=because):
        read_half(text)


def test_one_half_given_twice_is_refused():
    half = new_recovery_codes().half_a
    with pytest.raises(HalfCodeWrong, match="Both are needed"):
        combined(half, half.lower())


def test_both_halves_in_either_order_open_the_store_and_an_account_gets_a_new_passphrase(
    store_folder, prepared_store
):
    codes = prepared_store.codes
    [slot] = Keyring(store_folder).slots()
    recovered = open_with_recovery(store_folder, codes.half_team, codes.half_a, NOW)
    assert isinstance(recovered, Unlocked)
    own = give_new_passphrase(store_folder, recovered, slot.id, NEW)
    store = Store.open(store_folder, own, NOW, recovered=True)
    assert store.staff.name == NURSE.name
    with store.reading_no_person() as session:
        last = session.scalars(select(AuditRow.what).order_by(AuditRow.sequence.desc())).first()
    assert last == "signed in after recovery"
    store.close()
    assert Keyring(store_folder).unlock(slot.id, NEW, NOW).key == recovered.key


@pytest.mark.parametrize("which", ["half_a", "half_team"])
def test_one_half_with_another_store_s_half_opens_nothing(store_folder, prepared_store, which):
    stranger = new_recovery_codes().half_a
    tried = open_with_recovery(store_folder, getattr(prepared_store.codes, which), stranger, NOW)
    assert tried == NotYet(DO_NOT_FIT, 0)


def test_guessing_codes_has_to_wait_too(store_folder):
    for _ in range(5):
        codes = new_recovery_codes()
        tried = open_with_recovery(store_folder, codes.half_a, codes.half_team, NOW)
    assert tried.wait_seconds == 30


def test_an_ended_account_and_a_weak_passphrase_are_refused(store_folder, prepared_store):
    [slot] = Keyring(store_folder).slots()
    recovered = open_with_recovery(
        store_folder, prepared_store.codes.half_a, prepared_store.codes.half_team, NOW
    )
    with pytest.raises(AccountRefused, match="has ended"):
        give_new_passphrase(store_folder, recovered, "somebody-gone", NEW)
    with pytest.raises(AccountRefused, match="12 characters"):
        give_new_passphrase(store_folder, recovered, slot.id, "short")


def test_renewed_codes_are_the_only_ones_that_open(store, prepared_store):
    new, old = new_recovery_codes(), prepared_store.codes
    staff.renew_recovery(store, combined(new.half_a, new.half_team), NOW)
    folder = store.folder
    assert isinstance(open_with_recovery(folder, old.half_a, old.half_team, NOW), NotYet)
    assert isinstance(open_with_recovery(folder, new.half_a, new.half_team, NOW), Unlocked)
