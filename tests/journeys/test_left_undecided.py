"""Something for today that nobody decided: signed all the same, it is said until somebody decides it."""

from datetime import timedelta

from app.views.sections import pages
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, open_the_facts, plan_pages, says
from tests.journeys.test_a_second_visit import sign, visit_again

WEEK = timedelta(days=7)


def row(hand: Hand) -> str:
    [nora] = hand.window.desk.home.people.list.rows()
    return nora.reason


def test_what_could_not_wait_and_was_signed_undecided_is_said_at_home_and_at_the_next_opening(
    laptop: Laptop,
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    story._pressure(hand, (186, 116), (184, 114))
    hand.go_to("Finish and sign")
    [end] = [each for each in consultation(hand).loose_ends() if "Due today, and not decided" in each.words]
    hand.press(f"Go there: {end.words}")
    title = end.words.partition(": ")[2]
    assert says(hand, title)
    hand.go_to("Finish and sign")
    assert pages.state_of(pages.FINISH, consultation(hand))[0] == "1 cannot wait"
    seen = hand.reads()
    assert seen.index("Not decided, and it cannot wait") < seen.index(end.words)
    assert seen.index(end.words) < seen.index("Open, and it may stay open")
    hand.press("Sign this visit")
    assert says(hand, "Left undecided")
    assert says(hand, title), "what was left is named once more"
    assert "We have not decided yet what happens about blood pressure." in plan_pages(hand)[0]
    hand.press("Home")
    left = f"Not decided at the last visit, 22-Nov-2026: “{title}”."
    assert row(hand).startswith(left)

    visit_again(hand, laptop, WEEK)
    assert says(hand, left)
    open_the_facts(hand)
    hand.go_to("Opening")
    assert says(hand, left), "nobody took the pressure again: it is not over"
    hand.press(f"Go there: {left}")
    assert hand.window.desk.visit.current == "physical_checks", "an answer is missing: that is the way"
    story._pressure(hand, (128, 78), (126, 76))
    hand.go_to("Opening")
    assert not says(hand, left)
    sign(hand)
    assert "Not decided" not in row(hand)
