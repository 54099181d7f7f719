"""The prompts beside a section: what they say when none is open."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.consultation.answers import YesNo
from app.consultation.decisions import Choice
from app.consultation.physical_checks.record import PhysicalChecks, Smoking
from app.models.store import Store
from app.views.open_consultation import OpenConsultation
from app.views.parts.words import Words
from app.views.prompts_panel import PromptsPanel
from tests.views.sections.visit_in_hand import alone, begun, known, on_show

NONE_YET = "None so far. No prompt does not mean that nothing is wrong."
ALL_DECIDED = "All decided. There may be more than the rules can see."


@pytest.fixture
def visit(store: Store, dressed: QApplication) -> OpenConsultation:
    return begun(store, opening=alone())


@pytest.fixture
def panel(visit: OpenConsultation, qtbot: Any) -> PromptsPanel:
    panel = PromptsPanel(visit.session.role)
    visit.changed.connect(lambda: panel.show_assessment(visit.assessment))
    panel.show_assessment(visit.assessment)
    return on_show(qtbot, panel, 312, 700)


def says(panel: PromptsPanel) -> list[str]:
    QApplication.processEvents()  # Qt shows what is new at the next turn of its loop
    return [words.said() for words in panel.findChildren(Words) if words.isVisible()]


def test_before_anything_was_found_none_is_no_clearance(panel: PromptsPanel) -> None:
    assert NONE_YET in says(panel)
    assert ALL_DECIDED not in says(panel)


def test_when_every_prompt_is_decided_it_says_so_until_one_is_open_again(
    panel: PromptsPanel, visit: OpenConsultation
) -> None:
    visit.edit(
        "physical_checks", PhysicalChecks(smoking=known(Smoking.CURRENT), has_diabetes=known(YesNo.NO))
    )
    assert visit.assessment.open_prompts
    assert not {NONE_YET, ALL_DECIDED} & set(says(panel))
    for prompt in visit.assessment.open_prompts:
        visit.decide(prompt, Choice.LATER, why="next time")
    assert ALL_DECIDED in says(panel)
    assert NONE_YET not in says(panel)
    visit.undo(visit.assessment.decided_prompts[0])
    assert ALL_DECIDED not in says(panel)


def test_a_prompt_that_is_taken_back_with_its_answer_leaves_none(
    panel: PromptsPanel, visit: OpenConsultation
) -> None:
    visit.edit("physical_checks", PhysicalChecks(smoking=known(Smoking.CURRENT)))
    for prompt in visit.assessment.open_prompts:
        visit.decide(prompt, Choice.LATER, why="next time")
    visit.edit("physical_checks", PhysicalChecks())
    assert NONE_YET in says(panel)
