"""Run by bench/signed_in.py: opens main.py's window, signs the nurse in, and says when home was painted.

    home_child.py SECONDS     how long somebody types between the first paint and Enter

Prints the milliseconds from the key in the hand to home painted, the bytes held a second later, and the
milliseconds of processor time between the two. The way
is the product's own: the passphrase is typed into its field, and the key is derived by its thread.
"""

import os
import runpy
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PASSPHRASE = "orbit kettle maple sand"
NAME = "Ann Example"


class Watch:
    """When the key was there, and when home was."""

    derived_at = 0.0
    painted_at = 0.0
    worked_before = 0.0
    worked = 0.0


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def listen(typing_ms: int) -> None:
    """Do the signing in from the moment at which the application begins to handle events."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    after_paint = QEvent.Type(QEvent.registerEventType())
    run_events = QApplication.exec

    class Ear(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QCoreApplication.postEvent(watched, QEvent(after_paint))
            elif event.type() == after_paint:
                watched.removeEventFilter(self)
                Watch.painted_at = time.perf_counter()
                Watch.worked = time.process_time() - Watch.worked_before
                QTimer.singleShot(1000, tell)
            return False

    def tell() -> None:
        taken = (Watch.painted_at - Watch.derived_at) * 1000
        os.write(1, f"{taken} {resident_bytes()} {Watch.worked * 1000}\n".encode())

    def run() -> int:
        ear = Ear()
        window = next(w for w in QApplication.topLevelWidgets() if w.isVisible())
        door = window.door
        tried = door._passphrase_tried

        def heard(result: object) -> None:
            Watch.derived_at = time.perf_counter()
            Watch.worked_before = time.process_time()
            tried(result)
            window.desk.home.installEventFilter(ear)

        def sign_in() -> None:
            page = door.sign_in
            page.choose(next(tile.person.name_id for tile in page._tiles if tile.person.name == NAME))
            page.passphrase.line.setText(PASSPHRASE)
            door._passphrase_tried = heard
            page.go.click()

        window.seen.connect(lambda: QTimer.singleShot(typing_ms, sign_in))
        return run_events()

    QApplication.exec = staticmethod(run)


if __name__ == "__main__":
    listen(round(float(sys.argv[1]) * 1000))
    sys.path[0] = str(ROOT)
    sys.argv = ["main.py"]
    runpy.run_path(str(ROOT / "main.py"), run_name="__main__")
