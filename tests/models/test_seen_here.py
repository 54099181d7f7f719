"""Who died, moved away or was discharged: written down, found again, never visited by accident."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from app.consultation.seen_here import Seen
from app.models import consultations, people
from app.models.seen_here import NotSeenHere, NotWritten, say_seen, written_of
from app.models.unavailable import SealedRecord
from tests.models.a_whole_visit import someone
from tests.prepared_store import NOW

LAST_WEEK = NOW.date() - timedelta(days=7)


def in_list(store, person):
    [found] = [p for p in people.people(store, NOW) if p.id == person.id]
    return found


def test_who_left_keeps_the_record_and_says_how_since_when_and_who_wrote_it_down(store):
    jan = someone(store)
    say_seen(store, jan.id, Seen.DIED, LAST_WEEK, "His sister rang", NOW)
    left = in_list(store, jan).left
    assert left.words == "Died on 15-Nov-2026"
    assert (left.why, left.by, left.written_at) == ("His sister rang", "Ann Okafor", NOW)
    assert [p.id for p in people.people(store, NOW, "nowak")] == [jan.id]


@pytest.mark.parametrize("seen", [Seen.DIED, Seen.MOVED, Seen.DISCHARGED])
def test_no_visit_begins_with_who_is_not_seen_here_until_that_is_taken_back(store, seen):
    jan = someone(store)
    say_seen(store, jan.id, seen, None, "As the ward says", NOW)
    with pytest.raises(NotSeenHere, match="the day is not known"):
        consultations.start(store, jan.id, NOW, {})
    say_seen(store, jan.id, Seen.HERE, NOW.date(), "Back on the list", NOW)
    assert in_list(store, jan).left is None
    assert consultations.start(store, jan.id, NOW, {})


def test_what_was_written_stays_and_the_newest_holds_though_the_clock_went_back(store):
    jan = someone(store)
    say_seen(store, jan.id, Seen.MOVED, LAST_WEEK, "Letter", NOW)
    say_seen(store, jan.id, Seen.HERE, None, "It was his brother", NOW - timedelta(days=2))
    assert [(one.seen, one.why) for one in written_of(store, jan.id, NOW)] == [
        (Seen.HERE, "It was his brother"),
        (Seen.MOVED, "Letter"),
    ]
    assert in_list(store, jan).left is None
    for change in ("UPDATE person_status SET why = 'x'", "DELETE FROM person_status"):
        with pytest.raises(SealedRecord, match="stays"), store._engine.begin() as connection:
            connection.execute(text(change))


@pytest.mark.parametrize("day", [NOW.date() + timedelta(days=1), date(1980, 1, 1)])
def test_a_day_that_cannot_be_and_a_silent_reason_are_refused(store, day):
    jan = someone(store)
    with pytest.raises(NotWritten):
        say_seen(store, jan.id, Seen.DIED, day, "Sister", NOW)
    with pytest.raises(NotWritten):
        say_seen(store, jan.id, Seen.DIED, None, "  ", NOW)
    assert written_of(store, jan.id, NOW) == ()
