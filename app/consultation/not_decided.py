"""An urgent prompt that a visit ended without deciding: it is carried on until somebody decides it."""

from datetime import date

import msgspec

from app.consultation.days import on_screen

TOLD_ALONE = "Time alone with the person"
"""All that a prompt says of itself while somebody else may look: not even that anything was told."""


class NotDecided(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was left open: its topic, its title and its rules then, and the day of the visit that left it."""

    topic: str
    title: str
    rules: tuple[str, ...]
    on: date
    is_told_alone: bool = False

    def title_for(self, *, is_private: bool) -> str:
        """The title; of what was told alone only where nobody else may look."""
        return self.title if is_private or not self.is_told_alone else TOLD_ALONE

    def words(self, last_visit_on: date | None, *, is_private: bool) -> str:
        """Since which visit it is open, and its title of that day as a quotation: it may say "today"."""
        since = "at the last visit" if self.on == last_visit_on else "since the visit of"
        between = ", " if self.on == last_visit_on else " "
        title = self.title_for(is_private=is_private)
        return f"Not decided {since}{between}{on_screen(self.on)}: \u201c{title}\u201d"
