"""Blood pressure: a reading, a second one, and which of them is kept, in words."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.consultation.physical_checks.figure_limits import DIASTOLIC_LIMITS, SYSTOLIC_LIMITS
from app.consultation.physical_checks.record import BloodPressure
from app.consultation.questions import Question
from app.views.fields.note import State
from app.views.fields.number_reading import NumberRule
from app.views.fields.pair import PairField
from app.views.form.entry import Entry
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Flow, Held, Row
from app.views.parts.words import Voice, Words

ORDINALS = ("First", "Second", "Third", "Fourth")
Readings = tuple[BloodPressure, ...]


class PressureEntry(Entry):
    """Readings, one after the other, as many as have a name; of seated ones the lower of the last two."""

    def __init__(self, question: Question, names: Sequence[str] = ORDINALS) -> None:
        super().__init__()
        self._names = names
        upper = NumberRule(SYSTOLIC_LIMITS.low, SYSTOLIC_LIMITS.high, question.unit)
        lower = NumberRule(DIASTOLIC_LIMITS.low, DIASTOLIC_LIMITS.high, question.unit)
        self.readings = [PairField(f"{name} reading", upper, lower, width=60) for name in names]
        self._rows = [
            Held(Row(Words(name, Voice.MUTED), field, gap=8))
            for name, field in zip(names, self.readings, strict=True)
        ]
        for row in self._rows[1:]:
            row.hide()
        for field in self.readings:
            _hide_unit(field, question.unit)
        self.another = Button("", Kind.PLAIN, icon="add")
        self.setLayout(Column(Flow(*self._rows, self.another, gap=8)))
        for at, field in enumerate(self.readings):
            field.edited.connect(self._tell)
            field.entered.connect(lambda at=at: self._go_on(at))
            field.upper_line.entered.connect(lambda at=at: self._pass_over(at))
        self.another.clicked.connect(self._open_another)
        self._show_state()

    def value(self) -> Readings | None:
        """The readings in the order they were taken, or None."""
        pairs = [pair for field in self.readings if (pair := field.value()) is not None]
        return tuple(BloodPressure(int(upper), int(lower)) for upper, lower in pairs) or None

    def show_value(self, value: Readings | None) -> None:
        """Show stored readings."""
        stored = value or ()
        for at, field in enumerate(self.readings):
            reading = stored[at] if at < len(stored) else None
            field.set_value((Decimal(reading.systolic), Decimal(reading.diastolic)) if reading else None)
            self._rows[at].setVisible(at == 0 or reading is not None)
        self._show_state()

    def commit(self) -> None:
        """Read what is typed."""
        for field in self.readings:
            field.commit()

    def first_stop(self) -> QWidget:
        """The upper line of the first reading."""
        return self.readings[0].upper_line

    def refused(self) -> str:
        """The first reading that cannot be."""
        wrong = (field for field in self.readings if field.state() is State.REFUSED)
        return next((field.note.sentence.said() for field in wrong), "")

    def _seen(self) -> int:
        return sum(not row.isHidden() for row in self._rows)

    def _tell(self) -> None:
        self._show_state()
        self.given.emit(self.value())

    def _show_state(self) -> None:
        readings, seen = self.value() or (), self._seen()
        nth = self._names[min(seen, len(self._names) - 1)].lower()
        # After two the further ones are for the few who need them: only the sign is shown.
        self.another.say(f"Take a {nth} reading" if seen == 1 else "", f"Take a {nth} reading")
        self.another.setVisible(len(readings) == seen < len(self._names))

    def _open_another(self) -> None:
        at = self._seen()
        self._rows[at].show()
        self._show_state()
        self.readings[at].upper_line.setFocus()

    def _pass_over(self, at: int) -> None:
        """Enter in an empty further reading goes on without it."""
        field = self.readings[at]
        if at > 0 and not field.upper_line.text() and not field.lower_line.text():
            self.entered.emit()

    def _go_on(self, at: int) -> None:
        # The pair reads itself a moment after Enter, to see where the keyboard went: here that is known.
        self.readings[at].commit()
        if self.readings[at].state() is State.REFUSED:
            return
        if at == 0 and self._seen() == 1 < len(self._names) and self.readings[0].value() is not None:
            self._open_another()
        elif at + 1 < self._seen():
            self.readings[at + 1].upper_line.setFocus()
        else:
            self.entered.emit()


def _hide_unit(field: PairField, unit: str) -> None:
    """The row's title has said the unit: four times beside the lines it would take the room of a reading."""
    for words in field.findChildren(Words):
        words.setVisible(words.said() != unit)
