"""The frame around the parts of a visit, at the sizes and scales that staff have."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.consultation.answers import Unknown, WhyNot, YesNo
from app.consultation.opening.record import Place
from app.consultation.physical_checks.record import BloodPressure, BpSymptom
from app.views.consultation import ConsultationScreen
from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.parts.fit import clipped
from app.views.parts.stepper import EDGE_PX, Stepper
from app.views.sections import pages
from app.views.turned.yes_no import LETTERS, TICK_ROOM, OneWord
from tests.sizes import in_audit
from tests.views.sections.visit_in_hand import alone, begun, known, on_show


@pytest.mark.parametrize(("scale", "scrolls"), [(1.0, False), in_audit(1.5, False), (2.0, True)])
def test_the_heading_scrolls_away_where_the_window_is_low(
    dressed: Any, store: Any, qtbot: Any, scale: float, scrolls: bool
) -> None:
    theme.wear(dressed, Theme.LIGHT, scale)
    frame = on_show(qtbot, ConsultationScreen(begun(store, opening=alone())), 1366, 768)
    for section in ("opening", "physical_checks", "dialog"):
        frame.go_to(section)
        scrolled = frame._scrolls[section].widget()
        assert scrolled.isAncestorOf(frame._head) is scrolls
        assert frame._head.isVisible()
        assert frame._title.said() == frame.screen_in_sight.heading


def test_all_parts_of_a_visit_are_in_sight_beneath_a_banner_of_two_lines(
    dressed: Any, store: Any, qtbot: Any
) -> None:
    frame = on_show(qtbot, ConsultationScreen(begun(store, opening=alone())), 1366, 768)
    assert frame.banner._needs.y() > frame.banner._name.height(), "two lines"
    assert frame.stepper.verticalScrollBar().maximum() == 0


def test_where_the_list_of_parts_scrolls_the_part_in_hand_is_in_sight_clear_of_its_edges(
    dressed: Any, store: Any, qtbot: Any
) -> None:
    by_phone = {
        "place": known(Place.PHONE),
        "private_to_talk": known(YesNo.YES),
        "where_they_are": "4 Mill Lane",
    }
    opening = msgspec.structs.replace(alone(), **by_phone, call_back_number="07700 900 321")
    frame = on_show(qtbot, ConsultationScreen(begun(store, opening=opening)), 1366, 768)
    rows = frame.stepper
    for key in (pages.FINISH, "opening"):
        frame.go_to(key)
        place = rows.visualRect(rows.currentIndex())
        assert rows.viewport().rect().contains(place)
        bar = rows.verticalScrollBar()
        assert bar.value() == (bar.maximum() if key == pages.FINISH else 0)
    frame.go_to("carers")
    frame.resize(1366, 500)
    qtbot.waitUntil(lambda: edges_free(rows))


def edges_free(rows: Stepper) -> bool:
    """Whether the row in hand stands between the edges that say that there is more."""
    free = rows.viewport().rect().adjusted(0, theme.px(EDGE_PX), 0, -theme.px(EDGE_PX))
    return bool(free.contains(rows.visualRect(rows.currentIndex())))


@pytest.mark.parametrize("look", [Theme.LIGHT, Theme.DARK])
def test_where_the_window_is_low_name_and_allergies_stay_and_the_rest_is_one_key_away(
    dressed: Any, store: Any, qtbot: Any, look: Theme
) -> None:
    theme.wear(dressed, look, 2.0)
    frame = on_show(qtbot, ConsultationScreen(begun(store, opening=alone())), 1366, 768)
    banner = frame.banner
    frame.go_to("physical_checks")
    rest = (banner._needs, banner._called, banner.trends, banner.details)
    for is_open in (False, True, False):
        qtbot.waitUntil(lambda is_open=is_open: all(part.isVisible() is is_open for part in rest))
        assert banner._name.isVisible()
        assert banner._allergies.isVisible()
        assert banner._brief.isVisible(), "birth date and NHS number"
        assert banner.more.accessibleName().startswith("Less about" if is_open else "More about")
        if not is_open:
            qtbot.waitUntil(lambda: frame._stack.height() > frame.height() / 2)
        qtbot.waitUntil(lambda: clipped(frame) == [])
        banner.more.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(banner.more, Qt.Key.Key_Space)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_sections_open_by_button_without_hiding_whose_record_it_is_and_are_chosen_by_key(
    dressed: Any, store: Any, qtbot: Any
) -> None:
    theme.wear(dressed, Theme.LIGHT, 2.0)
    frame = on_show(qtbot, ConsultationScreen(begun(store, opening=alone())), 1366, 768)
    menu = frame.sections_menu
    for key, then in ((Qt.Key.Key_Escape, "opening"), (Qt.Key.Key_Return, "physical_checks")):
        frame.foot.sections.click()
        assert menu.rows.hasFocus()
        assert menu.geometry().top() > frame.mapToGlobal(frame.banner._name.geometry().bottomLeft()).y()
        assert menu.width() < frame.width() / 2
        QTest.keyClick(menu.rows, Qt.Key.Key_Down)
        assert frame.current == "opening", "going through the list chooses nothing yet"
        QTest.keyClick(menu.rows, key)
        assert menu.isHidden()
        assert frame.current == then


def test_what_stands_above_a_section_leaves_it_about_half_of_a_low_window(
    dressed: Any, store: Any, qtbot: Any
) -> None:
    theme.wear(dressed, Theme.DARK, 2.0)
    visit = begun(store, opening=alone())
    visit.answer("physical_checks", "bp_symptoms", known((BpSymptom.CHEST_PAIN,)))
    frame = on_show(qtbot, ConsultationScreen(visit), 1366, 768)
    frame.banner.more.click()
    frame.go_to("medicines")
    frame.say(
        "Not kept yet in the section you left: the decision about something long to say is not kept yet."
    )
    assert frame._interruption.isVisible()
    room = frame.height() - frame.foot.height()
    qtbot.waitUntil(lambda: frame._stack.height() > room * 0.3)
    above = frame.banner.height() + frame._notes.height()
    assert above < frame.height() * 0.52, "More is open, and something must be done now"
    evaluation, allergies = frame.banner._evaluation, frame.banner._allergies
    for part in (evaluation, allergies, frame.foot.primary):
        assert not part.visibleRegion().isEmpty()
        assert part.visibleRegion().boundingRect().height() == part.height(), part


def test_where_there_is_no_prompt_what_we_found_is_arrived_at_with_its_title_and_that_is_said(
    dressed: Any, store: Any, qtbot: Any
) -> None:
    theme.wear(dressed, Theme.LIGHT, 2.0)
    frame = on_show(qtbot, ConsultationScreen(begun(store, opening=alone())), 1366, 768)
    frame.go_to(pages.WHAT_WE_FOUND)
    qtbot.wait(50)
    assert frame._title.visibleRegion().boundingRect() == frame._title.rect()
    heard = QApplication.focusWidget().accessibleName()
    assert heard.startswith("No prompts. No prompt does not mean that nothing is wrong.")


def test_at_150_percent_what_must_be_done_now_is_whole_and_today_is_no_quiet_number(
    dressed: Any, store: Any, qtbot: Any
) -> None:
    theme.wear(dressed, Theme.LIGHT, 1.5)
    visit = begun(store, opening=alone())
    visit.answer("physical_checks", "blood_pressure", known((BloodPressure(188, 124),)))
    frame = on_show(qtbot, ConsultationScreen(visit), 1366, 768)
    frame.go_to("physical_checks")
    today = frame.foot.prompts
    assert (today.text().strip(), today.property("kind")) == ("1 for today", "pressing")
    visit.answer("physical_checks", "bp_symptoms", known((BpSymptom.CHEST_PAIN,)))
    assert frame.foot.prompts.text().strip() == "1 to do now"
    message = frame._interruption
    qtbot.waitUntil(lambda: message.visibleRegion().boundingRect().height() == message.height())
    assert not message.buttons[0].visibleRegion().isEmpty()
    qtbot.waitUntil(lambda: frame._stack.height() > frame.height() * 0.45)


def test_the_heading_stands_still_again_once_there_is_room(dressed: Any, store: Any, qtbot: Any) -> None:
    frame = on_show(qtbot, ConsultationScreen(begun(store, opening=alone())), 1366, 400)
    assert frame._scrolls["opening"].widget().isAncestorOf(frame._head)
    frame.resize(1366, 768)
    assert not frame._scrolls["opening"].widget().isAncestorOf(frame._head)
    assert frame._head.isVisible()


def test_the_end_can_be_signed_only_once_something_was_asked(dressed: Any, store: Any) -> None:
    visit = begun(store, opening=alone())
    assert pages.state_of(pages.FINISH, visit)[0] == "Not started"
    visit.answer("physical_checks", "smoking", Unknown(WhyNot.RATHER_NOT_SAY))
    assert pages.state_of(pages.FINISH, visit)[0] == "Can be signed", "not wanting to say is an answer"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_tick_of_an_answer_has_room_beside_its_word(dressed: Any, qtbot: Any, scale: float) -> None:
    theme.wear(dressed, Theme.LIGHT, scale)
    answer = OneWord("Yes")
    qtbot.addWidget(answer)
    word = QFontMetrics(theme.font(*LETTERS)).horizontalAdvance("Yes")
    assert answer.minimumSizeHint().width() >= word + 2 * theme.px(TICK_ROOM)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_reason_for_not_going_on_is_said_in_words_at_every_size(
    dressed: Any, store: Any, qtbot: Any, scale: float
) -> None:
    theme.wear(dressed, Theme.LIGHT, scale)
    consultation = begun(store)
    frame = on_show(qtbot, ConsultationScreen(consultation), 1366, 768)
    frame.foot.primary.click()
    qtbot.wait(20)
    assert frame.current == "opening"
    assert frame._said.happened.isVisible()
    assert frame._said.happened.said().startswith("Before going on: ")
    assert frame._said.happened.visibleRegion().boundingRect() == frame._said.happened.rect()
    assert not [cut for cut in clipped(frame) if "Before going on" in cut]
    consultation.edit("opening", alone())
    assert not frame._said.isVisible(), "it is said no longer once nothing is missing"


def test_a_second_ctrl_enter_never_skips_a_screen_that_nobody_saw(
    dressed: Any, store: Any, qtbot: Any
) -> None:
    frame = on_show(qtbot, ConsultationScreen(begun(store, opening=alone())), 1366, 768)
    frame.activateWindow()
    QTest.keyClick(frame, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    second = frame.current
    assert second != "opening"
    QTest.keyClick(frame, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert frame.current == second
    qtbot.waitUntil(lambda: frame.is_seen)
    QTest.keyClick(frame, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert frame.current not in ("opening", second)
    QApplication.processEvents()
