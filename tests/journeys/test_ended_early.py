"""A visit that ends early: why, what is left for next time, on the paper and at the next opening."""

from datetime import timedelta

from app.consultation import dialog, physical_checks
from app.consultation.answers import WhyNot
from app.models import histories
from app.views.parts.fit import clipped
from demo import story
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, open_nora, plan_pages, says


def test_what_nobody_came_to_says_why_and_meets_the_next_visit(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    story._measure(hand, "Weight.", "Weight, kg", "84.6")
    hand.go_to("Finish and sign")
    hand.choose("Ended early", "The person was tired")
    left = "the rest of physical checks; how life is going; medicines; wellbeing and safety"
    assert says(hand, f"Left for next time: {left}")
    assert says(hand, "Medicines: not started, left for next time")
    assert not clipped(hand.window)
    paper = " ".join(plan_pages(hand))
    assert f"We stopped early I was tired. Next time we talk about: {left}" in paper
    hand.press("Sign this visit")
    person_id = consultation(hand).person.id
    hand.press("Home")

    _, history = histories.record_of(hand.window.desk.session.store, person_id, laptop.clock())
    checks, life = (history.last_records[s.SECTION.key] for s in (physical_checks, dialog))
    assert checks.height.reason is life.friendships.rating.reason is WhyNot.ENDED_EARLY
    assert checks.bp_symptoms.reason is WhyNot.NOT_ASKED, "it did not matter here"

    laptop.clock.passes(timedelta(days=7))
    open_nora(hand)
    assert says(hand, "The visit of 22-Nov-2026 ended early: the person was tired.")
    assert says(hand, f"Not talked about: {left}")
    assert not clipped(hand.window)
