"""Handed over: who may still say that somebody has it."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.consultation.hand_overs import Reached, ToldRole
from app.consultation.physical_checks.record import BloodPressure, BpSymptom, PhysicalChecks
from app.models.store import Store
from app.views.parts.buttons import Button
from app.views.parts.words import Words
from app.views.sections.handed_over import HandedOver
from tests.views.sections.visit_in_hand import NOW, alone, begun, known, on_show


@pytest.mark.parametrize("noted", [False, True])
def test_after_it_did_not_reach_them_nobody_else_can_say_that_they_have_it(
    store: Store, dressed: QApplication, qtbot: Any, noted: bool
) -> None:
    visit = begun(store, opening=alone())
    severe = PhysicalChecks(
        blood_pressure=known((BloodPressure(190, 125),)), bp_symptoms=known((BpSymptom.CHEST_PAIN,))
    )
    visit.edit("physical_checks", severe)
    told = visit.hand_over(
        visit.assessment.open_prompts[0],
        reached=Reached.PHONE,
        at=NOW,
        said="",
        to_name="Ann Okafor",
        to_role=ToldRole.NURSE,
    )
    if noted:
        visit.acknowledge(told, "Rings the ward", NOW)
    card = on_show(qtbot, HandedOver(visit), 600, 400)
    card.show_record()
    assert bool(_asks(card)) is not noted
    visit.say_it_never_reached(told)
    card.show_record()
    assert _asks(card) == []
    said = [words.said() for words in card.findChildren(Words) if words.isVisibleTo(card)]
    assert any("it did not reach me" in words for words in said)
    assert "Not acknowledged yet." not in said


def _asks(card: HandedOver) -> list[str]:
    """What the reader may still press about it."""
    buttons = (button for button in card.findChildren(Button) if button.isVisibleTo(card))
    return [button.accessibleName() for button in buttons]
