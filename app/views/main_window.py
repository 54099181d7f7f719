"""The window: sign-in first, then home and visits; covered when nobody is there, locked by ending itself.

Only Qt and what the sign-in needs is imported here: whatever opens the record is imported when it is opened.
Over 300 lines because covering, locking and closing each look at what the others hold.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from app.models.folder import StoreKind
from app.services.idle import Idle, IdleWatch, LockedBecause
from app.services.lock_note import Kept, LockNote
from app.views.look import theme
from app.views.parts.rooms import Rooms
from app.views.welcome.door import Door
from app.views.window_place import SMALLEST, USUAL

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from app.models.store import Store
    from app.views.desk import Desk
    from app.views.leaving import Leaving
    from app.views.parts.focus_ring import FocusRing
    from app.views.welcome.cover import Cover

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)
TICK_MS = 1000
PAGE_PATIENCE_MS = 3000


class MainWindow(QMainWindow):
    """One window, one store, one member of staff at a time. Tells `seen` once, when it was first painted."""

    seen = Signal()

    def __init__(
        self,
        place: Path,
        now: Callable[[], datetime],
        *,
        start_again: Callable[[LockNote], None],
        lock_note: LockNote | None = None,
        awake: Callable[[], timedelta] | None = None,
    ) -> None:
        """`start_again` starts a fresh process on its sign-in: locking ends this one.

        `lock_note` is what the process before left, where this one follows a lock. `awake` tells how long
        the machine has run, sleeps left out.
        """
        super().__init__()
        self.setWindowTitle("One Conversation")
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self._now, self._awake = now, awake
        self._start_again = start_again
        self._store: Store | None = None
        self.desk: Desk | None = None
        self._watch: IdleWatch | None = None
        self._rooms = Rooms()
        self.setCentralWidget(self._rooms)
        self.door = Door(place, now, lock_note=lock_note)
        self.door.unlocked.connect(self.guard)
        self.door.opened.connect(self.begin)
        self._rooms.addWidget(self.door)
        self._cover: Cover | None = None
        self._leaving: Leaving | None = None
        self._may_go = False
        self._ring: FocusRing | None = None
        self._is_seen = False
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self.tick)
        theme.dress(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; after the first time, take up what the first picture need not wait for."""
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self, self._when_seen)

    def _when_seen(self) -> None:
        from PySide6.QtGui import QShortcut

        from app.views.parts.focus_ring import FocusRing

        QShortcut("Ctrl+L", self).activated.connect(self.lock)
        self._ring = FocusRing(self)
        self.seen.emit()

    def guard(self, store: "Store") -> None:
        """A record is open, the recovery codes may be in sight: from now on, cover and lock if left alone."""
        self._store = store
        self._watch = IdleWatch(self._now(), awake=self._awake)
        self._ticks.start()
        self._listen_for_touches()

    def begin(self, store: "Store") -> None:
        """Somebody is in: show home."""
        from app.views.desk import Desk

        if self._store is not store:
            self.guard(store)
        self.desk = Desk(store, self._now)
        self.desk.lock_asked.connect(self.lock)
        self.desk.pins_spent.connect(lambda: self.lock(LockedBecause.PIN))
        self._rooms.addWidget(self.desk)
        if self._cover is None:
            self._rooms.setCurrentWidget(self.desk)
            self.desk.begin_typing()
            self._watch = IdleWatch(self._now(), awake=self._awake)  # making home is no quiet time

    def _listen_for_touches(self) -> None:
        """Hear every touch at the edge of our windows: a filter on the application would hear everything."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusWindowChanged.connect(self._hear)
            application.applicationStateChanged.connect(self._woken)
        self._hear(self.windowHandle())

    def _stop_listening(self) -> None:
        application, handle = QApplication.instance(), self.windowHandle()
        if isinstance(application, QApplication) and self._store is not None:
            application.focusWindowChanged.disconnect(self._hear)
            application.applicationStateChanged.disconnect(self._woken)
        if handle is not None:
            handle.removeEventFilter(self)

    def _woken(self, _state: Qt.ApplicationState) -> None:
        """The window comes to the front or goes: after a sleep it must not show the old frame."""
        self.tick()

    def _hear(self, window: "QWindow | None") -> None:
        """Hear a window of ours, a dialog too: it shadows this one and the shortcuts in it."""
        if window is not None and self._watch is not None:
            window.installEventFilter(self)

    def tick(self) -> None:
        """Let time pass: cover after three idle minutes, lock after ten, or after a sleep."""
        if self._watch is not None:
            self._show_state(self._watch.tick(self._now()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is there, on the turned screen and in a dialog too; Ctrl+L locks there."""
        if self._watch is None or event.type() not in TOUCHES:
            return False
        self._show_state(self._watch.touched(self._now()))
        if isinstance(event, QKeyEvent) and _is_ctrl_l(event):
            self.lock()
            return True
        return False

    def lock(self, because: LockedBecause = LockedBecause.ASKED) -> None:
        """Keep what can be kept, let go of the record and its key, and end: a fresh process takes over.

        Nothing may hold up a lock: what could not be kept is told by the next sign-in.
        """
        if self._store is None:
            return
        kept = Kept.NOT_ALL_TYPED  # so it is where a fault comes in between
        try:
            self._let_go()
            kept = Kept.ALL
        finally:
            self._start_again(LockNote(self._now().time(), because, self._kept(kept)))
            QApplication.exit(0)

    def _kept(self, kept: Kept = Kept.ALL) -> Kept:
        """What was kept, at best as given; where it cannot be told at all, the worst is said."""
        found = Kept.NOT_ALL_SAVED
        with suppress(Exception):
            found = self.desk.kept() if self.desk is not None else Kept.ALL
        return kept if found is Kept.ALL else found

    def say_fault(self) -> None:
        """A fault in the app itself: say what is kept; on the way out there is nobody to say it to."""
        if self.desk is None:
            self.door.say_fault()
        elif self._store is not None:
            self.desk.say_fault()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once all is kept, or somebody lets the rest go; a page being made is finished first."""
        if not self._may_go and (lost := self._what_closing_loses()):
            event.ignore()
            self._ask_whether_to_stay(lost)
            return
        self._let_go()
        QThreadPool.globalInstance().waitForDone(PAGE_PATIENCE_MS)
        super().closeEvent(event)

    def leave(self) -> None:
        """Close, whatever could not be kept."""
        self._may_go = True
        self.close()

    def _what_closing_loses(self) -> list[str]:
        """Keep what can be kept, and say the rest; a fault in that must not leave the record open."""
        if self.desk is None or self._store is None:
            return []
        try:
            self.desk.commit()
            return self.desk.not_kept()
        except Exception:
            self._stop_watching()
            self._close_store()
            raise

    def _ask_whether_to_stay(self, lost: list[str]) -> None:
        from app.views.leaving import Leaving

        if self._leaving is None:
            self._leaving = Leaving(self)
            self._leaving.leave_asked.connect(self.leave)
        self._leaving.ask([] if self._cover is not None else lost)

    def _let_go(self) -> None:
        self._stop_watching()
        try:
            if self.desk is not None:
                self.desk.commit()
        finally:
            self._close_store()

    def _stop_watching(self) -> None:
        self._ticks.stop()
        self._watch = None
        self._stop_listening()

    def _close_store(self) -> None:
        """Whatever else goes wrong, the record is not left open."""
        if self._store is not None:
            with suppress(Exception):
                self._store.close()
            self._store = None

    def _show_state(self, state: Idle) -> None:
        if state is Idle.LOCKED and self._watch is not None:
            self.lock(self._watch.because)
        elif state is Idle.COVERED and self._cover is None:
            self._put_cover()

    def _put_cover(self) -> None:
        from app.views.welcome.cover import Cover

        if self._store is None:
            return
        cover = Cover(self._store.staff.name, practice=self._store.kind is StoreKind.PRACTICE)
        cover.pin_given.connect(self._try_pin)
        cover.lock_asked.connect(self.lock)
        self._cover = cover
        self._rooms.addWidget(cover)
        self._rooms.setCurrentWidget(cover)
        cover.setFocus()
        if self._leaving is not None:
            self._leaving.reject()  # it may say what stands under the cover
        if self.desk is not None:
            self.desk.commit()
        cover.show_kept(self._kept())

    def _try_pin(self, pin: str) -> None:
        from app.models.staff import pin_fits

        if self._watch is None or self._store is None:
            return
        state = self._watch.pin_tried(pin_fits(self._store, pin), self._now())
        if state is Idle.ACTIVE:
            self._lift_cover()
        elif state is Idle.LOCKED:
            self.lock(self._watch.because)
        elif self._cover is not None:
            self._cover.show_wrong(self._watch.tries_left)

    def _lift_cover(self) -> None:
        if self._cover is None:
            return
        self._rooms.setCurrentWidget(self.desk or self.door)
        self._rooms.removeWidget(self._cover)
        self._cover.deleteLater()
        self._cover = None
        if self.desk is not None:
            self.desk.take_focus()


def _is_ctrl_l(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
