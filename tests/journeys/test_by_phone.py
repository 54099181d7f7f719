"""A visit by phone: who may listen is asked, nothing is measured, and what needs hands waits for a day."""

from app.consultation import physical_checks
from app.consultation.answers import How
from app.rules.rulebook import Level
from app.views.parts.fit import clipped
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import consultation, kept, nothing, open_nora, plan_pages, says

BY_PHONE = "Are you somewhere private to talk?"
WHERE = "the library, 4 Mill Lane"


def on_the_phone(hand: Hand) -> None:
    story.add_nora(hand, nothing)
    open_nora(hand)
    assert not says(hand, BY_PHONE), "in the same room it is no question"
    hand.press("Full name")
    hand.press("Date of birth")
    hand.choose("Where are we?", "By phone")
    hand.write("The number to call back", "07700 900 321")
    hand.write("Where they are now", WHERE)
    hand.choose("Who else is present?", "Nobody else")


def test_by_phone_only_a_yes_opens_what_is_asked_alone(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    on_the_phone(hand)
    visit = consultation(hand)
    assert not visit.is_private, "nobody said that they can talk"
    assert says(hand, "says that they can talk in private, what is asked alone waits")
    hand.choose(BY_PHONE, "Not sure")
    assert not visit.is_private
    hand.choose(BY_PHONE, "Yes")
    assert visit.is_private
    hand.choose("Where are we?", "By video")
    assert not visit.is_private, "another way of talking is asked about anew"
    assert not hand.is_on(f"{BY_PHONE}: Yes")
    assert not clipped(hand.window)


def test_what_they_read_out_can_be_a_danger_and_what_needs_hands_is_promised(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    on_the_phone(hand)
    hand.choose(BY_PHONE, "Yes")
    hand.press("Start")
    story._open(hand, "Blood pressure.")
    assert not hand.sees("Blood pressure: how we know: Measured today")
    hand.write("First reading, upper", "196")
    hand.write("First reading, lower", "124")
    hand.choose("Blood pressure: how we know", "Self-reported")
    story._open(hand, "Warning signs now.")
    hand.choose("Warning signs now", "Chest pain")
    assert [p.level for p in consultation(hand).assessment.open_prompts if p.interrupts] == [Level.NOW]
    assert says(hand, f"They are at: {WHERE}. Ring back on 07700 900 321.")
    story._open(hand, "Weight.")
    hand.choose("Weight: how we know", "Do it face to face")
    story._open(hand, "Pulse.")
    hand.choose("Pulse: how we know", "Do it face to face")

    visit = kept(hand, laptop)
    assert visit.record(physical_checks.SECTION).blood_pressure.how is How.SELF_REPORTED
    [action] = visit.plan.actions
    assert action.what == "do at the next visit face to face: pulse, weight"
    paper = " ".join(plan_pages(hand))
    assert "by phone" in paper
    assert action.what in paper
    assert "Weight Next time face to face." in paper
    hand.go_to("Finish and sign")
    assert says(hand, f"No date yet: {action.what}")
    assert not clipped(hand.window)
