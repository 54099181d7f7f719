"""Wellbeing and safety: nothing is added up, nothing is taken for a no, nothing of before counts today."""

from datetime import date
from decimal import Decimal

import pytest

from app.consultation.answers import Unknown, WhyNot, YesNo
from app.consultation.history import History
from app.consultation.last_done import LastDone
from app.consultation.questions import questions_shown
from app.consultation.wellbeing_and_safety import SECTION
from app.consultation.wellbeing_and_safety.record import (
    CareNeeded,
    DangerSign,
    HomeDanger,
    Mood,
    SelfHarm,
    SleepChange,
    WellbeingAndSafety,
)
from app.rules.facts import Known, Missing, Reason
from tests.consultation.a_visit import past, reading, told, visit

RATHER_NOT = Unknown(WhyNot.RATHER_NOT_SAY)


def fact(name, history=None, **said):
    return SECTION.facts(WellbeingAndSafety(**said), visit(history))[name]


def shown(**said):
    return {name for name, _ in questions_shown(WellbeingAndSafety(**said), visit())}


@pytest.mark.parametrize(
    ("mood", "is_low"),
    [
        (Mood.GOOD, False),
        (Mood.ALL_RIGHT, False),
        (Mood.UP_AND_DOWN, False),
        (Mood.LOW, True),
        (Mood.VERY_LOW, True),
    ],
)
def test_low_is_what_the_person_calls_low(mood, is_low):
    assert fact("low_mood", mood=told(mood)).value is is_low


def test_a_mood_that_is_not_low_is_no_new_low_mood_and_one_not_asked_is_open():
    assert fact("low_mood_new_or_worse", mood=told(Mood.GOOD)).value is False
    assert fact("low_mood_new_or_worse", mood=told(Mood.LOW)) == Missing(Reason.NOT_ASKED)
    assert fact("low_mood_new_or_worse") == Missing(Reason.NOT_ASKED)
    assert fact("low_mood_new_or_worse", mood=RATHER_NOT) == Missing(Reason.DECLINED)


def test_blood_tests_told_at_an_earlier_visit_keep_their_day():
    before = past(reading("mood_blood_tests", "2026-10-01", date(2026, 11, 1)))
    assert fact("last_mood_blood_tests", before).value == date(2026, 10, 1)
    assert fact(
        "last_mood_blood_tests", before, mood_blood_tests=told(LastDone(date(2026, 11, 20)))
    ).value == (date(2026, 11, 20))


@pytest.mark.parametrize(
    ("change", "changed", "early"),
    [
        (SleepChange.SAME, False, False),
        (SleepChange.LESS, True, False),
        (SleepChange.LESS_NOT_TIRED, True, False),
        (SleepChange.EARLY, False, True),
        (SleepChange.MORE, True, False),
    ],
)
def test_each_change_of_sleep_is_one_thing(change, changed, early):
    assert fact("sleep_changed", sleep_change=told(change)).value is changed
    assert fact("waking_early", sleep_change=told(change)).value is early


def test_hours_of_sleep_are_of_this_visit_only():
    before = past(reading("sleep_hours", "3", date(2026, 11, 1)))
    assert fact("sleep_hours", before) == Missing(Reason.NOT_ASKED)
    assert fact("sleep_hours", before, sleep_hours=told(Decimal("6.5"))).value == Decimal("6.5")


def test_an_earlier_no_about_wanting_to_die_settles_nothing_today():
    before = History(last_records={SECTION.key: WellbeingAndSafety(not_wanting_to_live=told(YesNo.NO))})
    assert fact("thoughts_of_ending_life", before) == Missing(Reason.NOT_ASKED)


def test_without_thoughts_there_is_no_danger_sign_and_with_them_one_not_asked_stays_open():
    no, yes = told(YesNo.NO), told(YesNo.YES)
    assert fact("suicide_danger_sign", not_wanting_to_live=no).value is False
    assert fact("suicide_danger_sign", not_wanting_to_live=yes) == Missing(Reason.NOT_ASKED)
    assert fact("suicide_danger_sign", not_wanting_to_live=RATHER_NOT) == Missing(Reason.DECLINED)
    assert fact("suicide_danger_sign", not_wanting_to_live=yes, danger_signs=told(())).value is False
    for sign in DangerSign:
        assert fact("suicide_danger_sign", not_wanting_to_live=yes, danger_signs=told((sign,))).value is True
    assert fact("two_weeks_of_medicines_at_home", not_wanting_to_live=no, stock_at_home=yes).value is False
    assert fact("two_weeks_of_medicines_at_home", not_wanting_to_live=yes, stock_at_home=yes).value is True


def test_harm_longer_ago_is_not_lately_and_what_needs_care_is_asked_of_what_is():
    assert fact("self_harm_lately", self_harm=told(SelfHarm.EARLIER)).value is False
    assert fact("self_harm_needs_care_now", self_harm=told(SelfHarm.EARLIER)).value is False
    recent = told(SelfHarm.RECENT)
    assert fact("self_harm_needs_care_now", self_harm=recent) == Missing(Reason.NOT_ASKED)
    for care in CareNeeded:
        assert fact("self_harm_needs_care_now", self_harm=recent, care_needed=told((care,))).value is True


def test_an_ordinary_visit_is_asked_six_things_and_staff_one():
    of_the_person = {"mood", "sleep_hours", "sleep_change", "eats_little", "not_wanting_to_live", "self_harm"}
    assert shown() == of_the_person | {"home_dangers"}


def test_what_hangs_on_an_answer_is_asked_only_then():
    assert {"mood_is_new_or_worse", "hopeless"} <= shown(mood=told(Mood.LOW))
    worse = {"mood": told(Mood.LOW), "mood_is_new_or_worse": told(YesNo.YES)}
    assert "mood_blood_tests" in shown(**worse)
    assert "mood_blood_tests" not in shown(**worse | {"mood": told(Mood.GOOD)})
    thoughts = shown(not_wanting_to_live=told(YesNo.YES))
    assert {"danger_signs", "stock_at_home", "keeps_safe"} <= thoughts
    assert "keeps_safe" in shown(hopeless=told(YesNo.YES))
    assert {"care_needed", "keeps_safe"} <= shown(self_harm=told(SelfHarm.RECENT))
    assert "care_needed" not in shown(self_harm=told(SelfHarm.EARLIER))
    assert "keeps_safe" in shown(self_harm=told(SelfHarm.EARLIER))
    assert "home_danger_words" in shown(home_dangers=told((HomeDanger.DOG,)))
    assert "home_danger_words" not in shown(home_dangers=told(()))


def test_what_staff_note_for_one_another_is_not_counted():
    blank = SECTION.progress(WellbeingAndSafety(), visit())
    noted = SECTION.progress(WellbeingAndSafety(home_dangers=told((HomeDanger.DOG,))), visit())
    assert (blank.answered, blank.asked) == (noted.answered, noted.asked) == (0, 6)


def test_series_hold_mood_and_sleep_and_nothing_that_was_told_alone():
    said = WellbeingAndSafety(
        mood=told(Mood.LOW),
        sleep_hours=told(Decimal("6.5")),
        hopeless=told(YesNo.YES),
        not_wanting_to_live=told(YesNo.YES),
        self_harm=told(SelfHarm.RECENT),
        home_dangers=told((HomeDanger.DOG,)),
    )
    kept = {row.series: row.value for row in SECTION.readings(said, visit())}
    assert kept == {"mood": "Low", "sleep_hours": "6.5"}


def test_every_known_fact_names_who_said_it_and_when():
    for found in SECTION.facts(WellbeingAndSafety(mood=told(Mood.LOW)), visit()).values():
        assert isinstance(found, Missing) or (isinstance(found, Known) and found.source)
