"""Opening: the four facts, last time's promises, and what matters to the person today."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.consultation import opening
from app.consultation.answers import NOT_ASKED, Known, Unknown, WhyNot, value_of
from app.consultation.days import WEEKDAYS, on_screen
from app.consultation.draft import State
from app.consultation.ended_early import left_over, why_ended
from app.consultation.not_held import Attempt
from app.consultation.opening.record import Opening
from app.consultation.questions import questions
from app.views.fields.own_words import WordsField
from app.views.fields.tick_list import Tick
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Beside, Column, Columns, Held, Row, Sized, Stretch
from app.views.parts.message import Message, Weight
from app.views.parts.words import Voice, Words
from app.views.sections.asking import show
from app.views.sections.opening_facts import FourFacts
from app.views.sections.opening_needs import NeedsForVisit
from app.views.sections.opening_promises import Promises
from app.views.sections.opening_undecided import UndecidedBefore
from app.views.sections.screen import SectionScreen

KEY = opening.SECTION.key
MOST_SHOWN = 4


class WhatMatters(Card):
    """The person's own words, kept as they are said; saying nothing is an answer too."""

    def __init__(self, consultation: OpenConsultation) -> None:
        self._consultation = consultation
        question = questions(Opening)["what_matters"]
        called = consultation.person.called
        self.words = WordsField(f"{question.label} In {called}'s own words")
        self.rather_not = Tick("Would rather not say today", bare=True)
        super().__init__(
            Words(question.label, Voice.HEADING, wraps=True),
            Words(question.hint, Voice.SMALL, wraps=True),
            self.words,
            Row(self.rather_not, Stretch()),
            margins=(20, 12, 20, 10),
            gap=6,
        )
        self.words.edited.connect(self._take)
        self.rather_not.clicked.connect(self._take_silence)

    def show_record(self) -> None:
        """Show what was said; the refusal is offered only while nothing was."""
        answer = self._consultation.draft.record(opening.SECTION).what_matters
        said = value_of(answer)
        show(self.words, said)
        self.rather_not.setChecked(isinstance(answer, Unknown) and answer.reason is WhyNot.RATHER_NOT_SAY)
        self.rather_not.setVisible(not isinstance(answer, Known))

    def _take(self, words: str | None) -> None:
        self._consultation.answer(
            KEY, "what_matters", self._consultation.known(words) if words else NOT_ASKED
        )

    def _take_silence(self, ticked: bool) -> None:
        answer = Unknown(WhyNot.RATHER_NOT_SAY) if ticked else NOT_ASKED
        self._consultation.answer(KEY, "what_matters", answer)


class Attempts(Card):
    """The visits that did not take place since the last one that did: each a line, the newest first."""

    def __init__(self, consultation: OpenConsultation) -> None:
        attempts = consultation.history.attempts
        super().__init__(
            Words("Visits that did not take place", Voice.HEADING, wraps=True),
            *(_attempt_line(attempt) for attempt in attempts[:MOST_SHOWN]),
            margins=(20, 12, 20, 12),
            gap=8,
        )
        if len(attempts) > MOST_SHOWN:
            self.add(Words(f"{len(attempts) - MOST_SHOWN} more before these.", Voice.SMALL))
        if not attempts:
            self.hide()


def _attempt_line(attempt: Attempt) -> QWidget:
    day = Sized(Words(on_screen(attempt.on), Voice.SMALL_STRONG), width=110)
    return Held(Row(day, (Words(attempt.words, Voice.SMALL_TEXT, wraps=True), 1), gap=12))


class LeftForToday(Card):
    """What the last visit left, where it ended early."""

    def __init__(self, consultation: OpenConsultation) -> None:
        history = consultation.history
        why = why_ended(history.last_records)
        parts = "; ".join(part.words for part in left_over(history.last_records)) if why else ""
        day = f" of {on_screen(history.last_visit_on)}" if history.last_visit_on else ""
        super().__init__(
            Words("Left for this time", Voice.HEADING, wraps=True),
            Words(f"The visit{day} ended early: {why[:1].lower()}{why[1:]}.", Voice.SMALL, wraps=True),
            Words(f"Not talked about: {parts}.", Voice.BODY, wraps=True),
            margins=(20, 12, 20, 12),
            gap=6,
        )
        if not parts:
            self.hide()


NOTHING_THEN = (
    "Nothing was said at its opening that day, and it counts as a visit of that day. Where nobody was seen "
    'then, press "It did not take place" and begin a new visit.'
)


class CarriedOn(Message):
    """A visit that goes on on another day: what is asked again, and how it was held before."""

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__("", weight=Weight.CHECK)
        draft = consultation.draft
        record = draft.record(opening.SECTION)
        began = f"{WEEKDAYS[draft.day.weekday()]} {on_screen(draft.day)}"
        self.say(
            f"Begun on {began}, carried on today",
            "Ask again who is present, and whether two identifiers match.",
            " ".join(sitting.words for sitting in record.earlier_sittings) or NOTHING_THEN,
        )
        is_later = draft.day < consultation.session.day_of_the_clock
        if draft.state is not State.DRAFT or draft.correction or not (record.earlier_sittings or is_later):
            self.hide()


class OpeningScreen(SectionScreen):
    """Who, when, where, who is present on the left; promises and what matters on the right."""

    has_prompts_beside = False
    question_asked = Signal(str, str)

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation)
        self.facts = FourFacts(consultation)
        self.promises = Promises(consultation)
        self.what_matters = WhatMatters(consultation)
        self.not_held = Button("It did not take place", Kind.PLAIN)
        self.not_held.clicked.connect(self.not_held_asked)
        self.attempts = Attempts(consultation)
        left = Beside(Column(self.facts, Stretch()), 396)
        otherwise = Row(self.not_held, Stretch())
        self.left_over = LeftForToday(consultation)
        self.needs = NeedsForVisit(consultation)
        self.undecided = UndecidedBefore(consultation)
        self.undecided.question_asked.connect(self.question_asked)
        self.undecided.section_asked.connect(self.section_asked)
        before = (self.undecided, self.needs, self.attempts, self.left_over, self.promises)
        right = Held(Column(*before, self.what_matters, otherwise, Stretch(), gap=14))
        columns = Columns((left, 0), (right, 1), gap=16, turn_at=860)
        self.carried_on = CarriedOn(consultation)
        self.setLayout(Column(self.carried_on, columns, Stretch(), gap=14))
        self.show_record()

    @property
    def heading(self) -> str:
        """The title of the screen."""
        return opening.SECTION.title

    @property
    def summary(self) -> str:
        """What may be left out."""
        return "Nothing else is compulsory today."

    def show_record(self) -> None:
        """Show what stands in the consultation."""
        draft = self.consultation.draft
        self.not_held.setVisible(not draft.was_finished and draft.correction is None)
        self.facts.show_record()
        self.undecided.show_record()
        self.needs.show_record()
        self.promises.show_record()
        self.what_matters.show_record()

    def commit(self) -> None:
        """Take what is typed as final."""
        self.facts.commit()
        self.needs.commit()
        self.promises.commit()
        self.what_matters.words.commit()

    def not_kept(self) -> list[str]:
        """What is typed as the number to call back, and is none."""
        remote = self.facts.remote
        return [] if remote.isHidden() else remote.call_back.not_kept()

    def first_stop(self) -> QWidget:
        """The first identifier."""
        return self.facts.identifiers.first_stop()

    def open_question(self, field: str) -> None:
        """Put the keyboard on one question."""
        if field in self.promises.by_id:
            self.promises.by_id[field].first_stop().setFocus()
            return
        mine = {"what_matters": self.what_matters.words, "interpreted": self.needs.interpreted}
        found = mine.get(field) or self.facts.field(field)
        if found is not None:
            stop = found.first_stop() if hasattr(found, "first_stop") else found
            stop.setFocus()
