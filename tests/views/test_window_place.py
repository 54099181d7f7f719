"""The window on screens of many sizes: within them, never larger, and where it was after a lock."""

from datetime import time

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services.idle import LockedBecause
from app.services.lock_note import Kept, LockNote
from app.views.window_place import SMALLEST, USUAL, WindowPlace, show_in_place, smallest_on, start_on

SMALL_LAPTOP = QSize(1366, 768)
LARGE = QSize(1920, 1080)


def taken_by(screen: QSize, factor: float, taskbar: int = 0) -> QRect:
    """What a screen has to give in the pixels of an app that is scaled by a factor."""
    return QRect(0, 0, int(screen.width() / factor), int((screen.height() - taskbar) / factor))


@pytest.mark.parametrize(
    ("screen", "factor"),
    [(SMALL_LAPTOP, 1.0), (SMALL_LAPTOP, 1.5), (SMALL_LAPTOP, 2.0), (LARGE, 1.5), (LARGE, 2.0)],
)
def test_where_the_usual_size_has_no_room_the_window_opens_maximised(screen: QSize, factor: float) -> None:
    assert start_on(taken_by(screen, factor), WindowPlace()) is None


@pytest.mark.parametrize(
    "available", [taken_by(LARGE, 1.0), taken_by(LARGE, 1.0, 48), QRect(1366, 24, 1600, 876)]
)
def test_where_it_has_room_the_window_opens_in_its_usual_size_in_the_middle(available: QRect) -> None:
    place = start_on(available, WindowPlace())
    assert place is not None
    assert place.size() == USUAL
    assert available.contains(place)
    assert place.center() == available.center()


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5, 2.0, 2.5])
def test_the_smallest_size_is_never_larger_than_the_screen(factor: float) -> None:
    available = taken_by(SMALL_LAPTOP, factor, 40).size()
    least = smallest_on(available)
    assert least.width() < available.width()
    assert least.height() < available.height()
    assert smallest_on(LARGE) == SMALLEST


def test_after_a_lock_the_window_is_where_it_was_if_it_still_fits() -> None:
    before = WindowPlace(rectangle=QRect(40, 60, 1100, 700))
    assert start_on(taken_by(LARGE, 1.0), before) == before.rectangle
    assert start_on(taken_by(SMALL_LAPTOP, 2.0), before) is None
    assert start_on(taken_by(LARGE, 1.0), WindowPlace(is_maximized=True)) is None


NOTE = LockNote(time(10, 42), LockedBecause.QUIET, Kept.ALL)


@pytest.mark.parametrize(
    "place", [WindowPlace(), WindowPlace(is_maximized=True), WindowPlace(rectangle=QRect(-8, 60, 1100, 700))]
)
@pytest.mark.parametrize("note", [LockNote(), NOTE])
def test_the_place_goes_over_the_command_line_before_the_note(place: WindowPlace, note: LockNote) -> None:
    read, rest = WindowPlace.read([*place.as_arguments(), *note.as_arguments()])
    assert read == place
    assert LockNote.read(rest) == note


@pytest.mark.parametrize("broken", ["--at=", "--at=1,2,3", "--at=a,b,c,d", "--at=1,2,3,4,5"])
def test_what_is_no_place_is_left_out(broken: str) -> None:
    assert WindowPlace.read([broken, *NOTE.as_arguments()]) == (WindowPlace(), NOTE.as_arguments())


def test_a_window_is_shown_within_its_screen_and_says_where_it_stands(
    qtbot: QtBot, dressed: QApplication
) -> None:
    first, second = QWidget(), QWidget()
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    available = first.screen().availableGeometry()
    assert available.width() < USUAL.width(), "the test's own screen is small"
    show_in_place(first, WindowPlace())
    assert first.isMaximized()
    assert WindowPlace.of(first) == WindowPlace(is_maximized=True)
    show_in_place(second, WindowPlace(rectangle=QRect(20, 50, 700, 500)))
    assert not second.isMaximized()
    assert WindowPlace.of(second).rectangle == QRect(20, 50, 700, 500)
