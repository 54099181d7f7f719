"""The one who is feared may sit beside the person, or read the paper at home: safety is not named there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from app.consultation.dialog.record import ITEMS
from app.views.sections.care_plan.preview import Preview
from demo.hand import Hand
from tests.journeys.laptop import Laptop
from tests.journeys.steps import begin_visit, consultation, plan_pages, says
from tests.reports.reading import seen

TITLE, NOT_TOLD = "Does not feel safe", "Time alone with the person"
THEIR_WORDS = "my brother hits me at night"
SAFETY_TICK, EFFECTS_TICK = "Print personal safety too", "Print the private side effects too"


def rate(hand: Hand, **said: tuple[int, str]) -> None:
    """On the staff's list: a rating, and whether more help is wanted."""
    hand.go_to("How life is going")
    for item in ITEMS:
        if item.key in said:
            rating, more_help = said[item.key]
            row = hand.find(QAbstractButton, item.title)
            if row.accessibleName().endswith("Open"):
                hand.click(row)
            hand.press(f"{rating}, ")
            hand.choose(f"Do you need more help in this area? {item.title}", more_help)


def somebody_is_here(hand: Hand, who: str) -> None:
    hand.go_to("Opening")
    hand.choose("Who else is present?", who)


def named(hand: Hand) -> list[str]:
    """What in sight says the area of life, its rating or the person's words about it."""
    sought = ("safety", "feel safe", "brother", "hits me")
    return [words for words in hand.reads() if any(part in words.lower() for part in sought)]


def in_sight(preview: Preview) -> str:
    """The words on the pages in the preview."""
    return " ".join(seen(preview._pdf)) if preview.page.has_page else ""


@pytest.fixture
def afraid(laptop: Laptop) -> Hand:
    """A visit in which Nora, alone with the nurse, said that she is not safe and wants help."""
    hand = laptop.sign_in()
    begin_visit(hand)
    rate(hand, leisure=(6, "No"), personal_safety=(1, "Yes"))
    hand.write("Personal safety: in their words", THEIR_WORDS)
    return hand


def test_alone_with_the_nurse_the_reasons_name_it(afraid: Hand) -> None:
    afraid.go_to("What we found")
    afraid.press(f"Open why: {TITLE}")
    assert "Personal safety rated 1 to 3" in named(afraid)


def test_while_a_carer_is_there_the_prompt_stands_and_hints_at_nothing(afraid: Hand) -> None:
    somebody_is_here(afraid, "A carer or family")
    for section in ("Physical checks", "What we found"):
        afraid.go_to(section)
        assert says(afraid, NOT_TOLD)
        afraid.press(f"Open why: {NOT_TOLD}")
        assert named(afraid) == []


def test_while_a_carer_is_there_what_was_typed_at_the_decision_is_not_shown(afraid: Hand) -> None:
    afraid.go_to("What we found")
    afraid.press(f"Not now: {TITLE}")
    afraid.choose("What was decided", "Later")
    afraid.write("Why", "her brother drove her here")
    afraid.press("Keep this decision")
    assert any("brother" in words for words in named(afraid))
    somebody_is_here(afraid, "A carer or family")
    afraid.go_to("What we found")
    assert says(afraid, NOT_TOLD)
    assert says(afraid, "Decided")
    assert named(afraid) == []


def test_while_a_carer_is_there_an_action_does_not_name_the_prompt_it_came_of(afraid: Hand) -> None:
    afraid.go_to("What we found")
    afraid.press(f"Add to plan: {TITLE}")
    afraid.go_to("Care plan")
    afraid.press("Action 1: ")
    assert f"From the prompt: {TITLE}" in named(afraid)
    somebody_is_here(afraid, "A carer or family")
    afraid.go_to("Care plan")
    assert named(afraid) == []


def test_while_a_carer_is_there_then_and_now_neither_names_it_nor_counts_it(afraid: Hand) -> None:
    afraid.go_to("How life is going")
    afraid.press("Then and now")
    afraid.press("Choose: Personal safety")
    assert says(afraid, "personal safety")
    somebody_is_here(afraid, "A carer or family")
    afraid.go_to("How life is going")
    assert not says(afraid, "chosen by Nora"), "what was open while alone is closed"
    afraid.press("Then and now")
    assert named(afraid) == []
    assert says(afraid, "1 of 3 chosen by Nora: one that waits until Nora is alone")


def is_asked_next(hand: Hand) -> bool:
    asked = consultation(hand).assessment.ask_next
    return any(question.fact.asked_in == "dialog.personal_safety" for question in asked)


def test_what_could_not_be_told_what_to_ask_next_and_what_no_longer_applies_leave_it_out(
    laptop: Laptop,
) -> None:
    hand = laptop.sign_in()
    begin_visit(hand)
    assert is_asked_next(hand), "while alone"
    somebody_is_here(hand, "Another professional")
    hand.go_to("What we found")
    assert named(hand) == []
    assert not is_asked_next(hand)

    somebody_is_here(hand, "Nobody else")
    rate(hand, personal_safety=(1, "Yes"))
    rate(hand, personal_safety=(6, "No"))
    hand.go_to("What we found")
    assert says(hand, f"No longer applies: {TITLE}.")
    somebody_is_here(hand, "A carer or family")
    hand.go_to("What we found")
    assert not says(hand, "No longer applies")
    assert named(hand) == []


def test_the_paper_names_it_only_where_that_was_ticked_for_this_sheet(afraid: Hand) -> None:
    afraid.go_to("Care plan")
    assert not any("afety" in page or "brother" in page for page in plan_pages(afraid))
    afraid.press(SAFETY_TICK)
    whole = " ".join(plan_pages(afraid))
    assert "Personal safety" in whole
    assert THEIR_WORDS in whole
    assert not afraid.sees(EFFECTS_TICK), "nothing else private was said"

    preview = afraid.window.desk.visit.screen_in_sight.preview
    afraid.wait_for(lambda: "afety" in in_sight(preview), "the page with it")
    afraid.press(SAFETY_TICK)
    afraid.wait_for(lambda: "afety" not in in_sight(preview), "the page without it")
    afraid.press(SAFETY_TICK)

    afraid.go_to("Medicines")
    assert not any("afety" in page or "brother" in page for page in plan_pages(afraid))
    afraid.go_to("Care plan")
    assert not afraid.is_on(SAFETY_TICK), "it is asked anew"

    somebody_is_here(afraid, "A carer or family")
    afraid.go_to("Care plan")
    assert not afraid.sees(SAFETY_TICK)
    assert not any("afety" in page or "brother" in page for page in plan_pages(afraid))
    assert named(afraid) == []


def test_a_choice_of_it_a_change_of_it_and_the_mean_do_not_give_it_away_on_paper(afraid: Hand) -> None:
    rest = [item.key for item in ITEMS if item.key not in ("leisure", "personal_safety")]
    rate(afraid, **dict.fromkeys(rest, (6, "No")))
    afraid.press("Then and now")
    afraid.press("Choose: Personal safety")
    whole = " ".join(plan_pages(afraid))
    assert "I chose to work on" not in whole
    assert "My life, seven parts: 6.00 out of 7 on average, from 7 of 7 answers." in whole

    afraid.go_to("Finish and sign")
    afraid.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert consultation(afraid).is_over
    assert "afety" not in " ".join(plan_pages(afraid))


def test_a_page_that_showed_it_is_gone_before_anybody_else_sees_the_plan(afraid: Hand) -> None:
    afraid.go_to("Care plan")
    afraid.press(SAFETY_TICK)
    preview = afraid.window.desk.visit.screen_in_sight.preview
    afraid.wait_for(lambda: preview.page.has_page, "the page")
    afraid.press(SAFETY_TICK)
    somebody_is_here(afraid, "A carer or family")
    assert not preview.page.has_page
    afraid.go_to("Care plan")
    afraid.wait_for(lambda: preview.page.has_page, "a page without it")


def test_after_a_sheet_was_made_it_is_asked_anew(
    afraid: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    afraid.go_to("Care plan")
    afraid.press(SAFETY_TICK)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "plan.pdf"), ""))
    afraid.press("Save as PDF")
    assert says(afraid, "The plan was saved.")
    assert not afraid.is_on(SAFETY_TICK)
    assert not any("afety" in page for page in plan_pages(afraid))
