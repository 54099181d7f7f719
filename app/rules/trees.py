"""Condition lines joined by all, any, none and "at least so many of", at most two deep."""

from collections.abc import Sequence
from typing import Any

from app.rules.conditions import All, AnyOf, AtLeast, Condition, Not
from app.rules.facts import did_you_mean
from app.rules.language import Grammar, LanguageError

DEEPEST = 2
JOINTS = ("all", "any", "none", "at_least", "of")


def read_tree(written: Any, grammar: Grammar) -> Condition:
    """A condition as a rule file writes it: one line, or a table of all, any, none or at_least with of."""
    return _read(written, grammar, 0)


def read_scope(written: Sequence[Any], grammar: Grammar) -> Condition:
    """The list under `applies`: every entry must hold."""
    return All(tuple(_read(part, grammar, 1) for part in written))


def read_exceptions(written: Sequence[Any], grammar: Grammar) -> Condition:
    """The list under `unless`: one entry is enough to keep the rule silent."""
    return AnyOf(tuple(_read(part, grammar, 1) for part in written))


def _read(written: Any, grammar: Grammar, depth: int) -> Condition:
    if isinstance(written, str):
        return grammar.read_line(written)
    if not isinstance(written, dict):
        raise LanguageError(f"expected a line of text or a table of all, any or none, not {written!r}")
    if depth >= DEEPEST:
        raise LanguageError(
            f"nested more than {DEEPEST} deep: name the inner part as a fact of its own, in Python"
        )
    for key in written:
        if key not in JOINTS:
            raise LanguageError(f"'{key}' does not join conditions{did_you_mean(key, JOINTS)}")
    return _join(written, grammar, depth)


def _join(written: dict[str, Any], grammar: Grammar, depth: int) -> Condition:
    match written:
        case {"all": list(parts)} if len(written) == 1:
            return All(_parts(parts, grammar, depth))
        case {"any": list(parts)} if len(written) == 1:
            return AnyOf(_parts(parts, grammar, depth))
        case {"none": list(parts)} if len(written) == 1:
            return Not(AnyOf(_parts(parts, grammar, depth)))
        case {"at_least": count, "of": list(parts)} if len(written) == 2:
            if type(count) is not int or not 1 < count <= len(parts):
                raise LanguageError("at_least must be a number from 2 to the number of lines under of")
            return AtLeast(count, _parts(parts, grammar, depth))
    raise LanguageError("write one list under all, any or none; or at_least = a number with a list under of")


def _parts(written: list[Any], grammar: Grammar, depth: int) -> tuple[Condition, ...]:
    if not written:
        raise LanguageError("an empty list says nothing")
    return tuple(_read(part, grammar, depth + 1) for part in written)
