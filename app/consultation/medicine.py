"""One medicine as it is taken: what, in which form, since when, and who said so."""

from datetime import date
from enum import Enum

import msgspec

from app.consultation.answers import How


class Form(Enum):
    """The forms that change how a medicine must be watched."""

    TABLET = "tablet"
    LIQUID = "liquid"
    DEPOT = "depot"
    INJECTION = "injection"
    PATCH = "patch"
    INHALER = "inhaler"
    OTHER = "other"


class Medicine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A row of the medicines list; `ingredient` is empty where the words match nothing in the catalogue."""

    id: str
    name: str
    ingredient: str = ""
    form: Form | None = None
    dose: str = ""
    what_for: str = ""
    started: date | None = None
    how: How = How.SELF_REPORTED
    source: str = ""
    seen_on: date | None = None
    still_taken: bool = True
