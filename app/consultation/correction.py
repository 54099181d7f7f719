"""A correction: a signed visit told again as a numbered version, with what was wrong and why."""

from datetime import date
from enum import Enum

import msgspec


class WhatWasWrong(Enum):
    """The three ways in which a signed visit can be wrong."""

    ENTERED_WRONGLY = "Something was entered wrongly"
    LEFT_OUT = "Something was left out"
    ANOTHER_PERSON = "It belongs in another person's record"


class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why there is another version of a visit, and which visit it is a version of."""

    kind: WhatWasWrong
    reason: str
    version: int
    first_id: str
    """The key of the visit as it was first signed: what is made from the key stays the same."""
    last_day: date
    """The last day on which something was answered at the visit: a correction is about that day."""
    signed_first_by: str
    """Who signed it first, by name; who held it may be somebody else (`Draft.held_by`)."""
