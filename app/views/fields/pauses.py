"""Words are kept in the pauses of typing too: a power cut takes a sentence at most, not a page."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

PAUSE_MS = 1500


def keep_in_pauses(edit: QWidget, typed: SignalInstance, commit: Callable[[], None]) -> QTimer:
    """Commit once nothing was typed for a moment; the field itself keeps still where nothing changed."""
    pause = QTimer(edit)
    pause.setSingleShot(True)
    pause.setInterval(PAUSE_MS)
    pause.timeout.connect(commit)
    typed.connect(lambda *_typed: pause.start())
    return pause
