from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.rules.bands import (
    CALCIUM,
    CLOZAPINE,
    EGFR,
    LITHIUM,
    NEUTROPHILS,
    POTASSIUM,
    SODIUM,
    TEMPERATURE,
    WHITE_CELLS,
    Scale,
)
from app.views.look import theme
from app.views.look.tokens import LIGHT
from app.views.parts.buttons import Button
from app.views.parts.cards import Quote
from app.views.parts.chart_bands import bands_of
from app.views.parts.chart_shape import Band, BandTone, ChartShape, Mark
from app.views.parts.charts import BandBars, SmallTrend
from app.views.parts.focus_ring import FocusRing
from app.views.parts.layout import Scrolled
from app.views.parts.message import Message, Weight
from app.views.parts.pictures import Tag
from app.views.parts.prompt_card import Act, Level, PromptCard
from app.views.parts.stepper import Progress, Step, Stepper
from app.views.parts.words import Words

pytestmark = pytest.mark.usefixtures("dressed")

STEPS = [
    Step("opening", "Opening", "Complete", Progress.DONE),
    Step("checks", "Physical checks", "7 of 9 answered", Progress.BEGUN),
    Step("plan", "Care plan", "Not started"),
]


def shape() -> ChartShape:
    return ChartShape(
        name="Blood pressure over time",
        unit="mmHg",
        low=Decimal(70),
        high=Decimal(180),
        marks=(
            Mark("Sep", Decimal(138), Decimal(84), when_spoken="16-Sep-2026"),
            Mark("Today", Decimal(190), Decimal(90)),
        ),
        bands=(Band(Decimal(70), Decimal(140), "Below 140", BandTone.LOW),),
    )


def test_a_prompt_says_its_level_in_words_and_tells_what_was_pressed(qtbot: QtBot) -> None:
    card = PromptCard(
        Level.URGENT, "Tell the team", "Less smoke changes levels.", [Act("plan", "Add to plan")]
    )
    qtbot.addWidget(card)
    assert card.accessibleName() == "Today: Tell the team. Less smoke changes levels."
    assert card.buttons[0].accessibleName() == "Add to plan: Tell the team"
    with qtbot.waitSignal(card.acted) as acted:
        card.buttons[0].click()
    assert acted.args == ["plan"]


def test_why_opens_and_closes(qtbot: QtBot) -> None:
    why = Words("BMI 31.1, 24-Nov-2026")
    card = PromptCard(Level.SOON, "Metabolic review", "Raised BMI.", why=why)
    qtbot.addWidget(card)
    card.show()
    assert card.why_button is not None
    assert why.isHidden()
    with qtbot.waitSignal(card.opened) as opened:
        card.why_button.click()
    assert opened.args == [True]
    assert why.isVisible()
    card.why_button.click()
    assert why.isHidden()


def test_a_prompt_has_at_most_three_buttons() -> None:
    with pytest.raises(ValueError, match="at most 3"):
        PromptCard(Level.NOTE, "Many", "Too many.", [Act(str(n), str(n)) for n in range(4)])


def test_a_message_says_what_happened_what_is_kept_and_what_to_do(qtbot: QtBot) -> None:
    message = Message(
        "Not saved",
        "All up to 11:01 is kept.",
        "Make room.",
        weight=Weight.GRAVE,
        acts=[Act("again", "Try again")],
    )
    qtbot.addWidget(message)
    assert message.accessibleName() == "Not saved All up to 11:01 is kept. Make room."
    with qtbot.waitSignal(message.acted) as acted:
        message.buttons[0].click()
    assert acted.args == ["again"]
    message.say("Saved", weight=Weight.GOOD)
    assert message.kept.isHidden()
    assert message.accessibleName() == "Saved"


def test_a_quote_is_unchanged_between_its_marks(qtbot: QtBot) -> None:
    quote = Quote("I <b>can't</b>  sleep.", "Nora, 24-Nov-2026")
    qtbot.addWidget(quote)
    assert quote.words.said() == "\u201cI <b>can't</b>  sleep.\u201d"


def test_a_tag_is_heard_as_its_words(qtbot: QtBot) -> None:
    tag = Tag("Measured")
    qtbot.addWidget(tag)
    tag.say("Declined", icon="declined")
    assert (tag.text(), tag.accessibleName()) == ("Declined", "Declined")


def test_choosing_a_section_tells_it_and_showing_one_does_not(qtbot: QtBot) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    heard: list[str] = []
    stepper.chosen.connect(heard.append)
    stepper.show_steps(STEPS, "checks")
    stepper.show_current("plan")
    stepper.show_steps(STEPS, "opening")
    assert heard == []
    stepper.show()
    stepper.setFocus()
    qtbot.keyClick(stepper, Qt.Key.Key_Down)
    place = stepper.visualRect(stepper.model().index(2, 0)).center()
    qtbot.mouseClick(stepper.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard == ["checks", "plan"]


def test_a_section_that_may_not_be_left_stays_the_one_that_is_marked(qtbot: QtBot) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.show_steps(STEPS, "opening")
    stepper.chosen.connect(lambda _key: stepper.show_current("opening"))
    stepper.show()
    place = stepper.visualRect(stepper.model().index(2, 0)).center()
    qtbot.mouseClick(stepper.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: [i.row() for i in stepper.selectedIndexes()] == [0], timeout=1000)


def test_a_section_that_a_screen_reader_marks_is_the_one_that_is_gone_to(qtbot: QtBot) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.show_steps(STEPS, "opening")
    stepper.show()
    rows = QAccessible.queryAccessibleInterface(stepper).selectionInterface()
    with qtbot.waitSignal(stepper.chosen, timeout=1000) as told:
        assert rows.select(QAccessible.queryAccessibleInterface(stepper).child(2))
    assert told.args == ["plan"]


def test_a_section_says_its_number_title_and_state_to_a_screen_reader(qtbot: QtBot) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.show_steps(STEPS, None)
    spoken = stepper.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "2. Physical checks. 7 of 9 answered"
    assert not stepper.currentIndex().isValid()


def test_a_chart_tells_all_that_it_draws_in_words(qtbot: QtBot) -> None:
    chart = BandBars(shape())
    qtbot.addWidget(chart)
    assert chart.accessibleName() == "Blood pressure over time"
    assert chart.accessibleDescription() == "16-Sep-2026: 138 over 84 mmHg; Today: 190 over 90 mmHg"


def test_a_value_beyond_the_chart_is_held_at_its_edge() -> None:
    assert shape().height_of(Decimal(190)) == 1
    assert shape().height_of(Decimal(60)) == 0
    assert shape().height_of(Decimal(125)) == 0.5


def test_marks_stand_evenly_unless_their_time_is_known() -> None:
    assert [shape().along(at) for at in range(2)] == [0, 1]
    one = ChartShape("One", "kg", Decimal(0), Decimal(1), (Mark("now", Decimal(1)),))
    assert one.along(0) == 0.5


@pytest.mark.parametrize("make", [BandBars, SmallTrend])
def test_the_last_mark_is_painted_full_in_the_series_colour(
    qtbot: QtBot, make: type[BandBars] | type[SmallTrend]
) -> None:
    chart = make(shape())
    qtbot.addWidget(chart)
    chart.resize(400, 120)
    image = chart.grab().toImage()
    ink = LIGHT.series.lower()
    left, right = (
        sum(image.pixelColor(x, y).name() == ink for x in span for y in range(image.height()))
        for span in (range(150), range(150, 400))
    )
    assert left > 20
    assert right > left


def test_the_ring_follows_the_keyboard_and_goes_with_the_pointer(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = QLineEdit(), QLineEdit()
    box = QVBoxLayout(window)
    box.addWidget(first)
    box.addWidget(second)
    ring = FocusRing(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    assert not ring.isVisible()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(ring.isVisible)
    qtbot.waitUntil(lambda: ring.geometry().contains(second.geometry()))
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_the_ring_lets_go_of_what_is_thrown_away(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    ring = FocusRing(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_A)
    qtbot.waitUntil(ring.isVisible)
    line.deleteLater()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not ring.isVisible())
    assert theme.scale() == 1.0


def test_the_ring_ends_where_the_panel_ends(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(300, 200)
    qtbot.addWidget(window)
    body, line = QWidget(), QLineEdit()
    inside = QVBoxLayout(body)
    inside.addWidget(line)
    inside.addSpacing(600)
    panel = Scrolled(body)
    box = QVBoxLayout(window)
    box.addSpacing(80)
    box.addWidget(panel)
    ring = FocusRing(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_A)
    qtbot.waitUntil(ring.isVisible)
    view = QRect(panel.viewport().mapTo(window, QPoint(0, 0)), panel.viewport().size())
    panel.verticalScrollBar().setValue(line.y() + line.height() // 2)
    QTest.qWait(20)
    assert not view.contains(ring.geometry()), "half of the line is out of sight"
    painted = ring.mask().boundingRect().translated(ring.pos())
    assert view.contains(painted)
    panel.verticalScrollBar().setValue(300)
    qtbot.waitUntil(lambda: not ring.isVisible())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_the_space_bar_does(qtbot: QtBot, key: Qt.Key) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = Button("Add to plan")
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    QVBoxLayout(window).addWidget(button)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    qtbot.keyClick(button, key)
    assert pressed == [1]


def test_enter_held_down_presses_once(qtbot: QtBot) -> None:
    button = Button("Add to plan")
    qtbot.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    for repeats in (False, True, True):
        kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(button, QKeyEvent(kind, Qt.Key.Key_Return, none, "\r", repeats))
    assert pressed == [1]


def test_the_band_that_worries_least_has_the_calm_tint_wherever_it_lies_on_its_scale() -> None:
    tones = {band.words: band.tone for band in bands_of(EGFR, Decimal(20), Decimal(120))}
    assert (tones["90 or more"], tones["15 to 29"]) == (BandTone.LOW, BandTone.HIGH)
    [normal] = bands_of(TEMPERATURE, Decimal(37), Decimal(38))
    assert normal.tone is BandTone.LOW


@pytest.mark.parametrize("scale", [LITHIUM, CLOZAPINE, WHITE_CELLS, NEUTROPHILS, SODIUM, POTASSIUM, CALCIUM])
def test_no_band_is_calm_where_a_value_in_each_of_them_may_be_out_of_range(scale: Scale) -> None:
    assert {band.tone for band in bands_of(scale, Decimal(0), Decimal(200))} == {BandTone.PLAIN}
