"""Where the window stands on the screen: never larger than it, and again where it was after a lock."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SMALLEST = QSize(640, 480)
USUAL = QSize(1366, 768)
_FRAME = QSize(16, 48)
"""Room for a frame and its title bar: before the window is shown nobody can tell how large they are."""
_AT, _MAXIMIZED = "--at=", "maximized"


class WindowPlace(NamedTuple):
    """Maximised, or a rectangle without the frame; neither where it is not known."""

    is_maximized: bool = False
    rectangle: QRect | None = None

    @classmethod
    def of(cls, window: QWidget) -> Self:
        """Where a window stands now."""
        return cls(window.isMaximized(), None if window.isMaximized() else window.normalGeometry())

    def as_arguments(self) -> list[str]:
        """For the command line of the process that takes over after a lock."""
        if self.is_maximized:
            return [_AT + _MAXIMIZED]
        if self.rectangle is None:
            return []
        sides = (self.rectangle.x(), self.rectangle.y(), self.rectangle.width(), self.rectangle.height())
        return [_AT + ",".join(str(side) for side in sides)]

    @classmethod
    def read(cls, arguments: Sequence[str]) -> tuple[Self, list[str]]:
        """The place that stands first among arguments, and the rest of them; what is no place is left out."""
        if not arguments or not arguments[0].startswith(_AT):
            return cls(), list(arguments)
        words, rest = arguments[0].removeprefix(_AT), list(arguments[1:])
        if words == _MAXIMIZED:
            return cls(is_maximized=True), rest
        try:
            x, y, width, height = (int(side) for side in words.split(","))
        except ValueError:
            return cls(), rest
        return cls(rectangle=QRect(x, y, width, height)), rest


def smallest_on(available: QSize) -> QSize:
    """The smallest size of the window: never larger than the screen has room for."""
    return SMALLEST.boundedTo(available - _FRAME)


def start_on(available: QRect, before: WindowPlace) -> QRect | None:
    """Where the window opens on a screen; None is maximised, as it is where the usual size does not fit."""
    if before.is_maximized:
        return None
    if before.rectangle is not None and available.contains(before.rectangle):
        return before.rectangle
    usual = QRect(available.topLeft(), USUAL)
    usual.moveCenter(available.center())
    whole = QRect(usual.topLeft(), USUAL + _FRAME)
    return usual if whole.width() <= available.width() and whole.height() <= available.height() else None


def show_in_place(window: QWidget, before: WindowPlace) -> None:
    """Show the window within its screen, or where it stood before a lock."""
    screen = QGuiApplication.screenAt(before.rectangle.center()) if before.rectangle is not None else None
    available = (screen or window.screen()).availableGeometry()
    keep_smallest(window, available.size())
    place = start_on(available, before)
    if place is None:
        window.resize(USUAL.boundedTo(available.size() - _FRAME))  # what it goes back to from maximised
        window.showMaximized()
    else:
        window.setGeometry(place)
        window.show()
    window.windowHandle().screenChanged.connect(
        lambda moved_to: keep_smallest(window, moved_to.availableGeometry().size())
    )


def keep_smallest(window: QWidget, available: QSize) -> None:
    """Let the window become as small as its screen asks for."""
    window.setMinimumSize(smallest_on(available))
