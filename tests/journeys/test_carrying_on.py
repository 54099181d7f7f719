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


def test_on_another_day_it_opens_with_the_opening(laptop: Laptop) -> None:
    hand = left_at_medicines(laptop)
    laptop.clock.passes(timedelta(days=1))
    hand.window.desk.go_home()
    hand.press("Carry on with Nora Brennan's visit of 10:42 on 22-Nov-2026")
    assert hand.window.desk.visit.current == "opening"
