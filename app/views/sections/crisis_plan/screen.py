"""The crisis plan's screen: mind on the left, body on the right, then who to call, then wishes."""

from PySide6.QtWidgets import QWidget

from app.consultation import crisis_plan
from app.consultation.crisis_plan.record import NO_LEGAL_REFUSAL, Talk
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import Card, Surface
from app.views.parts.layout import Column, Columns, Stretch
from app.views.parts.message import Message, Weight
from app.views.parts.words import Voice, Words
from app.views.sections.crisis_plan.callers import Callers
from app.views.sections.crisis_plan.gate import Gate
from app.views.sections.crisis_plan.part import ASKED, Part
from app.views.sections.screen import SectionScreen

MIND, BODY = "For my mind", "For my body"
ASKED_ALONE = [name for name, asked in ASKED.items() if asked.is_private]
TURN_AT = 660
"""Two sides at 100 and 150 %; at 200 % of 1366 pixels they stand below one another."""


class Topic(QWidget):
    """One matter and its two sides; it goes out of sight with them."""

    def __init__(self, title: str, left: Part, right: Part) -> None:
        super().__init__()
        self.parts = (left, right)
        if title:
            left.stand_beside()
            right.stand_beside()
        heading = [Words(title, Voice.SUBHEADING, wraps=True)] if title else []
        sides = Columns((left, 1), (right, 1), gap=20, turn_at=TURN_AT)
        self.setLayout(Column(*heading, sides, gap=4, margins=(0, 6, 0, 0)))

    @property
    def is_asked(self) -> bool:
        """Whether either side is asked today."""
        return any(part.is_asked for part in self.parts)

    def show_record(self) -> None:
        """Show both sides."""
        for part in self.parts:
            part.show_record()
        self.setVisible(self.is_asked)


class CrisisPlanScreen(SectionScreen):
    """Three questions, of which each opens its part; what stands from before is always in sight."""

    has_prompts_beside = False

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation)
        self.parts: dict[str, Part] = {}
        self.hard_times = Gate(consultation, "hard_times", Talk)
        self.callers = Callers(consultation)
        self.wishes = Gate(consultation, "wishes", Talk)
        self.topics = self._topics()
        self.no_refusal = Words(NO_LEGAL_REFUSAL, Voice.SMALL, wraps=True)
        self.waits = Words("", Voice.SMALL_TEXT, wraps=True)
        self.left_over = Message("", weight=Weight.CHECK)
        self.left_over.hide()
        worse, wishes, ours = self.topics[:6], self.topics[6:11], self.topics[11:]
        self._for_us = ours
        self._ours = Card(*ours, self.waits, surface=Surface.WELL)
        cards = (
            self.left_over,
            Card(self.hard_times, *worse),
            Card(Words("Who to call, in order", Voice.HEADING, wraps=True), self.callers),
            Card(self.wishes, self.no_refusal, *wishes),
            self._ours,
        )
        self.setLayout(Column(*cards, Stretch(), gap=12))
        self.show_record()

    def _topics(self) -> tuple[Topic | Part, ...]:
        """All parts, in the order in which they are read."""
        return (
            self._part("plan_place"),
            self._pair("Early signs", ("signs_mind", MIND), ("signs_body", BODY)),
            self._pair("What I can do", ("i_do_mind", MIND), ("i_do_body", BODY)),
            self._pair("What others can do", ("others_do_mind", MIND), ("others_do_body", BODY)),
            self._pair("What makes it worse", ("worse_mind", MIND), ("worse_body", BODY)),
            self._pair("", ("would_go", ""), ("would_not_go", "")),
            self._pair("", ("document", ""), ("document_place", "")),
            self._pair("", ("treatment_wanted", ""), ("treatment_refused", "")),
            self._pair("", ("to_be_told", ""), ("not_to_be_told", "")),
            self._pair("", ("in_my_care", ""), ("pets", "")),
            self._part("home"),
            self._part("told_alone"),
            self._part("on_paper"),
        )

    def _part(self, name: str, caption: str = "") -> Part:
        part = self.parts[name] = Part(self.consultation, name, caption)
        return part

    def _pair(self, title: str, *sides: tuple[str, str]) -> Topic:
        left, right = (self._part(*side) for side in sides)
        return Topic(title, left, right)

    @property
    def heading(self) -> str:
        """The title of the screen."""
        return crisis_plan.SECTION.title

    @property
    def summary(self) -> str:
        """How much was said, and that all may stay open."""
        progress = self.consultation.progress(crisis_plan.SECTION.key)
        return f"{progress.answered} of {progress.asked} answered. Any part may stay open."

    def show_record(self) -> None:
        """Show what stands in the consultation."""
        self.hard_times.show_record()
        self.callers.show_record()
        self.wishes.show_record()
        for topic in self.topics:
            topic.show_record()
        self._show_waits()
        if self.left_over.isVisibleTo(self):
            self._list_left_over()

    def _show_waits(self) -> None:
        """How many are asked alone: counted whatever the answers are, which would else be told by it."""
        is_private = self.consultation.is_private
        called = self.consultation.person.called
        self.waits.say(f"{len(ASKED_ALONE)} more questions wait until {called} is alone with you.")
        self.waits.setVisible(not is_private)
        self._ours.setVisible(not is_private or any(part.is_asked for part in self._for_us))

    def commit(self) -> None:
        """Take what is typed as final, and say what cannot be kept."""
        for part in self.parts.values():
            part.commit()
        self.callers.commit()
        self._list_left_over()

    def _list_left_over(self) -> None:
        sentences = self.not_kept()
        if sentences:
            self.left_over.say("Not kept yet", " ".join(sentences), "What was typed is still there.")
        self.left_over.setVisible(bool(sentences))

    def not_kept(self) -> list[str]:
        """What is typed and not in the record."""
        emptied = (part for part in self.parts.values() if part.is_undecided)
        undecided = [
            f"{ASKED[part.name].label}: taken out. Say whether it is no longer so." for part in emptied
        ]
        return [*undecided, *self.callers.not_kept()]

    def first_stop(self) -> QWidget:
        """Whether it is gone through today."""
        return self.hard_times.first_stop()

    def open_question(self, field: str) -> None:
        """Put the keyboard on one question."""
        places = {"any_caller": self.callers.first_stop(), "wishes": self.wishes.first_stop()}
        part = self.parts.get(field)
        if part is not None and part.is_asked:
            places[field] = part.first_stop()
        places.get(field, self.first_stop()).setFocus()
