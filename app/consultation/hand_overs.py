"""What is passed on to somebody who may settle it: to whom, how, when, and whether they took it on.

Both lists are only ever added to: a second try is a second hand-over, and nothing said before is lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

import msgspec

from app.consultation.decisions import ReasonSeen, still_covers
from app.consultation.ringing_999 import Rang999


class Reached(Enum):
    """How somebody was told; the last is a reason to go on without, and no hand-over."""

    PHONE = "by phone"
    IN_PERSON = "in person"
    VIDEO = "by video"
    NOBODY = "nobody could be reached"


class ToldRole(Enum):
    """Who may be told, in the clinic's words."""

    NURSE = "nurse"
    PRESCRIBER = "prescriber"
    TEAM_LEAD = "team lead"
    GP = "GP"
    CRISIS_TEAM = "crisis team"
    EMERGENCY = "ambulance or emergency department"


ON_THE_TEAM = frozenset({ToldRole.NURSE, ToldRole.PRESCRIBER, ToldRole.TEAM_LEAD})
"""Colleagues, whose own promise it is; whoever else was told is asked how it went."""


class OnPaper(Enum):
    """What the person's paper may say of it; nothing of what a carer told alone."""

    NAMED = "named"
    NOT_NAMED = "not named"
    NOTHING = "nothing"


class HandOver(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One prompt passed on, over the reasons as they stood then; `said` is why where nobody was reached."""

    id: str
    topic: str
    title: str
    level: int
    reasons: tuple[ReasonSeen, ...]
    reached: Reached
    at: datetime
    by: str
    by_id: str = ""
    to_name: str = ""
    to_role: ToldRole | None = None
    said: str = ""
    rang_999: Rang999 | None = None
    """Said where the prompt names 999: telling somebody of it rings no ambulance."""
    on_paper: OnPaper = OnPaper.NOTHING

    @property
    def was_told(self) -> bool:
        """Whether somebody was told at all: "nobody could be reached" is a reason, and no hand-over."""
        return self.reached is not Reached.NOBODY

    @property
    def whom(self) -> str:
        """The colleague with their role, said once: Ann Okafor, nurse; Dr Ali, duty GP."""
        role = self.to_role.value if self.to_role else ""
        is_said = bool(role) and self.to_name.casefold().endswith(f" {role}".casefold())
        return ", ".join(part for part in (self.to_name, "" if is_said else role) if part)

    def names(self, staff: str) -> bool:
        """Whether a member of staff is whom it names: "Ann" and "Ann Okafor" may be the same person.

        Never a GP or whoever else is not on the team: one who shares the name is somebody else.
        """
        if not self.was_told or self.to_role not in ON_THE_TEAM:
            return False
        written, known = (set(name.casefold().replace(",", " ").split()) for name in (self.to_name, staff))
        return bool(written) and (written <= known or known <= written)

    def still_holds(self, level: int, reasons: tuple[ReasonSeen, ...]) -> bool:
        """Whether they were told of all there is now: nothing new, nothing graver."""
        return still_covers((self.level, self.reasons), (level, reasons))


class Acknowledgement(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """Somebody has it: by their own sign-in, or as they told whoever noted it."""

    hand_over: str
    at: datetime
    by: str
    will_do: str
    by_own_sign_in: bool = False
    noted_by: str = ""
    never_reached: bool = False
    """Whoever is named says by their own sign-in that nobody told them: nobody has it then."""


def own_word_on(hand_over: HandOver, said: Sequence[Acknowledgement]) -> Acknowledgement | None:
    """What whoever took it on, or was never told, last said of it by their own sign-in."""
    own = (each for each in reversed(said) if each.hand_over == hand_over.id and each.by_own_sign_in)
    return next(own, None)


def taken_on_by(hand_over: HandOver, said: Sequence[Acknowledgement]) -> Acknowledgement | None:
    """Who has it: their own word before what was noted for them; nobody, where they say nobody told them."""
    own = own_word_on(hand_over, said)
    if own is not None:
        return None if own.never_reached else own
    return next((each for each in said if each.hand_over == hand_over.id), None)


def awaiting_word_of(
    reader: str, hand_overs: Sequence[HandOver], said: Sequence[Acknowledgement]
) -> tuple[HandOver, ...]:
    """What was handed over to whoever reads the visit now, of which they said nothing themselves yet."""
    last = {each.topic: each for each in hand_overs if each.names(reader) and each.by != reader}
    return tuple(each for each in last.values() if own_word_on(each, said) is None)


@dataclass(frozen=True)
class Matters:
    """How many were handed over, how many of those nobody has, and for how many nobody was reached."""

    handed_over: int = 0
    unacknowledged: int = 0
    unreached: int = 0


def matters_of(hand_overs: Sequence[HandOver], acknowledgements: Sequence[Acknowledgement]) -> Matters:
    """Counted by topic: a second try is no second matter. Who took one on has what was told then."""
    taken_on = [each for each in hand_overs if taken_on_by(each, acknowledgements)]

    def somebody_has(each: HandOver) -> bool:
        same = (other for other in taken_on if other.topic == each.topic)
        return any(other.still_holds(each.level, each.reasons) for other in same)

    told = {each.topic for each in hand_overs if each.was_told or somebody_has(each)}
    waiting = {each.topic for each in hand_overs if each.topic in told and not somebody_has(each)}
    return Matters(len(told), len(waiting), len({each.topic for each in hand_overs} - told))


def missing_to_hand_over(
    *,
    reached: Reached | None,
    name: str,
    role: ToldRole | None,
    at: datetime | None,
    said: str,
    has_it: bool | None,
    will_do: str,
) -> tuple[str, ...]:
    """What a hand-over still needs, in words; `has_it` is whether they took it on, None where nobody said."""
    if reached is None:
        return ("how you reached them",)
    if reached is Reached.NOBODY:
        return () if said.strip() else ("whom you tried, and how",)
    parts = (
        ("who it is", bool(name.strip())),
        ("their role", role is not None),
        ("when", at is not None),
        ("whether they took it on", has_it is not None),
        ("what they said they will do", not has_it or bool(will_do.strip())),
    )
    return tuple(words for words, is_there in parts if not is_there)


def missing_to_take_on(*, at: datetime | None, will_do: str) -> tuple[str, ...]:
    """What it still needs that somebody has it, in words."""
    parts = (("what will be done", bool(will_do.strip())), ("when they said so", at is not None))
    return tuple(words for words, is_there in parts if not is_there)
