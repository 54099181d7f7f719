"""What we found: deciding a prompt never takes the page away from under the reader."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.consultation.answers import YesNo
from app.consultation.last_done import LastDone
from app.consultation.medicines import SECTION as MEDICINES
from app.consultation.person import EthnicBackground
from app.consultation.physical_checks import SECTION as CHECKS
from app.models.store import Store
from app.views.open_consultation import OpenConsultation
from app.views.parts.focus_ring import FocusRing
from app.views.parts.prompt_card import PromptCard
from app.views.sections.deciding import Deciding
from app.views.sections.what_we_found import WhatWeFound
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


def test_the_keyboard_goes_on_to_the_next_prompt_where_enter_decides_nothing(window: Window) -> None:
    first, second = cards(window)[:2]
    title = second.accessibleName().split(": ", 1)[1].split(". ")[0]
    press(first, "Add to plan")
    assert QApplication.focusWidget().accessibleName().startswith(f"Open why: {title}")


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
