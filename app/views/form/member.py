"""One question inside an open row: its field, and for a question about no 'how', why there is no answer."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.consultation.answers import NOT_ASKED, Answer, Known, Unknown, WhyNot
from app.consultation.questions import Kind, Question
from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.form.choice_entry import ChoiceEntry, fits_a_bar, options_of
from app.views.form.entry import Entry
from app.views.form.still_same import StillSame
from app.views.parts.layout import Beside, Column, Columns, Flow, Held, Part, Row, Stretch
from app.views.parts.words import Voice, Words

FEW_ANSWERS = 3
ANSWER_PX, BESIDE_FROM_PX = 400, 560
REASONS = (WhyNot.RATHER_NOT_SAY, WhyNot.NOT_SURE)


class Member(QWidget):
    """A question of a row. `given` tells that the value or the reason changed."""

    given = Signal()
    stayed = Signal()

    def __init__(
        self, name: str, question: Question, entry: Entry, *, captioned: bool, beside: bool = False
    ) -> None:
        """`captioned` says the question above its field: in a row of one, the row's title has said it.

        `beside` says it at the left of the field instead, where there is room.
        """
        super().__init__()
        self.name, self.question, self.entry = name, question, entry
        self.still_same = StillSame(question) if question.may_stay else None
        self.reason: Choice | None = None
        if not question.asks_how:
            answers = [Option(why.name, why.value.capitalize()) for why in REASONS]
            self.reason = Choice(f"{question.label}: no answer", answers, compact=True)
            self.reason.edited.connect(self._reason_given)
        parts = self._parts(captioned)
        if beside and question.kind is not Kind.TICKS:
            self.setLayout(Column(self._side_by_side(parts)))
        else:
            self.setLayout(Column(*parts, gap=6))
        entry.given.connect(self._value_given)

    def _parts(self, captioned: bool) -> list[Part]:
        parts: list[Part] = []
        if captioned:
            caption = Words(self.question.label, Voice.BODY, wraps=True)
            caption.setBuddy(self.entry.first_stop())
            parts.append(caption)
            if self.question.hint:
                parts.append(Words(self.question.hint, Voice.SMALL, wraps=True))
        if self.still_same is not None:
            self.still_same.clicked.connect(self._say_the_same)
            parts.append(Row(self.still_same, Stretch()))
        if self.reason is None:
            return [*parts, self.entry]
        if self._is_short():
            return [*parts, Flow(self.entry, self.reason, gap=16)]
        return [*parts, self.entry, self.reason]

    def _side_by_side(self, parts: list[Part]) -> Columns:
        said = Held(Column(*(part for part in parts if isinstance(part, Words)), gap=2))
        fields = [field for field in (self.entry, self.reason) if field is not None]
        answer = Beside(Column(Flow(*fields, gap=12)), ANSWER_PX)
        return Columns((said, 1), (answer, 0), gap=10, turn_at=BESIDE_FROM_PX, top=False)

    def _is_short(self) -> bool:
        if self.question.kind is not Kind.CHOICE:
            return False
        answers = options_of(self.question)
        return isinstance(self.entry, ChoiceEntry) and len(answers) <= FEW_ANSWERS and fits_a_bar(answers)

    def reason_chosen(self) -> WhyNot | None:
        """Why there is no answer, where that was said here."""
        key = self.reason.value() if self.reason is not None else None
        return WhyNot[key] if key is not None else None

    def answer_without_how(self, stored: Answer[Any], known: Any) -> Answer[Any]:
        """The answer of a question that does not ask how it is known."""
        value, why = self.entry.value(), self.reason_chosen()
        if value is not None:
            same = isinstance(stored, Known) and stored.value == value
            answer: Answer[Any] = stored if same else known(value)
            return answer
        return Unknown(why) if why is not None else NOT_ASKED

    def show_answer(self, answer: Answer[Any]) -> None:
        """Show what is stored."""
        value = answer.value if isinstance(answer, Known) else None
        if self.entry.value() != value or value is None:
            self.entry.show_value(value)
        if self.reason is not None:
            said = answer.reason if isinstance(answer, Unknown) and answer.reason in REASONS else None
            self.reason.set_value(said.name if said is not None else None)

    def offer(self, last: Known[Any] | None) -> None:
        """Offer the last answer as today's, while nothing is said yet."""
        if self.still_same is not None:
            is_open = self.entry.value() is None and self.reason_chosen() is None
            self.still_same.offer(last, is_open=is_open)

    def _say_the_same(self) -> None:
        if self.still_same is not None:
            self.entry.show_value(self.still_same.value)
            self.entry.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)
            self.stayed.emit()
            self._value_given(self.still_same.value)

    def _value_given(self, value: object) -> None:
        if value is not None and self.reason is not None:
            self.reason.clear()
        self.given.emit()

    def _reason_given(self, reason: object) -> None:
        if reason is not None:
            self.entry.show_value(None)
        self.given.emit()
