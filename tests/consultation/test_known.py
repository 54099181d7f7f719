"""From an answer, or else the record, to a fact: missing is never normal, and old never hides new."""

from datetime import date
from decimal import Decimal

import pytest

from app.consultation import known as facts_from
from app.consultation.answers import How, Unknown, WhyNot, YesNo
from app.consultation.history import Condition, History
from app.rules.facts import Known, Missing, Never, Reason
from tests.consultation.a_visit import DECLINED, TODAY, known, past, reading, searched, told, visit

YEAR_AGO = date(2025, 11, 22)


def weight(answer, history=None):
    return facts_from.number(answer, visit(history), "weight", 12)


def test_todays_value_is_the_fact_with_its_day_and_how_it_is_known():
    assert weight(known(Decimal("82.4"))) == Known(Decimal("82.4"), TODAY, "measured")


def test_a_value_read_in_a_letter_names_the_letter():
    answer = known(Decimal("82.4"), How.FROM_RECORD, date(2026, 5, 1), source="GP letter")
    assert weight(answer) == Known(Decimal("82.4"), date(2026, 5, 1), "GP letter")


@pytest.mark.parametrize("answer", [Unknown(), DECLINED, Unknown(WhyNot.NOT_DONE, "scales broken")])
def test_without_a_value_today_the_newest_on_the_record_counts(answer):
    history = past(reading("weight", "80", date(2026, 1, 5)), reading("weight", "84.5", date(2026, 8, 1)))
    assert weight(answer, history) == Known(Decimal("84.5"), date(2026, 8, 1), "GP record")


def test_a_reading_counts_on_the_last_day_of_its_months_and_not_the_day_before():
    assert isinstance(weight(Unknown(), past(reading("weight", "80", YEAR_AGO))), Known)
    too_old = weight(Unknown(), past(reading("weight", "80", date(2025, 11, 21))))
    assert too_old == Missing(Reason.TOO_OLD, "last 2025-11-21")


def test_an_answer_read_from_an_old_letter_is_too_old_as_well():
    assert weight(known(Decimal(80), How.FROM_RECORD, date(2020, 3, 1))) == Missing(
        Reason.TOO_OLD, "taken 2020-03-01"
    )


def test_an_answer_read_from_a_letter_counts_on_the_last_day_of_its_months():
    assert weight(known(Decimal(80), How.FROM_RECORD, YEAR_AGO)).value == Decimal(80)


def test_an_older_letter_does_not_hide_a_newer_result_on_the_record():
    history = past(reading("weight", "90", date(2026, 9, 1)))
    from_letter = known(Decimal(80), How.FROM_RECORD, date(2026, 2, 1))
    assert weight(from_letter, history) == Known(Decimal(90), date(2026, 9, 1), "GP record")
    same_day = known(Decimal(80), How.FROM_RECORD, date(2026, 9, 1))
    assert weight(same_day, history).value == Decimal(80)


def test_a_reading_dated_after_the_day_of_the_visit_is_not_looked_at():
    history = past(reading("weight", "80", date(2026, 6, 1)), reading("weight", "99", date(2026, 11, 23)))
    assert weight(Unknown(), history).value == Decimal(80)
    assert facts_from.last_done([], visit(history), ["weight"]).value == date(2026, 6, 1)


@pytest.mark.parametrize("value", ["refused", "NaN", "Infinity"])
def test_a_reading_that_is_no_number_is_not_known(value):
    assert weight(Unknown(), past(reading("weight", value, TODAY))) == Missing(Reason.NOT_KNOWN)


@pytest.mark.parametrize(
    ("why", "reason"),
    [
        (WhyNot.NOT_ASKED, Reason.NOT_ASKED),
        (WhyNot.DECLINED, Reason.DECLINED),
        (WhyNot.RATHER_NOT_SAY, Reason.DECLINED),
        (WhyNot.NOT_DONE, Reason.NOT_DONE_TODAY),
        (WhyNot.NOT_SURE, Reason.NOT_KNOWN),
        (WhyNot.DOES_NOT_APPLY, Reason.NOT_KNOWN),
    ],
)
def test_why_there_is_no_answer_is_kept_for_the_rule(why, reason):
    assert weight(Unknown(why, "a note")) == (
        Missing(reason) if why is WhyNot.NOT_ASKED else Missing(reason, "a note")
    )
    assert facts_from.yes_or_no(Unknown(why)) == Missing(reason)
    assert facts_from.any_ticked(Unknown(why)) == Missing(reason)


def test_yes_is_yes_and_no_is_no():
    assert facts_from.yes_or_no(told(YesNo.YES)) == Known(True, TODAY, "self-reported")
    assert facts_from.yes_or_no(told(YesNo.NO)) == Known(False, TODAY, "self-reported")


def test_none_of_these_is_a_no_and_nothing_ticked_yet_is_not():
    assert facts_from.any_ticked(told(())).value is False
    assert facts_from.any_ticked(told((1,))).value is True
    assert facts_from.any_ticked(Unknown()) == Missing(Reason.NOT_ASKED)


def test_last_done_is_the_newest_of_the_visit_and_the_record():
    history = past(
        reading("hba1c", "44", date(2026, 3, 1)), reading("fasting_glucose", "5", date(2026, 4, 1))
    )
    where = visit(history)
    series = ("hba1c", "fasting_glucose")
    assert facts_from.last_done([None], where, series) == Known(date(2026, 4, 1), date(2026, 4, 1), "record")
    assert facts_from.last_done([TODAY, None], where, series) == Known(TODAY, TODAY, "entered at this visit")


def test_never_goes_only_as_far_back_as_every_series_was_searched():
    series = ("hba1c", "fasting_glucose")
    nothing = visit(History())
    assert facts_from.last_done([], nothing, series) == Missing(Reason.NOT_SEARCHED)
    half = visit(History(searched=(searched("hba1c", date(2020, 1, 1)),)))
    assert facts_from.last_done([], half, series) == Missing(Reason.NOT_SEARCHED)
    both = visit(
        History(searched=(searched("hba1c", date(2020, 1, 1)), searched("fasting_glucose", date(2024, 1, 1))))
    )
    assert facts_from.last_done([], both, series).value == Never(date(2024, 1, 1))
    everything = visit(History(searched=(searched("*", date(2016, 1, 1)),)))
    assert facts_from.last_done([], everything, series).value == Never(date(2016, 1, 1))


def test_a_condition_is_absent_only_from_a_list_that_is_complete():
    diabetes = Condition(label="Type 2 diabetes", key="diabetes", since=date(2019, 1, 1), source="GP record")
    over = Condition(label="Diabetes in remission", key="diabetes", is_active=False)

    def has(answer, **history):
        return facts_from.has_condition(answer, visit(History(**history)), "diabetes")

    assert has(Unknown(), conditions=(diabetes,)) == Known(True, date(2019, 1, 1), "GP record")
    assert has(Unknown()) == Missing(Reason.NOT_ASKED)
    asthma = Condition(label="Asthma", key="asthma")
    assert has(Unknown(), conditions=(asthma,)) == Missing(Reason.NOT_ASKED)
    assert has(Unknown(), conditions=(asthma,), conditions_complete=True).value is False
    assert has(DECLINED) == Missing(Reason.DECLINED)
    assert has(Unknown(), conditions_complete=True).value is False
    assert has(Unknown(), conditions=(over,)) == Missing(Reason.NOT_ASKED)
    assert has(told(YesNo.NO), conditions=(diabetes,)).value is False


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (None, False),
        (date(2026, 10, 23), True),
        (date(2026, 10, 22), False),
        (TODAY, True),
        (date(2026, 11, 23), False),
    ],
)
def test_thirty_days_count_from_today_backwards(day, counts):
    assert facts_from.within_days(day, TODAY, 30) is counts
