"""What was decided about a prompt, and what would bring the prompt back."""

from datetime import date, datetime, time
from enum import Enum

import msgspec

from app.consultation.days import clock_time
from app.rules.rulebook import Level


class Choice(Enum):
    """The five ways to decide a prompt."""

    TAKE_UP = "taken up"
    DONE_ALREADY = "done already"
    DECLINED = "declined by the person"
    NOT_RELEVANT = "not relevant"
    LATER = "later"


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


def asks_the_time(level: Level) -> bool:
    """Whether the minute at which it was done counts for whoever takes over: it could not wait."""
    return level is Level.NOW


def may_be_offered_again(choice: Choice, level: Level) -> bool:
    """Whether a later day may be chosen for it: not for what is pressing."""
    return choice is Choice.DECLINED and level < Level.URGENT


def missing_to_decide(choice: Choice, level: Level, *, why: str, done_by: str, done_on: date | None) -> str:
    """What a decision still needs besides the time, as a sentence to whoever makes it; else nothing."""
    if choice is Choice.DONE_ALREADY:
        return "" if done_by and done_on else "Say who did it and on which day."
    needs_why = choice is Choice.NOT_RELEVANT or level >= Level.URGENT
    return "Say why in a few words: it is kept with the visit." if needs_why and not why else ""


def wrong_with_the_time(day: date | None, at: time | None, *, is_not_known: bool, now: datetime) -> str:
    """Why the time at which it was done cannot be kept, as a sentence; else nothing."""
    if at is None:
        return "" if is_not_known else "Say at which time it was done, or that the time is not known."
    if day == now.date() and at > now.time():
        return f"{clock_time(at)} today has not come yet: say when it was done."
    return ""


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
