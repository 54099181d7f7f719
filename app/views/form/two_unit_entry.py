"""A size in the clinic's unit or in the two that people think in: kg or st and lb, cm or ft and in."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.consultation.questions import Question
from app.rules.units import (
    CM_AN_INCH,
    INCHES_A_FOOT,
    KG_A_POUND,
    POUNDS_A_STONE,
    cm_from_feet,
    kg_from_stones,
    rounded,
)
from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.fields.note import Note, State
from app.views.fields.number import NumberField
from app.views.fields.number_reading import NumberRule
from app.views.form.entry import Entry
from app.views.form.number_entry import Doubt, NumberEntry, Slip, no_doubt, rule_of, soft_doubt
from app.views.parts.layout import Column, Flow, Held, Row, Stretch
from app.views.parts.words import Voice, Words

WHOLE, PARTS = "whole", "parts"


@dataclass(frozen=True)
class OtherUnits:
    """Two units said together: their names, limits, and the way from and to the clinic's unit."""

    large: NumberRule
    small: NumberRule
    words: str
    total: Callable[[int, Decimal], Decimal]
    split: Callable[[Decimal], tuple[Decimal, Decimal]]


def _split(small_units: Decimal, in_a_large: int) -> tuple[Decimal, Decimal]:
    large, small = divmod(int(rounded(small_units, 0)), in_a_large)
    return Decimal(large), Decimal(small)


STONES = OtherUnits(
    NumberRule(Decimal(0), Decimal(70), "st"),
    NumberRule(Decimal(0), Decimal("13.9"), "lb", 1),
    "st lb",
    lambda large, small: kg_from_stones(large, small).value,
    lambda kg: _split(kg / KG_A_POUND, POUNDS_A_STONE),
)
FEET = OtherUnits(
    NumberRule(Decimal(0), Decimal(8), "ft"),
    NumberRule(Decimal(0), Decimal("11.9"), "in", 1),
    "ft in",
    lambda large, small: cm_from_feet(large, small).value,
    lambda cm: _split(cm / CM_AN_INCH, INCHES_A_FOOT),
)


class TwoUnitEntry(Entry):
    """A number line with a switch of units beside it; what is kept is always in the clinic's unit."""

    def __init__(
        self, question: Question, units: OtherUnits, *, slip: Slip | None = None, doubt: Doubt = no_doubt
    ) -> None:
        super().__init__()
        self._question, self._units, self._doubt = question, units, doubt
        self._rule = rule_of(question)
        self._value: Decimal | None = None
        self.whole = NumberEntry(question, slip=slip, doubt=doubt)
        self.whole.field.unit.hide()
        self.large = NumberField(f"{question.label}, {units.large.unit}", units.large, width=64)
        self.small = NumberField(f"{question.label}, {units.small.unit}", units.small, width=72)
        self.unit = Choice(
            f"{question.label}: unit",
            [Option(WHOLE, question.unit), Option(PARTS, units.words)],
            compact=True,
        )
        self.unit.set_value(WHOLE)
        self.note = Note()
        self.kept = Words("", Voice.SMALL, wraps=True)
        self._parts = Held(Row(self.large, self.small, Stretch(), gap=8))
        self._parts.hide()
        self.setLayout(Column(Flow(self.whole, self._parts, self.unit, gap=6), self.note, self.kept, gap=6))
        self._listen()
        self._say_kept()

    def _listen(self) -> None:
        self.unit.edited.connect(self._switch)
        self.whole.given.connect(self._become)
        self.whole.entered.connect(self.entered)
        for part in (self.large, self.small):
            part.edited.connect(self._read_parts)
        self.large.entered.connect(self.small.line.setFocus)
        self.small.entered.connect(self._entered_parts)

    def value(self) -> Decimal | None:
        """The size in the clinic's unit."""
        return self._value

    def show_value(self, value: Decimal | None) -> None:
        """Show a stored size, in the units chosen now."""
        self._value = value
        self.whole.show_value(value)
        self._show_parts(value)
        self._say_kept()

    def commit(self) -> None:
        """Read what is typed."""
        if self._in_parts():
            self.large.commit()
            self.small.commit()
        else:
            self.whole.commit()

    def first_stop(self) -> QWidget:
        """The first line of the units chosen."""
        return self.large.line if self._in_parts() else self.whole.first_stop()

    def refused(self) -> str:
        """Why what is typed is not kept."""
        if not self._in_parts():
            return self.whole.refused()
        for part in (self.large, self.small):
            if part.state() is State.REFUSED:
                return part.note.sentence.said()
        return self.note.sentence.said() if self._value is None else ""

    def doubt(self) -> str:
        """What is still asked about a kept value."""
        if not self._in_parts():
            return self.whole.doubt()
        return self.note.sentence.said() if self._value is not None else ""

    def _in_parts(self) -> bool:
        return self.unit.value() == PARTS

    def _switch(self, unit: object) -> None:
        if unit is None:  # A second press takes an answer back; a unit is not an answer, there is always one.
            self.unit.set_value(PARTS if self._parts.isVisibleTo(self) else WHOLE)
            return
        self._parts.setVisible(self._in_parts())
        self.whole.setVisible(not self._in_parts())
        self.show_value(self._value)

    def _show_parts(self, value: Decimal | None) -> None:
        large, small = self._units.split(value) if value is not None else (None, None)
        self.large.set_value(large)
        self.small.set_value(small)
        self.note.say("", State.FINE)

    def _read_parts(self) -> None:
        large, small = self.large.value(), self.small.value()
        if large is None:
            sentence = f"Not kept yet: the {self._units.large.unit} are missing." if small is not None else ""
            self._refuse(sentence)
            return
        total = self._units.total(int(large), small or Decimal(0))
        if not self._rule.low <= total <= self._rule.high:
            self._refuse(
                f"{total} {self._question.unit} is not kept: it takes {self._rule.range_in_words()}."
            )
            return
        self.note.say(self._doubt(total) or soft_doubt(self._question, total), State.CHECK)
        self._become(total)

    def _refuse(self, sentence: str) -> None:
        self.note.say(sentence, State.REFUSED)
        self._become(None)

    def _become(self, value: Decimal | None) -> None:
        before, self._value = self._value, value
        self._say_kept()
        if value != before:
            self.given.emit(value)

    def _say_kept(self) -> None:
        words = ""
        if self._value is not None and self._in_parts():
            words = f"Kept as {self._value} {self._question.unit}"
        elif self._value is not None:
            large, small = self._units.split(self._value)
            words = f"{large} {self._units.large.unit} {small} {self._units.small.unit}"
        self.kept.say(words)
        self.kept.setVisible(bool(words))

    def _entered_parts(self) -> None:
        if self._value is not None or not self.refused():
            self.entered.emit()
