from datetime import timedelta

import pytest
from sqlalchemy import select

from app.models import staff
from app.models.account import AccountRefused, NewAccount, Role
from app.models.folder import StoreKind
from app.models.founding import found_store
from app.models.key_slots import WrongSecret
from app.models.keyring import Keyring
from app.models.store import Store
from app.models.tables import AuditRow
from app.models.unavailable import DiskFault
from tests.prepared_store import CHEAP, NOW, NURSE, opened, opened_by

HCA = NewAccount("Tom Bell", Role.HEALTH_CARE_ASSISTANT, "ginger tea harbour stone", "9071")


LEAD = NewAccount("Ruth Lead", Role.TEAM_LEAD, "yellow teapot garden nine", "5937")
SECOND_NURSE = NewAccount("Hal Nurse", Role.NURSE, "orange lamp river eight", "6048")


def last_event(store):
    with store.reading_no_person() as session:
        row = session.scalars(select(AuditRow).order_by(AuditRow.sequence.desc())).first()
        return row.what, row.staff_id, row.subject_id


def test_a_colleague_added_signs_in_with_their_own_passphrase(store):
    tom = staff.add_account(store, HCA, NOW)
    assert last_event(store) == ("account added", store.staff.id, tom.id)
    store.close()
    own = Keyring(store.folder).unlock(tom.id, HCA.passphrase, NOW)
    toms = Store.open(store.folder, own, NOW)
    assert (toms.staff.name, toms.staff.role) == ("Tom Bell", Role.HEALTH_CARE_ASSISTANT)
    assert [one.name for one in staff.all_staff(toms)] == ["Ann Okafor", "Tom Bell"]
    toms.close()


def test_a_weak_account_or_a_name_taken_is_refused_in_words(store):
    with pytest.raises(AccountRefused, match="12 characters"):
        staff.add_account(store, NewAccount("Tom", Role.NURSE, "short", "9071"), NOW)
    with pytest.raises(AccountRefused, match="of that name already"):
        staff.add_account(store, NewAccount("ann okafor ", Role.NURSE, HCA.passphrase, "9071"), NOW)
    assert len(staff.all_staff(store)) == len(store.keyring.slots()) == 1


def test_an_account_whose_slot_cannot_be_written_is_not_added(store, monkeypatch):
    def fails(*_, **__):
        raise DiskFault

    monkeypatch.setattr(store.keyring, "put", fails)
    with pytest.raises(DiskFault):
        staff.add_account(store, HCA, NOW)
    assert len(staff.all_staff(store)) == 1


def test_an_ended_account_opens_nothing_and_keeps_its_name(store):
    tom = staff.add_account(store, HCA, NOW)
    staff.end_account(store, tom.id, NOW + timedelta(days=1))
    with pytest.raises(WrongSecret):
        store.keyring.unlock(tom.id, HCA.passphrase, NOW)
    [ended] = [one for one in staff.all_staff(store) if one.id == tom.id]
    assert (ended.name, ended.ended_at) == ("Tom Bell", NOW + timedelta(days=1))
    with pytest.raises(AccountRefused, match="already ended"):
        staff.end_account(store, tom.id, NOW)
    staff.add_account(store, HCA, NOW)


def test_nobody_ends_their_own_account_so_one_always_remains(store):
    with pytest.raises(AccountRefused, match="colleague"):
        staff.end_account(store, store.staff.id, NOW)
    assert store.keyring.has(store.staff.id)


def test_a_health_care_assistant_neither_adds_nor_ends_an_account(store):
    nurse = store.staff.id
    staff.add_account(store, HCA, NOW)
    staff.add_account(store, SECOND_NURSE, NOW)
    toms = opened_by(store, HCA)
    assert not staff.may_manage_accounts(toms)
    with pytest.raises(AccountRefused, match="Only a team lead, a nurse or a prescriber"):
        staff.add_account(toms, NewAccount("Tom Nurse", Role.NURSE, HCA.passphrase, "6048"), NOW)
    with pytest.raises(AccountRefused, match="Only a team lead, a nurse or a prescriber"):
        staff.end_account(toms, nurse, NOW)
    assert len(staff.all_staff(toms)) == len(toms.keyring.slots()) == 3
    toms.close()


def test_a_team_lead_adds_assistants_and_gives_no_right_to_sign(store):
    staff.add_account(store, LEAD, NOW)
    leads = opened_by(store, LEAD)
    with pytest.raises(AccountRefused, match="added by a nurse or a prescriber"):
        staff.add_account(leads, SECOND_NURSE, NOW)
    assert staff.add_account(leads, HCA, NOW).role is Role.HEALTH_CARE_ASSISTANT
    leads.close()


def test_the_last_who_may_sign_cannot_be_ended(store):
    nurse = store.staff.id
    staff.add_account(store, LEAD, NOW)
    second = staff.add_account(store, SECOND_NURSE, NOW)
    leads = opened_by(store, LEAD)
    staff.end_account(leads, second.id, NOW)
    with pytest.raises(AccountRefused, match="last account that may sign"):
        staff.end_account(leads, nurse, NOW)
    assert leads.keyring.has(nurse)
    leads.close()


def test_a_team_lead_who_began_the_store_adds_the_first_who_may_sign_and_no_second(tmp_path):
    store = found_store(tmp_path / "store", StoreKind.PRACTICE, LEAD, "both codes", NOW, CHEAP)
    staff.add_account(store, SECOND_NURSE, NOW)
    with pytest.raises(AccountRefused, match="added by a nurse or a prescriber"):
        staff.add_account(store, NewAccount("Dr Obi", Role.PRESCRIBER, HCA.passphrase, "9071"), NOW)
    store.close()


def test_a_store_does_not_begin_with_somebody_who_may_add_nobody(tmp_path):
    with pytest.raises(AccountRefused, match="first account adds the others"):
        found_store(tmp_path / "store", StoreKind.PRACTICE, HCA, "both codes", NOW, CHEAP)
    assert not (tmp_path / "store").exists()


def test_a_changed_passphrase_is_the_only_one_that_opens(store):
    staff.change_passphrase(store, NURSE.passphrase, "seven grey boats home", NOW)
    assert last_event(store)[0] == "passphrase changed"
    with pytest.raises(WrongSecret):
        store.keyring.unlock(store.staff.id, NURSE.passphrase, NOW)
    store.close()
    key = Keyring(store.folder).unlock(store.staff.id, "seven grey boats home", NOW)
    Store.open(store.folder, key, NOW).close()


def test_a_passphrase_is_not_changed_without_the_old_one_nor_for_a_weak_one(store):
    with pytest.raises(WrongSecret):
        staff.change_passphrase(store, "not the old one", "seven grey boats home", NOW)
    with pytest.raises(AccountRefused):
        staff.change_passphrase(store, NURSE.passphrase, "password", NOW)
    store.close()
    opened(store.folder, NOW).close()


def test_the_pin_lifts_a_cover_and_opens_no_store(store):
    assert staff.pin_fits(store, "2580")
    assert not staff.pin_fits(store, "2581")
    with pytest.raises(WrongSecret):
        store.keyring.unlock(store.staff.id, "2580", NOW)
    with pytest.raises(WrongSecret):
        staff.change_pin(store, "not the passphrase", "9071", NOW)
    staff.change_pin(store, NURSE.passphrase, "9071", NOW)
    assert staff.pin_fits(store, "9071")
    assert not staff.pin_fits(store, "2580")
    with pytest.raises(AccountRefused):
        staff.change_pin(store, NURSE.passphrase, "1111", NOW)
