"""Who a carer is: name, relationship, phone, under 18. A carer is kept as soon as the name is there."""

import msgspec
from PySide6.QtCore import Signal

from app.consultation import carers, opening
from app.consultation.answers import WhyNot, YesNo
from app.consultation.carers.record import Carer
from app.views.fields.choice import Choice
from app.views.fields.field import Captioned
from app.views.fields.phone import PhoneField
from app.views.fields.text import TextField
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Columns, Held, Row, Stretch
from app.views.parts.words import Voice, Words
from app.views.sections.asking import answer_of, key_of, options_of, show, words_or_nothing

NAME_NEEDED = "A name is needed. A first name is enough."


class WhoForm(Card):
    """Tells `edited(carer)`, `remove_asked` and `closed`; a new carer has no id until a name is typed."""

    edited = Signal(object)
    remove_asked = Signal()
    closed = Signal()

    def __init__(self, consultation: OpenConsultation) -> None:
        self._consultation = consultation
        self._carer: Carer | None = None
        self.title = Words("", Voice.HEADING, wraps=True)
        self.name = TextField("Name of the carer", longest=120)
        self.relationship = TextField("Relationship", hint="Sister, friend, ...", longest=120)
        self.phone = PhoneField("Phone of the carer")
        self.under_18 = Choice("Under 18", options_of(YesNo, WhyNot.NOT_SURE), compact=True)
        self.note = Words(NAME_NEEDED, Voice.CAUTION, wraps=True)
        self.from_opening = Button("", Kind.OUTLINE)
        self.from_opening.hide()
        self.remove = Button("Remove", Kind.MUTED)
        self.close_form = Button("Done", Kind.OUTLINE)
        pairs = (
            Columns(
                (Captioned("Name", self.name), 1),
                (Captioned("Relationship", self.relationship), 1),
                gap=14,
                turn_at=480,
            ),
            Columns(
                (Captioned("Phone", self.phone), 1),
                (Captioned("Under 18", Held(Row(self.under_18, Stretch()))), 1),
                gap=14,
                turn_at=480,
            ),
        )
        buttons = Row(self.close_form, Stretch(), self.remove)
        super().__init__(
            self.title,
            Row(self.from_opening, Stretch()),
            *pairs,
            self.note,
            buttons,
            margins=(20, 12, 20, 12),
            gap=10,
        )
        self.note.hide()
        self._listen()

    def _listen(self) -> None:
        for field in (self.name, self.relationship, self.phone, self.under_18):
            field.edited.connect(self._take)
        self.from_opening.clicked.connect(self._take_from_opening)
        self.remove.clicked.connect(self.remove_asked)
        self.close_form.clicked.connect(self._close)

    def show_carer(self, carer: Carer | None) -> None:
        """Show one carer, or empty lines for a new one."""
        if carer and self._carer and carer.id != self._carer.id:
            self.phone.clear()  # What was typed of somebody else, and refused, is not theirs.
        self._carer = carer
        self.title.say(
            f"Who {carer.name} is" if carer else f"Somebody who supports {self._consultation.person.called}"
        )
        show(self.name, carer.name if carer else None)
        show(self.relationship, (carer.relationship or None) if carer else None)
        show(self.phone, (carer.phone or None) if carer else None)
        show(self.under_18, key_of(carer.is_under_18) if carer else None)
        self.remove.setVisible(carer is not None)
        offered = self._named_at_the_opening() if carer is None else ""
        self.from_opening.say(f"Take {offered}, named at the opening")
        self.from_opening.setVisible(bool(offered))

    def start_anew(self) -> None:
        """Empty lines for a new carer."""
        for field in (self.name, self.relationship, self.phone, self.under_18):
            field.clear()
        self.note.hide()
        self.show_carer(None)

    def _named_at_the_opening(self) -> str:
        """Who was said to be present, as it was typed there; nothing where that carer is written down."""
        draft = self._consultation.draft
        named = draft.record(opening.SECTION).others_present.strip()
        known = {row.name.casefold() for row in draft.record(carers.SECTION).rows}
        return "" if named.partition(",")[0].strip().casefold() in known else named

    def _take_from_opening(self) -> None:
        """The name, and what stands behind a comma as the relationship: both may be put right here."""
        name, _, relationship = self._named_at_the_opening().partition(",")
        self.name.set_value(name.strip())
        self.relationship.set_value(relationship.strip() or None)
        self._take(name)
        self.phone.line.setFocus()

    def commit(self) -> None:
        """Take what is typed as final."""
        for field in (self.name, self.relationship, self.phone):
            field.commit()

    def _take(self, _value: object) -> None:
        name = words_or_nothing(self.name)
        self.note.setVisible(not name)
        if not name:
            if self._carer is not None:
                self.name.set_value(self._carer.name)
            return
        carer = self._carer or Carer(id=self._consultation.session.new_id(), name=name)
        self._carer = msgspec.structs.replace(
            carer,
            name=name,
            relationship=words_or_nothing(self.relationship),
            phone=words_or_nothing(self.phone),
            is_under_18=answer_of(self.under_18.value(), YesNo, self._consultation),
        )
        if self._carer != carer or carer.name == name:
            self.edited.emit(self._carer)

    def _close(self) -> None:
        self.commit()
        if self.phone.is_refused:
            self.phone.line.setFocus()
        elif self._carer is not None or not self._has_words():
            self.closed.emit()
        else:
            self.note.show()
            self.name.line.setFocus()

    def _has_words(self) -> bool:
        fields = (self.relationship, self.phone, self.under_18)
        return any(field.value() for field in fields)
