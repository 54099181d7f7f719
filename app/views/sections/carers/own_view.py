"""The carer's own view: closed it looks the same empty or full; it opens only on purpose."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from app.consultation.answers import NOT_ASKED, Known, Unknown, WhyNot, YesNo, is_answered, value_of
from app.consultation.carers.record import Carer
from app.consultation.questions import Limits, questions
from app.views.fields.choice import Choice
from app.views.fields.field import Captioned
from app.views.fields.number import NumberField
from app.views.fields.number_reading import NumberRule
from app.views.fields.own_words import WordsField
from app.views.fields.tick_list import Tick
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card, Surface
from app.views.parts.layout import Column, Held, Row, Stretch
from app.views.parts.pictures import Picture, Tag
from app.views.parts.words import Voice, Words
from app.views.sections.asking import answer_of, key_of, options_of, show

ASKED = questions(Carer)


class OwnView(Card):
    """Tells `edited(carer)`. What is inside closes by itself when the screen goes out of sight."""

    edited = Signal(object)

    def __init__(self, consultation: OpenConsultation) -> None:
        self._consultation = consultation
        self._carer: Carer | None = None
        self._title = Words("", Voice.SUBHEADING, wraps=True)
        self._words = Words("", Voice.SMALL, wraps=True)
        self.toggle = Button("Open apart", Kind.OUTLINE)
        self.view = WordsField("What the carer says", height=96, own=False)
        self.strain = NumberField(
            ASKED["strain"].label, _rule(ASKED["strain"].limits, ASKED["strain"].unit), width=72
        )
        self.strain_not_said = Tick("Would rather not say", bare=True)
        self.unwell = Choice(
            ASKED["unwell_or_afraid"].label, options_of(YesNo, WhyNot.RATHER_NOT_SAY), compact=True
        )
        self.offer = Words("", Voice.SMALL_TEXT, wraps=True)
        self._inside = Held(
            Column(
                Captioned("What the carer says", self.view),
                Captioned(ASKED["strain"].label, self.strain, hint=ASKED["strain"].hint),
                Row(self.strain_not_said, Stretch()),
                Captioned(ASKED["unwell_or_afraid"].label, Held(Row(self.unwell, Stretch()))),
                self.offer,
                gap=10,
            )
        )
        picture = Picture("lock", 20, "text", stroke=2.2)
        head = Row(picture, (self._title, 1), Tag("kept apart"), gap=10)
        buttons = Row(self.toggle, Stretch())
        super().__init__(
            head, self._words, buttons, self._inside, surface=Surface.APART, margins=(16, 12, 14, 12), gap=8
        )
        self._inside.hide()
        self._listen()

    def _listen(self) -> None:
        self.toggle.clicked.connect(self._toggle)
        self.view.edited.connect(lambda words: self._take(own_view=words or ""))
        self.strain.edited.connect(
            lambda number: self._take(
                strain=NOT_ASKED if number is None else self._consultation.known(number)
            )
        )
        self.strain_not_said.clicked.connect(
            lambda on: self._take(strain=Unknown(WhyNot.RATHER_NOT_SAY) if on else NOT_ASKED)
        )
        self.unwell.edited.connect(
            lambda key: self._take(unwell_or_afraid=answer_of(key, YesNo, self._consultation))
        )

    @property
    def is_open(self) -> bool:
        """Whether what the carer said can be read."""
        return not self._inside.isHidden()

    def open(self, is_open: bool) -> None:
        """Open on purpose, or close; what was typed is taken first, and nothing stays behind."""
        self.commit()
        self._inside.setVisible(is_open)
        self.toggle.say(
            "Close" if is_open else "Open apart", f"{'Close' if is_open else 'Open'} the carer's own view"
        )
        self._fill(self._carer if is_open else None)

    def _toggle(self) -> None:
        self.open(not self.is_open)
        if self.is_open:
            self.view.page.setFocus()

    def show_carer(self, carer: Carer) -> None:
        """Show whose it is; another carer's view starts closed."""
        if self._carer is not None and self._carer.id != carer.id:
            self.open(False)
        self._carer = carer
        called = self._consultation.person.called
        self._title.say(f"{carer.name}'s own view")
        self._words.say(
            f"What {carer.name} tells us alone stays here. Open it only when {called} cannot see the screen. "
            "It is not printed."
        )
        if self.is_open:
            self._fill(carer)

    def commit(self) -> None:
        """Take what is typed as final."""
        self.view.commit()
        self.strain.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Close when it goes out of sight."""
        super().hideEvent(event)
        if self.is_open and not event.spontaneous():
            self.open(False)

    def _fill(self, carer: Carer | None) -> None:
        """Put the answers into the fields, or take every trace out of them."""
        strain = carer.strain if carer else NOT_ASKED
        show(self.view, (carer.own_view or None) if carer else None)
        told = value_of(strain)
        show(self.strain, told)
        not_said = isinstance(strain, Unknown) and strain.reason is WhyNot.RATHER_NOT_SAY
        self.strain_not_said.setChecked(not_said)
        self.strain_not_said.setVisible(not isinstance(strain, Known))
        show(self.unwell, key_of(carer.unwell_or_afraid) if carer else None)
        self._show_what_to_offer(carer)

    def _show_what_to_offer(self, carer: Carer | None) -> None:
        """What the rules say of this carer's own answers: said here alone, and gone with them."""
        spoke = carer is not None and (is_answered(carer.strain) or is_answered(carer.unwell_or_afraid))
        role = self._consultation.session.role
        said = [prompt.say(role) for prompt in self._consultation.assessment.apart] if spoke else []
        self.offer.say("\n".join(said))
        self.offer.setVisible(bool(said))

    def _take(self, **changed: object) -> None:
        if self._carer is not None:
            self._carer = msgspec.structs.replace(self._carer, **changed)
            self.edited.emit(self._carer)


def _rule(limits: Limits | None, unit: str) -> NumberRule:
    if limits is None:
        raise ValueError("the strain has limits")
    return NumberRule(limits.low, limits.high, unit)
