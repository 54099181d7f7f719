"""How long the import of each FHIR file takes, the slowest last.

Run: .venv/bin/python bench/import.py FILE... (without files: the vendored bundles).
"""

import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from app.exchange.fhir import read_bundle  # noqa: E402

AFTER_ALL = date(2026, 11, 22)
RUNS = 3


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted((ROOT / "tests/data/synthea").glob("*.bz2"))
    rows = sorted(measured(path) for path in paths)
    print(f"{'ms':>8}  {'values':>6}  {'left out':>8}  file")
    for milliseconds, taken, left, name in rows:
        print(f"{milliseconds:8.1f}  {taken:6}  {left:8}  {name}")


def measured(path: Path) -> tuple[float, int, int, str]:
    raw = path.read_bytes()
    best = float("inf")
    for _ in range(RUNS):
        start = time.perf_counter()
        reading = read_bundle(raw, AFTER_ALL)
        best = min(best, time.perf_counter() - start)
    return best * 1000, len(reading.readings), sum(row.count for row in reading.left_out), path.name


main()
