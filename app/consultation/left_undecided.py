"""What a visit leaves undecided when it ends as it stands: its own urgent prompts, and those from before."""

from dataclasses import replace

import msgspec

from app.consultation.agenda import BY_KEY, WHAT_WE_FOUND
from app.consultation.book import vocabulary
from app.consultation.draft import Draft
from app.consultation.not_decided import NotDecided
from app.consultation.prompt import Prompt
from app.consultation.prompts import Assessment
from app.consultation.visit import Visit
from app.rules.rulebook import Level
from app.rules.weighing import Verdict

NO_LONGER_APPLIES = frozenset({Verdict.SILENT, Verdict.NOT_COVERED})


def with_undecided(draft: Draft, assessment: Assessment, visit: Visit) -> Draft:
    """The draft as it is put away, with what it leaves undecided; never what a carer told alone."""
    earlier = {each.topic: each for each in carried_on(assessment, visit)}
    urgent = (prompt for prompt in assessment.open_prompts if prompt.level >= Level.URGENT)
    mine = {prompt.topic: _left_by(prompt, visit) for prompt in urgent}
    for topic, before in earlier.items():
        now = mine.get(topic)
        mine[topic] = msgspec.structs.replace(now, on=before.on) if now else before
    return replace(draft, not_decided=tuple(mine.values()))


def carried_on(assessment: Assessment, visit: Visit) -> tuple[NotDecided, ...]:
    """What earlier visits left undecided and this one has not settled either.

    It is over once it is decided, or once all its rules say that they do not apply. What cannot be told
    today is not over, and a softer prompt of the same topic that was decided does not end it.
    """
    return tuple(each for each in visit.history.not_decided if _is_open(each, assessment))


def without_urgent_prompt(assessment: Assessment, visit: Visit) -> tuple[NotDecided, ...]:
    """Those of them that no urgent prompt speaks for today: nothing else would name them at the end."""
    topics = {prompt.topic for prompt in _prompts(assessment) if prompt.level >= Level.URGENT}
    return tuple(each for each in carried_on(assessment, visit) if each.topic not in topics)


def way_to(each: NotDecided, assessment: Assessment, *, is_private: bool) -> tuple[str, str]:
    """The page and the question or prompt there that would settle it; a private question is not named."""
    prompt = prompt_for(each, assessment)
    if prompt is not None:
        return (WHAT_WE_FOUND, prompt.topic)
    may_name = is_private or not each.is_told_alone
    return (may_name and _missing_of(each, assessment)) or (WHAT_WE_FOUND, "")


def prompt_for(each: NotDecided, assessment: Assessment) -> Prompt | None:
    """The prompt on which it is decided today: an urgent one of its topic, or one of its own rules'."""
    return next((prompt for prompt in _prompts(assessment) if _speaks_for(prompt, each)), None)


def _speaks_for(prompt: Prompt, each: NotDecided) -> bool:
    has_its_rule = any(outcome.rule.id in each.rules for outcome in prompt.outcomes)
    return prompt.topic == each.topic and (prompt.level >= Level.URGENT or has_its_rule)


def _missing_of(each: NotDecided, assessment: Assessment) -> tuple[str, str] | None:
    """The section and the question that would tell it."""
    needs = [need for o in assessment.cannot_tell if o.rule.id in each.rules for need in o.needs]
    section, _, field = vocabulary()[needs[0]].asked_in.partition(".") if needs else ("", "", "")
    return (section, field) if section in BY_KEY else None


def _is_open(each: NotDecided, assessment: Assessment) -> bool:
    prompt = prompt_for(each, assessment)
    if prompt is not None:
        return prompt.is_open
    mine = (outcome for outcome in assessment.outcomes if outcome.rule.id in each.rules)
    return any(outcome.verdict not in NO_LONGER_APPLIES for outcome in mine)


def _prompts(assessment: Assessment) -> tuple[Prompt, ...]:
    return (*assessment.prompts, *assessment.held_back)


def _left_by(prompt: Prompt, visit: Visit) -> NotDecided:
    """Only its urgent rules: what is softer on the same topic is neither it nor the end of it."""
    urgent = (outcome for outcome in prompt.outcomes if (outcome.level or Level.NOTE) >= Level.URGENT)
    return NotDecided(
        topic=prompt.topic,
        title=prompt.lead.rule.title,
        rules=tuple(outcome.rule.id for outcome in urgent),
        on=visit.day,
        is_told_alone=prompt.is_told_alone,
    )
