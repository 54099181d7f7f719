"""What is passed on to somebody who may settle it: to whom, how, when, and whether they took it on.

Both lists are only ever added to: a second try is a second hand-over, and nothing said before is lost.
"""

from datetime import datetime
from enum import Enum

import msgspec

from app.consultation.decisions import ReasonSeen, still_covers


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

    @property
    def has_name(self) -> bool:
        """Whether somebody was told at all."""
        return self.reached is not Reached.NOBODY

    @property
    def whom(self) -> str:
        """The colleague with their role: Ann Okafor, nurse."""
        return ", ".join(part for part in (self.to_name, self.to_role.value if self.to_role else "") if part)

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
    noted_by_id: str = ""


def missing_to_hand_over(
    *, reached: Reached | None, name: str, role: ToldRole | None, at: datetime | None, said: str
) -> tuple[str, ...]:
    """What a hand-over still needs, in words."""
    if reached is None:
        return ("how you reached them",)
    if reached is Reached.NOBODY:
        return () if said.strip() else ("whom you tried, and how",)
    parts = (("who it is", bool(name.strip())), ("their role", role is not None), ("when", at is not None))
    return tuple(words for words, is_there in parts if not is_there)
