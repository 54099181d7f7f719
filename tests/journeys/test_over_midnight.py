"""A visit that goes on the next day: its dangers stay, and who is in the room is asked again."""

from datetime import timedelta

from app.consultation.draft import State
from app.rules.rulebook import Level
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, kept, says
from tests.journeys.test_the_assistant import as_tom, find_something, shared_laptop  # noqa: F401
from tests.prepared_store import NOW

DANGER = "Very high blood pressure today"


def find_danger(hand: Hand) -> None:
    story._pressure(hand, (196, 124), (176, 112))
    story._open(hand, "Warning signs now.")
    hand.choose("Warning signs now", "Chest pain")


def say_it_is_done(hand: Hand, who: str) -> None:
    hand.go_to("What we found")
    hand.press(f"It is done: {DANGER}")
    hand.write("Done by whom", who)
    hand.write("Done on which day", "22 11 2026")
    hand.press("Time not known")
    hand.press("Keep this decision")


def test_a_danger_still_interrupts_when_the_visit_is_carried_on_after_midnight(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    find_danger(hand)
    hand.press("Lock the screen")
    laptop.clock.passes(timedelta(hours=14))
    hand = laptop.sign_in()
    hand.press("Carry on with Nora Brennan's visit of 10:42 on 22-Nov-2026")
    visit = consultation(hand)
    assert hand.window.desk.visit.current == "opening"
    assert not visit.may_go_on, "who it is and who else is there may not be the same today"
    assert hand.sees("Open it")
    assert [p.level for p in visit.assessment.open_prompts if p.interrupts] == [Level.NOW]


def test_an_assistant_says_who_rang_and_a_nurse_signs_it_the_next_day(shared_laptop: Laptop) -> None:  # noqa: F811
    hand = as_tom(shared_laptop)
    begin_visit(hand)
    find_danger(hand)
    hand.go_to("Finish and sign")
    assert not hand.window.desk.visit.foot.primary.isEnabled()
    say_it_is_done(hand, "Tom Birch rang 999")
    hand.go_to("Finish and sign")
    assert not hand.window.desk.visit.foot.primary.isEnabled(), "a nurse must know of it"
    hand.go_to("What we found")
    hand.press("Hand over: ")
    hand.choose("How you reached them", "By phone")
    hand.write("Their name", "Ann Okafor")
    hand.choose("Their role", "Nurse")
    hand.press("When you told them: just now")
    hand.choose("Did they take it on?", "They have it")
    hand.write("What they said they will do", "Rings the ward")
    hand.press("Keep this hand-over")
    assert says(hand, "Done: Tom Birch rang 999 22-Nov-2026 at a time not known.")
    hand.go_to("Finish and sign")
    hand.press("Finish this visit")
    hand.press("Home")
    hand.press("Lock the screen")
    shared_laptop.clock.passes(timedelta(hours=22))

    nurse = shared_laptop.sign_in()
    nurse.press("Read and sign Nora Brennan's visit of 10:42 on 22-Nov-2026")
    [danger] = [p for p in consultation(nurse).assessment.decided_prompts if p.level is Level.NOW]
    assert danger.decision is not None
    assert danger.decision.done_by == "Tom Birch rang 999"
    nurse.press("I have it: ")
    nurse.write("What you will do", "Ring the ward")
    nurse.press("Keep that it was taken on")
    nurse.go_to("Finish and sign")
    nurse.press("Sign this visit")
    assert kept(nurse, shared_laptop).state is State.SIGNED


def test_what_was_promised_for_today_keeps_its_day_when_a_nurse_signs_it_tomorrow(
    shared_laptop: Laptop,  # noqa: F811
) -> None:
    hand = as_tom(shared_laptop)
    begin_visit(hand)
    find_something(hand)
    hand.press("Add to plan: Very high blood pressure today")
    hand.go_to("Care plan")
    hand.write("Next review of the plan", "22 Nov 2026")
    promised = kept(hand, shared_laptop).plan
    assert [action.by_when for action in promised.actions] == [promised.next_review] == [NOW.date()]
    hand.go_to("Finish and sign")
    hand.press("Finish this visit")
    hand.press("Home")
    hand.press("Lock the screen")
    shared_laptop.clock.passes(timedelta(hours=22))

    nurse = shared_laptop.sign_in()
    nurse.press("Read and sign Nora Brennan's visit of 10:42 on 22-Nov-2026")
    nurse.go_to("Care plan")
    nurse.press("Action 1: ")
    nurse.press("Close this action")
    assert nurse.names("by 22-Nov-2026")
    nurse.go_to("Finish and sign")
    nurse.press("Sign this visit")
    assert kept(nurse, shared_laptop).plan == promised
