"""What the person needs for this visit, as it stands; where an interpreter is needed, who it is today."""

import msgspec

from app.consultation import opening
from app.consultation.answers import is_answered
from app.consultation.opening.record import Interpreted, Opening
from app.consultation.questions import questions
from app.views.fields.text import TextField
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Held
from app.views.parts.words import Voice, Words
from app.views.sections.asking import answer_of, key_of, options_of, show
from app.views.sections.chips import Chips

KEY = opening.SECTION.key


class NeedsForVisit(Card):
    """Hidden while nothing is known to be needed."""

    def __init__(self, consultation: OpenConsultation) -> None:
        self._consultation = consultation
        asked = questions(Opening)["interpreted"]
        self._lines = Words("", Voice.SMALL_TEXT, wraps=True)
        self.interpreted = Chips(asked.label, options_of(Interpreted), compact=True)
        self.name = TextField("The interpreter's name", hint="Their name")
        self._who = Held(
            Column(
                Words(asked.label, Voice.SUBHEADING),
                Words(asked.hint, Voice.SMALL, wraps=True),
                self.interpreted,
                self.name,
                gap=6,
            )
        )
        super().__init__(
            Words("For this visit", Voice.HEADING), self._lines, self._who, margins=(20, 12, 20, 12), gap=8
        )
        self.interpreted.edited.connect(
            lambda key: self._keep(self._record.with_interpreting(answer_of(key, Interpreted, consultation)))
        )
        self.name.edited.connect(self._take_name)

    def show_record(self) -> None:
        """Show what is needed, and who interprets.

        An answer stays in sight where the need is no longer in the details: it may keep what is asked alone.
        """
        record, needs = self._record, self._consultation.person.visit_needs
        is_asked = needs.needs_interpreter or is_answered(record.interpreted)
        self._lines.say("\n".join(needs.lines))
        self._lines.setVisible(bool(needs.lines))
        self.setVisible(bool(needs.lines) or is_asked)
        self._who.setVisible(is_asked)
        self.name.setVisible(record.somebody_interprets)
        show(self.interpreted, key_of(record.interpreted))
        show(self.name, record.interpreter_name or None)

    def commit(self) -> None:
        """Take what is typed as final."""
        self.name.commit()

    @property
    def _record(self) -> Opening:
        return self._consultation.draft.record(opening.SECTION)

    def _take_name(self, words: str | None) -> None:
        self._keep(msgspec.structs.replace(self._record, interpreter_name=words or ""))

    def _keep(self, record: Opening) -> None:
        self._consultation.edit(KEY, record)
