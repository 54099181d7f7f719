"""The NHS number: checked by its check digit, marked when it is a test number, or not known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.rules.scores.nhs_number import DIGITS, digits_of, formatted, is_nhs_number, is_test_number
from app.views.fields.line import Line
from app.views.fields.note import Note, State, mark
from app.views.fields.tick_list import Tick
from app.views.parts.layout import Column, Flow, Held
from app.views.parts.pictures import Tag, Tone

TEST_NUMBER = "TEST NUMBER"
ONLY_TEST_NUMBERS = "A practice store takes test numbers only (they begin with 999)."
_MISTYPED = "That is not an NHS number: its last digit does not fit the others. Read it again."
_NOT_TEN = "An NHS number has ten digits, as in 999 123 4567."


class NhsNumberField(QWidget):
    """The value is ten digits, or None; `is_not_known` tells whether that was said."""

    edited = Signal(object)

    def __init__(self, *, is_practice: bool) -> None:
        super().__init__()
        self._is_practice = is_practice
        self._value: str | None = None
        self._compared = ""
        self.line = Line("NHS number", width=190, hint="Ten digits")
        self.not_known = Tick("Not known")
        self.not_known.setAccessibleName("NHS number: not known")
        self.tag = Tag(TEST_NUMBER, Tone.CAUTION)
        self.tag.hide()
        self.note = Note()
        self.setLayout(Column(Held(Flow(self.line, self.not_known, self.tag, gap=10)), self.note, gap=6))
        self.setFocusProxy(self.line)
        self.line.left.connect(self.commit)
        self.not_known.clicked.connect(self._say_not_known)

    @property
    def is_not_known(self) -> bool:
        """Whether it was said that nobody knows it."""
        return self.not_known.isChecked()

    @property
    def is_refused(self) -> bool:
        """Whether what is typed cannot be kept."""
        return self._value is None and bool(self.line.text().strip())

    def value(self) -> str | None:
        """The ten digits kept, or None."""
        return self._value

    def ten_digits(self) -> str:
        """The ten digits typed, also where they are no NHS number: a slip may be close to somebody's."""
        return self._compared

    def set_value(self, nhs_number: str | None) -> None:
        """Show a number, without telling anyone."""
        self.line.setText(nhs_number or "")
        self._read()

    def clear(self) -> None:
        """Show an empty line, and nothing said."""
        self.not_known.setChecked(False)
        self.set_value(None)

    def commit(self) -> None:
        """Take what is typed; tell if the number is another than before."""
        before = self._value, self._compared
        self._read()
        if (self._value, self._compared) != before:
            self.edited.emit(self._value)

    def first_stop(self) -> QWidget:
        """The line."""
        return self.line

    def refuse(self, sentence: str) -> None:
        """Say why the answer is not enough; what was typed stays."""
        self._stand(sentence)

    def _say_not_known(self) -> None:
        if self.is_not_known:
            self.line.clear()
        self.commit()

    def _read(self) -> None:
        typed = self.line.text().strip()
        wrong = what_is_wrong(typed, is_practice=self._is_practice) if typed else ""
        self._value = digits_of(typed) if typed and not wrong else None
        if self._value:
            self.line.setText(formatted(self._value))
        if typed:
            self.not_known.setChecked(False)
        self._compared = _digits(typed)
        self._stand(wrong)
        self.tag.setVisible(bool(self._value) and is_test_number(self._value or ""))

    def _stand(self, wrong: str) -> None:
        state = State.REFUSED if wrong else State.FINE
        mark(self.line, state, wrong or "Ten digits, or tick that it is not known")
        self.note.say(wrong, state)


def _digits(typed: str) -> str:
    """Ten digits as typed, or nothing."""
    try:
        digits = digits_of(typed)
    except ValueError:
        return ""
    return digits if len(digits) == DIGITS else ""


def what_is_wrong(typed: str, *, is_practice: bool) -> str:
    """Why this number cannot be kept in this store, or nothing."""
    try:
        digits = digits_of(typed)
    except ValueError:
        return _NOT_TEN
    if not is_nhs_number(digits):
        return _NOT_TEN if len(digits) != 10 else _MISTYPED
    return ONLY_TEST_NUMBERS if is_practice and not is_test_number(digits) else ""
