"""A decision stands until something got worse or new; a reason that disappears does not reopen it."""

from datetime import date

import pytest

from app.consultation.decisions import Choice, Decision, ReasonSeen, missing_to_decide
from app.rules.rulebook import Level

DAY = date(2026, 11, 22)
HIGH = ReasonSeen("bp", 1, "systolic", band=1)
LOW_NUMBER = ReasonSeen("bp", 1, "diastolic", band=1)
TAKES = ReasonSeen("metabolic", 1, "medicines", "Olanzapine, Clozapine")


def decided(*reasons, level=2):
    return Decision(topic="pressure", choice=Choice.DECLINED, level=level, reasons=reasons, decided_on=DAY)


@pytest.mark.parametrize(
    ("level", "now", "holds"),
    [
        (2, (HIGH, LOW_NUMBER), True),
        (2, (HIGH,), True),
        (2, (), True),
        (1, (HIGH,), True),
        (3, (HIGH,), False),
        (2, (ReasonSeen("bp", 1, "systolic", band=2),), False),
        (2, (ReasonSeen("bp", 1, "systolic", band=0),), True),
        (2, (ReasonSeen("bp", 2, "systolic", band=1),), False),
        (2, (HIGH, ReasonSeen("bp", 1, "age")), False),
        (2, (ReasonSeen("other-rule", 1, "systolic", band=1),), False),
    ],
)
def test_it_lapses_on_a_new_reason_a_worse_band_a_new_version_or_a_higher_level(level, now, holds):
    assert decided(HIGH, LOW_NUMBER).still_holds(level, now) is holds


@pytest.mark.parametrize(
    ("medicines", "holds"),
    [
        ("Olanzapine, Clozapine", True),
        ("Clozapine, Olanzapine", True),
        ("Olanzapine", True),
        ("Olanzapine, Risperidone", False),
        ("not in the confirmed list", False),
    ],
)
def test_a_new_medicine_is_a_new_reason_and_one_less_is_not(medicines, holds):
    now = ReasonSeen("metabolic", 1, "medicines", medicines)
    assert decided(TAKES).still_holds(2, (now,)) is holds


@pytest.mark.parametrize(
    ("choice", "level", "asks_why"),
    [
        (Choice.NOT_RELEVANT, Level.NOTE, True),
        (Choice.DECLINED, Level.SOON, False),
        (Choice.LATER, Level.URGENT, True),
        (Choice.DECLINED, Level.NOW, True),
    ],
)
def test_a_reason_is_asked_for_what_is_not_relevant_and_for_whatever_is_pressing(choice, level, asks_why):
    assert bool(missing_to_decide(choice, level, why="", done_by="", done_on=None)) is asks_why
    assert not missing_to_decide(choice, level, why="She has been seen", done_by="", done_on=None)


def test_done_needs_who_and_the_day_and_no_reason():
    done = Choice.DONE_ALREADY
    assert missing_to_decide(done, Level.NOTE, why="", done_by="Kim", done_on=None)
    assert missing_to_decide(done, Level.NOTE, why="", done_by="", done_on=DAY)
    assert not missing_to_decide(done, Level.NOW, why="", done_by="Kim", done_on=DAY)
