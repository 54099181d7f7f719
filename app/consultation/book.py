"""The rules of this release: every section's rule files, read and checked together."""

from collections.abc import Mapping
from functools import lru_cache

from app.consultation.agenda import SECTIONS
from app.consultation.medicines.catalogue import catalogue
from app.rules.facts import Vocabulary
from app.rules.language import Grammar
from app.rules.reading import Library, read_library
from app.rules.rulebook import Rulebook

VERSION = "2026.11"


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The facts that rules may name, over all sections."""
    return Vocabulary(kind for section in SECTIONS for kind in section.vocabulary)


def topics() -> Mapping[str, str]:
    """The topics that prompts are merged by, with their words."""
    return {topic: words for section in SECTIONS for topic, words in section.topics.items()}


def open_library() -> Library:
    """The rules with their examples; raises RuleFileError, which names file, rule and line."""
    grammar = Grammar(vocabulary(), catalogue().vocabulary())
    return read_library([section.rules_folder for section in SECTIONS], grammar, topics(), VERSION)


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    """The rules of this release, read once."""
    return open_library().book
