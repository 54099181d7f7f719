"""Reading a JSON tree that nobody vouches for: what is not as expected counts as absent, never as a crash."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

SNOMED = "http://snomed.info/sct"
LONGEST_TEXT = 200
JOINERS = "\u200c\u200d"  # part of how Urdu, Persian and Punjabi names are written

Tree = Mapping[str, Any]
NOTHING: Tree = {}


@dataclass(frozen=True)
class Coding:
    """One code of a concept, with the words its sender put beside it."""

    system: str
    code: str
    display: str = ""


def branch(value: Any) -> Tree:
    """The value as an object, or an empty one."""
    return value if isinstance(value, dict) else NOTHING


def branches(value: Any) -> tuple[Tree, ...]:
    """The objects of a list; a lone object stands for a list of one."""
    if isinstance(value, dict):
        return (value,)
    return tuple(row for row in value if isinstance(row, dict)) if isinstance(value, list) else ()


def words(value: Any, longest: int = LONGEST_TEXT) -> str:
    """Text on one line, without control or direction-changing signs, cut where it is too long to show."""
    if not isinstance(value, str):
        return ""
    kept = "".join(sign if _can_be_shown(sign) else " " for sign in value[: longest * 4])
    return " ".join(kept.split())[:longest]


def _can_be_shown(sign: str) -> bool:
    return sign in JOINERS or unicodedata.category(sign)[0] not in "CZ"


def all_words(value: Any) -> tuple[str, ...]:
    """The texts of a list, empty ones left out."""
    found = value if isinstance(value, list) else [value]
    return tuple(text for text in (words(row) for row in found) if text)


def number(value: Any) -> Decimal | None:
    """A finite JSON number; a number written as text is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value if isinstance(value, Decimal) and value.is_finite() else None


def codings(concept: Any) -> Iterator[Coding]:
    """The codes of a CodeableConcept, or of the lists of them that some elements are."""
    for one in branches(concept):
        for coding in branches(one.get("coding")):
            yield Coding(words(coding.get("system")), words(coding.get("code")), words(coding.get("display")))


def label_of(concept: Any) -> str:
    """The words for a concept: its own text, else the first display, else the first code."""
    for one in branches(concept):
        if text := words(one.get("text")):
            return text
    found = tuple(codings(concept))
    return next((c.display for c in found if c.display), next((c.code for c in found if c.code), ""))
