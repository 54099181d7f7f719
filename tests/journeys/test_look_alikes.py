"""Two people who are easily taken for one another: marked where chosen, warned of where added."""

import pytest
from PySide6.QtCore import Qt

from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import says
from tests.views.people import clinic

NORA, NORAH = "BRENNAN, Nora", "BRENAN, Norah"
SAYS = "Somebody else here can be taken for Nora"


@pytest.fixture
def hand(laptop: Laptop) -> Hand:
    hand = laptop.sign_in()
    nora = clinic.somebody("Brennan", nhs_number=clinic.NUMBERS[0])
    clinic.keep(hand.window.desk.session.store, nora, clinic.somebody("Brenan", "Norah"))
    clinic.keep(hand.window.desk.session.store, clinic.somebody("Rahman", "Tariq"))
    hand.window.desk.home.refresh()
    hand.settle()
    return hand


def test_the_list_marks_look_alikes_in_words_a_screen_reader_says(hand: Hand) -> None:
    spoken = {row.name: row.spoken for row in hand.window.desk.home.people.list.rows()}
    assert f"Look-alike: {NORAH}." in spoken[NORA]
    assert f"Look-alike: {NORA}." in spoken[NORAH]
    assert "Look-alike" not in spoken["RAHMAN, Tariq"]


def test_a_visit_with_a_look_alike_warns_where_who_it_is_is_asked_and_names_nobody_else(hand: Hand) -> None:
    hand.go_to(NORA)
    hand.key(Qt.Key.Key_Return)
    assert says(hand, f"{SAYS}: a name like it, the same date of birth.")
    assert not says(hand, "Norah")
    hand.window.desk.go_home()
    hand.go_to("RAHMAN, Tariq")
    hand.key(Qt.Key.Key_Return)
    assert not says(hand, "can be taken for")


def test_an_nhs_number_with_one_wrong_digit_shows_whose_it_may_be_before_it_is_refused(hand: Hand) -> None:
    hand.press("Add a person")
    hand.write("NHS number", "999 068 7111")
    assert says(hand, "That is not an NHS number")
    assert says(hand, "Alike: an NHS number that differs in one digit.")
    assert hand.sees(f"The same person: open {NORA}")
