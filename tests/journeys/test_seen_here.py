"""Somebody died, was discharged or moved: out of the everyday list, found again, no visit by accident."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from app.models.people import people
from app.models.seen_here import written_of
from app.views import plan_output
from demo.hand import Hand, NotThere
from tests.journeys.laptop import Laptop
from tests.journeys.steps import says
from tests.views.people import clinic

NORA, TARIQ = "BRENNAN, Nora", "RAHMAN, Tariq"


def at_home(laptop: Laptop) -> Hand:
    hand = laptop.sign_in()
    people = clinic.somebody("Brennan", nhs_number=clinic.NUMBERS[0]), clinic.somebody("Rahman", "Tariq")
    clinic.keep(hand.window.desk.session.store, *people)
    hand.window.desk.home.refresh()
    hand.settle()
    return hand


def rows(hand: Hand) -> list[str]:
    return [row.name for row in hand.window.desk.home.people.list.rows()]


def write_down(hand: Hand, what: str) -> None:
    hand.go_to(NORA)
    hand.press(f"Details of {NORA}")
    hand.press("No longer seen here")
    hand.press("Write this down")
    assert says(hand, "Say what happened."), "nothing is preselected"
    hand.choose("What happened", what)
    hand.write("Since which day", "3 Mar 2026")
    hand.write("How you know, or why", "Her sister rang")
    hand.press("Write this down")
    assert says(hand, f"{what} on 03-Mar-2026.")
    assert says(hand, "\u201cHer sister rang\u201d: written down by Ann Okafor on 22-Nov-2026.")
    assert not hand.sees("Leave as it was"), "it is not as it was any more"
    hand.press("Back")


def answer(hand: Hand, words: str) -> None:
    [box] = hand.window.findChildren(QMessageBox)
    [button] = [button for button in box.buttons() if button.text() == words]
    hand.click(button)


def test_who_died_leaves_the_list_is_found_again_and_no_visit_begins(laptop: Laptop) -> None:
    hand = at_home(laptop)
    write_down(hand, "Died")
    assert rows(hand) == [TARIQ]
    with pytest.raises(NotThere):
        hand.go_to(NORA)
    hand.write("Find a person", "nora", leave=False)
    hand.wait_for(lambda: rows(hand) == [NORA], "the search")
    hand.go_to(NORA)
    hand.key(Qt.Key.Key_Return)
    assert hand.window.desk.visit is None
    assert says(hand, "No visit is begun and no plan is printed."), "Enter leads to the details"
    hand.press("This was a mistake")
    hand.write("How you know, or why", "It was another Nora")
    hand.press("Write this down")
    hand.press("Back")
    hand.key(Qt.Key.Key_Escape)
    assert rows(hand) == [NORA, TARIQ]


@pytest.mark.parametrize("what", ["Discharged", "Moved away"])
def test_a_visit_with_who_was_discharged_or_moved_asks_first_and_takes_that_back(
    laptop: Laptop, what: str
) -> None:
    hand = at_home(laptop)
    write_down(hand, what)
    hand.press("One person is no longer seen here")
    assert rows(hand) == [TARIQ, NORA]
    hand.go_to(NORA)
    hand.key(Qt.Key.Key_Return)
    answer(hand, "Go back")
    assert hand.window.desk.visit is None
    hand.go_to(NORA)
    hand.key(Qt.Key.Key_Return)
    answer(hand, "Seen here again: begin the visit")
    nora = hand.window.desk.visit.consultation.person
    assert nora.family_name == "Brennan"
    newest = written_of(hand.window.desk.session.store, nora.id, laptop.clock())[0]
    assert newest.why == "Seen here again: said before a visit.", "which stays true if none could be opened"
    hand.window.desk.go_home()
    assert rows(hand) == [NORA, TARIQ]


def test_a_visit_that_is_open_when_somebody_dies_says_so_and_prints_nothing(laptop: Laptop) -> None:
    hand = at_home(laptop)
    desk = hand.window.desk
    [nora] = [p for p in people(desk.session.store, laptop.clock()) if p.family_name == "Brennan"]
    desk.start_visit(nora.id)
    desk.go_home()
    write_down(hand, "Died")
    hand.press("Carry on with Nora Brennan's visit of 10:42 today")
    assert "Died on 03-Mar-2026." in hand.reads()
    said = plan_output.print_plan(desk.visit.consultation, desk)
    assert said == "Died on 03-Mar-2026: no plan is printed or saved."
