"""Prevention, home and work on the paper: short, plain, and nothing that could be read against the person."""

from datetime import UTC, date, datetime

from app.consultation.agenda import SECTIONS
from app.consultation.answers import How, Known, YesNo
from app.consultation.decisions import Choice, Decision
from app.consultation.draft import Draft
from app.consultation.home_and_work.record import (
    FireRisk,
    HomeAndWork,
    HomeTrouble,
    Household,
    MoneyTrouble,
    PhoneTrouble,
    ToldDvla,
    WorkWish,
)
from app.consultation.last_done import LastDone
from app.consultation.prevention.record import Organ, Pregnancy, Prevention, WarningSign
from app.consultation.questions import Kind, questions
from app.consultation.wellbeing_and_safety.record import HomeDanger, Mood, WellbeingAndSafety
from app.reports.care_plan_pdf import care_plan_pdf
from app.reports.living_on_paper import at_home_and_work, staying_well
from app.reports.paper_of_visit import Printing, paper_of
from tests.consultation.a_visit import PERSON, visit
from tests.reports.reading import all_heard

DRAFT = Printing("Kim", True, True, "2026.1", "3f9ac21e", False)


def told(value):
    return Known(value, How.SELF_REPORTED, date(2026, 11, 22))


def said(**records):
    draft = Draft("d", "p", datetime(2026, 11, 22, 10, tzinfo=UTC))
    for section, record in records.items():
        draft = draft.with_record(section, record)
    return draft


def heard(draft):
    return all_heard(care_plan_pdf(paper_of(draft, PERSON, visit(), DRAFT)))


def test_what_was_last_done_stands_in_plain_words():
    record = Prevention(
        dentist=told(LastDone(date(2025, 5, 2))), eye_test=told(LastDone()), flu_vaccine=told(YesNo.NO)
    )
    lines = ("Dentist: last seen 2 May 2025.", "Eyes: not tested yet.", "Flu vaccine: not yet.")
    assert staying_well(said(prevention=record)) == lines
    assert "Staying well" in heard(said(prevention=record))


def test_home_and_work_says_what_somebody_should_know():
    record = HomeAndWork(
        home=told((HomeTrouble.DAMP, HomeTrouble.UNSAFE)),
        work=told(WorkWish.WANTS_WORK),
        told_dvla=told(ToldDvla.YES),
        phone=told((PhoneTrouble.CALLS,)),
    )
    assert at_home_and_work(said(home_and_work=record)) == (
        "My home is damp.",
        "I would like to work.",
        "I have told DVLA about my illness.",
        "Calls are hard for me.",
    )
    assert "My home and work" in heard(said(home_and_work=record))


def test_dvla_is_not_said_to_wait_where_it_need_not_be_told():
    need_not = said(home_and_work=HomeAndWork(told_dvla=told(ToldDvla.NOT_NEEDED)))
    waits = said(home_and_work=HomeAndWork(told_dvla=told(ToldDvla.NO)))
    not_relevant = Decision(
        topic="driving", choice=Choice.NOT_RELEVANT, level=3, reasons=(), decided_on=date(2026, 11, 22)
    )
    assert at_home_and_work(waits) == ("I have not told DVLA yet.",)
    assert at_home_and_work(need_not) == at_home_and_work(waits.with_decision(not_relevant)) == ()


def test_nothing_said_is_no_heading():
    words = heard(said())
    assert "Staying well" not in words
    assert "My home and work" not in words


def test_what_could_be_read_against_the_person_is_on_no_paper():
    words = heard(
        said(
            wellbeing_and_safety=WellbeingAndSafety(
                mood=told(Mood.VERY_LOW),
                not_wanting_to_live=told(YesNo.YES),
                keeps_safe=told("my sister Orla"),
                home_dangers=told((HomeDanger.WEAPONS,)),
                home_danger_words=told("brother with a knife"),
            ),
            prevention=Prevention(
                organs=told((Organ.CERVIX,)),
                warning_signs=told((WarningSign.LUMP,)),
                cervical_screening=told(LastDone(date(2020, 1, 1))),
                pregnancy=told(Pregnancy.TRYING),
            ),
            home_and_work=HomeAndWork(
                household=told((Household.NOBODY,)),
                home=told((HomeTrouble.UNSAFE, HomeTrouble.EVICTION, HomeTrouble.FULL)),
                money=told((MoneyTrouble.DEBT,)),
                fire_risks=told((FireRisk.BED,)),
            ),
        )
    )
    for telling in (
        "low",
        "orla",
        "weapon",
        "knife",
        "cervi",
        "lump",
        "pregnan",
        "trying",
        "debt",
        "not safe",
    ):
        assert telling not in words.lower().replace("below", "").replace("allow", ""), telling


def test_no_private_answer_and_no_note_for_staff_reaches_the_paper_of_any_section():
    """Each such question is answered with words that stand nowhere else."""
    for section in SECTIONS:
        for name, question in questions(section.record).items():
            if (question.is_private or question.is_for_staff_alone) and question.kind is Kind.WORDS:
                record = section.record(**{name: told("Zanzibar")})
                assert "Zanzibar" not in heard(said(**{section.key: record})), name
