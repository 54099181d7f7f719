"""Observations to readings: by code only, in the clinic's unit, with a date, or left out with the reason."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from app.exchange.fhir import codes
from app.exchange.fhir.codes import Kept, Reads
from app.exchange.fhir.gathering import IMPORTED, Gathering
from app.exchange.fhir.moments import Moment, lacks_only_the_day, moment_of, taken_at
from app.exchange.fhir.quantities import Measured, as_it_came, checked, measured
from app.exchange.fhir.series import Series, numbers
from app.exchange.fhir.tree import Tree, branch, branches, codings, label_of, number, words
from app.exchange.fhir.why import Why

WHAT = "Observation"
FINAL = frozenset({"final", "amended", "corrected"})
IN_ERROR = frozenset({"entered-in-error", "cancelled"})
UPPER, LOWER = "systolic", "diastolic"


def read_observation(resource: Tree, gathering: Gathering) -> None:
    """Take what one observation says, with its components."""
    name = label_of(resource.get("code"))
    why = _unusable(resource)
    if why is not None:
        gathering.leave_out(WHAT, why, name)
        return
    parts = tuple(_known_parts(resource))
    if not parts:
        gathering.leave_out(WHAT, Why.UNKNOWN_CODE, name)
        return
    moment = _moment(resource, gathering)
    if isinstance(moment, Why):
        gathering.leave_out(WHAT, moment, name)
        return
    _take_parts(parts, moment, gathering)


def _unusable(resource: Tree) -> Why | None:
    status = words(resource.get("status"))
    if status in IN_ERROR:
        return Why.IN_ERROR
    return None if status in FINAL else Why.NOT_FINAL


def _known_parts(resource: Tree) -> Iterator[tuple[Kept, Tree]]:
    """The observation itself and its components, as far as we know their codes."""
    for part in (resource, *branches(resource.get("component"))):
        kept = codes.kept_as(codings(part.get("code")))
        if kept is not None:
            yield kept, part


def _moment(resource: Tree, gathering: Gathering) -> Moment | Why:
    written = taken_at(resource)
    moment = moment_of(written)
    if moment is None:
        return Why.PART_OF_A_DATE if lacks_only_the_day(written) else Why.NO_DATE
    return gathering.cannot_be_dated(moment.day) or moment


def _take_parts(parts: tuple[tuple[Kept, Tree], ...], moment: Moment, gathering: Gathering) -> None:
    found = [(kept, part, _value(kept, part)) for kept, part in parts]
    pressures = {kept.series: v.value for kept, _, v in found if isinstance(v, Measured)}
    are_swapped = UPPER in pressures and LOWER in pressures and pressures[LOWER] >= pressures[UPPER]
    for kept, part, value in found:
        if are_swapped and kept.series in (UPPER, LOWER):
            value = Why.IMPLAUSIBLE
        if isinstance(value, Why):
            said = value_as_it_came(part) if value is Why.IMPLAUSIBLE else ""
            gathering.leave_out(WHAT, value, label_of(part.get("code")), said)
        elif isinstance(value, Measured):
            source = f"{IMPORTED}, {kept.remark}" if kept.remark else IMPORTED
            gathering.take_number(kept.series, moment, value, source)
        else:
            gathering.take_word(kept.series, moment, value)


def _value(kept: Kept, part: Tree) -> Measured | str | Why:
    if kept.reads is Reads.QUANTITY:
        return number_in(part, numbers()[kept.series])
    if kept.reads is Reads.ANSWER:
        return _smoking_answer(part)
    return _smoking_finding(part)


def number_in(part: Tree, series: Series) -> Measured | Why:
    """The number of an observation or answer: a quantity with its unit, or a bare whole number of points."""
    if "valueQuantity" in part:
        return measured(branch(part["valueQuantity"]), series)
    bare: Any = part.get("valueInteger")
    if bare is None:
        return Why.NO_VALUE if _has_no_value(part) else Why.NOT_A_NUMBER
    found: Decimal | None = number(bare)
    if found is None:
        return Why.NOT_A_NUMBER
    return checked(found, series) if series.is_whole else Why.NO_UNIT


def value_as_it_came(part: Tree) -> str:
    """The number and its unit as the sender wrote them, to be looked at."""
    quantity = branch(part.get("valueQuantity")) or {
        "value": part.get("valueDecimal", part.get("valueInteger"))
    }
    return as_it_came(quantity)


def _has_no_value(part: Tree) -> bool:
    return not any(key.startswith("value") for key in part)


def _smoking_answer(part: Tree) -> str | Why:
    status = codes.smoking_of(part.get("valueCodeableConcept"))
    if status is not None:
        return status.value
    return Why.NO_VALUE if _has_no_value(part) else Why.NOT_A_WORD_WE_KNOW


def _smoking_finding(part: Tree) -> str | Why:
    """A finding such as "ex-smoker" is its own value; one that is denied or qualified is not understood."""
    if not _has_no_value(part) and part.get("valueBoolean") is not True:
        return _smoking_answer(part)
    if part.get("dataAbsentReason") is not None:
        return Why.NO_VALUE
    status = codes.smoking_of(part.get("code"))
    return status.value if status is not None else Why.NO_VALUE
