"""Every measurement in one table: `make bench`. One process each, so that none warms another.

Run: .venv/bin/python -m bench.all [--keep]; with --keep the table is written to docs/measured.md. Ends with 1
where a figure is over its limit. How loaded the machine was is said, because times grow with it; ratios were
measured in turns, so that they do not.
"""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.table import Row  # noqa: E402

PARTS = {
    "start_up": "Start-up: process started to first window painted",
    "signed_in": "Signing in",
    "visit": "A visit with ten years of readings",
    "store": "The store",
    "rules": "The rules",
    "import": "Bringing in a record",
    "paper": "The plan on paper",
}
KEPT = ROOT / "docs" / "measured.md"


def measured(part: str) -> Iterator[Row]:
    """The rows of one file; a file that fails is a row too."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.run(
        [sys.executable, "-m", f"bench.{part}", "--json"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )
    for line in process.stdout.splitlines():
        yield Row(**json.loads(line))
    if process.stderr.strip() and process.returncode != 0:
        yield Row(f"bench/{part}.py did not end well", None, note=process.stderr.strip().splitlines()[-1])


def machine() -> str:
    """The machine in words."""
    load = (
        ", ".join(f"{value:.1f}" for value in os.getloadavg()) if hasattr(os, "getloadavg") else "not known"
    )
    return (
        f"{platform.system()} {platform.machine()}, {processor()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}. Load in the last 1, 5 and 15 minutes when it began: {load}."
    )


def processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or "processor not known"


def measure(*, keep: bool) -> int:
    """Measure everything and print it as it comes; 1 where a figure is over its limit."""
    where = machine()
    print(where)
    found: dict[str, list[Row]] = {}
    for part, title in PARTS.items():
        print(f"\n{title}", flush=True)
        found[part] = []
        for row in measured(part):
            found[part].append(row)
            print(f"  {row.what:58} {row.said:>12}  {row.verdict:12} {row.note}".rstrip(), flush=True)
    if keep:
        KEPT.write_text(page(where, found), encoding="utf-8")
        print(f"\nwritten to {KEPT.relative_to(ROOT)}")
    return int(any(row.is_over for rows in found.values() for row in rows))


def page(where: str, found: dict[str, list[Row]]) -> str:
    """The table that is committed."""
    lines = [
        "# Measured",
        "",
        f"`make bench`, {datetime.now().astimezone():%d %b %Y}. {where}",
        "",
        "Medians; what is compared was measured in turns, in one run. A limit is the most that may be.",
        "",
    ]
    for part, rows in found.items():
        lines += [f"## {PARTS[part]}", "", "| what | figure | limit | |", "|---|---|---|---|"]
        lines += [f"| {row.what} | {row.said} | {row.verdict} | {row.note} |" for row in rows]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(measure(keep="--keep" in sys.argv))
