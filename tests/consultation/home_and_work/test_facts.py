"""Home and work: asked when they matter, and nothing is taken for a no that nobody said."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.consultation.answers import YesNo
from app.consultation.home_and_work import SECTION
from app.consultation.home_and_work.record import (
    ColdSign,
    FallRisk,
    FallSign,
    FireRisk,
    HomeAndWork,
    HomeTrouble,
    MoneyTrouble,
    PhoneTrouble,
    ToldDvla,
    WorkWish,
)
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.prompts import gather
from app.consultation.questions import questions_shown
from app.rules.facts import Known, Missing, Reason
from tests.consultation.a_visit import DECLINED, TODAY, draft, told, visit

NOT_ASKED = Missing(Reason.NOT_ASKED)


def born(age):
    return date(TODAY.year - age, 1, 15)


def fact(name, age=41, **said):
    return SECTION.facts(HomeAndWork(**said), visit(birth_date=born(age)))[name]


def shown(age=41, smokes=None, **said):
    facts = {"smokes_tobacco": Known(smokes, TODAY, "told")} if smokes is not None else {}
    surroundings = replace(visit(birth_date=born(age)), facts=facts)
    return {name for name, _ in questions_shown(HomeAndWork(**said), surroundings)}


def asked_of_the_body(**said):
    """What physical checks ask of somebody of whom home and work say this."""
    facts = gather(draft(home_and_work=HomeAndWork(**said)), visit())
    return {name for name, _ in questions_shown(PhysicalChecks(), replace(visit(), facts=facts))}


def test_an_ordinary_visit_asks_six_things():
    assert shown() == {"household", "home", "money", "work", "drives", "phone"}


def test_what_hangs_on_an_answer_is_asked_only_then():
    assert "eviction_soon" in shown(home=told((HomeTrouble.EVICTION,)))
    assert "eviction_soon" not in shown(home=told((HomeTrouble.DAMP,)))
    assert "cold_signs" in shown(home=told((HomeTrouble.DAMP,)))
    assert "cold_signs" not in shown(home=told(()))
    cold = {"home": told((HomeTrouble.NO_HEATING,)), "cold_signs": told((ColdSign.TOUCH,))}
    assert "temperature" in asked_of_the_body(**cold)
    assert "temperature" not in asked_of_the_body(**cold | {"cold_signs": told((ColdSign.NEGLECT,))})
    assert "temperature" not in shown(**cold), "one question, in one place"
    assert {"told_dvla", "drives_while_unwell"} <= shown(drives=told(YesNo.YES))
    assert "told_dvla" not in shown(drives=told(YesNo.NO))
    assert {"fire_risks", "smoke_alarm"} <= shown(smokes=True)
    assert "fire_risks" not in shown(smokes=False)


@pytest.mark.parametrize(
    ("age", "falls", "work"),
    [(49, False, True), (50, True, True), (65, True, True), (66, True, False)],
)
def test_falls_and_work_go_by_age(age, falls, work):
    assert ("falls" in shown(age=age)) is falls
    assert ("work" in shown(age=age)) is work


def test_risk_factors_are_asked_from_50_to_64_after_a_fall():
    one, none = told(Decimal(1)), told(Decimal(0))
    assert {"fall_signs", "fall_risks"} <= shown(age=64, falls=one)
    assert "fall_risks" not in shown(age=65, falls=one)
    assert "fall_signs" not in shown(age=70, falls=none)


def test_whether_falls_matter_goes_by_age_and_before_65_by_a_risk_factor():
    one = told(Decimal(1))
    assert fact("falls_matter", age=65).value is True
    assert fact("falls_matter", age=49).value is False
    assert fact("falls_matter", age=60, falls=one) == NOT_ASKED
    assert fact("falls_matter", age=60, falls=one, fall_risks=told((FallRisk.STIFF,))).value is True
    assert fact("falls_matter", age=60, falls=one, fall_risks=told(())).value is False
    assert fact("falls_matter", age=60, falls=told(Decimal(0))).value is False
    assert fact("falls_matter", age=60) == NOT_ASKED


def test_without_a_fall_nothing_came_of_one():
    none, one = told(Decimal(0)), told(Decimal(1))
    assert fact("hurt_or_frail_with_a_fall", age=70, falls=none).value is False
    assert fact("head_hit_in_a_fall", age=70, falls=none).value is False
    assert fact("head_hit_in_a_fall", age=70, falls=one) == NOT_ASKED
    assert fact("head_hit_in_a_fall", age=70, falls=one, fall_signs=told((FallSign.HEAD,))).value is True
    assert (
        fact("hurt_or_frail_with_a_fall", age=70, falls=one, fall_signs=told((FallSign.FRAIL,))).value is True
    )
    assert fact("falls", age=70, falls=DECLINED) == Missing(Reason.DECLINED)


@pytest.mark.parametrize("trouble", HomeTrouble)
def test_any_trouble_with_the_home_counts(trouble):
    home = told((trouble,))
    assert fact("trouble_at_home", home=home).value is True
    assert fact("home_unsafe", home=home).value is (trouble is HomeTrouble.UNSAFE)
    assert fact("heating_missing", home=home).value is (trouble is HomeTrouble.NO_HEATING)
    assert fact("home_too_full", home=home).value is (trouble is HomeTrouble.FULL)


def test_a_home_that_may_be_lost_leaves_open_whether_it_is_soon():
    lost = told((HomeTrouble.EVICTION,))
    assert fact("home_lost_within_two_weeks", home=lost) == NOT_ASKED
    assert fact("home_lost_within_two_weeks", home=lost, eviction_soon=told(YesNo.YES)).value is True
    assert fact("home_lost_within_two_weeks", home=told(())).value is False
    assert fact("home_lost_within_two_weeks") == NOT_ASKED


def test_each_of_the_others_is_what_was_said():
    assert fact("cold_to_touch", cold_signs=told((ColdSign.TOUCH,))).value is True
    assert fact("cannot_keep_up_with_care", cold_signs=told((ColdSign.TOUCH,))).value is False
    assert fact("money_trouble", money=told((MoneyTrouble.FOOD,))).value is True
    assert fact("money_trouble", money=told(())).value is False
    assert fact("wants_work_or_study", work=told(WorkWish.WANTS_STUDY)).value is True
    assert fact("wants_work_or_study", work=told(WorkWish.HAS_WORK)).value is False
    assert fact("phone_or_web_trouble", phone=told((PhoneTrouble.NO_PHONE,))).value is True
    assert fact("smokes_indoors", fire_risks=told((FireRisk.BED,))).value is True
    assert fact("oxygen_at_home", fire_risks=told((FireRisk.BED,))).value is False
    assert fact("told_dvla", told_dvla=told(ToldDvla.NO)).value is False
    assert fact("told_dvla", told_dvla=told(ToldDvla.NOT_NEEDED)).value is True, "nothing waits to be told"
    assert fact("smoke_alarm_works") == NOT_ASKED
