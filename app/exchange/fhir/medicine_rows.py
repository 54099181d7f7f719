"""What another record says is taken now: rows of the medicines list, unconfirmed until somebody looked."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from app.consultation.answers import How
from app.consultation.medicine import Form, Medicine
from app.consultation.medicines.catalogue import Match, catalogue
from app.exchange.fhir.gathering import IMPORTED, Gathering
from app.exchange.fhir.moments import day_of
from app.exchange.fhir.tree import Tree, branch, branches, label_of, words
from app.exchange.fhir.why import Why

Lookup = Callable[[Tree, Any], Tree]
WAYS = {"MedicationRequest": "dosageInstruction", "MedicationStatement": "dosage"}
NOT_ORDERS = frozenset({"proposal", "option"})
LONG_ACTING = (
    "decanoate",
    "palmitate",
    "embonate",
    "pamoate",
    "depot",
    "long-acting",
    "prolonged-release susp",
)
FORMS = (
    (re.compile(r"\b(tablet|capsule)s?\b", re.I), Form.TABLET),
    (re.compile(r"\boral (solution|suspension|liquid|drops)\b", re.I), Form.LIQUID),
)
_LEADING_SIZE = re.compile(r"^\s*\d+(\.\d+)?\s*(HR|ML|ACTUAT|DAY)\s+", re.I)
_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_UP_TO_A_DIGIT = re.compile(r"^[^\d]+")
_SEVERAL = re.compile(r"\s[/+&]\s|\+|\s(with|and)\s", re.I)


def read_medicine(resource: Tree, look_up: Lookup, gathering: Gathering) -> Medicine | None:
    """One row, or nothing where it is not taken now or has no name."""
    what = words(resource.get("resourceType"))
    concept = resource.get("medicationCodeableConcept")
    if concept is None:
        concept = look_up(resource, resource.get("medicationReference")).get("code")
    name = label_of(concept)
    started = _started(resource)
    why = _not_taken(resource, gathering.today) or _wrong_start(started, gathering)
    if why is None and not name:
        why = Why.NO_NAME
    if why is not None:
        gathering.leave_out(what, why, name)
        return None
    match, form = recognised(name)
    return Medicine(
        id=f"{what}/{words(resource.get('id')) or name}",
        name=name,
        ingredient=match.ingredient if match else "",
        form=form,
        dose=_dose(resource.get(WAYS[what])),
        started=started,
        how=How.FROM_RECORD,
        source=IMPORTED,
    )


def recognised(name: str) -> tuple[Match | None, Form | None]:
    """The medicine of that name in the catalogue, and the form that the name states; never a guess."""
    short = " ".join(_BRACKETS.sub(" ", _LEADING_SIZE.sub("", name)).split())
    first = _UP_TO_A_DIGIT.match(short)
    stem = first[0].strip(" ,-") if first and not _SEVERAL.search(short) else ""
    match = catalogue().recognise(short) or (catalogue().recognise(stem) if stem else None)
    stated = _form(short)
    return match, stated or (match.form if match else None)


def _form(name: str) -> Form | None:
    low = name.lower()
    if any(word in low for word in LONG_ACTING) and "tablet" not in low:
        return Form.DEPOT
    found = next((form for pattern, form in FORMS if pattern.search(low)), None)
    return found or (Form.INJECTION if re.search(r"\binject", low) else None)


def _not_taken(resource: Tree, today: date) -> Why | None:
    status = words(resource.get("status"))
    if status == "entered-in-error":
        return Why.IN_ERROR
    ended = day_of(branch(resource.get("effectivePeriod")).get("end"))
    is_an_order = words(resource.get("intent")) not in NOT_ORDERS and resource.get("doNotPerform") is not True
    if status != "active" or not is_an_order or (ended is not None and ended < today):
        return Why.NOT_TAKEN_NOW
    return None


def _started(resource: Tree) -> date | None:
    period = branch(resource.get("effectivePeriod"))
    for written in (period.get("start"), resource.get("effectiveDateTime"), resource.get("authoredOn")):
        if (day := day_of(written)) is not None:
            return day
    return None


def _wrong_start(started: date | None, gathering: Gathering) -> Why | None:
    return gathering.cannot_be_dated(started) if started is not None else None


def _dose(dosage: Any) -> str:
    """The dose in the prescriber's own words; it is never put together from parts."""
    for one in branches(dosage):
        if text := words(one.get("text")) or words(one.get("patientInstruction")):
            return text
    return ""


def once_each(rows: tuple[Medicine, ...]) -> tuple[Medicine, ...]:
    """A medicine that is both ordered and stated, with the same name and dose, is one row: the newest."""
    found: dict[tuple[str, str], Medicine] = {}
    for row in sorted(rows, key=lambda row: row.started or date.min):
        found[row.name.casefold(), row.dose.casefold()] = row
    return tuple(found.values())
