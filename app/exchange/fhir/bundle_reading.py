"""What was found in a bundle: the person as proposed, and what is taken, converted and left out."""

from dataclasses import dataclass
from datetime import date

from app.consultation.history import Condition, History, Reading, Searched
from app.consultation.medicine import Medicine
from app.consultation.person import Allergies, EthnicBackground, Person


@dataclass(frozen=True)
class ProposedPerson:
    """Who the record says it is about: proposed, to be looked at before anything is saved."""

    family_name: str
    given_name: str
    title: str = ""
    birth_date: date | None = None
    nhs_number: str = ""
    nhs_number_as_written: str = ""
    """Also where it fails its check digit: to compare with, never to keep."""
    address: str = ""
    phone: str = ""
    ethnic_background: EthnicBackground | None = None
    is_deceased: bool = False
    died_on: date | None = None


@dataclass(frozen=True)
class Taken:
    """One series that will be taken: how many values, over which days, and the newest."""

    series: str
    label: str
    count: int
    first_on: date
    last_on: date
    newest: str
    rounded_count: int = 0


@dataclass(frozen=True)
class ConvertedValue:
    """One value that came in another unit, with the sum that anybody can repeat."""

    what: str
    taken_on: date
    original: str
    now: str
    sum_in_words: str


@dataclass(frozen=True)
class LeftOut:
    """Entries of one kind that are not taken for one reason, with some of their names."""

    what: str
    reason: str
    count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class BundleReading:
    """One person's record as read; nothing of it is confirmed, and nothing was measured at this visit.

    `warnings` are sentences to be seen before anything else: a death, a number that fails its check.
    """

    person: ProposedPerson
    readings: tuple[Reading, ...]
    medicines: tuple[Medicine, ...]
    conditions: tuple[Condition, ...]
    allergies: tuple[str, ...]
    allergies_known: Allergies
    taken: tuple[Taken, ...]
    converted: tuple[ConvertedValue, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[str, ...]

    def person_with(self, person_id: str) -> Person | None:
        """The proposed person under an id of ours; None where the record gives no usable date of birth."""
        who = self.person
        if who.birth_date is None:
            return None
        return Person(
            id=person_id,
            family_name=who.family_name,
            given_name=who.given_name,
            birth_date=who.birth_date,
            nhs_number=who.nhs_number,
            title=who.title,
            address=who.address,
            phone=who.phone,
            allergies=self.allergies,
            allergies_known=self.allergies_known,
            ethnic_background=who.ethnic_background,
        )


def as_history(reading: BundleReading, searched: tuple[Searched, ...]) -> History:
    """The record as history; how far back it was searched is for whoever imports it to say."""
    return History(
        readings=reading.readings,
        searched=searched,
        conditions=reading.conditions,
        medicines=reading.medicines,
    )
