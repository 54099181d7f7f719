"""The application: dressed, its window painted first, everything heavy loaded behind it."""

import gc
import importlib
import os
import sys
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.services.lock_note import LockNote
from app.views.display import said_if_dead
from app.views.look import icons, theme
from app.views.main_window import MainWindow
from app.views.window_place import WindowPlace, show_in_place

NAME = "One Conversation"
SWITCH_SECONDS = 0.001
SLICE_MS = 20
SCREENS = (
    "app.views.home",
    "app.views.section_form",
    "app.views.consultation",
    "app.views.sections.opening",
    "app.views.desk",
)


def run(
    place: Path,
    now: Callable[[], datetime],
    awake: Callable[[], timedelta],
    after_lock: Sequence[str] | None,
) -> int:
    """Open the window and stay until it is closed; gives the exit code.

    `after_lock` is what a process that locked handed over on the command line, `awake` how long the machine
    has run, sleeps left out.
    """
    with said_if_dead():
        application = theme.new_application(NAME)
    icons.wait_for_first_paint()
    before, rest = WindowPlace.read(after_lock or ())
    note = None if after_lock is None else LockNote.read(rest)

    def start_again(note: LockNote) -> None:
        start_locked(note, WindowPlace.of(window))

    window = MainWindow(place, now, start_again=start_again, lock_note=note, awake=awake)
    catch_faults(window, place)
    window.seen.connect(lambda: draw_icons(window))
    window.seen.connect(load_behind)
    show_in_place(window, before)
    return application.exec()


def make_application() -> QApplication:
    """The one QApplication, dressed."""
    with said_if_dead():
        application = theme.new_application(NAME)
    theme.wear(application)
    return application


def draw_icons(window: MainWindow) -> None:
    """Draw what the first picture of the window was painted without."""
    icons.draw_from_now_on()
    theme.restyle_all(window)


def load_behind() -> None:
    """Load what comes after the sign-in while somebody types a passphrase: the store in a thread of its own,
    then the screens, one by one between two keys, because widgets belong to the window's own thread."""
    gc.freeze()
    gc.enable()
    leave_out_tls()
    sys.setswitchinterval(SWITCH_SECONDS)
    loading = threading.Thread(target=_load, name="loading", daemon=True)
    loading.start()
    screens = iter(SCREENS)
    slices = QTimer(QApplication.instance())

    def load_one() -> None:
        if loading.is_alive():
            return
        screen = next(screens, None)
        if screen is None:
            slices.stop()
            slices.deleteLater()
        else:
            importlib.import_module(screen)

    slices.timeout.connect(load_one)
    slices.start(SLICE_MS)


def leave_out_tls() -> None:
    """Keep Python's `ssl` out: this app has no network, and OpenSSL takes memory on every laptop.

    SQLAlchemy loads asyncio, which does without `ssl` where there is none; None is Python's way to say so.
    """
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]


def _load() -> None:
    from app.consultation import book
    from app.models import consultations, histories, loading, people, staff  # noqa: F401

    loading.make_ready()
    book.rulebook()


def start_locked(note: LockNote, place: WindowPlace) -> None:
    """Start a fresh process on its sign-in, in the same place; this one is about to end with all it knows."""
    from PySide6.QtCore import QProcess

    main = Path(__file__).parents[2] / "main.py"
    QProcess.startDetached(
        sys.executable, [str(main), "--locked", *place.as_arguments(), *note.as_arguments()]
    )


def catch_faults(window: MainWindow, place: Path) -> None:
    """A fault that nobody foresaw: keep the draft, say so plainly, note where in the code it was."""

    def caught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        log_fault(place, kind, trace)
        window.say_fault()

    sys.excepthook = caught


def log_fault(place: Path, kind: type[BaseException], trace: TracebackType | None) -> None:
    """Write the kind of fault and its places in the code: never its message, which may quote the record."""
    import logging

    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    place.parent.mkdir(parents=True, exist_ok=True)
    log = logging.getLogger("one_conversation")
    handler = logging.FileHandler(place.parent / "faults.log", encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log.addHandler(handler)
    log.propagate = False
    try:
        log.error("%s at %s (process %d)", kind.__name__, " < ".join(reversed(places)), os.getpid())
    finally:
        log.removeHandler(handler)
        handler.close()
