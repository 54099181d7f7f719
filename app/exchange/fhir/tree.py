"""Reading a JSON tree that nobody vouches for: what is not as expected counts as absent, never as a crash."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

SNOMED = "http://snomed.info/sct"
LONGEST_TEXT = 200
_TAGS = (
    *("disorder", "finding", "procedure", "situation", "qualifier value", "regime/therapy", "event"),
    *("substance", "product", "medicinal product", "medicinal product form", "clinical drug"),
    *("observable entity", "morphologic abnormality", "physical object", "body structure", "organism"),
    *("person", "occupation", "record artifact", "context-dependent category", "navigational concept"),
)
_TAG = re.compile(rf"\s*\((?:{'|'.join(_TAGS)})\)(?=\s*(?:$|[,;.]))", re.I)
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
    return whole_words(value[: longest * 4])[:longest] if isinstance(value, str) else ""


def whole_words(value: Any) -> str:
    """The same, however long: for what must never be cut."""
    if not isinstance(value, str):
        return ""
    return " ".join("".join(sign if _can_be_shown(sign) else " " for sign in value).split())


def _can_be_shown(sign: str) -> bool:
    return sign in JOINERS or unicodedata.category(sign)[0] not in "CZ"


def without_tags(text: str) -> str:
    """The words without the tags that SNOMED puts behind its names, such as "(disorder)"."""
    return _TAG.sub("", text).strip()


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
        if text := without_tags(words(one.get("text"))):
            return text
    found = tuple(codings(concept))
    named = (without_tags(coding.display) for coding in found)
    return next((name for name in named if name), next((c.code for c in found if c.code), ""))
