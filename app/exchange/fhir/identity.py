"""Who a Patient says the record is about: proposed only, each doubtful part named in a warning."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.consultation.person import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    LONGEST_PHONE,
    LONGEST_TITLE,
    EthnicBackground,
)
from app.consultation.phone_numbers import is_phone_number
from app.exchange.fhir.bundle_reading import ProposedPerson
from app.exchange.fhir.codes import backgrounds
from app.exchange.fhir.moments import day_of
from app.exchange.fhir.tree import Tree, all_words, branches, codings, words
from app.exchange.fhir.why import Why
from app.rules.explaining import day_in_words
from app.rules.scores.nhs_number import digits_of, is_nhs_number

NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"
ETHNIC_CATEGORY = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory"
OLDEST_YEARS = 125
BEST_NAME = ("official", "usual", "")
BEST_PHONE = ("mobile", "home", "")
NOT_IN_USE = frozenset({"old", "maiden", "temp"})
FAMILY, GIVEN = "family name", "given name"
_NAME_TOO_LONG = {
    FAMILY: "The family name is longer than can be kept: ask for it.",
    GIVEN: "The given names are longer than can be kept: the rest is left out. Compare them.",
}


@dataclass(frozen=True)
class Identity:
    """The person as proposed, what must be looked at before they are saved, and what could not be kept."""

    person: ProposedPerson
    warnings: tuple[str, ...]
    left_out: tuple[tuple[str, Why], ...]


def read_person(patient: Tree, today: date) -> Identity:
    """Who the record says it is about. A name that does not fit is never cut: it is left out, and said."""
    name = _best(branches(patient.get("name")), BEST_NAME)
    fitting = _Fitting()
    family, given = _names(name, fitting)
    born, birth_warning = _birth_date(patient.get("birthDate"), today)
    nhs_number, number_warning = _nhs_number(branches(patient.get("identifier")))
    is_deceased, died_on = _death(patient, today)
    person = ProposedPerson(
        family_name=family,
        given_name=given,
        title=fitting.whole("title", " ".join(all_words(name.get("prefix"))), LONGEST_TITLE),
        birth_date=born,
        nhs_number=nhs_number,
        nhs_number_as_written=nhs_number or _as_written(branches(patient.get("identifier"))),
        address=fitting.whole("address", _address(patient), LONGEST_ADDRESS),
        phone=fitting.number("phone number", _phone(patient)),
        ethnic_background=_background(patient),
        is_deceased=is_deceased,
        died_on=died_on,
    )
    warnings = (
        _death_warning(is_deceased, died_on),
        "" if family or given or fitting.left_out else "The record gives no name.",
        *(sentence for part, sentence in _NAME_TOO_LONG.items() if (part, Why.TOO_LONG) in fitting.left_out),
        birth_warning,
        number_warning,
    )
    return Identity(person, tuple(line for line in warnings if line), tuple(fitting.left_out))


@dataclass
class _Fitting:
    """Takes what can be kept, and notes what cannot."""

    left_out: list[tuple[str, Why]] = field(default_factory=list)

    def whole(self, part: str, said: str, longest: int) -> str:
        """The words if they fit, else nothing: half an address is a wrong one."""
        if len(said) <= longest:
            return said
        self.left_out.append((part, Why.TOO_LONG))
        return ""

    def number(self, part: str, said: str) -> str:
        """A telephone number as it is written, or nothing: words in its place are no number to ring."""
        fits = self.whole(part, said, LONGEST_PHONE)
        if not fits or is_phone_number(fits):
            return fits
        self.left_out.append((part, Why.NO_PHONE_NUMBER))
        return ""

    def as_many_as_fit(self, part: str, names: tuple[str, ...], longest: int) -> str:
        """The first names that fit together, each of them whole."""
        said = ""
        for name in names:
            longer = f"{said} {name}".strip()
            if len(longer) > longest:
                self.left_out.append((part, Why.TOO_LONG))
                break
            said = longer
        return said


def _names(name: Tree, fitting: _Fitting) -> tuple[str, str]:
    """Family and given name; a name that is only written out stands as the family name."""
    longest = 2 * LONGEST_NAME  # enough to see that it does not fit
    written = name.get("given")
    all_given = written if isinstance(written, list) else [written]
    said = (words(one, longest) for one in all_given)
    given = fitting.as_many_as_fit(GIVEN, tuple(one for one in said if one), LONGEST_NAME)
    family = words(name.get("family"), longest)
    if not family and not given:
        family = words(name.get("text"), longest)
    return fitting.whole(FAMILY, family, LONGEST_NAME), given


def _best(rows: Iterable[Tree], order: tuple[str, ...]) -> Tree:
    """The row whose use comes first in the order; old ones only where there is no other."""
    ranked = sorted(rows, key=lambda row: _rank(words(row.get("use")), order))
    return ranked[0] if ranked else {}


def _rank(use: str, order: tuple[str, ...]) -> int:
    if use in order:
        return order.index(use)
    return len(order) + (use in NOT_IN_USE)


def _birth_date(written: Any, today: date) -> tuple[date | None, str]:
    born = day_of(written)
    if written is None:
        return None, "The record gives no date of birth."
    if born is None:
        return None, "The date of birth is not a whole date with a four-figure year: ask for it."
    if born > today:
        return None, "The date of birth lies in the future: ask for it."
    if today.year - born.year > OLDEST_YEARS:
        return None, f"The date of birth lies more than {OLDEST_YEARS} years back: ask for it."
    return born, ""


def _nhs_number(identifiers: Iterable[Tree]) -> tuple[str, str]:
    found = [words(row.get("value")) for row in identifiers if row.get("system") == NHS_NUMBER]
    valid = {digits_of(value) for value in found if is_nhs_number(value)}
    if len(valid) > 1:
        return "", "The record gives two different NHS numbers: neither is taken."
    if found and not valid:
        return "", "The NHS number on the record fails its check digit: it is not taken."
    return next(iter(valid), ""), ""


def _as_written(identifiers: Iterable[Tree]) -> str:
    """The one NHS number of the record, whatever its check digit says; none where there are more."""
    found = [words(row.get("value")) for row in identifiers if row.get("system") == NHS_NUMBER]
    digits = {"".join(sign for sign in value if sign not in " -") for value in found}
    return digits.pop() if len(digits) == 1 else ""


def _death(patient: Tree, today: date) -> tuple[bool, date | None]:
    """Dead as of the day that is asked about; a date that cannot be read still says that the person died."""
    written = patient.get("deceasedDateTime")
    if written is None:
        return patient.get("deceasedBoolean") is True, None
    died_on = day_of(written)
    if died_on is not None and died_on > today:
        return False, None
    return True, died_on


def _death_warning(is_deceased: bool, died_on: date | None) -> str:
    if not is_deceased:
        return ""
    return f"This person died on {day_in_words(died_on)}." if died_on else "This person has died."


def _address(patient: Tree) -> str:
    where = _best(branches(patient.get("address")), ("home", ""))
    parts = (
        *all_words(where.get("line")),
        *(words(where.get(k)) for k in ("city", "district", "postalCode")),
    )
    return ", ".join(part for part in parts if part) or words(where.get("text"))


def _phone(patient: Tree) -> str:
    rows = (r for r in branches(patient.get("telecom")) if r.get("system") in ("phone", "sms"))
    return words(_best(rows, BEST_PHONE).get("value")).removeprefix("tel:")


def _background(patient: Tree) -> EthnicBackground | None:
    known = backgrounds()
    for extension in branches(patient.get("extension")):
        if extension.get("url") == ETHNIC_CATEGORY:
            for coding in codings(extension.get("valueCodeableConcept")):
                if (coding.system, coding.code) in known:
                    return known[coding.system, coding.code]
    return None
