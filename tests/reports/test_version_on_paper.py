"""What a corrected plan says of itself."""

from dataclasses import replace
from datetime import UTC, date, datetime

from app.consultation.correction import Correction, WhatWasWrong
from app.consultation.draft import Draft
from app.reports.paper_of_visit import plan_number
from app.reports.version_on_paper import replaced_plan, version_note

DAY, SIGNED = date(2026, 11, 22), date(2026, 12, 1)
FIRST = Draft("d", "p", datetime(2026, 11, 22, 10, tzinfo=UTC))


def corrected(kind=WhatWasWrong.ENTERED_WRONGLY, reason="The scales stood on a carpet."):
    correction = Correction(
        kind=kind,
        reason=reason,
        version=2,
        first_id=FIRST.id,
        last_day=DAY,
        signed_first_by="Kim",
    )
    return replace(FIRST, id="d2", correction=correction)


def test_a_first_version_says_nothing_of_versions_until_it_was_corrected():
    assert version_note(FIRST, DAY, None) == ""
    assert version_note(FIRST, DAY, SIGNED) == (
        "This version was corrected on 1 December 2026: it does not count any more."
    )


def test_a_correction_says_which_version_when_why_and_what_it_replaces():
    assert version_note(corrected(), SIGNED, None) == (
        "Version 2, corrected on 1 December 2026: The scales stood on a carpet. It replaces the plan of 22 "
        "November 2026."
    )
    assert replaced_plan(corrected(), date(2026, 5, 14)) == "22 November 2026, version 1"
    assert plan_number(corrected()) == plan_number(FIRST), "a plan keeps its number"


def test_a_correction_that_is_not_signed_does_not_say_that_it_was_corrected():
    said = version_note(corrected(), None, None)
    assert "not signed yet" in said
    assert "Signed, it replaces" in said


def test_a_mix_up_of_people_says_nothing_that_could_name_the_other_person():
    said = version_note(corrected(WhatWasWrong.ANOTHER_PERSON, "This was Jo Li's visit"), SIGNED, None)
    assert "Li" not in said
    assert "belonged to another person" in said
