"""Reading a typed day. No Qt: what is accepted is tested by itself.

Days are read in the order day, month, year, because that is how they are said here, and are always
shown with the month in letters, so that nobody can read them in the other order.
"""

import re
from datetime import date

from app.views.fields.number_reading import NotKept, shown

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_NUMBERED = re.compile(r"(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{4})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ ./-]*([a-z]{3,9})[ .,/-]*(\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_NAMED_MONTH = re.compile(r"([a-z]{3,9})[ .,/-]*(\d{4})", re.ASCII)
_NUMBERED_MONTH = re.compile(r"(\d{1,2})[ ./-](\d{4})", re.ASCII)
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_SHORT_YEAR = re.compile(r"(?:\d{1,2}[ ./-]\d{1,2}|\d{1,2}[ ./-]*[a-z]{3,9})[ .,/-]+\d{2}", re.ASCII)


def in_words(day: date) -> str:
    """A day as the app shows it: 16-Sep-2026."""
    return f"{day.day:02d}-{MONTHS[day.month - 1]}-{day.year:04d}"


def partly_in_words(iso: str) -> str:
    """A wholly or partly known day, kept as 2026, 2026-09 or 2026-09-16, as the app shows it."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return in_words(date(*parts))
    return str(parts[0]) if len(parts) == 1 else f"{MONTHS[parts[1] - 1]} {parts[0]}"


def read_day(typed: str) -> date | None:
    """The day typed, or None for an empty line. Raises NotKept with the reason in a sentence."""
    iso = read_partly(typed)
    if iso is None:
        return None
    if iso.count("-") < 2:
        raise NotKept(f"{shown(typed)} is not kept: a day is needed as well, as in 16 Sep 2026.")
    return date.fromisoformat(iso)


def read_partly(typed: str) -> str | None:
    """A day, a month or a year as 2026-09-16, 2026-09 or 2026. Raises NotKept with the reason."""
    bare = re.sub(r"\s+", " ", typed.strip().lower())
    if not bare:
        return None
    found = _parts(bare)
    if found is None:
        raise NotKept(_why_not(bare, typed))
    year, month, day = found
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise NotKept(f"{shown(typed)} is not kept: there is no such day.") from None
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)])


def _parts(bare: str) -> tuple[int, int | None, int | None] | None:
    if found := _ISO.fullmatch(bare):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NUMBERED.fullmatch(bare):
        return int(found[3]), int(found[2]), int(found[1])
    if (found := _NAMED.fullmatch(bare)) and (month := _month(found[2])):
        return int(found[3]), month, int(found[1])
    return _parts_without_day(bare)


def _parts_without_day(bare: str) -> tuple[int, int | None, None] | None:
    if found := _ISO_MONTH.fullmatch(bare):
        return int(found[1]), int(found[2]), None
    if found := _NUMBERED_MONTH.fullmatch(bare):
        return int(found[2]), int(found[1]), None
    if (found := _NAMED_MONTH.fullmatch(bare)) and (month := _month(found[1])):
        return int(found[2]), month, None
    return (int(bare), None, None) if _YEAR.fullmatch(bare) else None


def _month(name: str) -> int | None:
    fits = [at for at, full in enumerate(_FULL_NAMES, 1) if full.startswith(name)]
    return fits[0] if len(fits) == 1 else None


def _why_not(bare: str, typed: str) -> str:
    if _SHORT_YEAR.fullmatch(bare):
        return f"{shown(typed)} is not kept: write the year with four digits, as in 16 Sep 2026."
    return f"{shown(typed)} is not kept: write a day as in 16 Sep 2026 or 16/9/2026."
