"""One person with two records: linked at home, read as one in the visit, and parted again."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from app.consultation.person import Allergies
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import says
from tests.views.people import clinic

NORA, NORAH = "BRENNAN, Nora", "BRENAN, Norah"


@pytest.fixture
def hand(laptop: Laptop) -> Hand:
    hand = laptop.sign_in()
    nora = clinic.somebody("Brennan", nhs_number=clinic.NUMBERS[0])
    norah = replace(
        clinic.somebody("Brenan", "Norah"), allergies=("latex",), allergies_known=Allergies.LISTED
    )
    clinic.keep(hand.window.desk.session.store, nora, norah)
    hand.window.desk.home.refresh()
    hand.settle()
    return hand


def rows(hand: Hand) -> list[str]:
    return [row.name for row in hand.window.desk.home.people.list.rows()]


def details(hand: Hand) -> None:
    hand.go_to(NORA)
    hand.press(f"Details of {NORA}")


def test_two_records_are_linked_read_as_one_and_parted_again_with_a_reason(hand: Hand) -> None:
    details(hand)
    assert says(hand, "Alike: a name like it, the same date of birth.")
    hand.press(f"Link with {NORAH}")
    hand.press("Link the two")
    assert says(hand, "Write how you know.")
    hand.write("How you know that", "Same address")
    hand.press("Link the two")
    assert says(hand, "Linked by Ann Okafor on 22-Nov-2026: \u201cSame address\u201d.")
    hand.press("Back")
    assert rows(hand) == [NORA]

    hand.go_to(NORA)
    hand.key(Qt.Key.Key_Return)
    assert says(hand, f"Two records read as one: also {NORAH}.")
    assert says(hand, "Allergy: latex")
    hand.window.desk.go_home()

    details(hand)
    hand.press(f"Undo the link with {NORAH}")
    hand.write("How you know that", "They are cousins")
    hand.press("Undo it")
    assert says(hand, "A visit of theirs is open, or waits for a signature: end it first.")


def test_an_undone_link_brings_the_row_back_and_stays_written_down(hand: Hand) -> None:
    details(hand)
    hand.press(f"Link with {NORAH}")
    hand.write("How you know that", "Same address")
    hand.press("Link the two")
    hand.press(f"Undo the link with {NORAH}")
    hand.write("How you know that", "They are cousins")
    hand.press("Undo it")
    assert says(hand, f"Link with {NORAH} undone by Ann Okafor on 22-Nov-2026: \u201cThey are cousins\u201d.")
    assert says(hand, "Linked by Ann Okafor on 22-Nov-2026: \u201cSame address\u201d.")
    hand.press("Back")
    assert rows(hand) == [NORAH, NORA]


def test_a_question_about_a_link_that_was_left_loses_nothing_and_the_app_still_ends(hand: Hand) -> None:
    details(hand)
    hand.press(f"Link with {NORAH}")
    hand.write("How you know that", "Same address")
    assert hand.window.desk.not_kept() == ["What was typed about a link between records is not kept."]
    hand.press("Leave the records as they are")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert hand.window.desk.not_kept() == []
