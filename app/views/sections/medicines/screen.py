"""Medicines: a conversation about what is taken and what it does, in two columns."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.consultation.medicines import SECTION
from app.views.open_consultation import OpenConsultation
from app.views.parts.layout import Beside, Column, Columns, Held
from app.views.parts.message import Message, Weight
from app.views.sections.medicines.effects import Effects
from app.views.sections.medicines.take_list import TakeList
from app.views.sections.medicines.watched import CARDS, Watched
from app.views.sections.medicines.wish import Wish
from app.views.sections.screen import SectionScreen

LEFT_PX = 400
TURNS_UNDER_PX = 940


class MedicinesScreen(SectionScreen):
    """Left what is taken, right what it does; below, what the person would change."""

    has_prompts_beside = False

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__(consultation)
        self.taken = TakeList(consultation)
        self.effects = Effects(consultation)
        self.watched = [Watched(consultation, heading) for heading in CARDS]
        self.wish = Wish(consultation)
        self.left_over = Message("", weight=Weight.CHECK)
        self.left_over.hide()
        right = Held(Column(self.effects, *self.watched, self.wish, gap=14))
        columns = Columns(
            (Beside(Column(self.taken), LEFT_PX), 0), (right, 1), gap=16, turn_at=TURNS_UNDER_PX
        )
        self.setLayout(Column(self.left_over, columns, gap=12))

    @property
    def heading(self) -> str:
        """The section's title."""
        return SECTION.title

    @property
    def summary(self) -> str:
        """What this is, and is not."""
        return "A conversation, not a score: nothing here is added up."

    def not_kept(self) -> list[str]:
        """What is typed and not in the record, a sentence each."""
        return [*self.taken.not_kept(), *(said for card in self.watched for said in card.not_kept())]

    def show_record(self) -> None:
        """Show what stands in the record."""
        for part in (self.taken, self.effects, self.wish):
            part.show_record()
        for card in self.watched:
            card.show_record()
        if self.left_over.isVisibleTo(self):
            self._list_left_over()

    def commit(self) -> None:
        """Take what is typed as final, and list what cannot be kept as it is."""
        self.taken.commit()
        for card in self.watched:
            card.commit()
        self._list_left_over()

    def _list_left_over(self) -> None:
        sentences = self.not_kept()
        if sentences:
            self.left_over.say("Not kept yet", " ".join(sentences), "What was typed is still in its field.")
        self.left_over.setVisible(bool(sentences))

    def first_stop(self) -> QWidget | None:
        """Adding to the list."""
        return self.taken.add_button

    def open_question(self, field: str) -> None:
        """Put the keyboard where a question is asked."""
        if any(card.open_question(field) for card in self.watched):
            return
        stops = {
            "everything": self.taken.everything.first_stop(),
            "missed_doses": self.taken.missed.first_stop(),
        }
        if field in stops:
            stops[field].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.effects.open_first()
