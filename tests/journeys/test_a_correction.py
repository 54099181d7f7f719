"""A signed visit is put right: version 2 counts, version 1 stays, the next visit starts from version 2."""

from datetime import timedelta
from decimal import Decimal

import pytest

from app.consultation.answers import Known
from app.models.account import NewAccount, Role
from app.models.folder import StoreFolder
from app.models.staff import add_account
from demo import story
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, says
from tests.journeys.test_a_second_visit import SWIM, add_action, sign, visit_again
from tests.prepared_store import ASSISTANT, NOW, opened
from tests.reports.reading import seen

PRESCRIBER = NewAccount("Kim Reid", Role.PRESCRIBER, "orbit kettle maple tree", "1357")
WHY = "The scales stood on a carpet."
STRIP = f"Correcting the visit of 22-Nov-2026, version 2: {WHY}"
LAST_PLAN = "Last plan of BRENNAN, Nora"


def hold_a_visit(hand: Hand) -> None:
    begin_visit(hand)
    story._measure(hand, "Weight.", "Weight, kg", "94.6")
    hand.go_to("Care plan")
    add_action(hand, SWIM)
    sign(hand)


def read_last_plan(hand: Hand) -> None:
    hand.go_to("BRENNAN, Nora")
    hand.press(LAST_PLAN)


def begin_correction(hand: Hand) -> None:
    read_last_plan(hand)
    hand.press("Correct this visit")
    hand.choose("What was wrong?", "Something was entered wrongly")
    hand.write("Why, in plain words", WHY)
    hand.press("Begin the correction")


def paper(hand: Hand) -> str:
    return " ".join(" ".join(seen(hand.window.desk.plans.page.pdf)).split())


def test_a_signed_visit_is_corrected_and_the_next_visit_starts_from_the_correction(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    hold_a_visit(hand)
    laptop.clock.passes(timedelta(days=9))
    begin_correction(hand)
    assert says(hand, STRIP)
    assert not hand.sees("It did not take place")
    assert hand.is_on("Where are we?: At home"), "all that was signed stands in it"

    hand.go_to("Physical checks")
    assert says(hand, STRIP)
    story._open(hand, "Weight.")
    hand.write("Weight, kg", "84.6")
    weight = consultation(hand).draft.records["physical_checks"].weight
    assert weight == Known(Decimal("84.6"), weight.how, NOW.date(), weight.by), "about the day of the visit"
    hand.window.lock()

    hand.window = laptop.sign_in().window
    assert says(hand, "Correction of the visit of 22-Nov-2026, version 2")
    hand.press("Carry on with the correction of Nora Brennan's visit of 22-Nov-2026")
    assert says(hand, STRIP)
    assert consultation(hand).may_go_on, "who was there is not asked again"
    hand.go_to("Finish and sign")
    hand.press("Sign this correction")
    assert says(hand, "The correction is signed: version 2 counts now")
    hand.press("Home")

    read_last_plan(hand)
    assert (
        "Version 2, corrected on 1 December 2026: The scales stood on a carpet. It replaces the plan of 22 "
        "November 2026." in paper(hand)
    )
    assert "84.6" in paper(hand)
    assert SWIM in paper(hand)
    hand.press("Show version 1")
    assert "94.6" in paper(hand)
    assert "This version was corrected on 1 December 2026" in paper(hand)
    assert not hand.sees("Correct this visit"), "only the version that counts is corrected"
    hand.press("Home")

    visit_again(hand, laptop, timedelta(days=7))
    assert [p.what for p in consultation(hand).history.promises] == [SWIM]
    assert [r.value for r in consultation(hand).history.series("weight")] == ["84.6"]
    assert not says(hand, "Correcting the visit")


def test_a_correction_that_is_given_up_leaves_the_signed_visit_as_it_was(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    hold_a_visit(hand)
    read_last_plan(hand)
    before = hand.window.desk.plans.page.pdf
    hand.press("Home")
    begin_correction(hand)
    hand.press("Give up this correction")
    hand.press("Go on correcting")
    assert says(hand, STRIP)
    hand.press("Give up this correction")
    hand.press("Give it up")
    assert says(hand, "The correction was given up")
    read_last_plan(hand)
    assert hand.window.desk.plans.page.pdf == before


def test_what_was_wrong_and_why_is_said_before_it_begins(laptop: Laptop) -> None:
    hand = laptop.sign_in()
    hold_a_visit(hand)
    read_last_plan(hand)
    hand.press("Correct this visit")
    hand.press("Begin the correction")
    assert says(hand, "Still to say: what was wrong; why, in words")
    hand.press("Back")
    assert says(hand, "Signed by")


@pytest.mark.parametrize("is_open", [True, False])
def test_an_assistant_is_told_to_tell_a_nurse(laptop: Laptop, is_open: bool) -> None:
    store = opened(StoreFolder(laptop.place))
    add_account(store, ASSISTANT, NOW)
    store.close()
    hand = laptop.sign_in()
    hold_a_visit(hand)
    if is_open:
        begin_correction(hand)
    hand.window.lock()
    hand.window = laptop.sign_in(ASSISTANT.name, ASSISTANT.passphrase).window
    assert not hand.sees("Carry on with the correction")
    read_last_plan(hand)
    assert not hand.sees("Correct this visit")
    told = "Ann Okafor carries it on." if is_open else "Tell a nurse or prescriber"
    assert says(hand, told)


def test_a_correction_of_somebody_who_does_not_carry_it_on_can_be_given_up_by_a_colleague(
    laptop: Laptop,
) -> None:
    store = opened(StoreFolder(laptop.place))
    add_account(store, PRESCRIBER, NOW)
    store.close()
    hand = laptop.sign_in()
    hold_a_visit(hand)
    begin_correction(hand)
    hand.window.lock()
    hand.window = laptop.sign_in(PRESCRIBER.name, PRESCRIBER.passphrase).window
    read_last_plan(hand)
    hand.press("Give up that correction")
    hand.press("Give it up")
    assert says(hand, "The correction was given up")
    read_last_plan(hand)
    assert hand.sees("Correct this visit")
