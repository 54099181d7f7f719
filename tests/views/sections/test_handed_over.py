"""Handed over: who may still say that somebody has it."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.consultation.hand_overs import HandOver, Reached, ToldRole
from app.consultation.physical_checks.record import BloodPressure, BpSymptom, PhysicalChecks
from app.models.store import Store
from app.views.open_consultation import OpenConsultation
from app.views.parts.buttons import Button
from app.views.parts.words import Words
from app.views.sections.handed_over import HandedOver
from tests.views.sections.visit_in_hand import NOW, alone, begun, known, on_show
from tests.views.test_no_other_window import Windows


def in_danger(store: Store) -> OpenConsultation:
    visit = begun(store, opening=alone())
    severe = PhysicalChecks(
        blood_pressure=known((BloodPressure(190, 125),)), bp_symptoms=known((BpSymptom.CHEST_PAIN,))
    )
    visit.edit("physical_checks", severe)
    return visit


def told(visit: OpenConsultation) -> HandOver:
    [prompt] = [each for each in visit.assessment.prompts if each.lead.rule.id == "bp-severe-symptoms"]
    return visit.hand_over(
        prompt, reached=Reached.PHONE, at=NOW, said="", to_name="Ann Okafor", to_role=ToldRole.NURSE
    )


@pytest.mark.parametrize("noted", [False, True])
def test_after_it_did_not_reach_them_nobody_else_can_say_that_they_have_it(
    store: Store, dressed: QApplication, qtbot: Any, noted: bool
) -> None:
    visit = in_danger(store)
    handed = told(visit)
    if noted:
        visit.acknowledge(handed, "Rings the ward", NOW)
    card = on_show(qtbot, HandedOver(visit), 600, 400)
    card.show_record()
    assert bool(_asks(card)) is not noted
    visit.say_it_never_reached(handed)
    card.show_record()
    assert _asks(card) == []
    said = [words.said() for words in card.findChildren(Words) if words.isVisibleTo(card)]
    assert any("it did not reach me" in words for words in said)
    assert "Not acknowledged yet." not in said


def test_what_is_typed_stays_where_it_is_when_another_hand_over_is_kept(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    visit = in_danger(store)
    first = told(visit)
    card = on_show(qtbot, HandedOver(visit), 600, 400)
    card.show_record()
    card._buttons[first].click()
    card._panels[first.id].will_do.line.setText("Rings the ward")
    windows = Windows()
    dressed.installEventFilter(windows)
    told(visit)
    card.show_record()
    qtbot.wait(1)
    dressed.removeEventFilter(windows)
    assert windows.shown == []
    panel = card._panels[first.id]
    assert panel.isVisible()
    assert panel.will_do.line.text() == "Rings the ward"


def _asks(card: HandedOver) -> list[str]:
    """What the reader may still press about it."""
    buttons = (button for button in card.findChildren(Button) if button.isVisibleTo(card))
    return [button.accessibleName() for button in buttons]
