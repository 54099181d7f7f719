"""A telephone number: kept as it is typed, refused where it could not be dialled."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.consultation.person import LONGEST_PHONE
from app.views.fields.line import Line
from app.views.fields.note import Note, State, mark
from app.views.fields.number_reading import NotKept
from app.views.fields.pauses import keep_in_pauses
from app.views.fields.phone_reading import read_phone
from app.views.parts.layout import Column

_TAKES = "Takes a phone number in digits; an extension as in ext 12, a short note in brackets after it"


class PhoneField(QWidget):
    """One line for a number. What is no number is refused in a sentence and stays as typed.

    A refusal takes nothing away: the number from before stays the value. A stored one stands as it is,
    whatever was taken for a number when it was kept.
    """

    edited = Signal(object)
    entered = Signal()

    def __init__(self, name: str, *, in_pauses: bool = False) -> None:
        """`in_pauses` keeps it while it is being typed, too."""
        super().__init__()
        self._value: str | None = None
        self._state = State.FINE
        self.line = Line(name)
        self.line.setMaxLength(LONGEST_PHONE)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.note = Note()
        self.setLayout(Column(self.line, self.note, gap=6))
        self.setFocusProxy(self.line)
        self._stand(State.FINE, "")
        self.line.left.connect(self.commit)
        self.line.entered.connect(self.entered)
        if in_pauses:
            keep_in_pauses(self.line, self.line.textEdited, self._keep_if_whole)

    @property
    def is_refused(self) -> bool:
        """Whether what is typed cannot be kept."""
        return self._state is State.REFUSED

    def not_kept(self) -> list[str]:
        """What stands on the line and could not be kept, a sentence."""
        return [f"{self.line.accessibleName()}: what is typed is no number."] if self.is_refused else []

    def value(self) -> str | None:
        """The number kept, or None."""
        return self._value

    def set_value(self, number: str | None) -> None:
        """Show a stored number, without telling anyone; where it is being typed, what stands there stays."""
        self._value = number or None
        if self.line.hasFocus() and self.line.text().strip() == (number or ""):
            return
        self.line.setMaxLength(max(LONGEST_PHONE, len(number or "")))  # Nothing stored is cut.
        self.line.setText(number or "")
        self.line.setCursorPosition(0)
        self._stand(State.FINE, "")

    def clear(self) -> None:
        """Show an empty line."""
        self.set_value(None)

    def commit(self) -> None:
        """Read what is typed, and say what is wrong with it; tell a number that is other than before."""
        before, typed = self._value, self.line.text().strip()
        if typed == (before or ""):
            self._stand(State.FINE, "")  # Nothing was typed, or it was put back.
            return
        try:
            self._value = read_phone(typed, kept=before)
        except NotKept as refusal:
            self._stand(State.REFUSED, str(refusal))
            return
        self._stand(State.FINE, "")
        if self._value != before:
            self.edited.emit(self._value)

    def first_stop(self) -> QWidget:
        """The line."""
        return self.line

    def _keep_if_whole(self) -> None:
        """In a pause half a number is no fault yet: it is told once the line is left."""
        try:
            read_phone(self.line.text())
        except NotKept:
            return
        self.commit()

    def _stand(self, state: State, sentence: str) -> None:
        self._state = state
        mark(self.line, state, sentence or _TAKES)
        self.note.say(sentence, state)
