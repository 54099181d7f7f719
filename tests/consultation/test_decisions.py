"""A decision stands until something got worse or new; a reason that disappears does not reopen it."""

from datetime import date

import pytest

from app.consultation.decisions import NEEDS_A_REASON, Choice, Decision, ReasonSeen

HIGH = ReasonSeen("bp", 1, "systolic", band=1)
LOW_NUMBER = ReasonSeen("bp", 1, "diastolic", band=1)
TAKES = ReasonSeen("metabolic", 1, "medicines", "Olanzapine, Clozapine")


def decided(*reasons, level=2):
    return Decision(
        topic="pressure", choice=Choice.DECLINED, level=level, reasons=reasons, decided_on=date(2026, 11, 22)
    )


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


def test_done_already_and_not_relevant_say_why():
    assert {Choice.DONE_ALREADY, Choice.NOT_RELEVANT} == NEEDS_A_REASON
