"""What a person needs for every visit: told once, with its day, and there when it matters."""

from app.consultation.answers import YesNo
from app.models import histories
from app.views.parts.fit import clipped
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, plan_pages, says
from tests.prepared_store import NOW


def test_an_interpreter_is_told_once_and_asked_about_at_every_opening(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    hand.press("Change the person's details")
    hand.choose("Needs an interpreter", "Yes")
    hand.write("Language", "Punjabi")
    hand.write("Who should come", "a woman")
    hand.choose("Plan a longer appointment", "Yes")
    hand.press("Keep")
    visit = consultation(hand)
    assert any("interpreter (Punjabi), longer appointment" in words for words in hand.reads())
    store = visit.session.store
    person, _ = histories.record_of(store, visit.person.id, laptop.clock())
    assert person.visit_needs.interpreter.value is YesNo.YES
    assert person.visit_needs.interpreter.taken_on == NOW.date()

    hand.go_to("Finish and sign")
    assert says(hand, "Not said: who interprets today")
    hand.go_to("Opening")
    assert says(hand, "Who should come: a woman (said 22-Nov-2026)")
    assert visit.is_private
    hand.choose("Who interprets today?", "A family member or friend")
    assert not visit.is_private, "somebody of the family is somebody present"
    hand.choose("Who interprets today?", "A professional, here")
    hand.write("The interpreter's name", "Asha Rai")
    assert visit.is_private
    hand.scroll_to_top()
    assert not clipped(hand.window)
    assert "Language: Punjabi, with an interpreter (Asha Rai)." in " ".join(plan_pages(hand))
