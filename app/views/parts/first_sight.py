"""Whether what was put on the screen last was seen yet: a key pressed before that was meant for another."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstSight(QObject):
    """Waits for one widget at a time to be painted.

    Keys that were pressed meanwhile, while the app was busy, may come only after the painting: it counts as
    seen once they are through.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._awaited: QWidget | None = None

    @property
    def is_seen(self) -> bool:
        """Whether nothing is awaited any more."""
        return self._awaited is None

    def wait_for(self, widget: QWidget) -> None:
        """From now on it is not seen, until it is painted."""
        if self._awaited is not None:
            self._awaited.removeEventFilter(self)
        self._awaited = widget
        widget.installEventFilter(self)
        widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the painting."""
        if event.type() == QEvent.Type.Paint and watched is self._awaited:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, lambda: self._see(watched))
        return False

    def _see(self, widget: QObject) -> None:
        if widget is self._awaited:
            self._awaited = None
