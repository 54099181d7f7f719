"""A visit with ten years of readings: a committed value until the screen is right, and what opens and finds.

Run: .venv/bin/python -m bench.visit. Everything through the real window and the real store. "Right" means:
the key that leaves the field was handled, the value is saved durably, the rules are weighed, the prompts
panel and all else that changed is painted.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.models import consultations, histories, people
from app.models.ids import new_id
from app.models.store import Store
from app.views.application import SCREENS, make_application
from app.views.main_window import MainWindow
from app.views.trends.screen import TrendsScreen
from bench.laptops import NOW, add_person_with_years, fill, name, with_staff
from bench.table import Row, median_ms, p95, show, times_ms
from demo.hand import Hand
from demo.story import HOW

MOST_MS = 50
COMMITS = 40
MANY_PEOPLE = 5000
SAVES = 100
MOST_TIMES_BARE = 1.3
SAME_DOCUMENT = (
    "INSERT INTO section_document (consultation_id, section, version, body, updated_at, updated_by) "
    "VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at"
)
LAST_LINK = "SELECT sequence, hash FROM audit_event ORDER BY sequence DESC LIMIT 1"
SAME_LINK = (
    "INSERT INTO audit_event "
    "(sequence, id, at, staff_id, what, person_id, subject_id, device, previous_hash, hash) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
TURNS_UNTIL_PAINTED = 6


def rows() -> Iterator[Row]:
    application = make_application()
    for screen in SCREENS:  # as the app does while a passphrase is typed
        import_module(screen)
    with tempfile.TemporaryDirectory() as folder:
        store = with_staff(Path(folder) / "store")
        person = add_person_with_years(store)
        window = MainWindow(Path(folder) / "nowhere", lambda: NOW, start_again=lambda _note: None)
        window.show()
        window.begin(store)
        hand = Hand(window)
        yield Row(
            "read the record of a person with 1,000 readings",
            median_ms(lambda: histories.record_of(store, person.id, NOW)),
        )
        start_of_visit = times_ms(
            lambda: (window.desk.start_visit(person.id), application.processEvents()), 1
        )
        yield Row("open their visit, the first of the day", start_of_visit[0], note="screen made and painted")
        yield from trends(window)
        yield from committed(hand, window)
        yield from durable_save(store, window)
        window.close()
    yield from searched()


def trends(window: MainWindow) -> Iterator[Row]:
    """From the press to the page with its charts painted: the first time what draws them is loaded too."""

    def open_and_paint() -> None:
        window.desk.show_trends_of_visit()
        for _ in range(TURNS_UNTIL_PAINTED):
            QApplication.processEvents()
        assert any(card.chart.plot is not None for card in page().cards), "no chart was made"

    def page() -> TrendsScreen:
        [found] = window.desk.findChildren(TrendsScreen)
        return found

    def back() -> None:
        page().foot.back.click()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    first, again = times_ms(open_and_paint, 1), []
    for _ in range(5):
        back()
        again += times_ms(open_and_paint, 1)
    back()
    yield Row(
        "open the trends of 1,000 readings, the first time", first[0], note="pyqtgraph and numpy loaded"
    )
    yield Row(
        "open the trends of 1,000 readings, again", statistics.median(again), note="charts in sight painted"
    )


def committed(hand: Hand, window: MainWindow) -> Iterator[Row]:
    """A weight that makes the BMI, and with it a prompt, come and go with each commit."""
    for box in ("Full name", "Date of birth"):
        hand.press(box)
    hand.choose("Where are we?", "At home")
    hand.choose("Who else is present?", "Nobody else")
    hand.press("Start")
    for row, field, value in (("Height.", "Height, cm", "165"), ("Weight.", "Weight, kg", "60")):
        if hand.sees(row):
            hand.press(row)
        hand.write(field, value)
        hand.choose(f"{row.rstrip('.')}: {HOW}", "Measured today")
    if hand.sees("Weight."):
        hand.press("Weight.")
    line = hand.find(QLineEdit, "Weight, kg")
    taken, worked, shown = [], [], set()
    for at in range(COMMITS):
        hand.click(line)
        QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(line, str(62 + at if at % 2 else 98 + at))
        hand.settle()
        before = time.process_time()
        taken += times_ms(lambda: (QTest.keyClick(line, Qt.Key.Key_Tab), QApplication.processEvents()), 1)
        worked.append((time.process_time() - before) * 1000)
        visit = window.desk.visit.consultation
        shown.add(len(visit.assessment.open_prompts))
        assert visit.saved_at is not None
    assert len(shown) > 1, "no prompt came or went, so that nothing was measured"
    note = f"{COMMITS} commits, a prompt comes or goes at each; processor {statistics.median(worked):.1f} ms"
    yield Row(
        "committed value to the screen being right, median", statistics.median(taken), "ms", MOST_MS, note
    )
    yield Row("committed value to the screen being right, p95", p95(taken), "ms", MOST_MS)


def durable_save(store: Store, window: MainWindow) -> Iterator[Row]:
    """One field saved with its audit event, against SQLCipher alone on the same disk, in turns.

    Alone: the same two rows into a copy of the same record, and the least that a commit can be.
    """
    consultation = window.desk.visit.consultation
    draft, visit = consultation.draft, consultation.visit
    raw = copy_of_record(store)
    staff, body = store.staff.id, msgspec.json.encode(draft.records["physical_checks"]).decode()
    last = raw.execute("SELECT max(sequence) FROM audit_event").fetchone()[0]
    at = NOW.isoformat(timespec="microseconds")

    def same_rows(turn: int) -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(SAME_DOCUMENT, (draft.id, "physical_checks", 1, body + " " * (turn % 2), at, staff))
        raw.execute(LAST_LINK).fetchone()
        link = (last + turn, new_id(NOW), at, staff, "field saved", draft.person_id, draft.id, store.device)
        raw.execute(SAME_LINK, (*link, "h" * 64, "h" * 64))
        raw.execute("COMMIT")

    ours, same, least = [], [], []
    for turn in range(1, SAVES + 1):
        ours += times_ms(lambda: consultations.save(store, draft, ("physical_checks",), visit, NOW), 1)
        same += times_ms(lambda turn=turn: same_rows(turn), 1)
        least += times_ms(lambda turn=turn: raw.execute(f"PRAGMA user_version = {1000 + turn}"), 1)
    raw.close()
    middle, alone = statistics.median(ours), statistics.median(same)
    note = f"{middle:.2f} ms against {alone:.2f} ms; best against best {min(ours) / min(same):.2f}"
    yield Row("durable save against SQLCipher alone", middle / alone, "times", MOST_TIMES_BARE, note)
    yield Row("the least that a commit can be", statistics.median(least), note="one number changed")


def copy_of_record(store: Store):
    """The same record in a second file, which nobody else has open."""
    from app.models.engine import connect

    raw = connect(store.folder.record_file, store._key)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.close()
    file = store.folder.path / "copy.db"
    shutil.copyfile(store.folder.record_file, file)
    return connect(file, store._key)


def searched() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        store = with_staff(Path(folder) / "store")
        fill(store, MANY_PEOPLE)
        one = name(MANY_PEOPLE - 100).lower()
        found = people.people(store, NOW, one)
        assert found
        for words, what in ((one, "a family name"), (one[:2], "two letters, 200 shown"), ("1978", "a year")):
            yield Row(
                f"search {MANY_PEOPLE} people: {what}",
                median_ms(lambda words=words: people.people(store, NOW, words)),
                note="with its audit event",
            )
        store.close()


if __name__ == "__main__":
    sys.exit(show(rows()))
