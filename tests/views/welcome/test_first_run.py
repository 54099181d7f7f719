from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.rules.notice import EVALUATION
from app.views.parts.words import Words
from app.views.welcome.first_run import FirstAccount, FirstRun

pytestmark = pytest.mark.usefixtures("dressed")

HALF_A, HALF_TEAM = "2345 6789 FHJK MPQR WXY2 3456", "YXWR QPMK JHF9 8765 4322 3H4J"


def first_run(qtbot: QtBot, problem: str | None = None) -> FirstRun:
    screen = FirstRun(lambda account: problem)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    return screen


def fill(screen: FirstRun) -> None:
    screen.kind.segment("practice").click()
    screen.name.line.setText("Priya Nair")
    screen.role.segment("nurse").click()
    screen.passphrase.line.setText("one two three four")
    screen.again.line.setText("one two three four")
    screen.pin.line.setText("4829")


def test_neither_practice_nor_live_nor_a_role_is_preselected(qtbot: QtBot) -> None:
    screen = first_run(qtbot)
    assert screen.kind.value() is None
    assert screen.role.value() is None


def test_practice_and_live_are_explained_when_they_are_chosen(qtbot: QtBot) -> None:
    screen = first_run(qtbot)
    screen.kind.segment("practice").click()
    assert "never be moved into a live record" in screen._kind_words.said()
    screen.kind.segment("live").click()
    assert "signed off" in screen._kind_words.said()
    assert "It cannot be changed later." in screen._kind_words.said()


def test_what_is_missing_is_asked_for_one_by_one(qtbot: QtBot) -> None:
    screen = first_run(qtbot)
    steps = [
        (lambda: None, "practice or live"),
        (lambda: screen.kind.segment("practice").click(), "Write the name"),
        (lambda: screen.name.line.setText("Priya Nair"), "Choose your role"),
        (lambda: screen.role.segment("nurse").click(), "Think of a passphrase"),
        (lambda: screen.passphrase.line.setText("one two three four"), "not the same"),
        (lambda: screen.again.line.setText("one two three four"), "PIN"),
    ]
    with qtbot.assertNotEmitted(screen.store_asked):
        for act, complaint in steps:
            act()
            screen.go.click()
            assert complaint in screen.note.sentence.said()


def test_a_complaint_goes_once_what_it_asked_for_is_given(qtbot: QtBot) -> None:
    screen = first_run(qtbot)
    screen.go.click()
    assert "practice or live" in screen.note.sentence.said()
    screen.kind.segment("practice").click()
    assert screen.note.isHidden()
    screen.name.line.setText("Priya Nair")
    screen.role.segment("nurse").click()
    screen.go.click()
    assert "passphrase" in screen.note.sentence.said()
    qtbot.keyClicks(screen.passphrase.line, "one")
    assert screen.note.isHidden()


def test_the_first_account_is_told_whole_and_its_secrets_stay_out_of_its_repr(qtbot: QtBot) -> None:
    screen = first_run(qtbot)
    fill(screen)
    with qtbot.waitSignal(screen.store_asked) as asked:
        screen.go.click()
    account = asked.args[0]
    assert account == FirstAccount("practice", "Priya Nair", "nurse", "", "one two three four", "4829")
    assert "three" not in repr(account)
    assert "4829" not in repr(account)


def test_an_account_that_will_not_do_is_refused_in_a_sentence(qtbot: QtBot) -> None:
    screen = first_run(qtbot, problem="Use at least 12 characters.")
    fill(screen)
    with qtbot.assertNotEmitted(screen.store_asked):
        screen.go.click()
    assert screen.note.sentence.said() == "Use at least 12 characters."


def test_nothing_can_be_pressed_while_the_record_is_made(qtbot: QtBot) -> None:
    screen = first_run(qtbot)
    screen.show_working()
    assert not screen.go.isEnabled()
    screen.show_refused("The disk is full. Nothing was made.")
    assert screen.go.isEnabled()
    assert screen.note.isVisible()


def test_both_codes_must_be_confirmed_from_paper(qtbot: QtBot) -> None:
    screen = first_run(qtbot)
    fill(screen)
    screen.show_codes(HALF_A, HALF_TEAM)
    assert screen.passphrase.secret() == ""
    assert screen.pin.secret() == ""
    codes = screen.codes
    with qtbot.assertNotEmitted(screen.finished):
        codes.go.click()
        assert "person A" in codes.note.sentence.said()
        codes.half_a.last.line.setText("3456")
        codes.half_team.last.line.setText("3456")
        codes.go.click()
        assert "the team" in codes.note.sentence.said()
    codes.half_team.last.line.setText(" 3h4j ")
    with qtbot.waitSignal(screen.finished):
        qtbot.keyClick(codes.half_team.last.line, Qt.Key.Key_Return)


def test_a_half_on_paper_carries_its_code_and_never_the_other(qtbot: QtBot, tmp_path: Path) -> None:
    screen = first_run(qtbot)
    screen.show_codes(HALF_A, HALF_TEAM)
    path = tmp_path / "half.pdf"
    screen.codes.half_a.save_to(path)
    document = pypdfium2.PdfDocument(path)
    text = " ".join(document[0].get_textpage().get_text_bounded().split())
    pages = len(document)
    document.close()
    assert pages == 1
    assert HALF_A in text
    assert "3H4J" not in text
    assert "person A" in text


def test_a_half_that_cannot_be_written_is_an_error_and_not_a_silence(qtbot: QtBot, tmp_path: Path) -> None:
    screen = first_run(qtbot)
    screen.show_codes(HALF_A, HALF_TEAM)
    with pytest.raises(OSError, match="No such file"):
        screen.codes.half_a.save_to(tmp_path / "nowhere" / "half.pdf")


class Asked:
    """What stands in for the system's file dialog: what it was asked, and what the user chose."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, chosen: Path) -> None:
        self.proposed = Path()
        self._chosen = chosen
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._ask)

    def _ask(self, _parent: QWidget, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        self.proposed = Path(proposed)
        return str(self._chosen), ""


def test_a_half_is_proposed_into_the_documents_and_saved_for_its_owner_only(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(monkeypatch, tmp_path / "half.pdf")
    screen = first_run(qtbot)
    screen.show_codes(HALF_A, HALF_TEAM)
    screen.codes.half_a.save.click()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert asked.proposed == Path(documents) / "recovery-a.pdf"
    assert (tmp_path / "half.pdf").stat().st_mode & 0o077 == 0
    assert (tmp_path / "half.pdf").read_bytes().endswith(b"%%EOF\n")
    assert not screen.codes.half_a.note.isVisible()


def test_a_half_that_cannot_be_saved_says_so_and_what_to_do(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Asked(monkeypatch, tmp_path / "nowhere" / "half.pdf")
    screen = first_run(qtbot)
    screen.show_codes(HALF_A, HALF_TEAM)
    screen.codes.half_team.save.click()
    assert "could not be saved there: No such file" in screen.codes.half_team.note.sentence.said()
    assert "write the code down" in screen.codes.half_team.note.sentence.said()
    assert not screen.codes.half_a.note.isVisible()


def test_the_first_page_says_that_nothing_is_approved_until_live_is_chosen(qtbot: QtBot) -> None:
    page = first_run(qtbot)
    warning = next(words for words in page.findChildren(Words) if words.said() == EVALUATION)
    assert warning.isVisible()
    page.kind.segment("live").click()
    assert not warning.isVisible()
    page.kind.segment("practice").click()
    assert warning.isVisible()
