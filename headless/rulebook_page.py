"""The rulebook as one page of Markdown, for a clinical safety officer who does not read code."""

from collections import Counter
from collections.abc import Iterator

from app.consultation.fact_words import glossary_of
from app.rules.conditions import NOTHING_ASKED, NOTHING_SPARED, Condition
from app.rules.described import (
    CANNOT_TELL_WORDS,
    LEVEL_WORDS,
    MARK_WORDS,
    offer_in_words,
    people_in_words,
    points,
    seal_of,
)
from app.rules.notice import EVALUATION
from app.rules.reading import Library
from app.rules.rulebook import Rule, Step


def rulebook_page(library: Library) -> str:
    """Every rule whole, in the order of the book, with how many examples of the source text it is held to."""
    book = library.book
    examples = Counter(example.rule for example in library.examples)
    lines = [*_head(library)]
    for rule in book:
        lines += ["", *_rule(rule, examples[rule.id])]
    return "\n".join(lines) + "\n"


def _head(library: Library) -> Iterator[str]:
    book = library.book
    marks = Counter(rule.evidence.mark for rule in book)
    yield "# The rulebook"
    yield ""
    yield f"{EVALUATION} No clinician has signed any rule: that is done in the app, at the site that uses it."
    yield ""
    yield "Made by `main.py rulebook`; do not edit it. A condition that cannot be told is never taken as no."
    yield ""
    yield f"{len(book)} rules, release {book.version}, fingerprint `{book.hash[:12]}`. Sources: "
    yield "; ".join(f"{marks[mark]} {words}" for mark, words in MARK_WORDS.items() if marks[mark]) + "."
    yield ""
    for rule in book:
        yield f"- [{rule.id}](#{rule.id}): {rule.title}"


def _rule(rule: Rule, examples: int) -> Iterator[str]:
    yield f"## {rule.id}"
    yield ""
    yield f"**{rule.title}.** Version {rule.version}, fingerprint `{seal_of(rule)}`, {examples} examples."
    yield f"Topic: {rule.topic}; kind: {rule.kind.value}. May do it: {people_in_words(rule.does)}."
    yield f"May decide it: {people_in_words(rule.decides)}."
    if rule.applies != NOTHING_ASKED:
        yield from _listed("Covers people of whom this holds:", rule.applies)
    if rule.unless != NOTHING_SPARED:
        yield from _listed("Except where this holds:", rule.unless)
    for step in rule.steps:
        yield from _step(step)
    yield ""
    yield "What it reads:"
    yield ""
    for words in glossary_of(rule):
        yield f"- {words}"
    yield ""
    yield f"If it cannot tell: {CANNOT_TELL_WORDS[rule.if_cannot_tell]}"
    yield ""
    source = rule.evidence
    yield f"Source: {source.text} <{source.url}> ({source.mark.value}: {MARK_WORDS[source.mark]}; read"
    yield f"{source.read}, to be read again by {source.review_due})"


def _listed(title: str, condition: Condition) -> Iterator[str]:
    yield ""
    yield title
    yield ""
    for point in points(condition):
        yield f"{'  ' * point.depth}- {point.words}"


def _step(step: Step) -> Iterator[str]:
    yield ""
    yield f"### {LEVEL_WORDS[step.level]}"
    yield from _listed("When this holds:", step.when)
    yield ""
    yield f"- A nurse reads: {step.say}"
    yield f"- A health care assistant reads: {step.say_hca}"
    yield f"- Offered for the plan: {offer_in_words(step)}"
