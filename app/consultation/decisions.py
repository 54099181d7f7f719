"""What was decided about a prompt, and what would bring the prompt back."""

from datetime import date, time
from enum import Enum

import msgspec


class Choice(Enum):
    """The five ways to decide a prompt."""

    TAKE_UP = "taken up"
    DONE_ALREADY = "done already"
    DECLINED = "declined by the person"
    NOT_RELEVANT = "not relevant"
    LATER = "later"


NEEDS_A_REASON = frozenset({Choice.DONE_ALREADY, Choice.NOT_RELEVANT})


class ReasonSeen(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One reason as it stood when the decision was made: the rule's version, the fact and its band."""

    rule: str
    version: int
    fact: str
    detail: str = ""
    band: int = 0


class Decision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A decision about one topic, with the reasons it was made over."""

    topic: str
    choice: Choice
    level: int
    reasons: tuple[ReasonSeen, ...]
    decided_on: date
    by: str = ""
    why: str = ""
    done_on: date | None = None
    done_at: time | None = None
    is_time_not_known: bool = False
    """Said so when it was asked; without it and without a time nobody was asked."""
    done_by: str = ""
    what_was_done: tuple[str, ...] = ()
    """What its rules asked for, where something was done at this visit; empty for what was done before.

    Kept, and never printed as what happened: that is `done_by`, as it was typed.
    """
    is_told_alone: bool = False
    """Whether it comes of what was told alone: then nothing that was typed about it is printed."""
    actions: tuple[str, ...] = ()
    promised_before: tuple[str, ...] = ()
    """What earlier plans still owe in the very words: taken up, it is not promised a second time."""
    offer_again_on: date | None = None

    def still_holds(self, level: int, reasons: tuple[ReasonSeen, ...]) -> bool:
        """Whether it stands: no new reason, no worse band, no new version, no higher level.

        A reason that disappeared does not bring the prompt back.
        """
        return still_covers((self.level, self.reasons), (level, reasons))


def still_covers(then: tuple[int, tuple[ReasonSeen, ...]], now: tuple[int, tuple[ReasonSeen, ...]]) -> bool:
    """Whether what was seen then, a level and its reasons, holds all that there is now."""
    (level_then, seen_then), (level_now, reasons_now) = then, now
    if level_now > level_then:
        return False
    return all(any(_covers(seen, reason) for seen in seen_then) for reason in reasons_now)


def _covers(seen: ReasonSeen, now: ReasonSeen) -> bool:
    same = (seen.rule, seen.version, seen.fact) == (now.rule, now.version, now.fact)
    return same and _names(now) <= _names(seen) and now.band <= seen.band


def _names(reason: ReasonSeen) -> frozenset[str]:
    """The medicines that a reason names: one that is no longer taken is a reason that disappeared."""
    return frozenset(reason.detail.split(", "))
