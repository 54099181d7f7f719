"""What is still open before a visit is finished or signed: what blocks, and what is only worth a look."""

from typing import Any

from app.consultation.agenda import SECTIONS, WHAT_WE_FOUND
from app.consultation.answers import is_answered
from app.consultation.care_plan import Action
from app.consultation.crisis_plan import SECTION as CRISIS_PLAN
from app.consultation.crisis_plan.when import is_not_agreed
from app.consultation.decisions import Choice, Decision
from app.consultation.draft import Draft
from app.consultation.hand_over_ends import ends_for_the_reader, hand_over_ends
from app.consultation.in_sight import progress_in_sight
from app.consultation.left_undecided import prompt_for, way_to, without_urgent_prompt
from app.consultation.loose_end import LooseEnd
from app.consultation.opening import SECTION as OPENING
from app.consultation.opening.facts import is_private, missing_to_start
from app.consultation.opening.record import Opening
from app.consultation.owed import still_owed
from app.consultation.person import Allergies, Person
from app.consultation.prompt import Prompt
from app.consultation.prompts import Assessment
from app.consultation.questions import Record, questions
from app.consultation.section import Section
from app.consultation.visit import Visit
from app.rules.rulebook import Level, Role

CARE_PLAN = "care_plan"
DETAILS = "details"
FINISH = "finish"
NOT_LARGE = "Large print was asked for; this paper is the standard size"
FEW = 3
"""So many open questions of a section that was begun are named one by one; more are counted."""


def loose_ends(
    draft: Draft, assessment: Assessment, visit: Visit, role: Role = Role.NURSE, reader: str = ""
) -> tuple[LooseEnd, ...]:
    """Everything that is open, what blocks finishing first; `role` is whoever ends the visit.

    Only three things block: a compulsory fact of the opening; a `now` prompt that is undecided, put off
    without a reason, or not taken on by anybody who may settle it; and what was handed over to `reader`, the
    colleague who reads a finished visit, until they say whether it reached them. All else may stay open;
    what is grave is said first.
    """
    found = (
        *_opening(draft, visit.person),
        *_questions(draft),
        *_prompts(assessment, role),
        *ends_for_the_reader(draft, assessment, reader),
        *_from_before(draft, assessment, visit),
        *_promises(draft, visit),
        *_for_today(draft, visit),
        *_owed(draft, visit),
        *_sections(draft, visit),
        *_crisis_plan(draft, visit),
        *_person(visit.person),
        *_plan(draft, visit),
    )
    return tuple(sorted(found, key=lambda end: (not end.blocks, not end.cannot_wait, not end.is_grave)))


def anything_was_asked(draft: Draft, visit: Visit) -> bool:
    """Whether there is anything to finish: an answer after the opening, an action, or that it ended early."""
    if draft.plan.actions or is_answered(draft.record(OPENING).ended_early):
        return True
    return any(progress_in_sight(s, draft, visit).answered for s in SECTIONS if s is not OPENING)


def _opening(draft: Draft, person: Person) -> tuple[LooseEnd, ...]:
    record = draft.record(OPENING)
    found = [LooseEnd(f"Opening: {words}", "opening", blocks=True) for words in missing_to_start(record)]
    if record.is_remote:
        found += [LooseEnd(words, "opening", field=name) for name, words in _not_said_by_phone(record)]
    if person.visit_needs.needs_interpreter and not is_answered(record.interpreted):
        found.append(LooseEnd("Not said: who interprets today", "opening", field="interpreted"))
    if not is_answered(record.what_matters):
        found.append(LooseEnd("Opening: what matters today", "opening", field="what_matters"))
    return tuple(found)


def _not_said_by_phone(record: Opening) -> tuple[tuple[str, str], ...]:
    """What a visit by phone or video is held without, by its field."""
    asked = (
        ("private_to_talk", "Not asked: private to talk?", is_answered(record.private_to_talk)),
        ("call_back_number", "No number to call back", bool(record.call_back_number)),
        ("where_they_are", "Not said: where they are now", bool(record.where_they_are)),
    )
    return tuple((name, words) for name, words, is_there in asked if not is_there)


def _questions(draft: Draft) -> tuple[LooseEnd, ...]:
    return tuple(
        LooseEnd(f"Asked by {question.by}, not answered: {question.asked}", FINISH, field=question.id)
        for question in draft.open_questions
    )


def _prompts(assessment: Assessment, role: Role) -> tuple[LooseEnd, ...]:
    not_handed = tuple(end for prompt in assessment.prompts for end in hand_over_ends(prompt, role))
    undecided = (
        _not_decided(prompt)
        for prompt in assessment.open_prompts
        if not (prompt.needs_hand_over(role) or prompt.awaits_acknowledgement)
    )
    put_off = (
        LooseEnd(
            f"Put off, and it cannot wait: {prompt.title}", WHAT_WE_FOUND, blocks=True, field=prompt.topic
        )
        for prompt in assessment.decided_prompts
        if prompt.level is Level.NOW and not prompt.acknowledgement and _is_put_off(prompt.decision)
    )
    could_be = (
        LooseEnd(
            f"Could be something to do now, and cannot be told: {o.rule.title}", WHAT_WE_FOUND, is_grave=True
        )
        for o in assessment.warnings
        if (o.highest_possible or Level.NOTE) >= Level.NOW
    )
    return (*undecided, *put_off, *not_handed, *could_be)


def _not_decided(prompt: Prompt) -> LooseEnd:
    """What is due today is said first, and as such: it may stay open, and must not be one row of many."""
    is_grave = prompt.level >= Level.URGENT
    said = "Due today, and not decided" if is_grave and not prompt.interrupts else "Not decided"
    return LooseEnd(
        f"{said}: {prompt.title}",
        WHAT_WE_FOUND,
        blocks=prompt.interrupts,
        field=prompt.topic,
        is_grave=is_grave,
        cannot_wait=is_grave,
    )


def _from_before(draft: Draft, assessment: Assessment, visit: Visit) -> tuple[LooseEnd, ...]:
    """What an earlier visit left undecided and no urgent prompt of today names, with the way to it."""
    may_see, last = is_private(draft.record(OPENING)), visit.history.last_visit_on
    found = []
    for each in without_urgent_prompt(assessment, visit):
        where, field = way_to(each, assessment, is_private=may_see)
        untold = "" if prompt_for(each, assessment) else ". It cannot be told today"
        words = f"{each.words(last, is_private=may_see)}{untold}"
        found.append(LooseEnd(words, where, field=field, is_grave=True, cannot_wait=True))
    return tuple(found)


def _is_put_off(decision: Decision | None) -> bool:
    """What must be done now has no later: a line in the plan does not do it, and 'later' needs a reason."""
    if decision is None:
        return False
    is_later = decision.choice is Choice.LATER and not decision.why.strip()
    return is_later or decision.choice is Choice.TAKE_UP


def _promises(draft: Draft, visit: Visit) -> tuple[LooseEnd, ...]:
    late = tuple(
        LooseEnd(f"Past its date, and no new day yet: {action.what}", CARE_PLAN, field=action.id)
        for action in draft.plan.actions
        if action.is_ready and action.by_when is not None and action.by_when < visit.day
    )
    return late + tuple(
        LooseEnd(f"{_lacks(action)}: {action.what or 'an action with no words'}", CARE_PLAN, field=action.id)
        for action in draft.plan.actions
        if not action.is_ready
    )


def _for_today(draft: Draft, visit: Visit) -> tuple[LooseEnd, ...]:
    """Said before anybody leaves."""
    return tuple(
        LooseEnd(f"Promised for today: {action.what}", CARE_PLAN, field=action.id, is_grave=True)
        for action in promised_for_today(draft, visit)
    )


def promised_for_today(draft: Draft, visit: Visit) -> tuple[Action, ...]:
    """What this plan promises for the day of the visit."""
    return tuple(each for each in draft.plan.actions if each.is_ready and each.by_when == visit.day)


def _lacks(action: Action) -> str:
    """What an action has not got yet: only that."""
    parts = (("words", action.has_words), ("name", action.is_named), ("date", action.by_when is not None))
    return f"No {' or '.join(word for word, is_there in parts if not is_there)} yet"


def _owed(draft: Draft, visit: Visit) -> tuple[LooseEnd, ...]:
    """Promises of earlier plans: what became of them was not said, or they are owed on."""
    record = draft.record(OPENING)
    found = []
    for promise in still_owed(draft, visit.history.promises):
        said = record.outcome_of(promise.id)
        is_early = promise.by_when is not None and promise.by_when > visit.day
        unsaid = "not due yet, and still owed" if is_early else "what became of it was not said"
        became = unsaid if said is None else f"{said.outcome.value}, and still owed"
        found.append(LooseEnd(f"Promised before, {became}: {promise.what}", "opening", field=promise.id))
    return tuple(found)


def _sections(draft: Draft, visit: Visit) -> tuple[LooseEnd, ...]:
    others = (section for section in SECTIONS if section.key != "opening")
    return tuple(end for section in others for end in _open(section, draft, visit))


def _open(section: Section[Any], draft: Draft, visit: Visit) -> tuple[LooseEnd, ...]:
    """What a section lacks: with the way to the first of it, or to each where few questions are open.

    What is asked alone is neither named nor gone to while somebody else is there.
    """
    record: Record = draft.records[section.key]
    progress = progress_in_sight(section, draft, visit)
    if progress.is_complete:
        return ()
    asks, beginning = questions(type(record)), draft.record(OPENING)
    left = ", left for next time" if is_answered(beginning.ended_early) else ""
    fields = section.unanswered(record, visit)
    places = frozenset() if is_private(beginning) else section.private_places
    at_hand = tuple(name for name in fields if f"{section.key}.{name}" not in places)
    says_all = len(fields) == progress.asked - progress.answered and asks.keys() >= set(fields)
    if progress.answered and len(fields) <= FEW and fields == at_hand and says_all:
        return tuple(
            LooseEnd(f"{section.title}, not answered: {asks[name].label}{left}", section.key, field=name)
            for name in fields
        )
    words = f"{section.title}: {progress.words.lower()}{left}"
    return (LooseEnd(words, section.key, field=at_hand[0] if at_hand else ""),)


def _crisis_plan(draft: Draft, visit: Visit) -> tuple[LooseEnd, ...]:
    """What is said and may not be printed yet, because nobody asked how much of it goes on paper."""
    if not is_not_agreed(draft.record(CRISIS_PLAN), visit):
        return ()
    words = "Crisis plan: not said how much goes on paper, so none of it is printed"
    return (LooseEnd(words, CRISIS_PLAN.key, field="on_paper"),)


def _person(person: Person) -> tuple[LooseEnd, ...]:
    is_open = not person.allergies and person.allergies_known is Allergies.NOT_ASKED
    allergies = (LooseEnd("Allergies: not asked", DETAILS),) if is_open else ()
    return (*allergies, *((LooseEnd(NOT_LARGE, DETAILS),) if person.needs_large_print else ()))


def _plan(draft: Draft, visit: Visit) -> tuple[LooseEnd, ...]:
    found = []
    if not draft.plan.actions:
        is_owed = bool(still_owed(draft, visit.history.promises))
        words = "The plan has no new actions" if is_owed else "The plan has no actions"
        found.append(LooseEnd(words, CARE_PLAN, field="actions"))
    if draft.plan.next_review is None:
        found.append(LooseEnd("No date for the next review", CARE_PLAN, field="next_review"))
    if not is_answered(draft.plan.agreement):
        words = f"{visit.person.called} has not said yet whether they agree with the plan"
        found.append(LooseEnd(words, CARE_PLAN, field="agreement"))
    if draft.plan.lacks_words_of_differing:
        words = f"Not said: what {visit.person.called} does not agree with"
        found.append(LooseEnd(words, CARE_PLAN, field="agreement_words"))
    return tuple(found)
