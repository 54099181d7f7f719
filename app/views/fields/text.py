"""A short answer in words, on one line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.views.fields.line import Line
from app.views.fields.pauses import keep_in_pauses


class TextField(QWidget):
    """One line of words; the value is None when it is empty."""

    edited = Signal(object)
    entered = Signal()

    def __init__(
        self,
        name: str,
        *,
        hint: str = "",
        width: float | None = None,
        longest: int = 500,
        in_pauses: bool = False,
    ) -> None:
        """`width` in design pixels, else all the room; `longest` is in characters.

        `in_pauses` is for what is kept while it is still being typed, too.
        """
        super().__init__()
        self._value: str | None = None
        self.line = Line(name, width=width, hint=hint)
        self.line.setMaxLength(longest)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        if width is not None:
            box.addStretch(1)
        self.setFocusProxy(self.line)
        self.line.left.connect(self.commit)
        self.line.entered.connect(self.entered)
        if in_pauses:
            keep_in_pauses(self.line, self.line.textEdited, self.commit)

    def value(self) -> str | None:
        """The words kept, or None."""
        return self._value

    def set_value(self, words: str | None) -> None:
        """Show stored words, without telling anyone; where they are being typed, what stands there stays."""
        self._value = words or None
        if self.line.hasFocus() and self.line.text().strip() == (words or "").strip():
            return
        self.line.setText(words or "")
        self.line.setCursorPosition(0)

    def clear(self) -> None:
        """Show an empty line."""
        self.set_value(None)

    def commit(self) -> None:
        """Take what is typed; tell if it is other than before."""
        before, self._value = self._value, self.line.text().strip() or None
        if self._value != before:
            self.edited.emit(self._value)

    def first_stop(self) -> QWidget:
        """The line."""
        return self.line
