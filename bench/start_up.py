"""The first window: ours against a bare PySide6 window painted in the same run.

Run: .venv/bin/python -m bench.start_up [ROUNDS]. Wall time from the start of the process until the first
paint has reached the screen. The windows take turns, and the middle of all rounds counts; the first round, in
which bytecode may be written, does not. Under Xvfb where that is installed, and without a screen.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.children import an_x_screen, environment, painted, store_in
from bench.laptops import with_staff
from bench.table import Row, show

ROUNDS = 11
MOST_TIMES_BARE = 1.6
BARE, SIGN_IN, FIRST_RUN = "bare window", "sign-in, 3 accounts", "first run"
BYTES_IN_MB = 1e6


def rows() -> Iterator[Row]:
    counts = [int(word) for word in sys.argv[1:] if word.isdigit()]
    rounds = counts[0] if counts else ROUNDS
    with tempfile.TemporaryDirectory() as folder, an_x_screen() as screen:
        used, unused = Path(folder) / "used", Path(folder) / "unused"
        with_staff(store_in(used)).close()
        if not screen:
            yield Row("first window under Xvfb", None, note="Xvfb is not installed")
        for name, where in (("X screen", screen), ("no screen", "")):
            if where or name == "no screen":
                yield from on_a_screen(name, where, used, unused, rounds)


def on_a_screen(name: str, screen: str, used: Path, unused: Path, rounds: int) -> Iterator[Row]:
    windows = {
        BARE: ("bare", environment(screen, used)),
        SIGN_IN: ("ours", environment(screen, used)),
        FIRST_RUN: ("ours", environment(screen, unused)),
    }
    taken: dict[str, list[float]] = {window: [] for window in windows}
    worked: dict[str, list[float]] = {window: [] for window in windows}
    memory: dict[str, float] = {}
    for at in range(rounds + 1):
        for window, (kind, place) in windows.items():
            milliseconds, told = painted("window_child.py", (kind,), place)
            memory[window] = told[0] / BYTES_IN_MB
            if at:
                taken[window].append(milliseconds)
                worked[window].append(told[1] * 1000)
    bare = statistics.median(taken[BARE])
    yield Row(f"{BARE}, {name}", bare, note=f"{memory[BARE]:.0f} MB")
    for window in (SIGN_IN, FIRST_RUN):
        middle = statistics.median(taken[window])
        yield Row(f"{window}, {name}", middle, note=f"{memory[window]:.0f} MB")
        best = min(taken[window]) / min(taken[BARE])
        busy = statistics.median(worked[window]) / statistics.median(worked[BARE])
        note = f"best against best {best:.2f}, processor time {busy:.2f}"
        yield Row(f"{window} against bare, {name}", middle / bare, "times", MOST_TIMES_BARE, note)


if __name__ == "__main__":
    sys.exit(show(rows()))
