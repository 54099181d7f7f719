"""What is found changes while the visit goes on: a prompt goes, another waits while something is pressing."""

from demo import story
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, find_a_danger, kept, says

RAISED = "No longer applies: Raised blood pressure."


def measure_high_then_normal(hand) -> None:
    story._pressure(hand, (150, 92), (148, 91))
    story._open(hand, "High blood pressure already known.")
    hand.choose("High blood pressure already known", "No")


def test_a_prompt_that_goes_says_why_until_the_end_of_the_visit(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    measure_high_then_normal(hand)
    assert hand.sees("Add to plan: Raised blood pressure")
    assert not says(hand, RAISED)

    hand.press("Blood pressure. 148/91 mmHg")
    hand.write("Second reading, upper", "128")
    hand.write("Second reading, lower", "78")
    assert not hand.sees("Add to plan: Raised blood pressure")
    assert says(hand, RAISED), "beside the section"
    hand.go_to("What we found")
    [said] = [words for words in hand.reads() if RAISED in words]
    assert "128" in said, "it says because of what"

    hand.press("Lock the screen")
    fresh = laptop.sign_in()
    fresh.press("Carry on with Nora Brennan's visit of 10:42 today")
    fresh.go_to("What we found")
    assert says(fresh, RAISED), "also after a lock"


def test_a_habit_waits_while_something_must_be_done_now_and_comes_back_when_that_is_over(
    laptop: Laptop,
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    story._open(hand, "Smoking.")
    hand.choose("Smoking", "Smokes now")
    hand.choose(f"Smoking: {story.HOW}", "Self-reported")
    assert hand.sees("Add to plan: Offer help to stop smoking")

    hand.press("Blood pressure. Not asked yet")
    find_a_danger(hand)
    assert says(hand, "Very high blood pressure today")
    assert not hand.sees("Add to plan: Offer help to stop smoking")
    waits = "Held back while something must be done now: Offer help to stop smoking"
    assert says(hand, waits), "it is held back in plain sight"
    hand.go_to("What we found")
    assert says(hand, waits)
    assert not hand.sees("Add to plan: Offer help to stop smoking")

    hand.go_to("Physical checks")
    story._open(hand, "Warning signs now.")
    hand.choose("Warning signs now", "None of these")
    assert hand.sees("Add to plan: Offer help to stop smoking")
    assert not says(hand, "Held back")


def test_a_half_typed_number_weighs_nothing(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.write("First reading, upper", "186")
    hand.write("First reading, lower", "12", leave=False)
    before = consultation(hand).draft
    assert not says(hand, "Very high blood pressure today")
    hand.write("First reading, lower", "124")
    hand.choose(f"Blood pressure: {story.HOW}", "Measured today")
    assert says(hand, "Very high blood pressure today")
    assert consultation(hand).draft != before


def test_a_decision_can_be_undone_and_its_action_goes_with_it(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    measure_high_then_normal(hand)
    hand.press("Add to plan: Raised blood pressure")
    assert [action.topic for action in kept(hand, laptop).plan.actions] == ["blood-pressure"]
    hand.go_to("What we found")
    hand.press("Undo: Raised blood pressure")
    assert kept(hand, laptop).plan.actions == ()
    assert hand.sees("Add to plan: Raised blood pressure")


def test_what_was_done_already_says_by_whom_and_when(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    measure_high_then_normal(hand)
    hand.go_to("What we found")
    hand.press("Already done: Raised blood pressure")
    hand.press("Keep this decision")
    assert says(hand, "Say who did it and on which day.")
    hand.write("Done by whom", "Dr Obi")
    hand.write("Done on which day", "20 Nov 2026")
    hand.press("Keep this decision")
    assert says(hand, "Done already. Dr Obi 20-Nov-2026.")
    [decision] = kept(hand, laptop).decisions
    assert decision.done_by == "Dr Obi"
