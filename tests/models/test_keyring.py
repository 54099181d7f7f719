from datetime import timedelta

import msgspec
import pytest

from app.models.folder import StoreFolder
from app.models.key_slots import (
    LEAST_COST,
    KdfCost,
    SlotKind,
    Tries,
    WrongSecret,
    calibrated_cost,
    fits,
    seal,
    unseal,
    verifier_of,
)
from app.models.keyring import RECOVERY_SLOT, KeyFile, Keyring, MustWait
from app.models.unavailable import KeysDamaged, NewerFormat
from tests.prepared_store import CHEAP, NOW, NURSE

KEY = bytes(range(32))


def a_slot(**changed):
    said = {
        "store_id": "store-1",
        "slot_id": "ann",
        "kind": SlotKind.STAFF,
        "label": "Ann",
        "cost": CHEAP,
    }
    return seal(KEY, "orbit kettle maple sand", **(said | changed))


@pytest.fixture
def keyring(tmp_path) -> Keyring:
    keyring = Keyring(StoreFolder(tmp_path))
    keyring.begin("store-1", (a_slot(), a_slot(slot_id="bea", label="Bea")))
    return keyring


def test_the_right_passphrase_gives_the_key_back():
    assert unseal(a_slot(), "orbit kettle maple sand", "store-1") == KEY


def test_the_same_words_in_another_unicode_spelling_are_the_same_passphrase():
    slot = seal(KEY, "café crème über", store_id="s", slot_id="a", kind=SlotKind.STAFF, label="", cost=CHEAP)
    assert unseal(slot, "café crème über", "s") == KEY


def test_a_wrong_passphrase_opens_nothing():
    with pytest.raises(WrongSecret):
        unseal(a_slot(), "orbit kettle maple sane", "store-1")


@pytest.mark.parametrize(
    "tampered",
    [
        {"id": "bea"},
        {"kind": SlotKind.RECOVERY},
        {"cost": KdfCost(32, 1, 1)},
        {"salt": bytes(16)},
        {"nonce": bytes(12)},
        {"sealed_key": bytes(48)},
        {"sealed_key": b""},
    ],
)
def test_a_slot_that_was_moved_or_made_cheaper_opens_nothing(tampered):
    with pytest.raises(WrongSecret):
        unseal(msgspec.structs.replace(a_slot(), **tampered), "orbit kettle maple sand", "store-1")


def test_a_slot_of_another_store_opens_nothing():
    with pytest.raises(WrongSecret):
        unseal(a_slot(), "orbit kettle maple sand", "store-2")


def test_neither_the_key_nor_a_passphrase_is_in_the_file(keyring, tmp_path):
    for file in tmp_path.iterdir():
        written = file.read_text()
        assert KEY.hex() not in written
        assert "kettle" not in written
        assert file.stat().st_mode & 0o077 == 0


def test_an_opened_slot_does_not_show_its_key(keyring):
    assert "key" not in repr(keyring.unlock("ann", "orbit kettle maple sand", NOW)).replace("Unlocked", "")


def test_the_sixth_try_waits_and_the_waits_grow(keyring):
    now, waits = NOW, []
    for _ in range(9):
        now += timedelta(seconds=keyring.seconds_to_wait("ann", now))
        with pytest.raises(WrongSecret):
            keyring.unlock("ann", "not it at all", now)
        waits.append(keyring.seconds_to_wait("ann", now))
    assert waits == [0, 0, 0, 0, 30, 60, 120, 300, 300]


def test_under_ten_guesses_fit_into_five_minutes(keyring):
    guesses, now = 0, NOW
    while now < NOW + timedelta(minutes=5):
        if keyring.seconds_to_wait("ann", now) == 0:
            with pytest.raises(WrongSecret):
                keyring.unlock("ann", "not it at all", now)
            guesses += 1
        else:
            now += timedelta(seconds=1)
    assert 5 < guesses < 10


def test_during_a_wait_even_the_right_passphrase_is_not_tried(keyring, tmp_path):
    for _ in range(5):
        with pytest.raises(WrongSecret):
            keyring.unlock("ann", "not it at all", NOW)
    with pytest.raises(MustWait) as wait:
        Keyring(StoreFolder(tmp_path)).unlock("ann", "orbit kettle maple sand", NOW + timedelta(seconds=29))
    assert wait.value.seconds == 1
    opened = keyring.unlock("ann", "orbit kettle maple sand", NOW + timedelta(seconds=30))
    assert (opened.key, opened.wrong_tries_before) == (KEY, 5)
    assert keyring.unlock("ann", "orbit kettle maple sand", NOW).wrong_tries_before == 0


def test_one_colleague_s_wrong_tries_do_not_make_another_wait(keyring):
    for _ in range(5):
        with pytest.raises(WrongSecret):
            keyring.unlock("ann", "not it at all", NOW)
    assert keyring.unlock("bea", "orbit kettle maple sand", NOW).key == KEY


def test_a_clock_set_back_neither_opens_the_wait_nor_lengthens_it(keyring):
    for _ in range(5):
        with pytest.raises(WrongSecret):
            keyring.unlock("ann", "not it at all", NOW)
    back = NOW - timedelta(days=1)
    assert keyring.seconds_to_wait("ann", back) == 30
    assert keyring.seconds_to_wait("ann", back + timedelta(seconds=30)) == 0


def test_a_try_is_counted_before_it_is_judged(keyring, tmp_path, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("app.models.keyring.unseal", killed)
    with pytest.raises(KeyboardInterrupt):
        keyring.unlock("ann", "anything", NOW)
    file = msgspec.json.decode((tmp_path / "keys.json").read_bytes(), type=KeyFile)
    assert {slot.id: slot.tries for slot in file.slots} == {"ann": Tries(1, NOW), "bea": Tries()}


def test_a_name_that_is_not_there_fails_like_a_wrong_passphrase(keyring):
    with pytest.raises(WrongSecret):
        keyring.unlock("nobody", "orbit kettle maple sand", NOW)


def test_a_new_passphrase_replaces_the_old_one(keyring):
    keyring.put(KEY, "ginger tea harbour stone", slot_id="ann", label="Ann", kind=SlotKind.STAFF)
    assert keyring.unlock("ann", "ginger tea harbour stone", NOW).key == KEY
    with pytest.raises(WrongSecret):
        keyring.unlock("ann", "orbit kettle maple sand", NOW)
    assert [slot.label for slot in keyring.slots()] == ["Ann", "Bea"]


def test_a_removed_slot_opens_nothing_here_or_in_a_backup(keyring, tmp_path):
    kept = tmp_path / "backups" / "20261101T090000Z"
    kept.mkdir(parents=True)
    (kept / "keys.json").write_bytes((tmp_path / "keys.json").read_bytes())
    keyring.remove("ann")
    assert not keyring.has("ann")
    assert b'"ann"' not in (kept / "keys.json").read_bytes()
    assert b'"bea"' in (kept / "keys.json").read_bytes()


def test_either_copy_of_the_slots_opens_the_store(keyring, tmp_path):
    (tmp_path / "keys.json").write_bytes(b'{"version": 1, "slo')
    assert keyring.unlock("ann", "orbit kettle maple sand", NOW).key == KEY
    (tmp_path / "keys.copy.json").write_bytes(b"\x00" * 50)
    assert keyring.unlock("ann", "orbit kettle maple sand", NOW).key == KEY


def test_two_damaged_copies_are_said_plainly(keyring, tmp_path):
    (tmp_path / "keys.json").unlink()
    (tmp_path / "keys.copy.json").write_text("{}")
    with pytest.raises(KeysDamaged, match="record itself was left as it is"):
        keyring.slots()


def test_a_garbled_cost_does_not_ask_for_a_terabyte(tmp_path):
    keyring = Keyring(StoreFolder(tmp_path))
    keyring.begin("store-1", (msgspec.structs.replace(a_slot(), cost=KdfCost(1 << 40, 3, 4)),))
    with pytest.raises(KeysDamaged):
        keyring.unlock("ann", "orbit kettle maple sand", NOW)


def test_slots_of_a_newer_app_are_refused(keyring, tmp_path):
    file = msgspec.json.decode((tmp_path / "keys.json").read_bytes(), type=KeyFile)
    (tmp_path / "keys.json").write_bytes(msgspec.json.encode(msgspec.structs.replace(file, version=99)))
    with pytest.raises(NewerFormat):
        keyring.slots()


def test_a_pin_is_checked_without_being_kept():
    kept = verifier_of("2580", CHEAP)
    assert fits("2580", kept)
    assert not fits("2581", kept)
    assert verifier_of("2580", CHEAP).stretched != kept.stretched


class Stopwatch:
    """Each derivation takes what its cost says on an imagined machine; `noise` slows every first run."""

    def __init__(self, monkeypatch, seconds_per_mib_pass, noise=0.0):
        self.now, self.runs, self.costs = 0.0, 0, []

        def derive(secret, salt, cost):
            self.costs.append(cost)
            self.now += cost.memory_kib / 1024 * cost.passes * seconds_per_mib_pass
            self.now += noise if self.runs % 2 == 0 else 0
            self.runs += 1
            return bytes(32)

        monkeypatch.setattr("app.models.key_slots.derive", derive)

    def __call__(self):
        return self.now


@pytest.mark.parametrize("seconds_per_mib_pass", [0.01, 0.001, 0.0005, 0.0001])
def test_one_guess_is_made_to_take_a_quarter_of_a_second_on_any_machine(monkeypatch, seconds_per_mib_pass):
    cost = calibrated_cost(Stopwatch(monkeypatch, seconds_per_mib_pass))
    assert cost.memory_kib / 1024 * cost.passes * seconds_per_mib_pass >= 0.25
    assert 64 * 1024 <= cost.memory_kib <= 256 * 1024
    assert (cost.passes, cost.lanes) >= (3, 4)


def test_a_slow_machine_still_keeps_the_floor(monkeypatch):
    assert calibrated_cost(Stopwatch(monkeypatch, 1.0)) == LEAST_COST
    assert LEAST_COST.memory_kib == 64 * 1024


def test_a_busy_moment_does_not_make_the_store_cheaper(monkeypatch):
    cost = calibrated_cost(Stopwatch(monkeypatch, 0.001, noise=5.0))
    assert cost.memory_kib / 1024 * cost.passes * 0.001 >= 0.25


def test_the_prepared_store_has_a_slot_for_the_nurse_and_one_for_recovery(store_folder):
    keyring = Keyring(store_folder)
    assert [slot.label for slot in keyring.slots()] == [NURSE.name]
    assert [slot.id for slot in keyring.slots(SlotKind.RECOVERY)] == [RECOVERY_SLOT]
