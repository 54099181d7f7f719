"""The question that opens a part of the crisis plan, asked anew at each visit."""

from enum import Enum
from typing import Any

from PySide6.QtWidgets import QWidget

from app.consultation import crisis_plan
from app.consultation.answers import WhyNot
from app.views.open_consultation import OpenConsultation
from app.views.parts.layout import Column
from app.views.parts.words import Voice, Words
from app.views.sections.asking import answer_of, key_of, options_of, show
from app.views.sections.chips import Chips
from app.views.sections.crisis_plan.part import ASKED, KEY


class Gate(QWidget):
    """Nothing is chosen beforehand; a second press takes the answer back."""

    def __init__(
        self, consultation: OpenConsultation, name: str, options: type[Enum], voice: Voice = Voice.HEADING
    ) -> None:
        super().__init__()
        self.consultation, self.name, self._options = consultation, name, options
        asked = ASKED[name]
        self.chips = Chips(asked.label, options_of(options, WhyNot.RATHER_NOT_SAY), compact=True)
        title = Words(asked.label, voice, wraps=True)
        title.setBuddy(self.chips.first_stop())
        self.setLayout(Column(title, Words(asked.hint, Voice.SMALL, wraps=True), self.chips, gap=4))
        self.chips.edited.connect(self._take)

    def _take(self, key: str | None) -> None:
        self.consultation.answer(KEY, self.name, answer_of(key, self._options, self.consultation))

    def show_record(self) -> None:
        """Show what was said today."""
        record: Any = self.consultation.draft.record(crisis_plan.SECTION)
        show(self.chips, key_of(getattr(record, self.name)))
        self.setVisible(ASKED[self.name].shown(record, self.consultation.visit))

    def first_stop(self) -> QWidget:
        """The answer where Tab arrives."""
        return self.chips.first_stop()
