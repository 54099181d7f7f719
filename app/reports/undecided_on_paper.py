"""What could not wait and was left undecided: the paper says so and whom to ask, never what to do.

Of what was told alone it says nothing: others may read the paper.
"""

from app.consultation.care_plan import CarePlan
from app.consultation.draft import Draft
from app.consultation.subjects import subject_of
from app.reports.owners_on_paper import first_word

NOT_DECIDED = "We have not decided yet what happens about"


def undecided_topics(draft: Draft) -> tuple[str, ...]:
    """The topics that may be named; not those on which this very plan promises something."""
    promised = {action.topic for action in draft.plan.actions if action.has_words}
    left = (each for each in draft.not_decided if not each.is_told_alone)
    return tuple(each.topic for each in left if each.topic not in promised)


def undecided_words(draft: Draft) -> str:
    """All of it in one sentence, and whom to ask; nothing where all was decided."""
    subjects = "; ".join(subject_of(topic) for topic in undecided_topics(draft))
    return f"{NOT_DECIDED} {subjects}. {_whom_to_ask(draft.plan)}" if subjects else ""


def undecided_about_this(draft: Draft) -> str:
    """The same beside a finding that it is about."""
    return f"{NOT_DECIDED} this. {_whom_to_ask(draft.plan)}"


def _whom_to_ask(plan: CarePlan) -> str:
    """The key worker, with the number that stands on the plan."""
    name, phone = first_word(plan.key_worker), plan.key_worker_phone.strip()
    return f"I can ask {name or 'my team'}: {phone}." if phone else f"I can ask {name or 'my team'}."
