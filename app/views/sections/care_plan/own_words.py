"""What matters most, on top of the plan: today's words as a quote, or others for the plan."""

import msgspec

from app.consultation import opening
from app.consultation.answers import value_of
from app.views.fields.own_words import WordsField
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card, Quote
from app.views.parts.layout import Flow, Held, Row
from app.views.parts.words import Voice, Words


class OwnWords(Card):
    """Never shortened and never corrected; other words replace today's only on this plan."""

    def __init__(self, consultation: OpenConsultation) -> None:
        self._consultation = consultation
        called = consultation.person.called
        self.quote = Quote("")
        self.words = WordsField(f"In {called}'s own words", hint=f"What matters most to {called}", height=84)
        self.change = Button("Use other words", Kind.PLAIN, icon="pencil")
        self.as_today = Button("As said in the opening", Kind.PLAIN, icon="undo")
        self._buttons = Held(Flow(self.change, self.as_today, gap=4))
        self._is_changing = False
        title = Words(f"In {called}'s own words", Voice.SMALL_STRONG)
        super().__init__(
            Row((title, 1), self._buttons), self.quote, self.words, margins=(18, 6, 10, 12), gap=4
        )
        self.change.clicked.connect(self._change)
        self.as_today.clicked.connect(self._take_todays)
        self.words.edited.connect(self._take)
        self.words.page.left.connect(self._leave)

    @property
    def _today(self) -> str:
        return value_of(self._consultation.draft.record(opening.SECTION).what_matters) or ""

    def show_record(self) -> None:
        """Show the words that will stand on the plan."""
        own = self._consultation.draft.plan.own_words
        said = own or self._today
        self.quote.words.say(f"\u201c{said}\u201d")
        is_typing = self._is_changing or not said or self.words.page.hasFocus()
        if self.words.value() != (own or None):
            self.words.set_value(own or None)
        self.quote.setVisible(not is_typing)
        self.words.setVisible(is_typing)
        self.change.setVisible(not is_typing)
        self.as_today.setVisible(bool(self._today) and (bool(own) or self._is_changing))
        self._buttons.setVisible(bool(said))

    def commit(self) -> None:
        """Take what is typed as final."""
        self.words.commit()
        self._is_changing = False

    def _change(self) -> None:
        self._is_changing = True
        self.show_record()
        self.words.page.setFocus()

    def _leave(self) -> None:
        """Only leaving ends it: words are kept in the pauses of typing too, and then more of them come."""
        self._is_changing = False
        self.show_record()

    def _take_todays(self) -> None:
        self._is_changing = False
        self._take(None)

    def _take(self, words: str | None) -> None:
        plan = self._consultation.draft.plan
        self._consultation.plan(msgspec.structs.replace(plan, own_words=words or ""))
        self.show_record()
