"""Where the keyboard is when a page comes into sight: in its first field, so that typing is never lost."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.views.people.how_far_back import HowFarBack
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import at_the_keys, nothing, open_nora, typed


def types(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def test_after_signing_in_and_at_home_again_what_is_typed_is_searched_for(laptop: Laptop):
    hand = laptop.sign_in()
    types("bren")
    assert typed(hand, "Find a person") == "bren"
    hand.press("Add a person")
    types("Brennan")
    assert typed(hand, "Family name") == "Brennan"
    hand.press("Home")
    hand.press("Leave, keep nothing")
    types("n")
    assert typed(hand, "Find a person") == "brenn"


def test_an_opened_visit_begins_on_its_first_identifier(laptop: Laptop):
    hand = laptop.sign_in()
    story.add_nora(hand, nothing)
    open_nora(hand)
    assert QApplication.focusWidget() is hand.window.desk.visit.screen_in_sight.first_stop()
    at_the_keys(hand, Qt.Key.Key_Space)
    assert hand.is_on("Full name")


def test_a_cover_gives_the_keyboard_back_to_the_field_that_had_it(laptop: Laptop):
    hand = laptop.sign_in()
    hand.press("Add a person")
    hand.write("Given name", "No", leave=False)
    field = QApplication.focusWidget()
    hand.window.desk.take_focus()
    assert QApplication.focusWidget() is field


def test_after_back_to_a_day_the_day_can_be_typed_at_once(dressed_once, qtbot):
    asked = HowFarBack(date(2026, 11, 24))
    qtbot.addWidget(asked)
    asked.show()
    qtbot.waitUntil(asked.isActiveWindow)
    Hand(asked).press("How far back: Back to a day")
    types("1/2/2020")
    asked.commit()
    assert asked.back_to == date(2020, 2, 1)
