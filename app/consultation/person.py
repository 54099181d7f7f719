"""The person: who they are, what they like to be called, what must never be forgotten."""

from collections.abc import Iterable
from datetime import date
from enum import Enum

import msgspec

from app.consultation.visit_needs import VisitNeeds

LONGEST_NAME, LONGEST_TITLE, LONGEST_ADDRESS, LONGEST_PHONE = 200, 40, 500, 60
"""In characters, however they come in: typed here, or from another system's record."""


class EthnicBackground(Enum):
    """Family background as far as it moves a threshold (NICE NG246 1.8, NG7 glossary; list V2)."""

    WHITE = "White"
    SOUTH_ASIAN = "South Asian"
    CHINESE = "Chinese"
    OTHER_ASIAN = "Other Asian"
    MIDDLE_EASTERN = "Middle Eastern"
    BLACK_AFRICAN = "Black African"
    AFRICAN_CARIBBEAN = "African-Caribbean"
    OTHER = "Mixed or another background"


LOWER_BMI_THRESHOLDS = frozenset(
    {
        EthnicBackground.SOUTH_ASIAN,
        EthnicBackground.CHINESE,
        EthnicBackground.OTHER_ASIAN,
        EthnicBackground.MIDDLE_EASTERN,
        EthnicBackground.BLACK_AFRICAN,
        EthnicBackground.AFRICAN_CARIBBEAN,
    }
)


class Allergies(Enum):
    """What is known of allergies when none is listed."""

    NOT_ASKED = "Allergies not asked"
    NONE_KNOWN = "No known allergies"
    LISTED = "listed"


class Person(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One person's identity and the few things that stand in the banner."""

    id: str
    family_name: str
    given_name: str
    birth_date: date
    nhs_number: str = ""
    title: str = ""
    likes_to_be_called: str = ""
    address: str = ""
    phone: str = ""
    allergies: tuple[str, ...] = ()
    allergies_known: Allergies = Allergies.NOT_ASKED
    needs: tuple[str, ...] = ()
    ethnic_background: EthnicBackground | None = None
    visit_needs: VisitNeeds = VisitNeeds()

    @property
    def full_name(self) -> str:
        """Given name, then family name, as on paper."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def called(self) -> str:
        """What the person likes to be called."""
        return self.likes_to_be_called or self.given_name or self.family_name

    @property
    def needs_large_print(self) -> bool:
        """Whether large print was asked for, in whatever size."""
        return any("large print" in need.casefold() for need in self.needs)


def together(person: Person, also: Iterable[Person]) -> Person:
    """The person with what linked records add: every allergy, a background that is not known here."""
    allergies = list(person.allergies)
    known, background = person.allergies_known, person.ethnic_background
    for other in also:
        heard = {allergy.casefold() for allergy in allergies}
        allergies += [allergy for allergy in other.allergies if allergy.casefold() not in heard]
        known = other.allergies_known if known is Allergies.NOT_ASKED else known
        background = background or other.ethnic_background
    if allergies:
        known = Allergies.LISTED
    return msgspec.structs.replace(
        person, allergies=tuple(allergies), allergies_known=known, ethnic_background=background
    )


def age_on(birth_date: date, day: date) -> int:
    """Completed years of age on a day."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))
