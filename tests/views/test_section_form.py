"""The standard sheet: rows, how we know, what is typed and not yet an answer, the keyboard."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.consultation.answers import NOT_ASKED, How, Known, Unknown, WhyNot, YesNo
from app.consultation.history import History
from app.consultation.last_done import LastDone
from app.consultation.physical_checks.record import BloodPressure, PhysicalChecks, Smoking
from app.models.store import Store
from app.views.fields.how_known import How as Said
from app.views.form.answering import DATE_ASKED, HOW_ASKED, said_of, settled
from app.views.form.entry import Entry
from app.views.form.sheet import Sheet
from app.views.form.sheet_row import SheetRow
from app.views.look import theme
from app.views.open_consultation import OpenConsultation
from app.views.sections.form_screen import FormScreen
from tests.views.sections.nora import BEFORE, TODAY, Window, in_sight, visit_with

SECTION = "physical_checks"


@pytest.fixture
def consultation(store: Store, qapp: QApplication) -> OpenConsultation:
    theme.wear(qapp)
    return visit_with(store)


@pytest.fixture
def window(consultation: OpenConsultation, qtbot: QtBot) -> Iterator[Window]:
    window = Window(FormScreen(consultation, SECTION, Sheet(PhysicalChecks)))
    qtbot.addWidget(window)
    in_sight(window, qtbot)
    return window


def record(window: Window) -> PhysicalChecks:
    found = window.screen.consultation.draft.records[SECTION]
    assert isinstance(found, PhysicalChecks)
    return found


def open_row(window: Window, field: str) -> SheetRow:
    window.screen.open_question(field)
    row = window.screen.form.row_of(field)
    assert row.body is not None
    return row


def entry(row: SheetRow, field: str = "") -> Entry:
    assert row.body is not None
    return next(m.entry for m in row.body.members if not field or m.name == field)


def type_and_enter(row: SheetRow, words: str) -> None:
    stop = entry(row).first_stop()
    QTest.keyClicks(stop, words)
    QTest.keyClick(stop, Qt.Key.Key_Return)
    QTest.qWait(0)


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)
    QTest.qWait(0)


def test_a_new_sheet_opens_its_first_row_and_nothing_is_chosen_in_it(window: Window) -> None:
    row = window.screen.form.in_hand()
    assert row is not None
    assert row.plan.fields == ("blood_pressure",)
    assert entry(row).value() is None
    assert row.body is not None
    assert row.body.how is not None
    assert row.body.how.value() is None


def test_a_value_and_two_keys_make_an_answer_with_today_and_who_wrote_it(window: Window) -> None:
    row = open_row(window, "pulse")
    type_and_enter(row, "72")
    assert record(window).pulse == NOT_ASKED
    press(Qt.Key.Key_1)
    staff = window.screen.consultation.session.store.staff.id
    assert record(window).pulse == Known(Decimal(72), How.MEASURED, TODAY, staff)


def test_a_value_without_how_we_know_is_asked_about_and_never_counts_or_goes(window: Window) -> None:
    row = open_row(window, "pulse")
    type_and_enter(row, "72")
    assert row.body is not None
    assert row.body.how is not None
    assert row.body.how.note.sentence.said() == HOW_ASKED
    assert not row.body.how.note.isHidden()
    assert window.screen.consultation.draft.records[SECTION].pulse == NOT_ASKED
    open_row(window, "height")
    assert entry(row).value() == Decimal(72)
    assert HOW_ASKED in row.face.accessibleName()


def test_leaving_lists_what_is_not_kept_with_the_row_and_the_reason(window: Window) -> None:
    row = open_row(window, "pulse")
    type_and_enter(row, "72")
    window.screen.commit()
    assert window.screen.not_kept() == [f"Pulse: {HOW_ASKED}"]
    assert window.screen.form.left_over.isVisible()
    QTest.keyClick(row.body.how.first_stop(), Qt.Key.Key_2)
    assert window.screen.not_kept() == []
    assert not window.screen.form.left_over.isVisible()


def test_a_refused_number_stays_as_typed_and_is_listed(window: Window) -> None:
    row = open_row(window, "pulse")
    type_and_enter(row, "1420")
    assert record(window).pulse == NOT_ASKED
    assert entry(row).refused().startswith("1420 is not kept")
    window.screen.commit()
    assert window.screen.not_kept()[0].startswith("Pulse: 1420 is not kept")


def test_a_refused_second_reading_that_is_emptied_leaves_no_old_sentence_behind(window: Window) -> None:
    row = open_row(window, "blood_pressure")
    for words in ("186", "112", "999", "108"):
        QTest.keyClicks(QApplication.focusWidget(), words)
        press(Qt.Key.Key_Return)
    row.body.how.first_stop().setFocus()
    press(Qt.Key.Key_1)
    window.screen.commit()
    left_over = window.screen.form.left_over
    assert "999" in left_over.accessibleName()
    second = entry(row).readings[1]
    for line in (second.upper_line, second.lower_line):
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        press(Qt.Key.Key_Delete)
    row.body.how.first_stop().setFocus()
    QTest.qWait(0)
    assert window.screen.not_kept() == []
    assert not left_over.isVisible()
    assert "999" not in row.face.accessibleName()


def test_what_is_not_kept_is_said_anew_when_only_the_reason_changes(window: Window) -> None:
    row = open_row(window, "pulse")
    type_and_enter(row, "999")
    window.screen.commit()
    assert "999" in window.screen.form.left_over.accessibleName()
    stop = entry(row).first_stop()
    QTest.keyClick(stop, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_and_enter(row, "72")
    said = window.screen.form.left_over.accessibleName()
    assert "999" not in said
    assert HOW_ASKED in said


def test_a_value_from_a_record_waits_for_its_date(window: Window) -> None:
    row = open_row(window, "hba1c")
    type_and_enter(row, "43")
    press(Qt.Key.Key_3)
    assert record(window).hba1c == NOT_ASKED
    assert row.body.how.note.sentence.said() == DATE_ASKED
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "19 aug 2026")
    press(Qt.Key.Key_Return)
    answer = record(window).hba1c
    assert isinstance(answer, Known)
    assert (answer.value, answer.how, answer.taken_on) == (43, How.FROM_RECORD, date(2026, 8, 19))


@pytest.mark.parametrize("by", ["mouse", "arrows and Space", "arrows and Enter", "key 3"])
def test_after_from_a_record_the_keyboard_is_in_the_date_and_the_typed_date_is_kept(
    window: Window, qtbot: QtBot, by: str
) -> None:
    row = open_row(window, "total_cholesterol")
    type_and_enter(row, "5.1")
    row.body.how.first_stop().setFocus()
    if by == "mouse":
        qtbot.mouseClick(row.body.how.field.choice.segment("from_record"), Qt.MouseButton.LeftButton)
    elif by == "key 3":
        press(Qt.Key.Key_3)
    else:
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
            press(key)
        press(Qt.Key.Key_Space if by == "arrows and Space" else Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "3/11/2026")
    press(Qt.Key.Key_Return)
    answer = record(window).total_cholesterol
    assert isinstance(answer, Known)
    assert (answer.value, answer.how, answer.taken_on) == (
        Decimal("5.1"),
        How.FROM_RECORD,
        date(2026, 11, 3),
    )


def test_digits_on_a_chosen_record_begin_its_date_and_never_choose_another_answer(window: Window) -> None:
    row = open_row(window, "hba1c")
    type_and_enter(row, "43")
    press(Qt.Key.Key_3)
    segment = row.body.how.field.choice.segment("from_record")
    segment.setFocus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_Slash, Qt.Key.Key_1, Qt.Key.Key_1):
        press(key)
    assert row.body.how.field.choice.value() == "from_record"
    assert row.body.how.field.day.line.text() == "2/11"
    assert row.body.how.field.day.line.hasFocus()


def test_declined_needs_no_value_and_keeps_its_reason(window: Window) -> None:
    row = open_row(window, "waist")
    row.body.how.first_stop().setFocus()
    press(Qt.Key.Key_4)
    assert record(window).waist == Unknown(WhyNot.DECLINED)
    why = row.body.how.field.why.line
    QTest.keyClicks(why, "ask again next time")
    QTest.keyClick(why, Qt.Key.Key_Return)
    assert record(window).waist == Unknown(WhyNot.DECLINED, "ask again next time")


def test_a_value_typed_after_declined_asks_anew_how_it_is_known(window: Window) -> None:
    row = open_row(window, "pulse")
    row.body.how.first_stop().setFocus()
    press(Qt.Key.Key_4)
    type_and_enter(row, "72")
    assert row.body.how.value() is None
    assert record(window).pulse == NOT_ASKED


def test_enter_on_the_chosen_answer_opens_the_next_row_with_the_keyboard_in_it(window: Window) -> None:
    row = open_row(window, "pulse")
    type_and_enter(row, "72")
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    after = window.screen.form.in_hand()
    assert after is not None
    assert after.plan.fields == ("pulse_rhythm",)
    assert after.isAncestorOf(QApplication.focusWidget())
    assert row.face.isVisible()


def test_a_row_opens_by_click_anywhere_by_enter_and_by_space_and_escape_closes_it(
    window: Window, qtbot: QtBot
) -> None:
    form = window.screen.form
    pulse, height, waist = (form.row_of(name) for name in ("pulse", "height", "waist"))
    qtbot.mouseClick(pulse.face, Qt.MouseButton.LeftButton)
    assert form.in_hand() is pulse
    QTest.keyClick(height.face, Qt.Key.Key_Return)
    assert form.in_hand() is height
    assert pulse.face.isVisible()
    QTest.keyClick(waist.face, Qt.Key.Key_Space)
    assert form.in_hand() is waist
    press(Qt.Key.Key_Escape)
    assert form.in_hand() is None
    assert waist.face.hasFocus()


def test_a_question_appears_below_and_the_keyboard_stays(store: Store, qtbot: QtBot) -> None:
    window = Window(FormScreen(visit_with(store, History()), SECTION, Sheet(PhysicalChecks)))
    qtbot.addWidget(window)
    in_sight(window, qtbot)
    form = window.screen.form
    assert form.row_of("drinking_units").isHidden()
    row = open_row(window, "drinking_days")
    segment = entry(row).field.segment("MONTHLY")
    segment.setFocus()
    QTest.keyClick(segment, Qt.Key.Key_Space)
    assert not form.row_of("drinking_units").isHidden(), "it counts as typed, though not yet as an answer"
    assert QApplication.focusWidget() is segment
    assert form.in_hand() is row
    QTest.keyClick(segment, Qt.Key.Key_Delete)
    assert form.row_of("drinking_units").isHidden()


def test_a_question_without_how_has_its_own_way_to_decline(window: Window) -> None:
    row = open_row(window, "ethnic_background")
    assert row.body.how is None
    [member] = row.body.members
    member.reason.segment(WhyNot.RATHER_NOT_SAY.name).click()
    assert record(window).ethnic_background == Unknown(WhyNot.RATHER_NOT_SAY)
    member.entry.field.segment("CHINESE").click()
    assert member.reason.value() is None
    answer = record(window).ethnic_background
    assert isinstance(answer, Known)
    assert answer.value.name == "CHINESE"
    member.entry.field.segment("CHINESE").click()
    assert record(window).ethnic_background == NOT_ASKED


def test_none_of_these_excludes_the_others_and_is_an_answer(window: Window) -> None:
    window.screen.consultation.answer(
        SECTION, "blood_pressure", Known((BloodPressure(190, 124),), How.MEASURED, TODAY)
    )
    row = open_row(window, "bp_symptoms")
    ticks = entry(row).field
    ticks.tick("HEADACHE").click()
    ticks.tick("none_of_these").click()
    assert ticks.value() == ("none_of_these",)
    assert record(window).bp_symptoms.value == ()
    ticks.tick("VISION").click()
    assert ticks.value() == ("VISION",)
    ticks.tick("VISION").click()
    assert record(window).bp_symptoms == NOT_ASKED


def test_enter_on_none_of_these_goes_on_to_the_next_row_and_leaves_it_ticked(window: Window) -> None:
    window.screen.consultation.answer(
        SECTION, "blood_pressure", Known((BloodPressure(190, 124),), How.MEASURED, TODAY)
    )
    row = open_row(window, "bp_symptoms")
    entry(row).field.tick("none_of_these").setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert record(window).bp_symptoms.value == ()
    assert not row.is_open
    assert window.screen.form.in_hand() is not None


def test_enter_on_a_ticked_never_goes_on_and_leaves_it_ticked(window: Window) -> None:
    window.screen.consultation.answer(SECTION, "smoking", Known(Smoking.EX, How.SELF_REPORTED, TODAY))
    row = open_row(window, "smoking_change")
    entry(row).never.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert record(window).smoking_change.value == LastDone()
    assert not row.is_open


def test_a_day_and_never_take_each_others_place(window: Window) -> None:
    window.screen.consultation.answer(SECTION, "smoking", Known(Smoking.EX, How.SELF_REPORTED, TODAY))
    row = open_row(window, "smoking_change")
    type_and_enter(row, "1/10/2026")
    assert record(window).smoking_change.value == LastDone(date(2026, 10, 1))
    entry(row).never.click()
    assert record(window).smoking_change.value == LastDone()
    assert entry(row).field.line.text() == ""


def test_everything_stored_is_shown_again_in_a_fresh_screen(
    consultation: OpenConsultation, qtbot: QtBot
) -> None:
    stored = PhysicalChecks(
        blood_pressure=Known((BloodPressure(146, 92), BloodPressure(142, 90)), How.MEASURED, TODAY, "x"),
        pulse=Unknown(WhyNot.NOT_DONE, "no time"),
        hba1c=Known(Decimal(43), How.FROM_RECORD, date(2026, 8, 19), "x"),
        smoking=Known(Smoking.EX, How.SELF_REPORTED, TODAY, "x"),
        smoking_change=Known(LastDone(), How.SELF_REPORTED, TODAY, "x"),
        has_hypertension=Known(YesNo.NO, How.SELF_REPORTED, TODAY, "x"),
    )
    consultation.edit(SECTION, stored)
    window = Window(FormScreen(consultation, SECTION, Sheet(PhysicalChecks)))
    qtbot.addWidget(window)
    for name in ("blood_pressure", "pulse", "hba1c", "smoking", "smoking_change", "has_hypertension"):
        answer = getattr(stored, name)
        row = open_row(window, name)
        assert entry(row).value() == (answer.value if isinstance(answer, Known) else None), name
        if row.body.how is not None:
            assert row.body.how.value() == said_of(answer), name
    window.screen.commit()
    assert record(window) == stored


def test_the_closed_row_says_value_how_and_last_time(window: Window) -> None:
    window.screen.consultation.answer(SECTION, "weight", Known(Decimal("84.6"), How.MEASURED, TODAY, "x"))
    spoken = window.screen.form.row_of("weight").face.accessibleName()
    assert "84.6 kg" in spoken
    assert "Measured" in spoken
    assert "Last 83.4 kg, 16-Sep-2026" in spoken
    nothing = window.screen.form.row_of("waist").face.accessibleName()
    assert "Not asked yet" in nothing
    assert "None before, on record" in nothing


def test_the_summary_counts_answers_and_never_calls_missing_normal(window: Window) -> None:
    asked = window.screen.consultation.progress(SECTION).asked
    assert window.screen.summary == f"0 of {asked} answered. Missing is never taken as normal."
    window.screen.consultation.answer(SECTION, "waist", Unknown(WhyNot.DECLINED))
    assert window.screen.summary.startswith(f"1 of {asked} answered")


@pytest.mark.parametrize("section", ["physical_checks", "medicines", "carers", "dialog", "opening"])
def test_any_section_has_a_sheet_made_from_its_questions(
    section: str, consultation: OpenConsultation, qtbot: QtBot
) -> None:
    window = Window(FormScreen(consultation, section))
    qtbot.addWidget(window)
    for row in window.screen.form.rows:
        if not row.isHidden():
            window.screen.form.take_in_hand(row)
            assert row.is_open
    assert (
        window.screen.consultation.draft.records[section]
        == type(window.screen.consultation.draft.records[section])()
    )


def test_an_answer_that_is_still_the_same_keeps_its_day() -> None:
    earlier = Known(Decimal(72), How.MEASURED, date(2026, 11, 21), "x")
    known = lambda value, how: Known(value, how, TODAY, "y")  # noqa: E731
    assert settled(Decimal(72), said_of(earlier), earlier, known).answer is earlier
    assert settled(Decimal(73), said_of(earlier), earlier, known).answer == Known(
        Decimal(73), How.MEASURED, TODAY, "y"
    )
    assert said_of(Unknown(WhyNot.NOT_DONE, "no time")).how is Said.NOT_DONE


def test_the_history_of_the_story_has_what_these_tests_read() -> None:
    last = BEFORE.last("weight")
    assert last is not None
    assert last.taken_on == date(2026, 9, 16)
