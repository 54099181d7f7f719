"""Deciding a prompt: what must be said with the decision, and what is no answer."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.consultation.answers import YesNo
from app.consultation.decisions import Choice
from app.consultation.physical_checks.record import BloodPressure, BpSymptom, PhysicalChecks, Smoking
from app.consultation.prompt import Prompt
from app.models import consultations
from app.models.histories import record_of
from app.models.store import Store
from app.rules.rulebook import Level
from app.views.open_consultation import OpenConsultation
from app.views.sections.deciding import Deciding
from app.views.session import Session
from tests.views.sections.visit_in_hand import NOW, TODAY, alone, begun, known, nora, on_show

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def visit(store: Store, dressed: QApplication) -> OpenConsultation:
    """A very high pressure with a warning sign: something must be done now."""
    visit = begun(store, opening=alone())
    severe = PhysicalChecks(
        blood_pressure=known((BloodPressure(190, 125),)), bp_symptoms=known((BpSymptom.CHEST_PAIN,))
    )
    visit.edit("physical_checks", severe)
    return visit


def carried_on(visit: OpenConsultation, now: datetime) -> OpenConsultation:
    """The same visit, taken up again at another time."""
    store = visit.session.store
    draft = consultations.resume(store, visit.draft.id, now)
    person, history = record_of(store, draft.person_id, now, visit_in_hand=draft.id)
    return OpenConsultation(Session(store, visit.session.rulebook, lambda: now), person, history, draft)


def first_prompt(visit: OpenConsultation) -> Prompt:
    return visit.assessment.open_prompts[0]


def say_it_was_done(qtbot: Any, visit: OpenConsultation, day: date) -> Deciding:
    deciding = on_show(qtbot, Deciding(first_prompt(visit), visit), 600, 400)
    deciding.begin(Choice.DONE_ALREADY)
    deciding.done_by.line.setText("Ann Okafor")
    deciding.done_on.line.setText(f"{day:%d/%m/%Y}")
    deciding.done_at.not_known.click()
    deciding.keep.click()
    return deciding


def test_neither_the_day_nor_the_time_is_there_before_it_is_said_and_a_time_takes_back_not_known(
    visit: OpenConsultation, qtbot: Any
) -> None:
    deciding = on_show(qtbot, Deciding(first_prompt(visit), visit), 600, 400)
    deciding.begin(Choice.DONE_ALREADY)
    assert (deciding.done_on.day(), deciding.done_at.value()) == (None, None)
    assert deciding.done_at.value() is None
    assert not deciding.done_at.not_known.isChecked()
    deciding.done_at.not_known.click()
    deciding.done_at.just_now.click()
    assert (deciding.done_at.value(), deciding.done_at.not_known.isChecked()) == (time(10, 34), False)


@pytest.mark.parametrize("day", [date(1979, 3, 14), YESTERDAY])
def test_what_must_be_done_now_cannot_have_been_done_before_the_visit(
    visit: OpenConsultation, qtbot: Any, day: date
) -> None:
    assert first_prompt(visit).level is Level.NOW
    deciding = say_it_was_done(qtbot, visit, day)
    assert visit.draft.decisions == ()
    assert any(end.blocks for end in visit.loose_ends())
    assert "is not kept: it is before 24-Nov-2026." in deciding.done_on.note.sentence.said()
    assert deciding.done_on.note.isVisible()


@pytest.mark.parametrize("day", [TODAY, TODAY + timedelta(days=1)])
def test_what_must_be_done_now_may_be_done_on_each_day_of_the_visit(
    visit: OpenConsultation, qtbot: Any, day: date
) -> None:
    tomorrow = carried_on(visit, NOW + timedelta(days=1))
    say_it_was_done(qtbot, tomorrow, day)
    [decision] = tomorrow.draft.decisions
    assert (decision.choice, decision.done_on) == (Choice.DONE_ALREADY, day)
    assert not any("Very high blood pressure" in end.words for end in tomorrow.loose_ends())


@pytest.mark.parametrize(("day", "is_kept"), [(date(1979, 3, 13), False), (YESTERDAY, True)])
def test_anything_else_may_have_been_done_since_the_person_was_born(
    store: Store, dressed: QApplication, qtbot: Any, day: date, is_kept: bool
) -> None:
    visit = begun(store, opening=alone())
    visit.edit(
        "physical_checks", PhysicalChecks(smoking=known(Smoking.CURRENT), has_diabetes=known(YesNo.NO))
    )
    assert nora().birth_date == date(1979, 3, 14)
    assert first_prompt(visit).level < Level.NOW
    say_it_was_done(qtbot, visit, day)
    assert [decision.done_on for decision in visit.draft.decisions] == [day] * is_kept
