"""Records that nobody here wrote, brought in by hand; then a visit that opens on what they hold."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.models.people import people
from demo.hand import Hand
from tests.exchange.fhir.made_up import bundle, patient
from tests.journeys.laptop import Laptop
from tests.journeys.steps import consultation, open_the_facts, says
from tests.models.rows import count_people

RECORDS = Path(__file__).resolve().parents[1] / "data" / "synthea"
MILAN = "Milan_Beatty_e78d0ed2-1b54-4c30-90ae-f7405af1e402.json.bz2"
PATRIA = "Patria_Schimmel_d2f8f862-3856-490d-b56f-98e0ed984b1e.json.bz2"
LUCAS = "ab5537a3-8608-5f56-53f5-d10b00eb4680.json.bz2"
DEXTER_WHO_DIED = "53eac4c0-8d6b-72da-2768-a6d08e687f48.json.bz2"


def read_in(hand: Hand, file: str) -> None:
    hand.press("Import a record")
    hand.write("Where the file is", str(RECORDS / file))
    hand.press("Read the file that is written here")


def how_many(hand: Hand) -> int:
    return count_people(hand.window.desk.session.store)


@pytest.mark.parametrize(
    ("file", "row", "values"),
    [
        (MILAN, "BEATTY, Milan", ("113/73", "05-Sep-2020", "98.3 kg", "40 mmol/mol")),
        (PATRIA, "SCHIMMEL, Patria", ("119/74", "25-Jun-2019", "85.3 kg", "59 mmol/mol")),
        (LUCAS, "LEÓN820, Lucas404", ("17-Jan-2021", "44 mmol/mol", "78 beats a minute")),
    ],
    ids=["Milan", "Patria", "Lucas"],
)
def test_a_record_is_taken_in_and_the_visit_shows_its_last_values_with_their_days(
    laptop: Laptop, file: str, row: str, values: tuple[str, ...]
) -> None:
    hand = laptop.sign_in()
    read_in(hand, file)
    assert how_many(hand) == 0, "nothing is kept by reading"
    hand.press("Take this in")
    assert how_many(hand) == 0, "how far back it was searched decides what 'none found' means"
    assert says(hand, "Not taken in yet: see what is marked above")
    hand.choose("How far back", "Not known")
    hand.press("Take this in")
    assert how_many(hand) == 1
    assert says(hand, "unconfirmed until somebody looked at it in a visit")
    hand.press("Done")

    hand.go_to(row)
    hand.key(Qt.Key.Key_Return)
    open_the_facts(hand)
    in_sight = "\n".join(hand.reads())
    assert not [value for value in values if value not in in_sight], in_sight
    assert not any(prompt.interrupts for prompt in consultation(hand).assessment.prompts)
    hand.go_to("Medicines")
    assert len(consultation(hand).history.medicines) > 0
    assert all(hand.names(f"Change {row.name}") for row in consultation(hand).history.medicines)
    assert says(hand, "Not confirmed: prompts cannot tell what is not taken.")


def test_a_record_that_was_only_looked_at_leaves_nothing(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    read_in(hand, MILAN)
    assert says(hand, "BEATTY, Milan")
    hand.press("Home")
    assert how_many(hand) == 0
    assert not says(hand, "BEATTY")


def test_the_same_record_twice_adds_nothing_twice(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    read_in(hand, MILAN)
    hand.choose("How far back", "Not known")
    hand.press("Take this in")
    hand.press("Done")
    read_in(hand, MILAN)
    hand.press("Take this in")
    assert says(hand, "Not taken in yet: see what is marked above"), "who it is must be said"
    hand.press("Who is it?: Add to BEATTY, Milan")
    hand.choose("How far back", "Not known")
    hand.press("Take this in")
    assert says(hand, "Everything on it was here already.")
    assert how_many(hand) == 1


def test_the_record_of_somebody_who_has_died_stops_there(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    read_in(hand, DEXTER_WHO_DIED)
    assert says(hand, "This person died on 05-Apr-1991")
    assert not hand.sees("Take this in")
    hand.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hand.press("Home")
    assert how_many(hand) == 0


def test_a_file_that_is_no_record_says_so_and_the_next_one_can_be_read(
    laptop: Laptop, tmp_path: Path
) -> None:
    broken = tmp_path / "letter.json"
    broken.write_text('{"resourceType": "Bundle", "entry": [')
    hand = laptop.sign_in()
    read_in(hand, str(broken))
    assert says(hand, "This file cannot be taken in")
    assert not hand.sees("Take this in")
    hand.write("Where the file is", str(RECORDS / MILAN))
    hand.press("Read the file that is written here")
    assert says(hand, "BEATTY, Milan")
    assert not says(hand, "This file cannot be taken in")


def test_a_record_with_a_name_too_long_to_keep_says_so_and_is_taken_in_without_the_rest(
    laptop: Laptop, tmp_path: Path
) -> None:
    name = {"family": "Brennan", "given": ["A" * 150, "B" * 150]}
    record = tmp_path / "long.json"
    record.write_bytes(bundle(patient(name=[name], birthDate="1979-03-14")))
    hand = laptop.sign_in()
    read_in(hand, str(record))
    assert says(hand, "The given names are longer than can be kept")
    assert says(hand, "1 \u00d7 given name")
    hand.choose("How far back", "Not known")
    hand.press("Take this in")
    assert says(hand, "was added")
    [person] = people(hand.window.desk.session.store, laptop.clock())
    assert person.given_name == "A" * 150
