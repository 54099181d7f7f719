"""A visit that does not take place: a few presses, a proper record, and the next one starts from it."""

from datetime import timedelta

import pytest

from app.models import consultations
from app.views.parts.fit import clipped
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import nothing, open_nora, says


def at_her_door(laptop: Laptop) -> Hand:
    hand = laptop.sign_in()
    story.add_nora(hand, nothing)
    open_nora(hand)
    hand.press("It did not take place")
    return hand


def reason_in_list(hand: Hand) -> str:
    [row] = hand.window.desk.home.people.list.rows()
    return row.reason


def test_nobody_answers_and_four_presses_make_a_record_of_it(laptop: Laptop) -> None:
    hand = at_her_door(laptop)
    hand.choose("Why did it not take place?", "Nobody answered")
    hand.press("Keep this record")
    assert says(hand, "Kept: the visit to BRENNAN, Nora did not take place")
    assert reason_in_list(hand) == "Never seen here. One visit did not take place."
    assert says(hand, "No visit is open.")
    assert consultations.open_drafts(hand.window.desk.session.store, laptop.clock()) == ()


def test_a_visit_opened_by_mistake_is_put_away_in_two_presses(laptop: Laptop) -> None:
    hand = at_her_door(laptop)
    hand.choose("Why did it not take place?", "Opened by mistake")
    assert not says(hand, "What happens next")
    hand.press("Keep this record")
    assert says(hand, "The visit to BRENNAN, Nora was opened by mistake and is put away")
    assert reason_in_list(hand) == "Never seen here."


def test_what_was_tried_and_promised_meets_whoever_comes_next(laptop: Laptop) -> None:
    hand = at_her_door(laptop)
    hand.choose("Why did it not take place?", "Nobody answered")
    hand.choose("What was tried", "Rang")
    hand.choose("What was tried", "Left a card")
    hand.write("Anything the next one should know", "The bell does not work.")
    hand.write("What happens next", "ring her on Friday morning")
    hand.choose("Who does it", "Ann")
    hand.write("By when", "27 Nov 2026")
    hand.press("Keep this record")
    assert reason_in_list(hand).startswith("One promise to report back on, due 27-Nov-2026.")

    laptop.clock.passes(timedelta(days=7))
    hand.window.lock()
    hand.window = laptop.sign_in().window
    open_nora(hand)
    assert says(hand, "Nobody answered: rang, left a card. The bell does not work.")
    assert says(hand, "ring her on Friday morning")
    hand.press("ring her on Friday morning: what became of it: Done")
    assert not clipped(hand.window)


@pytest.mark.parametrize(
    ("why", "safety"),
    [
        ("Too unwell for it", "NHS 111 answers day and night."),
        ("Not safe to stay", "Your own safety comes first."),
    ],
)
def test_somebody_is_told_before_the_unwell_or_the_unsafe_is_put_away(
    laptop: Laptop, why: str, safety: str
) -> None:
    hand = at_her_door(laptop)
    hand.choose("Why did it not take place?", why)
    assert says(hand, safety)
    hand.press("Keep this record")
    assert says(hand, "Still to say: whom you told")
    hand.write("Whom did you tell?", "Dr Rees, duty doctor")
    hand.press("Keep this record")
    assert says(hand, "Kept: the visit to BRENNAN, Nora did not take place")


def test_nothing_is_preselected_and_half_a_promise_is_not_kept(laptop: Laptop) -> None:
    hand = at_her_door(laptop)
    hand.press("Keep this record")
    assert says(hand, "Still to say: why")
    hand.choose("Why did it not take place?", "Did not want it today")
    hand.write("What happens next", "ask again")
    hand.press("Keep this record")
    assert says(hand, "Still to say: what happens next: what, who and by when")
    hand.choose("Who does it", "Somebody else")
    hand.write("By when", "1 Dec 2026")
    hand.press("Keep this record")
    assert says(hand, "Still to say: what happens next: what, who and by when")
    hand.write("Who that is", "Sam Reed")
    hand.press("Keep this record")
    assert says(hand, "Kept: the visit to BRENNAN, Nora did not take place")


def test_the_door_opens_after_all_and_the_visit_goes_on(laptop: Laptop) -> None:
    hand = at_her_door(laptop)
    hand.choose("Why did it not take place?", "Nobody answered")
    hand.press("Go on with the visit")
    assert hand.sees("Full name")
    assert len(consultations.open_drafts(hand.window.desk.session.store, laptop.clock())) == 1
