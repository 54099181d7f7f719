from decimal import Decimal

import pytest

from app.rules.scores.dialog_means import life_mean, treatment_mean


def test_six_of_eight_life_ratings_make_a_mean_that_says_so():
    found = life_mean([4, 5, None, 3, 6, None, 2, 7])
    assert found is not None
    assert (found.mean, found.basis) == (Decimal("4.50"), "based on 6 of 8")


def test_five_life_ratings_make_no_mean():
    assert life_mean([4, 5, None, 3, 6, None, 2, None]) is None


def test_two_thirds_are_shown_rounded_half_up():
    found = treatment_mean([5, 5, 4])
    assert found is not None
    assert found.mean == Decimal("4.67")


def test_treatment_needs_all_three():
    assert treatment_mean([5, 5, None]) is None


@pytest.mark.parametrize("ratings", [[8, 1, 1], [0, 1, 1], [1, 1]])
def test_ratings_that_cannot_be_are_refused(ratings: list[int]):
    with pytest.raises(ValueError, match="rating"):
        treatment_mean(ratings)
