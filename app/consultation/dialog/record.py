"""The eleven DIALOG items in their official wording and order.

DIALOG: Unit for Social and Community Psychiatry, Queen Mary University of London / East London NHS Foundation
Trust (S. Priebe and colleagues). Item names and order as in the UK SNOMED CT score concepts, wording
unaltered. See dialog.elft.nhs.uk. Items are kept by key, never by number: published versions differ in order.
"""

from dataclasses import dataclass
from typing import Annotated

import msgspec

from app.consultation.answers import NOT_ASKED, Answer
from app.consultation.questions import Record

STEM = "How satisfied are you with…"
MORE_HELP = "Do you need more help in this area?"
ATTRIBUTION = (
    "DIALOG scale: Unit for Social and Community Psychiatry, Queen Mary University of London and East London "
    "NHS Foundation Trust. dialog.elft.nhs.uk"
)
RATING_WORDS = {
    1: "totally dissatisfied",
    2: "very dissatisfied",
    3: "fairly dissatisfied",
    4: "in the middle",
    5: "fairly satisfied",
    6: "very satisfied",
    7: "totally satisfied",
}


@dataclass(frozen=True)
class Item:
    """One item: its key, its official words after the stem, its SNOMED CT score concept, and its scale.

    A private one waits while somebody else is in the room.
    """

    key: str
    words: str
    code: str
    is_treatment: bool = False
    is_private: bool = False

    @property
    def title(self) -> str:
        """A short heading for lists, in the item's own words."""
        words = self.words.removeprefix("your ").removeprefix("the ").removesuffix(" you receive")
        return words[0].upper() + words[1:]


ITEMS = (
    Item("mental_health", "your mental health", "1037651000000100"),
    Item("physical_health", "your physical health", "1037661000000102"),
    Item("job_situation", "your job situation", "1037671000000109"),
    Item("accommodation", "your accommodation", "1037681000000106"),
    Item("leisure", "your leisure activities", "1037691000000108"),
    Item("friendships", "your friendships", "1037701000000108"),
    Item("partner_family", "your partner/family", "1037711000000105"),
    Item("personal_safety", "your personal safety", "1037721000000104", is_private=True),
    Item("medication", "your medication", "1037731000000102", is_treatment=True),
    Item("practical_help", "the practical help you receive", "1037741000000106", is_treatment=True),
    Item(
        "consultations",
        "consultations with mental health professionals",
        "1037751000000109",
        is_treatment=True,
    ),
)
KEYS = frozenset(item.key for item in ITEMS)
LOW = 3

Rating = Annotated[int, msgspec.Meta(ge=1, le=7)]


class AreaAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One area of life: the rating and, apart from it, whether more help is wanted."""

    rating: Answer[Rating] = NOT_ASKED
    more_help: Answer[bool] = NOT_ASKED
    words: str = ""


NOT_RATED = AreaAnswer()


class Dialog(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The ratings of today by item key, and up to three areas the person picks to work on."""

    mental_health: AreaAnswer = NOT_RATED
    physical_health: AreaAnswer = NOT_RATED
    job_situation: AreaAnswer = NOT_RATED
    accommodation: AreaAnswer = NOT_RATED
    leisure: AreaAnswer = NOT_RATED
    friendships: AreaAnswer = NOT_RATED
    partner_family: AreaAnswer = NOT_RATED
    personal_safety: AreaAnswer = NOT_RATED
    medication: AreaAnswer = NOT_RATED
    practical_help: AreaAnswer = NOT_RATED
    consultations: AreaAnswer = NOT_RATED
    chosen: Annotated[tuple[str, ...], msgspec.Meta(max_length=3)] = ()

    def __post_init__(self) -> None:
        """Refuse an area that does not exist."""
        unknown = sorted(set(self.chosen) - KEYS)
        if unknown:
            raise ValueError(f"no area of life is called {unknown[0]}")

    def area(self, key: str) -> AreaAnswer:
        """The answers on one item."""
        found: AreaAnswer = getattr(self, key)
        return found

    def with_area(self, key: str, answer: AreaAnswer) -> "Dialog":
        """The record with one item answered."""
        return msgspec.structs.replace(self, **{key: answer})
