"""The record is checked and backed up in the background, a moment after home was shown."""

from functools import partial

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from app.services.looking_after import look_after
from app.views.session import Session

AFTER_MS = 2000


class _Looker(QObject):
    """Carries what was found from the worker thread; it has no parent, so it outlives a closed window."""

    found = Signal(object)

    def look(self, session: Session) -> None:
        """Runs in the worker."""
        if session.store.is_open:
            self.found.emit(look_after(session.store, session.now()))


class LookingAfter(QObject):
    """Tells `worried(Worry)` where something is wrong with the record."""

    worried = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._looker = _Looker()
        self._looker.found.connect(self._tell)
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self._start)
        self._timer.start()

    def _start(self) -> None:
        QThreadPool.globalInstance().start(partial(self._looker.look, self._session))

    def _tell(self, worry: object) -> None:
        if worry is not None:
            self.worried.emit(worry)
