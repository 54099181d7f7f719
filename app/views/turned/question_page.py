"""One question on the turned screen: the official words, seven answers, and whether more help is needed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.consultation.answers import value_of
from app.consultation.dialog.record import ITEMS, MORE_HELP, AreaAnswer
from app.views.look.theme import measured_at, scale
from app.views.parts.buttons import Button, Kind
from app.views.parts.layout import Column, Gap, Held, Row, Scrolled, Stretch
from app.views.parts.words import Voice, Words
from app.views.turned.progress_bars import ProgressBars
from app.views.turned.rating_cards import RatingCards
from app.views.turned.room import NARROW, WIDE, Look, Room, question_of
from app.views.turned.yes_no import YesNo

LEAD = "Choose the answer that fits best today. No answer is wrong."
KEPT = "Skip or stop whenever you like. What you have answered is kept."


class QuestionPage(QWidget):
    """Tells what is pressed; what it shows comes from the record each time."""

    rated = Signal(object)
    help_wanted = Signal(object)
    next_asked = Signal()
    back_asked = Signal()
    skip_asked = Signal()
    stop_asked = Signal()
    larger_asked = Signal()
    room_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.step = 1.0
        self._number = Words("", Voice.HEADING)
        self._bars = ProgressBars()
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

    def show_question(self, index: int, asked: Sequence[int], answer: AreaAnswer) -> None:
        """Show a question with what was answered to it today, and nothing of any earlier day.

        `asked` are those that are asked now: one that waits leaves no gap in the numbers.
        """
        item, number = ITEMS[index], asked.index(index) + 1
        self._number.say(f"Question {number} of {len(asked)}")
        self._bars.show_at(number, len(asked))
        self._question.say(question_of(item))
        self.cards.set_value(value_of(answer.rating))
        self.yes_no.set_value(value_of(answer.more_help))
        self.back.setVisible(number > 1)
        self.next.say("Finish" if number == len(asked) else "Next question")

    @property
    def room(self) -> Room:
        """The room there is."""
        return Room(self.width(), self.height(), self._text_scale)

    def looks(self) -> list[Look]:
        """Usual words, and each larger step that fits in the room there is."""
        question, more_help = self._usual_font(self._question), self._usual_font(self._more_help)
        return self.room.looks(question, more_help, max(self._top_width(self._number), self._foot_width()))

    def _top_width(self, beside: QWidget) -> int:
        """What the upper row needs in usual words, with the number or the bars at its left."""
        hints = (beside.sizeHint(), self.larger.sizeHint(), self.stop.sizeHint())
        return round(sum(hint.width() for hint in hints) / self.step + 40 * self._text_scale)

    def _foot_width(self) -> int:
        """What the lower row needs in usual words; Back is there from the second question on."""
        hints = (self.back.sizeHint(), self.skip.sizeHint(), self.next.sizeHint())
        return round(sum(hint.width() for hint in hints) / self.step + 48 * self._text_scale)

    def _usual_font(self, words: Words) -> QFont:
        usual = QFont(words.font())
        usual.setPixelSize(max(1, round(usual.pixelSize() / self.step)))
        return usual

    def restyle(self) -> None:
        """Measure again: `step` larger than the rest of the app."""
        self._text_scale = scale() / self.step
        self.make_room()

    def make_room(self, look: Look | None = None) -> None:
        """Make room at the text size worn now: what only explains goes first, the answers never."""
        if look is None:
            look = self.room.usual
        with measured_at(self._text_scale * look.step):
            self._speak()
            self._leave_out(look)
            self.cards.become(look.size)
            self._keep_margins(look)

    def _speak(self) -> None:
        self._question.speak(self.room.voice)
        self._more_help.speak(Voice.HEADING if self.room.is_low else Voice.TITLE)

    def _leave_out(self, look: Look) -> None:
        wide = self.width() / scale()
        bars_fit = self._top_width(self._bars) * look.step <= self.width() - 2 * look.side
        self._bars.setVisible(wide >= NARROW and bars_fit)
        self._lead.setVisible(look.has_lead)
        self._kept.setVisible(wide >= WIDE)
        for gap in self._gaps:
            gap.setVisible(look.has_gaps)

    def _keep_margins(self, look: Look) -> None:
        """The margins are the same pixels however large the words are."""
        side, end = look.side / scale(), look.end / scale()
        self._top.keep_edges((side, end, side, 8))
        self._body.keep_edges((side, 4, side, 4))
        self._foot.keep_edges((side, 8, side, end))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room in the new size."""
        super().resizeEvent(event)
        self.make_room()
        self.room_changed.emit()
