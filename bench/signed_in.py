"""From the key in the hand to home painted, and what the process holds then; a store with 200 people.

Run: .venv/bin/python -m bench.signed_in. With two seconds of typing, in which the rest is loaded behind the
window, and with none. The key derivation takes a quarter of a second on purpose and is not counted; it is
cheap here, so that it gives the loading no time either.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.children import an_x_screen, environment, painted, store_in
from bench.laptops import fill, with_staff
from bench.table import Row, show

PEOPLE = 200
ROUNDS = 5
MOST_MS, MOST_MB = 300, 140
TYPING_SECONDS = 2


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder, an_x_screen() as screen:
        data = Path(folder)
        store = with_staff(store_in(data))
        fill(store, PEOPLE)
        store.close()
        for name, where in (("X screen", screen), ("no screen", "")):
            if where or name == "no screen":
                yield from on_a_screen(name, environment(where, data))


def on_a_screen(name: str, place: dict[str, str]) -> Iterator[Row]:
    told: dict[int, list[list[float]]] = {TYPING_SECONDS: [], 0: []}
    for _ in range(ROUNDS):
        for seconds, figures in told.items():
            figures.append(painted("home_child.py", (str(seconds),), place)[1])
    typed = statistics.median(taken for taken, _, _ in told[TYPING_SECONDS])
    at_once = statistics.median(taken for taken, _, _ in told[0])
    held = statistics.median(memory for _, memory, _ in told[TYPING_SECONDS]) / 1e6
    busy = statistics.median(worked for _, _, worked in told[TYPING_SECONDS])
    note = f"processor time {busy:.0f} ms"
    yield Row(f"key to home painted after {TYPING_SECONDS} s of typing, {name}", typed, "ms", MOST_MS, note)
    yield Row(f"key to home painted, nothing loaded before, {name}", at_once, note="no typing, cheap key")
    yield Row(f"memory with home shown, {name}", held, "MB", MOST_MB, f"{PEOPLE} people")


if __name__ == "__main__":
    sys.exit(show(rows()))
