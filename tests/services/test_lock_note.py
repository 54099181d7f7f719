"""What a lock hands to the next process on its command line."""

from datetime import time

import pytest

from app.services.idle import LockedBecause
from app.services.lock_note import Kept, LockNote

NOTE = LockNote(time(11, 20), LockedBecause.QUIET, Kept.NOT_ALL_TYPED)


def test_a_note_comes_back_as_it_was_handed_over():
    assert NOTE.as_arguments() == ["11:20", "quiet", "not-all-typed"]
    assert LockNote.read(NOTE.as_arguments()) == NOTE


@pytest.mark.parametrize(
    "arguments",
    [[], ["11:20"], ["25:20", "quiet", "all"], ["11:20", "a fire", "all"], ["11:20", "quiet", "some"]],
)
def test_what_is_no_note_says_nothing(arguments):
    assert LockNote.read(arguments) == LockNote()
    assert LockNote().as_arguments() == []
