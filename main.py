"""The one entry: the window by default, sub-commands for what is done without one.

    main.py                                  open the window
    main.py assess FILE [--on DATE] [--json] what the rules say of a FHIR R4 bundle or a visit file
    main.py plan VISIT.json --pdf OUT.pdf    the care plan of a visit file
    main.py schema                           the JSON Schemas of visit file and output
    main.py review --all --csv OUT.csv       who would be prompted, over everybody in the store
    main.py rulebook                         every rule in words, as Markdown
    main.py demo --out DIR                   play one visit through the real window, with pictures

Imports are made where they are needed, so that the sign-in window is painted before anything heavy is loaded;
this file is short because Python reads it anew at every start.
"""

import gc
import os
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

STORE_VARIABLE = "ONE_CONVERSATION_STORE"
LOCKED = "--locked"
NO_DISPLAY = 2


def now() -> datetime:
    """The time where this machine is, with its zone: the one place that reads the clock."""
    return datetime.now().astimezone()


def awake() -> timedelta:
    """How long this machine has run, its sleeps left out: what passed more than this, it slept."""
    if sys.platform == "win32":  # where the monotonic clock goes on in a sleep
        from ctypes import byref, c_ulonglong, windll

        tenths = c_ulonglong()  # of a microsecond
        windll.kernel32.QueryUnbiasedInterruptTime(byref(tenths))
        return timedelta(microseconds=tenths.value // 10)
    return timedelta(seconds=time.monotonic())


def store_place() -> Path:
    """Where this user's store is."""
    if chosen := os.environ.get(STORE_VARIABLE):
        return Path(chosen)
    from PySide6.QtCore import QStandardPaths

    own = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(own) / "One Conversation" / "store"


def has_display() -> bool:
    """Whether a window can open: on Linux a screen must be named, or a platform that needs none."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def window(after_lock: list[str] | None) -> int:
    """Open the window; `after_lock` is what the process before it wrote on the command line, if it locked."""
    if not has_display():
        sys.stderr.write("main.py: there is no display, so no window can open. Try: main.py demo --out DIR\n")
        return NO_DISPLAY
    # Collecting garbage walks all that is being imported, again and again; the window takes it up again.
    gc.disable()
    from app.views.plain_names import keep_plain_names

    keep_plain_names()
    from app.views.application import run

    return run(store_place(), now, awake, after_lock)


def main(argv: list[str]) -> int:
    """Do what was asked; gives the exit code."""
    if not argv or argv[0] == LOCKED:
        return window(argv[1:] if argv else None)
    from headless.commands import run

    return run(argv, now(), store_place)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
