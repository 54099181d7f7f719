from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.views.fields.number_reading import NotKept, NumberRule

PRESSURE = NumberRule(Decimal(50), Decimal(300), "mmHg")
WEIGHT = NumberRule(Decimal(20), Decimal(400), "kg", 1)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("84.6", "84.6"), ("84,6", "84.6"), (" 84.6 ", "84.6"), ("84.", "84"), ("84", "84")],
)
def test_a_number_is_read_with_a_point_or_a_comma(typed: str, number: str) -> None:
    assert WEIGHT.read(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["", "  "])
def test_an_empty_line_is_no_number_and_no_mistake(typed: str) -> None:
    assert WEIGHT.read(typed) is None


@pytest.mark.parametrize("typed", ["49", "301", "1420", "-120", "0"])
def test_what_is_out_of_range_is_refused_with_the_range(typed: str) -> None:
    with pytest.raises(NotKept, match=f"{typed} is not kept: this field takes 50 to 300 mmHg"):
        PRESSURE.read(typed)


@pytest.mark.parametrize("typed", ["50", "300"])
def test_both_ends_of_the_range_are_kept(typed: str) -> None:
    assert PRESSURE.read(typed) == Decimal(typed)


@pytest.mark.parametrize(
    "typed", ["abc", "1e2", "NaN", "Infinity", "12.3.4", "1,420.5", "٨٤", "11 4", "0x50", ".", "-", "146/92"]
)
def test_what_is_not_a_plain_number_is_refused(typed: str) -> None:
    with pytest.raises(NotKept, match="takes a number"):
        PRESSURE.read(typed)


def test_too_many_places_are_refused_and_never_rounded() -> None:
    with pytest.raises(NotKept, match="at most 1 decimal place"):
        WEIGHT.read("84.65")
    with pytest.raises(NotKept, match="whole numbers"):
        PRESSURE.read("146.5")


def test_a_comma_for_thousands_never_becomes_a_decimal() -> None:
    with pytest.raises(NotKept):
        NumberRule(Decimal(0), Decimal(9000), "steps").read("1,420")


@given(st.decimals(min_value=20, max_value=400, places=1))
def test_every_number_in_range_is_read_as_it_is_written(number: Decimal) -> None:
    assert WEIGHT.read(f"{number:f}") == number
    assert WEIGHT.read(f"{number:f}".replace(".", ",")) == number
