"""Prevention goes by organs, age, season and medicine, and asks nothing that none of these makes matter."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.consultation.answers import Unknown, WhyNot, YesNo
from app.consultation.history import History
from app.consultation.last_done import LastDone
from app.consultation.prevention import SECTION
from app.consultation.prevention.record import (
    Contraception,
    FluReason,
    MouthEarsFeet,
    Organ,
    Pregnancy,
    Prevention,
    WarningSign,
)
from app.consultation.questions import questions, questions_shown
from app.rules.facts import Known, MedicineFact, MedicineList, Missing, Never, Reason
from tests.consultation.a_visit import DECLINED, TODAY, past, reading, told, visit

EVERYTHING = told(tuple(Organ))
SERTRALINE = MedicineFact("sertraline", "Sertraline", frozenset({"antidepressant"}))


def born(age):
    """Somebody of this age on the day of the visit."""
    return date(TODAY.year - age, 1, 15)


def fact(name, history=None, age=41, **said):
    return SECTION.facts(Prevention(**said), visit(history, birth_date=born(age)))[name]


def shown(age=41, taken=(), bmi="25", today=TODAY, **said):
    record = Prevention(**said)
    surroundings = replace(visit(birth_date=born(age)), today=today)
    facts = {
        **SECTION.facts(record, surroundings),
        "medicines": Known(MedicineList(tuple(taken), is_complete=True), TODAY, "list"),
        "bmi": Known(Decimal(bmi), TODAY, "measured"),
    }
    return {name for name, _ in questions_shown(record, replace(surroundings, facts=facts))}


def test_an_ordinary_visit_asks_six_things():
    assert shown() == {"organs", "warning_signs", "flu_reasons", "dentist", "eye_test", "mouth_ears_feet"}


def test_nothing_of_screening_goes_by_a_sex_on_the_record():
    assert {"cervical_screening", "breast_screening", "aaa_scan"}.isdisjoint(shown(age=60))
    assert "cervical_screening" in shown(organs=told((Organ.CERVIX,)))
    assert "cervical_screening" not in shown(organs=told((Organ.WOMB,)))


@pytest.mark.parametrize(
    ("question", "organ", "first", "last"),
    [
        ("cervical_screening", Organ.CERVIX, 25, 64),
        ("breast_screening", Organ.BREASTS, 50, 70),
        ("bowel_screening", None, 50, 74),
        ("aaa_scan", Organ.PROSTATE, 65, 90),
    ],
)
def test_each_screening_is_asked_in_its_years(question, organ, first, last):
    organs = told((organ,) if organ else ())
    assert question in shown(age=first, organs=organs)
    assert question in shown(age=last, organs=organs)
    assert question not in shown(age=first - 1, organs=organs)
    if last < 90:
        assert question not in shown(age=last + 1, organs=organs)


def test_organs_of_the_last_visit_stand_until_they_are_asked_again():
    before = History(last_records={SECTION.key: Prevention(organs=told((Organ.CERVIX,), date(2026, 1, 5)))})
    assert fact("cervix_present", before).value is True
    assert fact("cervix_present", before).on == date(2026, 1, 5)
    assert fact("prostate_present", before).value is False
    assert fact("cervix_present", before, organs=told(())).value is False
    assert fact("cervix_present", before, organs=DECLINED) == Missing(Reason.DECLINED)
    long_ago = History(last_records={SECTION.key: Prevention(organs=told((Organ.CERVIX,), date(2020, 1, 5)))})
    assert fact("cervix_present", long_ago) == Missing(Reason.NOT_ASKED)


def test_from_july_2025_the_result_sets_the_interval_and_before_it_the_service_is_asked():
    after, before = told(LastDone(date(2025, 7, 1))), told(LastDone(date(2025, 6, 30)))
    assert fact("screening_service_says_due", cervical_screening=after).value is False
    assert fact("screening_service_says_due", cervical_screening=before) == Missing(Reason.NOT_ASKED)
    assert "service_says_due" in shown(organs=EVERYTHING, cervical_screening=before)
    assert "service_says_due" not in shown(organs=EVERYTHING, cervical_screening=after)
    long_ago = told(LastDone(date(2021, 11, 21)))
    assert "service_says_due" not in shown(organs=EVERYTHING, cervical_screening=long_ago), "it is due anyway"
    assert "hpv_found" in shown(organs=EVERYTHING, cervical_screening=after)


def test_without_any_test_there_is_no_result():
    never = told(LastDone())
    assert isinstance(fact("last_cervical_screening", cervical_screening=never).value, Never)
    assert fact("hpv_found_last_time", cervical_screening=never).value is False
    assert "hpv_found" not in shown(organs=EVERYTHING, cervical_screening=never)
    assert "screening_not_done" in shown(organs=EVERYTHING, cervical_screening=never)
    assert "screening_not_done" not in shown(organs=EVERYTHING)


def test_a_screening_told_at_an_earlier_visit_keeps_its_day():
    before = past(reading("bowel_screening", "2025-10-01", date(2026, 1, 1)))
    assert fact("last_bowel_screening", before, age=60).value == date(2025, 10, 1)


def test_what_is_done_once_stays_done_and_a_no_is_asked_again():
    def told_before(answer):
        return History(last_records={SECTION.key: Prevention(aaa_scan=told(answer, date(2026, 1, 5)))})

    assert fact("aaa_scan_done", told_before(YesNo.YES), age=70).value is True
    assert fact("aaa_scan_done", told_before(YesNo.NO), age=70) == Missing(Reason.NOT_ASKED)
    assert fact("aaa_scan_done", told_before(YesNo.YES), age=70, aaa_scan=told(YesNo.NO)).value is False


@pytest.mark.parametrize(
    ("month", "is_season"), [(8, False), (9, True), (12, True), (1, True), (3, True), (4, False)]
)
def test_flu_is_asked_in_the_season_only(month, is_season):
    day = date(2026, month, 15)
    assert ("flu_vaccine" in shown(age=70, today=day)) is is_season
    assert ("flu_reasons" in shown(age=41, today=day)) is is_season


def test_flu_is_asked_of_who_may_have_it_free():
    assert "flu_vaccine" not in shown()
    assert "flu_vaccine" not in shown(bmi="39.9")
    assert "flu_vaccine" in shown(bmi="40")
    assert "flu_vaccine" in shown(age=65)
    assert "flu_vaccine" not in shown(age=64)
    assert "flu_vaccine" in shown(flu_reasons=told((FluReason.CARES,)))
    assert "flu_reasons" not in shown(age=65)
    assert fact("flu_vaccine_missing", flu_vaccine=told(YesNo.NO)).value is True
    assert fact("flu_vaccine_missing", flu_vaccine=told(YesNo.YES)).value is False
    assert fact("flu_vaccine_missing") == Missing(Reason.NOT_ASKED)
    summer = replace(visit(), today=date(2026, 6, 1))
    assert SECTION.facts(Prevention(), summer)["flu_vaccine_missing"].value is False


@pytest.mark.parametrize(
    ("age", "shingles"),
    [(64, False), (65, True), (66, False), (69, False), (70, True), (79, True), (80, False)],
)
def test_vaccines_that_are_given_once_go_by_age(age, shingles):
    assert ("shingles_vaccine" in shown(age=age)) is shingles
    assert ("pneumococcal_vaccine" in shown(age=age)) is (age >= 65)


def test_pregnancy_is_asked_only_where_a_womb_and_a_medicine_make_it_matter():
    womb = told((Organ.WOMB,))
    assert "pregnancy" in shown(organs=womb, taken=[SERTRALINE])
    assert "pregnancy" not in shown(organs=womb)
    assert "pregnancy" not in shown(organs=told((Organ.CERVIX,)), taken=[SERTRALINE])
    assert "pregnancy" in shown(age=59, organs=womb, taken=[SERTRALINE])
    assert "pregnancy" not in shown(age=60, organs=womb, taken=[SERTRALINE])
    assert "contraception" in shown(organs=womb, taken=[SERTRALINE], pregnancy=told(Pregnancy.COULD_BE))
    assert "contraception" not in shown(organs=womb, taken=[SERTRALINE], pregnancy=told(Pregnancy.PREGNANT))


@pytest.mark.parametrize(
    ("answer", "is_so"),
    [
        (Pregnancy.PREGNANT, True),
        (Pregnancy.TRYING, True),
        (Pregnancy.COULD_BE, False),
        (Pregnancy.CANNOT_BE, False),
    ],
)
def test_pregnant_or_trying_is_what_was_said(answer, is_so):
    assert fact("pregnant_or_trying", organs=told((Organ.WOMB,)), pregnancy=told(answer)).value is is_so


def test_what_was_said_of_a_pregnancy_counts_at_any_age():
    said = {"age": 60, "organs": told((Organ.WOMB,)), "breast_feeding": told(YesNo.YES)}
    assert fact("pregnant_or_trying", pregnancy=told(Pregnancy.TRYING), **said).value is True
    could_be = {"pregnancy": told(Pregnancy.COULD_BE), "contraception": told(Contraception.NO)}
    assert fact("could_become_pregnant", **could_be, **said).value is True
    assert fact("breast_feeding", **could_be, **said).value is True


def test_without_a_womb_nobody_is_pregnant_and_one_not_asked_is_open():
    assert fact("pregnant_or_trying", organs=told(())).value is False
    assert fact("pregnant_or_trying", age=60, organs=told((Organ.WOMB,))).value is False
    assert fact("pregnant_or_trying", organs=told((Organ.WOMB,))) == Missing(Reason.NOT_ASKED)
    assert fact("pregnant_or_trying") == Missing(Reason.NOT_ASKED)
    declined = Unknown(WhyNot.RATHER_NOT_SAY)
    assert fact("pregnant_or_trying", organs=told((Organ.WOMB,)), pregnancy=declined) == Missing(
        Reason.DECLINED
    )


def test_each_sign_is_one_thing():
    said = {"mouth_ears_feet": told((MouthEarsFeet.TOOTH_PAIN,))}
    assert fact("tooth_pain", **said).value is True
    assert fact("dry_mouth", **said).value is False
    assert fact("sore_on_foot") == Missing(Reason.NOT_ASKED)
    assert fact("cancer_warning_sign", warning_signs=told((WarningSign.LUMP,))).value is True
    assert fact("cancer_warning_sign", warning_signs=told(())).value is False


def test_series_hold_days_and_nothing_that_was_told_alone():
    said = Prevention(
        organs=EVERYTHING,
        dentist=told(LastDone(date(2026, 5, 2))),
        eye_test=told(LastDone()),
        pregnancy=told(Pregnancy.TRYING),
    )
    assert {row.series: row.value for row in SECTION.readings(said, visit())} == {"dentist": "2026-05-02"}


def test_tests_for_viruses_are_asked_of_who_takes_a_medicine_for_the_mind_until_they_were_done():
    assert "virus_tests" not in shown()
    assert "virus_tests" in shown(taken=(SERTRALINE,))
    done = Prevention(virus_tests=told(YesNo.YES))
    assert fact("virus_tests_done", History(last_records={"prevention": done})).value is True
    never = Prevention(virus_tests=told(YesNo.NO))
    assert isinstance(fact("virus_tests_done", History(last_records={"prevention": never})), Missing)


@pytest.mark.parametrize(
    ("organs", "birth", "signs", "reasons"),
    [
        (
            (Organ.PROSTATE,),
            date(1988, 1, 1),
            {WarningSign.AFTER_PERIODS, WarningSign.BLOATED},
            {FluReason.PREGNANT},
        ),
        ((Organ.WOMB,), date(1960, 1, 1), set(), set()),
        (None, date(1960, 1, 1), set(), set()),
    ],
)
def test_what_the_body_or_the_age_rules_out_is_not_offered_and_where_nobody_asked_all_of_it_is(
    organs, birth, signs, reasons
):
    record = Prevention(organs=told(organs)) if organs is not None else Prevention()
    here = visit(birth_date=birth)
    here = replace(here, facts=SECTION.facts(record, here))
    asked = questions(Prevention)
    assert asked["warning_signs"].ruled_out(here) == signs
    assert asked["flu_reasons"].ruled_out(here) == reasons
