"""One laptop on which windows are opened, one after the other, at a time that the test says."""

import threading
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from app.services.lock_note import LockNote
from app.views.main_window import MainWindow
from demo.hand import Hand
from tests.prepared_store import NOW, NURSE


class Clock:
    """A clock that the test moves."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now
        self.ran = timedelta(0)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, span: timedelta) -> None:
        self.now += span

    def passes_in_a_freeze(self, span: timedelta) -> None:
        """The app answers to nothing, but the machine runs: no sleep."""
        self.now += span
        self.ran += span

    def awake(self) -> timedelta:
        return self.ran


class Laptop:
    """Windows on one store; a lock starts no process here, it is counted."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.clock = Clock()
        self.started_again = 0
        self.lock_note: LockNote | None = None
        self.windows: list[MainWindow] = []

    def open(self) -> Hand:
        """The window as the next process shows it: after a lock, with what the lock told it."""
        arguments = None if self.lock_note is None else self.lock_note.as_arguments()
        note = None if arguments is None else LockNote.read(arguments)
        window = MainWindow(
            self.place, self.clock, start_again=self._again, lock_note=note, awake=self.clock.awake
        )
        self.windows.append(window)
        window.show()
        return Hand(window)

    def sign_in(self, name: str = NURSE.name, passphrase: str = NURSE.passphrase) -> Hand:
        hand = self.open()
        give_passphrase(hand, name, passphrase)
        hand.wait_for(lambda: hand.window.desk is not None, "home")
        return hand

    def passes_idle(self, span: timedelta) -> None:
        """Let time go by as the window's own timer sees it: in steps that are no sleep."""
        step = timedelta(seconds=4)
        while span > timedelta(0):
            self.clock.passes(min(step, span))
            span -= step
            self.windows[-1].tick()

    def shut(self) -> None:
        """Close every window and let go of it: a style sheet is laid over all that are still there."""
        for window in self.windows:
            window.leave()
            window.deleteLater()
        wait_for_workers()
        self.windows.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _again(self, note: LockNote) -> None:
        self.started_again += 1
        self.lock_note = note


def wait_for_workers() -> None:
    """Until nothing is looked after, printed or tried behind a window: a lock leaves it running, and what it
    tells would reach a later test, or a window that is gone.
    """
    QThreadPool.globalInstance().waitForDone()
    for thread in threading.enumerate():
        if thread.name == "key":
            thread.join()


def give_passphrase(hand: Hand, name: str, passphrase: str) -> None:
    """Choose who, type, and press the button; what comes of it comes later."""
    hand.press(name)
    hand.write("Passphrase", passphrase, leave=False)
    hand.press("Sign in")


def run_out(application: QApplication) -> None:
    """Let the application's loop end once: after a lock it is told to end, and every later loop would too."""
    QTimer.singleShot(0, application.quit)
    application.exec()
