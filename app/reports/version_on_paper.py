"""What a corrected plan says of itself: which version it is, why, and what it replaces."""

from datetime import date

from app.consultation.correction import Correction, WhatWasWrong
from app.consultation.days import in_words
from app.consultation.draft import Draft

NOT_MINE = "something in it belonged to another person"
"""Nothing more is said of a mix-up: the words could name the other person."""


def version_note(draft: Draft, signed_on: date | None, replaced_on: date | None) -> str:
    """The note under the name; nothing on the first version of a plan while it counts."""
    said = _corrected(draft, draft.correction, signed_on) if draft.correction else ""
    if replaced_on is None:
        return said
    again = f"This version was corrected on {in_words(replaced_on)}: it does not count any more."
    return f"{said} {again}".strip()


def replaced_plan(draft: Draft, last_visit_on: date | None) -> str:
    """The day of the plan that this one replaces, in words: of a correction, the version before."""
    if draft.correction:
        return f"{in_words(draft.day)}, version {draft.version - 1}"
    return in_words(last_visit_on) if last_visit_on else ""


def _corrected(draft: Draft, correction: Correction, signed_on: date | None) -> str:
    why = NOT_MINE if correction.kind is WhatWasWrong.ANOTHER_PERSON else correction.reason.rstrip(" .")
    day = in_words(draft.day)
    if signed_on is None:
        return f"Version {draft.version}, not signed yet: {why}. Signed, it replaces the plan of {day}."
    when = f"corrected on {in_words(signed_on)}"
    return f"Version {draft.version}, {when}: {why}. It replaces the plan of {day}."
