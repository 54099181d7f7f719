"""Private questions wait, and what is for staff alone is opened on purpose: on the sheet and beside it."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.consultation.answers import Unknown, WhyNot, YesNo
from app.consultation.not_decided import TOLD_ALONE
from app.consultation.opening.record import Company
from app.consultation.physical_checks.habits import Drug, StimulantSign
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.questions import questions
from app.consultation.wellbeing_and_safety.record import DangerSign, HomeDanger, Mood, WellbeingAndSafety
from app.models.store import Store
from app.views.consultation import ConsultationScreen
from app.views.open_consultation import OpenConsultation
from app.views.section_form import SectionForm
from tests.views.sections.visit_in_hand import alone, begun, known, on_show, saved_draft

SECTION = "wellbeing_and_safety"
PRIVATE = {name for name, question in questions(WellbeingAndSafety).items() if question.is_private}
THOUGHTS = WellbeingAndSafety(
    mood=known(Mood.LOW), not_wanting_to_live=known(YesNo.YES), danger_signs=known((DangerSign.PLAN,))
)
TELLING = ("ending", "not wanting", "worth living", "hurt", "harm", "crisis team", "a plan,")


@pytest.fixture
def consultation(store: Store, qapp: object) -> OpenConsultation:
    return begun(store, opening=alone())


@pytest.fixture
def frame(consultation: OpenConsultation, qtbot: QtBot) -> ConsultationScreen:
    frame = on_show(qtbot, ConsultationScreen(consultation), 1366, 768)
    frame.go_to(SECTION)
    return frame


def form(frame: ConsultationScreen) -> SectionForm:
    return frame.screen_in_sight.form


def rows_in_sight(frame: ConsultationScreen) -> set[str]:
    return {row.plan.fields[0] for row in form(frame).rows if not row.isHidden()}


def comes(consultation: OpenConsultation, company: Company) -> None:
    consultation.answer("opening", "company", known(company))


def words_in_sight(window: QWidget) -> str:
    """All that can be read or heard, in small letters."""
    said = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    parts = (*window.findChildren(QAbstractButton), *window.findChildren(QLabel))
    said += [part.accessibleName() for part in parts if part.isVisible()]
    return " ".join(said).lower()


def test_alone_the_private_questions_stand_on_the_sheet(frame: ConsultationScreen) -> None:
    assert {"not_wanting_to_live", "self_harm"} <= rows_in_sight(frame)
    assert form(frame).waits.isHidden()


@pytest.mark.parametrize("company", [Company.WITH_CARER, Company.WITH_STAFF, Company.WITH_OTHERS])
def test_while_somebody_else_is_there_they_wait_and_the_sheet_says_how_many(
    frame: ConsultationScreen, consultation: OpenConsultation, company: Company
) -> None:
    comes(consultation, company)
    assert not rows_in_sight(frame) & PRIVATE
    assert form(frame).waits.said() == "2 private questions wait until nobody else is present."
    comes(consultation, Company.ALONE)
    assert {"not_wanting_to_live", "self_harm"} <= rows_in_sight(frame)


def test_one_that_is_in_hand_goes_when_somebody_comes_in(
    frame: ConsultationScreen, consultation: OpenConsultation
) -> None:
    frame.screen_in_sight.open_question("not_wanting_to_live")
    comes(consultation, Company.WITH_CARER)
    assert not form(frame).row_of("not_wanting_to_live").isVisible()
    frame.screen_in_sight.open_question("not_wanting_to_live")
    assert not form(frame).row_of("not_wanting_to_live").isVisible(), "no way leads there"


def test_with_somebody_there_nothing_on_the_screen_tells_what_was_told_alone(
    frame: ConsultationScreen, consultation: OpenConsultation
) -> None:
    consultation.edit(SECTION, THOUGHTS)
    assert "thoughts of ending life" in words_in_sight(frame)
    comes(consultation, Company.WITH_CARER)
    for section in (SECTION, "medicines", "what_we_found", "care_plan", "finish"):
        frame.go_to(section)
        seen = words_in_sight(frame)
        assert TOLD_ALONE.lower() in seen or section == "care_plan"
        assert not [word for word in TELLING if word in seen], section


def test_how_many_wait_does_not_depend_on_what_was_told_alone(
    frame: ConsultationScreen, consultation: OpenConsultation
) -> None:
    comes(consultation, Company.WITH_CARER)
    before = form(frame).waits.said()
    consultation.edit(SECTION, WellbeingAndSafety(not_wanting_to_live=known(YesNo.YES)))
    assert form(frame).waits.said() == before


def test_rather_not_say_is_an_answer_of_every_private_question(
    frame: ConsultationScreen, consultation: OpenConsultation
) -> None:
    consultation.edit(SECTION, THOUGHTS)
    hang_on_it = rows_in_sight(frame) & PRIVATE - {"not_wanting_to_live"}
    for field in (*sorted(hang_on_it), "not_wanting_to_live"):
        frame.screen_in_sight.open_question(field)
        body = form(frame).row_of(field).body
        assert body is not None
        reason = body.members[0].reason
        assert reason is not None
        assert reason.value() is None, "nothing is chosen beforehand"
        reason.segment("RATHER_NOT_SAY").click()
        kept = getattr(saved_draft(consultation).records[SECTION], field)
        assert kept == Unknown(WhyNot.RATHER_NOT_SAY)


def test_what_is_for_staff_alone_says_nothing_while_it_is_closed(
    frame: ConsultationScreen, consultation: OpenConsultation
) -> None:
    consultation.answer(SECTION, "home_dangers", known((HomeDanger.WEAPONS,)))
    assert "weapons" not in words_in_sight(frame)
    assert "noted" in words_in_sight(frame)
    frame.screen_in_sight.open_question("home_dangers")
    assert "weapons" in words_in_sight(frame)


def test_what_is_for_staff_alone_never_opens_by_itself_and_closes_out_of_sight(
    frame: ConsultationScreen, consultation: OpenConsultation
) -> None:
    answered = {name: known(YesNo.NO) for name in ("eats_little", "not_wanting_to_live")}
    consultation.edit(SECTION, WellbeingAndSafety(**answered))
    row = form(frame).row_of("self_harm")
    form(frame).take_in_hand(row)
    row.finished.emit()
    assert form(frame).in_hand() is None
    frame.screen_in_sight.open_question("home_dangers")
    assert form(frame).row_of("home_dangers").is_open
    frame.go_to("medicines")
    frame.go_to(SECTION)
    assert not form(frame).row_of("home_dangers").is_open


def test_drugs_told_alone_are_in_no_word_on_the_screen_when_a_carer_comes_in(
    store: Store, qtbot: QtBot
) -> None:
    said = PhysicalChecks(drugs=known((Drug.STIMULANTS,)), stimulant_signs=known((StimulantSign.CHEST_PAIN,)))
    consultation = begun(store, opening=alone(), physical_checks=said)
    frame = on_show(qtbot, ConsultationScreen(consultation), 1366, 768)
    frame.go_to("physical_checks")
    assert "cocaine" in words_in_sight(frame)
    comes(consultation, Company.WITH_CARER)
    assert "drugs" not in rows_in_sight(frame)
    assert not [word for word in ("cocaine", "drugs", "stimulant") if word in words_in_sight(frame)]
    assert any(prompt.interrupts for prompt in consultation.assessment.open_prompts)
