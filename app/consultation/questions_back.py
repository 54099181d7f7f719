"""What a reviewer asks whoever held the visit, and what they answer; in the record, never on paper."""

from datetime import datetime

import msgspec


class QuestionBack(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One question with who asked it when, and its answer likewise."""

    id: str
    asked: str
    by: str
    at: datetime
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None

    @property
    def is_answered(self) -> bool:
        """Whether somebody said something to it."""
        return bool(self.answer.strip())
