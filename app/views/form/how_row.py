"""How we know, under the field: one press, or one of the keys 1 to 5, and Enter goes on."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.views.fields.how_known import IN_THE_ROOM, How, HowAnswer, HowKnown
from app.views.fields.note import Note, State
from app.views.fields.segment import Answer
from app.views.form.choice_entry import is_enter
from app.views.parts.layout import Column, Columns, Sized
from app.views.parts.words import Voice, Words

BESIDE_FROM_PX = 700


class HowRow(QWidget):
    """The answers of how a value is known, with what is still asked said beneath."""

    edited = Signal(object)
    finished = Signal()

    def __init__(self, name: str, today: date, offered: tuple[How, ...] = IN_THE_ROOM) -> None:
        """`offered` in the order of the keys that choose."""
        super().__init__()
        self._order = offered
        self.field = HowKnown(name, today, self._order)
        self.note = Note()
        caption = Words("How we know", Voice.SMALL_STRONG)
        caption.setBuddy(self.field.choice)
        columns = Columns((Sized(caption, height=44), 0), (self.field, 1), gap=12, turn_at=BESIDE_FROM_PX)
        self.setLayout(Column(columns, self.note, gap=6))
        self.field.choice.setAccessibleDescription(f"Keys 1 to {len(self._order)} choose")
        for how in self._order:
            self.field.choice.segment(how.value).installEventFilter(self)
        self.field.edited.connect(self.edited)
        self.field.choice.edited.connect(self._go_to_day)
        self.field.day.entered.connect(self._finish)
        self.field.why.entered.connect(self._finish)

    def value(self) -> HowAnswer | None:
        """What is chosen."""
        return self.field.value()

    def show_value(self, answer: HowAnswer | None) -> None:
        """Show a stored answer."""
        if self.field.value() != answer:
            self.field.set_value(answer)

    def ask(self, sentence: str) -> None:
        """Say what is still missing, or nothing."""
        if self.note.sentence.said() != sentence:
            self.note.say(sentence, State.CHECK)

    def first_stop(self) -> QWidget:
        """The answer where Tab arrives."""
        return self.field.first_stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys from 1 choose; on a record they begin its date. Enter on the chosen answer goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self.field.asks_day and event.text().isdigit():
                self._begin_day(event.text())
                return True
            number = event.key() - Qt.Key.Key_1
            if 0 <= number < len(self._order) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._choose(self._order[number])
                return True
            if is_enter(event) and isinstance(watched, Answer) and watched.isChecked():
                self._go_on()
                return True
        return super().eventFilter(watched, event)

    def _choose(self, how: How) -> None:
        segment = self.field.choice.segment(how.value)
        segment.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not segment.isChecked():
            segment.click()

    def _go_to_day(self, _chosen: object) -> None:
        """A record was just chosen: what is typed next is its date."""
        if self.field.lacks_day:
            self.field.day.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_day(self, digit: str) -> None:
        """Digits on a chosen record are its date, never another answer; they take the place of an old one."""
        line = self.field.day.line
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()
        line.insert(digit)

    def _go_on(self) -> None:
        if self.field.lacks_day:
            self.field.day.line.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()

    def _finish(self) -> None:
        if self.field.day.state() is State.FINE:
            self._go_on()
