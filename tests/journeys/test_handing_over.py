"""An assistant hands over what must be done now, and finishes; a nurse reads, asks back and signs."""

from collections import Counter
from datetime import timedelta

from app.consultation.draft import Draft, State
from app.models.audit import What
from app.models.tables import AuditRow
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, kept, open_nora, plan_pages, says
from tests.journeys.test_the_assistant import as_tom, shared_laptop
from tests.models.test_consultations import rows
from tests.prepared_store import NURSE

__all__ = ["shared_laptop"]
WAITS = "Not acknowledged yet"


def find_an_emergency(hand: Hand) -> None:
    story._pressure(hand, (186, 124), (184, 122))
    story._open(hand, "Warning signs now.")
    hand.press("Warning signs now: Chest pain")


def hand_it_over(hand: Hand, title: str) -> None:
    hand.press(f"Hand over: {title}")
    assert says(hand, "This app contacts nobody.")
    hand.choose("How you reached them", "By phone")
    hand.write("Their name", "Ann Okafor")
    hand.choose("Their role", "Nurse")
    hand.write("When you told them", "23:59")
    assert says(hand, "that time has not come yet")
    hand.press("When you told them: just now")
    hand.write("What was said", "186 over 124, chest pain, 999 is called")
    hand.press("Keep this hand-over")
    assert says(hand, "Still to say: whether 999 was rung; whether they took it on.")
    hand.choose("Was 999 rung?", "Yes")
    hand.choose("Did they take it on?", "Not acknowledged yet")
    hand.press("Keep this hand-over")
    assert says(hand, "Still to say: when 999 was rung."), "told a nurse is not rung"
    hand.press("When 999 was rung: just now")
    hand.press("Keep this hand-over")


def may_finish(hand: Hand) -> bool:
    hand.go_to("Finish and sign")
    return hand.sees("Finish this visit")


def leave(hand: Hand) -> None:
    hand.press("Home")
    hand.press("Lock the screen")


def test_now_is_handed_over_acknowledged_questioned_answered_and_signed(shared_laptop: Laptop) -> None:
    title = tom_hands_it_over_and_finishes(shared_laptop)
    nurse_asks_back(shared_laptop.sign_in(), title)
    shared_laptop.clock.passes(timedelta(days=1))
    tom_answers(as_tom(shared_laptop))
    nurse = shared_laptop.sign_in()
    nurse_takes_it_on_and_signs(nurse, title)
    has_it_in_the_record(kept(nurse, shared_laptop))
    has_it_on_paper(" ".join(plan_pages(nurse)))
    has_it_written_down(nurse)


def tom_hands_it_over_and_finishes(shared_laptop: Laptop) -> str:
    """Nothing is finished before somebody has it; the title of what it is about."""
    hand = as_tom(shared_laptop)
    begin_visit(hand)
    find_an_emergency(hand)
    [prompt] = [p for p in consultation(hand).assessment.open_prompts if p.interrupts]
    title = prompt.title
    hand.go_to("What we found")
    assert says(hand, "This is settled by a nurse or the prescriber: hand it over by name.")
    assert not may_finish(hand)
    hand.go_to("What we found")
    hand_it_over(hand, title)
    for place in ("Physical checks", "Medicines", "Care plan"):
        hand.go_to(place)
        assert says(hand, f"{WAITS}: {title}"), place
    assert not may_finish(hand)
    assert says(hand, f"Not acknowledged yet by Ann Okafor, nurse: {title}")
    hand.go_to("What we found")
    shared_laptop.clock.passes(timedelta(minutes=4))
    hand.press(f"They have it: {title}")
    hand.write("What they said they will do", "Meets the crew at the hospital")
    hand.press("When they said so: just now")
    hand.press("Keep that it was taken on")
    assert says(hand, "as told to Tom Birch: Meets the crew at the hospital")
    assert may_finish(hand)
    hand.press("Finish this visit")
    assert kept(hand, shared_laptop).state is State.FINISHED
    leave(hand)
    return title


def nurse_asks_back(nurse: Hand, title: str) -> None:
    """What could not wait is read first, and the visit goes back with a question."""
    assert says(nurse, "One matter handed over, acknowledged."), nurse.reads()
    nurse.press("Read and sign Nora Brennan's visit of 10:42 today")
    assert says(nurse, "Could not wait: read this first")
    assert says(nurse, "Act now")
    assert says(nurse, "186 mmHg"), "its reading, without opening anything"
    card = nurse.window.desk.visit.screen_in_sight.handed_over
    nurse.pause(0.2)
    assert not card.visibleRegion().isEmpty(), "nothing is scrolled over it"
    assert says(nurse, "This was handed over to you."), "a colleague's word is not hers"
    nurse.go_to("Finish and sign")
    assert says(nurse, f"Handed over to you: say whether you have it: {title}")
    nurse.press("Go there: Handed over to you")
    assert says(nurse, "Said: 186 over 124, chest pain, 999 is called")
    assert says(nurse, "999 was rung at 10:42.")
    nurse.go_to("Finish and sign")
    nurse.press("Send it back to Tom Birch")
    assert says(nurse, "Write the question first.")
    nurse.write("Question to Tom Birch", "Which arm was it?")
    nurse.press("Send it back to Tom Birch")
    assert says(nurse, "This visit went back with your question")
    nurse.press("Home")
    assert says(nurse, f"sent back with a question by {NURSE.name}")
    assert not nurse.names("Read and sign")
    nurse.press("Lock the screen")


def tom_answers(hand: Hand) -> None:
    assert says(hand, f"{NURSE.name} asks: “Which arm was it?”")
    open_nora(hand)
    hand.write("Answer: Which arm was it?", "The left one")
    hand.go_to("Care plan")
    hand.go_to("Finish and sign")
    assert says(hand, "Answered by Tom Birch")
    hand.press("Finish this visit")
    leave(hand)


def nurse_takes_it_on_and_signs(nurse: Hand, title: str) -> None:
    """She says first that it did not reach her, which holds the signature, and then that she has it."""
    assert says(nurse, "Questions answered.")
    nurse.press("Read and sign Nora Brennan's visit of 10:42 on 22-Nov-2026")
    nurse.go_to("Finish and sign")
    assert says(nurse, "The left one")
    assert not nurse.sees("Sign this visit"), "she has not said yet whether it reached her"
    nurse.press("Go there: Handed over to you")
    nurse.press(f"It did not reach me: {title}")
    assert says(nurse, "it did not reach me")
    assert says(nurse, "Do now")
    nurse.go_to("Finish and sign")
    assert says(nurse, f"It did not reach Ann Okafor, nurse: {title}")
    assert not says(nurse, "Told Ann Okafor"), "on no strip either"
    nurse.go_to("What we found")
    nurse.press(f"I have it: {title}")
    nurse.write("What you will do", "Ring the ward")
    nurse.press("Keep that it was taken on")
    nurse.go_to("Finish and sign")
    nurse.press("Sign this visit")
    assert not says(nurse, "Ask Tom Birch something first"), "there is nothing left to send back"


def has_it_in_the_record(signed: Draft) -> None:
    assert signed.state is State.SIGNED
    [question], [told] = signed.questions, signed.hand_overs
    has_it, not_told, hers = signed.acknowledgements
    assert not_told.never_reached
    assert hers.by_own_sign_in
    assert not hers.never_reached
    assert (question.by, question.answered_by) == (NURSE.name, "Tom Birch")
    assert (told.whom, told.by) == ("Ann Okafor, nurse", "Tom Birch")
    assert (has_it.noted_by, has_it.by_own_sign_in) == ("Tom Birch", False)


def has_it_on_paper(pages: str) -> None:
    assert "Which arm" not in pages
    assert "999 is called" not in pages, "what colleagues say to each other is not"
    assert "Tom Birch told Ann Okafor, nurse, about blood pressure, by phone." in pages
    assert (
        "Ann Okafor took it on at 10:46 on Monday 23 November 2026: Ring the ward. 999 was rung at 10:42."
        in pages
    )
    assert "Ann will Ring the ward Monday 23 November" in pages, "the first that happens"


def has_it_written_down(nurse: Hand) -> None:
    audited = Counter(row.what for row in rows(nurse.window.desk.session.store, AuditRow))
    wanted = {What.PROMPT_HANDED_OVER: 1, What.HAND_OVER_ACKNOWLEDGED: 3, What.QUESTION_ASKED: 1}
    assert {what: audited[what.value] for what in wanted} == wanted


def test_nobody_reached_is_an_override_and_the_nurse_takes_it_on_by_her_own_sign_in(
    shared_laptop: Laptop,
) -> None:
    hand = as_tom(shared_laptop)
    begin_visit(hand)
    find_an_emergency(hand)
    [prompt] = [p for p in consultation(hand).assessment.open_prompts if p.interrupts]
    hand.go_to("What we found")
    hand.press(f"Hand over: {prompt.title}")
    hand.choose("How you reached them", "Nobody could be reached")
    hand.choose("Was 999 rung?", "No")
    hand.press("Keep this hand-over")
    assert says(hand, "Still to say: why 999 was not rung; whom you tried, and how.")
    hand.write("Why 999 was not rung", "The ambulance is at the door")
    hand.write("Whom you tried, and how", "Rang the duty line three times")
    hand.press("Keep this hand-over")
    assert may_finish(hand)
    assert says(hand, f"Nobody could be reached: {prompt.title}")
    hand.press("Finish this visit")
    leave(hand)

    nurse = shared_laptop.sign_in()
    assert says(nurse, "One matter for which nobody could be reached.")
    nurse.press("Read and sign Nora Brennan's visit of 10:42 today")
    nurse.press(f"I have it: {prompt.title}")
    nurse.write("What you will do", "Ring Nora now")
    nurse.press("Keep that it was taken on")
    assert says(nurse, f"{NURSE.name} has it, 10:42, by their own sign-in: Ring Nora now")
    nurse.go_to("Finish and sign")
    nurse.press("Sign this visit")
    [has_it] = kept(nurse, shared_laptop).acknowledgements
    assert has_it.by_own_sign_in
    nurse.press("Home")
    assert says(nurse, "The one open promise is due today."), "what she took on is found again at home"
    open_nora(nurse)
    assert says(nurse, "Ring Nora now"), "and asked about at the next opening"
