"""DIALOG's two means: eight questions of life, three of treatment, each rated 1 to 7.

Source: the owner's scoring page, https://dialog.elft.nhs.uk/DIALOG-scale (mark V). How many must be answered
is our own decision: six of the eight, and all three, so that a mean of little never looks like one of all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.rules.units import rounded

LIFE_ITEMS, LIFE_NEEDED = 8, 6
TREATMENT_ITEMS, TREATMENT_NEEDED = 3, 3
LOWEST, HIGHEST = 1, 7


@dataclass(frozen=True)
class DialogMean:
    """A mean to two places, and on how many ratings it rests."""

    mean: Decimal
    answered: int
    asked: int

    @property
    def basis(self) -> str:
        """The words that stand beside the mean."""
        return f"based on {self.answered} of {self.asked}"


def life_mean(ratings: Sequence[int | None]) -> DialogMean | None:
    """The mean over the life questions, or None where fewer than six of the eight were rated."""
    return _mean(ratings, LIFE_ITEMS, LIFE_NEEDED)


def treatment_mean(ratings: Sequence[int | None]) -> DialogMean | None:
    """The mean over the treatment questions, or None unless all three were rated."""
    return _mean(ratings, TREATMENT_ITEMS, TREATMENT_NEEDED)


def _mean(ratings: Sequence[int | None], asked: int, needed: int) -> DialogMean | None:
    if len(ratings) != asked:
        raise ValueError(f"expected {asked} ratings, None for each one not given")
    given = [rating for rating in ratings if rating is not None]
    if any(not LOWEST <= rating <= HIGHEST for rating in given):
        raise ValueError(f"a rating lies between {LOWEST} and {HIGHEST}")
    if len(given) < needed:
        return None
    return DialogMean(rounded(Decimal(sum(given)) / len(given), 2), len(given), asked)
