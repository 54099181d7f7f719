"""The trends page: the table says what the chart draws, nothing moves, nothing is loaded too early."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.consultation.answers import How
from app.consultation.history import History, Reading, Searched
from app.consultation.medicine import Medicine
from app.consultation.visit import Visit
from app.views.look import theme
from app.views.look.theme import colour
from app.views.look.tokens import Theme
from app.views.parts.fit import clipped
from app.views.parts.layout import Scrolled
from app.views.parts.words import Words
from app.views.people.whose import whose
from app.views.trends.measure_card import MeasureCard
from app.views.trends.screen import Looked, TrendsScreen
from app.views.trends.time_ticks import time_ticks
from tests.views.sections.nora import TODAY, nora

ROOT = Path(__file__).parents[3]
DAYS = (date(2019, 3, 2), date(2026, 3, 2), date(2026, 9, 16))


def readings(series: str, *values: str) -> tuple[Reading, ...]:
    hows = (How.FROM_RECORD, How.MEASURED, How.SELF_REPORTED)
    return tuple(
        Reading(series=series, value=value, taken_on=on, how=how)
        for value, on, how in zip(values, DAYS, hows, strict=True)
    )


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot) -> TrendsScreen:
    history = History(
        readings=(
            *readings("weight", "81", "8", "210"),
            *readings("systolic", "132", "138", "142"),
            *readings("diastolic", "80", "84", "92"),
            *readings("fasting_glucose", "5.2", "6.1", "7.4"),
        ),
        searched=(Searched(series="hba1c", source="GP record", back_to=date(2020, 1, 5)),),
        medicines=(
            Medicine(id="1", name="clozapine", started=date(2025, 2, 3)),
            Medicine(id="2", name="lithium"),
        ),
    )
    visit = Visit(nora("p1"), TODAY, history)
    page = TrendsScreen(Looked(visit, whose(visit.person, history, TODAY), {}, True, "", "Home", True))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitExposed(page):
        page.show()
    return page


def card(page: TrendsScreen, title: str, qtbot: QtBot) -> MeasureCard:
    [found] = [each for each in page.cards if each.trend.measure.title == title]
    scrolled(page).ensureWidgetVisible(found, 0, 0)
    qtbot.waitUntil(lambda: found.chart.plot is not None and found.chart.plot.isVisible())
    page.grab()  # what was made a moment ago has its place now
    return found


def scrolled(page: TrendsScreen) -> Scrolled:
    return page._page


def items(found: MeasureCard, kind: type) -> list:
    """What of a kind the chart really draws."""
    return [item for item in found.chart.plot._item.items if isinstance(item, kind)]


def rules(found: MeasureCard, angle: int) -> list[float]:
    """Where the straight lines from edge to edge lie: across at 0, upright at 90."""
    return [line.value() for line in items(found, pg.InfiniteLine) if line.angle == angle]


def drawn(found: MeasureCard) -> set[tuple[date, float]]:
    marks = [point for item in items(found, pg.ScatterPlotItem) for point in item.points()]
    return {(date.fromordinal(int(mark.pos().x())), mark.pos().y()) for mark in marks}


def table(found: MeasureCard) -> list[list[str]]:
    if found.table is None or found.table.isHidden():
        found.as_table.click()
    model = found.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_table_says_what_the_chart_draws_and_why_the_rest_is_not_drawn(
    page: TrendsScreen, qtbot: QtBot
) -> None:
    weight = card(page, "Weight", qtbot)
    assert table(weight) == [
        ["16-Sep-2026", "210 kg", "self-reported", "unusual: was it right?"],
        ["02-Mar-2026", "8 kg", "measured", "outside 20 to 450: not drawn"],
        ["02-Mar-2019", "81 kg", "from a record", ""],
    ]
    assert drawn(weight) == {(DAYS[2], 210.0), (DAYS[0], 81.0)}
    pressure = card(page, "Blood pressure", qtbot)
    assert [row[1] for row in table(pressure)] == ["142/92 mmHg", "138/84 mmHg", "132/80 mmHg"]
    upper_and_lower = {
        (on, side)
        for on, sides in zip(DAYS, ((132, 80), (138, 84), (142, 92)), strict=True)
        for side in sides
    }
    assert drawn(pressure) == upper_and_lower


def test_a_shorter_span_is_the_same_for_chart_and_table_and_says_what_it_leaves_out(
    page: TrendsScreen, qtbot: QtBot
) -> None:
    pressure = card(page, "Blood pressure", qtbot)
    page.span.segment("1 year").click()
    assert len(table(pressure)) == 2
    assert {on for on, _value in drawn(pressure)} == set(DAYS[1:])
    assert "One earlier one is not shown." in pressure._span.said()
    page.span.segment("all").click()
    assert len(table(pressure)) == 3


def test_a_medicine_that_began_before_the_span_says_so_and_no_line_is_spoken_of(page: TrendsScreen) -> None:
    pressure = next(each for each in page.cards if each.trend.measure.title == "Blood pressure")
    said = page.medicines
    assert (said.heading.said(), said.rows[0].said()) == (
        "Medicines, dotted lines in the charts",
        "03-Feb-2025: clozapine began",
    )
    page.span.segment("1 year").click()
    assert (said.heading.said(), said.rows[0].said()) == (
        "Medicines",
        "03-Feb-2025: clozapine began, before this span",
    )
    assert pressure._span.said().endswith("Clozapine began before this span.")


def test_a_line_joins_what_came_in_time_and_stops_at_a_gap(page: TrendsScreen, qtbot: QtBot) -> None:
    lines = items(card(page, "Glucose, fasting", qtbot), pg.PlotDataItem)
    joined = [[(date.fromordinal(int(x)), y) for x, y in zip(*line.getData(), strict=True)] for line in lines]
    assert joined == [[(DAYS[0], 5.2)], [(DAYS[1], 6.1), (DAYS[2], 7.4)]]
    [bars] = items(card(page, "Blood pressure", qtbot), pg.PlotDataItem)
    assert bars.opts["connect"] == "pairs"


def test_the_chart_lies_on_the_bands_of_its_scale_and_names_them(page: TrendsScreen, qtbot: QtBot) -> None:
    glucose = card(page, "Glucose, fasting", qtbot)
    bands = items(glucose, pg.LinearRegionItem)
    low, high = glucose.chart.plot._item.getViewBox().viewRange()[1]
    assert [band.getRegion() for band in bands] == [(low, 5.5), (5.5, 7.0), (7.0, high)]
    tints = ("band_low", "band_middle", "band_high")
    assert [band.brush.color().name() for band in bands] == [colour(tint).name() for tint in tints]
    assert [name for _at, name in glucose.chart.plot._shape.names] == ["Under 5.5", "5.5 to 6.9", "7 or more"]
    assert rules(glucose, 0) == []
    assert rules(card(page, "Blood pressure", qtbot), 0) == [90.0]


def test_a_medicine_is_a_line_on_the_day_it_began_and_without_a_day_it_is_named(
    page: TrendsScreen, qtbot: QtBot
) -> None:
    weight = card(page, "Weight", qtbot)
    assert rules(weight, 90) == [date(2025, 2, 3).toordinal()]
    said = {words.said() for words in page.findChildren(Words)}
    assert {"03-Feb-2025: clozapine began", "Without a day of beginning: lithium"} <= said
    page.span.segment("1 year").click()
    assert rules(weight, 90) == []


def test_the_wheel_over_a_chart_moves_the_page_and_never_the_chart(page: TrendsScreen, qtbot: QtBot) -> None:
    plot = card(page, "Weight", qtbot).chart.plot
    shown = plot._item.getViewBox().viewRange()
    where = plot.mapTo(page, plot._view.geometry().center())
    under = page.childAt(where)
    assert under is plot or plot.isAncestorOf(under)
    was_at = scrolled(page).verticalScrollBar().value()
    QTest.wheelEvent(page.windowHandle(), where, QPoint(0, -120))
    assert scrolled(page).verticalScrollBar().value() > was_at
    assert plot._item.getViewBox().viewRange() == shown


def test_a_measure_never_read_is_named_at_the_end(page: TrendsScreen) -> None:
    said = {words.accessibleName() for words in page._none.findChildren(type(page.cards[0]._span))}
    assert "HbA1c: not measured yet; the record was searched back to 05-Jan-2020" in said
    assert "Waist: not measured yet" in said
    assert "DIALOG: mental health: not rated yet" in said


@pytest.mark.parametrize(("look", "size"), [(Theme.DARK, 1.0), (Theme.CONTRAST, 2.0)])
def test_nothing_is_cut_in_any_look_at_any_size(
    page: TrendsScreen, qtbot: QtBot, dressed: QApplication, look: Theme, size: float
) -> None:
    table(card(page, "Weight", qtbot))
    theme.wear(dressed, look, size)
    QApplication.processEvents()
    page.grab()
    qtbot.waitUntil(lambda: clipped(page) == [])


def test_a_time_axis_ends_today_with_as_many_days_as_have_room() -> None:
    years = [words for _day, words in time_ticks(date(2019, 3, 2), TODAY, 9)]
    assert years == ["2020", "2021", "2022", "2023", "2024", "2025", "2026", "Today"]
    assert [words for _day, words in time_ticks(date(2019, 3, 2), TODAY, 3)] == [
        "2020",
        "2022",
        "2024",
        "Today",
    ]
    assert [words for _day, words in time_ticks(date(2026, 10, 25), TODAY, 6)][:2] == ["25 Oct", "1 Nov"]


STORY = """
import sys, tempfile
from pathlib import Path
from app.views.application import make_application
from app.views.main_window import MainWindow
from bench.laptops import NOW, add_person_with_years, with_staff
application = make_application()
folder = Path(tempfile.mkdtemp())
store = with_staff(folder / "store")
person = add_person_with_years(store, 30)
window = MainWindow(folder / "nowhere", lambda: NOW, start_again=lambda _note: None)
window.show()
window.begin(store)
window.desk.start_visit(person.id)
window.desk.visit.grab()
heavy = {"pyqtgraph", "numpy", "reportlab", "PIL"}
print(sorted(heavy & set(sys.modules)))
window.desk.show_trends_of_visit()
for _ in range(5):
    window.grab()
    application.processEvents()
print(sorted(heavy & set(sys.modules)))
window.leave()
"""


def test_what_draws_charts_and_papers_is_loaded_by_the_first_of_them_and_never_by_home_or_a_visit() -> None:
    run = subprocess.run([sys.executable, "-c", STORY], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.splitlines() == ["[]", "['numpy', 'pyqtgraph']"]
