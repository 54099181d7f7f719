"""A number with its unit beside it: typed, never spun."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.views.fields.line import Line
from app.views.fields.note import Note, State, mark
from app.views.fields.number_reading import NotKept, NumberRule
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Held, Row, Stretch
from app.views.parts.words import Voice, Words

Doubt = Callable[[Decimal], str | None]


class NumberField(QWidget):
    """A line and its unit. An impossible number is refused in a sentence and stays as typed.

    An unlikely one is kept, and questioned: `doubt` gives the sentence, "It is right" answers it.
    """

    edited = Signal(object)
    entered = Signal()
    confirmed = Signal()

    def __init__(self, name: str, rule: NumberRule, *, width: float = 84, doubt: Doubt | None = None) -> None:
        """`width` of the line is in design pixels; the value is a Decimal or None."""
        super().__init__()
        self._rule, self._doubt = rule, doubt
        self._value: Decimal | None = None
        self._state = State.FINE
        spoken = f"{name}, {rule.unit}" if rule.unit else name
        self.line = Line(spoken, width=width, look="number")
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.unit = Words(rule.unit, Voice.SMALL)
        if not rule.unit:
            self.unit.hide()
        self.note = Note()
        self.right = Button("It is right", Kind.PLAIN, name=f"{name}: it is right")
        self._answer = Held(Row(self.right, Stretch()))
        self._answer.hide()
        self.setLayout(Column(Row(self.line, self.unit, Stretch()), self.note, self._answer, gap=6))
        self.setFocusProxy(self.line)
        self._description = f"Takes {rule.range_in_words()}"
        self._stand(State.FINE, "")
        self.line.left.connect(self.commit)
        self.line.entered.connect(self.entered)
        self.right.clicked.connect(self._confirm)

    def value(self) -> Decimal | None:
        """The number kept, or None: empty, or refused."""
        return self._value

    def state(self) -> State:
        """Whether what is typed is fine, questioned or refused."""
        return self._state

    def typed(self) -> str:
        """What stands on the line, kept or not."""
        return self.line.text()

    def set_value(self, number: Decimal | None) -> None:
        """Show a stored number, without telling anyone and without a question."""
        self._value = number
        self.line.setText("" if number is None else f"{number:f}")
        self._stand(State.FINE, "")

    def ask_of(self, question: str) -> None:
        """Question the number that is shown; "It is right" answers it."""
        if self._value is not None:
            self._stand(State.CHECK, question)

    def clear(self) -> None:
        """Show an empty line."""
        self.set_value(None)

    def commit(self) -> None:
        """Read what is typed; tell if the value is another than before, or a refusal is lifted."""
        before, was_refused = self._value, self._state is State.REFUSED
        try:
            self._value = self._rule.read(self.line.text())
        except NotKept as refusal:
            self._value = None
            self._stand(State.REFUSED, str(refusal))
        else:
            if self._value is None or self._value != before:
                doubt = self._doubt(self._value) if self._doubt and self._value is not None else None
                self._stand(State.CHECK if doubt else State.FINE, doubt or "")
        if self._value != before or (was_refused and self._state is not State.REFUSED):
            self.edited.emit(self._value)

    def first_stop(self) -> QWidget:
        """The line."""
        return self.line

    def _confirm(self) -> None:
        self._stand(State.FINE, "")
        self.line.setFocus()
        self.confirmed.emit()

    def _stand(self, state: State, sentence: str) -> None:
        self._state = state
        mark(self.line, state, sentence or self._description)
        self.note.say(sentence, state)
        self._answer.setVisible(state is State.CHECK)
