"""What a person needs for every visit: asked in their details, each answer with its day."""

from datetime import date
from typing import Any

from app.consultation.answers import NOT_ASKED, How, Known, YesNo, value_of
from app.consultation.visit_needs import VisitNeeds
from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.fields.field import Captioned
from app.views.fields.text import TextField
from app.views.parts.cards import Card
from app.views.parts.layout import Columns
from app.views.parts.words import Voice, Words

YES_NO = [Option(answer.name, answer.value) for answer in YesNo]
PROFESSIONAL = "A professional interpreter, never a child. A member of the family counts as somebody present."


class VisitNeedsForm(Card):
    """Five questions; an answer that is not changed keeps the day on which it was given."""

    def __init__(self, today: date) -> None:
        self._today, self._before = today, VisitNeeds()
        self.language = TextField("Language", hint="Also the dialect")
        self.interpreter = Choice("Needs an interpreter", YES_NO)
        self.preferred_worker = TextField("Who should come", hint="Such as a woman")
        self.wishes = TextField("Wishes for the visit", hint="Faith, food, fasting, shoes, touch")
        self.longer = Choice("Plan a longer appointment", YES_NO)
        super().__init__(
            Words("For every visit", Voice.HEADING),
            Columns(
                (Captioned("Needs an interpreter", self.interpreter, hint=PROFESSIONAL), 1),
                (Captioned("Language", self.language), 1),
                turn_at=560,
                gap=16,
            ),
            Captioned("Who should come", self.preferred_worker),
            Captioned("Wishes for the visit, of culture or faith", self.wishes),
            Captioned("Plan a longer appointment", self.longer),
            gap=12,
        )

    def show_needs(self, needs: VisitNeeds) -> None:
        """Show what stands on the record."""
        self._before = needs
        for field, said in self._words(needs):
            field.set_value(value_of(said))
        for choice, answer in ((self.interpreter, needs.interpreter), (self.longer, needs.longer)):
            chosen = value_of(answer)
            choice.set_value(chosen.name if chosen is not None else None)

    def needs(self) -> VisitNeeds:
        """What is needed, as answered so far."""
        before = self._before
        return VisitNeeds(
            interpreter=self._kept(_yes_no(self.interpreter), before.interpreter),
            language=self._kept(self.language.value(), before.language),
            preferred_worker=self._kept(self.preferred_worker.value(), before.preferred_worker),
            wishes=self._kept(self.wishes.value(), before.wishes),
            longer=self._kept(_yes_no(self.longer), before.longer),
        )

    def is_begun(self) -> bool:
        """Whether anything was answered or typed."""
        typed = any(field.line.text().strip() for field, _ in self._words(self._before))
        return typed or bool(self.interpreter.value() or self.longer.value())

    def commit(self) -> None:
        """Take everything typed as final."""
        for field, _ in self._words(self._before):
            field.commit()

    def _words(self, needs: VisitNeeds) -> tuple[tuple[TextField, Any], ...]:
        return (
            (self.language, needs.language),
            (self.preferred_worker, needs.preferred_worker),
            (self.wishes, needs.wishes),
        )

    def _kept(self, value: Any, before: Any) -> Any:
        if value is None:
            return NOT_ASKED
        is_same = isinstance(before, Known) and before.value == value
        return before if is_same else Known(value, How.SELF_REPORTED, self._today)


def _yes_no(choice: Choice) -> YesNo | None:
    key = choice.value()
    return YesNo[key] if key is not None else None
