"""Helpers of the field tests: watch what a field tells, and type into it as a person would."""

from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

_kept: list[QWidget] = []
"""The window of the test that runs: Python would throw it away where a test does not name it."""


def shown(qtbot: QtBot, *fields: QWidget) -> QWidget:
    """A window with these fields, active, with a spare line to go to."""
    window = QWidget()
    _kept[:] = [window]
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    for field in fields:
        box.addWidget(field)
    window.spare = QLineEdit()  # type: ignore[attr-defined]
    box.addWidget(window.spare)  # type: ignore[attr-defined]
    window.resize(800, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def leave(window: QWidget) -> None:
    """Go to the spare line, as Tab would."""
    window.spare.setFocus(Qt.FocusReason.TabFocusReason)  # type: ignore[attr-defined]
    QApplication.processEvents()


def told(field: Any) -> list[Any]:
    """What a field tells from now on."""
    heard: list[Any] = []
    field.edited.connect(heard.append)
    return heard


def turn_wheel(widget: QWidget) -> None:
    """Turn the mouse wheel over a widget."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
