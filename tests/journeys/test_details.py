"""A person's details are put right in the middle of a visit."""

import msgspec
from PySide6.QtCore import Qt

from app.consultation.person import Allergies
from app.models import histories
from app.views.leaving import Leaving
from demo import story
from demo.hand import Hand
from tests.journeys.conftest import Laptop


def nothing(_name: str) -> None:
    """No pictures in a test."""


def in_a_visit(laptop: Laptop) -> Hand:
    hand = laptop.sign_in()
    story.add_nora(hand, nothing)
    story.opening(hand, nothing)
    return hand


def test_an_allergy_told_in_a_visit_stands_in_the_banner_at_once_and_on_the_record(laptop: Laptop) -> None:
    hand = in_a_visit(laptop)
    story._measure(hand, "Weight.", "Weight, kg", "84.6")
    hand.press("Change the person's details")
    hand.write("Which allergies", "latex (swelling)")
    hand.press("Keep")

    visit = hand.window.desk.visit
    assert any("latex" in words for words in hand.reads())
    kept, _history = histories.record_of(
        visit.consultation.session.store, visit.consultation.person.id, laptop.clock()
    )
    assert kept.allergies == ("latex (swelling)",)
    assert kept.allergies_known is Allergies.LISTED
    assert visit.current == "physical_checks", "the visit goes on where it was"


def without_allergies(laptop: Laptop) -> Hand:
    hand = laptop.sign_in()
    story.add_nora(hand, nothing)
    story.opening(hand, nothing)
    consultation = hand.window.desk.visit.consultation
    person = msgspec.structs.replace(consultation.person, allergies=(), allergies_known=Allergies.NOT_ASKED)
    consultation.change_person(person)
    return hand


def test_allergies_not_asked_in_the_banner_lead_to_where_they_are_asked(laptop: Laptop) -> None:
    hand = without_allergies(laptop)
    banner = hand.window.desk.visit.banner
    banner.ask_allergies.setFocus(Qt.FocusReason.TabFocusReason)
    hand.key(Qt.Key.Key_Space)
    hand.choose("Allergies", "No known allergies")
    hand.press("Keep")
    assert "No known allergies" in hand.reads()
    assert not hand.names("Allergies not asked")


def test_allergies_not_asked_are_left_open_at_the_end_and_lead_there(laptop: Laptop) -> None:
    hand = without_allergies(laptop)
    visit = hand.window.desk.visit
    visit.go_to("finish")
    hand.press("Go there: Allergies: not asked")
    hand.choose("Allergies", "There are allergies")
    hand.write("Which allergies", "latex")
    hand.press("Keep")
    assert visit.current == "finish"
    assert "Allergy: latex" in hand.reads()
    assert not hand.names("Allergies: not asked")


def test_leaving_the_details_as_they_were_changes_nothing(laptop: Laptop) -> None:
    hand = in_a_visit(laptop)
    before = hand.window.desk.visit.consultation.person
    hand.press("Change the person's details")
    hand.write("Family name", "Somebody Else")
    hand.press("Leave as it was")
    assert hand.window.desk.visit.consultation.person == before


def test_a_family_name_cannot_be_taken_away(laptop: Laptop) -> None:
    hand = in_a_visit(laptop)
    before = hand.window.desk.visit.consultation.person
    hand.press("Change the person's details")
    hand.write("Family name", "")
    hand.press("Keep")
    assert hand.sees("Leave as it was"), "still there, with what is wrong said"
    assert hand.window.desk.visit.consultation.person == before


def test_details_that_are_being_put_right_are_not_lost_unasked_when_the_window_is_closed(
    laptop: Laptop,
) -> None:
    hand = in_a_visit(laptop)
    hand.press("Change the person's details")
    assert hand.window.desk.not_kept() == [], "nothing was changed yet"
    hand.write("Phone", "07700 900 316", leave=False)
    hand.window.close()
    assert hand.window.isVisible()
    [box] = hand.window.findChildren(Leaving)
    assert box.informativeText() == "The person's details are not kept as they were changed."
