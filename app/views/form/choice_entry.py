"""One answer of a closed set, or several: the enum of the question, in its own words."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.consultation.questions import Question
from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.fields.segment import Answer
from app.views.fields.tick_list import TickList
from app.views.form.entry import Entry
from app.views.form.ring_rows import RingRows
from app.views.parts.layout import Column

NONE_KEY = "none_of_these"
MOST_SEGMENTS = 5
WIDEST_BAR_PX = 640
LETTER_PX, AROUND_PX = 8.2, 46


def options_of(question: Question) -> list[Option]:
    """The answers of a question; an enum's name is the key, its value the words."""
    if question.options is None:
        raise ValueError(f"{question.label!r} has no answers to choose from")
    return [Option(answer.name, str(answer.value)) for answer in question.options]


def fits_a_bar(answers: list[Option]) -> bool:
    """Whether the answers stand well as joined segments; long or many ones become rings that wrap."""
    width = sum(len(option.words) * LETTER_PX + AROUND_PX for option in answers)
    return len(answers) <= MOST_SEGMENTS and width <= WIDEST_BAR_PX


class ChoiceEntry(Entry):
    """One answer. Enter on the chosen one goes on."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question
        answers = options_of(question)
        self.field: Choice | RingRows = (
            Choice(question.label, answers) if fits_a_bar(answers) else RingRows(question.label, answers)
        )
        self.setLayout(Column(self.field))
        self.field.edited.connect(lambda _key: self.given.emit(self.value()))
        for option in answers:
            self.field.segment(option.key).installEventFilter(self)

    def value(self) -> Enum | None:
        """The answer chosen."""
        key = self.field.value()
        return self._question.options[key] if key is not None and self._question.options else None

    def show_value(self, value: Enum | None) -> None:
        """Show a stored answer."""
        self.field.set_value(value.name if value is not None else None)

    def first_stop(self) -> QWidget:
        """The answer where Tab arrives."""
        return self.field.first_stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on the chosen answer goes on."""
        if is_enter(event) and isinstance(watched, Answer) and watched.isChecked():
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)


def is_enter(event: QEvent) -> bool:
    """Whether this is the Enter key going down."""
    return (
        event.type() == QEvent.Type.KeyPress
        and isinstance(event, QKeyEvent)
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    )


class TicksEntry(Entry):
    """Any number of answers, or 'none of these', which excludes the others and is an answer itself."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question
        answers = options_of(question)
        if question.none_of_these:
            answers.append(Option(NONE_KEY, question.none_of_these))
        self.field = TickList(question.label, answers)
        self._before: tuple[str, ...] = ()
        self.setLayout(Column(self.field))
        self.field.edited.connect(self._ticked)
        self.field.entered.connect(self.entered)

    def value(self) -> tuple[Enum, ...] | None:
        """What is ticked; empty for 'none of these', None while nothing is said."""
        keys = self.field.value()
        if not keys or self._question.options is None:
            return None
        return tuple(self._question.options[key] for key in keys if key != NONE_KEY)

    def rule_out(self, answers: frozenset[Enum]) -> None:
        """Hide what cannot be so, unless it is ticked."""
        self.field.rule_out({answer.name for answer in answers})

    def show_value(self, value: tuple[Enum, ...] | None) -> None:
        """Show stored answers."""
        keys = [each.name for each in value] if value is not None else []
        if value == () and self._question.none_of_these:
            keys = [NONE_KEY]
        self.field.set_value(keys)
        self._before = self.field.value()

    def first_stop(self) -> QWidget:
        """The first box."""
        return self.field.first_stop()

    def _ticked(self, keys: tuple[str, ...]) -> None:
        if NONE_KEY in keys and len(keys) > 1:
            kept = [NONE_KEY] if NONE_KEY not in self._before else [key for key in keys if key != NONE_KEY]
            self.field.set_value(kept)
        self._before = self.field.value()
        self.given.emit(self.value())
