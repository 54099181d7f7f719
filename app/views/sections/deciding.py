"""Deciding a prompt other than by taking it up: which way, and the reason where it matters."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from app.consultation.decisions import (
    Choice,
    asks_the_time,
    may_be_offered_again,
    missing_to_decide,
    wrong_with_the_time,
)
from app.consultation.prompt import Prompt
from app.rules.dates import months_before
from app.rules.rulebook import Level
from app.views.fields import choice as choices
from app.views.fields.answers import Option
from app.views.fields.day import DayField
from app.views.fields.field import Captioned
from app.views.fields.text import TextField
from app.views.fields.time_of_day import TimeOfDay
from app.views.open_consultation import OpenConsultation
from app.views.sections.asking_panel import AskingPanel

PASS_IT_ON = "PASS_IT_ON"
"""Not a decision of one's own: somebody else is told by name."""
OFFER_AGAIN = {"3": "In 3 months", "6": "In 6 months", "12": "In a year", "next": "Next time"}


@dataclass(frozen=True)
class HalfDecided:
    """What was chosen and typed about a prompt and is not kept yet; it outlasts the panel it stands in."""

    choice: str | None = None
    why: str = ""
    done_by: str = ""
    done_on: str = ""
    done_at: str = ""
    is_time_not_known: bool = False
    again: str | None = None


NOTHING_TYPED = HalfDecided()


class Deciding(AskingPanel):
    """Asks for the choice, then for what that choice needs; `closed` when decided or given up."""

    handing_over = Signal()

    def __init__(
        self, prompt: Prompt, consultation: OpenConsultation, typed: HalfDecided = NOTHING_TYPED
    ) -> None:
        """`typed` is what stood in an earlier panel for the same prompt."""
        super().__init__("Keep this decision")
        self.setObjectName(f"deciding-{prompt.topic}")
        self._prompt = prompt
        self._consultation = consultation
        self._offered = _offered(prompt, consultation)
        self.which = choices.Choice("What was decided", self._offered, fills=True)
        self.why = TextField("Why", hint="In a few words")
        self.done_by = TextField("Done by whom")
        earliest = prompt.done_not_before(consultation.visit)
        today = consultation.session.today
        self.done_on = DayField("Done on which day", earliest=earliest, latest=today, today=today)
        self.done_at = TimeOfDay("Done at which time", now=consultation.session.now)
        self.again = choices.Choice(
            "When to offer it again", [Option(key, words) for key, words in OFFER_AGAIN.items()]
        )
        self._why_row = Captioned("Why", self.why)
        self._done_row = Captioned("Done by whom", self.done_by)
        self._day_row = Captioned("Done on which day", self.done_on)
        self._time_row = Captioned("Done at which time", self.done_at)
        self._again_row = Captioned("When to offer it again", self.again)
        done = (self._done_row, self._day_row, self._time_row)
        self.lay_out(self.which, *done, self._why_row, self._again_row)
        self.which.edited.connect(lambda _key: self._ask_further())
        self.keep.clicked.connect(self._decide)
        self._fill(typed)
        self._show_parts()

    def _fill(self, typed: HalfDecided) -> None:
        self.which.set_value(typed.choice)
        self.again.set_value(typed.again)
        self.why.line.setText(typed.why)
        self.done_by.line.setText(typed.done_by)
        self.done_on.line.setText(typed.done_on)
        self.done_at.line.setText(typed.done_at)
        self.done_at.not_known.setChecked(typed.is_time_not_known)

    def typed(self) -> HalfDecided:
        """What stands in the panel now, kept or not."""
        return HalfDecided(
            choice=self.which.value(),
            why=self.why.line.text(),
            done_by=self.done_by.line.text(),
            done_on=self.done_on.line.text(),
            done_at=self.done_at.line.text(),
            is_time_not_known=self.done_at.not_known.isChecked(),
            again=self.again.value(),
        )

    def begin(self, choice: Choice | None) -> None:
        """Start with one way chosen by the button that was pressed, or with what was chosen before."""
        if choice is not None:
            self.which.set_value(choice.name)
        self._show_parts()
        (self.done_by if choice is Choice.DONE_ALREADY else self.which).first_stop().setFocus()
        self.come_into_sight()

    def _ask_further(self) -> None:
        if self.which.value() == PASS_IT_ON:
            self.handing_over.emit()
            return
        self._show_parts()
        self.come_into_sight()

    @property
    def _choice(self) -> Choice | None:
        key = self.which.value()
        return Choice[key] if key and key != PASS_IT_ON else None

    def _show_parts(self) -> None:
        chosen = self._choice
        self._done_row.setVisible(chosen is Choice.DONE_ALREADY)
        self._day_row.setVisible(chosen is Choice.DONE_ALREADY)
        self._time_row.setVisible(chosen is Choice.DONE_ALREADY and asks_the_time(self._prompt.level))
        self._why_row.setVisible(chosen in (Choice.NOT_RELEVANT, Choice.DECLINED, Choice.LATER))
        self._again_row.setVisible(chosen is not None and may_be_offered_again(chosen, self._prompt.level))
        self.keep.setVisible(chosen is not None)
        self.say_what_is_wrong("")

    def _decide(self) -> None:
        for field in (self.why, self.done_by, self.done_on, self.done_at):
            field.commit()
        chosen = self._choice
        if chosen is None:
            return
        wrong = self._what_is_missing(chosen)
        if wrong:
            self.say_what_is_wrong(wrong)
            return
        self._consultation.decide(self._prompt, chosen, **self._details(chosen))
        self.closed.emit()

    def _what_is_missing(self, chosen: Choice) -> str:
        by, on, level = self.done_by.value() or "", self.done_on.day(), self._prompt.level
        missing = missing_to_decide(chosen, level, why=self.why.value() or "", done_by=by, done_on=on)
        if missing or not (chosen is Choice.DONE_ALREADY and asks_the_time(level)):
            return missing
        at, is_not_known = self.done_at.value(), self.done_at.not_known.isChecked()
        return wrong_with_the_time(on, at, is_not_known=is_not_known, now=self._consultation.session.now())

    def _details(self, chosen: Choice) -> dict[str, object]:
        details: dict[str, object] = {"why": self.why.value() or ""}
        if chosen is Choice.DONE_ALREADY:
            details = {"done_by": self.done_by.value() or "", "done_on": self.done_on.day()}
            if asks_the_time(self._prompt.level):
                details["done_at"] = self.done_at.value()
                details["is_time_not_known"] = self.done_at.not_known.isChecked()
        if chosen is Choice.DECLINED and self.again.value() not in (None, "next"):
            months = int(str(self.again.value()))
            details["offer_again_on"] = months_before(self._consultation.session.today, -months)
        return details


def _offered(prompt: Prompt, consultation: OpenConsultation) -> list[Option]:
    """The ways that are open."""
    passes_on = prompt.level >= Level.URGENT and prompt.may_be_settled_by(consultation.session.role)
    called, is_now = consultation.person.called, prompt.level is Level.NOW
    return [
        Option(Choice.DONE_ALREADY.name, "Done" if is_now else "Already done"),
        Option(Choice.DECLINED.name, f"{called} declined"),
        Option(Choice.NOT_RELEVANT.name, "Not needed" if is_now else "Not relevant"),
        Option(Choice.LATER.name, "Could not be done" if is_now else "Later"),
        *([Option(PASS_IT_ON, "Pass it on")] if passes_on else []),
    ]
