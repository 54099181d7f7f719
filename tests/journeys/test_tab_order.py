"""Tab through each part of a visit in the real window: as it is read, then the panel, the foot, the head."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.views.sections import pages
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import at_the_keys, begin_visit

FURTHEST = 150


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def tab(hand: Hand, *, back: bool = False) -> QWidget:
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    at_the_keys(hand, key, Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier)
    return focus()


def once_around(hand: Hand) -> list[QWidget]:
    """From where the keyboard is, until it is there again."""
    stops = [focus()]
    while (now := tab(hand)) is not stops[0]:
        assert now not in stops, f"{now.accessibleName()} came twice"
        stops.append(now)
        assert len(stops) < FURTHEST
    return stops


def parts_of(hand: Hand, stops: list[QWidget]) -> list[str]:
    """In which part of the frame each run of stops stands."""
    visit = hand.window.desk.visit
    parts = {
        "section": visit.screen_in_sight,
        "panel": visit.panel,
        "foot": visit.foot,
        "head": visit.banner,
        "side": visit.stepper,
    }
    runs: list[str] = []
    for stop in stops:
        name = next((n for n, part in parts.items() if part is stop or part.isAncestorOf(stop)), "notes")
        if not runs or runs[-1] != name:
            runs.append(name)
    return runs


def page_of(widget: QWidget) -> QWidget:
    around = widget.parentWidget()
    while not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around.widget()


def test_each_part_of_a_visit_is_gone_through_section_first_and_the_head_last(laptop: Laptop):
    hand = laptop.sign_in()
    begin_visit(hand)
    for key in pages.ORDER:
        hand.window.desk.visit.go_to(key)
        hand.settle()
        stops = once_around(hand)
        runs = parts_of(hand, stops)
        # The first stop of a section may stand further down: then its first fields come at the very end.
        runs = runs[:-1] if runs[-1] == "section" else runs
        expected = ["section", "panel", "foot", "head", "side", "notes"]
        assert runs == [part for part in expected if part in runs], (key, runs)
        assert {"section", "foot", "head"} <= set(runs) or key == pages.FINISH, (key, runs)
        assert tab(hand, back=True) is stops[-1], key


def test_the_rows_of_the_checks_are_gone_through_from_top_to_bottom_also_those_opened_later(laptop: Laptop):
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.press("Pulse.")
    hand.press("Blood pressure.")
    hand.press("Pulse.")
    section = hand.window.desk.visit.screen_in_sight
    stops = [stop for stop in once_around(hand) if section.isAncestorOf(stop)]
    down = [stop.mapTo(page_of(stop), QPoint(0, 0)).y() for stop in stops]
    turn = down.index(min(down))
    assert down[turn:] + down[:turn] == sorted(down)


def test_from_pulse_tab_goes_to_how_we_know_and_on_to_the_next_row_never_out(laptop: Laptop):
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.press("Pulse.")
    QTest.keyClicks(focus(), "72")
    assert tab(hand).accessibleName().startswith("Pulse: how we know")
    assert tab(hand).accessibleName() == "Rhythm: Regular"
    assert tab(hand).accessibleName().startswith("Rhythm: no answer")
    assert tab(hand).accessibleName().startswith("Unwell, dizzy or fallen")


def test_warning_signs_that_appear_later_stand_where_they_are_read(laptop: Laptop):
    hand = laptop.sign_in()
    begin_visit(hand)
    for words in ("186", "112", "182", "108"):
        QTest.keyClicks(focus(), words)
        at_the_keys(hand, Qt.Key.Key_Return)
    at_the_keys(hand, Qt.Key.Key_1)
    at_the_keys(hand, Qt.Key.Key_Return)
    row = hand.window.desk.visit.screen_in_sight.form.row_of("bp_symptoms")
    assert row.isAncestorOf(focus())
    while row.isAncestorOf(tab(hand)):
        pass
    assert focus().accessibleName().startswith("Pulse")
    assert row.isAncestorOf(tab(hand, back=True))


def test_in_smoking_enter_goes_to_cigarettes_a_day_which_appear_above_then_to_what_stands_below(
    laptop: Laptop,
):
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.press("Smoking.")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        at_the_keys(hand, key)
    assert focus().accessibleName() == "Smoking: Smokes now"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return):
        at_the_keys(hand, key)
    assert focus().accessibleName().startswith("Cigarettes a day")
    assert tab(hand, back=True).accessibleName() == "Smoking: Smokes now"
    assert tab(hand).accessibleName().startswith("Cigarettes a day")
    QTest.keyClicks(focus(), "15")
    at_the_keys(hand, Qt.Key.Key_Return)
    assert focus().accessibleName().startswith("Plans to stop")


def test_in_the_care_plan_tab_goes_from_the_review_to_who_gets_a_copy(laptop: Laptop):
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.window.desk.visit.open_question("care_plan", "next_review")
    hand.settle()
    names = [stop.accessibleName() for stop in once_around(hand)]
    copies = next(at for at, name in enumerate(names) if name.startswith("Who gets a copy"))
    lines = hand.window.desk.visit.screen_in_sight.when_we_meet
    assert all(lines.isAncestorOf(stop) for stop in once_around(hand)[:copies])


def test_an_empty_opening_begins_in_its_first_field_and_tab_stays_in_the_section(laptop: Laptop):
    hand = laptop.sign_in()
    begin_visit(hand)
    visit = hand.window.desk.visit
    visit.go_to("opening")
    hand.settle()
    assert focus() is visit.screen_in_sight.first_stop()
    at_the_keys(hand, Qt.Key.Key_Return)
    assert hand.is_on("Full name")
    assert focus().accessibleName().endswith("Date of birth")
    assert tab(hand, back=True) is visit.screen_in_sight.first_stop()
