"""A visit that did not take place: why, what was tried, who was told. It is a record like any other."""

from datetime import date
from enum import Enum

import msgspec

from app.consultation.care_plan import Action


class WhyNotHeld(Enum):
    """Why a visit did not take place; none of them is the person's failure."""

    NO_ANSWER = "Nobody answered"
    DECLINED = "Did not want it today"
    UNWELL = "Too unwell for it"
    UNSAFE = "Not safe to stay"
    NOT_THERE = "Not living there any more"
    OURS = "We could not come"
    MISTAKE = "Opened by mistake"


class Tried(Enum):
    """What was done to reach the person."""

    KNOCKED = "Knocked and waited"
    RANG = "Rang"
    MESSAGE = "Left a message or text"
    CARD = "Left a card"
    ASKED_CARER = "Asked their carer"
    SPOKE = "Spoke at the door or by phone"


NOBODY_CAME = frozenset({WhyNotHeld.MISTAKE})
"""Where there was no visit to miss: it is on no list of tried visits, and asks of nothing more."""
TELL_SOMEBODY = frozenset({WhyNotHeld.UNWELL, WhyNotHeld.UNSAFE})
"""Where somebody of the team must know of it before the visit is put away."""


class NotHeld(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The record of a visit that did not take place; `next_step` is a promise like any other."""

    why: WhyNotHeld
    tried: tuple[Tried, ...] = ()
    told: str = ""
    note: str = ""
    next_step: Action | None = None


class Attempt(msgspec.Struct, frozen=True):
    """One such visit as the record shows it later."""

    on: date
    record: NotHeld

    @property
    def words(self) -> str:
        """What happened, in one sentence of the clinic's."""
        tried = [way.value[0].lower() + way.value[1:] for way in self.record.tried]
        done = f": {', '.join(tried)}" if tried else ""
        told = f" Told {self.record.told}." if self.record.told else ""
        note = f" {self.record.note}" if self.record.note else ""
        return f"{self.record.why.value}{done}.{told}{note}"


def missing_in(record: NotHeld) -> tuple[str, ...]:
    """What must still be said before the record can be kept, in words."""
    missing = []
    if record.why in TELL_SOMEBODY and not record.told.strip():
        missing.append("whom you told")
    if record.next_step is not None and not record.next_step.is_ready:
        missing.append("what happens next: what, who and by when")
    return tuple(missing)
