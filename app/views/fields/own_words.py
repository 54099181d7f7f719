"""The person's own words, or a longer note: plain text, kept exactly as it is said."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from app.views.fields.pauses import keep_in_pauses
from app.views.look.theme import px


class _Page(QPlainTextEdit):
    """The text edit inside; Tab leaves it, because a keyboard must never be caught."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving commits; a menu opening over it does not."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class WordsField(QWidget):
    """Several lines of plain words, never shortened and never corrected; None when empty."""

    edited = Signal(object)

    def __init__(self, name: str, *, hint: str = "", height: float = 124, own: bool = True) -> None:
        """`height` in design pixels; `own` is larger type, for the person's own words."""
        super().__init__()
        self._value: str | None = None
        self._height = height
        self.page = _Page()
        self.page.setAccessibleName(name)
        self.page.setPlaceholderText(hint)
        self.page.setProperty("look", "own_words" if own else "")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.page)
        self.setFocusProxy(self.page)
        self.restyle()
        self.page.left.connect(self.commit)
        keep_in_pauses(self.page, self.page.textChanged, self.commit)

    def restyle(self) -> None:
        """Measure again."""
        self.page.setMinimumHeight(px(self._height))
        self.page.setMaximumHeight(px(self._height))

    def value(self) -> str | None:
        """The words kept, or None."""
        return self._value

    def set_value(self, words: str | None) -> None:
        """Show stored words, without telling anyone; where they are being typed, what stands there stays."""
        self._value = words or None
        if self.page.hasFocus() and self.page.toPlainText().strip() == (words or "").strip():
            return
        self.page.setPlainText(words or "")

    def clear(self) -> None:
        """Show an empty page."""
        self.set_value(None)

    def commit(self) -> None:
        """Take what is typed; tell if it is other than before."""
        words = self.page.toPlainText()
        before, self._value = self._value, words if words.strip() else None
        if self._value != before:
            self.edited.emit(self._value)

    def first_stop(self) -> QWidget:
        """The page."""
        return self.page
