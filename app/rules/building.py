"""From a written rule to a checked one: what the types of a rule file leave open is refused here."""

import hashlib
import re
from collections.abc import Iterable, Mapping

import msgspec

from app.rules.conditions import Condition, lines_of
from app.rules.facts import did_you_mean
from app.rules.language import Grammar, LanguageError
from app.rules.rulebook import Evidence, Level, PlanLine, Rule, Rulebook, Step
from app.rules.trees import read_exceptions, read_scope, read_tree
from app.rules.written import WrittenRule, WrittenStep

RULE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OWNERS = ("person", "carer", "hca", "nurse", "prescriber", "gp", "team lead", "other")
WITHIN = re.compile(r"today|next working day|next review|\d+ (day|week|month)s?")


def book_of(rules: Iterable[Rule], version: str) -> Rulebook:
    """A book of these rules, with the hash over all of theirs."""
    bound = tuple(rules)
    whole = "\n".join(sorted(f"{rule.id} {rule.content_hash}" for rule in bound))
    return Rulebook(bound, version, hashlib.sha256(whole.encode()).hexdigest())


def content_hash(written: WrittenRule) -> str:
    """The hash that a clinician signs: over everything the rule says, its examples apart."""
    return hashlib.sha256(msgspec.json.encode(written, order="sorted")).hexdigest()


def build_rule(written: WrittenRule, grammar: Grammar, topics: Mapping[str, str]) -> Rule:
    """The rule that was written, with its conditions read and checked; raises LanguageError."""
    _check_frame(written, topics)
    return Rule(
        id=written.id,
        version=written.version,
        title=written.title,
        topic=written.topic,
        does=tuple(written.does),
        decides=tuple(written.decides),
        kind=written.kind,
        steps=_steps(written.step, grammar),
        evidence=_evidence(written),
        content_hash=content_hash(written),
        applies=read_scope(written.applies, grammar),
        unless=read_exceptions(written.unless, grammar),
        if_cannot_tell=written.if_cannot_tell,
    )


def _check_frame(written: WrittenRule, topics: Mapping[str, str]) -> None:
    """Refuse what the types leave open: an odd id, an unknown topic, an empty text."""
    if not RULE_ID.fullmatch(written.id):
        raise LanguageError("an id is made of small letters, digits and single hyphens")
    if written.topic not in topics:
        raise LanguageError(f"no topic is called '{written.topic}'{did_you_mean(written.topic, topics)}")
    if written.version < 1:
        raise LanguageError("versions count from 1")
    if not written.title.strip() or not written.does or not written.decides:
        raise LanguageError("title, does and decides must each say something")


def _evidence(written: WrittenRule) -> Evidence:
    evidence = written.evidence
    if not evidence.text.strip() or not re.match(r"https?://\S+$", evidence.url):
        raise LanguageError("the source is missing: evidence needs a text and the address of a page")
    if evidence.review_due <= evidence.read:
        raise LanguageError("review_due must lie after the day the source was read")
    return Evidence(evidence.text, evidence.url, evidence.mark, evidence.read, evidence.review_due)


def _steps(written: list[WrittenStep], grammar: Grammar) -> tuple[Step, ...]:
    steps = tuple(_step(step, grammar) for step in written)
    levels = [step.level for step in steps]
    if not levels or levels != sorted(set(levels), reverse=True):
        raise LanguageError("a rule has one step or more, each level once, the highest first")
    return steps


def _step(written: WrittenStep, grammar: Grammar) -> Step:
    levels = {level.word: level for level in Level}
    if written.level not in levels:
        raise LanguageError(f"no level is called '{written.level}'{did_you_mean(written.level, levels)}")
    if not written.say.strip() or not written.say_hca.strip():
        raise LanguageError("say and say_hca must each say something")
    when: Condition = read_tree(written.when, grammar)
    if not any(lines_of(when)):
        raise LanguageError("a step needs a condition")
    plan = written.plan
    if plan.owner not in OWNERS:
        raise LanguageError(f"no owner is called '{plan.owner}'{did_you_mean(plan.owner, OWNERS)}")
    if not plan.do.strip() or not WITHIN.fullmatch(plan.within):
        raise LanguageError("plan says what to do, and within 'today', 'next working day' or '4 weeks'")
    return Step(
        levels[written.level], when, written.say, written.say_hca, PlanLine(plan.do, plan.owner, plan.within)
    )
