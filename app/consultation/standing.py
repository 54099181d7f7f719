"""Answers that stand until they are asked again: each keeps the day on which it was last said.

They are never copied into today's record. Whoever shows or prints one says of which day it is, and it becomes
today's only when the person says of it that it is still so.
"""

from collections.abc import Iterable
from typing import Any

from app.consultation.answers import NOT_ASKED, Answer, Known, Unknown, WhyNot
from app.consultation.questions import Record

NO_LONGER = Unknown(WhyNot.DOES_NOT_APPLY)
"""What was said before is not so any more; nothing has taken its place."""


def as_it_stands(today: "Answer[Any]", before: "Answer[Any]") -> "Answer[Any]":
    """What was said today, else what stands from before; a question passed over today takes nothing away."""
    if isinstance(today, Known) or today == NO_LONGER:
        return today
    return before if isinstance(before, Known) else today


def left_standing(names: Iterable[str], newest_first: Iterable[Record]) -> dict[str, Known[Any]]:
    """What the earlier visits left standing of these questions, with the day on which each was said."""
    records = tuple(newest_first)
    found = {name: _newest(getattr(record, name) for record in records) for name in names}
    return {name: answer for name, answer in found.items() if isinstance(answer, Known)}


def _newest(answers: "Iterable[Answer[Any]]") -> "Answer[Any]":
    return next((a for a in answers if isinstance(a, Known) or a == NO_LONGER), NOT_ASKED)
