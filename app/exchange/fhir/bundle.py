"""From bytes to the entries of one bundle: size, depth and shape are checked before anything is believed."""

import bz2
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from app.exchange.fhir.tree import Tree, branch, branches, words
from app.exchange.unreadable import BundleUnreadable

MOST_BYTES = 50_000_000
BZ2_BEGINS = b"BZh"
KINDS = frozenset({"document", "collection", "transaction", "searchset", "batch", "message", ""})
LEFT_ALONE = "Nothing was saved"
AGAIN = "Ask for the record to be exported again."


@dataclass(frozen=True)
class Entry:
    """One resource with the address it stands under; `is_deletion` where the bundle asks to remove it."""

    resource: Tree
    full_url: str = ""
    is_deletion: bool = False

    @property
    def kind(self) -> str:
        """The type of the resource, or nothing where it has none."""
        return words(self.resource.get("resourceType"), 64)


@dataclass(frozen=True)
class Bundle:
    """The entries of a bundle, how many were damaged, and whether more pages exist than this one."""

    entries: tuple[Entry, ...]
    damaged: int = 0
    has_more_pages: bool = False

    def looked_up(self, holder: Tree, reference: Any) -> Tree:
        """The resource that a reference points to: contained in its holder, or an entry of the bundle."""
        name = words(branch(reference).get("reference"), 2000)
        if name.startswith("#"):
            inside = (r for r in branches(holder.get("contained")) if r.get("id") == name[1:])
            return next(inside, {})
        return self._by_name.get(name, {})

    @cached_property
    def _by_name(self) -> dict[str, Tree]:
        return {name: entry.resource for entry in self.entries for name in _names(entry)}


def _names(entry: Entry) -> Iterator[str]:
    if entry.full_url:
        yield entry.full_url
    if own_id := words(entry.resource.get("id")):
        yield f"{entry.kind}/{own_id}"
        yield f"urn:uuid:{own_id}"


def unpacked(raw: bytes) -> bytes:
    """The file itself, unpacked from bzip2 where needed; raises BundleUnreadable if it is too large."""
    if raw.startswith(BZ2_BEGINS):
        try:
            raw = bz2.BZ2Decompressor().decompress(raw, max_length=MOST_BYTES + 1)
        except (OSError, EOFError, ValueError) as error:
            raise BundleUnreadable(f"The packed file is damaged. {LEFT_ALONE}. {AGAIN}") from error
    if len(raw) > MOST_BYTES:
        raise BundleUnreadable(
            f"The file is larger than {MOST_BYTES // 1_000_000} MB. {LEFT_ALONE}."
            " Ask for a shorter span of time."
        )
    return raw


def read_json(raw: bytes) -> Any:
    """The file as a JSON tree, decimals kept exactly as written; raises BundleUnreadable if it is none."""
    try:
        return json.loads(
            unpacked(raw).decode("utf-8-sig"), parse_float=Decimal, parse_int=_whole, parse_constant=str
        )
    except UnicodeDecodeError as error:
        raise BundleUnreadable(f"The file is not text in UTF-8. {LEFT_ALONE}. {AGAIN}") from error
    except RecursionError as error:
        raise BundleUnreadable(
            f"The file is nested too deeply to be a record. {LEFT_ALONE}. {AGAIN}"
        ) from error
    except json.JSONDecodeError as error:
        is_cut = error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated")
        where = "ends too early" if is_cut else f"breaks off at line {error.lineno}"
        raise BundleUnreadable(f"The file is not whole JSON: it {where}. {LEFT_ALONE}. {AGAIN}") from error


def _whole(written: str) -> Decimal:
    """Whole numbers as Decimal too: a file may hold one too long for an integer."""
    return Decimal(written)


def read_entries(tree: Any) -> Bundle:
    """The entries of a bundle, or of a plain list of resources; raises BundleUnreadable for anything else."""
    if isinstance(tree, list):
        return _of_list(tree)
    top = branch(tree)
    kind = words(top.get("resourceType"), 64)
    if kind == "Patient":
        return Bundle((Entry(top),))
    if kind != "Bundle":
        found = f"one resource by itself ({kind})" if kind.isalnum() else "no FHIR record"
        raise BundleUnreadable(f"The file is {found}, not a bundle. {LEFT_ALONE}. Choose a FHIR R4 bundle.")
    if words(top.get("type")) not in KINDS:
        raise BundleUnreadable(
            f"The file is the answer of a server or a history, not a record. {LEFT_ALONE}. {AGAIN}"
        )
    return _of_bundle(top)


def _of_list(tree: list[Any]) -> Bundle:
    entries = tuple(Entry(row) for row in tree if isinstance(row, dict))
    return Bundle(entries, damaged=len(tree) - len(entries))


def _of_bundle(top: Tree) -> Bundle:
    rows = top.get("entry")
    listed = rows if isinstance(rows, list) else []
    entries = tuple(
        Entry(
            row["resource"],
            words(row.get("fullUrl"), 2000),
            branch(row.get("request")).get("method") == "DELETE",
        )
        for row in listed
        if isinstance(row, dict) and isinstance(row.get("resource"), dict)
    )
    pages = any(link.get("relation") == "next" for link in branches(top.get("link")))
    return Bundle(entries, damaged=len(listed) - len(entries), has_more_pages=pages)
