"""A health care assistant holds a visit and hands it on; a nurse reads and signs it."""

from pathlib import Path

import pytest

from app.consultation.care_plan import Owner
from app.consultation.draft import State
from app.models import consultations
from app.models.folder import StoreFolder
from app.models.staff import add_account
from app.rules import rulebook
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, kept, nothing, open_nora, plan_pages, says
from tests.prepared_store import ASSISTANT, NOW, NURSE, opened


@pytest.fixture
def shared_laptop(laptop: Laptop) -> Laptop:
    """A laptop with a nurse's account and an assistant's."""
    store = opened(StoreFolder(Path(laptop.place)))
    add_account(store, ASSISTANT, NOW)
    store.close()
    return laptop


def as_tom(laptop: Laptop) -> Hand:
    return laptop.sign_in(ASSISTANT.name, ASSISTANT.passphrase)


def find_something(hand: Hand) -> None:
    story._pressure(hand, (186, 124), (184, 122))
    story._open(hand, "Warning signs now.")
    hand.choose("Warning signs now", "None of these")
    story._open(hand, "Smoking.")
    hand.choose("Smoking", "Smokes now")
    hand.choose(f"Smoking: {story.HOW}", "Self-reported")


def test_an_assistant_reads_only_what_is_worded_for_an_assistant(shared_laptop: Laptop) -> None:
    hand = as_tom(shared_laptop)
    begin_visit(hand)
    story.physical_checks(hand, nothing)
    story.medicines(hand, nothing)
    prompts = consultation(hand).assessment.prompts
    for_a_nurse = {line for p in prompts for line in p.say(rulebook.Role.NURSE).split("\n")}
    for_tom = {line for p in prompts for line in p.say(rulebook.Role.HCA).split("\n")}
    assert for_a_nurse - for_tom, "the test can tell the two apart"
    for place in ("Physical checks", "Medicines", "What we found", "Care plan", "Finish and sign"):
        hand.go_to(place)
        in_sight = "\n".join(hand.reads())
        assert not [line for line in for_a_nurse - for_tom if line in in_sight], place
    hand.go_to("What we found")
    in_sight = "\n".join(hand.reads())
    assert all(line in in_sight for line in for_tom)


def test_an_assistant_may_not_decide_what_only_a_nurse_decides(shared_laptop: Laptop) -> None:
    hand = as_tom(shared_laptop)
    begin_visit(hand)
    find_something(hand)
    hand.go_to("What we found")
    for way in ("Not now", "Already done"):
        assert not hand.sees(f"{way}: Very high blood pressure today")
        assert hand.sees(f"{way}: Offer help to stop smoking"), "this one is an assistant's to decide"
    hand.press("Add to plan: Very high blood pressure today")
    [action] = kept(hand, shared_laptop).plan.actions
    assert (action.owner, action.owner_name) == (Owner.ASK, "the nurse"), "asked of a nurse, not taken on"


def test_an_assistant_finishes_and_a_nurse_finds_reads_and_signs_the_visit(shared_laptop: Laptop) -> None:
    hand = as_tom(shared_laptop)
    begin_visit(hand)
    find_something(hand)
    hand.go_to("Finish and sign")
    assert not hand.sees("Sign this visit")
    assert says(hand, "Finishing hands this visit to a nurse or prescriber")
    hand.press("Finish this visit")
    assert says(hand, "It waits for a nurse or prescriber to sign.")
    assert kept(hand, shared_laptop).state is State.FINISHED
    assert all("Draft" in page for page in plan_pages(hand))
    hand.press("Home")
    assert says(hand, "A nurse or prescriber reads and signs it.")
    assert not hand.names("Read and sign")
    hand.press("Lock the screen")

    nurse = shared_laptop.sign_in()
    assert says(nurse, "Visit of 10:42 today by Tom Birch.")
    nurse.press("Read and sign Nora Brennan's visit of 10:42 today")
    assert says(nurse, f"A visit held by {ASSISTANT.name}"), "who was in the room, and who reads it here"
    nurse.go_to("What we found")
    assert nurse.sees("Already done: Very high blood pressure today")
    nurse.press("Add to plan: Very high blood pressure today")
    nurse.go_to("Finish and sign")
    nurse.press("Sign this visit")
    assert kept(nurse, shared_laptop).state is State.SIGNED
    assert not any("Draft" in page for page in plan_pages(nurse))
    first, *_, last = pages = plan_pages(nurse)
    assert f"with {ASSISTANT.name}." in first, "held by the assistant, who was there"
    assert f"{NURSE.name}, nurse" in last, "signed by the nurse, who was not"
    assert not any(f"with {NURSE.name}" in page for page in pages)
    nurse.press("Home")
    assert not nurse.names("Read and sign")
    assert says(nurse, "No finished visit waits.")


def test_a_nurse_who_only_looks_leaves_it_waiting(shared_laptop: Laptop) -> None:
    hand = as_tom(shared_laptop)
    begin_visit(hand)
    hand.go_to("Finish and sign")
    hand.press("Finish this visit")
    hand.press("Home")
    hand.press("Lock the screen")
    nurse = shared_laptop.sign_in()
    nurse.press("Read and sign Nora Brennan's visit of 10:42 today")
    assert says(nurse, "Nothing was handed over in this visit."), "what a reviewer reads first"
    nurse.go_to("Opening")
    nurse.press("Home")
    assert nurse.sees("Read and sign Nora Brennan's visit of 10:42 today")


def test_nobody_carries_on_a_colleagues_visit(shared_laptop: Laptop) -> None:
    nurse = shared_laptop.sign_in()
    begin_visit(nurse)
    nurse.press("Lock the screen")
    hand = as_tom(shared_laptop)
    assert says(hand, f"Begun by {NURSE.name}, who carries it on.")
    assert not hand.names("Carry on with")
    open_nora(hand)
    assert hand.window.desk.visit.current == "opening"
    assert not consultation(hand).may_go_on, "a visit of their own, with nothing in it"
    store = hand.window.desk.session.store
    assert len(consultations.open_drafts(store, shared_laptop.clock())) == 2
