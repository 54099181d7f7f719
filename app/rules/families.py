"""Families of like rules: one pattern in TOML, one CSV row for each rule, the same checks for all."""

import csv
import re
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import msgspec

from app.rules.written import WrittenFamily

COLUMN = re.compile(r"\{(\w+)\}")


def expand_family(raw: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The rules that a pattern makes out of the rows of its table; raises ValueError."""
    family = msgspec.convert(raw, WrittenFamily)
    if Path(family.family).name != family.family or not family.family.endswith(".csv"):
        raise ValueError("family names a CSV table that lies beside the rule file")
    tables: dict[str, list[Any]] = {"rule": [], "example": [], "equivalent": []}
    for row in _rows(folder / family.family):
        for name, found in tables.items():
            found.extend(_filled(pattern, row) for pattern in getattr(family, name))
    return tables


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as table:
        reader = csv.DictReader(table, strict=True)
        rows = list(reader)
    if not rows:
        raise ValueError(f"{path.name} has no rows")
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise ValueError(f"{path.name}, line {number}: the number of columns differs from the heading")
    return rows


def _filled(pattern: Any, row: dict[str, str]) -> Any:
    """The pattern with {column} replaced; a text that is only {column} becomes a number if it is one."""
    if isinstance(pattern, dict):
        return {_text(key, row): _filled(value, row) for key, value in pattern.items()}
    if isinstance(pattern, list):
        return [_filled(value, row) for value in pattern]
    if not isinstance(pattern, str):
        return pattern
    text = _text(pattern, row)
    return _number_or(text) if COLUMN.fullmatch(pattern) else text


def _text(pattern: str, row: dict[str, str]) -> str:
    unknown = [name for name in COLUMN.findall(pattern) if name not in row]
    if unknown:
        raise ValueError(f"the table has no column '{unknown[0]}'")
    return COLUMN.sub(lambda found: row[found[1]], pattern)


def _number_or(text: str) -> Any:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text
