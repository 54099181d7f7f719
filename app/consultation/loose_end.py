"""One thing that is open before a visit is finished or signed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LooseEnd:
    """One thing that is open, in words, and where it can be closed: a section, or the person's details.

    `field` is the question or the action there, where there is one to go to; what `is_grave` is said first,
    and what `cannot_wait` before it: it was to be decided today, and still blocks nothing.
    """

    words: str
    where: str
    blocks: bool = False
    field: str = ""
    is_grave: bool = False
    cannot_wait: bool = False
