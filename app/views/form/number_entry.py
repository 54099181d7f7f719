"""A number with its limits: refused in words, questioned in words, and a likely slip of unit turned right."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.consultation.questions import Limits, Question
from app.rules.units import Converted
from app.views.fields.note import Note, State
from app.views.fields.number import NumberField
from app.views.fields.number_reading import NotKept, NumberRule
from app.views.form.entry import Entry
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Held, Row, Stretch

ANY_NUMBER = NumberRule(Decimal(0), Decimal(100_000), decimals=4)
WIDEST_RANGE = Limits(Decimal(0), Decimal(100_000), Decimal(0), Decimal(100_000))

Doubt = Callable[[Decimal], str]


@dataclass(frozen=True)
class Slip:
    """A usual slip of unit: what to ask, and the value it would be in the unit of the question."""

    asks: str
    converted: Callable[[Decimal], Converted | None]


def rule_of(question: Question) -> NumberRule:
    """What the field takes: the hard limits, in the question's unit."""
    limits = question.limits or WIDEST_RANGE
    return NumberRule(limits.low, limits.high, question.unit, question.places)


def soft_doubt(question: Question, number: Decimal) -> str:
    """What to ask about a value outside the soft limits, or nothing."""
    limits = question.limits or WIDEST_RANGE
    if limits.soft_low <= number <= limits.soft_high:
        return ""
    return f"{number} {question.unit} is unusual. {limits.slip or 'Is it right?'}"


def no_doubt(_number: Decimal) -> str:
    """Nothing more to ask than what the limits ask."""
    return ""


class NumberEntry(Entry):
    """A number line. An unlikely value is kept and questioned; where it would fit another unit, that is
    offered with the sum spelled out, and taken only when it is pressed."""

    def __init__(
        self, question: Question, *, slip: Slip | None = None, doubt: Doubt = no_doubt, name: str = ""
    ) -> None:
        super().__init__()
        self._question, self._slip, self._doubt = question, slip, doubt
        self._offered: Decimal | None = None
        self._is_right: Decimal | None = None
        self.field = NumberField(name or question.label, rule_of(question), width=96, doubt=self._asks)
        self.offer = Note()
        self.take = Button("", Kind.OUTLINE)
        self._take_row = Held(Row(self.take, Stretch()))
        self._take_row.hide()
        self.setLayout(Column(self.field, self.offer, self._take_row, gap=6))
        self.field.edited.connect(self.given)
        self.field.entered.connect(self._entered)
        # Connected after the field's own: it has read the line by then.
        self.field.line.left.connect(self._look_for_a_slip)
        self.field.confirmed.connect(self._confirm)
        self.take.clicked.connect(self._take_offered)

    def value(self) -> Decimal | None:
        """The number kept."""
        return self.field.value()

    def show_value(self, value: Decimal | None) -> None:
        """Show a stored number; what nobody answered about it is asked again, after a restart too."""
        self.field.set_value(value)
        if value is not None and value != self._is_right and (doubt := self._doubt(value)):
            self.field.ask_of(doubt)
        self._forget_offer()

    def commit(self) -> None:
        """Read what is typed."""
        self.field.commit()
        self._look_for_a_slip()

    def first_stop(self) -> QWidget:
        """The line."""
        return self.field.line

    def refused(self) -> str:
        """What the field said of a number that cannot be."""
        return self.field.note.sentence.said() if self.field.state() is State.REFUSED else ""

    def doubt(self) -> str:
        """What the field still asks."""
        return self.field.note.sentence.said() if self.field.state() is State.CHECK else ""

    def _asks(self, number: Decimal) -> str | None:
        return self._doubt(number) or soft_doubt(self._question, number) or None

    def _entered(self) -> None:
        if self.field.state() is State.FINE:
            self.entered.emit()

    def _look_for_a_slip(self) -> None:
        if self.field.state() is State.FINE or self._slip is None:
            self._forget_offer()
            return
        try:
            typed = ANY_NUMBER.read(self.field.typed())
        except NotKept:
            typed = None
        found = self._slip.converted(typed) if typed is not None else None
        if found is None or not self._is_likely(found.value):
            self._forget_offer()
            return
        self._offered = found.value
        self.offer.say(f"{self._slip.asks} {found.sum_in_words}", State.CHECK)
        self.take.say(f"Take {found.value} {found.unit}")
        self._take_row.show()

    def _is_likely(self, number: Decimal) -> bool:
        limits = self._question.limits or WIDEST_RANGE
        return limits.soft_low <= number <= limits.soft_high

    def _confirm(self) -> None:
        self._is_right = self.field.value()
        self._forget_offer()

    def _forget_offer(self) -> None:
        self._offered = None
        self.offer.say("", State.FINE)
        self._take_row.hide()

    def _take_offered(self) -> None:
        if self._offered is None:
            return
        self.field.line.setText(f"{self._offered:f}")
        self.field.line.setFocus()
        self.commit()
