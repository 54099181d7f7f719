"""How long the import of each FHIR file takes, the largest last.

Run: .venv/bin/python -m bench.import [FILE...]. Without files: the vendored bundles and, where ../shared is
there, the largest bundle in it.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from app.exchange.fhir import read_bundle
from bench.table import Row, median_ms, show

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data" / "synthea"
AFTER_ALL = date(2026, 11, 22)
RUNS = 3
SHORT = 24


def bundles() -> list[Path]:
    named = [Path(word) for word in sys.argv[1:] if not word.startswith("--")]
    if named:
        return named
    vendored = list((ROOT / "tests/data/synthea").glob("*.bz2"))
    largest = sorted(SHARED.glob("*.bz2"), key=lambda file: file.stat().st_size)[-1:]
    return sorted({*vendored, *largest}, key=lambda file: file.stat().st_size)


def rows() -> Iterator[Row]:
    for file in bundles():
        raw = file.read_bytes()
        found = read_bundle(raw, AFTER_ALL)
        left_out = sum(row.count for row in found.left_out)
        note = f"{len(raw) / 1000:.0f} kB packed; {len(found.readings)} values, {left_out} left out"
        yield Row(
            f"read {file.name[:SHORT]}",
            median_ms(lambda raw=raw: read_bundle(raw, AFTER_ALL), RUNS),
            note=note,
        )
    if not SHARED.exists():
        yield Row("read the largest shared bundle", None, note="../shared is not here")


if __name__ == "__main__":
    sys.exit(show(rows()))
