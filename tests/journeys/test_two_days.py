"""A visit split over two days: each answer keeps its day, and who is there is asked anew once."""

from datetime import timedelta

from app.consultation import physical_checks
from app.views.parts.fit import clipped
from demo import story
from tests.journeys.laptop import Laptop
from tests.journeys.steps import (
    begin_visit,
    consultation,
    kept,
    open_the_facts,
    plan_pages,
    says,
)
from tests.prepared_store import NOW


def test_a_visit_of_two_days_keeps_the_day_of_each_answer(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    story._measure(hand, "Weight.", "Weight, kg", "84.6")
    hand.press("Lock the screen")
    laptop.shut()
    laptop.clock.passes(timedelta(days=1))
    hand = laptop.sign_in()
    hand.press("Carry on with Nora Brennan's visit of 10:42 on 22-Nov-2026")
    assert says(hand, "Begun on Sunday 22-Nov-2026, carried on today")
    assert says(hand, "22-Nov-2026: at home; also present: nobody else.")
    assert not consultation(hand).may_go_on
    assert not clipped(hand.window)

    hand.window.activateWindow()
    open_the_facts(hand, "By phone")
    story._open(hand, "Height.")
    hand.write("Height, cm", "165")
    hand.choose("Height: how we know", "Self-reported")
    record = kept(hand, laptop).record(physical_checks.SECTION)
    assert record.weight.taken_on == NOW.date()
    assert record.height.taken_on == NOW.date() + timedelta(days=1)
    assert says(hand, "84.6 kg, taken 22-Nov-2026")
    paper = " ".join(plan_pages(hand))
    assert "Made on Sunday 22 November 2026 and Monday 23 November 2026, by phone" in paper

    hand.press("Lock the screen")
    hand = laptop.sign_in()
    hand.press("Carry on with Nora Brennan's visit of 10:42 on 22-Nov-2026")
    assert consultation(hand).may_go_on, "asked once on a day"
