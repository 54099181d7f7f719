"""A typed time is the latest moment that it can mean, never one to come, never before the visit."""

from datetime import UTC, datetime

import pytest

from app.views.fields.clock_reading import read_moment
from app.views.fields.number_reading import NotKept

BEGAN = datetime(2026, 11, 22, 23, 30, 20, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 0, 10, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "day", "hour", "minute"),
    [("0:10", 23, 0, 10), ("23.50", 22, 23, 50), ("2330", 22, 23, 30), (" 00:05 ", 23, 0, 5)],
)
def test_a_time_is_taken_as_the_last_time_that_clock_said_so(typed, day, hour, minute):
    moment = read_moment(typed, now=NOW, not_before=BEGAN)
    assert (moment.day, moment.hour, moment.minute) == (day, hour, minute)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("0:11", "has not come yet"),
        ("23:29", "has not come yet"),
        ("25:00", "as in 10:42"),
        ("soon", "10:42"),
    ],
)
def test_what_has_not_come_or_is_no_time_is_not_kept(typed, why):
    with pytest.raises(NotKept, match=why):
        read_moment(typed, now=NOW, not_before=BEGAN)


def test_nothing_typed_is_nothing_and_before_the_visit_is_refused():
    assert read_moment("  ", now=NOW, not_before=BEGAN) is None
    with pytest.raises(NotKept, match="the visit began at 00:05 on 23-Nov-2026"):
        read_moment("0:01", now=NOW, not_before=NOW.replace(minute=5))
