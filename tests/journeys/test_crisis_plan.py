"""The crisis plan through the real window: a first visit, a second one, and somebody else in the room."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.consultation import crisis_plan
from app.consultation.answers import NOT_ASKED, Known, value_of
from app.consultation.crisis_plan.record import CrisisPlan
from app.consultation.standing import NO_LONGER
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import (
    at_the_keys,
    begin_visit,
    consultation,
    kept,
    nothing,
    open_the_facts,
    plan_pages,
    says,
    typed,
)
from tests.journeys.test_a_second_visit import sign, visit_again

WORSE = "A plan for when mind or body gets worse"
FIRST_DAY = "22-Nov-2026"


def record(hand: Hand, laptop: Laptop) -> CrisisPlan:
    return kept(hand, laptop).record(crisis_plan.SECTION)


def say_the_plan(hand: Hand) -> None:
    hand.go_to("Crisis plan")
    hand.choose(WORSE, "Yes, today")
    hand.write("Early signs in my mind", "Curtains shut.")
    hand.write("What I can do for my mind", "The radio.")
    hand.write("Where I would go", "To Yvonne.")
    hand.choose("How much goes on paper", "All of it")


def test_an_ordinary_visit_puts_it_off_with_three_answers_and_signs(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Crisis plan")
    assert says(hand, "0 of 3 answered")
    hand.choose(WORSE, "Not today")
    hand.choose("Is there somebody to call when things get worse?", "Nobody")
    hand.go_to("Finish and sign")
    assert says(hand, "Crisis plan, not answered: Wishes for when I am unwell"), "what is open is said"
    hand.go_to("What we found")
    assert says(hand, "Something is missing in the plan for hard times")
    sign(hand)


def test_a_first_plan_takes_a_carer_up_and_stands_on_the_paper(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    story.carers(hand, nothing)
    say_the_plan(hand)
    hand.press("Add to who to call: Yvonne Brennan, sister")
    hand.write("What they may do", "Come round.")
    hand.press("Done: who to call")
    hand.press("Add somebody to call")
    hand.write("Phone of who to call", "01632 960142")
    hand.press("Done: who to call")
    assert says(hand, "A name is needed."), "a number alone could be anybody's"
    hand.write("Name of who to call", "Priya")
    hand.press("Call earlier")
    hand.press("Done: who to call")
    assert [row.name for row in record(hand, laptop).callers] == ["Priya", "Yvonne Brennan"]
    assert says(hand, "07700 900318. Come round. May know this plan.")

    hand.go_to("Care plan")
    assert says(hand, "“Curtains shut.”"), "said once, and not asked again"
    hand.write("Key worker", "Priya Nair")
    hand.press("Change it in the crisis plan")
    assert typed(hand, "Early signs in my mind") == "Curtains shut."
    pages = plan_pages(hand)
    assert "Curtains shut." in pages[0]
    rest = " ".join(pages[1:])
    assert "For my mind For my body" in rest
    assert "We have not talked about this yet." in rest
    assert "I said that Yvonne Brennan may know this." in rest


def test_the_next_visit_shows_each_part_with_its_day_and_takes_none_for_todays(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    say_the_plan(hand)
    hand.press("Add somebody to call")
    hand.write("Name of who to call", "Priya")
    hand.press("Done: who to call")
    sign(hand)

    visit_again(hand, laptop, timedelta(days=60))
    open_the_facts(hand)
    hand.go_to("Crisis plan")
    assert record(hand, laptop).signs_mind == NOT_ASKED
    assert says(hand, "“Curtains shut.”")
    assert says(hand, f"Said {FIRST_DAY}.")
    hand.press("Early signs in my mind: still the same today")
    hand.press("What I can do for my mind: no longer so")
    hand.press("Priya: still the same today")
    said = record(hand, laptop)
    assert isinstance(said.signs_mind, Known)
    assert said.signs_mind.taken_on == date(2027, 1, 21)
    assert said.i_do_mind == NO_LONGER
    assert said.would_go == NOT_ASKED, "each is confirmed alone"
    assert str(said.callers[0].said_on) == "2027-01-21"
    paper = " ".join(plan_pages(hand))
    assert "To Yvonne. (I said this on 22 November 2026.)" in paper
    assert "The radio" not in paper
    sign(hand)

    visit_again(hand, laptop, timedelta(days=60))
    before = consultation(hand).history
    assert before.standing("crisis_plan", "signs_mind").taken_on == date(2027, 1, 21)
    assert before.standing("crisis_plan", "would_go").taken_on == date(2026, 11, 22), "two visits ago"
    assert before.standing("crisis_plan", "i_do_mind") == NOT_ASKED
    open_the_facts(hand)
    hand.go_to("Crisis plan")
    hand.press("Early signs in my mind: change")
    hand.write("Early signs in my mind", "Curtains shut, phone off.")
    assert value_of(record(hand, laptop).signs_mind) == "Curtains shut, phone off."
    hand.press("Early signs in my mind: undo")
    assert record(hand, laptop).signs_mind == NOT_ASKED
    assert says(hand, "“Curtains shut.”"), "what stood stands again"


def test_what_is_told_alone_waits_while_somebody_is_there_and_is_on_no_paper(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    say_the_plan(hand)
    hand.choose("Wishes for when I am unwell", "Yes, today")
    hand.write("Who should not be told", "My uncle Desmond.")
    hand.go_to("Opening")
    hand.choose("Who else is present?", "A carer or family")
    hand.go_to("Crisis plan")
    assert says(hand, "2 more questions wait until Nora is alone with you.")
    assert not hand.names("Who should not be told")
    assert says(hand, "Who should be told, and what")
    assert "Desmond" not in " ".join(plan_pages(hand))
    sign(hand)
    visit_again(hand, laptop, timedelta(days=60))
    hand.press("Full name")
    hand.press("Date of birth")
    hand.choose("Where are we?", "At home")
    hand.choose("Who else is present?", "A carer or family")
    hand.press("Start")
    hand.go_to("Crisis plan")
    screen = hand.window.desk.visit.screen_in_sight
    assert not any("Desmond" in label.text() for label in screen.findChildren(QLabel)), "nor out of sight"


def test_the_keyboard_alone_opens_the_plan_and_goes_on_into_its_first_words(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Crisis plan")
    hand.window.desk.visit.screen_in_sight.first_stop().setFocus()
    at_the_keys(hand, Qt.Key.Key_Space)
    assert hand.is_on(f"{WORSE}: Yes, today")
    at_the_keys(hand, Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_N, Qt.Key.Key_O):
        hand.key(key)
    at_the_keys(hand, Qt.Key.Key_Tab)
    assert value_of(record(hand, laptop).signs_mind) == "no"
