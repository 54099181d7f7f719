"""Was 999 rung? Yes with the time, or no with why: asked before who else was told of it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.consultation.ringing_999 import Rang999, missing_of_999
from app.views.fields.answers import options
from app.views.fields.choice import Choice
from app.views.fields.clock import ClockField
from app.views.fields.field import Captioned
from app.views.fields.text import TextField
from app.views.open_consultation import OpenConsultation
from app.views.parts.layout import Column

WAS_IT_RUNG, WHEN, WHY_NOT = "Was 999 rung?", "When 999 was rung", "Why 999 was not rung"
YES, NO = "yes", "no"


@dataclass(frozen=True)
class HalfSaid:
    """What was chosen and typed of it and is not kept yet."""

    was_rung: str | None = None
    at: str = ""
    why_not: str = ""


NOTHING_SAID = HalfSaid()


class Asking999(QWidget):
    """Tells `asked_further` when another question of it came into sight or went."""

    asked_further = Signal()

    def __init__(self, consultation: OpenConsultation, typed: HalfSaid) -> None:
        super().__init__()
        now, began = consultation.session.now, consultation.draft.started_at
        self.was_rung = Choice(WAS_IT_RUNG, options(**{YES: "Yes", NO: "No"}), compact=True)
        self.at = ClockField(WHEN, now=now, not_before=began)
        self.why_not = TextField(WHY_NOT, hint="In a few words", longest=500)
        self._at_row, self._why_row = Captioned(WHEN, self.at), Captioned(WHY_NOT, self.why_not)
        self.setLayout(Column(Captioned(WAS_IT_RUNG, self.was_rung), self._at_row, self._why_row))
        self.was_rung.set_value(typed.was_rung)
        self.at.set_text(typed.at)
        self.why_not.line.setText(typed.why_not)
        self.was_rung.edited.connect(lambda _key: self._ask_further())
        self._show_parts()

    def typed(self) -> HalfSaid:
        """What stands here now, kept or not."""
        return HalfSaid(self.was_rung.value(), self.at.line.text(), self.why_not.line.text())

    def missing(self) -> tuple[str, ...]:
        """What the answer still needs, in words; takes what is typed as final."""
        self.at.commit()
        self.why_not.commit()
        said = self.was_rung.value()
        was_rung = None if said is None else said == YES
        return missing_of_999(was_rung=was_rung, at=self.at.value(), why_not=self.why_not.value() or "")

    def answer(self) -> Rang999:
        """The answer, once nothing of it is missing."""
        if self.was_rung.value() == YES:
            return Rang999(at=self.at.value())
        return Rang999(why_not=self.why_not.value() or "")

    def _ask_further(self) -> None:
        self._show_parts()
        self.asked_further.emit()

    def _show_parts(self) -> None:
        self._at_row.setVisible(self.was_rung.value() == YES)
        self._why_row.setVisible(self.was_rung.value() == NO)
