"""A nurse holds a whole visit and a second one; every promise to them and to the person is looked at."""

from datetime import timedelta

from PySide6.QtCore import Qt

from app.consultation import carers, dialog, medicines, opening, physical_checks
from app.consultation.answers import Known, Unknown, WhyNot
from app.consultation.care_plan import Agreement, Outcome, Owner
from app.consultation.draft import State
from app.models import consultations, histories
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import (
    begin_visit,
    consultation,
    hold_first_visit,
    nothing,
    plan_pages,
    with_a_danger,
)
from tests.models.rows import count_people


def test_a_nurse_signs_a_whole_visit_hands_over_the_plan_and_the_next_visit_opens_on_its_promises(
    laptop: Laptop,
) -> None:
    hand = laptop.sign_in()
    hold_first_visit(hand)

    draft = consultation(hand).draft
    checks = draft.record(physical_checks.SECTION)
    assert isinstance(checks.blood_pressure, Known)
    assert [str(reading) for reading in checks.blood_pressure.value] == ["146/92", "142/90"]
    assert checks.waist == Unknown(WhyNot.DECLINED)
    assert dialog.SECTION.progress(draft.record(dialog.SECTION), consultation(hand).visit).is_complete
    assert [row.ingredient for row in draft.record(medicines.SECTION).rows] == [
        "clozapine",
        "hyoscine hydrobromide",
    ]
    assert draft.record(carers.SECTION).rows[0].name == "Yvonne Brennan"
    decided = {prompt.topic for prompt in consultation(hand).assessment.decided_prompts}
    assert {"smoking", "clozapine-bowel", "metabolic", "blood-pressure", "how-life-is-going"} <= decided
    assert draft.plan.agreement.value is Agreement.AGREE

    story.finish(hand, nothing)

    assert consultation(hand).draft.state is State.SIGNED
    pages = plan_pages(hand)
    assert all("Nora Brennan" in page and "14 March 1979" in page for page in pages)
    assert "I want to get to the allotment and back" in pages[0]
    assert "Draft" not in pages[0]
    assert any("Signed on" in page for page in pages)
    the_next_visit_opens_on_its_promises(hand, laptop)


def the_next_visit_opens_on_its_promises(hand: Hand, laptop: Laptop) -> None:
    first = {action.what: action for action in consultation(hand).draft.plan.actions}
    hand.press("Home")
    laptop.passes_idle(timedelta(minutes=1))
    assert any("promises to report back on" in row.spoken for row in home_rows(hand))

    hand.go_to(story.PERSON)
    hand.key(Qt.Key.Key_Return)

    second = consultation(hand)
    assert {promise.what for promise in second.history.promises} == set(first)
    assert second.draft.record(opening.SECTION).promises == ()
    assert second.history.last("weight").value == "84.6"
    rows = second.draft.record(medicines.SECTION).rows
    assert [row.name for row in rows] == ["Clozapine", "Hyoscine hydrobromide"]
    assert isinstance(second.draft.record(medicines.SECTION).everything, Unknown), "confirmed anew each visit"
    assert second.draft.record(carers.SECTION).rows[0].consents == {}, "asked anew each visit"
    assert second.draft.record(physical_checks.SECTION) == physical_checks.SECTION.record()

    walk = next(action for action in first.values() if action.owner is Owner.PERSON and "walk" in action.what)
    hand.choose(f"{walk.what}: what became of it", "Done")
    said = second.draft.record(opening.SECTION).outcome_of(walk.id)
    assert said is not None
    assert said.outcome is Outcome.DONE


def home_rows(hand: Hand):
    return hand.window.desk.home.people.list.rows()


def test_after_signing_nothing_of_the_visit_can_be_changed(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.go_to("Finish and sign")
    hand.press("Sign this visit")
    visit = consultation(hand)
    before = visit.draft

    visit.answer("opening", "what_matters", visit.known("Something else"))
    hand.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)

    assert visit.draft == before
    assert hand.sees("Home")
    assert hand.window.desk.visit.current == "finish"


def test_a_visit_cannot_go_on_without_two_identifiers_a_place_and_who_is_there(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    story.add_nora(hand, nothing)
    hand.go_to(story.PERSON)
    hand.key(Qt.Key.Key_Return)
    hand.press("Full name")
    hand.press("Start")
    assert hand.window.desk.visit.current == "opening"
    assert any("two identifiers" in words for words in hand.reads())
    hand.press("Date of birth")
    hand.choose("Where are we?", "In clinic")
    hand.choose("Who else is present?", "Nobody else")
    hand.press("Start")
    assert hand.window.desk.visit.current == "physical_checks"


def test_what_must_be_done_now_interrupts_and_holds_the_signature_until_it_is_decided(laptop: Laptop) -> None:
    hand = with_a_danger(laptop)
    assert hand.sees("Open it"), "it interrupts, whatever section is in sight"

    hand.go_to("Finish and sign")
    end = hand.window.desk.visit.foot.primary
    assert end.text() == "Sign this visit"
    assert not end.isEnabled()

    hand.go_to("What we found")
    assert not hand.sees("Add to plan: Very high blood pressure today"), "a line in the plan saves nobody"
    hand.press("Not done, because: Very high blood pressure today")
    hand.choose("What was decided", "Could not be done")
    hand.press("Keep this decision")
    assert consultation(hand).assessment.open_prompts[0].interrupts, "an override needs its reason"
    hand.write("Why", "Ambulance called by the neighbour, on its way.")
    hand.press("Keep this decision")
    hand.go_to("Finish and sign")
    hand.press("Sign this visit")
    assert consultation(hand).draft.state is State.SIGNED


def test_every_committed_field_is_in_the_store_before_the_next_is_touched(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    story.add_nora(hand, nothing)
    story.opening(hand, nothing)
    story._measure(hand, "Weight.", "Weight, kg", "84.6")
    visit = consultation(hand)
    store = visit.session.store
    kept = consultations.resume(store, visit.draft.id, laptop.clock())
    assert kept.records == visit.draft.records
    assert count_people(store) == 1
    assert histories.record_of(store, visit.person.id, laptop.clock())[0] == visit.person
