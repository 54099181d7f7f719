"""A plan that was signed is to be had again: a second click does nothing, and home has the last plan."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from app.models.audit import What
from app.models.tables import AuditRow
from app.views import plan_output
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, open_the_facts, says
from tests.journeys.test_a_second_visit import SWIM, WALK, add_action, sign, visit_again
from tests.reports.reading import seen

LAST_PLAN = "Last plan of BRENNAN, Nora"


def double_click(hand: Hand, name: str) -> None:
    """The four events of a quick second click on the same place, as a window system sends them."""
    button = hand.find(QAbstractButton, name)
    middle = QPoint(button.width() // 2, button.height() // 2)
    left, bare = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(button, left, bare, middle)
    QTest.mouseDClick(button, left, bare, middle)
    QTest.mouseRelease(button, left, bare, middle)
    hand.settle()


def written_down(hand: Hand) -> list[str]:
    with hand.window.desk.session.store.reading_no_person() as session:
        return [row.what for row in session.query(AuditRow).order_by(AuditRow.sequence)]


def test_the_second_click_of_a_double_click_on_sign_does_nothing(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Finish and sign")
    double_click(hand, "Sign this visit")
    assert hand.window.desk.visit is not None, "the plan can still be printed"
    assert hand.window.desk.visit.consultation.is_signed
    assert says(hand, "Print the plan for Nora to keep.")
    assert says(hand, "Last plan")
    hand.press("Home")
    assert hand.window.desk.visit is None


def test_holding_the_key_that_signs_does_not_go_home(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    [goes_on] = [
        shortcut
        for shortcut in hand.window.desk.visit.findChildren(QShortcut)
        if shortcut.key() == QKeySequence("Ctrl+Return")
    ]
    assert not goes_on.autoRepeat()


def test_the_last_plan_is_read_again_from_home_as_it_was_signed(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Care plan")
    add_action(hand, SWIM)
    hand.go_to("Finish and sign")
    hand.press("Sign this visit")
    at_signing = plan_output.plan_pdf(consultation(hand))
    hand.press("Home")
    laptop.clock.passes(timedelta(days=9))
    hand.go_to("BRENNAN, Nora")
    hand.press(LAST_PLAN)
    page = hand.window.desk.plans.page
    assert page.pdf == at_signing, "the very same paper"
    assert says(hand, "Signed by")
    assert not hand.sees("Sign this visit")
    assert written_down(hand)[-1] == What.PLAN_READ.value
    hand.press("Home")
    assert hand.window.desk.home.isVisible()
    hand.press(LAST_PLAN)
    hand.press("Lock the screen")
    assert laptop.started_again == 1


def test_the_last_plan_stands_as_it_was_though_a_later_visit_was_begun(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Care plan")
    add_action(hand, SWIM)
    sign(hand)
    visit_again(hand, laptop, timedelta(days=7))
    open_the_facts(hand)
    hand.go_to("Care plan")
    add_action(hand, WALK)
    sign(hand)
    visit_again(hand, laptop, timedelta(days=7))
    hand.choose(f"{SWIM}: what became of it", "Done")
    open_the_facts(hand)
    hand.window.desk.visit.leave()
    hand.go_to("BRENNAN, Nora")
    hand.press(LAST_PLAN)
    words = " ".join(seen(hand.window.desk.plans.page.pdf))
    assert SWIM in words, "what was still owed when it was signed stands on it"
    assert WALK in words


def test_the_last_plan_is_saved_and_that_is_written_down(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    sign(hand)
    hand.go_to("BRENNAN, Nora")
    hand.press(LAST_PLAN)
    chosen = tmp_path / "plan.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    hand.press("Save as PDF")
    assert chosen.read_bytes() == hand.window.desk.plans.page.pdf
    assert says(hand, "The plan was saved.")
    assert written_down(hand)[-1] == What.PLAN_SAVED.value


def test_somebody_without_a_signed_visit_has_no_last_plan(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.window.desk.visit.leave()
    hand.go_to("BRENNAN, Nora")
    assert not hand.sees(LAST_PLAN)
