"""The record over time: every measure, the one read last first, from its first reading to today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.consultation.days import on_screen
from app.consultation.dialog.record import ATTRIBUTION
from app.consultation.medicine_marks import MedicineMark, MedicineMarks, medicine_marks
from app.consultation.questions import Record
from app.consultation.trends import trends_of
from app.consultation.visit import Visit
from app.rules.dates import months_before
from app.rules.notice import EVALUATION
from app.views.fields.answers import Option
from app.views.fields.choice import Choice
from app.views.look.theme import scale
from app.views.parts.banner import LOW_UNDER, Banner, Identity
from app.views.parts.cards import Card
from app.views.parts.layout import Column, Columns, Held, Part, Row, Scrolled, Stretch
from app.views.parts.status_foot import StatusFoot
from app.views.parts.words import Voice, Words
from app.views.trends.measure_card import MeasureCard, NotYet

ALL = "all"
SPANS = {ALL: 0, "5 years": 60, "1 year": 12}
HOW_TO_READ = (
    "The measure read last stands first. A line stops where the next reading came long after it was due. "
    "Ranges are figures from their sources, not signed off here; they say nothing about the person."
)
WITH_LINES, WITHOUT_LINES = "Medicines, dotted lines in the charts", "Medicines"
BEFORE = ", before this span"
LEFT_OUT = "What is private is left out here: it is shown in a visit, alone with the person."


@dataclass(frozen=True)
class Looked:
    """Whose record is looked at, from where; `room` says who may look on."""

    visit: Visit
    identity: Identity
    records: Mapping[str, Record]
    is_alone: bool
    room: str
    back: str
    is_practice: bool


class TrendsScreen(QWidget):
    """Tells `closed` and `lock_asked`; nothing on it can be changed."""

    closed = Signal()
    lock_asked = Signal()

    def __init__(self, looked: Looked) -> None:
        super().__init__()
        self.setAccessibleName("Trends")
        self._looked = looked
        self._today = looked.visit.today
        found = trends_of(looked.visit, looked.records, with_private=looked.is_alone)
        self._marks = medicine_marks(looked.visit, looked.records)
        self.cards = [MeasureCard(t, self._today, self._marks.marks) for t in found if t.figures]
        self._none = NotYet([trend for trend in found if not trend.figures])
        self.medicines = MedicinesCard(self._marks)
        self.span = Choice("From", [Option(key, key.capitalize()) for key in SPANS], compact=True)
        self.span.set_value(ALL)
        self.banner = Banner(looked.identity, leads=False)
        self.foot = StatusFoot("", looked.back)
        self._build()
        self._name_lines()
        self.span.edited.connect(self._show_span)
        self.foot.went_back.connect(self.closed)
        self.banner.lock_asked.connect(self.lock_asked)

    def _build(self) -> None:
        title, room = Words("Trends", Voice.TITLE), Words(self._looked.room, Voice.MUTED, wraps=True)
        span = Held(Row(Words("From", Voice.SMALL), self.span, gap=12))
        notes = [HOW_TO_READ, "" if self._looked.is_alone else LEFT_OUT]
        said: list[QWidget] = [Words(note, Voice.SMALL, wraps=True) for note in notes if note]
        source = Words(ATTRIBUTION, Voice.SMALL, wraps=True)
        top = Columns((Held(Column(*said, gap=6)), 1), (span, 0), turn_at=900)
        parts: tuple[Part, ...] = (
            Held(Column(title, *((room,) if self._looked.room else ()), gap=2)),
            top,
            self.medicines,
            *self.cards,
            self._none,
            source,
            Stretch(),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._page = Scrolled(Held(Column(*parts, gap=12, margins=(28, 12, 28, 16))))
        box.addWidget(self.banner)  # whose record this is never scrolls out of sight
        box.addWidget(self._page, 1)
        box.addWidget(self.foot)
        if self._looked.is_practice:
            self.foot.add(Words(EVALUATION, Voice.SMALL))

    def first_stop(self) -> QWidget:
        """From when on."""
        return self.span.first_stop()

    def reading_order(self) -> tuple[QWidget, ...]:
        """The page first, whose it is last."""
        return (self._page, self.foot, self.banner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low the banner takes few lines, as in a visit."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """Share the height at the text size worn now."""
        is_low = self.height() / scale() < LOW_UNDER
        self.banner.show_compact(is_low, most=self.height() // 2)

    def _show_span(self, key: str | None) -> None:
        if key is None:
            self.span.set_value(ALL)
        months = SPANS[key or ALL]
        since: date | None = months_before(self._today, months) if months else None
        for card in self.cards:
            card.show_since(since)
        self._name_lines()

    def _name_lines(self) -> None:
        self.medicines.show_lines(frozenset(mark for card in self.cards for mark in card.lines))


class MedicinesCard(Card):
    """What the record knows of when medicines began: the dotted lines of the charts, in words."""

    def __init__(self, found: MedicineMarks) -> None:
        self._found = found
        self.heading = Words("", Voice.SUBHEADING, wraps=True)
        self.rows = [Words("", Voice.SMALL_TEXT, wraps=True) for _mark in found.marks]
        more = [] if found.marks else ["No day on which a medicine began is on record."]
        if found.without_a_day:
            more.append(f"Without a day of beginning: {', '.join(found.without_a_day)}")
        said = [Words(each, Voice.SMALL_TEXT, wraps=True) for each in more]
        super().__init__(self.heading, *self.rows, *said, gap=4)

    def show_lines(self, drawn: frozenset[MedicineMark]) -> None:
        """Say which have a line in a chart that is shown now, and which lie before all of them."""
        self.heading.say(WITH_LINES if drawn else WITHOUT_LINES)
        for mark, row in zip(self._found.marks, self.rows, strict=True):
            row.say(f"{on_screen(mark.on)}: {mark.words}{'' if mark in drawn else BEFORE}")
