"""One measure: its last value with its date, its chart, and the same numbers as a table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.consultation.days import on_screen
from app.consultation.medicine_marks import MedicineMark
from app.consultation.trends import Trend
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card
from app.views.parts.layout import Beside, Column, Columns, Held, Row, Stretch
from app.views.parts.words import Voice, Words
from app.views.people.person_words import counted
from app.views.trends.chart_key import ChartKey
from app.views.trends.chart_place import ChartPlace
from app.views.trends.plot_shape import plot_shape
from app.views.trends.table import ReadingsTable

MOST_NAMED = 2
WORDS_PX, TURNS_UNDER_PX = 280, 820
AS_TABLE, NO_TABLE = "Show as table", "Hide the table"


class MeasureCard(Card):
    """The last value never depends on the span that is shown; chart and table always show the same."""

    def __init__(self, trend: Trend, today: date, marks: Sequence[MedicineMark]) -> None:
        self.trend, self._today, self._marks = trend, today, marks
        self.shown = trend
        self.lines: tuple[MedicineMark, ...] = ()
        self.chart = ChartPlace()
        self.key = ChartKey(trend)
        self.table: ReadingsTable | None = None
        self.as_table = Button(AS_TABLE, Kind.PLAIN, icon="sheet")
        self._span = Words("", Voice.SMALL, wraps=True)
        self._table_place = Column(gap=0)
        button = Row(self.as_table, Stretch())
        words = Beside(Column(*self._words(), self._span, button, gap=4), WORDS_PX)
        chart = Held(Column(self.chart, self.key, gap=4))
        super().__init__(Columns((words, 0), (chart, 1), gap=16, turn_at=TURNS_UNDER_PX), self._table_place)
        self.setAccessibleName(trend.measure.title)
        self.as_table.clicked.connect(self._turn_table)
        self._name_button(is_open=False)
        self.show_since(None)

    def _words(self) -> list[Words]:
        last = self.trend.last
        said = [Words(self.trend.measure.title, Voice.HEADING, wraps=True)]
        if last is not None:
            said += [
                Words(last.said, Voice.STRONG, wraps=True),
                Words(f"{on_screen(last.on)}, {last.known_by}", Voice.SMALL, wraps=True),
            ]
            said += [Words(each, Voice.SMALL_TEXT, wraps=True) for each in (last.band, last.remark) if each]
        if self.trend.remark:
            said.append(Words(self.trend.remark, Voice.SMALL, wraps=True))
        return said

    def show_since(self, day: date | None) -> None:
        """Show the readings from a day on, or all."""
        self.shown = self.trend.since(day)
        shape = plot_shape(self.shown, day, self._today, self._marks)
        self.lines = shape.marks if shape else ()
        self.chart.show_shape(shape)
        self.key.show_trend(self.shown)
        before = before_words(shape.marks_before if shape else ())
        self._span.say(f"{span_words(self.trend, self.shown, day)} {before}".strip())
        if self.table is not None:
            self.table.show_trend(self.shown)

    def _turn_table(self) -> None:
        if self.table is None:
            self.table = ReadingsTable(self.shown)
            self._table_place.addWidget(self.table)
        else:
            self.table.setVisible(not self.table.isVisible())
        self._name_button(is_open=not self.table.isHidden())

    def _name_button(self, *, is_open: bool) -> None:
        words = NO_TABLE if is_open else AS_TABLE
        self.as_table.say(words, f"{words}: {self.trend.measure.title}")
        self.as_table.setAccessibleDescription(self._span.said())


class NotYet(Card):
    """The measures without any reading: nothing vanishes from the list."""

    def __init__(self, trends: Sequence[Trend]) -> None:
        rows: list[QWidget] = [Words(none_words(trend), Voice.SMALL_TEXT, wraps=True) for trend in trends]
        super().__init__(Words("Nothing on record yet", Voice.HEADING, wraps=True), *rows, gap=6)


def none_words(trend: Trend) -> str:
    """That a measure has no reading, and how far back that is known."""
    measure, back_to = trend.measure, trend.searched_back_to
    searched = f"; the record was searched back to {on_screen(back_to)}" if back_to else ""
    return f"{measure.title}: {measure.none_yet[:1].lower()}{measure.none_yet[1:]}{searched}"


def before_words(marks: Sequence[MedicineMark]) -> str:
    """Which of the medicines' days have no line here, because they lie before the chart."""
    if len(marks) > MOST_NAMED:
        return f"{len(marks)} days of medicines lie before this span."
    named = " and ".join(mark.words for mark in marks)
    return f"{named[:1].upper()}{named[1:]} before this span." if marks else ""


def span_words(trend: Trend, shown: Trend, since: date | None) -> str:
    """How many readings are shown, of how many, from when, and how many of them are not drawn."""
    count, hidden = len(shown.figures), len(trend.figures) - len(shown.figures)
    first = since or (shown.figures[0].on if shown.figures else None)
    said = [f"{counted(count, 'reading', 'readings')} since {on_screen(first)}." if first else ""]
    if hidden:
        said.append(f"{counted(hidden, 'earlier one is', 'earlier ones are')} not shown.")
    if not_drawn := count - len(shown.drawn):
        said.append(f"{counted(not_drawn, 'is', 'are')} not drawn: the table says why.")
    return " ".join(each for each in said if each)
