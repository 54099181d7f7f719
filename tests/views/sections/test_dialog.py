"""How life is going, on the staff's side: rating, skipping, then and now, choosing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from app.consultation import dialog
from app.consultation.answers import Known, Unknown, WhyNot
from app.consultation.dialog.record import ITEMS, AreaAnswer, Dialog
from app.consultation.history import History, Reading
from app.consultation.opening.record import Company
from app.models.store import Store
from app.views.look.tokens import Theme
from app.views.parts.fit import clipped
from app.views.sections.dialog import DialogScreen
from app.views.sections.dialog.comparing import (
    Group,
    compared,
    in_groups,
    means_words,
    then_words,
)
from tests.sizes import in_audit
from tests.views.sections.visit_in_hand import (
    LAST_TIME,
    alone,
    begun,
    following,
    known,
    on_show,
    rated,
    saved_draft,
    second_visit,
    wear,
)

EVERYTHING = {item.key: 4 for item in ITEMS}


@pytest.fixture
def visit(store: Store, dressed: QApplication) -> Any:
    return begun(store, second_visit(), opening=alone())


@pytest.fixture
def screen(visit: Any, qtbot: Any) -> Any:
    return on_show(qtbot, following(DialogScreen, visit), 790)


def area(visit: Any, key: str) -> AreaAnswer:
    return saved_draft(visit).record(dialog.SECTION).area(key)


def test_the_eleven_stand_in_the_official_order_closed_and_unanswered(screen: Any) -> None:
    assert list(screen.rows) == [item.key for item in ITEMS]
    assert not any(row.is_open for row in screen.rows.values())
    assert not any(button.isChecked() for button in screen.findChildren(QRadioButton))


def test_a_row_opens_by_a_click_or_by_enter_and_closes_the_others(screen: Any, qtbot: Any) -> None:
    qtbot.mouseClick(screen.rows["leisure"].head, Qt.MouseButton.LeftButton)
    assert screen.rows["leisure"].is_open
    qtbot.keyClick(screen.rows["friendships"].head, Qt.Key.Key_Return)
    assert screen.rows["friendships"].is_open
    assert not screen.rows["leisure"].is_open
    qtbot.keyClick(screen.rows["friendships"].head, Qt.Key.Key_Space)
    assert not screen.rows["friendships"].is_open


def test_every_item_is_rated_by_the_keyboard_saved_and_shown_again(
    visit: Any, screen: Any, qtbot: Any
) -> None:
    for number, item in enumerate(ITEMS):
        row = screen.rows[item.key]
        qtbot.keyClick(row.head, Qt.Key.Key_Space)
        qtbot.keyClick(row.rating.card(number % 7 + 1), Qt.Key.Key_Space)
        qtbot.keyClick(row.more_help.segment("YES" if number % 2 else "NO"), Qt.Key.Key_Space)
        qtbot.keyClicks(row.note.page, f"words {number}")
        row.note.commit()
    again = on_show(qtbot, DialogScreen(visit), 790)
    for number, item in enumerate(ITEMS):
        stored = area(visit, item.key)
        assert isinstance(stored.rating, Known)
        assert stored.rating.value == number % 7 + 1
        assert isinstance(stored.more_help, Known)
        assert stored.more_help.value is bool(number % 2)
        assert stored.words == f"words {number}"
        row = again.rows[item.key]
        assert (row.rating.value(), row.more_help.value(), row.note.value()) == (
            number % 7 + 1,
            "YES" if number % 2 else "NO",
            f"words {number}",
        )


def test_skipping_keeps_the_reason_and_takes_the_rating_away(visit: Any, screen: Any) -> None:
    row = screen.rows["job_situation"]
    row.rating.choose(2)
    row.skip.segment("NOT_SURE").click()
    assert area(visit, "job_situation").rating == Unknown(WhyNot.NOT_SURE)
    assert row.rating.value() is None
    assert "Not sure" in row.head.accessibleName()
    row.rating.choose(5)
    assert row.skip.value() is None
    row.rating.card(5).click()
    assert area(visit, "job_situation").rating == Unknown()


def test_last_time_is_hidden_until_the_item_is_rated(screen: Any) -> None:
    row = screen.rows["physical_health"]
    row.open(True)
    assert "5" not in row._then.said()
    row.rating.choose(3)
    assert row._then.said() == "Last time 5, fairly satisfied, 16-Sep-2026"
    screen.rows["practical_help"].rating.choose(3)
    assert screen.rows["practical_help"]._then.said() == "None before, on record."


def test_closing_a_row_keeps_what_was_typed(visit: Any, screen: Any, qtbot: Any) -> None:
    row = screen.rows["leisure"]
    row.head.click()
    qtbot.keyClicks(row.note.page, "swimming")
    row.head.click()
    assert area(visit, "leisure").words == "swimming"


def test_the_turned_screen_is_asked_for(screen: Any, qtbot: Any) -> None:
    assert "Nora" in screen.turn.text()
    with qtbot.waitSignal(screen.turn_asked):
        screen.turn.click()


def test_then_and_now_waits_for_a_first_rating(screen: Any) -> None:
    assert not screen.reveal_button.isVisible()
    screen.rows["leisure"].rating.choose(5)
    assert screen.reveal_button.isVisible()


def test_what_is_not_answered_yet_does_not_betray_its_last_rating() -> None:
    rows = {row.item.key: row for row in compared(rated(leisure=5), second_visit())}
    assert (rows["leisure"].then, rows["leisure"].now) == (3, 5)
    assert rows["friendships"].then is None
    assert rows["friendships"].then_words == ""


def test_a_skipped_item_shows_last_time_and_why_there_is_no_answer() -> None:
    skipped = Dialog().with_area("job_situation", AreaAnswer(rating=Unknown(WhyNot.RATHER_NOT_SAY)))
    row = next(r for r in compared(skipped, second_visit()) if r.item.key == "job_situation")
    assert (row.then, row.now_words, row.group) == (2, "Would rather not say", Group.NOT_ANSWERED)
    assert row.change_words == "no comparison"


def test_strengths_come_first_and_four_is_the_middle() -> None:
    record = rated(leisure=7, friendships=5, mental_health=4, medication=3, physical_health=1)
    groups = in_groups(compared(record, History()))
    assert [(group, [r.item.key for r in rows][:2]) for group, rows in groups[:3]] == [
        (Group.SATISFIED, ["leisure", "friendships"]),
        (Group.IN_THE_MIDDLE, ["mental_health"]),
        (Group.LESS_SATISFIED, ["medication", "physical_health"]),
    ]
    assert groups[3][0] is Group.NOT_ANSWERED


def test_a_change_is_said_without_saying_whether_it_is_better() -> None:
    rows = {
        r.item.key: r for r in compared(rated(physical_health=3, leisure=5, friendships=4), second_visit())
    }
    assert rows["physical_health"].change_words == "2 down"
    assert rows["leisure"].change_words == "2 up"
    assert rows["friendships"].change_words == "the same as then"


def test_means_stand_on_what_was_answered_and_compare_only_what_was_answered_both_times() -> None:
    words = means_words(compared(rated(**EVERYTHING), second_visit()))
    assert "Life: mean 4.00, based on 8 of 8; on the 8 answered both times 4.25 then, 4.00 now." in words
    assert "Treatment: mean 4.00, based on 3 of 3; too few answered both times to compare." in words
    few = means_words(compared(rated(leisure=5, medication=4), second_visit()))
    assert "Life: too few answered for a mean (1 of 8)." in few
    assert "Treatment: too few answered for a mean (1 of 3)." in few


def test_ratings_of_several_days_say_so() -> None:
    history = second_visit()
    older = Reading(series="dialog.practical_help", value="5", taken_on=date(2026, 5, 19))
    rows = compared(rated(**EVERYTHING), replace(history, readings=(*history.readings, older)))
    assert then_words(rows) == "Then, 16-Sep-2026 or before"
    assert then_words(compared(rated(**EVERYTHING), history)) == "Then, 16-Sep-2026"
    assert date(2026, 9, 16) == LAST_TIME


@pytest.fixture
def reveal(store: Store, dressed: QApplication, qtbot: Any) -> Any:
    visit = begun(store, second_visit(), opening=alone(), dialog=rated(**EVERYTHING))
    screen = on_show(qtbot, following(DialogScreen, visit), 1080)
    screen.show_then_and_now()
    return screen


def test_up_to_three_are_chosen_in_the_persons_order(reveal: Any, qtbot: Any) -> None:
    for key in ("medication", "leisure", "physical_health"):
        qtbot.keyClick(reveal.reveal.rows[key].choose, Qt.Key.Key_Space)
    chosen = saved_draft(reveal.consultation).record(dialog.SECTION).chosen
    assert chosen == ("medication", "leisure", "physical_health")
    assert reveal.reveal.rows["leisure"].choose.text() == "Chosen, 2"
    fourth = reveal.reveal.rows["friendships"].choose
    fourth.click()
    assert not fourth.isChecked()
    assert reveal.consultation.draft.record(dialog.SECTION).chosen == chosen
    assert reveal.reveal._full.isVisible()
    reveal.reveal.rows["medication"].choose.click()
    assert reveal.consultation.draft.record(dialog.SECTION).chosen == ("leisure", "physical_health")
    assert reveal.reveal.rows["leisure"].choose.text() == "Chosen, 1"
    assert not reveal.reveal._full.isVisible()


def test_the_keyboard_goes_down_the_rows_as_they_are_shown(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    record = rated(leisure=7, friendships=6, mental_health=1)
    screen = on_show(qtbot, following(DialogScreen, begun(store, opening=alone(), dialog=record)), 1080)
    screen.show_then_and_now()
    qtbot.wait(1)
    screen.reveal.rows["leisure"].choose.setFocus()
    for key in ("friendships", "mental_health"):
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Down)
        assert screen.focusWidget() is screen.reveal.rows[key].choose


def test_nothing_is_chosen_for_the_person(reveal: Any) -> None:
    assert not any(row.choose.isChecked() for row in reveal.reveal.rows.values())


def test_going_back_shows_the_list_and_the_heading_of_the_list(reveal: Any, qtbot: Any) -> None:
    assert reveal.heading.endswith("then and now")
    assert not reveal.has_prompts_beside
    with qtbot.waitSignal(reveal.title_changed):
        reveal.back_to_list.click()
    assert reveal.heading == "How life is going"
    assert reveal.has_prompts_beside
    assert reveal.rows["leisure"].isVisible()


def test_a_question_asked_next_opens_its_row(reveal: Any) -> None:
    reveal.open_question("personal_safety")
    assert reveal.rows["personal_safety"].is_open
    assert reveal.focusWidget() is reveal.rows["personal_safety"].rating.card(4)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 742), (1.0, 1060), in_audit(1.5, 1290), (2.0, 1290)])
def test_nothing_is_cut(store: Store, dressed: QApplication, qtbot: Any, scale: float, width: int) -> None:
    wear(dressed, Theme.LIGHT, scale)
    record = rated(**EVERYTHING).with_area("leisure", AreaAnswer(rating=known(2), more_help=known(True)))
    visit = begun(store, second_visit(), opening=alone(), dialog=record)
    screen = on_show(qtbot, following(DialogScreen, visit), width, 5000)
    screen.open_question("leisure")
    qtbot.wait(20)
    assert clipped(screen) == []
    screen.show_then_and_now()
    qtbot.wait(20)
    assert clipped(screen) == []


def test_personal_safety_waits_while_somebody_else_is_there(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    wear(dressed, Theme.LIGHT, 1.0)
    opening = alone(company=known(Company.WITH_CARER))
    visit = begun(store, second_visit(), opening=opening, dialog=rated(**EVERYTHING))
    screen = on_show(qtbot, following(DialogScreen, visit), 1080)
    row = screen.rows["personal_safety"]
    assert row.head.accessibleName() == "One question, Waits until Nora is alone. Open", (
        "which one is not said"
    )
    row.head.click()
    assert not row.is_open
    screen.show_then_and_now()
    assert "personal_safety" not in screen.reveal.rows
    visit.edit("opening", alone())
    screen.show_list()
    row.head.click()
    assert row.is_open
    assert row.head.accessibleName().startswith("Personal safety")
