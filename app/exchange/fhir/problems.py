"""Conditions and allergies as another record lists them; neither list is ever taken for a complete one."""

from typing import Any

from app.consultation.history import Condition
from app.consultation.person import Allergies
from app.exchange.fhir.codes import condition_key
from app.exchange.fhir.gathering import IMPORTED, Gathering
from app.exchange.fhir.moments import day_of
from app.exchange.fhir.tree import SNOMED, Coding, Tree, codings, label_of
from app.exchange.fhir.why import Why

CONDITION, ALLERGY = "Condition", "AllergyIntolerance"
ACTIVE = frozenset({"active", "recurrence", "relapse"})
REFUTED = frozenset({"refuted", "entered-in-error"})
UNSURE = frozenset({"unconfirmed", "provisional", "differential"})
NO_KNOWN_ALLERGY = (SNOMED, "716186003")


def _status(concept: Any) -> str:
    return next((coding.code for coding in codings(concept)), "")


def read_condition(resource: Tree, gathering: Gathering) -> Condition | None:
    """One condition, active or past; suspected ones are left out."""
    label, verified = label_of(resource.get("code")), _status(resource.get("verificationStatus"))
    since = day_of(resource.get("onsetDateTime"))
    why = None
    if verified in REFUTED:
        why = Why.IN_ERROR
    elif verified in UNSURE:
        why = Why.NOT_CONFIRMED
    elif since is not None and since > gathering.today:
        why = Why.FUTURE
    elif not label:
        why = Why.NO_NAME
    if why is not None:
        gathering.leave_out(CONDITION, why, label)
        return None
    return Condition(
        label=label,
        key=condition_key(resource.get("code")),
        since=since,
        is_active=_is_active(resource),
        source=IMPORTED,
    )


def _is_active(resource: Tree) -> bool:
    """A condition without a status stands as active, unless it says when it ended."""
    status = _status(resource.get("clinicalStatus"))
    if not status:
        return not any(key.startswith("abatement") for key in resource)
    return status in ACTIVE


def read_allergy(resource: Tree, gathering: Gathering) -> Coding | None:
    """One allergy or intolerance that stands, with its words."""
    label = label_of(resource.get("code"))
    status = _status(resource.get("clinicalStatus"))
    why = None
    if _status(resource.get("verificationStatus")) in REFUTED:
        why = Why.IN_ERROR
    elif status and status != "active":
        why = Why.NO_LONGER
    elif not label:
        why = Why.NO_NAME
    if why is not None:
        gathering.leave_out(ALLERGY, why, label)
        return None
    first = next(codings(resource.get("code")), Coding("", ""))
    return Coding(first.system, first.code, label)


def allergies_of(found: tuple[Coding, ...]) -> tuple[tuple[str, ...], Allergies]:
    """The list for the banner, and what is known where it is empty."""
    listed = tuple(dict.fromkeys(c.display for c in found if (c.system, c.code) != NO_KNOWN_ALLERGY))
    if listed:
        return listed, Allergies.LISTED
    return (), Allergies.NONE_KNOWN if found else Allergies.NOT_ASKED
