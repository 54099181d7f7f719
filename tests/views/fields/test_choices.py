import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from app.views.fields.answers import options
from app.views.fields.choice import Choice
from app.views.fields.tick_list import TickList
from app.views.look import theme
from app.views.look.tokens import Theme
from tests.views.fields.watching import shown, told, turn_wheel

pytestmark = pytest.mark.usefixtures("dressed")

DONE = options(done="Done", partly="Partly", not_done="Not done")


def test_nothing_is_chosen_until_someone_chooses(qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    shown(qtbot, choice)
    assert choice.value() is None


def test_a_press_chooses_and_tells_once(qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    shown(qtbot, choice)
    heard = told(choice)
    qtbot.mouseClick(choice.segment("partly"), Qt.MouseButton.LeftButton)
    assert (choice.value(), heard) == ("partly", ["partly"])


def test_another_press_moves_the_choice(qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    shown(qtbot, choice)
    choice.set_value("done")
    qtbot.mouseClick(choice.segment("not_done"), Qt.MouseButton.LeftButton)
    assert choice.value() == "not_done"
    assert not choice.segment("done").isChecked()


def test_a_second_press_takes_the_answer_back(qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    shown(qtbot, choice)
    choice.set_value("done")
    heard = told(choice)
    qtbot.mouseClick(choice.segment("done"), Qt.MouseButton.LeftButton)
    assert (choice.value(), heard) == (None, [None])


def test_a_double_click_of_a_shaking_hand_keeps_the_answer(qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    shown(qtbot, choice)
    button = choice.segment("done")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert choice.value() == "done"


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_the_answer_back(qtbot: QtBot, key: Qt.Key) -> None:
    choice = Choice("How did it go", DONE)
    shown(qtbot, choice)
    choice.set_value("done")
    heard = told(choice)
    qtbot.keyClick(choice.first_stop(), key)
    assert (choice.value(), heard) == (None, [None])


def test_arrows_look_at_the_answers_without_choosing(qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    shown(qtbot, choice)
    heard = told(choice)
    choice.segment("done").setFocus()
    qtbot.keyClick(choice.segment("done"), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is choice.segment("partly")
    assert (choice.value(), heard) == (None, [])
    qtbot.keyClick(choice.segment("partly"), Qt.Key.Key_Space)
    assert (choice.value(), heard) == ("partly", ["partly"])


def test_enter_chooses_and_never_takes_back(qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    shown(qtbot, choice)
    for _ in range(2):
        qtbot.keyClick(choice.segment("partly"), Qt.Key.Key_Return)
        assert choice.value() == "partly"


def test_the_wheel_changes_nothing(qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    shown(qtbot, choice)
    choice.set_value("done")
    turn_wheel(choice.segment("partly"))
    assert choice.value() == "done"


def test_tab_stops_once_and_at_the_chosen_answer(qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    shown(qtbot, choice)
    assert choice.first_stop() is choice.segment("done")
    choice.set_value("not_done")
    stops = [s for s in choice.findChildren(QRadioButton) if s.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [choice.segment("not_done")]


def test_stored_answers_are_shown_without_telling(qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    shown(qtbot, choice)
    heard = told(choice)
    choice.set_value("done")
    choice.clear()
    assert (choice.value(), heard) == (None, [])


def test_an_unknown_stored_answer_is_an_error(qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    qtbot.addWidget(choice)
    with pytest.raises(ValueError, match="not one of the answers"):
        choice.set_value("perhaps")


@pytest.mark.parametrize("count", [1, 8])
def test_a_choice_has_two_to_seven_answers(count: int) -> None:
    with pytest.raises(ValueError, match="two to seven"):
        Choice("Too many or too few", options(**{f"k{i}": str(i) for i in range(count)}))


def test_a_narrow_choice_becomes_a_column_of_whole_words(qtbot: QtBot) -> None:
    choice = Choice("How often", options(never="Never", less="Less than once a month", more="Every week"))
    qtbot.addWidget(choice)
    choice.resize(choice.sizeHint())
    assert not choice.is_column()
    choice.resize(choice.sizeHint().width() - 1, 10)
    assert choice.is_column()
    assert choice.heightForWidth(choice.width()) >= 3 * 44
    wide = choice.segment("less").sizeHint().width()
    assert choice.segment("less").height_at(wide // 2) > 44


def test_every_answer_says_its_question_to_a_screen_reader(qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    qtbot.addWidget(choice)
    assert choice.segment("partly").accessibleName() == "How did it go: Partly"


def test_a_larger_text_size_makes_the_answers_larger(dressed: QApplication, qtbot: QtBot) -> None:
    choice = Choice("How did it go", DONE)
    shown(qtbot, choice)
    before = choice.sizeHint()
    theme.wear(dressed, Theme.LIGHT, 2.0)
    assert choice.sizeHint().height() == 2 * before.height()
    assert choice.sizeHint().width() > 1.8 * before.width()


def test_several_ticks_are_kept_in_the_order_shown(qtbot: QtBot) -> None:
    ticks = TickList("Identifiers", options(name="Name", born="Date of birth", nhs="NHS number"))
    shown(qtbot, ticks)
    heard = told(ticks)
    assert ticks.value() == ()
    qtbot.mouseClick(ticks.tick("nhs"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(ticks.tick("name"), Qt.Key.Key_Return)
    assert heard == [("nhs",), ("name", "nhs")]
    ticks.set_value(["born"])
    assert ticks.value() == ("born",)
    assert len(heard) == 2


def test_enter_ticks_a_box_goes_on_from_a_ticked_one_and_never_unticks(qtbot: QtBot) -> None:
    ticks = TickList("Identifiers", options(name="Name", born="Date of birth"))
    qtbot.addWidget(ticks)
    went_on: list[bool] = []
    ticks.entered.connect(lambda: went_on.append(True))
    for _ in range(3):
        qtbot.keyClick(ticks.tick("name"), Qt.Key.Key_Return)
        assert ticks.value() == ("name",)
    assert len(went_on) == 2
    qtbot.keyClick(ticks.tick("name"), Qt.Key.Key_Space)
    assert ticks.value() == ()


def test_an_unknown_tick_is_an_error(qtbot: QtBot) -> None:
    ticks = TickList("Identifiers", options(name="Name", born="Date of birth"))
    qtbot.addWidget(ticks)
    with pytest.raises(ValueError, match="not among"):
        ticks.set_value(["shoe size"])


def test_what_cannot_be_so_is_not_offered_but_what_was_ticked_stays_in_sight():
    ticks = TickList("Signs", options(periods="After periods", lump="A lump"))
    ticks.rule_out({"periods"})
    assert [ticks.tick(key).isHidden() for key in ("periods", "lump")] == [True, False]
    assert ticks.first_stop() is ticks.tick("lump")
    ticks.set_value(["periods"])
    ticks.rule_out({"periods"})
    assert not ticks.tick("periods").isHidden()
