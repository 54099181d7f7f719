"""Putting the keyboard where something must be put right."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from app.views.fields.note import Note
from app.views.parts.scrolling import bring_into_sight


def go_to(widget: QWidget) -> None:
    """Put the keyboard there and scroll it into sight."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    bring_into_sight(widget)


def go_to_marked(field: QWidget, form: QWidget) -> None:
    """The same for a field that is refused: what is said of it below must be read too."""
    go_to(field)
    place = field.mapTo(form, QPoint(0, 0)).y()
    said = [note for note in form.findChildren(Note) if note.isVisible() and note.is_refused]
    below = [note for note in said if note.mapTo(form, QPoint(0, 0)).y() >= place]
    if below:
        bring_into_sight(min(below, key=lambda note: note.mapTo(form, QPoint(0, 0)).y()))
