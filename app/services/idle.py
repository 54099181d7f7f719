"""When nobody touches the app: cover the screen, then lock it. The time is always handed in."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum

COVER_AFTER = timedelta(minutes=3)
LOCK_AFTER = timedelta(minutes=10)
PIN_TRIES = 5
_UNSEEN_AFTER = timedelta(seconds=5)
_ASLEEP_AFTER = timedelta(seconds=30)


class Idle(Enum):
    """What the screen may show: the record, a cover that the PIN lifts, or nothing until signed in again."""

    ACTIVE = "active"
    COVERED = "covered"
    LOCKED = "locked"


class LockedBecause(Enum):
    """Why the screen was locked."""

    QUIET = "quiet"
    ASKED = "asked"
    PIN = "pin"
    ASLEEP = "asleep"


class IdleWatch:
    """Watches for touches; tick it every second or so.

    A gap between two ticks in which the machine did not run means that it slept: the first tick or touch
    after it covers, and locks where the gap was half a minute or more. What stood on the screen may be seen
    until then. A freeze of our own is no sleep: the machine ran, and the time counts as idle only. A clock
    set back can make neither wait longer: time only ever counts forward from the last tick.
    """

    def __init__(
        self,
        started_at: datetime,
        *,
        cover_after: timedelta = COVER_AFTER,
        lock_after: timedelta = LOCK_AFTER,
        awake: Callable[[], timedelta] | None = None,
    ) -> None:
        """`awake` tells how long the machine has run, sleeps left out; without it every gap is a sleep."""
        if not timedelta(0) < cover_after < lock_after:
            raise ValueError("the cover comes before the lock")
        self._cover_after, self._lock_after = cover_after, lock_after
        self._last_tick = started_at
        self._awake = awake or (lambda: timedelta(0))
        self._last_awake = self._awake()
        self._idle_for = timedelta(0)
        self._tries_left = PIN_TRIES
        self._state = Idle.ACTIVE
        self._because = LockedBecause.ASKED

    @property
    def because(self) -> LockedBecause:
        """Why it is locked, once it is."""
        return self._because

    @property
    def state(self) -> Idle:
        """What the screen may show now."""
        return self._state

    @property
    def tries_left(self) -> int:
        """How often the PIN may still be tried."""
        return self._tries_left

    def tick(self, now: datetime) -> Idle:
        """Let time pass, and say what the screen may show."""
        passed = max(timedelta(0), now - self._last_tick)
        self._last_tick = now
        self._idle_for += passed
        slept = passed - self._ran()
        if slept >= _ASLEEP_AFTER:
            self._lock(LockedBecause.ASLEEP)
        elif self._idle_for >= self._lock_after:
            self._lock(LockedBecause.QUIET)
        elif slept >= _UNSEEN_AFTER or self._idle_for >= self._cover_after:
            self.cover()
        return self._state

    def _ran(self) -> timedelta:
        """How long the machine ran since this was asked last."""
        before, self._last_awake = self._last_awake, self._awake()
        return self._last_awake - before

    def touched(self, now: datetime) -> Idle:
        """Somebody used the app, the turned screen included; a cover is not lifted by it."""
        if self.tick(now) is Idle.ACTIVE:
            self._idle_for = timedelta(0)
        return self._state

    def cover(self) -> None:
        """Cover at once."""
        if self._state is Idle.ACTIVE:
            self._state = Idle.COVERED

    def lock(self) -> None:
        """Lock at once: Ctrl+L, the machine goes to sleep, another user takes over."""
        self._lock(LockedBecause.ASKED)

    def pin_tried(self, fits: bool, now: datetime) -> Idle:
        """A PIN was given on the cover: the right one lifts it, the fifth wrong one locks."""
        if self.tick(now) is not Idle.COVERED:
            return self._state
        if fits:
            self._tries_left = PIN_TRIES
            self._idle_for = timedelta(0)
            self._state = Idle.ACTIVE
        else:
            self._tries_left -= 1
            if self._tries_left == 0:
                self._lock(LockedBecause.PIN)
        return self._state

    def _lock(self, because: LockedBecause) -> None:
        """The first reason is the one that is told."""
        if self._state is not Idle.LOCKED:
            self._state, self._because = Idle.LOCKED, because
