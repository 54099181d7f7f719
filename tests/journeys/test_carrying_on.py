"""A visit that was left is carried on where it was, as long as it is the same day."""

from datetime import timedelta

from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit


def left_at_medicines(laptop: Laptop) -> Hand:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.window.desk.visit.go_to("medicines")
    hand.window.desk.visit.leave()
    return hand


def test_a_visit_that_was_left_opens_where_it_was_left(laptop: Laptop) -> None:
    hand = left_at_medicines(laptop)
    hand.press("Carry on with Nora Brennan's visit of 10:42 today")
    assert hand.window.desk.visit.current == "medicines"


def test_after_a_lock_it_opens_where_something_was_last_kept(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    laptop.clock.passes(timedelta(minutes=2))
    hand.go_to("Wellbeing and safety")
    hand.choose("Mood", "Low")
    hand.go_to("Prevention")
    laptop.shut()
    hand = laptop.sign_in()
    hand.press("Carry on with Nora Brennan's visit of 10:42 today")
    assert hand.window.desk.visit.current == "wellbeing_and_safety"


def test_on_another_day_it_opens_with_the_opening(laptop: Laptop) -> None:
    hand = left_at_medicines(laptop)
    laptop.clock.passes(timedelta(days=1))
    hand.window.desk.go_home()
    hand.press("Carry on with Nora Brennan's visit of 10:42 on 22-Nov-2026")
    assert hand.window.desk.visit.current == "opening"
