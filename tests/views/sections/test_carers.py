"""Carers: who they are, what each may know, and their own view kept apart."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from app.consultation import carers
from app.consultation.answers import Known, Unknown, WhyNot, YesNo
from app.consultation.carers.record import AnyCarer, Assessment, Carer, Carers, Consent, Topic
from app.consultation.opening.record import Company
from app.models.store import Store
from app.views.look.tokens import Theme
from app.views.parts.fit import clipped
from app.views.sections.carers import CarersScreen
from app.views.sections.carers.consent_words import as_last_time, summary, with_consent
from tests.sizes import in_audit
from tests.views.sections.visit_in_hand import (
    alone,
    begun,
    following,
    known,
    on_show,
    orla,
    saved_draft,
    second_visit,
    wear,
)

BRID = Carer(id="0192f000-0000-7000-8000-000000000002", name="Bríd Brennan", relationship="mother")


def with_orla(**changed: Any) -> Carers:
    return Carers(rows=(orla(consents={}, **changed),))


def saved(visit: Any) -> Any:
    return saved_draft(visit).record(carers.SECTION)


@pytest.fixture
def visit(store: Store, dressed: QApplication) -> Any:
    return begun(store, second_visit(), opening=alone(), carers=with_orla())


@pytest.fixture
def screen(visit: Any, qtbot: Any) -> Any:
    return on_show(qtbot, following(CarersScreen, visit))


@pytest.fixture
def empty(store: Store, dressed: QApplication, qtbot: Any) -> Any:
    return on_show(qtbot, following(CarersScreen, begun(store, opening=alone())))


def test_nothing_is_preselected_and_nobody_is_named(empty: Any) -> None:
    assert empty.any_carer.value() is None
    assert empty.list.tiles == {}
    assert not empty.grid.isVisible()
    assert not empty.own_view.isVisible()
    assert not any(button.isChecked() for button in empty.findChildren(QRadioButton) if button.isVisible())


@pytest.mark.parametrize("answer", list(AnyCarer))
def test_whether_there_is_anyone_is_saved_and_shown_again(empty: Any, qtbot: Any, answer: AnyCarer) -> None:
    qtbot.keyClick(empty.any_carer.segment(answer.name), Qt.Key.Key_Space)
    stored = saved(empty.consultation).any_carer
    assert isinstance(stored, Known)
    assert stored.value is answer
    again = on_show(qtbot, CarersScreen(empty.consultation))
    assert again.any_carer.value() == answer.name
    empty.any_carer.segment(answer.name).click()
    assert saved(empty.consultation).any_carer == Unknown()


def test_a_carer_is_kept_as_soon_as_the_name_is_there(empty: Any, qtbot: Any) -> None:
    empty.list.add.click()
    assert empty.focusWidget() is empty.form.name.line
    qtbot.keyClicks(empty.form.name.line, "Orla Brennan")
    qtbot.keyClick(empty.form.name.line, Qt.Key.Key_Return)
    [row] = saved(empty.consultation).rows
    assert row.name == "Orla Brennan"
    assert empty.form.isVisible(), "the form stays open to go on"
    qtbot.keyClicks(empty.form.relationship.line, "sister")
    qtbot.keyClicks(empty.form.phone.line, "07700 900 316")
    empty.form.commit()
    qtbot.keyClick(empty.form.under_18.segment("NO"), Qt.Key.Key_Space)
    [row] = saved(empty.consultation).rows
    assert (row.name, row.relationship, row.phone) == ("Orla Brennan", "sister", "07700 900 316")
    assert row.is_under_18.value is YesNo.NO
    empty.form.close_form.click()
    assert not empty.form.isVisible()
    again = on_show(qtbot, CarersScreen(empty.consultation))
    again.change.click()
    assert again.form.name.value() == "Orla Brennan"
    assert again.form.under_18.value() == "NO"


def test_a_second_carer_is_added_beside_the_first(screen: Any, visit: Any, qtbot: Any) -> None:
    screen.list.add.click()
    assert screen.form.name.value() is None
    qtbot.keyClicks(screen.form.name.line, "Brid")
    screen.form.close_form.click()
    assert [row.name for row in saved(visit).rows] == ["Orla Brennan", "Brid"]
    assert screen.carer.name == "Brid"


def test_a_carer_without_a_name_is_not_kept_and_it_is_said(empty: Any, qtbot: Any) -> None:
    empty.list.add.click()
    qtbot.keyClicks(empty.form.relationship.line, "friend")
    empty.form.close_form.click()
    assert saved(empty.consultation).rows == ()
    assert empty.form.note.isVisible()
    assert empty.form.relationship.line.text() == "friend"


def test_a_name_cannot_be_emptied(screen: Any, visit: Any) -> None:
    screen.change.click()
    screen.form.name.line.clear()
    screen.form.name.commit()
    assert saved(visit).rows[0].name == "Orla Brennan"
    assert screen.form.name.line.text() == "Orla Brennan"


def test_a_carer_is_taken_off_and_brought_back_with_everything(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    full = orla(own_view="She sleeps badly.")
    visit = begun(store, opening=alone(), carers=Carers(rows=(full, BRID)))
    screen = on_show(qtbot, following(CarersScreen, visit))
    screen.change.click()
    screen.form.remove.click()
    assert saved(visit).rows == (BRID,)
    assert screen.undo.isVisible()
    screen.undo.button.click()
    assert saved(visit).rows == (full, BRID)


@pytest.mark.parametrize("consent", list(Consent))
def test_every_topic_takes_every_answer(screen: Any, visit: Any, qtbot: Any, consent: Consent) -> None:
    for number, topic in enumerate(Topic, 1):
        qtbot.keyClick(screen.grid.rows[topic].cells[consent.name], Qt.Key.Key_Space)
        row = saved(visit).rows[0]
        assert row.consents[topic] is consent
        assert len(row.consents) == number
    again = on_show(qtbot, CarersScreen(visit))
    for topic in Topic:
        assert again.grid.rows[topic].cells[consent.name].isChecked()


def test_not_asked_is_no_answer_and_takes_one_back(screen: Any, visit: Any) -> None:
    cells = screen.grid.rows[Topic.CRISIS].cells
    assert cells["NOT_ASKED"].isChecked()
    cells["NO"].click()
    cells["NOT_ASKED"].click()
    assert saved(visit).rows[0].consents == {}
    cells["YES"].click()
    cells["YES"].click()
    assert saved(visit).rows[0].consents == {}
    assert cells["NOT_ASKED"].isChecked()


def test_a_topic_is_one_tab_stop_with_arrows_across_and_down(screen: Any, qtbot: Any) -> None:
    rows = screen.grid.rows
    tabbed = [
        c for row in rows.values() for c in row.cells.values() if c.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(tabbed) == len(Topic)
    start = rows[Topic.DIAGNOSIS].cells["NOT_ASKED"]
    start.setFocus()
    qtbot.keyClick(start, Qt.Key.Key_Left)
    assert screen.focusWidget() is rows[Topic.DIAGNOSIS].cells["NO"]
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Down)
    assert screen.focusWidget() is rows[Topic.MEDICINES].cells["NO"]
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Up)
    assert screen.focusWidget() is rows[Topic.DIAGNOSIS].cells["NO"]
    assert not rows[Topic.DIAGNOSIS].cells["NO"].isChecked(), "looking is not answering"


def test_last_times_answers_are_said_as_last_times_and_are_none_of_today(screen: Any, visit: Any) -> None:
    row = screen.grid.rows[Topic.MEDICINES]
    assert row._last.said() == "Last asked 16-Sep-2026: ask me first"
    assert row.cells["NOT_ASKED"].isChecked()
    assert row.cells["ASK_ME_FIRST"].accessibleDescription() == "This was the answer on 16-Sep-2026"
    assert saved(visit).rows[0].consents == {}
    row.cells["NO"].click()
    assert row._last.said() == "what and when"


def test_same_as_last_time_is_an_act_that_overrules_nothing_said_today(screen: Any, visit: Any) -> None:
    screen.grid.rows[Topic.MEDICINES].cells["NO"].click()
    screen.grid.same.click()
    row = saved(visit).rows[0]
    assert row.consents == {**orla().consents, Topic.MEDICINES: Consent.NO}
    assert not screen.grid.same.isVisible()


def test_same_as_last_time_is_not_offered_where_there_was_no_last_time(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    screen = on_show(qtbot, CarersScreen(begun(store, opening=alone(), carers=with_orla())))
    assert not screen.grid.same.isVisible()


def test_somebody_of_last_time_is_named_again_without_what_was_shared(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    visit = begun(store, second_visit(), opening=alone())
    screen = on_show(qtbot, following(CarersScreen, visit))
    assert visit.draft.record(carers.SECTION).rows == ()
    screen.list.again[orla().id].click()
    [row] = saved(visit).rows
    assert (row.id, row.name, row.consents) == (orla().id, "Orla Brennan", {})
    assert not screen.list.again[orla().id].isVisible()


def test_the_wish_and_the_assessment_are_kept(screen: Any, visit: Any, qtbot: Any) -> None:
    qtbot.keyClicks(screen.when_unwell.line, "the crisis plan, and feed the cat")
    qtbot.keyClick(screen.when_unwell.line, Qt.Key.Key_Return)
    screen.assessment.segment("OFFERED_DECLINED").click()
    assert saved(visit).when_unwell == "the crisis plan, and feed the cat"
    assert saved(visit).rows[0].assessment.value is Assessment.OFFERED_DECLINED
    again = on_show(qtbot, CarersScreen(visit))
    assert again.when_unwell.value() == "the crisis plan, and feed the cat"
    assert again.assessment.value() == "OFFERED_DECLINED"


def test_the_own_view_takes_words_strain_and_how_the_carer_is(screen: Any, visit: Any, qtbot: Any) -> None:
    box = screen.own_view
    box.toggle.click()
    qtbot.keyClicks(box.view.page, "She is up all night.")
    qtbot.keyClicks(box.strain.line, "8")
    qtbot.keyClick(box.strain.line, Qt.Key.Key_Return)
    box.unwell.segment("YES").click()
    box.toggle.click()
    row = saved(visit).rows[0]
    assert row.own_view == "She is up all night."
    assert row.strain.value == 8
    assert row.unwell_or_afraid.value is YesNo.YES
    again = on_show(qtbot, CarersScreen(visit))
    again.own_view.toggle.click()
    assert again.own_view.view.value() == "She is up all night."
    assert again.own_view.strain.value() == 8
    assert again.own_view.unwell.value() == "YES"


def test_strain_out_of_range_is_refused_and_not_saying_is_an_answer(
    screen: Any, visit: Any, qtbot: Any
) -> None:
    box = screen.own_view
    box.toggle.click()
    qtbot.keyClicks(box.strain.line, "11")
    qtbot.keyClick(box.strain.line, Qt.Key.Key_Return)
    assert saved(visit).rows[0].strain == Unknown()
    assert box.strain.note.isVisible()
    box.strain_not_said.click()
    assert saved(visit).rows[0].strain == Unknown(WhyNot.RATHER_NOT_SAY)
    box.unwell.segment("RATHER_NOT_SAY").click()
    assert saved(visit).rows[0].unwell_or_afraid == Unknown(WhyNot.RATHER_NOT_SAY)


def test_the_closed_box_looks_the_same_empty_or_full(store: Store, dressed: QApplication, qtbot: Any) -> None:
    seen = []
    for told in ({}, {"own_view": "She hides her tablets.", "strain": known(9)}):
        visit = begun(store, opening=alone(), carers=with_orla(**told))
        screen = on_show(qtbot, CarersScreen(visit))
        qtbot.wait(20)
        assert not screen.own_view.is_open
        assert screen.own_view.view.page.toPlainText() == ""
        seen.append(screen.own_view.grab().toImage())
    assert seen[0] == seen[1]


def test_what_to_offer_the_carer_is_said_inside_the_box_and_nowhere_else(
    screen: Any, visit: Any, qtbot: Any
) -> None:
    box = screen.own_view
    box.toggle.click()
    assert not box.offer.isVisible()
    qtbot.keyClicks(box.strain.line, "9")
    qtbot.keyClick(box.strain.line, Qt.Key.Key_Return)
    assert "assessment of their own needs" in box.offer.text()
    assert "carer-strain" not in {o.rule.id for p in visit.assessment.prompts for o in p.outcomes}
    assert not [end for end in visit.loose_ends() if "strain" in end.words]
    box.toggle.click()
    assert not box.offer.text()


def test_the_box_closes_when_the_screen_is_left_and_keeps_what_was_typed(
    screen: Any, visit: Any, qtbot: Any
) -> None:
    screen.own_view.toggle.click()
    qtbot.keyClicks(screen.own_view.view.page, "Up all night")
    screen.commit()
    assert not screen.own_view.is_open
    assert screen.own_view.view.page.toPlainText() == ""
    assert saved(visit).rows[0].own_view == "Up all night"
    screen.own_view.toggle.click()
    screen.hide()
    assert not screen.own_view.is_open


def test_another_carers_box_is_closed_and_shows_nothing_of_the_first(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    first = orla(own_view="She hides her tablets.")
    screen = on_show(
        qtbot, following(CarersScreen, begun(store, opening=alone(), carers=Carers(rows=(first, BRID))))
    )
    screen.own_view.toggle.click()
    assert screen.own_view.view.page.toPlainText() == "She hides her tablets."
    screen.list.tiles[BRID.id].click()
    assert screen.carer == BRID
    assert not screen.own_view.is_open
    screen.own_view.toggle.click()
    assert screen.own_view.view.page.toPlainText() == ""


@pytest.mark.parametrize("company", [Company.WITH_CARER, Company.WITH_STAFF, Company.WITH_OTHERS, None])
def test_sharing_and_own_views_wait_until_the_person_is_alone(
    store: Store, dressed: QApplication, qtbot: Any, company: Company | None
) -> None:
    opening = alone(company=known(company) if company else Unknown())
    visit = begun(store, second_visit(), opening=opening, carers=Carers(rows=(orla(),)))
    screen = on_show(qtbot, following(CarersScreen, visit))
    assert not screen.grid.isVisible()
    assert not screen.own_view.isVisible()
    assert not screen.when_unwell.isVisible()
    assert screen._waits.isVisible()
    assert "ask first" not in screen.list.tiles[orla().id].accessibleName()
    screen.change.click()
    qtbot.keyClicks(screen.form.phone.line, "9")
    screen.form.commit()
    assert saved(visit).rows[0].phone.startswith("9")
    visit.answer("opening", "company", known(Company.ALONE))
    assert screen.grid.isVisible()
    assert not screen._waits.isVisible()


def test_an_open_box_closes_when_somebody_comes_in(screen: Any, visit: Any) -> None:
    screen.own_view.toggle.click()
    visit.answer("opening", "company", known(Company.WITH_CARER))
    assert not screen.own_view.isVisible()
    visit.answer("opening", "company", known(Company.ALONE))
    assert not screen.own_view.is_open


def test_a_question_about_the_carer_alone_brings_the_box_into_sight_still_closed(screen: Any) -> None:
    screen.open_question("strain")
    assert screen.focusWidget() is screen.own_view.toggle
    assert not screen.own_view.is_open


def test_the_tile_sums_up_in_words() -> None:
    before = second_visit().sharing_of(orla().id, orla().name)
    assert summary(BRID, {}) == "Not asked yet"
    assert summary(BRID, before) == "Last asked 16-Sep-2026, not today"
    assert summary(orla(), {}) == "3 yes, 2 ask first, 1 no, 1 not asked"


def test_taking_back_the_last_answer_takes_the_day_back_too() -> None:
    asked = with_consent(BRID, Topic.PHONE, Consent.NO)
    assert with_consent(asked, Topic.PHONE, None) == BRID
    before = second_visit().sharing_of(orla().id, orla().name)
    assert as_last_time(BRID, before).consents == orla().consents


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1060), (1.0, 700), in_audit(1.5, 1290), (2.0, 1290)])
def test_nothing_is_cut(store: Store, dressed: QApplication, qtbot: Any, scale: float, width: int) -> None:
    wear(dressed, Theme.LIGHT, scale)
    rows = Carers(rows=(orla(), BRID), any_carer=known(AnyCarer.YES))
    visit = begun(store, second_visit(), opening=alone(), carers=rows)
    screen = on_show(qtbot, following(CarersScreen, visit), width, 5000)
    screen.own_view.toggle.click()
    screen.change.click()
    qtbot.wait(20)
    assert clipped(screen) == []


def test_whoever_was_named_at_the_opening_is_not_typed_again(
    store: Store, dressed: QApplication, qtbot: Any
) -> None:
    opening = alone(company=known(Company.WITH_CARER), others_present="Ana, wife")
    screen = on_show(qtbot, following(CarersScreen, begun(store, opening=opening)))
    screen.list.add_asked.emit()
    assert screen.form.name.value() is None, "nothing is taken unasked"
    screen.form.from_opening.click()
    [ana] = saved(screen.consultation).rows
    assert (ana.name, ana.relationship) == ("Ana", "wife")
    assert not screen.form.from_opening.isVisible()
    screen.form.close_form.click()
    screen.consultation.edit("opening", msgspec.structs.replace(opening, others_present="Ben, brother"))
    screen.change.click()
    assert screen.form.name.isVisible()
    assert not screen.form.from_opening.isVisible(), "her name is not replaced by that of another"
