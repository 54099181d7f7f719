"""A visit with ten years of readings: a committed value until the screen is right, and what opens and finds.

Run: .venv/bin/python -m bench.visit. Everything through the real window and the real store. "Right" means:
the key that leaves the field was handled, the value is saved durably, the rules are weighed, the prompts
panel and all else that changed is painted.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.models import consultations, histories, people
from app.models.store import Store
from app.views.application import make_application
from app.views.main_window import MainWindow
from app.views.trends.screen import TrendsScreen
from bench.laptops import NOW, add_person_with_years, fill, name, with_staff
from bench.table import Row, median_ms, p95, show, times_ms
from demo.hand import Hand
from demo.story import HOW

MOST_MS = 50
COMMITS = 40
MANY_PEOPLE = 5000
TURNS_UNTIL_PAINTED = 6


def rows() -> Iterator[Row]:
    application = make_application()
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
        yield durable_save(store, window)
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


def durable_save(store: Store, window: MainWindow) -> Row:
    """One field saved with its audit event, against one row changed by SQLCipher alone on the same disk."""
    consultation = window.desk.visit.consultation
    draft, visit = consultation.draft, consultation.visit
    ours, bare = [], []
    raw = bare_record(store)
    for _ in range(50):
        ours += times_ms(lambda: consultations.save(store, draft, ("physical_checks",), visit, NOW), 1)
        bare += times_ms(lambda: raw.execute("UPDATE one SET value = value + 1"), 1)
    raw.close()
    ratio = statistics.median(ours) / statistics.median(bare)
    note = f"{statistics.median(ours):.2f} ms against {statistics.median(bare):.2f} ms"
    return Row("durable save against a bare SQLCipher commit", ratio, "times", note=note)


def bare_record(store: Store):
    """An encrypted file of one row, with the store's own settings."""
    from app.models.engine import connect, create_record_file

    file = store.folder.path / "bare.db"
    create_record_file(file)
    raw = connect(file, bytes(32), is_new=True)
    raw.execute("CREATE TABLE one (value INTEGER)")
    raw.execute("INSERT INTO one VALUES (1)")
    return raw


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
