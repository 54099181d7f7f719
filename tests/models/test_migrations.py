from pathlib import Path

import pytest

from app.models.audit import What
from app.models.backups import is_sound, listed
from app.models.engine import connect, create_record_file, open_engine
from app.models.keyring import Keyring
from app.models.migrations import STEPS, Step, bring_up_to_date, newest_format
from app.models.unavailable import ChangeFailed, NewerFormat
from tests.models.rows import a_person
from tests.prepared_store import NOW, NURSE, opened


def with_nickname(c):
    c.exec_driver_sql("ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")


def with_index(c):
    c.exec_driver_sql("CREATE INDEX ix_person_nickname ON person (nickname)")


def that_fails(c):
    c.exec_driver_sql("CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT")
    c.exec_driver_sql("INSERT INTO person (id) VALUES ('not enough')")


def that_orphans(c):
    c.exec_driver_sql("DELETE FROM person")


GOOD = (
    *STEPS,
    Step("People have a nickname.", with_nickname),
    Step("Found by nickname.", with_index),
)


@pytest.fixture
def record(store_folder):
    store = opened(store_folder)
    with store.transaction(store.event(What.PERSON_ADDED, NOW)) as session:
        session.add(person := a_person(store))
    with store.transaction(store.event(What.RECORD_VIEWED, NOW, person_id=person.id)):
        pass
    store.close()
    keyring = Keyring(store_folder)
    key = keyring.unlock(keyring.slots()[0].id, NURSE.passphrase, NOW).key
    engine = open_engine(store_folder.record_file, key)
    yield store_folder, key, engine
    engine.dispose()


def shape(folder, key):
    raw = connect(folder.record_file, key)
    found = raw.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
    number = raw.execute("PRAGMA user_version").fetchone()[0]
    people = raw.execute("SELECT count(*) FROM person").fetchone()[0]
    raw.close()
    return found, number, people


FORMAT_1 = Path(__file__).parents[1] / "data" / "formats" / "format_1.sql"


def made_of(raw):
    """What a record is made of: columns, keys, indexes and seals, however the statements were laid out."""
    tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL")
    return (
        {
            table: [
                {tuple(row)[1:] for row in raw.execute(f"PRAGMA {what}({table})")}
                for what in ("table_info", "foreign_key_list")
            ]
            for table in tables
        },
        {name: " ".join(sql.split()) for name, sql in rows},
    )


def of_format_1(folder, key):
    """A record as the first version of the app made it."""
    folder.record_file.unlink()
    create_record_file(folder.record_file)
    raw = connect(folder.record_file, key, is_new=True)
    raw.executescript(FORMAT_1.read_text())
    raw.execute("PRAGMA user_version = 1")
    raw.close()


def test_a_record_of_the_first_format_becomes_what_a_new_one_is(record):
    folder, key, engine = record
    raw = connect(folder.record_file, key)
    of_today = made_of(raw)
    raw.close()
    engine.dispose()
    of_format_1(folder, key)
    bring_up_to_date(engine, folder, key, NOW)
    raw = connect(folder.record_file, key)
    assert made_of(raw) == of_today
    raw.close()


def test_a_new_store_is_of_the_newest_format_and_needs_nothing(record):
    folder, key, engine = record
    assert shape(folder, key)[1] == newest_format() == 1 + len(STEPS)
    assert bring_up_to_date(engine, folder, key, NOW) is None
    assert listed(folder) == ()


def test_an_older_record_is_changed_after_a_proven_backup(record):
    folder, key, engine = record
    before = shape(folder, key)
    backup = bring_up_to_date(engine, folder, key, NOW, GOOD)
    assert is_sound(backup, key)
    after = shape(folder, key)
    assert after[1:] == (newest_format(GOOD), 1)
    assert "ix_person_nickname" in {name for _, name, _ in after[0]}
    raw = connect(backup.record_file, key)
    assert raw.execute("PRAGMA user_version").fetchone()[0] == before[1]
    raw.close()
    assert bring_up_to_date(engine, folder, key, NOW, GOOD) is None


@pytest.mark.parametrize("bad", [that_fails, that_orphans])
def test_a_step_that_fails_leaves_the_record_exactly_as_it_was(record, bad):
    folder, key, engine = record
    before = shape(folder, key)
    with pytest.raises(ChangeFailed, match="as it was before"):
        bring_up_to_date(engine, folder, key, NOW, (*GOOD, Step("It fails.", bad)))
    assert shape(folder, key) == before
    assert len(listed(folder)) == 1


def test_no_step_runs_where_no_backup_can_be_made(record, monkeypatch):
    folder, key, engine = record
    monkeypatch.setattr("app.models.backups.is_whole", lambda raw: False)
    before = shape(folder, key)
    with pytest.raises(Exception, match="backup could not be made"):
        bring_up_to_date(engine, folder, key, NOW, GOOD)
    assert shape(folder, key) == before


def test_a_record_of_a_newer_app_is_refused_untouched(record):
    folder, key, engine = record
    bring_up_to_date(engine, folder, key, NOW, GOOD)
    engine.dispose()
    before = folder.record_file.read_bytes()
    with pytest.raises(NewerFormat, match="newer version"):
        opened(folder)
    assert folder.record_file.read_bytes() == before
