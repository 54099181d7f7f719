"""Answers in words, short or long."""

from PySide6.QtWidgets import QWidget

from app.consultation.questions import Kind, Question
from app.views.fields.own_words import WordsField
from app.views.fields.text import TextField
from app.views.form.entry import Entry
from app.views.parts.layout import Column


class TextEntry(Entry):
    """One line, or several for the person's own words; nothing is shortened or corrected."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.field: TextField | WordsField = (
            WordsField(question.label)
            if question.kind is Kind.WORDS
            else TextField(question.label, in_pauses=True)
        )
        self.setLayout(Column(self.field))
        self.field.edited.connect(self.given)
        if isinstance(self.field, TextField):
            self.field.entered.connect(self.entered)

    def value(self) -> str | None:
        """The words."""
        return self.field.value()

    def show_value(self, value: str | None) -> None:
        """Show stored words."""
        self.field.set_value(value)

    def commit(self) -> None:
        """Take what is typed."""
        self.field.commit()

    def first_stop(self) -> QWidget:
        """The line or the page."""
        return self.field.first_stop()
