"""A checked book as JSON, so that the app opens in milliseconds what took the build long to read.

It holds the rules without their examples. Opening it builds every rule anew, with the same checks, and
refuses a file whose rules do not give the hash that stands in it, or that was bound of other rule files.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from app.rules.building import book_of, build_rule
from app.rules.language import Grammar, LanguageError
from app.rules.reading import Library
from app.rules.rulebook import Rulebook
from app.rules.written import Written, WrittenRule


class BoundBookError(ValueError):
    """A bound book that cannot be opened: the rule files themselves are read instead."""


class BoundBook(Written, frozen=True, kw_only=True):
    """What stands in the file."""

    version: str
    hash: str
    sources: str
    rules: tuple[WrittenRule, ...]


def sources_of(folders: Iterable[Path]) -> str:
    """The hash over the rule files and tables of these folders: by it a bound book is known as theirs."""
    found = hashlib.sha256()
    for folder in folders:
        for file in sorted((*folder.glob("*.toml"), *folder.glob("*.csv"))):
            found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def bind(library: Library, sources: str) -> bytes:
    """The book of a checked library as JSON."""
    book = BoundBook(
        version=library.book.version, hash=library.book.hash, sources=sources, rules=library.written
    )
    return msgspec.json.format(msgspec.json.encode(book), indent=1)


def open_bound(content: bytes, grammar: Grammar, topics: Mapping[str, str], sources: str) -> Rulebook:
    """The book that was bound; raises BoundBookError where it was changed or does not fit this release."""
    try:
        bound = msgspec.json.decode(content, type=BoundBook)
        if bound.sources != sources:
            raise BoundBookError("the rulebook was bound of other rule files")
        book = book_of([build_rule(rule, grammar, topics) for rule in bound.rules], bound.version)
    except (msgspec.DecodeError, LanguageError) as error:
        raise BoundBookError(f"the rulebook cannot be opened: {error}") from None
    if book.hash != bound.hash:
        raise BoundBookError("the rulebook was changed after it was checked")
    return book
