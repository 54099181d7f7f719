"""Body mass index: weight in kg over height in metres squared, as it is displayed."""

from decimal import Decimal

from app.rules.units import rounded

CM_A_METRE = 100


def bmi(weight_kg: Decimal, height_cm: Decimal) -> Decimal:
    """BMI in kg/m2 to one place, half up; raises ValueError unless both are above zero."""
    if weight_kg <= 0 or height_cm <= 0:
        raise ValueError("weight and height must be above zero")
    return rounded(weight_kg * CM_A_METRE**2 / height_cm**2, 1)
