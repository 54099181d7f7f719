"""What all fields have in common, and how a caption is tied to one."""

from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from app.views.parts.layout import Column
from app.views.parts.words import Voice, Words


class Field(Protocol):
    """Any field, as the screens see it. `edited` is a Qt signal with the new value, or None."""

    edited: Any

    def value(self) -> Any:
        """The committed value, or None."""

    def set_value(self, value: Any) -> None:
        """Show a stored value without telling anyone."""

    def clear(self) -> None:
        """Show no value, without telling anyone."""

    def commit(self) -> None:
        """Take what is typed as final: the screen is about to be left, or locked."""

    def first_stop(self) -> QWidget:
        """The widget that takes the keyboard first."""


class Captioned(QWidget):
    """A field under its question; a screen reader reads the question with the field."""

    def __init__(self, caption: str, field: QWidget, *, hint: str = "", voice: Voice = Voice.STRONG) -> None:
        super().__init__()
        self.field = field
        self.caption = Words(caption, voice, wraps=True)
        stop = field.first_stop() if hasattr(field, "first_stop") else field
        self.caption.setBuddy(stop)
        parts: list[QWidget] = [self.caption]
        if hint:
            parts.append(Words(hint, Voice.SMALL, wraps=True))
            if not field.accessibleDescription():
                field.setAccessibleDescription(hint)
                stop.setAccessibleDescription(hint)
        self.setLayout(Column(*parts, field, gap=6))
