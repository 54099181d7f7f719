"""Who is easily mixed up with whom, and who may be the same person twice: by name, birth date, NHS number.

Names are compared as they are heard and with one slip of the pen. No two valid NHS numbers differ in one
digit only (the check digit sees to that), so a mistyped number is compared before it is refused, and two
valid ones count as close where two digits differ.
"""

import unicodedata
from collections.abc import Iterable
from datetime import date
from operator import ne
from typing import Protocol

from app.rules.scores.nhs_number import DIGITS

NOT_AN_ACCENT = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "'": "", "’": ""}
)
_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("bfpv", "1"), **dict.fromkeys("cgjkqsxz", "2"), **dict.fromkeys("dt", "3"),
        "l": "4", **dict.fromkeys("mn", "5"), "r": "6", **dict.fromkeys("aeiouy", "."),
        **dict.fromkeys("hw -", ""),
    }
)  # fmt: skip
_LONGEST_SOUND, _SLIP_FROM, _DIGITS_APART = 4, 4, 2


class Named(Protocol):
    """Whoever can be compared."""

    @property
    def id(self) -> str:
        """The person's key."""

    @property
    def family_name(self) -> str:
        """As it is written."""

    @property
    def given_name(self) -> str:
        """As it is written, or nothing."""

    @property
    def birth_date(self) -> date:
        """The day."""

    @property
    def nhs_number(self) -> str:
        """Ten digits, or nothing."""


def plain(words: str) -> str:
    """Lower case, without accents or apostrophes: as people type when they search."""
    if words.isascii():
        return words.lower().replace("'", "").strip()
    parts = unicodedata.normalize("NFKD", words.casefold().translate(NOT_AN_ACCENT))
    return "".join(c for c in parts if not unicodedata.combining(c)).strip()


def sound(words: str) -> str:
    """A short key that names heard alike share (Soundex, by Russell and Odell); nothing for no name."""
    name = plain(words)
    if not name:
        return ""
    heard, last = [], ""
    for place, mark in enumerate(name.translate(_SOUNDS)):
        if mark != last and mark != "." and (place or len(name) == 1):
            heard.append(mark)
        last = mark
    return (name[0] + "".join(heard))[:_LONGEST_SOUND]


def may_be_same(one: Named, other: Named) -> str:
    """Why these may be one person with two records, in words, or nothing."""
    number, day = _numbers(one, other), _days(one, other)
    family = _alike(one.family_name, other.family_name)
    if not (number or day or family):
        return ""  # (nearly everybody: thousands are compared while somebody waits)
    given = _alike(one.given_name, other.given_name)
    crossed = _alike(one.family_name, other.given_name) or _alike(one.given_name, other.family_name)
    is_named = family and (given or not (one.given_name and other.given_name))
    if not (number or is_named or (day and (family or given or crossed))):
        return ""
    name = _name_words(one, other) if is_named else "one of the names" if family or given or crossed else ""
    return ", ".join(part for part in (number, name, day) if part)


def mixed_up(one: Named, other: Named) -> str:
    """Why these two are easily taken for one another, in words, or nothing."""
    same_letter = plain(one.family_name)[:1] == plain(other.family_name)[:1]
    may_meet = same_letter or one.birth_date == other.birth_date
    if not may_meet or set(_keys(one)).isdisjoint(_keys(other)):
        return _numbers(one, other)
    family, given = _alike(one.family_name, other.family_name), _alike(one.given_name, other.given_name)
    name = _name_words(one, other) if family and given else "a family name like it" if family else ""
    parts = (name or ("a given name like it" if given else ""), _days(one, other), _numbers(one, other))
    return ", ".join(part for part in parts if part)


def look_alikes(people: Iterable[Named]) -> dict[str, list[str]]:
    """By person, the ids of those on the same list who are easily taken for them."""
    rooms: dict[tuple[object, ...], list[str]] = {}
    for person in people:
        for key in _keys(person):
            rooms.setdefault(key, []).append(person.id)
    found: dict[str, list[str]] = {}
    for ids in rooms.values():
        for one in ids if len(ids) > 1 else ():
            known = found.setdefault(one, [])
            known += [other for other in ids if other != one and other not in known]
    return found


def _keys(person: Named) -> tuple[tuple[object, ...], ...]:
    """What look-alikes share: family name and first letter, or the birth date with one of the names."""
    family, given = sound(person.family_name), sound(person.given_name)
    keys = (("name", family, given[:1]), (person.birth_date, "family", family))
    return (*keys, (person.birth_date, "given", given)) if given else keys


def _alike(one: str, other: str) -> bool:
    """Whether two names are the same, sound alike, or differ in one letter."""
    first, second = plain(one), plain(other)
    if not first or not second:
        return False
    if first == second or _one_slip(first, second):
        return True
    return first[0] == second[0] and sound(one) == sound(other)


def _one_slip(first: str, second: str) -> bool:
    """Whether one letter was changed, left out, added, or two neighbours swapped; not in very short names."""
    if abs(len(first) - len(second)) > 1 or min(len(first), len(second)) < _SLIP_FROM:
        return False
    start = next((at for at, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return True
    a, b = first[start:], second[start:]
    is_swapped = a[:2] == b[:2][::-1] and a[2:] == b[2:]
    return is_swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def _name_words(one: Named, other: Named) -> str:
    is_same = plain(one.family_name) == plain(other.family_name)
    return (
        "the same name" if is_same and plain(one.given_name) == plain(other.given_name) else "a name like it"
    )


def _days(one: Named, other: Named) -> str:
    """Whether the birth dates are the same, or one slip apart."""
    if one.birth_date == other.birth_date:
        return "the same date of birth"
    a, b = one.birth_date, other.birth_date
    is_swapped = (a.year, a.month, a.day) == (b.year, b.day, b.month)
    return (
        "a date of birth that differs by one slip"
        if is_swapped or _apart(a.isoformat(), b.isoformat()) == 1
        else ""
    )


def _numbers(one: Named, other: Named) -> str:
    """Whether the NHS numbers are the same, or close."""
    a, b = one.nhs_number, other.nhs_number
    if len(a) != DIGITS or len(b) != DIGITS:
        return ""
    if a == b:
        return "the same NHS number"
    apart = _apart(a, b)
    digits = "one digit" if apart == 1 else "two digits"
    return f"an NHS number that differs in {digits}" if apart <= _DIGITS_APART else ""


def _apart(one: str, other: str) -> int:
    """In how many places two texts of one length differ."""
    return sum(map(ne, one, other))
