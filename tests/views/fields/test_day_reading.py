from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.views.fields.day_reading import in_words, partly_in_words, read_day, read_partly
from app.views.fields.number_reading import NotKept

USUAL = [
    *("16 Sep 2026", "16-Sep-2026", "16 september 2026", "16sep2026", "16th Sept 2026", "16/9/2026"),
    *("16.09.2026", "16-9-2026", "2026-09-16", " 16  Sep  2026 ", "16 Sep, 2026"),
]


@pytest.mark.parametrize("typed", USUAL)
def test_a_day_is_read_in_any_usual_way(typed: str) -> None:
    assert read_day(typed) == date(2026, 9, 16)


def test_figures_are_read_as_day_then_month() -> None:
    assert read_day("3/4/2026") == date(2026, 4, 3)


@pytest.mark.parametrize("typed", ["16/9/26", "16 Sep 26", "16.9.26", "16-sep-26"])
def test_a_year_of_two_digits_is_refused(typed: str) -> None:
    with pytest.raises(NotKept, match="four digits"):
        read_day(typed)


@pytest.mark.parametrize(
    "typed", ["31/2/2026", "9/16/2026", "0/1/2026", "29 Feb 2026", "1/13/2026", "1/1/0000"]
)
def test_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(NotKept, match="no such day"):
        read_day(typed)


@pytest.mark.parametrize(
    "typed", ["yesterday", "16", "16 Ma 2026", "16 Foo 2026", "16//9//2026", "September", "１６/９/２０２６"]
)
def test_what_is_not_a_day_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(NotKept, match="write a day as in"):
        read_day(typed)


@pytest.mark.parametrize("typed", ["Sep 2026", "2026", "9/2026", "2026-09"])
def test_a_month_or_a_year_is_not_enough_for_a_day(typed: str) -> None:
    with pytest.raises(NotKept, match="a day is needed"):
        read_day(typed)


@pytest.mark.parametrize(
    ("typed", "iso", "said"),
    [
        ("2024", "2024", "2024"),
        ("sept 2024", "2024-09", "Sep 2024"),
        ("9/2024", "2024-09", "Sep 2024"),
        ("2024-09", "2024-09", "Sep 2024"),
        ("3 Feb 2024", "2024-02-03", "03-Feb-2024"),
    ],
)
def test_a_partly_known_day_keeps_only_what_is_known(typed: str, iso: str, said: str) -> None:
    assert read_partly(typed) == iso
    assert partly_in_words(iso) == said


def test_an_empty_line_is_no_day() -> None:
    assert read_day(" ") is None
    assert read_partly("") is None


@given(st.dates())
def test_a_day_as_it_is_shown_reads_as_itself(day: date) -> None:
    assert read_day(in_words(day)) == day
    assert read_partly(day.isoformat()) == day.isoformat()
