"""The code lists that the product knows, read once from resources/codes (see PROVENANCE.md there)."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from app.consultation.dialog.record import ITEMS
from app.consultation.person import EthnicBackground
from app.consultation.physical_checks.record import Smoking
from app.exchange.fhir.tree import SNOMED, Coding, codings

CODES = Path(__file__).parents[3] / "resources" / "codes"


class Reads(Enum):
    """Where an observation with this code says its value."""

    QUANTITY = "quantity"
    ANSWER = "answer"
    ITSELF = "itself"


@dataclass(frozen=True)
class Kept:
    """What one observation code means to us; `remark` is added to the source of each value."""

    series: str
    reads: Reads
    remark: str = ""


Key = tuple[str, str]


def _rows(name: str) -> list[dict[str, str]]:
    with (CODES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def observations() -> Mapping[Key, Kept]:
    """The observation codes that feed a series, DIALOG's items among them."""
    listed = {
        (row["system"], row["code"]): Kept(row["series"], Reads(row["reads"]), row["remark"])
        for row in _rows("observations.csv")
    }
    return listed | {(SNOMED, item.code): Kept(f"dialog.{item.key}", Reads.QUANTITY) for item in ITEMS}


@cache
def smoking() -> Mapping[Key, Smoking]:
    """Smoking by finding code."""
    return {(row["system"], row["code"]): Smoking(row["status"]) for row in _rows("smoking.csv")}


@cache
def backgrounds() -> Mapping[Key, EthnicBackground]:
    """Family background by ethnic category code."""
    return {
        (row["system"], row["code"]): EthnicBackground(row["background"])
        for row in _rows("ethnic_categories.csv")
    }


@cache
def _condition_keys() -> tuple[Mapping[Key, str], tuple[tuple[str, str, str], ...]]:
    rows = _rows("conditions.csv")
    whole = {(row["system"], row["code"]): row["key"] for row in rows if not row["code"].endswith("*")}
    begins = tuple(
        (row["system"], row["code"].removesuffix("*"), row["key"])
        for row in rows
        if row["code"].endswith("*")
    )
    return whole, begins


def condition_key(concept: Any) -> str:
    """Our key for a condition by any of its codes, or nothing: a name alone is never guessed at."""
    whole, begins = _condition_keys()
    for coding in codings(concept):
        if key := whole.get((coding.system, coding.code)):
            return key
        for system, start, key in begins:
            if coding.system == system and coding.code.startswith(start):
                return key
    return ""


def kept_as(found: Iterable[Coding]) -> Kept | None:
    """What the first code that we know means."""
    known = observations()
    return next((kept for coding in found if (kept := known.get((coding.system, coding.code)))), None)


def smoking_of(concept: Any) -> Smoking | None:
    """The smoking status that a concept states."""
    known = smoking()
    return next((known[c.system, c.code] for c in codings(concept) if (c.system, c.code) in known), None)
