"""Where a fault stands in a visit file, and what it is: in words, with the place for whoever mends it."""

import re
from collections.abc import Iterator

from app.consultation.agenda import BY_KEY
from app.consultation.questions import Record, questions

_PARTS = {
    "format": "What the file says it is",
    "version": "The version of the file",
    "person": "The person's details",
    "on": "The day of the visit",
    "began_on": "The day on which the visit was begun",
    "plan": "The care plan",
    "decisions": "What was decided",
    "hand_overs": "What was handed over",
    "acknowledgements": "What was taken over",
    "questions": "Questions back",
    "history": "What was known before the visit",
}
_KINDS = {
    "object": "named values",
    "array": "a list",
    "str": "words",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
    "date": "a day",
}
_PLACE = re.compile(r" - at `(?:key in )?\$\.?(.*)`$")
_FAULTS = (
    (re.compile(r"^Invalid (enum value|value) .*$"), r"not one of the words allowed here"),
    (re.compile(r"^Invalid RFC3339 encoded date$"), r"not a day as YYYY-MM-DD"),
    (re.compile(r"^Invalid RFC3339 encoded datetime$"), r"not a day with a time, as YYYY-MM-DDTHH:MM:SSZ"),
    (re.compile(r"^Invalid decimal string$"), r"not a number"),
    (re.compile(r"^Object missing required field `(.*)`$"), r"'\1' is missing"),
    (re.compile(r"^Object contains unknown field `(.*)`$"), r"'\1' is not known here"),
)
_EXPECTED = re.compile(r"^Expected `([^`]*)`(?:, got `([^`]*)`)?(.*)$")


def fault_in_words(message: str) -> str:
    """The JSON library's message with the place first, and without the value that was written there."""
    found = _PLACE.search(message)
    fault = _PLACE.sub("", message)
    for pattern, words in _FAULTS:
        fault = pattern.sub(words, fault)
    if expected := _EXPECTED.match(fault):
        fault = _kind_in_words(expected)
    return f"{place_in_words(found[1] if found else '')}: {fault[:1].lower()}{fault[1:]}"


def place_in_words(place: str) -> str:
    """Where it is on the screen, and in brackets where it is in the file."""
    if not place:
        return "The file"
    named = ", ".join(_named(place.replace("[", ".[").split(".")))
    return f"{named} ({place})" if named else place


def _named(steps: list[str]) -> Iterator[str]:
    if steps[0] != "sections" or len(steps) == 1:
        yield from (_PARTS[step] for step in steps[:1] if step in _PARTS)
        return
    if section := BY_KEY.get(steps[1]):
        yield section.title
        record: type[Record] = section.record
        asked = questions(record)
        yield from (asked[step].label for step in steps[2:3] if step in asked)


def _kind_in_words(expected: re.Match[str]) -> str:
    needed, found, limit = (part or "" for part in expected.groups())
    instead = f", not {_kinds(found)}" if found else ""
    bound = limit.replace("<=", "up to").replace(">=", "from")
    return f"takes {_kinds(needed)}{bound}{instead}"


def _kinds(names: str) -> str:
    return " or ".join(_KINDS.get(name, name) for name in names.split(" | "))
