import json
import random
import signal
import subprocess
import sys
import time

from sqlalchemy import select

from app.models.audit import What
from app.models.tables import AuditRow, SectionDocumentRow
from tests.models.rows import a_person, a_visit
from tests.prepared_store import NOW, opened

KILLS = 6


def test_a_killed_app_loses_nothing_that_it_said_was_saved(store_folder):
    store = opened(store_folder)
    with store.transaction(store.event(What.VISIT_STARTED, NOW)) as session:
        session.add(person := a_person(store))
        session.flush()
        session.add(visit := a_visit(store, person))
        session.flush()
        session.add(
            SectionDocumentRow(
                consultation_id=visit.id, section="dialog", version=1, body='{"number": 0}', updated_at=NOW,
                updated_by=store.staff.id,
            )
        )  # fmt: skip
    store.close()
    moments = random.Random(20261122)
    number = 0
    for _ in range(KILLS):
        said = save_until_killed(store_folder.path, visit.id, number, moments.uniform(0.0, 0.1))
        store = opened(store_folder)
        assert store.is_whole()
        assert store.first_broken_audit_link() is None
        with store.reading_no_person() as session:
            body = json.loads(session.get_one(SectionDocumentRow, (visit.id, "dialog")).body)
            audited = session.scalars(
                select(AuditRow.subject_id)
                .where(AuditRow.what == "field saved")
                .order_by(AuditRow.sequence.desc())
            ).first()
        store.close()
        assert body["number"] in (said, said + 1)
        assert audited == str(body["number"])
        number = body["number"]
    assert number >= KILLS


def save_until_killed(path, visit_id, number, after_seconds):
    """The last number that the process said was saved before it was killed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.models.saves_until_killed", str(path), visit_id, str(number)],
        stdout=subprocess.PIPE,
        text=True,
    )
    first = process.stdout.readline()
    time.sleep(after_seconds)
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read()
    process.wait()
    process.stdout.close()
    whole_lines = [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
    return int(whole_lines[-1])
