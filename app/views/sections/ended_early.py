"""Ended early: why, in one press, and what is left for next time."""

import msgspec

from app.consultation import opening
from app.consultation.answers import value_of
from app.consultation.ended_early import as_it_ended, left_over
from app.consultation.opening.record import Opening, WhyEnded
from app.consultation.questions import questions
from app.consultation.red_flags import EMERGENCY_CARD
from app.views.fields.text import TextField
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import Card
from app.views.parts.words import Voice, Words
from app.views.sections.asking import answer_of, key_of, options_of, show
from app.views.sections.chips import Chips

KEY = opening.SECTION.key


class EndedEarly(Card):
    """Asked at the end of every visit, and never in its way: nothing is chosen, and a press takes it back."""

    def __init__(self, consultation: OpenConsultation) -> None:
        self._consultation = consultation
        asked = questions(Opening)["ended_early"]
        self.why = Chips(asked.label, options_of(WhyEnded), compact=True)
        self.note = TextField("Why it ended early", hint="In a few words")
        self._left = Words("", Voice.BODY, wraps=True)
        self._help = Words(EMERGENCY_CARD, Voice.CAUTION, wraps=True)
        super().__init__(
            Words(asked.label, Voice.HEADING),
            Words(asked.hint, Voice.SMALL, wraps=True),
            self.why,
            self.note,
            self._help,
            self._left,
            gap=8,
        )
        self.why.edited.connect(self._take_why)
        self.note.edited.connect(self._take_note)

    def show_record(self) -> None:
        """Show why it ended, and the list for next time as it would be kept now."""
        visit = self._consultation
        record = visit.draft.record(opening.SECTION)
        why = value_of(record.ended_early)
        show(self.why, key_of(record.ended_early))
        show(self.note, record.ended_early_note or None)
        self.note.setVisible(why is WhyEnded.OTHER)
        self._help.setVisible(why is WhyEnded.UNWELL)
        ended = as_it_ended(visit.draft, visit.visit)
        left = "; ".join(part.words for part in left_over(ended.records))
        self._left.say(f"Left for next time: {left}." if left else "")
        self._left.setVisible(bool(left))

    def commit(self) -> None:
        """Take what is typed as final."""
        self.note.commit()

    def _take_note(self, words: str | None) -> None:
        record = self._consultation.draft.record(opening.SECTION)
        self._consultation.edit(KEY, msgspec.structs.replace(record, ended_early_note=words or ""))

    def _take_why(self, key: str | None) -> None:
        record = self._consultation.draft.record(opening.SECTION)
        self._consultation.edit(KEY, record.ended(answer_of(key, WhyEnded, self._consultation)))
