"""Which characters the paper's font can print, and what stands in place of those it cannot.

A missing glyph prints as an empty box that nobody notices. So: look-alikes that mean the same are exchanged
(a non-breaking hyphen, a thin space, a micro sign before a unit), invisible signs are dropped, and every
stretch that is left over is replaced by a plain marker. The screen warns beforehand by `missing_glyphs`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

MARKER_FOR_ONE = "[character not printable]"
MARKER_FOR_MORE = "[{count} characters not printable]"

SAME_MEANING = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u202f": "\u00a0", "\u2007": "\u00a0", "\r": None}
)
KEPT_SPACES = " \n\u00a0"
# "micrograms" must never be misread: the sign becomes the word's first part, and only in front of a unit.
MICRO_BEFORE_UNIT = re.compile("[\u00b5\u03bc](?=[gmlLU])")
EMOJI_VARIATION = range(0xFE00, 0xFE10)


def is_invisible(character: str) -> bool:
    """Joiners, direction marks, variation selectors, soft hyphens and control characters have no shape."""
    return character not in KEPT_SPACES and (
        unicodedata.category(character) in ("Cf", "Cc") or ord(character) in EMOJI_VARIATION
    )


def with_look_alikes(text: str) -> str:
    """The same text in composed characters, without invisible signs, and with one kind of space."""
    text = MICRO_BEFORE_UNIT.sub("micro", unicodedata.normalize("NFC", text).translate(SAME_MEANING))
    text = "".join(" " if c.isspace() and c not in KEPT_SPACES else c for c in text)
    return "".join(c for c in text if not is_invisible(c))


def is_printable(character: str) -> bool:
    """Whether every weight of the font has a shape for it; a line end needs none."""
    return character == "\n" or ord(character) in _covered()


@cache
def _covered() -> frozenset[int]:
    # Imported here: screens ask what can be printed long before anything is, and ReportLab is large.
    from app.reports.lettering import covered

    return covered()


@cache
def unchanged() -> frozenset[str]:
    """The characters that are printed just as they are: nearly every text has no others."""
    kept = {chr(point) for point in _covered()} - {"\u00b5", "\u03bc"}
    return frozenset(c for c in kept if with_look_alikes(c) == c and not unicodedata.combining(c)) | {"\n"}


def printable(text: str) -> str:
    """The text as it can be printed: one marker for each stretch of characters that the font lacks."""
    if unchanged().issuperset(text):
        return text
    return "".join(_stretches(with_look_alikes(text)))


def _stretches(text: str) -> Iterator[str]:
    """Printable characters as they are, and a marker when a stretch of others ends."""
    lost = 0
    waiting = ""
    for character in text:
        if not is_printable(character):
            lost += 1
            waiting = ""
        elif lost and character.isspace():
            waiting += character  # the words of one foreign sentence share a marker
        else:
            yield from [*_marker(lost), waiting, character]
            lost, waiting = 0, ""
    yield from [*_marker(lost), waiting]


def _marker(lost: int) -> list[str]:
    """The marker for so many lost characters, or nothing."""
    if not lost:
        return []
    return [MARKER_FOR_ONE if lost == 1 else MARKER_FOR_MORE.format(count=lost)]


def missing_glyphs(paper: object) -> tuple[str, ...]:
    """Each character on the paper that the font cannot print, once, so that the screen can name it."""
    texts = (with_look_alikes(text) for text in every_text(paper))
    return tuple(sorted({c for text in texts for c in text if not is_printable(c)}))


def every_text(value: object) -> Iterator[str]:
    """Every string in a paper, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from every_text(part)
    elif is_dataclass(value):
        for entry in fields(value):
            yield from every_text(getattr(value, entry.name))
