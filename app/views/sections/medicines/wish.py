"""Which effect the person would most like to change: their question to the prescriber."""

import msgspec

from app.consultation.medicines import SECTION
from app.consultation.medicines.record import EFFECT_BY_KEY, Medicines
from app.views.fields.answers import Option
from app.views.form.ring_rows import RingRows
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import PADDED, Card, Surface
from app.views.parts.layout import Column, Held
from app.views.parts.words import Voice, Words

NONE_OF_THESE = "none"
QUESTION = "Which one would you most like to change?"
WHERE_IT_GOES = (
    "It is printed on your plan, as your question to the prescriber: a private one only if you ask for it."
)


class Wish(Card):
    """One of those noticed today, or none of these; shown once there is one to choose."""

    def __init__(self, consultation: OpenConsultation) -> None:
        self.consultation = consultation
        self._options: list[Option] = []
        self.field: RingRows | None = None
        self._place = Column(gap=0)
        super().__init__(
            Words(QUESTION, Voice.STRONG, wraps=True),
            Words(WHERE_IT_GOES, Voice.SMALL, wraps=True),
            Held(self._place),
            surface=Surface.TINT,
            margins=PADDED,
            gap=6,
        )

    @property
    def record(self) -> Medicines:
        """The medicines as they stand."""
        return self.consultation.draft.record(SECTION)

    def show_record(self) -> None:
        """Offer what was noticed today; the answers are made anew only when there are others."""
        record = self.record
        options = self._noticed(record)
        if options != self._options:
            self._offer(options)
        self.setVisible(bool(options))
        if self.field is not None:
            keys = [option.key for option in options]
            chosen = record.most_like_to_change
            self.field.set_value(chosen if chosen in keys else None)

    def _noticed(self, record: Medicines) -> list[Option]:
        found = [EFFECT_BY_KEY[said.key] for said in record.effects if said.is_noticed]
        seen = [effect for effect in found if self.consultation.is_private or not effect.is_private]
        options = [Option(effect.key, effect.words) for effect in seen]
        return [*options, Option(NONE_OF_THESE, "None of these")] if options else []

    def _offer(self, options: list[Option]) -> None:
        self._options = options
        if self.field is not None:
            self.field.hide()
            self.field.deleteLater()
            self.field = None
        if options:
            self.field = RingRows(QUESTION, options)
            self.field.edited.connect(self._take)
            self._place.addWidget(self.field)

    def _take(self, key: str | None) -> None:
        record = msgspec.structs.replace(self.record, most_like_to_change=key or "")
        self.consultation.edit(SECTION.key, record)
