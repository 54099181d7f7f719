"""Starts the processes that are measured, on Qt's platform without a screen or on an X screen of our own."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_SECONDS = 30


def painted(child: str, arguments: tuple[str, ...], environment: dict[str, str]) -> tuple[float, list[float]]:
    """Milliseconds from the start of a process to its first line, and the numbers in that line."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "bench" / child), *arguments], stdout=subprocess.PIPE, env=environment
    )
    assert process.stdout is not None
    is_heard, _, _ = select.select([process.stdout], [], [], PATIENCE_SECONDS)
    said = process.stdout.readline() if is_heard else b""
    taken = (time.perf_counter() - start) * 1000
    process.kill()
    process.wait()
    process.stdout.close()
    if not said:
        raise RuntimeError(f"{child} {' '.join(arguments)} painted nothing")
    return taken, [float(number) for number in said.split()]


def environment(screen: str, data: Path) -> dict[str, str]:
    """As a member of staff has it: bytecode may be written, and the data folder is a throwaway one."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONDONTWRITEBYTECODE", "ONE_CONVERSATION_STORE", "QT_QPA_PLATFORM", "DISPLAY")
    }
    kept |= {"XDG_DATA_HOME": str(data), "PYTHONPATH": str(ROOT)}
    if screen:
        return kept | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    return kept | {"QT_QPA_PLATFORM": "offscreen"}


def store_in(data: Path) -> Path:
    """Where main.py looks for the store in this data folder."""
    return data / "One Conversation" / "store"


@contextmanager
def an_x_screen() -> Iterator[str]:
    """An X screen of our own; gives its name, or nothing where Xvfb is not installed."""
    if shutil.which("Xvfb") is None:
        yield ""
        return
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
