"""What the rules said, for machines as JSON and for the terminal as text."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from app.consultation.fact_words import could_be_worse, day_beside, label_of, to_tell
from app.consultation.prompt import Prompt
from app.consultation.prompts import Assessment
from app.rules.explaining import Because, day_in_words
from app.rules.facts import Never
from app.rules.notice import EVALUATION
from app.rules.rulebook import Role, Rulebook
from app.rules.weighing import Outcome, Verdict

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"
Value = bool | int | float | str | None


class RulebookOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which rules were asked."""

    version: str
    hash: str


class ReasonOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One value that a prompt rests on; without a value, the source says why there is none."""

    fact: str
    value: Value
    unit: str
    date: date | None
    source: str


class CouldBeOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A higher level that cannot be ruled out, and the facts that would settle it."""

    level: str
    needs: tuple[str, ...]


class EvidenceOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a rule comes from; marks: V read at the source, V2 in a copy, K from knowledge."""

    text: str
    url: str
    mark: str
    read: date
    review_due: date
    is_stale: bool


class PromptOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule that fires; `step` counts from 1, the highest level of its rule."""

    rule: str
    version: int
    step: int
    topic: str
    level: str
    does: tuple[str, ...]
    decides: tuple[str, ...]
    say: str
    reasons: tuple[ReasonOut, ...]
    could_be: tuple[CouldBeOut, ...]
    evidence: EvidenceOut


class CannotTellOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule that lacks facts."""

    rule: str
    needs: tuple[str, ...]


class NotCoveredOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule whose scope the person is outside of."""

    rule: str
    why: str


class AssessmentOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything the rules said of one visit on one day."""

    rulebook: RulebookOut
    on: date
    prompts: tuple[PromptOut, ...]
    cannot_tell: tuple[CannotTellOut, ...]
    not_covered: tuple[NotCoveredOut, ...]
    not_in_use: tuple[str, ...]
    errors: tuple[str, ...]


def assessment_out(assessment: Assessment, rulebook: Rulebook, on: date) -> AssessmentOut:
    """The assessment as it is exchanged; prompts held back, then those kept apart, come after the others."""
    prompts = (*assessment.prompts, *assessment.held_back, *assessment.apart)
    return AssessmentOut(
        rulebook=RulebookOut(rulebook.version, rulebook.hash),
        on=on,
        prompts=tuple(_prompt(outcome) for prompt in prompts for outcome in prompt.outcomes),
        cannot_tell=tuple(CannotTellOut(o.rule.id, o.needs) for o in assessment.cannot_tell),
        not_covered=tuple(
            NotCoveredOut(o.rule.id, "; ".join(_line(because) for because in o.reasons))
            for o in assessment.with_verdict(Verdict.NOT_COVERED)
        ),
        not_in_use=tuple(o.rule.id for o in assessment.with_verdict(Verdict.NOT_IN_USE)),
        errors=tuple(f"{o.rule.id}: {o.error}" for o in assessment.with_verdict(Verdict.FAILED)),
    )


def assessment_json(assessment: Assessment, rulebook: Rulebook, on: date) -> bytes:
    """The assessment as indented JSON."""
    found = msgspec.json.encode(assessment_out(assessment, rulebook, on))
    return msgspec.json.format(found, indent=2) + b"\n"


def assessment_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `assessment_json`."""
    return {
        "$schema": SCHEMA_DIALECT,
        "title": "one-conversation-assessment",
        **msgspec.json.schema(AssessmentOut),
    }


def _prompt(outcome: Outcome) -> PromptOut:
    rule, step = outcome.rule, outcome.step
    if step is None:
        raise ValueError(f"the rule {rule.id} is prompted for without firing")
    evidence = rule.evidence
    return PromptOut(
        rule=rule.id,
        version=rule.version,
        step=rule.steps.index(step) + 1,
        topic=rule.topic,
        level=step.level.word,
        does=tuple(role.value for role in rule.does),
        decides=tuple(role.value for role in rule.decides),
        say=step.say,
        reasons=tuple(_reason(because) for because in outcome.reasons),
        could_be=tuple(CouldBeOut(could.level.word, could.needs) for could in outcome.could_be),
        evidence=EvidenceOut(
            evidence.text,
            evidence.url,
            evidence.mark.value,
            evidence.read,
            evidence.review_due,
            outcome.is_stale,
        ),
    )


def _reason(because: Because) -> ReasonOut:
    if because.missing is not None:
        return ReasonOut(because.fact, None, because.unit, None, because.missing.value)
    return ReasonOut(because.fact, _value(because), because.unit, because.on, because.source)


def _value(because: Because) -> Value:
    """Numbers and yes or no as such; everything else in the words of the clinic."""
    match because.value:
        case bool() as answer:
            return answer
        case Decimal() as number:
            exponent = number.as_tuple().exponent
            return float(number) if isinstance(exponent, int) and exponent < 0 else int(number)
        case date() as day:
            return day.isoformat()
        case _:
            return _shown(because)


def _shown(because: Because) -> str:
    """A "never" that was said of all time has no day to show."""
    return "never" if because.value == Never(date.min) else because.shown


def assessment_text(assessment: Assessment, rulebook: Rulebook, on: date, role: Role = Role.NURSE) -> str:
    """The assessment as plain lines for the terminal, worded for one member of staff."""
    lines = [
        f"As of {day_in_words(on)}, by {len(rulebook)} rules of rulebook {rulebook.version}. {EVALUATION}",
        *_block("Prompts", (line for p in assessment.prompts for line in _prompt_lines(p, role))),
        *_block(
            "Held back until what must be done now is decided",
            (line for p in assessment.held_back for line in _prompt_lines(p, role)),
        ),
        *_block(
            "Told by a carer alone: not for the person's eyes",
            (line for p in assessment.apart for line in _prompt_lines(p, role)),
        ),
        *_block("Cannot tell", (f"  {o.rule.title}. {to_tell(o.needs)}" for o in assessment.cannot_tell)),
        *_block("Ask next", _once(f"  {q.fact.ask or q.fact.label}" for q in assessment.ask_next)),
        *_block(
            "Could not be worked out",
            (f"  {o.rule.title}: {o.error}" for o in assessment.with_verdict(Verdict.FAILED)),
        ),
    ]
    return "\n".join(lines) + "\n"


def _block(heading: str, lines: Iterable[str]) -> Iterator[str]:
    found = tuple(lines)
    yield ""
    yield f"{heading}:" if found else f"{heading}: none"
    yield from found


def _prompt_lines(prompt: Prompt, role: Role) -> Iterator[str]:
    yield f"  [{prompt.level.word}] {prompt.title}"
    yield from (f"      {sentence}" for sentence in prompt.say(role).splitlines())
    for outcome in prompt.outcomes:
        yield from _once(f"      because {_line(because)}" for because in outcome.reasons)
        if worse := could_be_worse([outcome]):
            yield f"      {worse}"
        rule, mark = outcome.rule, outcome.rule.evidence.mark.value
        yield f"      source: {rule.evidence.text} Mark {mark}. Rule {rule.id}, version {rule.version}."


def _line(because: Because) -> str:
    what = label_of(because.fact)
    if because.missing is not None:
        return f"{what}: {because.missing.value}"
    value = " ".join(part for part in (_shown(because), because.unit) if part)
    day = day_beside(because)
    return ", ".join(
        part for part in (f"{what}: {value}", day_in_words(day) if day else "", because.source) if part
    )


def _once(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))
