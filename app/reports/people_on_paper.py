"""Carers and copies as they stand on the paper: what may be shared, never what may not.

A carer may hold this sheet: a topic that was refused, even that there was one, is not theirs to read.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from app.consultation import carers
from app.consultation.answers import Known
from app.consultation.carers.record import AnyCarer, Carer, Consent, Topic
from app.consultation.days import in_words
from app.consultation.draft import Draft
from app.consultation.visit import Visit
from app.reports.plan_paper import Supporter

GENERAL_ONLY = "General information only, unless I say otherwise."
NOT_ASKED_YET = "I was not asked yet what may be shared."


def supporters(draft: Draft, visit: Visit) -> tuple[Supporter, ...]:
    """Everybody whom the person names."""
    record = draft.record(carers.SECTION)
    if isinstance(record.any_carer, Known) and record.any_carer.value is AnyCarer.NOBODY:
        return ()
    return tuple(Supporter(row.who, _may_know(row, visit), row.phone) for row in record.rows)


def when_unwell(draft: Draft) -> str:
    """What these people are to be told when the person becomes unwell, in the person's words."""
    return draft.record(carers.SECTION).when_unwell


def copies(draft: Draft) -> tuple[str, ...]:
    """Who gets a copy, without carers who may not have the plan: the consent of the moment counts."""
    names = draft.plan.copies_to
    refused = draft.record(carers.SECTION).refused_a_copy(names)
    return tuple(name for name in names if name not in refused)


def _may_know(carer: Carer, visit: Visit) -> str:
    """What was said today, then what was said earlier and not asked again, as the words of that day."""
    before = visit.history.sharing_of(carer.id, carer.name)
    earlier = {topic: told for topic, told in before.items() if topic not in carer.consents}
    if not carer.consents and not earlier:
        return NOT_ASKED_YET
    days = sorted({told.told_on for told in earlier.values()}, reverse=True)
    said = [_in_words(carer.consents)]
    for day in days:
        words = _in_words({topic: told.consent for topic, told in earlier.items() if told.told_on == day})
        said.append(f"I said on {in_words(day)}: {words[:1].lower()}{words[1:]}" if words else "")
    return " ".join(part for part in said if part) or _nothing_shared(days, bool(carer.consents))


def _in_words(consents: Mapping[Topic, Consent]) -> str:
    """What may be shared, and what the person wants to be asked about first."""
    shared, asked = (
        ", ".join(topic.value.lower() for topic in Topic if consents.get(topic) is consent)
        for consent in (Consent.YES, Consent.ASK_ME_FIRST)
    )
    sentences = (f"May know: {shared}." if shared else "", f"Ask me first: {asked}." if asked else "")
    return " ".join(sentence for sentence in sentences if sentence)


def _nothing_shared(days: Sequence[date], is_asked_today: bool) -> str:
    """That nothing beyond the general is shared; on which day that was said, where it was not today."""
    if is_asked_today or not days:
        return GENERAL_ONLY
    return f"{GENERAL_ONLY} I said so on {in_words(days[0])}."
