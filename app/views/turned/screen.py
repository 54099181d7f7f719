"""The turned screen as a whole: which question is in hand, the keys, and how it is left."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.consultation import dialog
from app.consultation.answers import NOT_ASKED, Answer, Known, Unknown, WhyNot, is_answered
from app.consultation.dialog.record import ITEMS, AreaAnswer
from app.views.look import theme
from app.views.open_consultation import OpenConsultation
from app.views.parts.layout import Column
from app.views.turned.hand_back_page import FINISHED, STOPPED, Farewell, HandBackPage
from app.views.turned.question_page import QuestionPage
from app.views.turned.room import Look
from app.views.turned.skip_page import SkipPage

KEY = dialog.SECTION.key
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_RATINGS = {getattr(Qt.Key, f"Key_{rating}"): rating for rating in range(1, 8)}


class TurnedScreen(QWidget):
    """The person's own view of the open consultation; every answer is saved at once.

    `begin` starts at the first open question. The frame answers `leave_asked(pin)` with `leave` or
    `show_wrong_pin`; where nobody touched it for a while, the window's cover comes over it.
    """

    leave_asked = Signal(str)

    def __init__(self, consultation: OpenConsultation) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._consultation = consultation
        self._index = 0
        self._asked_to_skip: set[int] = set()
        self.question, self.skip, self.hand_back = QuestionPage(), SkipPage(), HandBackPage()
        self._pages = QStackedWidget()
        for page in (self.question, self.skip, self.hand_back):
            self._pages.addWidget(page)
        self.setLayout(Column((self._pages, 1), gap=0))
        self._listen()

    def _listen(self) -> None:
        self.question.rated.connect(self._rate)
        self.question.help_wanted.connect(self._want_help)
        self.question.next_asked.connect(self.go_on)
        self.question.back_asked.connect(self._go_back)
        self.question.skip_asked.connect(self._ask_why)
        self.question.stop_asked.connect(lambda: self._hand_back(STOPPED))
        self.question.larger_asked.connect(self._larger)
        self.question.room_changed.connect(self._keep_to_room)
        self.skip.skipped.connect(self._skip)
        self.skip.back_asked.connect(lambda: self._show(self._index))
        self.hand_back.go_on_asked.connect(lambda: self._show(self._index))
        self.hand_back.pin_given.connect(self.leave_asked)

    def begin(self) -> None:
        """Start with the first question that has no answer yet."""
        self._asked_to_skip.clear()
        open_ones = (i for i in self._asked() if not is_answered(self._area(i).rating))
        self._show(next(open_ones, 0))

    def show_wrong_pin(self, sentence: str) -> None:
        """Say why the PIN did not open, and wait for another."""
        self.hand_back.pin.line.clear()
        self.hand_back.pin.refuse(sentence)
        self.hand_back.pin.line.setFocus()

    def leave(self) -> None:
        """Forget the PIN, and give the words their usual size."""
        self.hand_back.pin.clear()
        self._wear(self.question.looks()[0])

    @property
    def number(self) -> int:
        """Which question is in hand, from 1."""
        return self._index + 1

    @property
    def page(self) -> QWidget | None:
        """Which page is shown."""
        return self._pages.currentWidget()

    def go_on(self) -> None:
        """The next question; an unanswered one asks once whether to skip it."""
        answered = is_answered(self._area(self._index).rating)
        if not answered and self._index not in self._asked_to_skip:
            self._ask_why()
        elif after := [i for i in self._asked() if i > self._index]:
            self._show(after[0])
        else:
            self._hand_back(FINISHED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 7 rate, Y and N say whether more help is needed, Enter goes on, Esc stops."""
        key = event.key()
        if self.page is self.hand_back:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key in _ENTER:
            self._enter()
        elif self.page is self.question and key in _RATINGS:
            self.question.cards.choose(_RATINGS[key])
        elif self.page is self.question and key in (Qt.Key.Key_Y, Qt.Key.Key_N):
            self.question.yes_no.choose(key == Qt.Key.Key_Y)
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Enter presses the button that has the keyboard; elsewhere on a question it goes on."""
        focus = self.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        elif self.page is self.question:
            self.go_on()

    def _escape(self) -> None:
        if self.page is self.skip:
            self._show(self._index)
        else:
            self._hand_back(STOPPED)

    def _go_back(self) -> None:
        before = [i for i in self._asked() if i < self._index]
        self._show(before[-1])

    def _asked(self) -> tuple[int, ...]:
        """The questions that may be asked now: a private one waits while somebody else may be looking on."""
        alone = self._consultation.is_private
        return tuple(i for i, item in enumerate(ITEMS) if alone or not item.is_private)

    def _area(self, index: int) -> AreaAnswer:
        return self._consultation.draft.record(dialog.SECTION).area(ITEMS[index].key)

    def _take(self, **changed: "Answer[object]") -> None:
        record = self._consultation.draft.record(dialog.SECTION)
        area = msgspec.structs.replace(self._area(self._index), **changed)
        self._consultation.edit(KEY, record.with_area(ITEMS[self._index].key, area))

    def _rate(self, rating: int | None) -> None:
        self._take(rating=NOT_ASKED if rating is None else self._consultation.known(rating))

    def _want_help(self, wanted: bool | None) -> None:
        self._take(more_help=NOT_ASKED if wanted is None else self._consultation.known(wanted))

    def _ask_why(self) -> None:
        self._asked_to_skip.add(self._index)
        self.skip.show_question(self._index)
        self._pages.setCurrentWidget(self.skip)
        self.skip.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _skip(self, why: WhyNot | None) -> None:
        if why is not None:
            self._take(rating=Unknown(why))
        elif isinstance(self._area(self._index).rating, Known):
            self._take(rating=NOT_ASKED)
        self.go_on()

    def _show(self, index: int) -> None:
        self._index = index
        self.question.show_question(index, self._asked(), self._area(index))
        self._pages.setCurrentWidget(self.question)
        self.question.cards.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_back(self, farewell: Farewell) -> None:
        self.hand_back.say(farewell)
        self._pages.setCurrentWidget(self.hand_back)
        self.hand_back.pin.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _larger(self) -> None:
        """The next larger words that fit, and from the largest back to the usual ones."""
        looks = self.question.looks()
        self._wear(next((look for look in looks if look.step > self.question.step), looks[0]), looks)

    def _keep_to_room(self) -> None:
        """The room changed: the largest words that fit, but never larger than they were."""
        looks = self.question.looks()
        self._wear([look for look in looks if look.step <= self.question.step][-1], looks)

    def _wear(self, look: Look, looks: Sequence[Look] = ()) -> None:
        """Dress this screen alone: the hidden ones behind it would take seconds."""
        if look.step != self.question.step:
            text_scale = theme.scale() * look.step
            self.question.step = look.step
            with theme.measured_at(text_scale):
                self.setStyleSheet("" if look.step == 1 else theme.sheet())
                theme.restyle_all(self)
        self.question.make_room(look)
        self._offer(looks)

    def _offer(self, looks: Sequence[Look]) -> None:
        """Larger words are offered where they fit; the largest lead back."""
        can_grow = bool(looks) and looks[-1].step > self.question.step
        self.question.larger.say("Larger words" if can_grow else "Usual words")
        self.question.larger.setVisible(can_grow or self.question.step > 1)
