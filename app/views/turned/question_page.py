"""One question on the turned screen: the official words, seven answers, and whether more help is needed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.consultation.answers import value_of
from app.consultation.dialog.record import ITEMS, MORE_HELP, STEM, AreaAnswer, Item
from app.views.look.theme import px, scale
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Gap, Held, Row, Scrolled, Stretch
from app.views.parts.words import Voice, Words
from app.views.turned.progress_bars import ProgressBars
from app.views.turned.rating_cards import RatingCards, Size
from app.views.turned.yes_no import YesNo

LEAD = "Choose the answer that fits best today. No answer is wrong."
KEPT = "Skip or stop whenever you like. What you have answered is kept."
_WIDE, _NARROW, _LOW = 1000, 800, 460


def question_of(item: Item) -> str:
    """The whole question in its official words."""
    return f"{STEM.removesuffix('…')} {item.words}?"


class QuestionPage(QWidget):
    """Tells what is pressed; what it shows comes from the record each time."""

    rated = Signal(object)
    help_wanted = Signal(object)
    next_asked = Signal()
    back_asked = Signal()
    skip_asked = Signal()
    stop_asked = Signal()
    larger_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number = Words("", Voice.HEADING)
        self._bars = ProgressBars(len(ITEMS))
        self.larger = Button("Larger words", Kind.PLAIN, icon="larger_words", turned=True)
        self.stop = Button("Stop for now", icon="close", turned=True)
        self._question = Words("", Voice.DISPLAY, wraps=True)
        self._lead = Words(LEAD, Voice.LEAD, wraps=True)
        self.cards = RatingCards("Your answer", enter_goes_on=True)
        self.yes_no = YesNo()
        self.back = Button("Back", Kind.PLAIN, icon="arrow_left", turned=True)
        self.skip = Button("Skip this question", turned=True)
        self._kept = Words(KEPT, Voice.MUTED, wraps=True)
        self.next = Button("Next question", Kind.PRIMARY, turned=True)
        self._build()
        self._listen()

    def _build(self) -> None:
        where = Held(Column(self._number, self._bars, gap=6))
        self._top = Row(where, Stretch(), self.larger, self.stop, gap=10)
        self._more_help = Words(MORE_HELP, Voice.TITLE, wraps=True)
        self._help_row = Row((self._more_help, 3), (self.yes_no, 2), Stretch(), gap=12)
        self._gaps = (Gap(8), Gap(8))
        self._body = Column(
            Stretch(),
            self._question,
            self._lead,
            *self._gaps[:1],
            self.cards,
            *self._gaps[1:],
            self._help_row,
            Stretch(),
            gap=8,
        )
        self._foot = Row(self.back, self.skip, (self._kept, 100), Stretch(), self.next, gap=12)
        self._parts = (self._top, self._body, self._foot)
        self.setLayout(Column(self._top, (Scrolled(Held(self._body)), 1), self._foot, gap=0))
        self.restyle()

    def _listen(self) -> None:
        self.cards.edited.connect(self.rated)
        self.yes_no.edited.connect(self.help_wanted)
        self.next.clicked.connect(self.next_asked)
        self.back.clicked.connect(self.back_asked)
        self.skip.clicked.connect(self.skip_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.larger.clicked.connect(self.larger_asked)

    def show_question(self, index: int, answer: AreaAnswer) -> None:
        """Show a question with what was answered to it today, and nothing of any earlier day."""
        item = ITEMS[index]
        self._number.say(f"Question {index + 1} of {len(ITEMS)}")
        self._bars.show_at(index + 1)
        self._question.say(question_of(item))
        self.cards.set_value(value_of(answer.rating))
        self.yes_no.set_value(value_of(answer.more_help))
        self.back.setVisible(index > 0)
        self.next.say("Finish" if index == len(ITEMS) - 1 else "Next question")

    def restyle(self) -> None:
        """Make room at the text size worn now: what only explains goes first, the answers never."""
        wide, high = self.width() / scale(), self.height() / scale()
        roomy, low = wide >= _WIDE, high < _LOW
        self._bars.setVisible(wide >= _NARROW)
        self._lead.setVisible(wide >= _NARROW)
        self._kept.setVisible(roomy)
        self._question.speak(Voice.HEADING if low else Voice.DISPLAY if roomy else Voice.TITLE)
        self._more_help.speak(Voice.HEADING if low else Voice.TITLE)
        self.cards.become(Size.SMALL if low else Size.LARGE if roomy else Size.MIDDLE)
        for gap in self._gaps:
            gap.setVisible(not low)
        side, end = px(64 if roomy else 28), px(30 if roomy else 8 if low else 12)
        self._top.setContentsMargins(side, end, side, px(8))
        self._body.setContentsMargins(side, px(4), side, px(4))
        self._foot.setContentsMargins(side, px(8), side, end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room in the new size."""
        self.restyle()
