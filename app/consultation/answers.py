"""What was answered, how it is known, or why it is not known: missing is never normal."""

from datetime import date
from enum import Enum
from typing import Generic, TypeVar, Union

import msgspec

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class How(Enum):
    """How an answer is known."""

    MEASURED = "measured"
    SELF_REPORTED = "self-reported"
    FROM_RECORD = "from a record"


class WhyNot(Enum):
    """Why there is no answer."""

    NOT_ASKED = "not asked"
    DECLINED = "declined"
    NOT_DONE = "not done"
    NOT_SURE = "not sure"
    RATHER_NOT_SAY = "rather not say"
    DOES_NOT_APPLY = "does not apply"
    FACE_TO_FACE = "to be done face to face"
    ENDED_EARLY = "visit ended early"


NOBODY_ASKED = frozenset({WhyNot.NOT_ASKED, WhyNot.ENDED_EARLY})
"""Reasons that are no answer of the person's or the worker's: the question is still to be asked."""


class YesNo(Enum):
    """Yes or no; not asked is the absence of an answer."""

    YES = "Yes"
    NO = "No"


class Known(
    msgspec.Struct, Generic[T_co], frozen=True, tag_field="is", tag="known", forbid_unknown_fields=True
):
    """A value with how it is known, the day it was taken, who wrote it down and where it was read."""

    value: T_co
    how: How
    taken_on: date
    by: str = ""
    source: str = ""


class Unknown(
    msgspec.Struct,
    frozen=True,
    tag_field="is",
    tag="unknown",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """No value, and why."""

    reason: WhyNot = WhyNot.NOT_ASKED
    note: str = ""

    @property
    def was_not_asked(self) -> bool:
        """Whether nobody came to it: it says nothing, and hides nothing that was known before."""
        return self.reason in NOBODY_ASKED


Answer = Union[Known[T], Unknown]  # noqa: UP007 (a generic alias needs Union in Python 3.11)
NOT_ASKED = Unknown()


def is_answered(answer: "Answer[T]") -> bool:
    """Whether something was said about it, even if only why there is no value."""
    return isinstance(answer, Known) or not answer.was_not_asked


def value_of(answer: "Answer[T]") -> T | None:
    """The value, or None where there is none: for showing only, never for judging."""
    return answer.value if isinstance(answer, Known) else None
