from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.scores.bmi import bmi


def test_a_bmi_that_rounds_to_thirty_is_thirty():
    assert bmi(Decimal("69.2"), Decimal(152)) == Decimal("30.0")


def test_half_a_tenth_rounds_up():
    assert bmi(Decimal("25.05"), Decimal(100)) == Decimal("25.1")


@pytest.mark.parametrize(("weight", "height"), [("0", "170"), ("70", "0"), ("-1", "170")])
def test_nothing_is_worked_out_from_nothing(weight: str, height: str):
    with pytest.raises(ValueError, match="above zero"):
        bmi(Decimal(weight), Decimal(height))


@given(st.decimals(20, 450, places=1), st.decimals(90, 250, places=1))
def test_the_figure_shown_lies_within_half_a_tenth_of_the_sum(weight_kg: Decimal, height_cm: Decimal):
    exact = weight_kg / (height_cm / 100) ** 2
    assert abs(bmi(weight_kg, height_cm) - exact) <= Decimal("0.0500001")
