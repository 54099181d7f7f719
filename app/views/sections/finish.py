"""Finish and sign: what is still open with a way to each, then the one act that ends the visit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.consultation.draft import State
from app.consultation.finishing import FINISH
from app.consultation.loose_end import LooseEnd
from app.models.consultations import WrongState
from app.models.unavailable import StoreUnavailable
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card, Surface
from app.views.parts.layout import Column, Flow, Held, Row, empty
from app.views.parts.list_card import ListCard
from app.views.parts.message import Message, Weight
from app.views.parts.words import Voice, Words
from app.views.sections.ended_early import EndedEarly
from app.views.sections.left_at_the_end import left_at_the_end
from app.views.sections.questions_back import QuestionsBack
from app.views.sections.screen import SectionScreen

OVER = {
    State.SIGNED: ("This visit is signed", "It is kept as it is."),
    State.FINISHED: ("This visit is finished", "It waits for a nurse or prescriber to sign."),
    State.DRAFT: ("This visit went back with your question", "All that is in it is kept."),
}
"""What is said once a visit was ended here, and what is kept."""


class FinishScreen(SectionScreen):
    """One list of what is open; blocking things first; nothing else stops the visit from being closed."""

    question_asked = Signal(str, str)

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation)
        self._shown: object = None
        self._unkept: tuple[LooseEnd, ...] = ()
        self._list = Column(gap=14)
        self.note = Message("")
        self.note.hide()
        self.save = Button("Save the plan as a PDF", Kind.OUTLINE, icon="document")
        self.print = Button("Print the plan", Kind.PLAIN, icon="printer")
        self.save.clicked.connect(self.save_asked)
        self.print.clicked.connect(self.print_asked)
        self.questions = QuestionsBack(consultation)
        self.questions.sent.connect(self._show_over)
        self._explained = Words(self._explanation(), Voice.SMALL_TEXT, wraps=True)
        self._act = Card(
            self._explained,
            Held(Flow(self.save, self.print, gap=12)),
            surface=Surface.TINT,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.ended_early = EndedEarly(consultation)
        parts = (self.note, self.questions, Held(self._list), self.ended_early, self._act)
        box.addLayout(Column(*parts, gap=14))
        self.show_record()

    @property
    def heading(self) -> str:
        """The title of the screen."""
        return "Finish and sign"

    @property
    def summary(self) -> str:
        """How much is open."""
        if self.consultation.is_over:
            return ""
        count = len(self.consultation.loose_ends()) + len(self._unkept)
        return "Nothing is left open" if not count else f"{count} left open"

    @property
    def primary(self) -> str:
        """The one act that ends the visit, and then the way home."""
        if self.consultation.is_over:
            return "Home"
        if self.consultation.draft.correction:
            return "Sign this correction"
        return "Sign this visit" if self.consultation.session.may_sign else "Finish this visit"

    @property
    def may_act(self) -> bool:
        """Nothing that blocks may be open."""
        return self.consultation.is_over or not any(end.blocks for end in self.consultation.loose_ends())

    def act(self) -> bool:
        """End the visit; once it is over, let the frame go home."""
        if self.consultation.is_over:
            return False
        self._end()
        return True

    def commit(self) -> None:
        """Take what is typed as final."""
        self.ended_early.commit()
        if not self.consultation.is_over:
            self.questions.commit()

    def not_kept(self) -> list[str]:
        """A question that is typed and was not sent."""
        return self.questions.not_kept()

    def show_unkept(self, unkept: tuple[LooseEnd, ...]) -> None:
        """List what was typed in other sections and is not kept: it would be gone with the signing."""
        if not self.consultation.is_over:
            self._unkept = unkept

    def open_question(self, field: str) -> None:
        """Put the keyboard where a question that came back is answered."""
        self.questions.go_to(field)

    def show_record(self) -> None:
        """Show what is open now."""
        self.ended_early.setVisible(not self.consultation.is_over)
        if self.consultation.is_over:
            return
        self.ended_early.show_record()
        ends = self.consultation.loose_ends()
        if (ends, self._unkept) == self._shown:
            return
        self._shown = (ends, self._unkept)
        empty(self._list)
        pressing = tuple(end for end in ends if end.cannot_wait and not end.blocks)
        others = tuple(end for end in ends if not (end.blocks or end.cannot_wait))
        groups = (
            ("Must be settled first", tuple(end for end in ends if end.blocks), "warning", "danger"),
            ("Not decided, and it cannot wait", pressing, "warning", "warn"),
            ("Typed, and not kept", self._unkept, "warning", "warn"),
            ("Open, and it may stay open", others, "info", "primary"),
        )
        for title, group, icon, ink in groups:
            if group:
                self._list.addWidget(self._card(title, group, icon, ink))
        if not (ends or self._unkept):
            self._list.addWidget(Card(Words("Everything was answered and decided.", Voice.STRONG)))

    def _card(self, title: str, ends: tuple[LooseEnd, ...], icon: str, ink: str) -> Card:
        card = ListCard(icon, ink, title, str(len(ends)))
        for end in ends:
            button = Button("Go there", Kind.PLAIN, name=f"Go there: {end.words}")
            button.clicked.connect(lambda _=False, end=end: self._go_there(end))
            card.add_row(Row((Words(end.words, Voice.BODY, wraps=True), 1), button, margins=(18, 4, 10, 4)))
        return card

    def _go_there(self, end: LooseEnd) -> None:
        if end.field and end.where == FINISH:
            self.questions.go_to(end.field)
        elif end.field:
            self.question_asked.emit(end.where, end.field)
        else:
            self.section_asked.emit(end.where)

    def _explanation(self) -> str:
        draft = self.consultation.draft
        if draft.correction:
            return (
                f"Signing makes this version {draft.version} of the visit the one that counts. Version "
                f"{draft.version - 1} stays as it was signed and can be read at home: Last plan."
            )
        if self.consultation.session.may_sign:
            return (
                "Signing keeps this visit as it is: it is never changed, only added to. The prompts are kept "
                "as they were worded, with the rules they came from."
            )
        return (
            "Finishing hands this visit to a nurse or prescriber, who reads and signs it. Until then the "
            "paper says that it is not signed."
        )

    def _end(self) -> None:
        if not self.may_act:
            return
        ends = self.consultation.loose_ends()
        try:
            if self.consultation.session.may_sign:
                self.consultation.sign()
            else:
                self.consultation.finish()
        except (StoreUnavailable, WrongState) as problem:
            self.note.say(
                "The visit was not ended", "All that was saved is kept.", str(problem), weight=Weight.GRAVE
            )
            self.note.show()
            return
        self._show_over()
        for card in left_at_the_end(self.consultation, ends, self._unkept):
            self._list.addWidget(card)

    def _show_over(self) -> None:
        self.questions.close_asking()
        if self.consultation.draft.correction:
            self._say_corrected(self.consultation.draft.version)
            return
        happened, kept = OVER[self.consultation.draft.state]
        again = " You find it again at home, under Last plan." if self.consultation.is_signed else ""
        to_do = f"Print the plan for {self.consultation.person.called} to keep.{again}"
        if self.consultation.draft.state is State.DRAFT:
            self._act.hide()
            to_do = "It comes to you again, or to a colleague who may sign, once it is finished again."
        self.note.say(happened, kept, to_do, weight=Weight.GOOD)
        self._leave_the_note()

    def _say_corrected(self, version: int) -> None:
        self.note.say(
            f"The correction is signed: version {version} counts now",
            "The version before is kept as it was signed.",
            f"Print the new plan for {self.consultation.person.called}: it says what was put right, and "
            "that it replaces the one before. You find it again at home, under Last plan.",
            weight=Weight.GOOD,
        )
        self._leave_the_note()

    def _leave_the_note(self) -> None:
        self.note.show()
        for at in range(self._list.count()):
            item = self._list.itemAt(at)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
