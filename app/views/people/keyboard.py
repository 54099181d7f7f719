"""Putting the keyboard where something must be put right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.views.parts.scrolling import bring_into_sight


def go_to(widget: QWidget) -> None:
    """Put the keyboard there and scroll it into sight."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    bring_into_sight(widget)
