"""The medicines: the list and whether it is everything, what it does, what the person would change."""

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.consultation.answers import NOT_ASKED, How, Known, Unknown, WhyNot, YesNo
from app.consultation.history import History
from app.consultation.medicine import Form, Medicine
from app.consultation.medicines import SECTION
from app.consultation.medicines.lithium_questions import LithiumSign
from app.consultation.medicines.record import (
    Bother,
    BowelSign,
    Everything,
    Medicines,
    MissedDoses,
    Presence,
    SideEffect,
)
from app.consultation.opening.record import Company, Opening
from app.models.store import Store
from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.open_consultation import OpenConsultation
from app.views.parts.fit import clipped
from app.views.parts.words import Words
from app.views.sections.medicines import MedicinesScreen
from app.views.sections.medicines.editor import MedicineEditor
from app.views.sections.medicines.medicine_row import MedicineRow
from app.views.sections.medicines.said import A_GUESS, KEEP_AS_TYPED, KEPT_AS_TYPED, NOT_LOOKED_AT, find
from app.views.sections.medicines.take_list import NOT_CONFIRMED
from tests.sizes import in_audit
from tests.views.sections import stories
from tests.views.sections.nora import BEFORE, CLOZAPINE, TODAY, Window, in_sight, visit_with

CONFIRMED = Known(Everything.YES, How.SELF_REPORTED, TODAY, "x")


@pytest.fixture
def consultation(store: Store, dressed: QApplication) -> OpenConsultation:
    return with_company(visit_with(store), Company.ALONE)


def with_company(consultation: OpenConsultation, company: Company) -> OpenConsultation:
    consultation.edit("opening", Opening(company=Known(company, How.SELF_REPORTED, TODAY)))
    return consultation


@pytest.fixture
def window(consultation: OpenConsultation, qtbot: QtBot) -> Iterator[Window]:
    return shown(consultation, qtbot)


def shown(consultation: OpenConsultation, qtbot: QtBot) -> Window:
    window = Window(MedicinesScreen(consultation), 1100, 640)
    qtbot.addWidget(window)
    in_sight(window, qtbot)
    return window


def record(window: Window) -> Medicines:
    return window.screen.consultation.draft.record(SECTION)


def keep(window: Window, **fields: object) -> None:
    window.screen.consultation.edit(SECTION.key, msgspec.structs.replace(record(window), **fields))


def type_in(line: object, words: str) -> None:
    line.setFocus()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)


def adding(window: Window) -> MedicineEditor:
    window.screen.taken.add_button.click()
    editor = window.screen.taken.new
    assert editor is not None
    assert editor.name.line.hasFocus()
    return editor


def test_a_medicine_is_added_by_keyboard_from_the_list(window: Window) -> None:
    editor = adding(window)
    QTest.keyClicks(editor.name.line, "cloza")
    QTest.keyClick(editor.name.line, Qt.Key.Key_Down)
    QTest.keyClick(editor.name.line, Qt.Key.Key_Return)
    type_in(editor.dose.line, "350 mg a day")
    type_in(editor.started.line, "3 feb 2026")
    type_in(editor.source.line, "Clinic letter")
    editor.done.click()
    [row] = record(window).rows
    assert (row.name, row.ingredient, row.dose, row.started) == (
        "Clozapine",
        "clozapine",
        "350 mg a day",
        date(2026, 2, 3),
    )
    assert (row.how, row.source, row.seen_on) == (How.FROM_RECORD, "Clinic letter", TODAY)
    assert list(window.screen.taken.rows) == [row.id]
    assert window.screen.taken.new is None


def test_a_brand_keeps_its_name_and_finds_its_ingredient(window: Window) -> None:
    editor = adding(window)
    type_in(editor.name.line, "clozaril")
    [row] = record(window).rows
    assert (row.name.lower(), row.ingredient) == ("clozaril", "clozapine")


def test_what_the_list_does_not_know_is_kept_as_typed_and_says_what_that_means(window: Window) -> None:
    editor = adding(window)
    type_in(editor.name.line, "Grandmother's tea")
    [row] = record(window).rows
    assert (row.name, row.ingredient) == ("Grandmother's tea", "")
    assert editor.name_note.sentence.said() == KEPT_AS_TYPED
    assert not editor.name_note.isHidden()


def test_a_guess_says_so_and_typing_as_it_is_stays_possible() -> None:
    offered = find("olanzapien")
    assert offered[0].key == "olanzapine"
    assert offered[0].note == A_GUESS
    assert offered[-1].key is None
    assert offered[-1].note == KEEP_AS_TYPED
    assert all(found.note != KEEP_AS_TYPED for found in find("olanzapine"))


def test_a_partly_known_start_is_said_and_can_go_into_the_dose(window: Window) -> None:
    editor = adding(window)
    type_in(editor.name.line, "clozapine")
    type_in(editor.started.line, "sep 2025")
    assert record(window).rows[0].started is None
    assert "is not kept as a date" in editor.started_note.sentence.said()
    assert editor.started.line.text() == "Sep 2025"
    assert window.screen.not_kept()
    assert "Clozapine" in window.screen.not_kept()[0]
    editor.into_dose.click()
    assert record(window).rows[0].dose == "since Sep 2025"
    assert window.screen.not_kept() == []


def test_a_new_row_without_a_name_leaves_nothing_behind(window: Window) -> None:
    editor = adding(window)
    type_in(editor.dose.line, "two")
    editor.done.click()
    assert record(window).rows == ()


def test_a_row_is_changed_in_place_and_shown_again_in_a_fresh_screen(window: Window, qtbot: QtBot) -> None:
    keep(window, rows=(CLOZAPINE,))
    row = window.screen.taken.rows[CLOZAPINE.id]
    row.pencil.click()
    assert row.editor is not None
    assert row.editor.dose.value() == "350 mg a day"
    row.editor.dose.line.selectAll()
    type_in(row.editor.dose.line, "375 mg a day")
    row.editor.form.segment(Form.LIQUID.value).click()
    row.editor.done.click()
    [changed] = record(window).rows
    assert (changed.dose, changed.form, changed.started) == ("375 mg a day", Form.LIQUID, CLOZAPINE.started)
    fresh = shown(window.screen.consultation, qtbot)
    again = fresh.screen.taken.rows[CLOZAPINE.id]
    again.pencil.click()
    assert again.editor.dose.value() == "375 mg a day"
    assert again.editor.form.value() == "liquid"
    assert again.editor.started.line.text() == "03-Feb-2026"
    fresh.screen.commit()
    assert record(fresh).rows == (changed,)


def test_a_row_from_a_record_says_that_nobody_looked_at_it_until_somebody_does(window: Window) -> None:
    keep(window, rows=(CLOZAPINE,))
    row = window.screen.taken.rows[CLOZAPINE.id]
    assert row._unseen.isVisible()
    assert row.seen.isVisible()
    row.seen.click()
    assert record(window).rows[0].seen_on == TODAY
    assert not row._unseen.isVisible()
    assert not row.seen.isVisible()


def test_stopped_and_removed_go_off_the_list_and_undo_brings_them_back(window: Window) -> None:
    keep(window, rows=(CLOZAPINE, Medicine(id="tea", name="Tea")))
    taken = window.screen.taken
    taken.rows[CLOZAPINE.id].pencil.click()
    taken.rows[CLOZAPINE.id].editor.stop.click()
    assert not record(window).rows[0].still_taken
    assert taken.rows[CLOZAPINE.id].isHidden()
    assert taken.undo.isVisible()
    taken.undo.button.click()
    assert record(window).rows[0].still_taken
    assert not taken.rows[CLOZAPINE.id].isHidden()
    taken.rows["tea"].pencil.click()
    taken.rows["tea"].editor.remove.click()
    assert [row.id for row in record(window).rows] == [CLOZAPINE.id]
    taken.undo.button.click()
    assert [row.id for row in record(window).rows] == [CLOZAPINE.id, "tea"]


def test_is_this_everything_confirms_with_todays_date_and_a_change_takes_that_back(window: Window) -> None:
    keep(window, rows=(CLOZAPINE,))
    taken = window.screen.taken
    assert taken.everything.value() is None
    assert taken._state.said() == NOT_CONFIRMED
    taken.everything.segment("YES").click()
    assert record(window).everything.taken_on == TODAY
    assert taken._state.said() == "List confirmed with Nora, 22-Nov-2026"
    type_in(adding(window).name.line, "olanzapine")
    assert record(window).everything == NOT_ASKED
    assert taken.everything.value() is None
    assert taken._state.said() == NOT_CONFIRMED
    taken.everything.segment("NOT_SURE").click()
    assert taken._state.said() == NOT_CONFIRMED


def words_of(row: MedicineRow) -> set[str]:
    return {label.said() for label in row.findChildren(Words) if label.isVisible()}


def test_a_confirmed_list_leaves_no_row_that_nobody_looked_at(window: Window) -> None:
    iron = msgspec.structs.replace(CLOZAPINE, id="iron", name="Ferrous sulfate", ingredient="ferrous sulfate")
    keep(window, rows=(CLOZAPINE, iron))
    rows = window.screen.taken.rows.values()
    assert all(NOT_LOOKED_AT in words_of(row) and row.seen.isVisible() for row in rows)
    window.screen.taken.everything.segment("YES").click()
    for row in rows:
        assert NOT_LOOKED_AT not in words_of(row)
        assert not row.seen.isVisible()
        assert any("confirmed with the list 22-Nov-2026" in words for words in words_of(row))
    window.screen.taken.everything.segment("NOT_SURE").click()
    assert all(NOT_LOOKED_AT in words_of(row) and row.seen.isVisible() for row in rows)


def test_a_row_stays_looked_at_as_long_as_the_list_of_last_time_stands(
    store: Store, dressed: QApplication, qtbot: QtBot
) -> None:
    new = msgspec.structs.replace(CLOZAPINE, id="new", name="Lithium", ingredient="lithium")
    history = History(medicines=(CLOZAPINE,), medicines_confirmed_on=date(2026, 11, 1))
    consultation = with_company(visit_with(store, history), Company.ALONE)
    consultation.edit(SECTION.key, Medicines(rows=(CLOZAPINE, new)))
    window = shown(consultation, qtbot)
    before, added = window.screen.taken.rows[CLOZAPINE.id], window.screen.taken.rows["new"]
    assert any("confirmed with the list 01-Nov-2026" in words for words in words_of(before))
    assert NOT_LOOKED_AT in words_of(added)


def test_missed_doses_are_asked_once_something_is_taken(window: Window) -> None:
    taken = window.screen.taken
    assert not taken.missed.isVisible()
    keep(window, rows=(CLOZAPINE,))
    assert taken.missed.isVisible()
    assert taken.missed.value() is None
    taken.missed.segment("ONE_OR_TWO").click()
    assert record(window).missed_doses.value is MissedDoses.ONE_OR_TWO
    taken.missed.segment("ONE_OR_TWO").click()
    assert record(window).missed_doses == NOT_ASKED


def test_bother_is_asked_only_of_what_was_noticed_and_the_keyboard_stays(window: Window) -> None:
    row = window.screen.effects.rows["sleepy"]
    assert row.presence.value() is None
    assert not row.bother.isVisible()
    stop = row.presence.segment("A_LOT")
    stop.setFocus()
    QTest.keyClick(stop, Qt.Key.Key_Space)
    assert record(window).effects == (SideEffect(key="sleepy", presence=Presence.A_LOT),)
    assert row.bother.isVisible()
    assert QApplication.focusWidget() is stop
    row.bother.segment("TOO_MUCH").click()
    assert record(window).effect("sleepy").bother is Bother.TOO_MUCH
    row.presence.segment("NOT_NOTICED").click()
    assert record(window).effects == (SideEffect(key="sleepy", presence=Presence.NOT_NOTICED),)
    row.presence.segment("NOT_NOTICED").click()
    assert record(window).effects == ()


def test_what_was_noticed_last_time_comes_first_and_all_thirty_come_when_asked(
    store: Store, dressed: QApplication, qtbot: QtBot
) -> None:
    before = Medicines(
        effects=(
            SideEffect(key="saliva", presence=Presence.A_LITTLE),
            SideEffect(key="skin", presence=Presence.NOT_NOTICED),
        )
    )
    history = History(readings=BEFORE.readings, last_records={SECTION.key: before})
    window = shown(with_company(visit_with(store, history), Company.ALONE), qtbot)
    effects = window.screen.effects
    assert next(iter(effects.rows)) == "saliva"
    assert len(effects.rows) == 9
    assert effects.rows["saliva"].presence.value() is None, "last time's answer is not today's"
    assert effects.all_button.text() == "Show all 30"
    effects.all_button.click()
    assert sum(row.isVisible() for row in effects.rows.values()) == 30
    effects.all_button.click()
    assert sum(row.isVisible() for row in effects.rows.values()) == 9


@pytest.mark.parametrize("company", [Company.WITH_CARER, Company.WITH_STAFF, Company.WITH_OTHERS])
def test_private_questions_wait_while_somebody_else_is_there_and_it_says_how_many(
    company: Company, store: Store, dressed: QApplication, qtbot: QtBot
) -> None:
    consultation = with_company(visit_with(store), company)
    sex = SideEffect(key="sex", presence=Presence.A_LOT)
    consultation.edit(SECTION.key, Medicines(rows=(CLOZAPINE,), effects=(sex,), most_like_to_change="sex"))
    window = shown(consultation, qtbot)
    effects = window.screen.effects
    assert effects.all_button.text() == "Show all 27"
    effects.all_button.click()
    assert not effects.rows.keys() & {"bladder", "sex", "hormones"}
    assert effects.waits.said() == "3 private questions wait until nobody else is present."
    assert effects.waits.isVisible()
    assert not window.screen.wish.isVisible()
    with_company(consultation, Company.ALONE)
    assert effects.rows["sex"].presence.value() == "A_LOT"
    assert not effects.waits.isVisible()
    assert window.screen.wish.field.value() == "sex"
    with_company(consultation, company)
    assert effects.rows["sex"].isHidden()
    assert record(window).effects == (sex,)


def test_private_questions_wait_while_nobody_said_who_is_there(
    store: Store, dressed: QApplication, qtbot: QtBot
) -> None:
    assert shown(visit_with(store), qtbot).screen.effects.waits.isVisible()


def test_the_wish_is_one_of_those_noticed_and_goes_when_it_is_not_noticed_any_more(window: Window) -> None:
    wish = window.screen.wish
    assert not wish.isVisible()
    window.screen.effects.rows["sleepy"].presence.segment("A_LITTLE").click()
    window.screen.effects.rows["shaky"].presence.segment("NOT_NOTICED").click()
    assert wish.isVisible()
    assert wish.field.value() is None
    assert [ring.text() for ring in wish.field._rings] == [
        "Sleepier or slower than you want",
        "None of these",
    ]
    wish.field.segment("sleepy").click()
    assert record(window).most_like_to_change == "sleepy"
    window.screen.effects.rows["sleepy"].presence.segment("NOT_NOTICED").click()
    assert record(window).most_like_to_change == ""
    assert not wish.isVisible()


def test_clozapine_brings_the_bowel_questions_and_each_can_be_left_unsaid(window: Window) -> None:
    bowels = window.screen.watched[0]
    assert not bowels.isVisible()
    keep(window, rows=(CLOZAPINE,))
    assert bowels.isVisible()
    members = {member.name: member for member in bowels.members}
    assert all(member.entry.value() is None for member in bowels.members)
    type_in(members["days_since_bowels_opened"].entry.first_stop(), "2")
    assert record(window).days_since_bowels_opened.value == 2
    members["bowel_signs"].entry.field.tick("PAIN").click()
    assert record(window).bowel_signs.value == (BowelSign.PAIN,)
    members["bowel_discomfort"].entry.field.segment("YES").click()
    assert record(window).bowel_discomfort.value is YesNo.YES
    members["stools_a_week"].reason.segment("NOT_SURE").click()
    assert record(window).stools_a_week == Unknown(WhyNot.NOT_SURE)
    type_in(members["stools_a_week"].entry.first_stop(), "400")
    assert any("400 is not kept" in why for why in window.screen.not_kept())


def test_a_sign_of_too_much_lithium_is_one_tick_away_and_interrupts_at_once(window: Window) -> None:
    bowels, clozapine, lithium, _hospital, _signs = window.screen.watched
    keep(window, rows=(Medicine(id="l", name="Priadel", ingredient="lithium"),))
    assert lithium.isVisible()
    assert not bowels.isVisible()
    assert clozapine.members == [], "what is not asked is not made"
    signs = next(member for member in lithium.members if member.name == "lithium_signs")
    signs.entry.field.tick("TREMOR").click()
    assert record(window).lithium_signs.value == (LithiumSign.TREMOR,)
    first = window.screen.consultation.assessment.open_prompts[0]
    assert first.interrupts
    assert first.lead.rule.id == "lithium-toxicity-signs"


def test_nothing_is_added_up_anywhere(window: Window) -> None:
    keep(window, rows=(CLOZAPINE,), effects=stories.TAKEN.effects)
    from app.views.parts.words import Words

    said = " ".join(words.said() for words in window.findChildren(Words)).lower()
    assert "total" not in said
    assert "sum" not in said.split()


def test_ask_next_puts_the_keyboard_into_the_question(window: Window) -> None:
    keep(window, rows=(CLOZAPINE,))
    window.screen.open_question("everything")
    assert QApplication.focusWidget() is window.screen.taken.everything.first_stop()
    window.screen.open_question("bowel_signs")
    assert window.screen.watched[0].isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("story", [name for name in stories.ALL if name.startswith("medicines")])
@pytest.mark.parametrize(
    ("look", "scale"), [(Theme.LIGHT, 1.0), in_audit(Theme.LIGHT, 1.5), (Theme.CONTRAST, 2.0)]
)
def test_nothing_is_cut(
    story: str, look: Theme, scale: float, store: Store, dressed: QApplication, qtbot: QtBot
) -> None:
    theme.wear(dressed, look, scale)
    window = Window(stories.ALL[story](store), 1122 if scale == 1.0 else 1366, 600)
    qtbot.addWidget(window)
    in_sight(window, qtbot)
    if "full" in story:
        window.screen.taken.rows[stories.VALPROATE.id].pencil.click()
    QTest.qWait(50)
    assert clipped(window) == []


def test_done_stays_open_over_a_start_that_is_not_kept(window: Window) -> None:
    editor = adding(window)
    type_in(editor.name.line, "clozapine")
    editor.started.line.setFocus()
    QTest.keyClicks(editor.started.line, "2024")
    editor.done.click()
    assert window.screen.taken.new is editor
    assert editor.started.line.text() == "2024"
    assert editor.started.line.hasFocus()
    assert "is not kept as a date" in editor.started_note.sentence.said()
    window.screen.taken.add_button.click()
    assert window.screen.taken.new is editor, "nor does adding another one close it"
    editor.into_dose.click()
    editor.done.click()
    assert window.screen.taken.new is None
    assert record(window).rows[0].dose == "since 2024"


def test_a_row_in_hand_stays_open_over_a_start_that_cannot_be(window: Window) -> None:
    keep(window, rows=(CLOZAPINE,))
    row = window.screen.taken.rows[CLOZAPINE.id]
    row.pencil.click()
    row.editor.started.line.setText("31/2/2026")
    row.editor.done.click()
    assert row.editor.isVisible()
    assert "no such day" in row.editor.started.note.sentence.said()


def test_a_medicine_added_below_a_long_list_is_written_in_sight(
    consultation: OpenConsultation, qtbot: QtBot
) -> None:
    rows = tuple(
        msgspec.structs.replace(CLOZAPINE, id=f"row-{n}", name="Insulin isophane / regular insulin")
        for n in range(16)
    )
    kept = consultation.draft.record(SECTION)
    consultation.edit(SECTION.key, msgspec.structs.replace(kept, rows=rows))
    window = shown(consultation, qtbot)
    QTest.qWait(20)
    editor = adding(window)
    QTest.qWait(50)
    QTest.keyClicks(editor.name.line, "cloz")
    view = window.scroll.viewport()
    below = editor.name.line.mapTo(view, editor.name.line.rect().bottomLeft()).y()
    assert 0 < below < 120, "its name stands at the top"
    offered = editor.name.list
    assert offered.isVisible()
    assert offered.height() >= offered.sizeHintForRow(0)
    assert offered.geometry().bottom() <= window.height()
