"""The entry for a question, by its kind."""

from datetime import date

from app.consultation.questions import Kind, Question
from app.views.form.choice_entry import ChoiceEntry, TicksEntry
from app.views.form.day_entry import DayEntry
from app.views.form.entry import Entry
from app.views.form.number_entry import NumberEntry
from app.views.form.pressure_entry import PressureEntry
from app.views.form.text_entry import TextEntry


def entry_for(question: Question, today: date) -> Entry:
    """A field that takes an answer to this question."""
    match question.kind:
        case Kind.NUMBER:
            return NumberEntry(question)
        case Kind.BLOOD_PRESSURE:
            return PressureEntry(question)
        case Kind.CHOICE:
            return ChoiceEntry(question)
        case Kind.TICKS:
            return TicksEntry(question)
        case Kind.DAY:
            return DayEntry(question, today)
        case Kind.TEXT | Kind.WORDS:
            return TextEntry(question)
