"""The physical checks: pairs, units, slips, bands, AUDIT-C, charts, and room for all of it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.consultation.answers import NOT_ASKED, How, Known, Unknown, WhyNot, YesNo
from app.consultation.history import Condition, History
from app.consultation.medicines.record import Medicines
from app.consultation.physical_checks.record import (
    BloodPressure,
    DrinkingDays,
    DrinkingUnits,
    HeavyDrinking,
    LastDone,
    PhysicalChecks,
    Smoking,
)
from app.consultation.physical_checks.signs import Unsteady
from app.models.store import Store
from app.views.fields.note import State
from app.views.form.number_entry import NumberEntry
from app.views.form.pressure_entry import PressureEntry
from app.views.form.sheet_row import SheetRow
from app.views.form.two_unit_entry import PARTS, TwoUnitEntry
from app.views.look import theme
from app.views.look.tokens import Theme
from app.views.open_consultation import OpenConsultation
from app.views.parts.fit import clipped
from app.views.parts.pictures import Picture
from app.views.sections.physical_checks import PhysicalChecksScreen
from tests.sizes import in_audit
from tests.views.sections import stories
from tests.views.sections.nora import CLOZAPINE, TODAY, Window, in_sight, reading, visit_with

SECTION = "physical_checks"
CHECKS = [name for name in stories.ALL if name.startswith("checks")]
LOOKED_AT = [
    *((story, Theme.CONTRAST, 2.0) for story in CHECKS),
    *((story, Theme.LIGHT, 1.0) for story in ("checks_full", "checks_unwell")),
    *(in_audit(story, Theme.LIGHT, 1.0) for story in CHECKS if story not in ("checks_full", "checks_unwell")),
    *(in_audit(story, Theme.LIGHT, 1.5) for story in CHECKS),
]


@pytest.fixture
def consultation(store: Store, dressed: QApplication) -> OpenConsultation:
    return visit_with(store)


@pytest.fixture
def window(consultation: OpenConsultation, qtbot: QtBot) -> Iterator[Window]:
    window = Window(PhysicalChecksScreen(consultation))
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


def entry(row: SheetRow, field: str):
    return next(m.entry for m in row.body.members if m.name == field)


def keys(words: str) -> None:
    for letter in words:  # A stroke moves the keyboard on to the lower number.
        QTest.keyClicks(QApplication.focusWidget(), letter)


def enter() -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.qWait(0)


def test_two_readings_by_keyboard_alone_and_the_lower_of_the_last_two_is_said(window: Window) -> None:
    row = open_row(window, "blood_pressure")
    field = entry(row, "blood_pressure")
    assert isinstance(field, PressureEntry)
    keys("146/92")
    enter()
    keys("142/90")
    enter()
    keys("1")
    answer = record(window).blood_pressure
    assert isinstance(answer, Known)
    assert answer.value == (BloodPressure(146, 92), BloodPressure(142, 90))
    assert (answer.how, answer.taken_on) == (How.MEASURED, TODAY)
    assert row.body._found.said() == "142/90 is kept, the lower of the last two"
    assert row.body._band.said() == "range 140 to 159"


def test_after_one_reading_a_second_is_offered_and_one_alone_can_be_kept(window: Window) -> None:
    row = open_row(window, "blood_pressure")
    field = entry(row, "blood_pressure")
    assert not field.another.isVisible()
    keys("146/92")
    enter()
    enter()
    keys("2")
    assert record(window).blood_pressure.value == (BloodPressure(146, 92),)
    assert row.body._found.said() == "146/92, one reading"


def test_a_reading_with_its_numbers_swapped_is_refused_and_stays(window: Window) -> None:
    row = open_row(window, "blood_pressure")
    keys("92/146")
    enter()
    field = entry(row, "blood_pressure")
    assert field.value() is None
    assert "upper number" in field.refused()
    assert field.readings[0].upper_line.text() == "92"
    assert record(window).blood_pressure == NOT_ASKED


def test_the_trend_shows_earlier_pairs_and_todays(window: Window) -> None:
    row = open_row(window, "blood_pressure")
    assert "138 over 84" in drawn(row)["Blood pressure over time"]
    keys("146/92")
    enter()
    enter()
    keys("1")
    assert "22-Nov-2026: 146 over 92" in drawn(row)["Blood pressure over time"]


def drawn(row: SheetRow) -> dict[str, str]:
    return {
        chart.accessibleName(): chart.accessibleDescription()
        for chart in row.body.charts.charts
        if not chart.isHidden()
    }


def test_every_number_of_a_row_with_two_values_has_its_small_chart_also_where_all_are_nought(
    store: Store, qtbot: QtBot
) -> None:
    values = (("total_cholesterol", "5.6"), ("hdl", "1.2"), ("audit_c", "0"))
    days = (date(2025, 11, 3), date(2026, 5, 4))
    earlier = tuple(reading(series, value, "", on) for on in days for series, value in values)
    window = Window(PhysicalChecksScreen(visit_with(store, History(readings=earlier))))
    qtbot.addWidget(window)
    in_sight(window, qtbot)
    lipids = open_row(window, "total_cholesterol")
    assert set(drawn(lipids)) == {"Total cholesterol over time", "HDL cholesterol over time"}
    alcohol = open_row(window, "drinking_days")
    assert drawn(alcohol) == {"Alcohol: AUDIT-C over time": "03-Nov-2025: 0 points; 04-May-2026: 0 points"}
    window.grab()


def test_still_the_same_is_said_question_by_question_and_never_by_itself(window: Window) -> None:
    row = open_row(window, "smoking")
    status, amount = (m for m in row.body.members if m.still_same is not None)
    assert record(window).smoking == NOT_ASKED
    assert status.still_same.accessibleName() == (
        "Smoking. Still the same today as on 16-Sep-2026: Smokes now"
    )
    status.still_same.click()
    assert record(window).smoking == Known(
        Smoking.CURRENT, How.SELF_REPORTED, TODAY, record(window).smoking.by
    )
    assert status.still_same.isHidden()
    assert record(window).cigarettes_a_day == NOT_ASKED
    amount.still_same.click()
    assert record(window).cigarettes_a_day.value == Decimal(15)
    assert open_row(window, "weight").body.members[0].still_same is None, "a measurement is taken anew"


def test_weight_takes_a_decimal_comma_and_says_stones_bmi_and_its_band(window: Window) -> None:
    row = open_row(window, "weight")
    keys("84,6")
    enter()
    keys("1")
    assert record(window).weight.value == Decimal("84.6")
    field = entry(row, "weight")
    assert field.kept.said() == "13 st 5 lb"
    assert row.body._found.said() == "BMI 31.1"
    assert row.body._band.said().startswith("range 30 to 34.9 or range 27.5 to 32.4, by family background")


def test_weight_in_stones_is_kept_in_kilograms(window: Window) -> None:
    row = open_row(window, "weight")
    field = entry(row, "weight")
    assert isinstance(field, TwoUnitEntry)
    field.unit.segment(PARTS).click()
    field.large.line.setFocus()
    keys("13")
    enter()
    keys("4.5")
    enter()
    keys("1")
    assert record(window).weight.value == Decimal("84.6")
    assert field.kept.said() == "Kept as 84.6 kg"
    field.unit.segment("whole").click()
    assert field.whole.field.typed() == "84.6"


def test_the_unit_switch_always_has_a_unit(window: Window) -> None:
    field = entry(open_row(window, "height"), "height")
    field.unit.segment("whole").click()
    assert field.unit.value() == "whole"


def test_height_in_feet_and_inches_is_kept_in_centimetres(window: Window) -> None:
    field = entry(open_row(window, "height"), "height")
    field.unit.segment(PARTS).click()
    field.large.line.setFocus()
    keys("5")
    enter()
    keys("5")
    enter()
    keys("1")
    assert record(window).height.value == Decimal("165.1")


@pytest.mark.parametrize(
    ("typed", "asked"), [("90.4", ""), ("90.5", "7.1 kg more"), ("76.4", ""), ("76.3", "7.1 kg less")]
)
def test_a_weight_over_seven_kilograms_away_from_the_last_one_is_asked_about(
    typed: str, asked: str, window: Window
) -> None:
    row = open_row(window, "weight")
    field = entry(row, "weight").whole.field
    keys(typed)
    enter()
    assert (field.state() is State.CHECK) == bool(asked)
    assert asked in field.note.sentence.said()
    if asked:
        field.right.click()
        assert field.state() is State.FINE
        assert field.value() == Decimal(typed)


def test_a_doubted_weight_says_its_bmi_and_is_asked_about_until_somebody_answers(
    window: Window, consultation: OpenConsultation, qtbot: QtBot
) -> None:
    row = open_row(window, "weight")
    keys("104.2")
    enter()
    answer(window, weight=Decimal("104.2"))
    row.close_row()
    said = row._words(record(window), consultation.visit).beneath
    assert said.startswith("BMI 38.3")
    assert "Is it right?" in said
    anew = Window(PhysicalChecksScreen(consultation))
    qtbot.addWidget(anew)
    in_sight(anew, qtbot)
    again = open_row(anew, "weight")
    assert "Is it right?" in entry(again, "weight").doubt()
    entry(again, "weight").whole.field.right.click()
    assert not entry(again, "weight").doubt()
    assert "more than on" in again._words(record(anew), consultation.visit).beneath, "that stays said"


def test_a_change_over_a_tenth_is_asked_about_too(store: Store, dressed: QApplication, qtbot: QtBot) -> None:
    from tests.views.sections.nora import reading

    light = History(readings=(reading("weight", "45", "kg", date(2026, 6, 2)),))
    window = Window(PhysicalChecksScreen(visit_with(store, light)))
    qtbot.addWidget(window)
    in_sight(window, qtbot)
    field = entry(open_row(window, "weight"), "weight").whole.field
    keys("40.4")
    enter()
    assert "4.6 kg less" in field.note.sentence.said()


@pytest.mark.parametrize(
    ("name", "typed", "taken", "part_of_the_sum"),
    [
        ("hba1c", "7.4", "57", "(7.4 % - 2.152) / 0.09148 = 57 mmol/mol"),
        ("weight", "13.4", "85.1", "13.4 st"),
        ("height", "1.65", "165.0", "1.65 m x 100"),
        ("waist", "34", "86.4", "34 in"),
        ("fasting_glucose", "126", "7.0", "126 mg/dL / 18.016"),
        ("random_glucose", "200", "11.1", "200 mg/dL / 18.016"),
        ("total_cholesterol", "210", "5.4", "210 mg/dL / 38.67"),
    ],
)
def test_a_slip_of_unit_is_asked_with_the_sum_and_taken_only_when_pressed(
    name: str, typed: str, taken: str, part_of_the_sum: str, window: Window
) -> None:
    row = open_row(window, name)
    field = entry(row, name)
    field = field.whole if isinstance(field, TwoUnitEntry) else field
    assert isinstance(field, NumberEntry)
    keys(typed)
    enter()
    assert part_of_the_sum in field.offer.sentence.said()
    assert field.take.isVisible()
    assert field.value() is None
    assert field.field.typed() == typed
    field.take.click()
    assert field.value() == Decimal(taken)
    assert not field.take.isVisible()
    row.body.how.first_stop().setFocus()
    keys("1")
    assert getattr(record(window), name).value == Decimal(taken)


def test_a_high_glucose_that_is_no_slip_is_kept_and_questioned_without_an_offer(window: Window) -> None:
    row = open_row(window, "random_glucose")
    keys("33.0")
    enter()
    field = entry(row, "random_glucose")
    assert field.value() == Decimal("33.0")
    assert field.field.state() is State.CHECK
    assert not field.take.isVisible()


def test_audit_c_is_one_row_of_three_and_adds_up_only_when_all_are_answered(window: Window) -> None:
    row = open_row(window, "drinking_days")
    assert row is window.screen.form.row_of("heavy_drinking")
    entry(row, "drinking_days").field.segment(DrinkingDays.TWO_TO_FOUR.name).click()
    entry(row, "drinking_units").field.segment(DrinkingUnits.TO_4.name).click()
    row.body.how.field.choice.segment("self_reported").click()
    assert isinstance(record(window).drinking_units, Known)
    assert row.body._found.said() == ""
    assert row.body._band.said() == "One answer is missing, so there is no total yet"
    assert "No total yet" in row.face.accessibleName()
    entry(row, "heavy_drinking").field.segment(HeavyDrinking.NEVER.name).click()
    assert row.body._found.said() == "AUDIT-C 3 of 12"
    assert "3 of 12" in row.face.accessibleName()


def test_somebody_who_never_drinks_is_asked_no_amounts_and_has_a_sum(window: Window) -> None:
    row = open_row(window, "drinking_days")
    entry(row, "drinking_days").field.segment(DrinkingDays.NEVER.name).click()
    row.body.how.field.choice.segment("self_reported").click()
    assert row.body._found.said() == "AUDIT-C 0 of 12"
    assert not any(m.isVisible() for m in row.body.members[1:])


def test_lipids_of_one_sample_share_how_they_are_known(window: Window) -> None:
    row = open_row(window, "total_cholesterol")
    keys("5.6")
    enter()
    keys("1.2")
    enter()
    enter()
    keys("5")
    checks = record(window)
    assert checks.total_cholesterol == checks.hdl == checks.triglycerides == Unknown(WhyNot.NOT_DONE)
    row.body.how.field.choice.segment("measured").click()
    assert record(window).total_cholesterol.value == Decimal("5.6")
    assert record(window).hdl.value == Decimal("1.2")
    assert record(window).triglycerides == NOT_ASKED


def test_a_very_high_pressure_brings_the_warning_signs_directly_below(window: Window) -> None:
    form = window.screen.form
    signs = form.row_of("bp_symptoms")
    assert signs.isHidden()
    open_row(window, "blood_pressure")
    keys("190/124")
    enter()
    enter()
    keys("1")
    assert not signs.isHidden()
    assert form.rows.index(signs) == form.rows.index(form.row_of("blood_pressure")) + 1
    enter()
    assert form.in_hand() is signs


def test_a_sign_that_cannot_wait_is_one_tick_away_and_interrupts_at_once(window: Window) -> None:
    row = open_row(window, "new_symptoms")
    field = entry(row, "new_symptoms").field
    field.tick("STROKE").click()
    first = window.screen.consultation.assessment.open_prompts[0]
    assert first.interrupts
    assert first.lead.rule.id == "acute-stroke-signs"
    assert is_seen(row, "symptom_put_down_to")
    field.tick("STROKE").click()
    field.tick("none_of_these").click()
    assert not any(prompt.interrupts for prompt in window.screen.consultation.assessment.open_prompts)
    assert not is_seen(row, "symptom_put_down_to")


def test_ask_next_opens_the_row_and_the_very_question(window: Window) -> None:
    row = open_row(window, "hdl")
    assert QApplication.focusWidget() is entry(row, "hdl").first_stop()


@pytest.mark.parametrize(("story", "look", "scale"), LOOKED_AT)
def test_nothing_is_cut(
    story: str, look: Theme, scale: float, store: Store, dressed: QApplication, qtbot: QtBot
) -> None:
    theme.wear(dressed, look, scale)
    window = Window(stories.ALL[story](store), 810 if scale == 1.0 else 1366, 600)
    qtbot.addWidget(window)
    in_sight(window, qtbot)
    QTest.qWait(50)
    assert clipped(window) == []


def test_a_very_high_reading_wears_no_tick_and_no_green(window: Window) -> None:
    row = open_row(window, "blood_pressure")
    keys("186/122")
    enter()
    enter()
    keys("1")
    assert row.body._found.said() == "186/122, one reading"
    assert row.body._found.property("voice") == "strong"
    assert not any(
        picture.isVisible() and picture._icon == "tick" for picture in row.body.findChildren(Picture)
    )


def test_none_found_in_a_record_asks_for_no_day(window: Window) -> None:
    window.screen.consultation.edit("medicines", Medicines(rows=(CLOZAPINE,)))
    row = open_row(window, "metabolic_review")
    entry(row, "metabolic_review").never.click()
    row.body.how.field.choice.segment("from_record").click()
    assert not row.body.how.field.day.isVisible()
    assert row.body.still_asked() == ""
    answer = record(window).metabolic_review
    assert (answer.value, answer.how, answer.taken_on) == (LastDone(), How.FROM_RECORD, TODAY)
    entry(row, "metabolic_review").never.click()
    field = entry(row, "metabolic_review").field
    field.line.setText("1/10/2026")
    field.commit()
    assert row.body.how.field.day.isVisible(), "a day in a record has a day on which it was written"


def test_a_height_that_is_too_old_says_so_where_the_bmi_would_stand(store: Store, qtbot: QtBot) -> None:
    old = History(readings=(reading("height", "165", "cm", date(2021, 7, 1)),))
    window = Window(PhysicalChecksScreen(visit_with(store, old)))
    qtbot.addWidget(window)
    in_sight(window, qtbot)
    row = open_row(window, "weight")
    keys("84.6")
    enter()
    keys("1")
    assert row.body._band.said() == "No BMI: the height of 01-Jul-2021 is too old. Measure it again."
    assert row.body._band.isVisible()


def test_a_weight_without_any_height_says_what_the_bmi_needs(store: Store, qtbot: QtBot) -> None:
    window = Window(PhysicalChecksScreen(visit_with(store, History())))
    qtbot.addWidget(window)
    in_sight(window, qtbot)
    row = open_row(window, "weight")
    keys("84.6")
    enter()
    keys("1")
    assert row.body._band.said() == "No BMI yet: it needs a height."


def test_a_condition_on_the_record_stands_beside_its_question(store: Store, qtbot: QtBot) -> None:
    diabetes = Condition(label="Diabetes", key="diabetes", since=date(2019, 5, 4))
    known = History(conditions=(diabetes,), readings=(reading("hba1c", "52", "mmol/mol", date(2026, 9, 2)),))
    window = Window(PhysicalChecksScreen(visit_with(store, known)))
    qtbot.addWidget(window)
    in_sight(window, qtbot)
    said = window.screen.form.row_of("has_diabetes").face.accessibleName()
    assert "Diabetes, since 04-May-2019" in said
    assert "None before" not in said


def is_listed(window: Window, field: str) -> bool:
    return not window.screen.form.row_of(field).isHidden()


def answer(window: Window, **answers: object) -> None:
    consultation = window.screen.consultation
    kept = {name: Known(value, How.MEASURED, TODAY, "ann") for name, value in answers.items()}
    consultation.edit(SECTION, msgspec.structs.replace(record(window), **kept))


def test_temperature_breathing_and_oxygen_come_when_somebody_is_unwell(window: Window) -> None:
    opened = ("temperature", "respiratory_rate", "oxygen")
    assert not any(is_listed(window, field) for field in opened)
    row = open_row(window, "unwell_today")
    entry(row, "unwell_today").field.segment("YES").click()
    assert record(window).unwell_today.value is YesNo.YES
    assert all(is_listed(window, field) for field in opened)
    assert row._words(record(window), window.screen.consultation.visit).value == "Unwell today"


def test_other_results_open_on_request_and_an_ordinary_visit_stays_short(window: Window) -> None:
    results = ("white_cells", "egfr", "sodium", "prolactin", "qrisk3", "ecg")
    assert not any(is_listed(window, field) for field in results)
    answer(window, other_results=YesNo.YES)
    assert all(is_listed(window, field) for field in results)


def test_a_clozapine_level_in_micrograms_is_asked_about_and_taken_only_when_pressed(window: Window) -> None:
    answer(window, other_results=YesNo.YES)
    row = open_row(window, "clozapine_level")
    keys("350")
    enter()
    field = entry(row, "clozapine_level")
    assert field.value() is None
    assert field.offer.sentence.said() == "Is this in micrograms a litre? 350 ug/L / 1000 = 0.35 mg/L"
    assert record(window).clozapine_level == NOT_ASKED
    field.take.click()
    assert field.value() == Decimal("0.35")
    row.body.how.field.choice.segment("measured").click()
    assert record(window).clozapine_level.value == Decimal("0.35")
    assert is_seen(row, "clozapine_hours")


def is_seen(row: SheetRow, field: str) -> bool:
    return next(not m.isHidden() for m in row.body.members if m.name == field)


def test_an_extreme_pulse_asks_for_a_second_count_and_how_it_feels(window: Window) -> None:
    row = open_row(window, "pulse")
    assert not is_seen(row, "pulse_again")
    keys("136")
    enter()
    row.body.how.field.choice.segment("measured").click()
    assert is_seen(row, "pulse_again")
    assert is_seen(row, "pulse_rhythm")
    assert not is_seen(row, "pulse_signs")
    assert row.body._band.said() == "131 or more"


def test_lying_and_standing_say_the_fall_in_words(window: Window) -> None:
    answer(window, unsteady=(Unsteady.DIZZY,), lying_blood_pressure=(BloodPressure(134, 82),))
    row = open_row(window, "standing_blood_pressure")
    field = entry(row, "standing_blood_pressure")
    field.readings[0].upper_line.setFocus()
    keys("118/76")
    enter()
    keys("110/74")
    enter()
    assert field.value() == (BloodPressure(118, 76), BloodPressure(110, 74))
    assert not field.another.isVisible()
    assert len(entry(row, "lying_blood_pressure").readings) == 1
    row.close_row()
    window.screen.form.take_in_hand(row)
    assert row.body._found.said().startswith("Falls by 24 and 8 on standing")


def test_a_value_too_old_for_a_rule_says_so_beside_its_date(window: Window) -> None:
    row = window.screen.form.row_of("total_cholesterol")
    words = row._words(record(window), window.screen.consultation.visit)
    assert (words.last, words.when) == ("Last 5.6 mmol/L", "04-Nov-2025: too old for rules")
    weight = window.screen.form.row_of("weight")
    assert weight._words(record(window), window.screen.consultation.visit).when == "16-Sep-2026"


def test_a_weight_says_how_much_it_changed_since_the_last(window: Window) -> None:
    row = open_row(window, "weight")
    keys("84.6")
    enter()
    keys("1")
    assert row.body._band.said() == (
        "range 30 to 34.9 or range 27.5 to 32.4, by family background. "
        "1.2 kg (1.4 %) more than on 16-Sep-2026"
    )
