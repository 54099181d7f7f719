from datetime import UTC, datetime, timedelta

import pytest

from app.services.idle import Idle, IdleWatch, LockedBecause

START = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)


class Day:
    """A watch that is ticked every second, as the window does it."""

    def __init__(self):
        self.now = START
        self.watch = IdleWatch(START)

    def pass_(self, seconds):
        for _ in range(seconds):
            self.now += timedelta(seconds=1)
            self.watch.tick(self.now)
        return self.watch.state


@pytest.fixture
def day():
    return Day()


def test_three_idle_minutes_cover_and_ten_lock(day):
    assert day.pass_(179) is Idle.ACTIVE
    assert day.pass_(1) is Idle.COVERED
    assert day.pass_(419) is Idle.COVERED
    assert day.pass_(1) is Idle.LOCKED


def test_a_touch_starts_the_minutes_again(day):
    day.pass_(179)
    assert day.watch.touched(day.now) is Idle.ACTIVE
    assert day.pass_(179) is Idle.ACTIVE


def test_a_touch_does_not_lift_a_cover_or_put_off_the_lock(day):
    day.pass_(180)
    assert day.watch.touched(day.now) is Idle.COVERED
    day.pass_(419)
    day.watch.touched(day.now)
    assert day.pass_(1) is Idle.LOCKED


def test_a_touch_that_comes_too_late_finds_the_cover(day):
    day.pass_(170)
    assert day.watch.touched(day.now + timedelta(seconds=20)) is Idle.COVERED


def test_the_right_pin_lifts_the_cover_and_gives_the_tries_back(day):
    day.pass_(180)
    day.watch.pin_tried(False, day.now)
    assert day.watch.tries_left == 4
    assert day.watch.pin_tried(True, day.now) is Idle.ACTIVE
    assert day.watch.tries_left == 5
    assert day.pass_(179) is Idle.ACTIVE


def test_the_fifth_wrong_pin_locks_and_no_pin_opens_a_lock(day):
    day.pass_(180)
    assert [day.watch.pin_tried(False, day.now) for _ in range(5)] == [Idle.COVERED] * 4 + [Idle.LOCKED]
    assert day.watch.pin_tried(True, day.now) is Idle.LOCKED
    assert day.watch.touched(day.now) is Idle.LOCKED


def test_a_lock_knows_why_it_came_and_the_first_reason_stays(day):
    day.pass_(600)
    assert day.watch.because is LockedBecause.QUIET
    day.watch.tick(day.now + timedelta(hours=8))
    assert day.watch.because is LockedBecause.QUIET


def test_a_lock_after_a_sleep_wrong_pins_or_a_wish_says_so():
    asleep, guessed, asked = (IdleWatch(START) for _ in range(3))
    asleep.tick(START + timedelta(hours=8))
    guessed.cover()
    for _ in range(5):
        guessed.pin_tried(False, START)
    asked.lock()
    assert [watch.because for watch in (asleep, guessed, asked)] == [
        LockedBecause.ASLEEP,
        LockedBecause.PIN,
        LockedBecause.ASKED,
    ]


def test_a_pin_given_where_there_is_no_cover_counts_for_nothing(day):
    assert day.watch.pin_tried(False, day.now) is Idle.ACTIVE
    assert day.watch.tries_left == 5


def test_a_machine_that_slept_wakes_up_locked(day):
    day.pass_(5)
    assert day.watch.tick(day.now + timedelta(hours=8)) is Idle.LOCKED


@pytest.mark.parametrize(
    ("seconds", "state"), [(4, Idle.ACTIVE), (5, Idle.COVERED), (29, Idle.COVERED), (30, Idle.LOCKED)]
)
@pytest.mark.parametrize("wake", [IdleWatch.tick, IdleWatch.touched], ids=["the timer", "a touch"])
def test_the_first_sign_of_life_after_a_short_sleep_covers_and_after_a_longer_one_locks(
    day, wake, seconds, state
):
    day.pass_(5)
    assert wake(day.watch, day.now + timedelta(seconds=seconds)) is state


@pytest.mark.parametrize("seconds", [5, 11, 29, 30, 90])
@pytest.mark.parametrize("goes_on", [IdleWatch.tick, IdleWatch.touched], ids=["the timer", "a touch"])
def test_a_freeze_of_our_own_is_no_sleep(goes_on, seconds):
    ran = [timedelta(hours=1)]
    watch = IdleWatch(START, awake=lambda: ran[0])
    ran[0] += timedelta(seconds=seconds)
    assert goes_on(watch, START + timedelta(seconds=seconds)) is Idle.ACTIVE
    assert watch.tick(START + timedelta(seconds=seconds + 1)) is Idle.ACTIVE


@pytest.mark.parametrize(("asleep", "state"), [(5, Idle.COVERED), (30, Idle.LOCKED)])
def test_a_sleep_in_the_middle_of_a_freeze_is_still_a_sleep(asleep, state):
    ran = [timedelta(0)]
    watch = IdleWatch(START, awake=lambda: ran[0])
    ran[0] += timedelta(seconds=10)
    assert watch.tick(START + timedelta(seconds=10 + asleep)) is state


def test_a_freeze_counts_among_the_idle_minutes():
    ran = [timedelta(0)]
    watch = IdleWatch(START, awake=lambda: ran[0])
    ran[0] += timedelta(minutes=3)
    assert watch.tick(START + timedelta(minutes=3)) is Idle.COVERED


def test_a_cover_is_not_lifted_and_a_pin_still_opens_it_after_a_short_sleep(day):
    day.watch.tick(day.now + timedelta(seconds=10))
    day.now += timedelta(seconds=11)
    assert day.pass_(20) is Idle.COVERED
    assert day.watch.pin_tried(True, day.now) is Idle.ACTIVE


def test_a_clock_set_back_does_not_put_off_the_cover(day):
    day.pass_(100)
    day.now -= timedelta(days=1)
    day.watch.tick(day.now)
    assert day.pass_(79) is Idle.ACTIVE
    assert day.pass_(1) is Idle.COVERED


def test_the_user_covers_and_locks_at_once(day):
    day.watch.cover()
    assert day.watch.state is Idle.COVERED
    day.watch.lock()
    assert day.watch.state is Idle.LOCKED
    day.watch.cover()
    assert day.watch.state is Idle.LOCKED


def test_a_watch_that_would_lock_before_it_covers_is_refused():
    with pytest.raises(ValueError, match="before the lock"):
        IdleWatch(START, cover_after=timedelta(minutes=10), lock_after=timedelta(minutes=3))
