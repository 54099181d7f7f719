import secrets
import subprocess
import sys

import pytest
from sqlalchemy import text

from app.models.engine import connect, create_record_file, open_engine
from app.models.unavailable import (
    DiskFull,
    StoreBusy,
    StoreDamaged,
    StoreMissing,
    StoreNotWritable,
    StoreUnavailable,
    WrongKey,
)

KEY = bytes(range(32))


@pytest.fixture
def record(tmp_path):
    file = tmp_path / "record.db"
    create_record_file(file)
    engine = open_engine(file, KEY, is_new=True)
    with engine.begin() as c:
        c.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT) STRICT")
    yield file, engine
    engine.dispose()


def test_the_connection_is_set_as_it_must_be(record):
    _, engine = record
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "secure_delete": 1,
        "temp_store": 2,
    }
    with engine.connect() as c:
        assert {name: c.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted} == wanted


def test_the_key_is_in_no_url_and_no_repr(record):
    _, engine = record
    assert KEY.hex() not in f"{engine!r} {engine.url!r} {engine.pool!r}"


def test_a_wrong_key_is_said_in_a_plain_sentence_and_nothing_is_printed(record, capfd):
    file, engine = record
    engine.dispose()
    with pytest.raises(WrongKey, match="Nothing was changed"):
        connect(file, secrets.token_bytes(32))
    with pytest.raises(WrongKey), open_engine(file, secrets.token_bytes(32)).connect():
        pass
    assert capfd.readouterr() == ("", "")


def test_a_record_that_is_not_there_is_not_made_by_opening_it(tmp_path):
    with pytest.raises(StoreMissing):
        connect(tmp_path / "record.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_plainly_and_what_was_saved_stays(record):
    _, engine = record
    with engine.begin() as c:
        c.execute(text("INSERT INTO note (body) VALUES ('kept')"))
        pages = c.exec_driver_sql("PRAGMA page_count").scalar()
    with engine.connect() as c:
        # The engine's own limit stands in for the disk's: the same code comes from the same place.
        c.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFull, match="Everything saved before is kept"):
            c.execute(text("INSERT INTO note (body) VALUES (:b)"), {"b": "x" * 50_000})
        c.rollback()
        c.exec_driver_sql("PRAGMA max_page_count = 1000000")
        c.execute(text("INSERT INTO note (body) VALUES (:b)"), {"b": "x" * 50_000})
        c.commit()
        assert c.execute(text("SELECT count(*) FROM note")).scalar() == 2


def test_a_record_held_by_another_program_is_said_plainly(record):
    file, engine = record
    other = connect(file, KEY)
    other.execute("BEGIN IMMEDIATE")
    with engine.connect() as c:
        c.connection.dbapi_connection.set_busy_timeout(0.05)
    with pytest.raises(StoreBusy, match="held by another program"), engine.begin():
        pass
    other.execute("ROLLBACK")
    other.close()
    with engine.begin() as c:
        c.execute(text("INSERT INTO note (body) VALUES ('after')"))


def test_a_damaged_page_is_noticed_before_its_content_is_shown(record):
    file, engine = record
    with engine.begin() as c:
        for number in range(50):
            c.execute(text("INSERT INTO note (body) VALUES (:b)"), {"b": f"{number} " + "x" * 2000})
    engine.dispose()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(StoreDamaged), engine.connect() as c:
        c.execute(text("SELECT body FROM note")).fetchall()


def test_a_read_only_connection_cannot_write(record):
    _, engine = record
    reading = engine.execution_options(only_reads=True)
    with pytest.raises(StoreNotWritable), reading.begin() as c:
        c.execute(text("INSERT INTO note (body) VALUES ('no')"))
    with engine.begin() as c:
        c.execute(text("INSERT INTO note (body) VALUES ('yes')"))


def test_a_fault_never_repeats_what_was_being_saved(record):
    _, engine = record
    with pytest.raises(Exception) as fault, engine.begin() as c:
        c.execute(text("INSERT INTO note (id, body) VALUES (1, 'a'), (1, :b)"), {"b": "Zuzanna hears voices"})
    assert "Zuzanna" not in f"{fault.value!s} {fault.value!r}"


def test_every_reason_says_what_is_wrong_what_is_kept_and_what_to_do():
    def all_of(kind):
        return [kind, *(below for sub in kind.__subclasses__() for below in all_of(sub))]

    for kind in all_of(StoreUnavailable):
        assert str(kind()).count(". ") >= 1
        assert any(
            word in str(kind()) for word in ("kept", "Nothing was changed", "left as it is", "as it was")
        )


def test_the_sign_in_window_loads_neither_the_tables_nor_the_ciphers():
    look = (
        "import sys, app.services.sign_in, app.services.recovery, app.services.idle;"
        "print({'sqlalchemy', 'sqlcipher3', 'argon2', 'cryptography', 'PySide6'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
