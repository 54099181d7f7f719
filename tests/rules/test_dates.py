from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.dates import Span, SpanUnit, months_after, months_before


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 11, 22), 12, date(2025, 11, 22)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
    ],
)
def test_months_are_calendar_months(day: date, months: int, earlier: date):
    assert months_before(day, months) == earlier


@given(st.dates(date(1930, 1, 1), date(2200, 1, 1)), st.integers(0, 240))
def test_so_many_months_later_and_back_loses_at_most_the_end_of_a_month(day: date, months: int):
    back = months_before(months_after(day, months), months)
    assert (back.year, back.month) == (day.year, day.month)
    assert back.day == min(day.day, months_after(day, months).day)


def test_days_of_grace_come_on_top_of_calendar_months():
    yearly = Span(12, SpanUnit.MONTHS, 30)
    assert yearly.words == "12 months + 30 days"
    assert yearly.before(date(2026, 11, 22)) == date(2025, 10, 23)
    assert yearly.before(date(2024, 3, 1)) == date(2023, 1, 30), "the 29th of February takes no day away"


def test_a_span_is_said_as_people_say_it():
    assert Span(1, SpanUnit.MONTHS).words == "1 month"
    assert Span(4, SpanUnit.WEEKS).words == "4 weeks"
    assert Span(4, SpanUnit.WEEKS).before(date(2026, 1, 29)) == date(2026, 1, 1)
