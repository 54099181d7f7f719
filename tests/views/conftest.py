"""Screens are tested with real widgets, on Qt's platform without a display, dressed as the app is."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.views.look import theme
from app.views.look.tokens import Theme


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Qt's platform without a display say that it has no window manager; all else is an error."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the light theme at 100 %; whatever a test wears is taken off again."""
    theme.wear(qapp)
    theme.dress(qapp)  # A part that is looked at by itself has no window to take the sheet from.
    yield qapp
    if (theme.tokens().theme, theme.scale()) != (Theme.LIGHT, 1.0):
        theme.wear(qapp)
