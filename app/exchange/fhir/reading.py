"""A bundle from end to end: one person, and of everything else what certainly is theirs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from app.consultation.history import Condition
from app.consultation.medicine import Medicine
from app.exchange.fhir.bundle import AGAIN, LEFT_ALONE, Bundle, Entry, read_entries, read_json
from app.exchange.fhir.bundle_reading import BundleReading, ProposedPerson
from app.exchange.fhir.gathering import Gathering
from app.exchange.fhir.identity import read_person
from app.exchange.fhir.medicine_rows import once_each, read_medicine
from app.exchange.fhir.observations import read_observation
from app.exchange.fhir.own_answers import read_own_answers
from app.exchange.fhir.problems import allergies_of, read_allergy, read_condition
from app.exchange.fhir.tree import Coding, Tree, words
from app.exchange.fhir.whose import the_one_person
from app.exchange.fhir.why import Why
from app.exchange.unreadable import BundleUnreadable

MORE_PAGES = "This is one page of several: what is on the other pages is not here."


def read_bundle(raw: bytes, today: date) -> BundleReading:
    """One person's record as it stood on a day; raises BundleUnreadable with one plain line.

    A bad entry is left out and counted; only a file without exactly one person is refused.
    """
    return read_tree(read_json(raw), today)


def read_tree(tree: Any, today: date) -> BundleReading:
    """The same, from JSON that was read already."""
    bundle = read_entries(tree)
    patient = _one_patient(bundle)
    identity = read_person(patient.resource, today)
    found = _Found(bundle, Gathering(today, identity.person.birth_date))
    for part, why in identity.left_out:
        found.gathering.leave_out(part, why)
    whose = the_one_person(patient.resource, patient.full_url)
    for entry in bundle.entries:
        if entry.kind != "Patient":
            found.add(entry, whose.why_not_theirs)
    for _ in range(bundle.damaged):
        found.gathering.leave_out("Entry", Why.DAMAGED)
    more = (MORE_PAGES,) if bundle.has_more_pages else ()
    return found.reading(identity.person, (*identity.warnings, *more))


def _one_patient(bundle: Bundle) -> Entry:
    """The one Patient; the same one twice is still one."""
    patients = [entry for entry in bundle.entries if entry.kind == "Patient" and not entry.is_deletion]
    if not patients:
        raise BundleUnreadable(f"The file holds no person. {LEFT_ALONE}. {AGAIN}")
    names = {_name_of(entry, place) for place, entry in enumerate(patients)}
    if len(names) > 1:
        raise BundleUnreadable(
            f"The file holds {len(names)} people, and their records must not be mixed. {LEFT_ALONE}."
            " Ask for one file for each person."
        )
    return patients[0]


def _name_of(entry: Entry, place: int) -> str:
    return words(entry.resource.get("id")) or entry.full_url or f"at {place}"


T = TypeVar("T")
WhyNot = Callable[[Tree], Why | None]


@dataclass
class _Found:
    """What the entries gave so far."""

    bundle: Bundle
    gathering: Gathering
    medicines: list[Medicine] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    allergies: list[Coding] = field(default_factory=list)

    def add(self, entry: Entry, why_not_theirs: WhyNot) -> None:
        """Take what one entry gives, or count why it is left out."""
        read = self._readers().get(entry.kind)
        if entry.is_deletion:
            self.gathering.leave_out(entry.kind, Why.TO_BE_DELETED)
        elif not entry.kind:
            self.gathering.leave_out("Entry", Why.DAMAGED)
        elif entry.kind == "MedicationAdministration":
            self.gathering.leave_out(entry.kind, Why.GIVEN_ONCE)
        elif read is None:
            self.gathering.leave_out(entry.kind, Why.NOT_OURS)
        elif (why := why_not_theirs(entry.resource)) is not None:
            self.gathering.leave_out(entry.kind, why)
        else:
            read(entry.resource)

    def _readers(self) -> dict[str, Callable[[Tree], None]]:
        return {
            "Observation": lambda r: read_observation(r, self.gathering),
            "QuestionnaireResponse": lambda r: read_own_answers(r, self.gathering),
            "MedicationRequest": self._medicine,
            "MedicationStatement": self._medicine,
            "Condition": lambda r: self.conditions.extend(_some(read_condition(r, self.gathering))),
            "AllergyIntolerance": lambda r: self.allergies.extend(_some(read_allergy(r, self.gathering))),
        }

    def _medicine(self, resource: Tree) -> None:
        self.medicines.extend(_some(read_medicine(resource, self.bundle.looked_up, self.gathering)))

    def reading(self, person: ProposedPerson, warnings: tuple[str, ...]) -> BundleReading:
        """Everything together."""
        allergies, allergies_known = allergies_of(tuple(self.allergies))
        medicines = once_each(tuple(self.medicines))
        self.gathering.sort_ended(frozenset(row.name.casefold() for row in medicines))
        for _ in range(len(self.medicines) - len(medicines)):
            self.gathering.leave_out("Medicine", Why.REPEATED)
        return BundleReading(
            person=person,
            readings=self.gathering.readings(),
            medicines=medicines,
            conditions=tuple(dict.fromkeys(self.conditions)),
            allergies=allergies,
            allergies_known=allergies_known,
            taken=self.gathering.taken(),
            converted=self.gathering.converted(),
            left_out=self.gathering.left_out(),
            warnings=warnings,
        )


def _some(value: T | None) -> Iterator[T]:
    if value is not None:
        yield value
