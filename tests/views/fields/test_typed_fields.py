from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.fields import pauses
from app.views.fields.day import DayField
from app.views.fields.field import Captioned
from app.views.fields.how_known import How, HowAnswer, HowKnown
from app.views.fields.note import State
from app.views.fields.number import NumberField
from app.views.fields.number_reading import NumberRule
from app.views.fields.own_words import WordsField
from app.views.fields.pair import PairField
from app.views.fields.phone import PhoneField
from app.views.fields.text import TextField
from app.views.parts.fit import clipped
from tests.views.fields.watching import leave, shown, told, turn_wheel

pytestmark = pytest.mark.usefixtures("dressed")

PRESSURE = NumberRule(Decimal(50), Decimal(300), "mmHg")
WEIGHT = NumberRule(Decimal(20), Decimal(400), "kg", 1)
TODAY = date(2026, 11, 24)


def test_a_number_is_told_when_the_field_is_left_and_not_before(qtbot: QtBot) -> None:
    field = NumberField("Weight", WEIGHT)
    window = shown(qtbot, field)
    heard = told(field)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "84,6")
    assert heard == []
    leave(window)
    assert heard == [Decimal("84.6")]
    assert field.value() == Decimal("84.6")


def test_enter_tells_a_number_once_and_leaving_does_not_tell_it_again(qtbot: QtBot) -> None:
    field = NumberField("Weight", WEIGHT)
    window = shown(qtbot, field)
    heard = told(field)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "84")
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    leave(window)
    assert heard == [Decimal(84)]


def test_a_phone_number_is_kept_as_typed_and_words_in_its_place_take_nothing_away(qtbot: QtBot) -> None:
    field = PhoneField("Phone")
    window = shown(qtbot, field)
    heard = told(field)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "01632  960118 x12")
    leave(window)
    assert (heard, field.line.text()) == (["01632  960118 x12"], "01632  960118 x12")
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, "ask at the shop")
    leave(window)
    assert field.is_refused
    assert field.note.sentence.said() == (
        "ask at the shop is not kept, and 01632  960118 x12 stays: write a phone number in digits, as in "
        "01632 960 118 or 01632 960 118 ext 12."
    )
    assert (heard, field.value(), field.line.text()) == ([field.value()], heard[0], "ask at the shop")
    field.line.clear()
    field.commit()
    assert (field.is_refused, field.value()) == (False, None)


def test_what_is_stored_as_a_phone_number_stands_whatever_it_is(qtbot: QtBot) -> None:
    field = PhoneField("Phone")
    window = shown(qtbot, field)
    stored = "at her sister's, in the evening; the number is on the door of the fridge"
    field.set_value(stored)
    heard = told(field)
    field.line.setFocus()
    leave(window)
    assert (heard, field.value(), field.is_refused, field.line.text()) == ([], stored, False, stored)


def test_neither_wheel_nor_arrows_change_a_number(qtbot: QtBot) -> None:
    field = NumberField("Pulse", PRESSURE)
    shown(qtbot, field)
    field.set_value(Decimal(72))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        qtbot.keyClick(field.line, key)
    turn_wheel(field.line)
    field.commit()
    assert field.value() == Decimal(72)


def test_an_impossible_number_is_refused_stays_as_typed_and_is_no_value(qtbot: QtBot) -> None:
    field = NumberField("First reading", PRESSURE)
    shown(qtbot, field)
    field.set_value(Decimal(142))
    heard = told(field)
    field.line.setText("1420")
    field.commit()
    assert field.typed() == "1420"
    assert field.state() is State.REFUSED
    assert field.note.sentence.said() == "1420 is not kept: this field takes 50 to 300 mmHg."
    assert field.note.isVisible()
    assert heard == [None]
    assert "1420 is not kept" in field.line.accessibleDescription()


def test_putting_an_impossible_number_right_takes_the_complaint_away(qtbot: QtBot) -> None:
    field = NumberField("First reading", PRESSURE)
    shown(qtbot, field)
    field.line.setText("1420")
    field.commit()
    field.line.setText("142")
    field.commit()
    assert field.state() is State.FINE
    assert not field.note.isVisible()
    assert field.value() == 142


def test_an_unlikely_number_is_kept_and_questioned_until_it_is_confirmed(qtbot: QtBot) -> None:
    field = NumberField("Weight", WEIGHT, doubt=lambda kg: "Is this in stones?" if kg < 30 else None)
    shown(qtbot, field)
    heard = told(field)
    field.line.setText("23.4")
    field.commit()
    assert heard == [Decimal("23.4")]
    assert field.state() is State.CHECK
    assert field.note.sentence.said() == "Is this in stones?"
    field.commit()
    assert field.state() is State.CHECK
    with qtbot.waitSignal(field.confirmed):
        field.right.click()
    assert field.state() is State.FINE
    assert field.value() == Decimal("23.4")


def test_a_stored_number_is_shown_without_a_question(qtbot: QtBot) -> None:
    field = NumberField("Weight", WEIGHT, doubt=lambda kg: "Is this right?")
    shown(qtbot, field)
    heard = told(field)
    field.set_value(Decimal("84.60"))
    assert (field.typed(), field.state(), heard) == ("84.60", State.FINE, [])
    field.clear()
    assert (field.value(), field.typed()) == (None, "")


def test_emptying_a_number_tells_that_there_is_none(qtbot: QtBot) -> None:
    field = NumberField("Weight", WEIGHT)
    shown(qtbot, field)
    field.set_value(Decimal(84))
    heard = told(field)
    field.line.clear()
    field.commit()
    assert heard == [None]


def test_both_numbers_of_a_pair_are_told_together(qtbot: QtBot) -> None:
    field = PairField("First reading", PRESSURE, PRESSURE)
    window = shown(qtbot, field)
    heard = told(field)
    field.upper_line.setFocus()
    qtbot.keyClicks(field.upper_line, "146/")
    assert field.lower_line.hasFocus()
    assert heard == []
    qtbot.keyClicks(field.lower_line, "92")
    leave(window)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(Decimal(146), Decimal(92))]


def test_one_number_put_right_beside_an_old_one_is_no_reading(qtbot: QtBot) -> None:
    field = PairField("First reading", PRESSURE, PRESSURE)
    window = shown(qtbot, field)
    heard = told(field)
    field.upper_line.setText("84")
    field.lower_line.setText("132")
    field.commit()
    assert field.state() is State.REFUSED
    field.upper_line.setFocus()
    field.upper_line.setText("138")
    field.lower_line.setFocus()
    QApplication.processEvents()
    assert heard == [], "138/132 is nobody's pressure"
    field.lower_line.setText("84")
    leave(window)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(Decimal(138), Decimal(84))]


def test_half_a_pair_is_no_value_and_says_which_number_is_missing(qtbot: QtBot) -> None:
    field = PairField("First reading", PRESSURE, PRESSURE)
    window = shown(qtbot, field)
    heard = told(field)
    field.upper_line.setFocus()
    qtbot.keyClicks(field.upper_line, "146")
    leave(window)
    qtbot.waitUntil(lambda: field.state() is State.REFUSED)
    assert field.note.sentence.said() == "Not kept yet: the lower number is missing."
    assert (field.value(), heard) == (None, [])


@pytest.mark.parametrize(("upper", "lower"), [("92", "146"), ("120", "120")])
def test_the_upper_number_must_be_the_larger_one(qtbot: QtBot, upper: str, lower: str) -> None:
    field = PairField("First reading", PRESSURE, PRESSURE)
    shown(qtbot, field)
    field.upper_line.setText(upper)
    field.lower_line.setText(lower)
    field.commit()
    assert field.value() is None
    assert "must be the larger" in field.note.sentence.said()


def test_a_day_is_echoed_with_its_month_in_letters(qtbot: QtBot) -> None:
    field = DayField("Taken on", latest=TODAY)
    shown(qtbot, field)
    heard = told(field)
    field.line.setText("3/4/2026")
    field.commit()
    assert field.line.text() == "03-Apr-2026"
    assert heard == [date(2026, 4, 3)]
    field.commit()
    assert len(heard) == 1


@pytest.mark.parametrize(
    ("typed", "why"), [("25 Nov 2026", "after 24-Nov-2026"), ("31 Dec 2025", "before 01-Jan-2026")]
)
def test_a_day_out_of_bounds_is_refused_and_stays_as_typed(qtbot: QtBot, typed: str, why: str) -> None:
    field = DayField("Taken on", earliest=date(2026, 1, 1), latest=TODAY)
    shown(qtbot, field)
    field.line.setText(typed)
    field.commit()
    assert field.value() is None
    assert field.line.text() == typed
    assert why in field.note.sentence.said()


@pytest.mark.parametrize(
    ("bounds", "stored"),
    [({"earliest": TODAY}, date(2026, 11, 23)), ({"latest": TODAY}, date(2026, 11, 25))],
)
def test_a_stored_day_stands_though_it_is_out_of_bounds_by_now(
    qtbot: QtBot, bounds: dict[str, date], stored: date
) -> None:
    field = DayField("By when", **bounds)
    window = shown(qtbot, field)
    field.set_value(stored)
    heard = told(field)
    field.line.setFocus()
    leave(window)
    field.commit()
    assert (field.value(), field.state(), heard) == (stored, State.FINE, [])
    assert not field.note.isVisible()


def test_a_stored_day_may_be_typed_again_and_another_one_out_of_bounds_may_not(qtbot: QtBot) -> None:
    field = DayField("By when", earliest=TODAY)
    shown(qtbot, field)
    field.set_value(date(2026, 11, 23))
    for typed, kept in (("22/11/2026", None), ("23/11/2026", date(2026, 11, 23)), ("", None)):
        field.line.setText(typed)
        field.commit()
        assert field.value() == kept
    assert field.state() is State.FINE


def test_a_partly_known_day_is_kept_as_far_as_it_is_known(qtbot: QtBot) -> None:
    field = DayField("Started", partly=True, latest=TODAY)
    shown(qtbot, field)
    for typed, kept, said in (("2026", "2026", "2026"), ("Sept 2024", "2024-09", "Sep 2024")):
        field.line.setText(typed)
        field.commit()
        assert (field.value(), field.line.text()) == (kept, said)
    field.line.setText("2027")
    field.commit()
    assert field.state() is State.REFUSED


def test_words_are_kept_as_they_are_said(qtbot: QtBot) -> None:
    field = WordsField("What matters to you today")
    window = shown(qtbot, field)
    heard = told(field)
    field.page.setFocus()
    qtbot.keyClicks(field.page, "My clothes  don't fit. <b>No!</b>")
    qtbot.keyClick(field.page, Qt.Key.Key_Return)
    assert heard == []
    qtbot.keyClick(field.page, Qt.Key.Key_Tab)
    leave(window)
    assert heard == ["My clothes  don't fit. <b>No!</b>\n"]


def test_only_spaces_are_no_words(qtbot: QtBot) -> None:
    field, line = WordsField("Own words"), TextField("Why")
    shown(qtbot, field, line)
    heard = told(field) + told(line)
    field.page.setPlainText("  \n ")
    line.line.setText("   ")
    field.commit()
    line.commit()
    assert (field.value(), line.value(), heard) == (None, None, [])


def test_a_line_of_words_is_told_when_it_is_left(qtbot: QtBot) -> None:
    field = TextField("Why")
    window = shown(qtbot, field)
    heard = told(field)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "Dr Obi was away ")
    leave(window)
    assert heard == ["Dr Obi was away"]


def test_how_it_is_known_asks_only_for_what_the_answer_needs(qtbot: QtBot) -> None:
    field = HowKnown("HbA1c", TODAY)
    shown(qtbot, field)
    assert field.value() is None
    assert not field.day.isVisible()
    assert not field.why.isVisible()
    heard = told(field)
    field.choice.segment(How.FROM_RECORD.value).click()
    assert field.day.isVisible()
    field.day.line.setText("19 Aug 2026")
    field.commit()
    assert heard[-1] == HowAnswer(How.FROM_RECORD, date(2026, 8, 19))
    field.choice.segment(How.DECLINED.value).click()
    assert field.why.isVisible()
    assert not field.day.isVisible()
    assert field.value() == HowAnswer(How.DECLINED)
    field.why.line.setText("Not today")
    field.commit()
    assert heard[-1] == HowAnswer(How.DECLINED, why="Not today")


def test_a_stored_answer_to_how_it_is_known_comes_back_whole(qtbot: QtBot) -> None:
    field = HowKnown("Waist", TODAY)
    shown(qtbot, field)
    heard = told(field)
    for answer in (
        HowAnswer(How.NOT_DONE, why="No tape"),
        HowAnswer(How.FROM_RECORD, date(2026, 1, 2)),
        HowAnswer(How.MEASURED),
        None,
    ):
        field.set_value(answer)
        assert field.value() == answer
    assert heard == []


def test_a_caption_is_tied_to_its_field(qtbot: QtBot) -> None:
    field = NumberField("Weight", WEIGHT)
    captioned = Captioned("Weight today", field, hint="With shoes off")
    shown(qtbot, captioned)
    assert captioned.caption.buddy() is field.line
    assert field.line.accessibleName() == "Weight, kg"


def test_the_grey_hint_of_a_day_cannot_be_taken_for_a_day(qtbot: QtBot) -> None:
    field = DayField("Taken on")
    shown(qtbot, field)
    hint = field.line.placeholderText()
    assert hint == "day month year"
    assert not any(letter.isdigit() for letter in hint)
    assert clipped(field.window()) == []


@pytest.mark.parametrize("make", [WordsField, lambda name: TextField(name, in_pauses=True)])
def test_words_are_told_once_in_a_pause_of_typing_and_stay_as_they_are_being_typed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make: Callable[[str], WordsField | TextField]
) -> None:
    monkeypatch.setattr(pauses, "PAUSE_MS", 40)
    field = make("What keeps you safe")
    window = shown(qtbot, field)
    heard = told(field)
    edit = field.first_stop()
    edit.setFocus()
    qtbot.keyClicks(edit, "My sister ")
    qtbot.waitUntil(lambda: bool(heard))
    field.set_value("My sister")
    qtbot.keyClicks(edit, "Yvonne")
    qtbot.waitUntil(lambda: len(heard) == 2)
    leave(window)
    assert [words.strip() for words in heard] == ["My sister", "My sister Yvonne"]


def test_a_line_outside_a_visit_is_taken_only_when_it_is_left(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pauses, "PAUSE_MS", 0)
    field = TextField("Last 4 characters of the code")
    shown(qtbot, field)
    heard = told(field)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "7Q")
    qtbot.wait(20)
    assert heard == []
