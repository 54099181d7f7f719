"""'Answer' and 'Go there' arrive: what was asked for is wholly in sight, with the keyboard in it."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Medicines
from app.views.parts.words import Words
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit


def is_wholly_seen(widget: QWidget) -> bool:
    around = widget.parentWidget()
    while not isinstance(around, QScrollArea):
        around = around.parentWidget()
    view = around.viewport()
    top = widget.mapTo(view, QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= view.height()


def settle(hand: Hand) -> None:
    hand.settle()
    QTest.qWait(120)


def test_answer_for_the_list_of_medicines_shows_the_whole_question(laptop: Laptop):
    hand = laptop.sign_in()
    begin_visit(hand)
    visit = hand.window.desk.visit
    rows = tuple(Medicine(id=f"m{n}", name=f"Medicine {n}") for n in range(8))
    visit.consultation.edit("medicines", Medicines(rows=rows))
    for height in (768, 600, 480):
        hand.window.resize(1366, height)
        visit.go_to("dialog")
        visit.panel.question_asked.emit("medicines", "everything")
        settle(hand)
        taken = visit.screen_in_sight.taken
        assert taken.everything.isAncestorOf(QApplication.focusWidget())
        assert is_wholly_seen(taken.everything)
        [caption] = [
            words
            for words in taken.findChildren(Words)
            if words.said() == taken.everything.accessibleName() and words.isVisible()
        ]
        assert is_wholly_seen(caption), height


def test_go_there_opens_the_action_that_lacks_something_and_shows_it(laptop: Laptop):
    hand = laptop.sign_in()
    begin_visit(hand)
    visit = hand.window.desk.visit
    visit.go_to("care_plan")
    for number in range(1, 6):
        hand.press("Add an action")
        hand.choose("Who", "Nora")
        hand.write("What", f"walk {number} miles")
        if number != 2:
            hand.write("By when", "5 Dec 2026")
        hand.press("Close this action")
    visit.open_question("care_plan", "next_review")
    settle(hand)
    visit.go_to("finish")
    settle(hand)
    hand.press("Go there: No date yet: walk 2 miles")
    settle(hand)
    [row] = [row for row in visit.screen_in_sight.promises.rows.values() if row.is_open]
    assert row.action.what == "walk 2 miles"
    assert row.isAncestorOf(QApplication.focusWidget())
    assert is_wholly_seen(row)


def test_go_there_for_the_next_review_puts_the_keyboard_in_its_date(laptop: Laptop):
    hand = laptop.sign_in()
    begin_visit(hand)
    visit = hand.window.desk.visit
    visit.go_to("finish")
    hand.press("Go there: No date for the next review")
    settle(hand)
    line = visit.screen_in_sight.when_we_meet.next_review.line
    assert line.hasFocus()
    assert is_wholly_seen(line)
