"""What a visit leaves undecided when it ends as it stands: its own urgent prompts, and those from before."""

from dataclasses import replace

import msgspec

from app.consultation.draft import Draft
from app.consultation.not_decided import NotDecided
from app.consultation.prompts import Assessment, Prompt
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

    It is over once its topic is decided, or once all its rules say that they do not apply. What cannot be
    told today is not over.
    """
    return tuple(each for each in visit.history.not_decided if _is_open(each, assessment))


def untold(assessment: Assessment, visit: Visit) -> tuple[NotDecided, ...]:
    """Those of them that no prompt speaks for today, because an answer is missing."""
    topics = {prompt.topic for prompt in _prompts(assessment)}
    return tuple(each for each in carried_on(assessment, visit) if each.topic not in topics)


def _is_open(each: NotDecided, assessment: Assessment) -> bool:
    prompt = next((prompt for prompt in _prompts(assessment) if prompt.topic == each.topic), None)
    if prompt is not None:
        return prompt.is_open
    mine = (outcome for outcome in assessment.outcomes if outcome.rule.id in each.rules)
    return any(outcome.verdict not in NO_LONGER_APPLIES for outcome in mine)


def _prompts(assessment: Assessment) -> tuple[Prompt, ...]:
    return (*assessment.prompts, *assessment.held_back)


def _left_by(prompt: Prompt, visit: Visit) -> NotDecided:
    return NotDecided(
        topic=prompt.topic,
        title=prompt.lead.rule.title,
        rules=tuple(outcome.rule.id for outcome in prompt.outcomes),
        on=visit.day,
        is_told_alone=prompt.is_told_alone,
    )
