"""A second visit and a third: what was promised, what was refused, what must be asked again."""

from datetime import timedelta

from app.consultation import medicines
from app.consultation.answers import Unknown
from app.consultation.decisions import Choice
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, kept, open_nora, open_the_facts, plan_pages, says

SWIM, WALK, BAKE, PHONE = "swim on Fridays", "walk to the allotment", "bake with Yvonne", "phone the bank"
RAISED = "Raised blood pressure"
HALF_A_YEAR = timedelta(days=183)


def add_action(hand: Hand, what: str) -> None:
    hand.press("Add an action")
    hand.choose("Who", "Nora")
    hand.write("What", what)
    hand.write("By when", "5 Dec 2026")
    hand.press("Close this action")


def sign(hand: Hand) -> None:
    hand.go_to("Finish and sign")
    hand.press("Sign this visit")
    hand.press("Home")


def visit_again(hand: Hand, laptop: Laptop, after: timedelta) -> None:
    """Time goes by with the laptop locked; then a new visit with the same person."""
    laptop.clock.passes(after)
    hand.window.lock()
    fresh = laptop.sign_in()
    hand.window = fresh.window
    open_nora(hand)


def has_raised_pressure(hand: Hand, upper: int, lower: int) -> None:
    story._pressure(hand, (upper, lower), (upper, lower))
    story._open(hand, "High blood pressure already known.")
    hand.choose("High blood pressure already known", "No")


def decline(hand: Hand, title: str, until: str) -> None:
    hand.go_to("What we found")
    hand.press(f"Not now: {title}")
    hand.choose("What was decided", "Nora declined")
    hand.choose("When to offer it again", until)
    hand.press("Keep this decision")


def test_each_promise_is_asked_about_and_only_what_is_still_owed_comes_again(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Care plan")
    for what in (SWIM, WALK, BAKE, PHONE):
        add_action(hand, what)
    sign(hand)

    visit_again(hand, laptop, timedelta(days=7))
    assert [promise.what for promise in consultation(hand).history.promises] == [SWIM, WALK, BAKE, PHONE]
    assert says(hand, "Visit of 22-Nov-2026")
    hand.choose(f"{SWIM}: what became of it", "Done")
    hand.choose(f"{WALK}: what became of it", "Partly")
    hand.write(f"{WALK}: why", "It rained for two weeks.")
    hand.press(f"Keep it in the plan: {WALK}")
    assert not hand.sees(f"Keep it in the plan: {WALK}"), "once is enough"
    hand.choose(f"{BAKE}: what became of it", "Let it go")
    open_the_facts(hand)
    assert [action.what for action in kept(hand, laptop).plan.actions] == [WALK]
    hand.go_to("Care plan")
    assert hand.names(f"Action 1: {WALK}. Nora, by 05-Dec-2026")
    assert not hand.names("Action 2")
    sign(hand)

    visit_again(hand, laptop, timedelta(days=7))
    owed = [promise.what for promise in consultation(hand).history.promises]
    assert sorted(owed) == [PHONE, WALK]
    assert not says(hand, SWIM)
    assert not says(hand, BAKE)


def test_a_promise_not_done_stays_on_the_paper_and_is_asked_about_again(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Care plan")
    for what in (SWIM, WALK):
        add_action(hand, what)
    sign(hand)

    visit_again(hand, laptop, timedelta(days=7))
    hand.choose(f"{SWIM}: what became of it", "Done")
    hand.choose(f"{WALK}: what became of it", "Not done")
    assert says(hand, "Still promised: it stays on the paper, and is asked about next time.")
    open_the_facts(hand)
    hand.go_to("Care plan")
    assert says(hand, "No new actions; 1 still owed from before")
    assert says(hand, "Nora, by 05-Dec-2026, owed from 22-Nov-2026: not done.")
    hand.press(f"Say what became of it: {WALK}")
    assert hand.is_on(f"{WALK}: what became of it: Not done"), "that is where it is said"
    hand.go_to("Finish and sign")
    assert says(hand, f"Promised before, not done, and still owed: {WALK}")
    assert says(hand, "The plan has no new actions")
    hand.press("Sign this visit")
    pages = " ".join(plan_pages(hand))
    now, became = pages.split("What became of what we planned")
    assert WALK in now
    assert SWIM not in now
    assert f"I will {SWIM} Done." in became
    assert "tear up" not in pages
    assert "Replaces the plan of 22 November 2026." in pages
    hand.press("Home")

    visit_again(hand, laptop, timedelta(days=7))
    assert [promise.what for promise in consultation(hand).history.promises] == [WALK]
    assert says(hand, "Last time: not done")
    assert not hand.is_on(f"{WALK}: what became of it: Not done"), "what became of it since is asked anew"
    hand.choose(f"{WALK}: what became of it", "Let it go")
    open_the_facts(hand)
    hand.go_to("Finish and sign")
    hand.press("Sign this visit")
    pages = " ".join(plan_pages(hand))
    now, became = pages.split("What became of what we planned")
    assert WALK not in now
    assert f"I will {WALK} We let it go." in became
    assert "I can tear up my plan of 29 November 2026." in pages


def test_a_kept_promise_stays_once_after_a_lock_in_between(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Care plan")
    add_action(hand, WALK)
    sign(hand)
    visit_again(hand, laptop, timedelta(days=7))
    hand.choose(f"{WALK}: what became of it", "Not done")
    hand.press(f"Keep it in the plan: {WALK}")
    visit_again(hand, laptop, timedelta(minutes=1))
    assert says(hand, "Kept in today's plan.")
    assert not hand.sees(f"Keep it in the plan: {WALK}")
    assert [action.what for action in kept(hand, laptop).plan.actions] == [WALK]


def test_the_medicines_stand_there_and_must_be_confirmed_again(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Medicines")
    story._medicine(hand, "clozapine", "350 mg a day", "3 Feb 2026")
    hand.choose("Is this everything, bought ones too?", "Yes")
    sign(hand)

    visit_again(hand, laptop, timedelta(days=120))
    open_the_facts(hand)
    hand.go_to("Medicines")
    assert hand.sees("Change Clozapine")
    assert not any(hand.is_on(f"Is this everything, bought ones too?: {said}") for said in ("Yes", "No"))
    record = consultation(hand).draft.record(medicines.SECTION)
    assert isinstance(record.everything, Unknown)
    assert [row.dose for row in record.rows] == ["350 mg a day"]
    assert record.effects == (), "what it does is asked anew"


def test_what_was_declined_is_not_offered_before_its_day_unless_it_is_worse(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    has_raised_pressure(hand, 148, 91)
    decline(hand, RAISED, "In 6 months")
    [decision] = kept(hand, laptop).decisions
    assert (decision.choice, str(decision.offer_again_on)) == (Choice.DECLINED, "2027-05-22")
    sign(hand)

    visit_again(hand, laptop, timedelta(days=30))
    open_the_facts(hand)
    has_raised_pressure(hand, 146, 92)
    assert not hand.sees(f"Add to plan: {RAISED}")
    hand.go_to("What we found")
    assert says(hand, "Declined by the person. offer again from 22-May-2027")
    assert not hand.sees(f"Undo: {RAISED}"), "it was decided at another visit"

    hand.go_to("Physical checks")
    story._open(hand, "Blood pressure.")
    hand.write("First reading, upper", "166")
    hand.write("Second reading, upper", "165")
    hand.write("Second reading, lower", "92")
    assert hand.sees("Add to plan: High blood pressure"), "a worse band brings it back"


def test_what_was_declined_is_offered_again_when_its_day_has_come(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    has_raised_pressure(hand, 148, 91)
    decline(hand, RAISED, "In 3 months")
    sign(hand)
    visit_again(hand, laptop, HALF_A_YEAR)
    open_the_facts(hand)
    has_raised_pressure(hand, 146, 92)
    assert hand.sees(f"Add to plan: {RAISED}")
