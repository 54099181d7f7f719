"""What another record says is taken now: rows of the medicines list, unconfirmed until somebody looked."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from app.consultation.answers import How
from app.consultation.medicine import Form, Medicine
from app.consultation.medicines.catalogue import Match, catalogue, stated_form
from app.exchange.fhir.gathering import IMPORTED, Gathering
from app.exchange.fhir.moments import day_of
from app.exchange.fhir.tree import (
    LONGEST_TEXT,
    Tree,
    branch,
    branches,
    label_of,
    whole_words,
    without_tags,
    words,
)
from app.exchange.fhir.why import Why

Lookup = Callable[[Tree, Any], Tree]
WAYS = {"MedicationRequest": "dosageInstruction", "MedicationStatement": "dosage"}
NOT_ORDERS = frozenset({"proposal", "option"})
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
    why = _not_taken(resource, gathering.today) or _wrong_day(resource, gathering)
    if why is None and not name:
        why = Why.NO_NAME
    if why is Why.NOT_TAKEN_NOW:
        gathering.leave_out_ended(what, name)
        return None
    if why is not None:
        gathering.leave_out(what, why, name)
        return None
    match, form = recognised(name)
    dose = _dose(resource.get(WAYS[what]))
    if dose is None:
        gathering.leave_out("Dose", Why.NOT_WHOLE, name)
    return Medicine(
        id=f"{what}/{words(resource.get('id')) or name}",
        name=name,
        ingredient=match.ingredient if match else "",
        form=form,
        dose=dose or "",
        started=_started(resource),
        how=How.FROM_RECORD,
        source=IMPORTED,
    )


def recognised(name: str) -> tuple[Match | None, Form | None]:
    """The medicine of that name in the catalogue, and the form that the name states; never a guess."""
    short = " ".join(_BRACKETS.sub(" ", _LEADING_SIZE.sub("", name)).split())
    first = _UP_TO_A_DIGIT.match(short)
    stem = first[0].strip(" ,-") if first and not _SEVERAL.search(short) else ""
    match = catalogue().recognise(short) or (catalogue().recognise(stem) if stem else None)
    return match, match.form if match and match.form else stated_form(short)


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
    """Since when it is taken; never the day of an order, which may renew one of many years."""
    period = branch(resource.get("effectivePeriod"))
    return day_of(period.get("start")) or day_of(resource.get("effectiveDateTime"))


def _wrong_day(resource: Tree, gathering: Gathering) -> Why | None:
    """Why its start, or the day it was written, cannot be right."""
    days = (_started(resource), day_of(resource.get("authoredOn")))
    found = (gathering.cannot_be_dated(day) for day in days if day is not None)
    return next((why for why in found if why is not None), None)


def _dose(dosage: Any) -> str | None:
    """The dose in the prescriber's own words, never cut or put together; None where that cannot be."""
    said = (
        without_tags(whole_words(one.get("text")) or whole_words(one.get("patientInstruction")))
        for one in branches(dosage)
    )
    doses = {text.casefold(): text for text in reversed([text for text in said if text])}
    if len(doses) > 1 or any(len(text) > LONGEST_TEXT for text in doses.values()):
        return None
    return next(iter(doses.values()), "")


def once_each(rows: tuple[Medicine, ...]) -> tuple[Medicine, ...]:
    """A medicine that is both ordered and stated, with the same name and dose, is one row: the newest."""
    found: dict[tuple[str, str], Medicine] = {}
    for row in sorted(rows, key=lambda row: row.started or date.min):
        found[row.name.casefold(), row.dose.casefold()] = row
    return tuple(found.values())
