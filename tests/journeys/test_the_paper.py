"""The plan leaves the app: as a file where the nurse says, or on the printer."""

import re
from datetime import date
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

from app.consultation.care_plan import Action, Owner
from app.views import on_printer
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import (
    begin_visit,
    consultation,
    open_the_facts,
    plan_pages,
    says,
)
from tests.reports.reading import seen

LONG_FAMILY = "Featherstonehaugh-Cholmondeley-Wriothesley-Ma"
LONG_GIVEN = "Anastasia-Wilhelmina-Philippa-Konstantina-Jos"
IN_THEIR_WORDS = 'I want <b>rest</b> & "quiet" <para>, 2 < 3 > 1, &amp; no {braces} %s \\n.'


class SavesAs:
    """Answers the next file dialog: notes what it proposed, writes a place, and presses Save."""

    def __init__(self, place: Path) -> None:
        self.proposed = ""
        self._place = place
        self._timer = QTimer()
        self._timer.setInterval(50)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        asked = QApplication.activeModalWidget()
        if isinstance(asked, QFileDialog) and asked.isVisible():
            self._timer.stop()
            line = asked.findChild(QLineEdit)
            self.proposed = line.text()
            line.setText(str(self._place))
            QTest.qWait(50)
            asked.accept()


class PrintsToAFile(QDialog):
    """Stands in for the print dialog: the printer is a file."""

    place: Path

    def __init__(self, printer: QPrinter, parent) -> None:
        super().__init__(parent)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.place))

    def exec(self) -> QDialog.DialogCode:
        return QDialog.DialogCode.Accepted


def hold_a_small_visit(hand: Hand) -> None:
    begin_visit(hand)
    story._measure(hand, "Weight.", "Weight, kg", "84.6")
    hand.go_to("Finish and sign")


def test_the_plan_is_saved_whole_under_a_name_that_names_nobody(laptop: Laptop, tmp_path: Path) -> None:
    hand = laptop.sign_in()
    hold_a_small_visit(hand)
    place = tmp_path / "paper" / "plan.pdf"
    place.parent.mkdir()
    saves = SavesAs(place)
    hand.press("Save the plan as a PDF")
    assert re.fullmatch(r"Plan [\w-]+\.pdf", saves.proposed)
    assert not [name for name in ("Nora", "Brennan", "9990687110") if name.lower() in saves.proposed.lower()]
    assert [file.name for file in place.parent.iterdir()] == ["plan.pdf"], "nothing half-written beside it"
    assert seen(place) == plan_pages(hand)
    assert says(hand, "The plan was saved. The file is not encrypted")


def test_a_place_that_cannot_be_written_is_said_plainly_and_nothing_is_left(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = laptop.sign_in()
    hold_a_small_visit(hand)
    gone = tmp_path / "stick" / "plan.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(gone), ""))
    hand.press("Save the plan as a PDF")
    assert says(hand, "The plan could not be saved there")
    assert says(hand, "The visit is kept. Choose another place.")
    assert not gone.parent.exists()


def test_giving_up_saves_nothing_and_says_nothing(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    hand = laptop.sign_in()
    hold_a_small_visit(hand)
    before = hand.reads()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    hand.press("Save the plan as a PDF")
    assert hand.reads() == before


def test_the_printer_gets_every_page_with_something_on_it(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = laptop.sign_in()
    hold_a_small_visit(hand)
    PrintsToAFile.place = tmp_path / "printed.pdf"
    monkeypatch.setattr(on_printer, "QPrintDialog", PrintsToAFile)
    hand.press("Print the plan")
    assert says(hand, "The plan was given to the printer.")
    printed = pypdfium2.PdfDocument(PrintsToAFile.place)
    try:
        assert len(printed) == len(plan_pages(hand))
        for page in printed:
            assert [round(side) for side in page.get_size()] == [595, 842], "A4, upright"
            assert len(set(bytes(page.render(scale=0.25).buffer))) > 2, "ink"
    finally:
        printed.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said_plainly(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = laptop.sign_in()
    hold_a_small_visit(hand)
    PrintsToAFile.place = tmp_path / "no such folder" / "printed.pdf"
    monkeypatch.setattr(on_printer, "QPrintDialog", PrintsToAFile)
    hand.press("Print the plan")
    assert says(hand, "The printer did not take the plan. The visit is kept.")


def test_every_word_stands_on_the_paper_as_it_was_said(laptop: Laptop, tmp_path: Path) -> None:
    hand = laptop.sign_in()
    hand.press("Add a person")
    hand.write("Family name", LONG_FAMILY)
    hand.write("Given name", LONG_GIVEN)
    hand.write("Date of birth", "14 Mar 1979")
    hand.choose("Allergies", "No known allergies")
    hand.press("NHS number: not known")
    hand.press("Add")
    hand.go_to(f"{LONG_FAMILY.upper()}, {LONG_GIVEN}")
    hand.key(Qt.Key.Key_Return)
    hand.write("What matters to you today?", IN_THEIR_WORDS)
    open_the_facts(hand)
    visit = consultation(hand)
    plan = msgspec.structs.replace(visit.draft.plan, actions=tuple(_action(n) for n in range(1, 31)))
    visit.plan(plan)
    hand.go_to("Finish and sign")

    place = tmp_path / "plan.pdf"
    saves = SavesAs(place)
    hand.press("Save the plan as a PDF")
    assert LONG_FAMILY not in saves.proposed
    pages = seen(place)
    whole = " ".join(pages)
    assert IN_THEIR_WORDS in whole
    without_spaces = [page.replace(" ", "").replace("-", "") for page in pages]
    name = f"{LONG_GIVEN}{LONG_FAMILY}".replace("-", "")
    assert all(name in page for page in without_spaces), "on each page, whole"
    assert [n for n in range(1, 31) if _what(n) not in whole] == []


def _what(number: int) -> str:
    return f"write letter {number} of <i>thirty</i> & post it"


def _action(number: int) -> Action:
    return Action(id=f"a{number}", what=_what(number), owner=Owner.PERSON, by_when=date(2026, 12, number))
