"""Whether 999 was rung: asked of what must be done now and names it, whoever else was told of it."""

from datetime import datetime

import msgspec

from app.rules.rulebook import Level, Step

EMERGENCY_NUMBER = "999"


class Rang999(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Yes, with its time; or no, with why."""

    at: datetime | None = None
    why_not: str = ""

    @property
    def was_rung(self) -> bool:
        """Whether somebody rang."""
        return self.at is not None


def names_999(step: Step) -> bool:
    """Whether it must be done now and its words, for whichever role, name 999."""
    return step.level is Level.NOW and any(EMERGENCY_NUMBER in words for words in (step.say, step.say_hca))


def missing_of_999(*, was_rung: bool | None, at: datetime | None, why_not: str) -> tuple[str, ...]:
    """What the answer still needs, in words; `was_rung` is None where nobody said."""
    if was_rung is None:
        return ("whether 999 was rung",)
    if was_rung:
        return () if at is not None else ("when 999 was rung",)
    return () if why_not.strip() else ("why 999 was not rung",)
