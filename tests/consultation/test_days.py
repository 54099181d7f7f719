"""Days and words that cannot be mistaken for others."""

from datetime import UTC, date, datetime

from app.consultation.days import clock_time, in_words, on_paper, on_screen
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
