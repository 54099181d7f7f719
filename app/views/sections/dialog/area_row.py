"""One area of life in the staff's list: two lines while closed, the whole question while open."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.consultation import dialog
from app.consultation.answers import NOT_ASKED, Answer, Known, Unknown, WhyNot, is_answered, value_of
from app.consultation.days import on_screen
from app.consultation.dialog.record import MORE_HELP, RATING_WORDS, STEM, AreaAnswer, Item
from app.views.fields.answers import options
from app.views.fields.choice import Choice
from app.views.fields.own_words import WordsField
from app.views.open_consultation import OpenConsultation
from app.views.parts.cards import paint_bar
from app.views.parts.layout import Beside, Column, Columns, Held, Row, Stretch
from app.views.parts.words import Voice, Words
from app.views.sections.asking import SKIPS, show
from app.views.sections.chips import Chips
from app.views.sections.dialog.comparing import SKIPPED, last_rating
from app.views.sections.row_head import RowHead
from app.views.turned.rating_cards import RatingCards, Size

KEY = dialog.SECTION.key
YES_NO = options(YES="Yes", NO="No")
ONE_QUESTION = "One question"
HIDDEN = "Last time is shown once this is rated."


class AreaRow(QFrame):
    """Asks to be opened by `open_asked(key)`; every answer goes to the consultation at once."""

    open_asked = Signal(str)

    def __init__(self, consultation: OpenConsultation, item: Item) -> None:
        super().__init__()
        self._consultation, self._item = consultation, item
        self._build_head()
        self._build_body()
        self.setLayout(Column(self.head, self._body, gap=0, margins=(0, 0, 0, 0)))
        self._body.hide()
        self.head.clicked.connect(lambda: self.open_asked.emit(item.key))

    @property
    def key(self) -> str:
        """The key of the item."""
        return self._item.key

    @property
    def is_open(self) -> bool:
        """Whether the question stands open."""
        return not self._body.isHidden()

    @property
    def waits(self) -> bool:
        """Whether it waits until the person is alone with the worker."""
        return self._item.is_private and not self._consultation.is_private

    def _build_head(self) -> None:
        self._rated = Words("", Voice.SUBHEADING, wraps=True)
        self._help = Words("", Voice.INFO, wraps=True)
        said = Held(Column(self._rated, self._help, gap=0))
        self._title = Words(self._item.title, Voice.STRONG, wraps=True)
        self.head = RowHead(Row((self._title, 5), (said, 4), gap=14))

    def _build_body(self) -> None:
        title = self._item.title
        self.rating = RatingCards(f"{STEM} {self._item.words}", Size.SMALL)
        self.more_help = Choice(f"{MORE_HELP} {title}", YES_NO, compact=True)
        skips = options(**{why.name: words for why, words in SKIPS.items()})
        self.skip = Chips(f"{title}: no rating, because", skips, compact=True)
        self.note = WordsField(f"{title}: in their words", height=62, own=False)
        self._then = Words(HIDDEN, Voice.SMALL, wraps=True)
        lines = (
            (MORE_HELP, self.more_help),
            ("Or no rating, because", self.skip),
            ("In their words", self.note),
        )
        question = Words(f"{STEM} {self._item.words}", Voice.BODY, wraps=True)
        self._body = Held(
            Column(
                question,
                self.rating,
                self._then,
                *(_line(words, field) for words, field in lines),
                gap=9,
                margins=(20, 2, 20, 14),
            )
        )
        self.rating.edited.connect(self._rate)
        self.skip.edited.connect(self._skip)
        self.more_help.edited.connect(self._want_help)
        self.note.edited.connect(lambda words: self._take(words=words or ""))

    def open(self, is_open: bool) -> None:
        """Open or close the question; what was typed is taken first."""
        if not is_open:
            self.note.commit()
        self._body.setVisible(is_open and not self.waits)
        self._name_head()
        self.update()

    def show_record(self) -> None:
        """Show what stands in the record."""
        if self.waits:
            self._show_waiting()
            return
        self._title.say(self._item.title)
        area = self._area()
        rated = value_of(area.rating)
        show(self.rating, rated)
        show(self.skip, _skip_key(area))
        wanted = value_of(area.more_help)
        show(self.more_help, None if wanted is None else "YES" if wanted else "NO")
        show(self.note, area.words or None)
        self._rated.say(_rated_words(area))
        self._rated.speak(Voice.STRONG if isinstance(area.rating, Known) else Voice.MUTED)
        self._help.say("wants more help" if wanted else "")
        self._help.setVisible(bool(wanted))
        self._then.say(self._last_time(area))
        self._name_head()

    def _show_waiting(self) -> None:
        """Neither the answer nor which question it is may be read while somebody else is there."""
        self._body.hide()
        self._title.say(ONE_QUESTION)
        self._rated.say(f"Waits until {self._consultation.person.called} is alone")
        self._rated.speak(Voice.MUTED)
        self._help.hide()
        self._help.say("")
        self._name_head()

    def paintEvent(self, event: object) -> None:
        """The row in hand has a bar at its left edge."""
        if self.is_open:
            paint_bar(self, "primary", above=10)

    def _name_head(self) -> None:
        words = [self._title.said(), self._rated.said()]
        self.head.show_state(
            ", ".join([*words, *([self._help.said()] if self._help.said() else [])]), is_open=self.is_open
        )

    def _area(self) -> AreaAnswer:
        return self._consultation.draft.record(dialog.SECTION).area(self._item.key)

    def _last_time(self, area: AreaAnswer) -> str:
        if not isinstance(area.rating, Known):
            return HIDDEN if not is_answered(area.rating) else "Last time is beside today under Then and now."
        before = last_rating(self._item, self._consultation.history)
        if before is None:
            return "None before, on record."
        return f"Last time {before[0]}, {RATING_WORDS[before[0]]}, {on_screen(before[1])}"

    def _take(self, **changed: object) -> None:
        record = self._consultation.draft.record(dialog.SECTION)
        area = msgspec.structs.replace(self._area(), **changed)
        self._consultation.edit(KEY, record.with_area(self._item.key, area))

    def _rate(self, rating: int | None) -> None:
        self._take(rating=NOT_ASKED if rating is None else self._consultation.known(rating))

    def _skip(self, key: str | None) -> None:
        self._take(rating=NOT_ASKED if key is None else Unknown(WhyNot[key]))

    def _want_help(self, key: str | None) -> None:
        answer: Answer[object] = NOT_ASKED if key is None else self._consultation.known(key == "YES")
        self._take(more_help=answer)


def _line(words: str, field: QWidget) -> QWidget:
    caption = Words(words, Voice.SMALL_STRONG, wraps=True)
    level = Column(caption, margins=(0, 11, 0, 0))
    return Columns((Beside(level, 190), 0), (Held(Row(field, *_loose(field))), 1), gap=10, turn_at=480)


def _loose(field: QWidget) -> tuple[Stretch, ...]:
    return (Stretch(),) if isinstance(field, Choice) else ()


def _skip_key(area: AreaAnswer) -> str | None:
    if isinstance(area.rating, Known) or area.rating.reason not in SKIPS:
        return None
    return area.rating.reason.name


def _rated_words(area: AreaAnswer) -> str:
    if isinstance(area.rating, Known):
        return f"{area.rating.value}, {RATING_WORDS[area.rating.value]}"
    skipped = SKIPPED.get(area.rating.reason)
    return skipped.capitalize() if skipped else "Not answered yet"
