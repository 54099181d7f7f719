"""Dates of birth that this product can be used for."""

from datetime import date

from app.consultation.person import age_on

ADULT_YEARS = 18
OLDEST_YEARS = 120
FOR_ADULTS = "One Conversation is for adults: this person is under 18. Nothing is kept of them."


def earliest_birth(today: date) -> date:
    """Nobody alive was born before this day."""
    return date(today.year - OLDEST_YEARS, 1, 1)


def is_adult(birth_date: date, today: date) -> bool:
    """Whether the person is 18 or over."""
    return age_on(birth_date, today) >= ADULT_YEARS
