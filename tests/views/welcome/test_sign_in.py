import subprocess
import sys
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services.idle import LockedBecause
from app.services.lock_note import Kept, LockNote
from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.parts.fit import clipped
from app.views.parts.words import Words
from app.views.welcome.cover import Cover
from app.views.welcome.first_run import FirstRun
from app.views.welcome.locked import Locked
from app.views.welcome.person_tile import Person, PersonTile
from app.views.welcome.recovery import Recovery, RecoveryTry
from app.views.welcome.sign_in import FROM_THE_START, WHO_FIRST, SignIn
from tests.sizes import LOOKS, SCALES

pytestmark = pytest.mark.usefixtures("dressed")

PEOPLE = [
    Person("p", "Priya Nair", "Nurse"),
    Person("t", "Tom Birch"),
    Person("a", "Dr Amara Obi", "Prescriber", "Signed in here today"),
]


def open_screen(qtbot: QtBot, screen: QWidget) -> None:
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)


def said(screen: QWidget) -> str:
    return " ".join(label.said() for label in screen.findChildren(Words) if label.isVisible())


def tile(screen: QWidget, name_id: str) -> PersonTile:
    return next(tile for tile in screen.findChildren(PersonTile) if tile.person.name_id == name_id)


def test_nobody_is_chosen_on_arrival_even_where_there_is_one(qtbot: QtBot) -> None:
    for people in (PEOPLE, PEOPLE[:1]):
        screen = SignIn(people)
        open_screen(qtbot, screen)
        assert screen.chosen_id() is None


def test_a_name_and_a_passphrase_are_told_exactly_as_typed(qtbot: QtBot) -> None:
    screen = SignIn(PEOPLE)
    open_screen(qtbot, screen)
    qtbot.mouseClick(tile(screen, "t"), Qt.MouseButton.LeftButton)
    assert screen.passphrase.line.hasFocus()
    qtbot.keyClicks(screen.passphrase.line, " four words  here ")
    with qtbot.waitSignal(screen.sign_in_asked) as asked:
        qtbot.keyClick(screen.passphrase.line, Qt.Key.Key_Return)
    assert asked.args == ["t", " four words  here "]


def test_arrows_choose_among_the_names_and_tab_goes_to_the_passphrase(qtbot: QtBot) -> None:
    screen = SignIn(PEOPLE)
    open_screen(qtbot, screen)
    tile(screen, "p").setFocus()
    qtbot.keyClick(tile(screen, "p"), Qt.Key.Key_Down)
    assert screen.chosen_id() == "t"
    qtbot.keyClick(tile(screen, "t"), Qt.Key.Key_Tab)
    assert screen.passphrase.line.hasFocus()


@pytest.mark.parametrize("people", [PEOPLE[:1], PEOPLE], ids=["one", "several"])
def test_words_typed_before_anybody_is_chosen_are_said_to_be_lost_and_choose_nobody(
    qtbot: QtBot, people: list[Person]
) -> None:
    screen = SignIn(people)
    open_screen(qtbot, screen)
    assert tile(screen, "p").hasFocus()
    for letter in "four words here":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    assert screen.chosen_id() is None
    assert WHO_FIRST in said(screen)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert screen.chosen_id() == "p"
    assert screen.passphrase.line.hasFocus()
    assert FROM_THE_START in said(screen)
    assert screen.passphrase.secret() == ""


def test_space_chooses_the_name_and_what_is_typed_after_is_the_passphrase(qtbot: QtBot) -> None:
    screen = SignIn(PEOPLE[:1])
    open_screen(qtbot, screen)
    for letter in " four words":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    assert screen.chosen_id() == "p"
    assert screen.passphrase.secret() == "four words"


def test_letters_on_a_name_chosen_by_an_arrow_go_to_the_passphrase(qtbot: QtBot) -> None:
    screen = SignIn(PEOPLE)
    open_screen(qtbot, screen)
    qtbot.keyClick(tile(screen, "p"), Qt.Key.Key_Down)
    for letter in "four words":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    assert screen.chosen_id() == "t"
    assert screen.passphrase.secret() == "four words"


def test_nothing_is_asked_without_a_name_or_without_a_passphrase(qtbot: QtBot) -> None:
    screen = SignIn(PEOPLE)
    open_screen(qtbot, screen)
    with qtbot.assertNotEmitted(screen.sign_in_asked):
        screen.passphrase.line.setText("something")
        screen.go.click()
        assert "Choose who is signing in first." in said(screen)
        screen.choose("p")
        screen.go.click()
        assert "Type your passphrase." in said(screen)


def test_a_wrong_passphrase_says_how_many_tries_are_left_and_not_what_was_wrong(qtbot: QtBot) -> None:
    screen = SignIn(PEOPLE)
    open_screen(qtbot, screen)
    screen.choose("p")
    screen.passphrase.line.setText("wrong words")
    screen.show_working()
    assert not screen.go.isEnabled()
    screen.show_wrong(1)
    assert screen.passphrase.note.sentence.said() == "That did not open it. 1 try is left before a wait."
    assert screen.passphrase.secret() == "wrong words"
    assert screen.go.isEnabled()


def test_a_wait_is_counted_in_words_and_then_ends(qtbot: QtBot) -> None:
    screen = SignIn(PEOPLE)
    open_screen(qtbot, screen)
    screen.choose("p")
    screen.show_refused("That did not open it.", wait_seconds=2)
    assert screen.go.text() == "Wait 2 seconds"
    assert not screen.passphrase.line.isEnabled()
    screen._clock.timeout.emit()
    assert screen.go.text() == "Wait 1 second"
    screen._clock.timeout.emit()
    assert screen.go.isEnabled()
    assert screen.go.text() == "Sign in"


def test_choosing_someone_else_forgets_what_was_typed(qtbot: QtBot) -> None:
    screen = SignIn(PEOPLE)
    open_screen(qtbot, screen)
    screen.choose("p")
    screen.passphrase.line.setText("Priya's words")
    screen.choose("t")
    assert screen.passphrase.secret() == ""


def test_the_way_back_in_is_offered(qtbot: QtBot) -> None:
    screen = SignIn(PEOPLE)
    open_screen(qtbot, screen)
    with qtbot.waitSignal(screen.recovery_asked):
        screen._recovery.click()


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Priya Nair", "PN"), ("Dr Amara Obi", "AO"), ("Cher", "C"), ("Ana de la Cruz", "AC"), ("Dr", "?")],
)
def test_initials_leave_titles_out(name: str, initials: str) -> None:
    assert Person("x", name).initials() == initials


def test_a_locked_screen_says_when_and_why_and_nothing_of_the_visit(qtbot: QtBot) -> None:
    screen = Locked(PEOPLE, LockNote(time(11, 20), LockedBecause.QUIET, Kept.ALL))
    open_screen(qtbot, screen)
    assert "Locked at 11:20 after 10 quiet minutes" in said(screen)
    assert "All is saved." in said(screen)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (
            LockNote(time(11, 20), LockedBecause.PIN, Kept.NOT_ALL_TYPED),
            "What was typed and not kept yet is gone",
        ),
        (
            LockNote(time(11, 20), LockedBecause.ASLEEP, Kept.NOT_ALL_SAVED),
            "The last answers could not be saved",
        ),
        (LockNote(), "Sign in again"),
    ],
)
def test_a_locked_screen_never_says_that_all_is_saved_where_it_is_not(
    qtbot: QtBot, note: LockNote, words: str
) -> None:
    screen = Locked(PEOPLE, note)
    open_screen(qtbot, screen)
    assert words in said(screen)
    assert "All is saved" not in said(screen)


def test_the_cover_says_whether_all_is_saved(qtbot: QtBot) -> None:
    screen = Cover("Ann Okafor")
    open_screen(qtbot, screen)
    for kept in (Kept.NOT_ALL_SAVED, Kept.NOT_ALL_TYPED):
        screen.show_kept(kept)
        assert "All is saved" not in said(screen)
        assert "under this cover" in said(screen)
    screen.show_kept(Kept.ALL)
    assert "All is saved. The PIN of Ann Okafor takes the cover away." in said(screen)


def test_the_cover_tells_a_pin_and_counts_the_tries(qtbot: QtBot) -> None:
    screen = Cover("Ann Okafor")
    open_screen(qtbot, screen)
    qtbot.keyClicks(screen.pin.line, "482915")
    with qtbot.waitSignal(screen.pin_given) as given:
        qtbot.keyClick(screen.pin.line, Qt.Key.Key_Return)
    assert given.args == ["482915"]
    screen.show_wrong(1)
    assert screen.pin.secret() == ""
    assert "1 try is left" in said(screen)
    with qtbot.assertNotEmitted(screen.pin_given):
        screen.uncover.click()
    with qtbot.waitSignal(screen.lock_asked):
        screen.lock.click()


def test_recovery_asks_for_everything_before_it_tries(qtbot: QtBot) -> None:
    screen = Recovery(PEOPLE)
    open_screen(qtbot, screen)
    steps = [
        (lambda: None, "Choose whose passphrase"),
        (lambda: qtbot.mouseClick(tile(screen, "t"), Qt.MouseButton.LeftButton), "code of person A"),
        (lambda: screen.half_a.line.setText("2345 6789"), "code of the team"),
        (lambda: screen.half_team.line.setText("FHJK"), "new passphrase"),
        (lambda: screen.passphrase.line.setText("one two three four"), "not the same"),
    ]
    with qtbot.assertNotEmitted(screen.recovery_tried):
        for act, complaint in steps:
            act()
            screen.go.click()
            assert complaint in screen.note.sentence.said()
    screen.again.line.setText("one two three four")
    with qtbot.waitSignal(screen.recovery_tried) as tried:
        screen.go.click()
    assert tried.args == [RecoveryTry("t", "2345 6789", "FHJK", "one two three four")]
    assert "one two" not in repr(tried.args[0])
    screen.show_refused("These two codes do not open this record.")
    assert screen.half_a.line.text() == "2345 6789"


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_cut_on_any_welcome_screen(
    dressed: QApplication, qtbot: QtBot, scale: float, look: Theme
) -> None:
    theme.wear(dressed, look, scale)
    wrong, first = SignIn(PEOPLE, practice=True), FirstRun(lambda account: None)
    wrong.choose("p")
    wrong.show_wrong(3)
    first.show_codes("2345 6789 FHJK MPQR WXY2 3456", "YXWR QPMK JHF9 8765 4322 3H4J")
    screens = (
        wrong,
        Locked(PEOPLE, LockNote(time(11, 20), LockedBecause.ASLEEP, Kept.NOT_ALL_SAVED)),
        Cover("Ann Okafor", practice=True),
        Recovery(PEOPLE),
        FirstRun(lambda account: None),
        first,
    )
    for screen in screens:
        open_screen(qtbot, screen)
        for _ in range(3):
            QApplication.processEvents()
        assert clipped(screen) == [], type(screen).__name__
        screen.close()


def test_signing_in_loads_neither_the_store_nor_the_papers() -> None:
    code = (
        "import sys, app.views.welcome.sign_in, app.views.welcome.locked, app.views.look.theme;"
        "heavy = {'sqlalchemy', 'sqlcipher3', 'msgspec', 'reportlab', 'cryptography', 'argon2', 'PIL'};"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"
