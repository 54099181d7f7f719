"""The crisis plan: what stands from before, what is asked when, and what the rules may know of it."""

from datetime import date

import pytest

from app.consultation import crisis_plan
from app.consultation.answers import NOT_ASKED, Unknown, WhyNot
from app.consultation.beginning import records_at_start
from app.consultation.book import rulebook
from app.consultation.crisis_plan.facts import facts, progress
from app.consultation.crisis_plan.record import (
    STANDS,
    AdvancePaper,
    AnyCaller,
    Caller,
    CrisisPlan,
    Talk,
)
from app.consultation.crisis_plan.when import EACH_VISIT
from app.consultation.history import History
from app.consultation.prompts import assess
from app.consultation.questions import questions_shown
from app.consultation.standing import NO_LONGER, as_it_stands, left_standing
from app.rules.facts import Known as KnownFact
from app.rules.facts import Missing, Reason
from tests.consultation.a_visit import TODAY, draft, told, visit

JUNE, AUGUST = date(2026, 6, 2), date(2026, 8, 2)
ORLA = Caller(id="o", name="Orla", said_on=JUNE)


def before(**answers) -> History:
    return History(left_standing={"crisis_plan": CrisisPlan(**answers)}, last_visit_on=AUGUST)


def asked(record, history=None) -> list[str]:
    return [name for name, _ in questions_shown(record, visit(history))]


def test_an_ordinary_visit_is_asked_three_things_and_each_may_be_left_for_another_day():
    assert asked(CrisisPlan()) == ["hard_times", "any_caller", "wishes"]
    put_off = CrisisPlan(
        hard_times=told(Talk.NOT_TODAY), any_caller=told(AnyCaller.NOBODY), wishes=told(Talk.NOT_TODAY)
    )
    assert asked(put_off) == ["hard_times", "any_caller", "wishes"]
    assert progress(put_off, visit()).is_complete


def test_going_through_it_today_opens_mind_and_body_alike():
    shown = asked(CrisisPlan(hard_times=told(Talk.TODAY)))
    for topic in ("signs", "i_do", "others_do", "worse"):
        assert {f"{topic}_mind", f"{topic}_body"} <= set(shown)
    assert "treatment_refused" not in shown


def test_what_stands_is_asked_again_and_not_when_it_is_left_for_another_day():
    history = before(signs_body=told("no breath", JUNE))
    assert "signs_body" in asked(CrisisPlan(), history)
    assert "signs_mind" not in asked(CrisisPlan(), history)
    assert "signs_body" not in asked(CrisisPlan(hard_times=told(Talk.NOT_TODAY)), history)


def test_an_answer_stands_until_another_takes_its_place_and_not_once_it_is_so_no_longer():
    june, august = told("curtains shut", JUNE), told("no sleep", AUGUST)
    assert as_it_stands(NOT_ASKED, june) == june
    assert as_it_stands(Unknown(WhyNot.RATHER_NOT_SAY), june) == june, "passed over, not taken back"
    assert as_it_stands(august, june) == august
    assert as_it_stands(NO_LONGER, june) == NO_LONGER
    passed_over = CrisisPlan(signs_mind=Unknown(WhyNot.RATHER_NOT_SAY))
    newest_first = (CrisisPlan(), passed_over, CrisisPlan(signs_mind=august), CrisisPlan(signs_mind=june))
    assert left_standing(STANDS, newest_first) == {"signs_mind": august}
    assert left_standing(STANDS, (CrisisPlan(signs_mind=NO_LONGER), CrisisPlan(signs_mind=june))) == {}


def test_whether_it_is_gone_through_is_asked_anew_at_each_visit():
    assert not set(EACH_VISIT) & set(STANDS)
    assert crisis_plan.SECTION.stands == STANDS


def test_a_visit_begins_with_who_is_called_and_nothing_else():
    last = CrisisPlan(signs_mind=told("no sleep", JUNE), callers=(ORLA,), hard_times=told(Talk.TODAY, JUNE))
    assert records_at_start(History(last_records={"crisis_plan": last})) == {
        "crisis_plan": CrisisPlan(callers=(ORLA,))
    }


def test_somebody_of_last_time_counts_as_said_today_only_when_that_was_said():
    earlier = progress(CrisisPlan(callers=(ORLA,)), visit())
    assert (earlier.answered, earlier.asked) == (0, 4), "and how much of it goes on paper"
    today = Caller(id="o", name="Orla", said_on=TODAY)
    assert progress(CrisisPlan(callers=(today,)), visit()).answered == 1


@pytest.mark.parametrize(("who", "by", "order"), [("b", -1, "bac"), ("a", -1, "abc"), ("c", 1, "abc")])
def test_who_is_called_first_can_be_changed_and_never_runs_off_the_list(who, by, order):
    rows = tuple(Caller(id=name, name=name, said_on=TODAY) for name in "abc")
    assert "".join(row.id for row in CrisisPlan(callers=rows).moved(who, by).callers) == order


def found(record, history=None):
    return facts(record, visit(history))


def test_neither_nothing_asked_nor_not_today_is_an_absence():
    assert all(isinstance(fact, Missing) for fact in found(CrisisPlan()).values())
    said = CrisisPlan(hard_times=told(Talk.NOT_TODAY), wishes=told(Talk.ELSEWHERE))
    assert found(said)["has_crisis_plan"] == Missing(Reason.NOT_ASKED, "left for another day")
    assert found(CrisisPlan(hard_times=told(Talk.TODAY)))["has_crisis_plan"].value is False
    assert found(said)["has_advance_wishes"].value is True
    declined = CrisisPlan(hard_times=Unknown(WhyNot.RATHER_NOT_SAY))
    assert found(declined)["has_crisis_plan"].reason is Reason.DECLINED


def test_a_plan_that_stands_from_before_counts_as_of_its_day():
    stood = before(signs_body=told("no breath", JUNE), i_do_body=told("sit down", JUNE))
    fact = found(CrisisPlan(hard_times=told(Talk.NOT_TODAY)), stood)
    assert fact["has_crisis_plan"] == KnownFact(True, JUNE, "visit of 02-Jun-2026")


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ({"worse_mind": told("noise")}, False),
        ({"signs_mind": told("no sleep")}, False),
        ({"i_do_mind": told("a walk")}, False),
        ({"signs_mind": told("no sleep"), "others_do_body": told("ring me")}, True),
        ({"signs_body": told("no breath"), "callers": (ORLA,)}, True),
    ],
)
def test_a_plan_is_a_sign_and_what_helps_or_whom_to_call_and_one_word_is_none(said, is_one):
    fact = found(CrisisPlan(hard_times=told(Talk.TODAY), **said))["has_crisis_plan"]
    assert fact.value is is_one
    if not is_one:
        assert isinstance(found(CrisisPlan(**said))["has_crisis_plan"], Missing), "it may be kept elsewhere"


@pytest.mark.parametrize(("day", "is_due"), [(date(2025, 11, 22), False), (date(2025, 11, 21), True)])
def test_what_was_last_said_more_than_a_year_ago_is_due_again(day, is_due):
    old = {"signs_mind": "x", "i_do_mind": "y", "pets": "z"}
    stood = before(**{name: told(words, day) for name, words in old.items()})
    caller = Caller(id="o", name="Orla", said_on=day)
    for fact in found(CrisisPlan(callers=(caller,)), stood).values():
        assert (getattr(fact, "reason", None) is Reason.TOO_OLD) == is_due
    again = CrisisPlan(signs_mind=told("x"), callers=(caller,))
    assert found(again, stood)["has_crisis_plan"].value is True


def test_that_there_is_no_paper_is_no_wish_and_what_was_told_alone_shows_in_no_fact():
    none = CrisisPlan(wishes=told(Talk.TODAY), document=told(AdvancePaper.NONE))
    alone = CrisisPlan(wishes=told(Talk.TODAY), not_to_be_told=told("my uncle"), told_alone=told("x"))
    for record in (none, alone):
        assert found(record)["has_advance_wishes"].value is False
        assert isinstance(found(record)["has_crisis_plan"], Missing)


def test_from_raw_answers_a_missing_plan_is_offered_and_a_whole_one_is_not(real_rules):
    lacking = CrisisPlan(any_caller=told(AnyCaller.NOBODY))
    whole = CrisisPlan(signs_mind=told("x"), treatment_wanted=told("y"), callers=(ORLA,))
    assert "crisis-plan" in topics_of(lacking, real_rules)
    assert "crisis-plan" not in topics_of(whole, real_rules)


def topics_of(record, rules) -> set[str]:
    return {
        p.topic for p in assess(draft(crisis_plan=record), visit().person, History(), rules, TODAY).prompts
    }


@pytest.fixture
def real_rules():
    return rulebook()
