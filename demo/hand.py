"""A hand at the window: it finds controls by the names that a screen reader says, and uses mouse and keys.

Whatever it cannot find by name, nobody who cannot see could find either.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

PATIENCE_SECONDS = 20.0


class NotThere(AssertionError):
    """No control of that name is in sight."""


class Hand:
    """Uses one window as a person would."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def press(self, name: str) -> None:
        """Click the button, tile, segment or tick of this name."""
        self.click(self.find(QAbstractButton, name))

    def choose(self, question: str, answer: str) -> None:
        """Click one answer of a question."""
        self.press(f"{question}: {answer}")

    def write(self, name: str, words: str, *, leave: bool = True) -> None:
        """Type into the field of this name, over what stands there, and leave it with Tab."""
        field = self.find((QLineEdit, QPlainTextEdit), name)
        self.click(field)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, words)
        if leave:
            QTest.keyClick(field, Qt.Key.Key_Tab)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def go_to(self, row: str) -> None:
        """Choose the row of this name in a list: a section at the left, a person at home.

        Where the window is too narrow for the list of sections, a button shows it.
        """
        if self._choose(row):
            return
        if self.sees("Sections"):
            self.press("Sections")
        if not self._choose(row):
            raise NotThere(f"no row {row!r} in sight")

    def _choose(self, row: str) -> bool:
        for rows in self._in_sight((QListView,)):
            assert isinstance(rows, QListView)
            model = rows.model()
            for index in (model.index(at, 0) for at in range(model.rowCount())):
                if str(index.data()) == row:
                    rows.scrollTo(index)
                    left_of_any_button = rows.visualRect(index).topLeft() + QPoint(30, 20)
                    left = Qt.MouseButton.LeftButton
                    QTest.mouseClick(
                        rows.viewport(), left, Qt.KeyboardModifier.NoModifier, left_of_any_button
                    )
                    self.settle()
                    return True
        return False

    def click(self, widget: QWidget) -> None:
        """Bring a control into sight and click its middle."""
        self._bring_into_sight(widget)
        place = QPoint(widget.width() // 2, widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self.settle()

    def find(self, kind: type[QWidget] | tuple[type[QWidget], ...], name: str) -> QWidget:
        """The control of this kind and name; the whole name before the beginning of one."""
        kinds = kind if isinstance(kind, tuple) else (kind,)
        found = [w for w in self._in_sight(kinds) if name in (w.accessibleName(), _words(w))]
        found = found or [w for w in self._in_sight(kinds) if w.accessibleName().startswith(name)]
        if not found:
            names = sorted({w.accessibleName() or _words(w) for w in self._in_sight(kinds)})
            raise NotThere(f"nothing called {name!r} in sight; there is: {names}")
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a button of this name is in sight."""
        try:
            self.find(QAbstractButton, name)
        except NotThere:
            return False
        return True

    def is_on(self, name: str) -> bool:
        """Whether the segment, tick or ring of this name is chosen."""
        button = self.find(QAbstractButton, name)
        return isinstance(button, QAbstractButton) and button.isChecked()

    def names(self, words: str) -> bool:
        """Whether a button in sight is called by these words, among others."""
        return any(words in button.accessibleName() for button in self._in_sight((QAbstractButton,)))

    def reads(self) -> list[str]:
        """All words in sight, label by label."""
        return [w.accessibleName() for w in self._in_sight((QLabel,)) if w.accessibleName()]

    def wait_for(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait until something is so; work in a thread may take a moment."""
        until = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            if time.monotonic() > until:
                raise NotThere(f"waited in vain for {what}")
            QTest.qWait(5)

    def settle(self) -> None:
        """Let the window finish what it began."""
        for _ in range(3):
            QApplication.processEvents()

    def picture(self) -> QImage:
        """What is to be seen now."""
        self.settle()
        return self.window.grab().toImage()

    def _in_sight(self, kinds: tuple[type[QWidget], ...]) -> list[QWidget]:
        return [
            widget
            for kind in kinds
            for widget in self.window.findChildren(kind)
            if widget.isVisible() and widget.isEnabled()
        ]

    def show(self, name: str) -> None:
        """Scroll until the button of this name is in sight."""
        self._bring_into_sight(self.find(QAbstractButton, name))

    def pause(self, seconds: float) -> None:
        """Wait, as for something that is made a moment after the last change."""
        QTest.qWait(int(seconds * 1000))

    def scroll_to_top(self) -> None:
        """Scroll all that is in sight to its top."""
        self.settle()
        for area in self._in_sight((QScrollArea,)):
            assert isinstance(area, QScrollArea)
            area.verticalScrollBar().setValue(0)
        self.settle()

    def _bring_into_sight(self, widget: QWidget) -> None:
        self.settle()
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget, 0, 40)
            parent = parent.parentWidget()
        self.settle()


def _words(widget: QWidget) -> str:
    return widget.text().strip() if isinstance(widget, QAbstractButton) else ""
