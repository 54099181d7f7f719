"""The crisis plan on the paper: both columns, its days, and only as much as the person wants there."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from app.consultation.answers import NOT_ASKED, Unknown, WhyNot
from app.consultation.book import rulebook
from app.consultation.care_plan import CarePlan, CrisisCard
from app.consultation.carers.record import Carer, Carers, Consent, Topic
from app.consultation.crisis_plan import SECTION
from app.consultation.crisis_plan.record import Caller, CrisisPlan, OnPaper, Talk
from app.consultation.finishing import loose_ends
from app.consultation.history import History
from app.consultation.prompts import assess
from app.consultation.questions import questions, questions_shown
from app.consultation.standing import NO_LONGER
from app.reports.care_plan_pdf import care_plan_pdf
from app.reports.crisis_on_paper import LEFT_OUT, PAPERS
from app.reports.front_page import NOT_AGREED
from app.reports.paper_of_visit import Printing, paper_of
from tests.consultation.a_visit import PERSON, TODAY, draft, told, visit
from tests.reports.reading import all_heard, seen

PRINTING = Printing("Kim", True, True, "2026.1", "3f9ac21e", False)
JUNE = date(2026, 6, 2)
ORLA = Caller(id="o", name="Orla", said_on=TODAY, phone="07700 900316", may_do="come round")
HEADING, EMPTY = "When things get worse, in mind and body", "We have not talked about this yet."


def pdf(record=None, history=None, said=None, **records) -> bytes:
    said = said or draft(crisis_plan=record or CrisisPlan(), **records)
    return care_plan_pdf(paper_of(said, PERSON, visit(history), PRINTING))


def heard(*given, **records) -> str:
    return all_heard(pdf(*given, **records))


def plan(**answers) -> CrisisPlan:
    """Said today, with all of it for the paper unless that is said otherwise."""
    return CrisisPlan(**{"on_paper": told(OnPaper.ALL)} | answers)


def stood(**answers) -> History:
    """Left standing from June, with all of it for the paper."""
    return History(
        left_standing={"crisis_plan": CrisisPlan(**{"on_paper": told(OnPaper.ALL, JUNE)} | answers)}
    )


@pytest.mark.parametrize("name", questions(CrisisPlan))
def test_every_answer_is_printed_or_left_out_with_a_reason(name):
    options = questions(CrisisPlan)[name].options
    if options is None:
        assert ("Zanzibar" in heard(plan(**{name: told("Zanzibar")}))) == (name not in LEFT_OUT)
        return
    beside = plan(signs_mind=told("no sleep"))
    for option in options:
        words = heard(msgspec.structs.replace(beside, **{name: told(option)}))
        if name in LEFT_OUT:
            assert questions(CrisisPlan)[name].label not in words
            assert (words == heard(beside)) == (option is not OnPaper.NOTHING)
        else:
            assert PAPERS[option] in words


@pytest.mark.parametrize(
    "record",
    [
        {"hard_times": told(Talk.NOT_TODAY), "wishes": told(Talk.ELSEWHERE), "callers": (ORLA,)},
        {"plan_place": told("the drawer")},
        {"treatment_refused": told("the injection")},
        {},
    ],
)
def test_until_the_person_says_how_much_the_paper_says_only_that_this_is_not_agreed(record):
    history = History(left_standing={"crisis_plan": CrisisPlan(signs_mind=told("no sleep", JUNE))})
    said = draft(crisis_plan=CrisisPlan(**record))
    for before in (history, History()) if record else (history,):
        words = heard(None, before, said)
        assert NOT_AGREED in words
        for telling in ("no sleep", "Orla", "the drawer", "the injection", HEADING, EMPTY):
            assert telling not in words, telling
        assert "999" in words
        assert "on_paper" in [name for name, _ in questions_shown(said.record(SECTION), visit(before))]
        assert "on_paper" in {end.field for end in loose_ends(said, assessed(said), visit(before))}


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (told(Talk.NOT_TODAY), "We left this for another day."),
        (Unknown(WhyNot.RATHER_NOT_SAY), "I would rather not talk about this today."),
        (Unknown(WhyNot.DECLINED), "I would rather not talk about this today."),
        (NOT_ASKED, EMPTY),
    ],
)
def test_what_was_asked_and_put_off_is_not_said_to_be_not_talked_about(answer, words):
    made = heard(None, History(), draft(crisis_plan=CrisisPlan(hard_times=answer)))
    assert words in made
    assert (EMPTY in made) == (words == EMPTY)


def assessed(said):
    return assess(said, PERSON, History(), rulebook(), TODAY)


def test_both_columns_stand_there_when_one_of_them_is_empty():
    for record in (plan(signs_mind=told("no sleep")), plan(signs_body=told("no breath"))):
        words = heard(record)
        assert "For my mind" in words
        assert "For my body" in words
        assert EMPTY in words.partition(HEADING)[2]


def test_nothing_said_is_said_once_on_page_one_beside_the_numbers_to_call():
    words = heard()
    assert words.count(EMPTY) == 1
    assert HEADING not in words
    assert "999" in words


def test_what_stands_from_before_is_printed_as_that_days_and_not_once_it_is_so_no_longer():
    history = stood(signs_mind=told("curtains shut", JUNE))
    assert "curtains shut (I said this on 2 June 2026.)" in " ".join(heard(None, history).split())
    again = heard(plan(signs_mind=told("curtains shut")), history)
    assert "curtains shut" in again
    assert "2 June" not in again
    assert "curtains shut" not in heard(plan(signs_mind=NO_LONGER), history)


def test_whom_i_call_stands_in_order_with_what_they_may_do():
    words = heard(plan(callers=(ORLA, Caller(id="k", name="Kim", said_on=JUNE))))
    assert words.index("1. Orla") < words.index("come round") < words.index("2. Kim")
    assert "(I said this on 2 June 2026.)" in words


def test_wishes_say_that_they_are_no_legal_refusal():
    assert "not a legal refusal" in heard(plan(treatment_refused=told("the injection")))
    assert "not a legal refusal" not in heard(plan(signs_mind=told("no sleep")))


def test_the_person_says_how_much_goes_on_paper_and_nothing_tells_of_the_rest():
    whole = {"signs_mind": told("no sleep"), "pets": told("Biscuit"), "callers": (ORLA,)}
    without_wishes = heard(plan(**whole, on_paper=told(OnPaper.NOT_WISHES)))
    assert "no sleep" in without_wishes
    assert "Biscuit" not in without_wishes
    for words in (
        heard(plan(**whole, on_paper=told(OnPaper.NOTHING))),
        heard(CrisisPlan(**whole), stood(on_paper=told(OnPaper.NOTHING, JUNE))),
    ):
        for telling in ("no sleep", "Biscuit", "Orla", "hen things get worse", EMPTY):
            assert telling not in words, telling
        assert "999" in words


def test_page_one_has_the_crisis_plans_words_and_not_those_of_an_older_card():
    said = draft(crisis_plan=plan(signs_body=told("no breath"), callers=(ORLA,)))
    older = CrisisCard(signs="old signs", what_helps="a walk")
    page = seen(pdf(said=replace(said, plan=CarePlan(crisis=older))))[0]
    page = " ".join(page.replace("\u00a0", " ").split())
    assert "no breath." in page
    assert "old signs" not in page
    assert "a walk" in page, "of what helps the crisis plan says nothing yet"
    assert "Orla, 07700 900316." in page


def page_one(record, history) -> str:
    said = replace(draft(crisis_plan=record), plan=CarePlan(crisis=TYPED))
    page = seen(care_plan_pdf(paper_of(said, PERSON, visit(history), PRINTING)))[0]
    return " ".join(page.replace("\u00a0", " ").split())


TYPED = CrisisCard(signs="old signs", what_helps="a walk")


def test_page_one_says_the_day_of_what_was_not_said_today():
    before = stood(signs_mind=told("curtains shut", JUNE))
    record = plan(signs_body=told("no breath"), callers=(msgspec.structs.replace(ORLA, said_on=JUNE),))
    page = page_one(record, before)
    assert "Said on 2 June 2026: curtains shut. Said on 22 November 2026: no breath." in page
    assert "Orla, 07700 900316 (said on 2 June 2026)." in page
    last = replace(History(), last_plan=CarePlan(crisis=TYPED), last_visit_on=JUNE)
    assert "From my plan of 2 June 2026: old signs" in page_one(CrisisPlan(), last)


def test_page_one_does_not_go_back_to_the_last_plan_for_what_is_so_no_longer():
    last = replace(History(), last_plan=CarePlan(crisis=TYPED), last_visit_on=JUNE)
    for said in (NO_LONGER, Unknown(WhyNot.RATHER_NOT_SAY)):
        page = page_one(CrisisPlan(signs_mind=said), last)
        assert "old signs" not in page
        assert "a walk" in page, "of what helps nothing was said"
    typed_anew = replace(last, last_plan=CarePlan(crisis=CrisisCard(signs="older signs")))
    assert "old signs" in page_one(CrisisPlan(signs_mind=NO_LONGER), typed_anew), "typed today"


def test_only_who_may_know_of_it_is_named_and_nobody_who_may_not():
    rows = tuple(
        Carer(id=name, name=name, consents={Topic.CRISIS: consent})
        for name, consent in (("Yvonne", Consent.YES), ("Desmond", Consent.NO))
    )
    words = heard(plan(signs_mind=told("no sleep")), carers=Carers(rows=rows))
    assert "I said that Yvonne may know this." in words
    assert "Desmond may know" not in words
