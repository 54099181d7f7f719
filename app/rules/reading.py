"""Rule files read, checked and refused: an error names the file, the rule and, where it can, the line."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from app.rules.building import book_of, build_rule
from app.rules.facts import did_you_mean
from app.rules.families import expand_family
from app.rules.language import Grammar, LanguageError
from app.rules.rulebook import Rule, Rulebook
from app.rules.written import WrittenEquivalent, WrittenExample, WrittenFile, WrittenRule


class RuleFileError(ValueError):
    """A rule file at fault: the app refuses to start and says where."""

    def __init__(self, message: str, file: str, rule: str = "", line: int | None = None) -> None:
        self.file, self.rule, self.line = file, rule, line
        place = file + (f", line {line}" if line else "") + (f", rule {rule}" if rule else "")
        super().__init__(f"{place}: {message}")


@dataclass(frozen=True)
class RuleFile:
    """One file as it stands, before its conditions are read."""

    name: str
    text: str
    content: WrittenFile

    def error(self, message: str, rule: str = "", quoted: str = "") -> RuleFileError:
        """An error in this file, at the line that holds the quoted text within that rule."""
        return RuleFileError(message, self.name, rule, _line_of(self.text, rule, quoted))


def _line_of(text: str, rule: str, quoted: str) -> int | None:
    lines = text.splitlines()
    begin = next(
        (i for i, line in enumerate(lines) if rule and re.match(rf"id\s*=\s*\"{re.escape(rule)}\"", line)),
        None,
    )
    if begin is None:
        return None
    if quoted:
        return next((i + 1 for i in range(begin, len(lines)) if quoted in lines[i]), begin + 1)
    return begin + 1


def rule_files(folders: Iterable[Path]) -> tuple[Path, ...]:
    """The rule files of these folders, in the order of the folders and then of their names."""
    return tuple(path for folder in folders for path in sorted(folder.glob("*.toml")))


def read_file(path: Path) -> RuleFile:
    """A rule file checked against the exact shape; raises RuleFileError."""
    text = path.read_text(encoding="utf-8")
    return read_text(text, path.name, path.parent)


def read_text(text: str, name: str, folder: Path) -> RuleFile:
    """The text of a rule file; `folder` is where the table of a family lies."""
    try:
        raw: dict[str, Any] = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise RuleFileError(f"not TOML: {error}", name) from None
    try:
        if "family" in raw:
            raw = expand_family(raw, folder)
        return RuleFile(name, text, msgspec.convert(raw, WrittenFile))
    except (msgspec.ValidationError, ValueError) as error:
        raise RuleFileError(_with_rule_named(str(error), raw), name) from None


def _with_rule_named(message: str, raw: Mapping[str, Any]) -> str:
    """The message of msgspec, with the id of the rule in place of its number."""
    found = re.search(r"\$\.(rule|example)\[(\d+)\]", message)
    if not found:
        return message
    table = raw[found[1]][int(found[2])]
    return f"{message}, in {found[1]} {table.get('id', table.get('rule', found[2]))}"


@dataclass(frozen=True)
class Library:
    """Rules with the examples and declared equivalents that belong to them: what the checks work on."""

    book: Rulebook
    written: tuple[WrittenRule, ...]
    examples: tuple[WrittenExample, ...]
    equivalents: tuple[WrittenEquivalent, ...]
    grammar: Grammar


def read_library(
    folders: Iterable[Path], grammar: Grammar, topics: Mapping[str, str], version: str
) -> Library:
    """All rules of these folders with their examples; raises RuleFileError at the first fault."""
    files = [read_file(path) for path in rule_files(folders)]
    rules: dict[str, Rule] = {}
    for file in files:
        for written in file.content.rule:
            if written.id in rules:
                raise file.error("the id is used twice", written.id)
            rules[written.id] = _rule(written, file, grammar, topics)
    for file in files:
        about = [e.rule for e in file.content.example] + [e.rule for e in file.content.equivalent]
        for rule_id in about:
            if rule_id not in rules:
                raise file.error(f"an example speaks of '{rule_id}'{did_you_mean(rule_id, rules)}")
    return Library(
        book_of(rules.values(), version),
        tuple(rule for file in files for rule in file.content.rule),
        tuple(example for file in files for example in file.content.example),
        tuple(equivalent for file in files for equivalent in file.content.equivalent),
        grammar,
    )


def _rule(written: WrittenRule, file: RuleFile, grammar: Grammar, topics: Mapping[str, str]) -> Rule:
    try:
        return build_rule(written, grammar, topics)
    except LanguageError as error:
        raise file.error(str(error), written.id, error.text) from None
