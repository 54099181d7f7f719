"""What is being typed is kept in a pause: nothing has to be left for that, and typing goes on undisturbed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.consultation.answers import value_of
from app.consultation.crisis_plan import SECTION
from app.models.audit import What
from app.views.fields import pauses
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation
from tests.journeys.test_last_plan import written_down


@pytest.fixture
def hand(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> Hand:
    """At the care plan of a visit; a pause of typing is short here."""
    monkeypatch.setattr(pauses, "PAUSE_MS", 40)
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Care plan")
    return hand


def test_words_typed_and_never_left_are_on_the_disk_after_a_pause(hand: Hand) -> None:
    hand.press("Add an action")
    what = hand.find(QLineEdit, "What")
    saves = written_down(hand).count(What.FIELD_SAVED.value)
    QTest.keyClicks(what, "walk to the ")
    plan = consultation(hand)
    hand.wait_for(lambda: [a.what for a in plan.draft.plan.actions] == ["walk to the"], "the pause")
    assert plan.is_saved
    assert written_down(hand).count(What.FIELD_SAVED.value) == saves + 1, "one save a pause"
    assert what.hasFocus()
    QTest.keyClicks(what, "shops")
    assert what.text() == "walk to the shops"

    hand.go_to("Care plan")
    words = hand.find(QPlainTextEdit, "What is going well")
    words.setFocus()
    QTest.keyClicks(words, "I swim. I s")
    hand.wait_for(lambda: plan.draft.plan.going_well == "I swim. I s", "the pause")
    assert words.hasFocus()
    QTest.keyClicks(words, "leep.")
    assert words.toPlainText() == "I swim. I sleep."

    hand.go_to("Crisis plan")
    hand.choose("A plan for when mind or body gets worse", "Yes, today")
    signs = hand.find(QPlainTextEdit, "Early signs in my mind")
    signs.setFocus()
    QTest.keyClicks(signs, "No sl")
    hand.wait_for(lambda: value_of(plan.draft.record(SECTION).signs_mind) == "No sl", "the pause")
    assert signs.hasFocus()
    QTest.keyClicks(signs, "eep.")
    assert signs.toPlainText() == "No sleep."


def test_a_pause_leaves_the_keyboard_in_the_persons_other_words(hand: Hand) -> None:
    hand.press("Use other words")
    words = hand.find(QPlainTextEdit, "In Nora's own words")
    plan = consultation(hand)
    QTest.keyClicks(words, "I want to walk ")
    hand.wait_for(lambda: plan.draft.plan.own_words == "I want to walk ", "the pause")
    hand.settle()
    assert words.isVisible()
    assert words.hasFocus()
    QTest.keyClicks(words, "every day")
    hand.wait_for(lambda: plan.draft.plan.own_words == "I want to walk every day", "the pause")
    assert not plan.draft.plan.actions, "a space pressed no button"
    QTest.keyClick(words, Qt.Key.Key_Tab)
    hand.settle()
    assert not words.isVisible(), "left, it is the quote again"
