"""What we found: deciding a prompt never takes the page away from under the reader."""

from dataclasses import replace

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.consultation.answers import NOT_ASKED, YesNo
from app.consultation.care_plan import Action, CarePlan, Outcome, Owner
from app.consultation.decisions import Choice
from app.consultation.last_done import LastDone
from app.consultation.medicines import SECTION as MEDICINES
from app.consultation.opening.record import Opening, PromiseOutcome
from app.consultation.owed import is_met
from app.consultation.person import EthnicBackground
from app.consultation.physical_checks import SECTION as CHECKS
from app.consultation.physical_checks.record import (
    BloodPressure,
    BpSymptom,
    PhysicalChecks,
    Smoking,
)
from app.consultation.taking_up import promises_of
from app.models.store import Store
from app.rules.rulebook import Level
from app.views.open_consultation import OpenConsultation
from app.views.parts.focus_ring import FocusRing
from app.views.parts.prompt_card import PromptCard
from app.views.parts.stepper import Progress
from app.views.parts.words import Words
from app.views.sections import pages
from app.views.sections.deciding import NOTHING_TYPED, Deciding
from app.views.sections.promise_words import promised_words
from app.views.sections.what_we_found import MOST_UNTOLD, WhatWeFound
from tests.views.sections import stories
from tests.views.sections.nora import CLOZAPINE, Window, decimal, in_sight, visit_with

MARGIN_PX = 12


@pytest.fixture
def consultation(store: Store, dressed: QApplication) -> OpenConsultation:
    found = visit_with(store)
    checks = msgspec.structs.replace(
        stories.FULL,
        has_hypertension=stories.known(YesNo.NO),
        metabolic_review=stories.known(LastDone()),
        ethnic_background=stories.known(EthnicBackground.WHITE),
        hba1c=stories.known(decimal("50")),
        has_diabetes=stories.known(YesNo.NO),
        glucose_symptoms=stories.known(()),
        end_of_life_care=stories.known(YesNo.NO),
    )
    found.edit(CHECKS.key, checks)
    medicines = found.draft.record(MEDICINES)
    found.edit(MEDICINES.key, msgspec.structs.replace(medicines, rows=(CLOZAPINE,)))
    assert len(found.assessment.open_prompts) > 2, "there is something to decide"
    return found


@pytest.fixture
def window(consultation: OpenConsultation, qtbot: QtBot) -> Window:
    window = Window(WhatWeFound(consultation), 1100, 420)
    window.ring = FocusRing(window)
    qtbot.addWidget(window)
    in_sight(window, qtbot)
    QTest.qWait(20)
    return window


def cards(window: Window) -> list[PromptCard]:
    return window.screen.findChildren(PromptCard)


def scroll_to(window: Window, widget: QWidget) -> int:
    """Bring a card to the top of what is seen; gives where the page stands then."""
    bar = window.scroll.verticalScrollBar()
    bar.setValue(widget.mapTo(window.scroll.widget(), QPoint(0, 0)).y() - MARGIN_PX)
    QTest.qWait(0)
    assert bar.value() > 0
    return bar.value()


def press(card: PromptCard, words: str) -> None:
    [button] = [b for b in card.findChildren(QPushButton) if b.accessibleName().startswith(words)]
    button.setFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.qWait(50)


def is_wholly_seen(window: Window, widget: QWidget) -> bool:
    view = window.scroll.viewport()
    top = widget.mapTo(view, QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= view.height()


def test_the_page_stands_still_when_a_prompt_is_added_to_the_plan(window: Window) -> None:
    card = cards(window)[1]
    stood = scroll_to(window, card)
    press(card, "Add to plan")
    assert window.scroll.verticalScrollBar().value() == stood


def test_the_panel_that_asks_why_not_now_is_in_sight(window: Window) -> None:
    card = cards(window)[-1]
    scroll_to(window, card)
    press(card, "Not now")
    panel = window.screen.findChild(Deciding)
    assert is_wholly_seen(window, panel)
    panel.which.segment("DECLINED").click()
    QTest.qWait(50)
    assert is_wholly_seen(window, panel), "also once it asks for more"


def test_giving_up_a_decision_leaves_the_page_where_it_was(window: Window) -> None:
    card = cards(window)[1]
    scroll_to(window, card)
    press(card, "Not now")
    stood = window.scroll.verticalScrollBar().value()
    QTest.mouseClick(window.screen.findChild(Deciding).give_up, Qt.MouseButton.LeftButton)
    QTest.qWait(50)
    assert window.scroll.verticalScrollBar().value() == stood


def topics(window: Window) -> list[str]:
    """Cards and panels are made anew at every decision: these stay."""
    return [card.objectName().removeprefix("prompt-") for card in cards(window)]


def press_at(window: Window, topic: str, words: str) -> None:
    press(window.screen.findChild(PromptCard, f"prompt-{topic}"), words)


def panel_of(window: Window, topic: str) -> Deciding:
    return window.screen.findChild(Deciding, f"deciding-{topic}")


def type_a_reason(window: Window, topic: str) -> None:
    press_at(window, topic, "Not now")
    panel = panel_of(window, topic)
    panel.which.segment("NOT_RELEVANT").click()
    QTest.keyClicks(panel.why.line, "white coat, seen by the GP")


@pytest.mark.parametrize("way", ["Add to plan", "Not now", "Already done"])
def test_a_reason_that_is_being_typed_outlasts_what_is_done_about_another_prompt(
    window: Window, way: str
) -> None:
    first, second = topics(window)[:2]
    type_a_reason(window, first)
    press_at(window, second, way)
    panel = panel_of(window, first)
    assert (panel.which.value(), panel.why.line.text()) == ("NOT_RELEVANT", "white coat, seen by the GP")
    assert panel.isVisible()
    assert panel.why.isVisible()
    panel.keep.click()
    [decision] = [d for d in window.screen.consultation.draft.decisions if d.why]
    assert (decision.topic, decision.why) == (first, "white coat, seen by the GP")
    assert panel_of(window, first) is None


def test_a_decision_that_was_not_kept_is_said_with_the_prompt_it_is_about(window: Window) -> None:
    prompt, *_ = window.screen.consultation.assessment.open_prompts
    press_at(window, prompt.topic, "Not now")
    assert window.screen.not_kept() == [], "nothing was chosen or typed yet"
    type_a_reason(window, prompt.topic)
    assert window.screen.not_kept() == [f"{prompt.title}: the decision is not kept yet."]
    panel_of(window, prompt.topic).keep.click()
    assert window.screen.not_kept() == []


def test_a_panel_with_nothing_in_it_makes_room_for_another(window: Window) -> None:
    first, second = topics(window)[:2]
    press_at(window, first, "Not now")
    press_at(window, second, "Not now")
    assert panel_of(window, first) is None
    assert panel_of(window, second).isVisible()


def test_a_decision_that_is_given_up_leaves_nothing_behind(window: Window) -> None:
    first, *_ = topics(window)
    type_a_reason(window, first)
    panel_of(window, first).give_up.click()
    assert window.screen.not_kept() == []
    press_at(window, first, "Not now")
    assert panel_of(window, first).typed() == NOTHING_TYPED


def test_the_keyboard_goes_on_to_the_next_prompt_where_enter_decides_nothing(window: Window) -> None:
    first, second = cards(window)[:2]
    title = second.accessibleName().split(": ", 1)[1].split(". ")[0]
    press(first, "Add to plan")
    assert QApplication.focusWidget().accessibleName().startswith(f"Open why: {title}")


def button(window: Window, name: str) -> QPushButton:
    [found] = [b for b in window.screen.findChildren(QPushButton) if b.accessibleName() == name]
    return found


def undo_what_was_taken_up(window: Window, consultation: OpenConsultation) -> tuple[str, CarePlan]:
    """Take up a prompt, reword what came of it, and undo; gives its title and the plan before."""
    prompt = next(p for p in consultation.assessment.open_prompts if len(p.outcomes) == 1)
    [action] = consultation.take_up(prompt)
    own = Action(id="own", what="walk", owner=Owner.PERSON)
    reworded = msgspec.structs.replace(action, what="I will ring Sam myself, he knows me")
    consultation.plan(consultation.draft.plan.with_action(reworded).with_action(own))
    before = consultation.draft.plan
    button(window, f"Undo: {prompt.title}").click()
    assert [a.id for a in consultation.draft.plan.actions] == ["own"]
    assert prompt.topic not in [p.topic for p in consultation.assessment.decided_prompts]
    return prompt.title, before


def test_an_undone_prompt_says_what_went_off_the_plan_and_brings_it_back_as_it_was(
    window: Window, consultation: OpenConsultation
) -> None:
    title, before = undo_what_was_taken_up(window, consultation)
    said = [words.said() for words in window.screen.findChildren(Words)]
    assert "Taken off the plan: I will ring Sam myself, he knows me." in said
    consultation.plan(msgspec.structs.replace(consultation.draft.plan, going_well="Swimming"))
    button(window, f"Bring back: {title}").click()
    assert consultation.draft.plan == msgspec.structs.replace(before, going_well="Swimming")
    assert title in [prompt.title for prompt in consultation.assessment.decided_prompts]
    assert not [b for b in window.screen.findChildren(QPushButton) if "Bring back" in b.accessibleName()]


def test_what_is_promised_on_a_topic_is_seen_before_a_second_promise_is_added(
    window: Window, consultation: OpenConsultation
) -> None:
    prompt = next(p for p in consultation.assessment.open_prompts if p.level < Level.NOW)
    own = Action(id="own", what="ring Sam", owner=Owner.PERSON, topic=prompt.topic)
    consultation.plan(consultation.draft.plan.with_action(own))
    said = [words.said() for words in window.screen.findChildren(Words)]
    assert [words for words in said if words.startswith("Promised already: ring Sam (Nora, no date).")]


def test_what_was_undone_is_brought_back_though_its_prompt_is_held_back(
    store: Store, dressed: QApplication, qtbot: QtBot
) -> None:
    consultation = visit_with(store)
    smokes = stories.known(Smoking.CURRENT)
    consultation.edit(CHECKS.key, PhysicalChecks(smoking=smokes, has_hypertension=stories.known(YesNo.NO)))
    window = Window(WhatWeFound(consultation), 1100, 420)
    qtbot.addWidget(window)
    smoking = next(p for p in consultation.assessment.open_prompts if p.topic == "smoking")
    [action] = consultation.take_up(smoking)
    checks = consultation.draft.record(CHECKS)
    severe = stories.known((BloodPressure(190, 125),))
    signs = stories.known((BpSymptom.CHEST_PAIN,))
    consultation.edit(CHECKS.key, msgspec.structs.replace(checks, blood_pressure=severe, bp_symptoms=signs))
    button(window, f"Undo: {smoking.title}").click()
    assert [prompt.topic for prompt in consultation.assessment.held_back] == ["smoking"]
    button(window, f"Bring back: {smoking.title}").click()
    assert consultation.draft.plan.actions == (action,)
    assert button(window, f"Undo: {smoking.title}")


def test_what_was_undone_is_not_brought_back_over_another_decision(
    window: Window, consultation: OpenConsultation
) -> None:
    title, _ = undo_what_was_taken_up(window, consultation)
    [prompt] = [p for p in consultation.assessment.open_prompts if p.title == title]
    consultation.decide(prompt, Choice.LATER, why="after the holidays")
    button(window, f"Undo: {title}").click()
    said = " ".join(words.said() for words in window.screen.findChildren(Words))
    assert "Undone: Later. after the holidays." in said
    button(window, f"Bring back: {title}").click()
    assert [decision.choice for decision in consultation.draft.decisions] == [Choice.LATER]


def test_coming_to_the_screen_anew_begins_at_the_top(consultation: OpenConsultation, qtbot: QtBot) -> None:
    window, elsewhere = Window(WhatWeFound(consultation), 1100, 420), QWidget()
    rooms = QStackedWidget()
    rooms.addWidget(window)
    rooms.addWidget(elsewhere)
    rooms.resize(1100, 420)
    qtbot.addWidget(rooms)
    in_sight(rooms, qtbot)
    QTest.qWait(20)
    scroll_to(window, cards(window)[-1])
    rooms.setCurrentWidget(elsewhere)
    QTest.qWait(0)
    rooms.setCurrentWidget(window)
    QTest.qWait(20)
    assert window.scroll.verticalScrollBar().value() == 0
    assert window.screen.first_stop() is cards(window)[0].why_button


def test_all_is_not_called_decided_while_something_that_must_be_seen_cannot_be_told(
    consultation: OpenConsultation,
) -> None:
    checks = consultation.draft.record(CHECKS)
    unasked = msgspec.structs.replace(checks, metabolic_review=NOT_ASKED, smoking_change=NOT_ASKED)
    consultation.edit(CHECKS.key, unasked)
    for prompt in consultation.assessment.open_prompts:
        consultation.decide(prompt, Choice.LATER, why="next time")
    count = len(consultation.assessment.warnings)
    assert count
    assert not consultation.assessment.open_prompts
    assert pages.state_of(pages.WHAT_WE_FOUND, consultation) == (f"{count} cannot tell", Progress.BEGUN)


def test_what_cannot_be_told_stands_under_its_own_heading_and_never_among_the_decided(
    consultation: OpenConsultation, qtbot: QtBot
) -> None:
    checks = consultation.draft.record(CHECKS)
    unasked = msgspec.structs.replace(checks, metabolic_review=NOT_ASKED, smoking_change=NOT_ASKED)
    consultation.edit(CHECKS.key, unasked)
    assert consultation.assessment.warnings, "something cannot be told that must be seen"
    consultation.take_up(next(p for p in consultation.assessment.open_prompts if p.level < Level.NOW))
    window = Window(WhatWeFound(consultation), 1100, 800)
    qtbot.addWidget(window)
    in_sight(window, qtbot)
    said = [words.said() for words in window.findChildren(Words) if words.isVisible()]
    downwards = sorted(
        (words.mapTo(window, QPoint(0, 0)).y(), words.said())
        for words in window.findChildren(Words)
        if words.isVisible() and words.mapTo(window, QPoint(0, 0)).x() < window.width() // 2
    )
    order = [words for _y, words in downwards]
    titles = {outcome.rule.title for outcome in consultation.assessment.warnings}
    cannot = [at for at, words in enumerate(order) if words in titles]
    assert [words for words in said if "Cannot tell yet" in words] == ["Cannot tell yet"], "said once"
    assert order.index("Cannot tell yet") < cannot[0] <= cannot[-1] < order.index("Decided")


def test_all_that_cannot_be_told_can_be_read(window: Window) -> None:
    untold = window.screen.consultation.assessment.cannot_tell
    assert len(untold) > MOST_UNTOLD, "there is more than is shown at first"
    last = untold[-1].rule.title
    assert not [w for w in window.findChildren(Words) if w.isVisible() and w.said() == last]
    button = next(b for b in window.findChildren(QPushButton) if "could not be told" in b.accessibleName())
    button.click()
    QApplication.processEvents()
    assert [w for w in window.findChildren(Words) if w.isVisible() and w.said() == last]


def test_what_is_promised_already_in_the_very_words_is_not_promised_a_second_time(
    consultation: OpenConsultation,
) -> None:
    prompt = next(
        p for p in consultation.assessment.open_prompts if p.level < Level.NOW and len(promises_of(p)) == 1
    )
    [words] = promises_of(prompt)
    owed = Action(id="old", what=f"{words}.", owner=Owner.TEAM, topic=prompt.topic)
    consultation.history = replace(consultation.history, promises=(owed,))
    before = consultation.draft.plan.actions
    assert promised_words(prompt, consultation).endswith("and makes no second one.")
    assert consultation.take_up(prompt) == ()
    assert consultation.draft.plan.actions == before
    [decision] = [d for d in consultation.draft.decisions if d.topic == prompt.topic]
    assert decision.promised_before == ("old",)
    assert is_met(consultation.draft, decision), "it is decided, by the promise that stands"
    done = Opening(promises=(PromiseOutcome("old", Outcome.DONE),))
    assert not is_met(consultation.draft.with_record("opening", done), decision)
