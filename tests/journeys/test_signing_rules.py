"""In a live store a rule speaks once a named clinician signed it there, and not before."""

from collections.abc import Callable
from pathlib import Path

from app.models.folder import StoreKind
from tests.journeys.laptop import Laptop
from tests.journeys.steps import HOME_MENU, begin_visit, choose_in_menu, find_a_danger, says
from tests.prepared_store import prepare

PROMPT = "Very high blood pressure today"


def test_a_signed_rule_speaks_in_a_live_store_and_the_others_are_named_as_not_in_use(
    new_laptop: Callable[[Path], Laptop], tmp_path: Path
) -> None:
    laptop = new_laptop(prepare(tmp_path / "live", StoreKind.LIVE).path)
    hand = laptop.sign_in()
    choose_in_menu(hand, HOME_MENU, "Rulebook")
    hand.write("Search the rules", "very high blood pressure today", leave=False)
    found = hand.window.desk.in_sight.rules.list
    found.setCurrentIndex(found.model().index(0, 0))
    hand.settle()
    assert says(hand, "Nobody has signed this rule here.")
    hand.press("Sign this rule")
    hand.press("Sign as Ann Okafor, 12A3456E")
    assert says(hand, "Signed by Ann Okafor, 12A3456E, on ")
    hand.press("Home")
    begin_visit(hand)
    find_a_danger(hand)
    [prompt] = hand.window.desk.visit.consultation.assessment.prompts
    assert prompt.title == PROMPT
    others = len(hand.window.desk.session.rulebook) - 1
    assert says(hand, f"{others} rules are not in use")
