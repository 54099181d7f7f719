"""What is slower than `make check`, or needs more tools: `make audit` writes its result to docs/audit.md.

What could not be run is a row that says so, and why. Ends with 1 where a row failed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from pathlib import Path

from bench import outside
from bench.all import KEPT, machine, measure

ROOT = Path(__file__).resolve().parent.parent
RESULT = ROOT / "docs" / "audit.md"
KILLS = 50
PDF_JUDGE = "PDF_UA_JUDGE"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: passed, failed or not run."""

    what: str
    result: str
    words: str


def speed() -> Finding:
    """Every figure against its limit; the table itself is written to docs/measured.md."""
    told = StringIO()
    with redirect_stdout(told):
        is_over = measure(keep=True)
    over = [
        line.split("OVER")[0].split("  ")[1].strip()
        for line in told.getvalue().splitlines()
        if "OVER" in line
    ]
    broken = [line.strip() for line in told.getvalue().splitlines() if "did not end well" in line]
    words = "; ".join(over + broken) if over or broken else "every figure within its limit"
    return Finding("Speed", "failed" if is_over or broken else "passed", f"{words} ({KEPT.name})")


def rules() -> Finding:
    """Every slip that can be made in every rule, killed by the rule's own examples."""
    from app.consultation.book import open_library
    from app.consultation.medicines.catalogue import catalogue
    from app.rules.checking import check_library

    faults, tallies = check_library(open_library(), catalogue().fact_of)
    examples, cases = sum(t.examples for t in tallies), sum(t.cases for t in tallies)
    slips, declared = sum(t.mutants for t in tallies), sum(t.declared for t in tallies)
    words = (
        f"{len(tallies)} rules, {examples} examples, {cases} cases, {slips} slips, "
        f"{declared} declared to change nothing, {len(faults)} faults"
    )
    return Finding("Mutation of every rule", "failed" if faults else "passed", words)


def kills() -> Finding:
    """A writing process killed at fifty moments: nothing lost that it said was saved."""
    from app.models.folder import StoreFolder
    from tests.models import test_crash
    from tests.prepared_store import prepare

    what = f"Killed {KILLS} times while saving"
    test_crash.KILLS = KILLS
    with tempfile.TemporaryDirectory() as folder:
        made = prepare(Path(folder) / "store")
        try:
            test_crash.test_a_killed_app_loses_nothing_that_it_said_was_saved(StoreFolder(made.path))
        except AssertionError as fault:
            return Finding(what, "failed", f"something was lost: {fault}")
    return Finding(what, "passed", "nothing lost that was said to be saved; every page and the audit whole")


def pdf() -> Finding:
    """The plans of the vendored visits by a PDF/UA-1 validator that is not ours."""
    what = "Plans as PDF/UA-1, by veraPDF"
    judge = os.environ.get(PDF_JUDGE) or shutil.which("verapdf")
    if not judge:
        words = f"no validator here: put verapdf on the path, or its command into {PDF_JUDGE}"
        return Finding(what, "not run", words)
    command = [
        *judge.split(),
        *(["--flavour", "ua1", "--format", "text"] if judge.endswith("verapdf") else []),
    ]
    with tempfile.TemporaryDirectory() as folder:
        plans = []
        for visit in sorted((ROOT / "tests/data/visits").glob("*.json")):
            plans.append(str(Path(folder) / f"{visit.stem}.pdf"))
            made = [sys.executable, "main.py", "plan", str(visit), "--pdf", plans[-1]]
            subprocess.run(made, cwd=ROOT, check=True)
        done = subprocess.run([*command, *plans], capture_output=True, text=True, check=False)
    if not all(Path(plan).name in done.stdout for plan in plans):
        return Finding(what, "not run", "the validator did not start, or judged none of the plans")
    if done.returncode:
        return Finding(what, "failed", done.stdout.strip().splitlines()[-1])
    return Finding(what, "passed", f"{len(plans)} plans compliant")


def tests(what: str, *arguments: str) -> Finding:
    """Tests that `make check` has no time for; what is found is the last line that pytest says."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", *arguments]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)
    lines = done.stdout.strip().splitlines() or ["pytest did not start"]
    failed = [line.split(" - ")[0] for line in lines if line.startswith(("FAILED", "ERROR"))]
    return Finding(what, "failed" if done.returncode else "passed", "; ".join([lines[-1], *failed]))


def screens() -> Finding:
    """Every size and theme of a screen, long journeys, odd texts: `make check` takes the ends of them."""
    return tests("Every size and theme, long journeys, odd texts", "-m", "audit")


def records() -> Finding:
    """What holds for any record of any section and for any rule, on ten times as many as in `make check`."""
    return tests(
        "Any record, rule and text, ten times as many",
        "--hypothesis-profile=audit",
        "tests/test_every_section.py",
        "tests/rules/test_interpreter.py",
        "tests/consultation/medicines/test_catalogue.py",
        "tests/reports/test_printable.py",
    )


def from_outside() -> Finding:
    """A visit held through the accessibility tree alone, by a client that knows nothing of our code."""
    what = "A visit as a screen reader has it, by AT-SPI"
    missing = outside.is_missing()
    if missing:
        return Finding(what, "not run", f"not here: {missing}")
    went_well, words = outside.walk_through()
    return Finding(what, "passed" if went_well else "failed", words)


PARTS: tuple[Callable[[], Finding], ...] = (rules, kills, pdf, screens, records, from_outside, speed)


def findings() -> Iterator[Finding]:
    for part in PARTS:
        start = time.perf_counter()
        try:
            found = part()
        except Exception as fault:
            found = Finding(part.__name__, "failed", f"{type(fault).__name__}: {fault}")
        print(
            f"{found.what:40} {found.result:8} {found.words} ({time.perf_counter() - start:.0f} s)",
            flush=True,
        )
        yield found


def main() -> int:
    where = machine()
    found = list(findings())
    lines = [
        "# Audit",
        "",
        f"`make audit`, {datetime.now().astimezone():%d %b %Y}. {where}",
        "",
        "What is slow or needs more tools than `make check`. Times need a quiet machine; see `measured.md`.",
        "",
        "| what | result | |",
        "|---|---|---|",
        *(f"| {each.what} | {each.result} | {each.words} |" for each in found),
        "",
    ]
    RESULT.write_text("\n".join(lines), encoding="utf-8")
    print(f"written to {RESULT.relative_to(ROOT)}")
    return int(any(each.result == "failed" for each in found))


if __name__ == "__main__":
    sys.exit(main())
