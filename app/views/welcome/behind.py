"""Slow work behind a page of the door: done in a thread, its result brought by signal."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

FAULT = "Something went wrong in the app. Nothing was changed. Close it and open it again."


class Behind(QObject):
    """Keys are derived and backups put back here: the window goes on meanwhile."""

    _done = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._done.connect(self._go_on)

    def do(self, work: Callable[[], object], then: Callable[[Any], None]) -> None:
        """Do the work in a thread, then go on in the window's own; a fault comes back as its exception."""

        def run() -> None:
            try:
                result: object = work()
            except Exception as fault:
                result = fault
            self._done.emit(then, result)

        threading.Thread(target=run, name="key", daemon=True).start()

    def _go_on(self, then: Callable[[Any], None], result: object) -> None:
        then(result)
