"""Two people who are easily taken for one another: marked where chosen, warned of where added."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.models.people import people
from demo.hand import Hand
from tests.exchange.fhir.made_up import bundle, patient
from tests.journeys.laptop import Laptop
from tests.journeys.steps import says
from tests.prepared_store import NOW
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


def test_a_file_with_one_wrong_digit_asks_whose_record_it_is_and_keeps_no_wrong_number(
    hand: Hand, tmp_path: Path
) -> None:
    number = {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "999 068 7111"}
    file = tmp_path / "record.json"
    file.write_bytes(bundle(patient(identifier=[number])))
    hand.press("Import a record")
    hand.write("Where the file is", str(file))
    hand.press("Read the file that is written here")
    assert hand.names("Alike: an NHS number that differs in one digit.")
    hand.press("Who is it?: Add as a new person")
    hand.choose("How far back", "Not known")
    hand.press("Take this in")
    kept = people(hand.window.desk.session.store, NOW, "example")
    assert [person.nhs_number for person in kept] == [""]
