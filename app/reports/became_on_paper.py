"""What became of what was planned before, and what was offered today and declined: as the person said it."""

from app.consultation import opening
from app.consultation.apart import is_apart, is_told_alone
from app.consultation.book import rulebook, topics
from app.consultation.care_plan import Outcome
from app.consultation.decisions import Choice, Decision
from app.consultation.draft import Draft
from app.consultation.visit import Visit
from app.reports.owners_on_paper import owner_words
from app.reports.plan_paper import Became, NotDone
from app.reports.sentences import as_sentence

WORDS = {
    Outcome.DONE: "Done",
    Outcome.PARTLY: "Partly done",
    Outcome.NOT_DONE: "Not done",
    Outcome.LET_GO: "We let it go",
}
DECLINED = "Something was offered. I would rather not for now."


def what_became(draft: Draft, visit: Visit) -> tuple[Became, ...]:
    """Each promise of an earlier plan of which something was said today, with why where that was said."""
    record = draft.record(opening.SECTION)
    found = []
    for promise in visit.history.promises:
        said = record.outcome_of(promise.id)
        if said is not None and said.outcome in WORDS and promise.has_words:
            words = ": ".join(part for part in (WORDS[said.outcome], said.note.strip()) if part)
            found.append(Became(f"{owner_words(promise)} {promise.what.strip()}", as_sentence(words)))
    return tuple(found)


def declined(draft: Draft) -> tuple[NotDone, ...]:
    """What the person would rather not; nothing of what was told alone, nor of a rule that is gone."""
    return tuple(
        NotDone(topics()[each.topic], DECLINED)
        for each in draft.decisions
        if each.choice is Choice.DECLINED and each.topic in topics() and _may_be_named(each)
    )


def _may_be_named(decision: Decision) -> bool:
    ids = {seen.rule for seen in decision.reasons}
    if decision.is_told_alone or not ids or any(each not in rulebook() for each in ids):
        return False
    return not any(is_apart(rulebook()[each]) or is_told_alone(rulebook()[each]) for each in ids)
