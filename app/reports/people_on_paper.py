"""Carers and copies as they stand on the paper: what may be shared now, never what may not.

A carer may hold this sheet: a topic that was refused, even that there was one, is not theirs to read.
"""

from app.consultation import carers
from app.consultation.answers import Known
from app.consultation.carers.record import AnyCarer, Carer, Consent, Topic
from app.consultation.draft import Draft
from app.reports.plan_paper import Supporter


def supporters(draft: Draft) -> tuple[Supporter, ...]:
    """Everybody whom the person names."""
    record = draft.record(carers.SECTION)
    if isinstance(record.any_carer, Known) and record.any_carer.value is AnyCarer.NOBODY:
        return ()
    return tuple(Supporter(_name(row), _may_know(row), row.phone) for row in record.rows)


def when_unwell(draft: Draft) -> str:
    """What these people are to be told when the person becomes unwell, in the person's words."""
    return draft.record(carers.SECTION).when_unwell


def copies(draft: Draft) -> tuple[str, ...]:
    """Who gets a copy, without carers who may not have the plan: the consent of the moment counts."""
    names = draft.plan.copies_to
    refused = draft.record(carers.SECTION).refused_a_copy(names)
    return tuple(name for name in names if name not in refused)


def _name(carer: Carer) -> str:
    return f"{carer.name}, {carer.relationship}" if carer.relationship else carer.name


def _may_know(carer: Carer) -> str:
    shared = [topic.value.lower() for topic in Topic if carer.consents.get(topic) is Consent.YES]
    if shared:
        return f"May know: {', '.join(shared)}."
    if carer.consents:
        return "General information only, unless I say otherwise."
    return "I was not asked yet what may be shared."
