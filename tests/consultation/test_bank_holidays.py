"""The bank holidays, held against the lists that gov.uk/bank-holidays gives for England and Wales."""

from datetime import date

import pytest

from app.consultation.bank_holidays import (
    bank_holidays,
    is_working_day,
    working_day_after,
    working_day_before,
)

GIVEN = {
    2021: ("01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"),
    2024: ("01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"),
    2025: ("01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"),
    2026: ("01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"),
    2027: ("01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"),
}


@pytest.mark.parametrize("year", GIVEN)
def test_they_are_those_that_the_government_lists(year):
    assert bank_holidays(year) == {date.fromisoformat(f"{year}-{day}") for day in GIVEN[year]}


def test_christmas_on_a_sunday_moves_past_boxing_day_and_new_year_on_a_saturday_to_the_monday():
    assert {date(2022, 12, 26), date(2022, 12, 27)} <= bank_holidays(2022)
    assert date(2022, 1, 3) in bank_holidays(2022)


def test_the_working_day_before_and_after_christmas_2026():
    assert not is_working_day(date(2026, 12, 28))
    assert working_day_before(date(2026, 12, 28)) == date(2026, 12, 24)
    assert working_day_after(date(2026, 12, 24)) == date(2026, 12, 29)
