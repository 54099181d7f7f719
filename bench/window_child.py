"""Run by bench/start_up.py: opens one window and says once its first paint has reached the screen.

    window_child.py bare      a QWidget that draws one line of words, in Qt alone
    window_child.py ours      main.py as it is; the store's place comes by the environment

"Painted" is heard in the same way in both: the window's first Paint event posts an event to the window, and
that one arrives when every child was painted and the picture was handed to the screen.
"""

import os
import runpy
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def listen() -> None:
    """Listen to the window from the moment at which the application begins to handle events."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject
    from PySide6.QtWidgets import QApplication

    after_paint = QEvent.Type(QEvent.registerEventType())
    run_events = QApplication.exec

    class Ear(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QCoreApplication.postEvent(watched, QEvent(after_paint))
            elif event.type() == after_paint:
                watched.removeEventFilter(self)
                tell()
            return False

    def run() -> int:
        ear = Ear()
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                window.installEventFilter(ear)
        return run_events()

    QApplication.exec = staticmethod(run)


def tell() -> None:
    """Say that the window is painted: the bytes of memory held, the seconds of processor time spent."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    os.write(1, f"{pages * os.sysconf('SC_PAGE_SIZE')} {time.process_time()}\n".encode())


def bare() -> None:
    """The least that a PySide6 window can be."""
    listen()
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.drawText(40, 40, "One Conversation")
            painter.end()

    application = QApplication([])
    window = Window()
    window.resize(1366, 768)
    window.show()
    application.exec()


def ours() -> None:
    """The product, by its own entry; Qt is imported as main.py imports it, before we listen to it."""
    sys.path[0] = str(ROOT)
    from app.views.plain_names import keep_plain_names

    keep_plain_names()
    listen()
    sys.argv = ["main.py"]
    runpy.run_path(str(ROOT / "main.py"), run_name="__main__")


if __name__ == "__main__":
    {"bare": bare, "ours": ours}[sys.argv[1]]()
