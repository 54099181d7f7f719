"""Who is easily mixed up with whom, and who may be kept twice."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.consultation.likeness import look_alikes, may_be_same, mixed_up
from app.rules.scores.nhs_number import check_digit, is_nhs_number


@dataclass(frozen=True)
class Someone:
    family_name: str
    given_name: str
    birth_date: date = date(1979, 3, 14)
    nhs_number: str = ""
    id: str = "a"


NORA = Someone("Brennan", "Nora", nhs_number="9990687110")
OTHER_DAY = date(1950, 12, 1)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (Someone("BRENNAN", "Nóra"), "the same name, the same date of birth"),
        (Someone("Brenan", "Norah"), "a name like it, the same date of birth"),
        (Someone("Brennan", "Nora", OTHER_DAY), "the same name"),
        (
            Someone("Brenann", "Nora", date(1979, 3, 15)),
            "a name like it, a date of birth that differs by one slip",
        ),
        (Someone("Nora", "Brennan"), "one of the names, the same date of birth"),
        (Someone("Kelly", "Nora"), "one of the names, the same date of birth"),
        (Someone("Kelly", "Jo", OTHER_DAY, "9990687110"), "the same NHS number"),
        (Someone("Kelly", "Jo", OTHER_DAY, "9990687111"), "an NHS number that differs in one digit"),
        (Someone("Kelly", "Nora", OTHER_DAY), ""),
        (Someone("Brennan", "Tom", OTHER_DAY), ""),
        (Someone("Kelly", "Jo"), ""),
    ],
)
def test_who_may_be_kept_twice_and_why(other, why):
    assert may_be_same(NORA, other) == may_be_same(other, NORA) == why


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (Someone("Brennan", "Norma", OTHER_DAY), "a name like it"),
        (Someone("Brennan", "Tom"), "a family name like it, the same date of birth"),
        (Someone("Brenan", "Nell", OTHER_DAY), "a family name like it"),
        (Someone("Kelly", "Norah"), "a given name like it, the same date of birth"),
        (Someone("Kelly", "Jo", OTHER_DAY, "9990687129"), "an NHS number that differs in two digits"),
        (Someone("Brennan", "Tom", OTHER_DAY), ""),
        (Someone("Kelly", "Jo"), ""),
    ],
)
def test_who_is_easily_mixed_up_and_why(other, why):
    assert mixed_up(NORA, other) == mixed_up(other, NORA) == why


def test_a_list_names_for_each_who_is_easily_taken_for_them():
    twin, far = Someone("Brennan", "Tom", id="b"), Someone("Kelly", "Jo", OTHER_DAY, id="c")
    norah = Someone("Brenan", "Norah", OTHER_DAY, id="d")
    assert look_alikes([NORA, twin, far, norah]) == {"a": ["d", "b"], "b": ["a"], "d": ["a"]}


@given(st.integers(0, 10**9 - 1), st.integers(0, 9), st.integers(1, 9))
def test_two_valid_numbers_never_differ_in_one_digit(first_nine, place, by):
    nine = f"{first_nine:09}"
    last = check_digit(nine)
    if last is not None:
        number = f"{nine}{last}"
        slipped = f"{number[:place]}{(int(number[place]) + by) % 10}{number[place + 1 :]}"
        assert not is_nhs_number(slipped)
