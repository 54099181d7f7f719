"""What may be shared with a carer, topic by topic, and what was told of it on an earlier day."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

import msgspec


class Topic(Enum):
    """What may be shared, topic by topic (docs/decisions.md)."""

    DIAGNOSIS = "Diagnosis"
    MEDICINES = "Medicines"
    PHYSICAL_HEALTH = "Physical health"
    CARE_PLAN = "Care plan"
    CRISIS = "Crisis"
    WHEREABOUTS = "Appointments and whereabouts"
    PHONE = "Contact by phone"


class Consent(Enum):
    """The person's answer on one topic; no entry means not asked."""

    YES = "Yes"
    ASK_ME_FIRST = "Ask me first"
    NO = "No"


class Told(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the person said of one topic and one carer, on the last day on which that was asked.

    It is shown as that day's until it is asked again, and never counts as an answer of today.
    """

    carer_id: str
    name: str
    topic: Topic
    consent: Consent
    told_on: date


def told_of(everything: Iterable[Told], carer_id: str, name: str) -> Mapping[Topic, Told]:
    """What was told of one carer, topic by topic.

    A refusal is not lost because a name was taken off the list and typed again. A yes is: it may have been
    meant for somebody else of that name.
    """
    found: dict[Topic, Told] = {}
    kept = sorted(everything, key=lambda told: told.told_on)
    for told in kept:
        if as_compared(told.name) == as_compared(name) and told.consent is not Consent.YES:
            found[told.topic] = told
    return found | {told.topic: told for told in kept if told.carer_id == carer_id}


def as_compared(name: str) -> str:
    """A name without the accidents of typing."""
    return " ".join(name.split()).casefold()
