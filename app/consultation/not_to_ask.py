"""Which facts the list of what to ask next leaves out: asking again would be rude, or of no use."""

from app.consultation.answers import Known as Answered
from app.consultation.book import vocabulary
from app.consultation.draft import Draft
from app.consultation.questions import questions
from app.consultation.visit import Visit
from app.rules.facts import Missing, Reason


def not_to_ask(draft: Draft, visit: Visit) -> frozenset[str]:
    """Facts that were declined, and those whose question does not stand on the screen as things are."""
    declined = {
        name
        for name, fact in visit.facts.items()
        if isinstance(fact, Missing) and fact.reason in (Reason.DECLINED, Reason.HIDDEN)
    }
    hidden = {kind.name for kind in vocabulary() if not _is_on_screen(kind.asked_in, draft, visit)}
    return frozenset(declined | hidden | _said_already(visit) | _asked_in_vain(draft, visit))


def _asked_in_vain(draft: Draft, visit: Visit) -> frozenset[str]:
    """Facts whose own question was answered, and that are not known all the same: it needs an earlier one."""
    kinds = vocabulary()
    return frozenset(
        name
        for name, fact in visit.facts.items()
        if isinstance(fact, Missing)
        and fact.reason is Reason.NOT_KNOWN
        and isinstance(_answer_to(kinds[name].asked_in, draft), Answered)
    )


def _answer_to(place: str, draft: Draft) -> object:
    section, _, name = place.partition(".")
    return getattr(draft.records.get(section), name, None)


def _said_already(visit: Visit) -> frozenset[str]:
    """The medicines list once it was confirmed: a name that nobody recognises is not asked for again."""
    return frozenset({"medicines"} if visit.medicine_list.is_complete else ())


def _is_on_screen(place: str, draft: Draft, visit: Visit) -> bool:
    section, _, name = place.partition(".")
    if section not in draft.records:
        return True
    question = questions(type(draft.records[section])).get(name)
    return question is None or question.shown(draft.records[section], visit)
