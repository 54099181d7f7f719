"""What could not wait and was done at the visit: told on the paper, and asked about at the next one."""

from datetime import timedelta

from app.consultation.decisions import Choice
from app.rules.rulebook import Level
from tests.journeys.laptop import Laptop
from tests.journeys.steps import consultation, plan_pages, says, with_a_danger
from tests.journeys.test_a_second_visit import sign, visit_again


def test_what_was_done_at_once_stands_on_the_paper_and_is_asked_about_at_the_next_visit(
    laptop: Laptop,
) -> None:
    hand = with_a_danger(laptop)
    hand.go_to("What we found")
    hand.press("It is done: Very high blood pressure today")
    hand.write("Done by whom", "Kim Hartley rang 999")
    hand.press("Done on which day: today")
    hand.press("Keep this decision")
    assert says(hand, "Say at which time it was done, or that the time is not known.")
    hand.write("Done at which time", "23:59")
    hand.press("Keep this decision")
    assert says(hand, "23:59 today has not come yet: say when it was done.")
    hand.write("Done at which time", "10.05")
    hand.press("Keep this decision")
    assert says(hand, "Done already. Kim Hartley rang 999 22-Nov-2026 at 10:05.")
    first, *_others = plan_pages(hand)
    assert "we did something about blood pressure: Kim Hartley rang 999." in first, "page one tells of 999"
    assert "Monday 23 November" in first, "asked about on the next working day"
    pages, asked = " ".join(plan_pages(hand)), "ask me how it went with blood pressure"
    assert "Today at 10:05 we did something about blood pressure: Kim Hartley rang 999." in pages
    assert "get me to hospital" not in pages, "what a rule asks for is not what happened"
    assert asked in pages
    sign(hand)
    visit_again(hand, laptop, timedelta(days=3))
    assert says(hand, asked)
    hand.press(f"{asked}: what became of it: Done")


def test_a_done_decision_taken_back_takes_its_question_off_and_that_taken_off_leaves_it_done(
    laptop: Laptop,
) -> None:
    hand = with_a_danger(laptop)
    visit = consultation(hand)

    def very_high():
        [found] = [p for p in visit.assessment.prompts if p.level is Level.NOW]
        return found

    visit.decide(very_high(), Choice.DONE_ALREADY, done_by="Kim", done_on=visit.visit.day)
    [question] = visit.draft.plan.actions
    hand.go_to("Care plan")
    hand.window.desk.visit.screen_in_sight.promises._remove(question.id)
    assert (visit.draft.plan.actions, very_high().is_open) == ((), False)
    visit.undo(very_high())
    visit.decide(very_high(), Choice.DONE_ALREADY, done_by="Kim", done_on=visit.visit.day)
    assert len(visit.draft.plan.actions) == 1
    visit.undo(very_high())
    assert (visit.draft.plan.actions, very_high().is_open) == ((), True)
