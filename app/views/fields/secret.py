"""A passphrase or a PIN: hidden unless asked, with a word when Caps Lock is on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.views.fields.line import Line
from app.views.fields.note import Note, State
from app.views.parts.buttons import Button
from app.views.parts.layout import Column, Row


class SecretField(QWidget):
    """A hidden line with a Show button. It keeps no committed value: `secret()` reads what is typed."""

    entered = Signal()
    typed = Signal()

    def __init__(self, name: str, *, digits: bool = False, width: float | None = None) -> None:
        """`digits` takes a PIN: at most six digits. `width` is in design pixels."""
        super().__init__()
        self._name = name
        self.line = Line(name, look="tall", width=width)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        if digits:
            hints |= Qt.InputMethodHint.ImhDigitsOnly
            self.line.setMaxLength(6)
        self.line.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.show_button = Button("Show", icon="eye", name=f"Show {self._spoken}")
        self.show_button.setProperty("tall", "true")
        self.show_button.setCheckable(True)
        self.note = Note()
        row = Row((self.line, 0 if width else 1), self.show_button, gap=8)
        if width:
            row.addStretch(1)
        self.setLayout(Column(row, self.note, gap=6))
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.entered.connect(self.entered)
        self.line.textEdited.connect(self.typed)
        self.show_button.toggled.connect(self._show)

    @property
    def _spoken(self) -> str:
        words = self._name if self._name.startswith("PIN") else self._name[0].lower() + self._name[1:]
        return words if words.startswith("my ") else f"the {words}"

    def secret(self) -> str:
        """What is typed, exactly."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed and hide again."""
        self.line.clear()
        self.show_button.setChecked(False)
        self.note.say("", State.FINE)

    def refuse(self, sentence: str) -> None:
        """Say why it was not taken; what was typed stays."""
        self.note.say(sentence, State.REFUSED)

    def accept_typed(self) -> None:
        """Take the last complaint away."""
        self.note.say("", State.FINE)

    def first_stop(self) -> QWidget:
        """The line."""
        return self.line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock by what a letter key gives; Qt has no other way to ask."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._notice_caps(event)
        return super().eventFilter(watched, event)

    def _notice_caps(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            self.note.say("", State.FINE)
        letter = event.text()
        if len(letter) != 1 or letter.upper() == letter.lower():
            return
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if letter.isupper() != shifted:
            self.note.say("Caps Lock seems to be on.", State.CHECK)
        elif self.note.isVisible():
            self.note.say("", State.FINE)

    def _show(self, shown: bool) -> None:
        echo = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(echo)
        word = "Hide" if shown else "Show"
        self.show_button.say(word, f"{word} {self._spoken}")
