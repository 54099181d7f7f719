"""The NHS number: ten digits, the last a check digit by Modulus 11, shown 3-3-4.

Source: NHS Data Dictionary, NHS NUMBER. Numbers that begin 999 are kept for tests and never issued.
"""

import re

DIGITS = 10
MODULUS = 11
TEST_PREFIX = "999"


def digits_of(text: str) -> str:
    """The digits of a number as typed, spaces and hyphens left out; raises ValueError for anything else."""
    digits = re.sub(r"[\s-]", "", text)
    if not re.fullmatch(r"[0-9]+", digits):
        raise ValueError("an NHS number is made of digits")
    return digits


def check_digit(first_nine: str) -> int | None:
    """The tenth digit that Modulus 11 asks for; None where no number with these nine can exist."""
    weighted = sum(int(digit) * (DIGITS - place) for place, digit in enumerate(first_nine))
    wanted = (MODULUS - weighted % MODULUS) % MODULUS
    return None if wanted == MODULUS - 1 else wanted


def is_nhs_number(text: str) -> bool:
    """Whether this is ten digits with the right check digit, however spaced."""
    try:
        digits = digits_of(text)
    except ValueError:
        return False
    return len(digits) == DIGITS and check_digit(digits[:-1]) == int(digits[-1])


def is_test_number(text: str) -> bool:
    """Whether this is a valid number of the range that is never issued to anyone."""
    return is_nhs_number(text) and digits_of(text).startswith(TEST_PREFIX)


def formatted(text: str) -> str:
    """The number as it is read aloud, 3-3-4; raises ValueError if it is not an NHS number."""
    if not is_nhs_number(text):
        raise ValueError("not an NHS number")
    digits = digits_of(text)
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
