"""Keeps on one line what is read as one: a date, a number with its unit, a telephone number, a title.

Only for our own sentences. The person's own words are printed as they were typed.
"""

import re

NO_BREAK = "\u00a0"

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
UNITS = (
    "mg|g|micrograms|microg|ml|kg|cm|m|mmol/mol|mmol/L|mmHg|units?|stone|pounds|%|"
    "minutes|hours|days|weeks|months|years|am|pm"
)

KEPT_TOGETHER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:{WEEKDAY} )?\d{{1,2}} {MONTH}\b(?: \d{{4}}\b)?",
        rf"\b\d+(?:\.\d+)? (?:{UNITS})(?!\w)",
        r"\b0\d{3,4} \d{3} \d{3,4}\b",
        r"\b\d{5} \d{3}\b",
        r"\b\d{3} \d{3} \d{4}\b",
        r"\b116 123\b",
        r"\b(?:Dr|Mr|Mrs|Ms|Mx|Miss) [A-Z]\w+",
    )
)


AFTER_THE_WEEKDAY = re.compile(rf"\b({WEEKDAY}){NO_BREAK}")


def unbroken(text: str) -> str:
    """The same words, joined where a line must not break."""
    for pattern in KEPT_TOGETHER:
        text = pattern.sub(lambda found: found.group().replace(" ", NO_BREAK), text)
    return text


def broken_after_weekday(text: str) -> str:
    """As `unbroken`, but a narrow column may break a day after its weekday: Wednesday / 30 September."""
    return AFTER_THE_WEEKDAY.sub(r"\1 ", unbroken(text))
