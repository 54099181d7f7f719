"""The first window: ours against a bare PySide6 window painted in the same run.

Run: .venv/bin/python -m bench.start_up [ROUNDS]. Wall time from the start of the process until the first paint
has reached the screen; the three windows take turns, and the middle of all rounds counts. Bytecode is
warm. Without a screen it runs on Qt's platform without one, and under Xvfb where that is installed.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.laptops import with_staff

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 11


def painted(kind: str, environment: dict[str, str]) -> tuple[float, float]:
    """Milliseconds until one window is painted, and the MB that its process holds then."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "bench/window_child.py"), kind], stdout=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    taken = (time.perf_counter() - start) * 1000
    process.kill()
    process.wait()
    process.stdout.close()
    return taken, int(said) / 1e6


def environment(store: Path, platform: str, display: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"ONE_CONVERSATION_STORE": str(store), "QT_QPA_PLATFORM": platform, "DISPLAY": display}


@contextmanager
def a_screen() -> Iterator[str]:
    """An X screen of our own; gives its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as place, a_screen() as display:
        store = with_staff(Path(place) / "made" / "store").path
        for platform in ("xcb", "offscreen"):
            kinds = {
                "bare": ("bare", environment(store, platform, display)),
                "sign in": ("ours", environment(store, platform, display)),
                "first run": ("ours", environment(Path(place) / "none" / "store", platform, display)),
            }
            taken = {name: [] for name in kinds}
            for at in range(rounds + 1):
                for name, (kind, env) in kinds.items():
                    figures = painted(kind, env)
                    if at:
                        taken[name].append(figures)
            middle = {n: [statistics.median(x) for x in zip(*rows)] for n, rows in taken.items()}
            for n, (ms, mb) in middle.items():
                print(f"{platform:10} {n:10} {ms:7.1f} ms {ms/middle['bare'][0]:5.2f} x  {mb:6.1f} MB", min(t[0] for t in taken[n]))


if __name__ == "__main__":
    main()
