"""What was typed and refused is named at the end, with the way to it, and is not lost without a word."""

from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, says, typed

REFUSED = "Phone of the key worker: what is typed is no number."


def test_a_refused_number_is_a_row_at_the_end_with_the_way_there_and_said_again_once_it_is_signed(
    laptop: Laptop,
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Care plan")
    hand.write("Key worker", "Priya")
    hand.write("Phone of the key worker", "ask at reception")
    hand.go_to("Finish and sign")
    row = f"Not kept: Care plan: {REFUSED}"
    assert says(hand, row)
    first = hand.window.desk.visit.first_stop()
    assert "Go there" in first.accessibleName(), "the list is arrived at from its top, not from below it"
    assert hand.window.focusWidget() is first
    hand.press(f"Go there: {row}")
    assert typed(hand, "Phone of the key worker") == "ask at reception"
    assert hand.window.focusWidget().text() == "ask at reception"
    hand.go_to("Finish and sign")
    hand.press("Sign this visit")
    assert says(hand, "not on its plan")
    assert says(hand, row)
    assert not says(hand, "Not kept yet")
