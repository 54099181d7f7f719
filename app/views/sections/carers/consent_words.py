"""What may be shared, in words and as acts. No Qt: what 'same as last time' does is tested by itself."""

from collections.abc import Mapping

import msgspec

from app.consultation import carers
from app.consultation.carers.record import Carer, Carers, Consent, Topic
from app.consultation.days import on_screen
from app.consultation.history import History
from app.consultation.sharing import Told

EXPLAINED = {
    Topic.DIAGNOSIS: "what it is called",
    Topic.MEDICINES: "what and when",
    Topic.PHYSICAL_HEALTH: "checks and bloods",
    Topic.CARE_PLAN: "what we agreed",
    Topic.CRISIS: "signs, what helps",
    Topic.WHEREABOUTS: "when and where",
    Topic.PHONE: "ringing them",
}


def summary(carer: Carer, before: Mapping[Topic, Told]) -> str:
    """How many topics got which answer, for the tile; until one is asked today, the day it last was."""
    if not carer.consents:
        last = max((told.told_on for told in before.values()), default=None)
        return f"Last asked {on_screen(last)}, not today" if last else "Not asked yet"
    said = list(carer.consents.values())
    words = {Consent.YES: "yes", Consent.ASK_ME_FIRST: "ask first", Consent.NO: "no"}
    counts = [f"{said.count(consent)} {word}" for consent, word in words.items() if consent in said]
    open_ones = len(Topic) - len(said)
    return ", ".join([*counts, *([f"{open_ones} not asked"] if open_ones else [])])


def said_before(told: Told) -> str:
    """What was said on an earlier day, as that day's."""
    return f"Last asked {on_screen(told.told_on)}: {told.consent.value.lower()}"


def carers_of_last_time(history: History) -> tuple[Carer, ...]:
    """Who was named at the last visit."""
    record = history.last_records.get(carers.SECTION.key)
    return record.rows if isinstance(record, Carers) else ()


def last_time(history: History, carer_id: str) -> Carer | None:
    """The same carer as they stood at the last visit."""
    return next((carer for carer in carers_of_last_time(history) if carer.id == carer_id), None)


def with_consent(carer: Carer, topic: Topic, consent: Consent | None) -> Carer:
    """The carer with one topic answered today, or open again."""
    consents = {t: c for t, c in carer.consents.items() if t is not topic}
    if consent is not None:
        consents[topic] = consent
    return msgspec.structs.replace(carer, consents=consents)


def as_last_time(carer: Carer, before: Mapping[Topic, Told]) -> Carer:
    """The person says it is still so: what was last said becomes today's where nothing else was said."""
    consents = {topic: told.consent for topic, told in before.items()} | carer.consents
    return msgspec.structs.replace(carer, consents=consents)


def named_again(last: Carer) -> Carer:
    """A carer of last time named again: who they are, and nothing that must be asked anew."""
    return Carer(
        id=last.id,
        name=last.name,
        relationship=last.relationship,
        phone=last.phone,
        is_under_18=last.is_under_18,
    )
