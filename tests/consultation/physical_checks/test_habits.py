"""What is told of drink, smoke, drugs and tests becomes a fact only as far as it was asked."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.consultation.answers import How, Known, YesNo
from app.consultation.last_done import LastDone
from app.consultation.physical_checks.facts import facts
from app.consultation.physical_checks.habits import DependenceSign, Drug, Gambling
from app.consultation.physical_checks.record import (
    DrinkingDays,
    DrinkingUnits,
    HeavyDrinking,
    PhysicalChecks,
)
from app.rules.facts import Known as KnownFact
from app.rules.facts import Missing
from tests.consultation.a_visit import DECLINED, TODAY, known, past, reading, told, visit

FIVE = {
    "drinking_days": told(DrinkingDays.TWO_TO_THREE),
    "drinking_units": told(DrinkingUnits.TO_6),
    "heavy_drinking": told(HeavyDrinking.NEVER),
}
FOUR = FIVE | {"drinking_units": told(DrinkingUnits.TO_4)}
ELEVEN = {
    "drinking_days": told(DrinkingDays.FOUR_OR_MORE),
    "drinking_units": told(DrinkingUnits.TEN_OR_MORE),
    "heavy_drinking": told(HeavyDrinking.WEEKLY),
}


def value(name, history=None, **answers):
    found = facts(PhysicalChecks(**answers), visit(history))[name]
    return found.value if isinstance(found, KnownFact) else None


def test_signs_of_dependence_are_asked_from_an_audit_c_of_five_and_a_known_no_below():
    assert value("alcohol_dependence_sign", **FOUR) is False
    assert value("alcohol_dependence_sign", **FIVE) is None
    assert value("alcohol_dependence_sign") is None
    assert value("alcohol_dependence_sign", **FOUR, unwell_today=told(YesNo.YES)) is None, (
        "drinks, and unwell"
    )
    said = {"dependence_signs": told((DependenceSign.MORNING,))}
    assert value("alcohol_dependence_sign", **FOUR, **said) is True


@pytest.mark.parametrize(
    ("answers", "possible"),
    [
        (FOUR, False),
        (ELEVEN, True),
        (FIVE | {"dependence_signs": told(())}, None),
        (FIVE | {"dependence_signs": told(()), "audit_total": known(Decimal(19))}, False),
        (FIVE | {"dependence_signs": told(()), "audit_total": known(Decimal(20))}, True),
        (FIVE | {"dependence_signs": told((DependenceSign.FITS,))}, True),
        ({}, None),
    ],
)
def test_dependence_is_possible_by_audit_c_of_eleven_audit_of_twenty_or_one_sign(answers, possible):
    assert value("alcohol_dependence_possible", **answers) is possible


def test_signs_of_withdrawal_hang_on_drinking_less():
    assert value("withdrawal_sign", **FIVE, drank_less_lately=told(YesNo.NO)) is False
    assert value("withdrawal_sign", **FIVE, drank_less_lately=told(YesNo.YES)) is None


def test_new_confusion_is_a_sign_where_one_is_looked_for_and_nowhere_else():
    confused = {"unwell_today": told(YesNo.YES), "newly_confused": told(YesNo.YES)}
    assert value("withdrawal_sign", **ELEVEN, **confused, drank_less_lately=told(YesNo.YES)) is True
    assert value("brain_sign", **ELEVEN, **confused) is True
    assert value("brain_sign", **confused, drinking_days=told(DrinkingDays.NEVER)) is None


def test_what_hangs_on_a_drug_that_is_not_used_is_a_no_and_a_refusal_is_none():
    assert value("chest_pain_with_stimulants", drugs=told((Drug.CANNABIS,))) is False
    assert value("cannabis_use_changed", drugs=told((Drug.CANNABIS,))) is None
    assert value("uses_stimulants", drugs=DECLINED) is None


def test_a_total_of_all_ten_questions_says_when_they_were_done():
    on = TODAY - timedelta(days=40)
    entered = {"audit_total": Known(Decimal(12), How.FROM_RECORD, on)}
    assert value("last_full_audit", **entered) == on
    assert value("last_full_audit", past(reading("audit_total", "12", on))) == on
    assert value("last_full_audit", full_audit=told(LastDone(TODAY)), **entered) == TODAY


def test_a_test_without_a_result_waits_from_the_day_it_was_asked_for():
    asked_for = told(LastDone(TODAY - timedelta(days=15)))
    assert value("days_waiting_for_a_result", test_awaited=asked_for) == 15
    assert value("days_waiting_for_a_result", test_awaited=told(LastDone())) == 0
    assert value("days_waiting_for_a_result") is None


def test_a_blood_test_declined_today_is_trouble_whatever_else_was_said():
    assert value("blood_test_trouble", hba1c=DECLINED) is True
    assert value("blood_test_trouble", hba1c=DECLINED, blood_test_trouble=told(())) is True
    assert value("blood_test_trouble") is None


def test_gambling_that_was_asked_about_counts_for_a_year():
    said = past(reading("gambling", Gambling.OTHER.value, date(2026, 1, 5)))
    assert value("gambling_harm", said) is True
    assert value("last_gambling_question", said) == date(2026, 1, 5)
    old = past(reading("gambling", Gambling.OTHER.value, date(2025, 11, 1)))
    assert value("gambling_harm", old) is None
    assert isinstance(facts(PhysicalChecks(), visit())["last_gambling_question"], Missing)
