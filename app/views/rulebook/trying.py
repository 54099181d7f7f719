"""Values of one's own put to a rule: nothing is known until it is entered; the outcome follows each entry."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.book import vocabulary
from app.consultation.rule_cases import tried
from app.rules.facts import FactKind, Kind
from app.rules.language import LanguageError
from app.rules.reading import Library
from app.rules.rulebook import Rule
from app.views.fields.answers import options
from app.views.fields.choice import Choice
from app.views.fields.field import Captioned
from app.views.fields.note import Note, State
from app.views.fields.number import NumberField
from app.views.fields.number_reading import NumberRule
from app.views.fields.text import TextField
from app.views.parts.cards import Card, Surface
from app.views.parts.layout import Columns, Held, Row, empty
from app.views.parts.words import Voice, Words
from app.views.rulebook.outcome_words import verdict_in_words, why_in_words

YES_NO = options(yes="Yes", no="No")
WHOLE = options(takes="Yes", takes_at_least="Perhaps more")
_WHEN = "never, today, 14 months ago, or none since 5 months ago"
_WHAT = "clozapine, haloperidol as depot, lithium since 3 weeks ago"


class Trying(QWidget):
    """A field for each thing that the rule reads, and what the rule says beside them."""

    def __init__(self, rule: Rule, library: Library) -> None:
        super().__init__()
        self._rule, self._library = rule, library
        self._readers: list[Callable[[], dict[str, Any]]] = []
        self.verdict = Words("", Voice.SUBHEADING, wraps=True)
        self.note = Note()
        self._why = QVBoxLayout()
        self._why.setContentsMargins(0, 0, 0, 0)
        fields = Card(Words("Nothing is known until you enter it.", Voice.SMALL, wraps=True))
        for name in rule.reads_in_order:
            fields.add(self._field(vocabulary()[name]))
        found = Card(self.verdict, self.note, Held(self._why), surface=Surface.WELL)
        columns = Columns((fields, 1), (found, 1), gap=16, turn_at=620)
        self.setLayout(Row(columns))
        self._look()

    def _field(self, kind: FactKind) -> QWidget:
        name, label = kind.name, kind.label
        if kind.kind is Kind.NUMBER:
            number = NumberField(label, _takes(kind))
            self._readers.append(lambda: _given(name, number.value()))
            return self._captioned(label, number, number.edited)
        if kind.kind is Kind.YES_NO:
            choice = Choice(label, YES_NO, compact=True)
            self._readers.append(lambda: _given(name, _truth(choice.value())))
            return self._captioned(label, choice, choice.edited)
        if kind.kind is Kind.MEDICINES:
            return self._medicines(label)
        hint = _WHEN if kind.kind is Kind.LAST_DONE else ", ".join(kind.options)
        typed = TextField(label)
        self._readers.append(lambda: _given(name, typed.value()))
        return self._captioned(label, typed, typed.edited, hint)

    def _medicines(self, label: str) -> QWidget:
        typed, whole = TextField(label), Choice("That is all of them", WHOLE, compact=True)

        def read() -> dict[str, Any]:
            key = whole.value()
            named = [word.strip() for word in (typed.value() or "").split(",") if word.strip()]
            return {key: named} if key else {"takes_at_least": named} if named else {}

        self._readers.append(read)
        whole.edited.connect(self._look)
        return Held(
            Row(
                (self._captioned(label, typed, typed.edited, _WHAT), 1),
                Captioned("All of them?", whole),
                gap=12,
            )
        )

    def _captioned(self, label: str, field: QWidget, edited: SignalInstance, hint: str = "") -> Captioned:
        edited.connect(self._look)
        return Captioned(label, field, hint=hint)

    def _look(self) -> None:
        """Ask the rule again."""
        given: dict[str, Any] = {}
        for read in self._readers:
            given |= read()
        empty(self._why)
        try:
            outcome = tried(self._rule, given, self._library)
        except LanguageError as wrong:
            self.verdict.say("")
            self.note.say(f"{wrong.message[:1].upper()}{wrong.message[1:]}.", State.REFUSED)
            return
        self.note.say("", State.FINE)
        self.verdict.say(verdict_in_words(outcome))
        for line in why_in_words(outcome):
            self._why.addWidget(Words(line, Voice.SMALL_TEXT, wraps=True))


def _given(name: str, value: object) -> dict[str, Any]:
    return {} if value is None else {name: value}


def _truth(key: str | None) -> bool | None:
    return None if key is None else key == "yes"


def _takes(kind: FactKind) -> NumberRule:
    """The numbers that a fact can be: FactKind holds that a number has a range and a step."""
    assert kind.low is not None
    assert kind.high is not None
    assert kind.step is not None
    return NumberRule(kind.low, kind.high, kind.unit, max(0, -int(kind.step.as_tuple().exponent)))
