"""Days and words that cannot be mistaken for others."""

from datetime import UTC, date, datetime

import pytest

from app.consultation.days import clock_time, in_words, on_paper, on_screen, on_this_laptop
from app.consultation.person import Person, age_on


def test_a_day_is_said_so_that_nobody_swaps_day_and_month():
    day = date(2026, 2, 3)
    assert (on_screen(day), in_words(day)) == ("03-Feb-2026", "3 February 2026")
    assert on_paper(date(2026, 11, 22)) == "Sunday 22 November 2026"
    assert clock_time(datetime(2026, 11, 22, 9, 5, tzinfo=UTC)) == "09:05"


def test_a_birthday_on_the_29th_of_february_comes_on_the_1st_of_march():
    born = date(2008, 2, 29)
    assert age_on(born, date(2026, 2, 28)) == 17
    assert age_on(born, date(2026, 3, 1)) == 18


def test_a_person_is_called_as_they_like():
    person = Person(id="p", family_name="Nowak", given_name="Jan", birth_date=date(1985, 2, 28))
    assert (person.full_name, person.called) == ("Jan Nowak", "Jan")
    liked = Person(id="p", family_name="Nowak", given_name="", birth_date=date(1985, 2, 28))
    assert (liked.full_name, liked.called) == ("Nowak", "Nowak")


@pytest.mark.usefixtures("in_britain")
@pytest.mark.parametrize(
    ("moment", "day", "clock"),
    [
        (datetime(2026, 6, 14, 23, 30, tzinfo=UTC), date(2026, 6, 15), "00:30"),
        (datetime(2026, 10, 24, 9, 42, tzinfo=UTC), date(2026, 10, 24), "10:42"),
        (datetime(2026, 10, 26, 9, 42, tzinfo=UTC), date(2026, 10, 26), "09:42"),
    ],
)
def test_a_moment_is_said_as_the_laptops_clock_showed_it_then(moment, day, clock):
    here = on_this_laptop(moment)
    assert (here.date(), clock_time(here)) == (day, clock)
