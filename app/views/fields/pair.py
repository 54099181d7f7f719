"""Two numbers that belong together, as in blood pressure: 146 / 92."""

from decimal import Decimal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.views.fields.line import Line
from app.views.fields.note import Note, State, mark
from app.views.fields.number_reading import NotKept, NumberRule
from app.views.parts.layout import Column, Row, Stretch
from app.views.parts.words import Voice, Words

Pair = tuple[Decimal, Decimal]


class _UpperLine(Line):
    """The first of the two; a stroke goes on to the second."""

    stroke_typed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A typed stroke moves on instead of being written."""
        if event.text() == "/":
            self.stroke_typed.emit()
        else:
            super().keyPressEvent(event)


class PairField(QWidget):
    """Two lines with a stroke between. The value is both numbers, or None while one is missing."""

    edited = Signal(object)
    entered = Signal()

    def __init__(self, name: str, upper: NumberRule, lower: NumberRule, *, width: float = 60) -> None:
        """`width` of each line is in design pixels. The upper number must be the larger one."""
        super().__init__()
        self._rules = (upper, lower)
        self._value: Pair | None = None
        self._state = State.FINE
        unit = f", {upper.unit}" if upper.unit else ""
        self.upper_line = _UpperLine(f"{name}, upper{unit}", width=width, look="number")
        self.lower_line = Line(f"{name}, lower{unit}", width=width, look="number")
        self.note = Note()
        row = Row(
            self.upper_line,
            Words("/", Voice.MUTED),
            self.lower_line,
            Words(upper.unit, Voice.SMALL),
            Stretch(),
            gap=6,
        )
        self.setLayout(Column(row, self.note, gap=6))
        self.setFocusProxy(self.upper_line)
        self._stand(State.FINE, "")
        self.upper_line.stroke_typed.connect(self._go_on)
        for line in (self.upper_line, self.lower_line):
            line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
            line.left.connect(self._left)
        self.upper_line.entered.connect(self._go_on)
        self.lower_line.entered.connect(self.entered)

    def value(self) -> Pair | None:
        """Both numbers, or None: empty, half filled or refused."""
        return self._value

    def state(self) -> State:
        """Whether what is typed is fine or refused."""
        return self._state

    def set_value(self, pair: Pair | None) -> None:
        """Show two stored numbers, or none, without telling anyone."""
        self._value = pair
        for line, number in zip((self.upper_line, self.lower_line), pair or ("", ""), strict=True):
            line.setText(str(number))
        self._stand(State.FINE, "")

    def clear(self) -> None:
        """Show two empty lines."""
        self.set_value(None)

    def commit(self) -> None:
        """Read both lines; tell if the value is another than before, or a refusal is lifted."""
        before, was_refused = self._value, self._state is State.REFUSED
        try:
            self._value = self._read()
        except NotKept as refusal:
            self._value = None
            self._stand(State.REFUSED, str(refusal))
        else:
            self._stand(State.FINE, "")
        if self._value != before or (was_refused and self._state is State.FINE):
            self.edited.emit(self._value)

    def first_stop(self) -> QWidget:
        """The line of the upper number."""
        return self.upper_line

    def _read(self) -> Pair | None:
        upper = self._rules[0].read(self.upper_line.text())
        lower = self._rules[1].read(self.lower_line.text())
        if upper is None and lower is None:
            return None
        if upper is None or lower is None:
            missing = "upper" if upper is None else "lower"
            raise NotKept(f"Not kept yet: the {missing} number is missing.")
        if upper <= lower:
            raise NotKept(f"{upper}/{lower} is not kept: the upper number must be the larger one.")
        return upper, lower

    def _left(self) -> None:
        # Going from one line to the other is not leaving the pair; where focus went is known a moment later.
        QTimer.singleShot(0, self, self._commit_unless_inside)

    def _commit_unless_inside(self) -> None:
        """A pair is read whole, once it is left: one number put right beside an old one is no reading."""
        if QApplication.focusWidget() not in (self.upper_line, self.lower_line):
            self.commit()

    def _go_on(self) -> None:
        self.lower_line.setFocus(Qt.FocusReason.TabFocusReason)
        self.lower_line.selectAll()

    def _stand(self, state: State, sentence: str) -> None:
        self._state = state
        for line, rule in zip((self.upper_line, self.lower_line), self._rules, strict=True):
            mark(line, state, sentence or f"Takes {rule.range_in_words()}")
        self.note.say(sentence, state)
