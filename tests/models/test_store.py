import subprocess
import sys
from datetime import date, timedelta

import msgspec
import pytest
import sqlcipher3
from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError, StatementError

from app.consultation.answers import How
from app.models.account import AccountRefused, NewAccount, Role
from app.models.audit import What
from app.models.engine import connect
from app.models.folder import StoreFolder, StoreKind, StoreLabel, is_in_use
from app.models.founding import found_store
from app.models.key_slots import SlotKind, WrongSecret
from app.models.keyring import Keyring, Unlocked
from app.models.store import Store
from app.models.tables import (
    AuditRow,
    ObservationRow,
    PersonRow,
    StaffRow,
    Table,
)
from app.models.unavailable import (
    AccountEnded,
    NewerFormat,
    StoreDamaged,
    StoreExists,
    StoreInUse,
    StoreMissing,
    StoreNotWritable,
    WrongKey,
)
from tests.models.rows import a_person
from tests.prepared_store import CHEAP, NOW, NURSE, opened


def test_a_store_is_made_whole_and_opens_for_its_first_account(tmp_path):
    store = found_store(tmp_path / "live", StoreKind.LIVE, NURSE, "both codes", NOW, CHEAP)
    assert (store.kind, store.staff.name, store.staff.role) == (StoreKind.LIVE, "Ann Okafor", Role.NURSE)
    store.close()
    assert {p.name for p in (tmp_path / "live").iterdir()} >= {
        "store.json",
        "keys.json",
        "record.db",
        "backups",
    }
    assert list(tmp_path.iterdir()) == [tmp_path / "live"]


def test_only_the_owner_may_look_into_the_folder(store):
    assert store.folder.path.stat().st_mode & 0o077 == 0
    for file in store.folder.path.rglob("*"):
        assert file.stat().st_mode & 0o077 == 0, file.name


def test_the_label_says_what_kind_of_store_it_is_and_nothing_of_anyone(store_folder):
    assert set(msgspec.json.decode(store_folder.label_file.read_bytes())) == {"kind", "layout", "store_id"}
    assert store_folder.label().kind is StoreKind.PRACTICE


def test_a_store_is_not_made_over_another(store_folder):
    before = store_folder.record_file.read_bytes()
    with pytest.raises(StoreExists):
        found_store(store_folder.path, StoreKind.LIVE, NURSE, "both codes", NOW, CHEAP)
    assert store_folder.record_file.read_bytes() == before


def test_a_refused_account_leaves_no_store_behind(tmp_path):
    weak = NewAccount("Ann", Role.NURSE, "password", "2580")
    with pytest.raises(AccountRefused, match="12 characters"):
        found_store(tmp_path / "store", StoreKind.PRACTICE, weak, "both codes", NOW, CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_a_first_run_that_was_cut_short_is_simply_done_again(tmp_path):
    left = tmp_path / "store.making"
    left.mkdir()
    (left / "record.db").write_bytes(b"half")
    found_store(tmp_path / "store", StoreKind.PRACTICE, NURSE, "both codes", NOW, CHEAP).close()
    assert not left.exists()


def test_nothing_of_a_person_is_readable_in_any_file_of_the_store(store):
    markers = ["Zuzanna", "MARKER-0451", "9990000018"]
    with store.transaction(store.event(What.PERSON_ADDED, NOW)) as session:
        session.add(
            a_person(store, family_name=markers[0], nhs_number=markers[2], body=f'{{"x":"{markers[1]}"}}')
        )
    store.back_up(NOW)
    while_open = [file for file in store.folder.path.rglob("*") if file.is_file()]
    assert any(file.name.endswith("-wal") and file.stat().st_size for file in while_open)
    for file in while_open:
        content = file.read_bytes()
        for marker in markers:
            assert marker.encode() not in content, file.name
            assert marker.encode("utf-16-le") not in content, file.name
            assert marker not in str(file)
    assert not store.folder.record_file.read_bytes().startswith(b"SQLite format 3")
    store.close()
    for file in store.folder.path.rglob("record.db"):
        assert not any(marker.encode() in file.read_bytes() for marker in markers)


def test_what_is_written_and_its_audit_are_saved_together_or_not_at_all(store):
    with store.transaction(store.event(What.PERSON_ADDED, NOW)) as session:
        session.add(a_person(store))

    def fails_half_way():
        with store.transaction(store.event(What.PERSON_CHANGED, NOW)) as session:
            session.add(a_person(store))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails_half_way()
    with store.reading_no_person() as session:
        assert len(session.scalars(select(PersonRow)).all()) == 1
        assert [row.what for row in session.scalars(select(AuditRow).order_by(AuditRow.sequence))] == [
            "store made",
            "account added",
            "signed in",
            "recovery codes confirmed",
            "signed in",
            "person added",
        ]


def test_what_is_saved_while_somebody_types_is_saved_with_its_audit_or_not_at_all(store):
    with store.transaction(store.event(What.PERSON_ADDED, NOW)) as session:
        session.add(person := a_person(store))
    rename = "UPDATE person SET given_name = 'Changed'"
    event = store.event(What.FIELD_SAVED, NOW, person_id=person.id)

    def fails_half_way():
        with store.quick_transaction(event) as execute:
            execute(rename, ())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails_half_way()
    with store.reading_no_person() as session:
        assert session.get(PersonRow, person.id).given_name == "Jan"
    assert store.first_broken_audit_link() is None
    with store.quick_transaction(event) as execute:
        execute(rename, ())
    with store.reading_no_person() as session:
        assert session.get(PersonRow, person.id).given_name == "Changed"
        last = session.scalars(select(AuditRow).order_by(AuditRow.sequence.desc())).first()
        assert last.what == "field saved"
    assert store.first_broken_audit_link() is None


def test_a_closed_store_seals_no_key(store):
    store.close()
    with pytest.raises(RuntimeError, match="no key to seal"):
        store.seal_key_for("recovery", "", "both codes", SlotKind.RECOVERY)


def test_writing_without_an_audit_event_is_not_possible(store):
    with pytest.raises(TypeError):
        store.transaction()
    with pytest.raises(TypeError):
        store.reading()


def test_a_view_is_audited_before_anything_is_seen_and_cannot_write(store):
    with store.transaction(store.event(What.PERSON_ADDED, NOW)) as session:
        session.add(person := a_person(store))
        session.flush()
    seen = store.event(What.RECORD_VIEWED, NOW, person_id=person.id)
    with store.reading(seen) as session:
        last = session.scalars(select(AuditRow).order_by(AuditRow.sequence.desc())).first()
        assert (last.what, last.person_id, last.staff_id) == ("record viewed", person.id, store.staff.id)
        session.get(PersonRow, person.id).given_name = "Changed"
        with pytest.raises(StoreNotWritable):
            session.flush()
    with store.reading_no_person() as session:
        assert session.get(PersonRow, person.id).given_name == "Jan"


def test_a_view_that_cannot_be_audited_shows_nothing(store):
    unknown = store.event(What.RECORD_VIEWED, NOW, person_id="nobody")
    with pytest.raises(sqlcipher3.IntegrityError), store.reading(unknown):
        pytest.fail("the record was shown")


def test_one_process_at_a_time_opens_a_store(store):
    with pytest.raises(StoreInUse, match="already open"):
        opened(store.folder)
    assert is_in_use(store.folder)
    look = (
        "import sys; from pathlib import Path; from app.models.folder import StoreFolder, is_in_use;"
        "print(is_in_use(StoreFolder(Path(sys.argv[1]))))"
    )
    command = [sys.executable, "-c", look, str(store.folder.path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "True"
    store.close()
    assert not is_in_use(store.folder)
    opened(store.folder).close()


def test_a_store_that_could_not_be_opened_is_let_go_of(store_folder):
    [slot] = Keyring(store_folder).slots()
    with pytest.raises(WrongKey):
        Store.open(store_folder, Unlocked("x", slot.id, 0, bytes(32)), NOW)
    opened(store_folder).close()


def test_a_slot_without_an_account_opens_nothing(store_folder):
    keyring = Keyring(store_folder)
    [slot] = keyring.slots()
    key = keyring.unlock(slot.id, NURSE.passphrase, NOW)
    with pytest.raises(AccountEnded):
        Store.open(store_folder, Unlocked(key.store_id, "somebody-else", 0, key.key), NOW)
    assert not is_in_use(store_folder)


def test_a_practice_store_cannot_be_relabelled_as_live(store_folder):
    label = store_folder.label()
    store_folder.write_label(StoreLabel(kind=StoreKind.LIVE, layout=label.layout, store_id=label.store_id))
    with pytest.raises(StoreDamaged):
        opened(store_folder)


def test_a_missing_newer_or_garbled_label_is_said_plainly(store_folder, tmp_path):
    with pytest.raises(StoreMissing):
        StoreFolder(tmp_path / "nowhere").label()
    store_folder.label_file.write_text('{"kind":"practice","layout":99,"store_id":"x"}')
    with pytest.raises(NewerFormat):
        store_folder.label()
    store_folder.label_file.write_text("{")
    with pytest.raises(StoreDamaged):
        store_folder.label()


@pytest.mark.parametrize("place", [0.1, 0.35, 0.6, 0.95])
def test_one_flipped_bit_anywhere_is_found_before_the_store_opens(store_folder, place):
    content = bytearray(store_folder.record_file.read_bytes())
    content[int(len(content) * place)] ^= 4
    store_folder.record_file.write_bytes(content)
    with pytest.raises(StoreDamaged, match="backups are kept"):
        opened(store_folder)


def with_the_carers_page_damaged(folder):
    """What the file then holds: a page that signing in does not read has one bit changed."""
    store = opened(folder)
    raw = connect(folder.record_file, store._key)
    page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'carer'").fetchone()[0]
    raw.close()
    store.close()
    content = bytearray(folder.record_file.read_bytes())
    content[(page - 1) * 4096 + 100] ^= 4
    folder.record_file.write_bytes(content)
    return content


def test_a_large_record_closed_in_order_opens_unread_and_is_read_through_later(store_folder, monkeypatch):
    monkeypatch.setattr("app.models.store._WHOLE_CHECK_BYTES", 1000)
    content = with_the_carers_page_damaged(store_folder)
    store = opened(store_folder)
    assert not store.is_whole()
    store.close()
    store_folder.record_file.write_bytes(content[:-4096])
    with pytest.raises(StoreDamaged):
        opened(store_folder)


def test_a_large_record_that_was_not_closed_is_read_through_before_it_opens(store_folder, monkeypatch):
    monkeypatch.setattr("app.models.store._WHOLE_CHECK_BYTES", 1000)
    with_the_carers_page_damaged(store_folder)
    store_folder.record_file.with_name("record.db-wal").write_bytes(b"")
    with pytest.raises(StoreDamaged):
        opened(store_folder)


def test_an_emptied_record_is_not_taken_for_a_new_one(store_folder):
    store_folder.record_file.write_bytes(b"")
    with pytest.raises(StoreDamaged):
        opened(store_folder)


def test_a_record_cut_off_between_two_pages_is_found(store_folder):
    content = store_folder.record_file.read_bytes()
    store_folder.record_file.write_bytes(content[:-8192])
    with pytest.raises(StoreDamaged):
        opened(store_folder)


def test_wrong_tries_before_a_sign_in_are_written_down(store_folder):
    keyring = Keyring(store_folder)
    [slot] = keyring.slots()
    for _ in range(2):
        with pytest.raises(WrongSecret):
            keyring.unlock(slot.id, "not it at all", NOW)
    store = opened(store_folder)
    with store.reading_no_person() as session:
        last = session.scalars(select(AuditRow.what).order_by(AuditRow.sequence.desc()).limit(2)).all()
    assert last == ["signed in", "wrong tries before this sign-in"]
    store.close()


def test_every_table_is_strict_and_checks_what_it_is_given(store):
    raw = connect(store.folder.record_file, store._key)
    strict = {row[1]: row[5] for row in raw.execute("PRAGMA table_list") if not row[1].startswith("sqlite_")}
    raw.close()
    assert set(strict) == set(Table.metadata.tables)
    assert set(strict.values()) == {1}
    assert all(
        any(str(check.name).startswith("ck_") for check in table.constraints)
        for table in Table.metadata.tables.values()
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"family_name": ""},
        {"family_name": "x" * 201},
        {"nhs_number": "12345678901"},
        {"body": ""},
        {"body_version": 0},
        {"added_by": "nobody"},
    ],
)
def test_the_record_itself_refuses_what_cannot_be(store, wrong):
    with pytest.raises(IntegrityError), store.transaction(store.event(What.PERSON_ADDED, NOW)) as session:
        session.add(a_person(store, **wrong))


def test_a_word_outside_its_closed_set_is_refused_by_the_file_itself(store):
    raw = connect(store.folder.record_file, store._key)
    with pytest.raises(Exception, match="role_is_known"):
        raw.execute("UPDATE staff SET role = 'consultant'")
    raw.close()


def test_times_come_back_in_utc_and_a_time_without_zone_is_refused(store):
    person = a_person(store, added_at=NOW.astimezone(tz=None))
    with store.transaction(store.event(What.PERSON_ADDED, NOW)) as session:
        session.add(person)
    with store.reading_no_person() as session:
        read = session.get(PersonRow, person.id)
        assert (read.added_at, read.added_at.utcoffset()) == (NOW, timedelta(0))
        assert read.birth_date == date(1985, 2, 28)
    with pytest.raises(StatementError), store.transaction(store.event(What.PERSON_ADDED, NOW)) as session:
        session.add(a_person(store, added_at=NOW.replace(tzinfo=None)))


def test_the_next_number_counts_this_laptop_s_own_rows(store):
    person = a_person(store)
    with store.transaction(store.event(What.PERSON_ADDED, NOW)) as session:
        session.add(person)
        session.flush()
        for expected in (1, 2, 3):
            number = store.next_sequence(session, ObservationRow)
            assert number == expected
            session.add(
                ObservationRow(
                    id=f"o{number}",
                    person_id=person.id,
                    series="weight",
                    value="80.5",
                    unit="kg",
                    taken_on=NOW.date(),
                    how=How.MEASURED,
                    noted_at=NOW,
                    device=store.device,
                    sequence=number,
                )
            )
            session.flush()


def test_a_closed_store_holds_no_key_and_leaves_no_journal(store_folder):
    store = opened(store_folder)
    store.close()
    assert store._key == b""
    assert not list(store_folder.path.glob("record.db-*"))


def test_the_database_s_shape_is_the_one_in_tables(store):
    with store.reading_no_person() as session:
        looked = inspect(session.connection())
        for name, table in Table.metadata.tables.items():
            assert {c["name"] for c in looked.get_columns(name)} == set(table.columns.keys())
        assert session.scalars(select(StaffRow.registration)).all() == ["12A3456E"]
