"""A rule to be read: whom it covers, when it speaks, what it says to whom, and where that comes from."""

from collections.abc import Iterator

from app.consultation.days import on_screen
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
from app.rules.rulebook import Rule, Step
from app.views.parts.cards import Card, Surface
from app.views.parts.layout import Column, Held, Part
from app.views.parts.words import Voice, Words

_INDENT = 18


def reading_of(rule: Rule) -> Held:
    """The whole rule, from whom it covers to its source."""
    parts: list[Part] = []
    if rule.applies != NOTHING_ASKED:
        parts += _listed("Covers people of whom this holds", rule.applies)
    if rule.unless != NOTHING_SPARED:
        parts += _listed("Except where this holds", rule.unless)
    parts += [_step(step) for step in rule.steps]
    parts += [Words("What it reads", Voice.STRONG), *(_said(words) for words in glossary_of(rule))]
    parts += [Words("If it cannot tell", Voice.STRONG), _said(CANNOT_TELL_WORDS[rule.if_cannot_tell])]
    parts += [Words("Who", Voice.STRONG), _said(f"May do it: {people_in_words(rule.does)}.")]
    parts.append(_said(f"May decide it: {people_in_words(rule.decides)}."))
    parts += [Words("Source", Voice.STRONG), *(_said(words) for words in _source(rule))]
    return Held(Column(*parts, gap=8))


def _step(step: Step) -> Card:
    return Card(
        Words(LEVEL_WORDS[step.level], Voice.SUBHEADING, wraps=True),
        *_listed("When this holds", step.when),
        Words("A nurse reads", Voice.STRONG),
        _said(step.say),
        Words("A health care assistant reads", Voice.STRONG),
        _said(step.say_hca),
        Words("Offered for the plan", Voice.STRONG),
        _said(offer_in_words(step)),
        surface=Surface.WELL,
        gap=6,
    )


def _listed(title: str, condition: Condition) -> Iterator[Part]:
    yield Words(title, Voice.STRONG)
    for point in points(condition):
        line = Words(f"\u2022 {point.words}", Voice.SMALL_TEXT, wraps=True)
        yield Held(Column(line, margins=(_INDENT * point.depth, 0, 0, 0)))


def _source(rule: Rule) -> Iterator[str]:
    source = rule.evidence
    yield source.text
    yield source.url
    yield (
        f"{MARK_WORDS[source.mark].capitalize()}. Read on {on_screen(source.read)}, "
        f"to be read again by {on_screen(source.review_due)}."
    )
    yield f"Rule {rule.id}, version {rule.version}, topic {rule.topic}, fingerprint {seal_of(rule)}."


def _said(words: str) -> Words:
    return Words(words, Voice.SMALL_TEXT, wraps=True)
