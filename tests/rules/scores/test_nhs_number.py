import nhs_number
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.scores.nhs_number import check_digit, formatted, is_nhs_number, is_test_number


@given(st.integers(0, 9_999_999_999).map(lambda n: f"{n:010d}"))
def test_ours_agrees_with_the_reference_library_on_the_check_digit(digits: str):
    wanted = nhs_number.calculate_checksum(digits[:9])
    assert check_digit(digits[:9]) == (None if wanted == 10 else wanted)
    assert is_nhs_number(digits) == (str(wanted) == digits[9])
    if nhs_number.is_valid(digits):
        # The library also refuses Scottish numbers whose first six digits are no date; Modulus 11 does not.
        assert is_nhs_number(digits)


def test_spaces_and_hyphens_are_no_matter():
    assert is_nhs_number("943 476 5919")
    assert is_nhs_number("943-476-5919")


@pytest.mark.parametrize("text", ["", "943476591", "94347659190", "943476591x", "９４３４７６５９１９"])
def test_what_is_not_ten_plain_digits_is_no_nhs_number(text: str):
    assert not is_nhs_number(text)


def test_it_is_shown_three_three_four():
    assert formatted("9434765919") == "943 476 5919"


def test_a_wrong_number_is_never_shown_as_if_it_were_one():
    with pytest.raises(ValueError, match="not an NHS number"):
        formatted("9434765918")


def test_numbers_that_begin_with_999_are_for_tests():
    number = next(f"99900000{n:02d}" for n in range(100) if is_nhs_number(f"99900000{n:02d}"))
    assert is_test_number(number)
    assert not is_test_number("9434765919")
