"""The sections on wellbeing, prevention and home, through the real window."""

from datetime import date, timedelta

from app.consultation import physical_checks, prevention, wellbeing_and_safety
from app.consultation.answers import Unknown, WhyNot, YesNo, value_of
from app.consultation.wellbeing_and_safety.record import DangerSign, Mood
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, kept, open_nora, open_the_facts, plan_pages, says
from tests.journeys.test_a_second_visit import sign, visit_again

WELLBEING = "Wellbeing and safety"


def row(hand: Hand, words: str) -> None:
    """Open a row of the sheet, unless it opened by itself."""
    if hand.sees(words):
        hand.press(words)


def company(hand: Hand, who: str) -> None:
    hand.go_to("Opening")
    hand.choose("Who else is present?", who)


def wellbeing(laptop: Laptop, hand: Hand):
    return kept(hand, laptop).record(wellbeing_and_safety.SECTION)


def test_a_danger_told_alone_interrupts_is_kept_and_says_nothing_once_somebody_is_there(
    laptop: Laptop,
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to(WELLBEING)
    hand.choose("Mood", "Very low")
    row(hand, "Not wanting to live.")
    hand.choose("Not wanting to live", "Yes")
    assert says(hand, "Thoughts of not wanting to live: a talk today")
    row(hand, "What goes with the thoughts.")
    hand.choose("What goes with the thoughts", "A plan")
    assert says(hand, "Stay with the person.")
    said = wellbeing(laptop, hand)
    assert value_of(said.mood) is Mood.VERY_LOW
    assert value_of(said.not_wanting_to_live) is YesNo.YES
    assert value_of(said.danger_signs) == (DangerSign.PLAN,)

    company(hand, "A carer or family")
    hand.go_to(WELLBEING)
    assert says(hand, "Make time alone with the person now")
    assert says(hand, "3 private questions wait")
    assert not says(hand, "crisis team")
    assert not hand.sees("Not wanting to live.")
    paper = " ".join(plan_pages(hand))
    assert "Very low" not in paper
    assert "private" not in paper.lower()

    company(hand, "Nobody else")
    hand.go_to("Finish and sign")
    assert says(hand, "Not decided: Thoughts of ending life"), "what must be done now blocks the signature"


def test_rather_not_say_is_kept_and_the_next_visit_asks_again(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to(WELLBEING)
    hand.choose("Mood", "All right")
    row(hand, "Sleep.")
    hand.write("Sleep, hours in 24", "7.5")
    row(hand, "Hurting yourself.")
    hand.choose("Hurting yourself: no answer", "Rather not say")
    said = wellbeing(laptop, hand)
    assert said.self_harm == Unknown(WhyNot.RATHER_NOT_SAY)
    sign(hand)

    visit_again(hand, laptop, timedelta(days=60))
    before = consultation(hand).history
    assert before.last("mood").value == "All right"
    assert before.last("sleep_hours").value == "7.5"
    hand.press("Full name")
    hand.press("Date of birth")
    hand.choose("Where are we?", "In clinic")
    hand.choose("Who else is present?", "Nobody else")
    hand.press("Start")
    hand.go_to(WELLBEING)
    assert says(hand, "All right"), "last time's answer stands beside the question"
    fresh = consultation(hand).draft.record(wellbeing_and_safety.SECTION)
    assert fresh == wellbeing_and_safety.SECTION.record(), "and answers nothing today"


def test_what_staff_note_for_staff_is_there_after_a_lock_and_on_no_paper(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to(WELLBEING)
    hand.press("Visiting safely.")
    hand.choose("Visiting safely", "A dog that is loose")
    row(hand, "Before a visit: what to know.")
    hand.write("Before a visit: what to know", "Ring first. The dog is Biscuit.")
    hand.window.lock()
    fresh = laptop.sign_in()
    hand.window = fresh.window
    open_nora(hand)
    hand.go_to("Opening")
    hand.go_to(WELLBEING)
    assert not says(hand, "Biscuit")
    assert value_of(wellbeing(laptop, hand).home_danger_words) == "Ring first. The dog is Biscuit."
    assert "Biscuit" not in " ".join(plan_pages(hand))


def test_prevention_asks_by_body_and_age_and_home_by_what_was_told(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Prevention")
    assert not hand.sees("Cervical screening last done.")
    hand.choose("What your body has", "Cervix")
    row(hand, "Cervical screening last done.")
    hand.write("Cervical screening last done", "9 Mar 2021")
    hand.choose("Cervical screening last done: how we know", "Self-reported")
    assert says(hand, "Cervical screening is due")
    row(hand, "Dentist last seen.")
    hand.choose("Dentist last seen", "Never")
    hand.choose("Dentist last seen: how we know", "Self-reported")

    hand.go_to("Home and work")
    hand.choose("Who is at home", "Nobody else")
    row(hand, "Trouble with the home.")
    hand.choose("Trouble with the home", "No heating")
    row(hand, "What you see.")
    hand.choose("What you see", "Cold to touch")
    assert says(hand, "Cold at home")
    hand.go_to("Physical checks")
    row(hand, "Temperature.")
    hand.write("Temperature, °C", "34.8")
    hand.choose("Temperature: how we know", "Measured today")
    assert says(hand, "Ring 999"), "a body too cold interrupts"

    hand.go_to("What we found")
    hand.press("It is done: An observation in an emergency band")
    hand.write("Done by whom", "Kim Hall")
    hand.press("Done on which day: today")
    hand.press("Done at which time: just now")
    hand.press("Keep this decision")
    paper = " ".join(plan_pages(hand))
    assert "Dentist: not seen yet." in paper
    assert "My home has no heating." in paper
    assert "cervi" not in paper.lower()
    draft = kept(hand, laptop)
    assert value_of(draft.record(prevention.SECTION).cervical_screening).on == date(2021, 3, 9)
    assert str(value_of(draft.record(physical_checks.SECTION).temperature)) == "34.8"
    sign(hand)

    visit_again(hand, laptop, timedelta(days=60))
    before = consultation(hand).history
    assert before.last("cervical_screening").value == "2021-03-09"
    open_the_facts(hand)
    hand.go_to("Prevention")
    assert says(hand, "Last 2021-03-09") or says(hand, "Last time")
    assert hand.sees("Cervical screening last done."), "the body is known from last time"
