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


Answer = Union[Known[T], Unknown]  # noqa: UP007 (a generic alias needs Union in Python 3.11)
NOT_ASKED = Unknown()


def is_answered(answer: "Answer[T]") -> bool:
    """Whether something was said about it, even if only why there is no value."""
    return isinstance(answer, Known) or answer.reason is not WhyNot.NOT_ASKED


def value_of(answer: "Answer[T]") -> T | None:
    """The value, or None where there is none: for showing only, never for judging."""
    return answer.value if isinstance(answer, Known) else None
