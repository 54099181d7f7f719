"""The record over time, from home and from the middle of a visit: nothing is lost, and one is back again."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.consultation.answers import How
from app.consultation.history import Reading
from app.models import people
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, says, typed
from tests.journeys.test_last_plan import written_down
from tests.journeys.test_personal_safety import named, rate, somebody_is_here
from tests.views.sections.nora import nora

TRENDS = "Trends: readings over time"


def add_nora_with_a_record(hand: Hand) -> None:
    readings = tuple(
        Reading(series=series, value=value, taken_on=on, how=How.FROM_RECORD, source="GP record")
        for series, value, on in (
            ("weight", "81.2", date(2026, 3, 2)),
            ("weight", "83.4", date(2026, 9, 16)),
            ("dialog.personal_safety", "2", date(2026, 9, 16)),
        )
    )
    store, now = hand.window.desk.session.store, hand.window.desk.session.now()
    person = nora(hand.window.desk.session.new_id())
    people.add_person(store, person, now, people.Imported("a file", "a hash", (), readings=readings))
    hand.window.desk.home.refresh()


def test_from_a_persons_row_at_home_and_back_to_it(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    add_nora_with_a_record(hand)
    hand.go_to("BRENNAN, Nora")
    had_it = QApplication.focusWidget()
    hand.press("Trends of BRENNAN, Nora")
    assert says(hand, "BRENNAN, Nora")
    assert says(hand, "Allergy: penicillin (rash)")
    assert says(hand, "16-Sep-2026, from a record, GP record")
    assert says(hand, "HbA1c: not measured yet")
    assert "record viewed" in written_down(hand)
    assert named(hand) == [], "from home nobody can tell who is looking on"
    hand.press("Show as table: Weight")
    hand.key(Qt.Key.Key_Tab)
    table = QApplication.focusWidget()
    assert table.accessibleName() == "Weight: readings, newest first"
    assert table.model().index(0, 1).data() == "83.4 kg"
    hand.press("Home")
    assert QApplication.focusWidget() is had_it
    assert hand.window.desk.home.people.list.in_hand().name == "BRENNAN, Nora"
    hand.press("Trends of BRENNAN, Nora")
    hand.press("Lock the screen")
    assert laptop.started_again == 1


def test_from_a_visit_with_what_it_found_and_back_to_the_field_that_was_being_filled_in(
    laptop: Laptop,
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.press("Weight.")
    hand.write("Weight, kg", "84.6")
    hand.choose("Weight: how we know", "Measured today")
    hand.press("Waist.")
    hand.write("Waist, cm", "97", leave=False)
    line = hand.find(QLineEdit, "Waist, cm")
    hand.press(TRENDS)
    assert says(hand, "84.6 kg")
    assert says(hand, "Waist: not measured yet"), "how it is known was not said yet"
    hand.press("Back to the visit")
    assert typed(hand, "Waist, cm") == "97"
    assert QApplication.focusWidget() is line
    assert consultation(hand).is_saved


def test_what_is_private_is_there_only_while_the_person_is_alone(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    rate(hand, leisure=(6, "No"), personal_safety=(1, "Yes"))
    hand.press(TRENDS)
    assert "DIALOG: personal safety" in named(hand)
    hand.press("Back to the visit")
    somebody_is_here(hand, "A carer or family")
    hand.press(TRENDS)
    assert says(hand, "DIALOG: leisure activities")
    assert named(hand) == []
    assert not hand.names("personal safety")
