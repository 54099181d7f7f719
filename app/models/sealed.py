"""A prompt as it was worded when the visit was signed."""

from datetime import date

import msgspec

from app.consultation.prompts import Assessment
from app.rules.explaining import Because
from app.rules.facts import Never
from app.rules.weighing import Outcome


class SealedReason(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line that settled it, with its value, day and source."""

    line: str
    fact: str
    shown: str
    on: str = ""
    source: str = ""


class SealedPrompt(msgspec.Struct, frozen=True):
    """Both wordings, the reasons and where the rule comes from."""

    rule: str
    version: int
    topic: str
    level: str
    said: str
    said_to_hca: str
    reasons: tuple[SealedReason, ...]
    evidence: str
    mark: str


def sealed(assessment: Assessment) -> tuple[SealedPrompt, ...]:
    """Every prompt that applied, held back or not, as it is worded now."""
    return tuple(
        _sealed(outcome)
        for prompt in (*assessment.prompts, *assessment.held_back, *assessment.apart)
        for outcome in prompt.outcomes
    )


def _sealed(outcome: Outcome) -> SealedPrompt:
    step = outcome.step
    if step is None:
        raise ValueError("only a rule that fires is worded")
    return SealedPrompt(
        rule=outcome.rule.id,
        version=outcome.rule.version,
        topic=outcome.rule.topic,
        level=step.level.word,
        said=step.say,
        said_to_hca=step.say_hca,
        reasons=tuple(
            SealedReason(b.text, b.fact, _shown(b), b.on.isoformat() if b.on else "", b.source)
            for b in outcome.reasons
        ),
        evidence=outcome.rule.evidence.text,
        mark=outcome.rule.evidence.mark.value,
    )


def _shown(because: Because) -> str:
    """A "never" that was said of all time has no day to show."""
    return "never" if because.value == Never(date.min) else because.shown
