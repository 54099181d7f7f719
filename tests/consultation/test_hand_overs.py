"""What is passed on: to somebody by name, taken on or not, and what it blocks at the end of a visit."""

from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from app.consultation.decisions import Choice, Decision
from app.consultation.finishing import loose_ends
from app.consultation.hand_overs import (
    Acknowledgement,
    HandOver,
    Matters,
    Reached,
    ToldRole,
    awaiting_word_of,
    matters_of,
    missing_to_hand_over,
    missing_to_take_on,
)
from app.consultation.history import History
from app.consultation.prompts import assess
from app.consultation.questions_back import QuestionBack
from app.consultation.ringing_999 import Rang999
from app.rules.rulebook import Role
from tests.consultation.a_visit import PERSON, TODAY, draft, visit
from tests.consultation.small_rules import book, rule
from tests.consultation.test_finishing import ALARM, OPENED
from tests.prepared_store import NOW


@pytest.fixture(params=["now", "urgent"])
def level(request):
    return request.param


@pytest.fixture
def rules(tmp_path, level):
    return book(tmp_path / "rules", rule("severe", "bp warning symptom", level, kind="safety"))


def weighed(rules, said):
    return assess(said, PERSON, History(), rules, TODAY)


def ends(rules, said, role=Role.HCA):
    """What is said of prompts at the end, and whether it blocks."""
    found = weighed(rules, said)
    open_ends = loose_ends(said, found, visit(facts=dict(found.facts)), role)
    return [(end.words, end.blocks) for end in open_ends if "Title of" in end.words]


def alarmed():
    return draft(opening=OPENED, physical_checks=ALARM)


def handed_over(rules, visit_said, reached=Reached.PHONE, **details):
    [prompt] = weighed(rules, visit_said).prompts
    whom = {"to_name": "Ann Okafor", "to_role": ToldRole.NURSE} if reached is not Reached.NOBODY else {}
    return visit_said.with_hand_over(
        HandOver(
            id=f"h{len(visit_said.hand_overs)}",
            topic=prompt.topic,
            title=prompt.title,
            level=int(prompt.level),
            reasons=prompt.reasons_seen(),
            reached=reached,
            at=NOW,
            by="Tom Birch",
            **{**whom, **details},
        )
    )


def taken_on(said, at=0):
    acknowledgement = Acknowledgement(
        hand_over=said.hand_overs[at].id, at=NOW, by="Ann Okafor", will_do="Rings the GP"
    )
    return said.with_acknowledgement(acknowledgement)


def decided(rules, said, choice, why=""):
    [prompt] = weighed(rules, said).prompts
    decision = Decision(
        topic=prompt.topic,
        choice=choice,
        level=int(prompt.level),
        reasons=prompt.reasons_seen(),
        decided_on=TODAY,
        why=why,
    )
    return said.with_decision(decision)


def test_what_an_assistant_may_not_settle_alone_must_be_handed_over_and_now_blocks(rules, level):
    assert ends(rules, alarmed()) == [("Not handed over to anybody yet: Title of severe", level == "now")]
    for choice in (Choice.DONE_ALREADY, Choice.DECLINED):
        said = decided(rules, alarmed(), choice, "rang 999")
        expected = ("Not handed over to anybody yet: Title of severe", level == "now")
        assert ends(rules, said) == [expected], "done or declined, a nurse must know of it"


def test_silence_is_said_at_the_end_and_blocks_what_must_be_done_now(rules, level):
    said = handed_over(rules, alarmed())
    waiting = ("Not acknowledged yet by Ann Okafor, nurse: Title of severe", level == "now")
    for role in (Role.HCA, Role.NURSE):
        assert ends(rules, said, role) == [waiting], "a nurse who passed it on waits like anybody"
    found = weighed(rules, said)
    assert [prompt.topic for prompt in found.unacknowledged] == ["pressure"]
    assert found.open_prompts


def test_once_somebody_has_it_nothing_is_left_to_say(rules):
    said = taken_on(handed_over(rules, alarmed()))
    assert ends(rules, said) == ends(rules, said, Role.NURSE) == []
    found = weighed(rules, said)
    assert (found.open_prompts, found.unacknowledged) == ((), ())


def test_what_names_999_is_not_settled_by_telling_somebody(tmp_path, level):
    text = rule("severe", "bp warning symptom", level).replace("Tell the nurse", "Ring 999. Tell the nurse")
    rules = book(tmp_path / "rules", text)
    said = taken_on(handed_over(rules, alarmed()))
    unsaid = [("Not said whether 999 was rung: Title of severe", True)]
    assert ends(rules, said) == (unsaid if level == "now" else [])
    for rang in (Rang999(at=NOW), Rang999(why_not="they are here")):
        assert ends(rules, taken_on(handed_over(rules, alarmed(), rang_999=rang))) == []


def test_what_was_last_said_of_999_counts_in_whichever_hand_over_it_was_said(tmp_path):
    text = rule("severe", "bp warning symptom", "now").replace("Tell the nurse", "Ring 999. Tell the nurse")
    rules = book(tmp_path / "rules", text)
    unsaid = taken_on(handed_over(rules, alarmed()))
    tried = handed_over(rules, unsaid, Reached.NOBODY, said="no answer", rang_999=Rang999(at=NOW))
    assert weighed(rules, unsaid).open_prompts
    assert (ends(rules, tried), weighed(rules, tried).open_prompts) == ([], ())


@pytest.mark.parametrize("noted", [True, False])
def test_that_it_did_not_reach_whom_it_names_is_said_so_at_the_end(rules, level, noted):
    said = handed_over(rules, alarmed())
    said = taken_on(said) if noted else said
    never = Acknowledgement(
        hand_over="h0", at=NOW, by="Ann Okafor", will_do="", by_own_sign_in=True, never_reached=True
    )
    unreached = said.with_acknowledgement(never)
    waiting = ("It did not reach Ann Okafor, nurse: Title of severe", level == "now")
    assert ends(rules, unreached) == ends(rules, unreached, Role.NURSE) == [waiting]
    hers = msgspec.structs.replace(never, never_reached=False, will_do="Rings the GP")
    assert ends(rules, unreached.with_acknowledgement(hers)) == []


def test_a_reason_is_an_override_and_stays_said(rules):
    unreached = handed_over(rules, alarmed(), Reached.NOBODY, said="duty line rang out three times")
    assert ends(rules, unreached) == [("Nobody could be reached: Title of severe", False)]
    reasoned = decided(rules, handed_over(rules, alarmed()), Choice.LATER, "ambulance is here")
    assert ends(rules, reasoned) == [("Not acknowledged yet by Ann Okafor, nurse: Title of severe", False)]


def test_that_nobody_was_reached_settles_nothing_for_whoever_may_settle_it(rules, level):
    unreached = handed_over(rules, alarmed(), Reached.NOBODY, said="no answer")
    said = "Not decided" if level == "now" else "Due today, and not decided"
    assert ends(rules, unreached, Role.NURSE) == [(f"{said}: Title of severe", level == "now")]


def test_a_second_try_leaves_the_first_and_whoever_has_it_has_it(rules):
    said = handed_over(rules, handed_over(rules, alarmed()), to_name="Priya Nair")
    assert [each.to_name for each in said.hand_overs] == ["Ann Okafor", "Priya Nair"]
    assert ends(rules, taken_on(said, at=0)) == []


def test_a_new_reason_needs_telling_again(tmp_path):
    rules = book(
        tmp_path / "rules",
        rule("severe", "bp warning symptom", "now"),
        rule("heavy", "bmi >= 30.0 kg/m2", "now", topic="weight"),
    )
    [prompt] = weighed(rules, alarmed()).prompts
    said = taken_on(handed_over(rules, alarmed()))
    fewer = said.hand_overs[0]
    other_reason = tuple(msgspec.structs.replace(reason, fact="pulse") for reason in fewer.reasons)
    told_of_other = replace(said, hand_overs=(msgspec.structs.replace(fewer, reasons=other_reason),))
    assert prompt.needs_hand_over(Role.HCA)
    assert ends(rules, told_of_other) == [("Not handed over to anybody yet: Title of severe", True)]


def test_a_prompt_that_an_assistant_may_settle_needs_no_hand_over(tmp_path):
    text = rule("severe", "bp warning symptom", "urgent").replace(
        'decides = ["nurse"]', 'decides = ["hca", "nurse"]'
    )
    rules = book(tmp_path / "rules", text)
    assert ends(rules, alarmed()) == [("Due today, and not decided: Title of severe", False)]


def test_a_hand_over_names_who_their_role_and_when_or_says_who_was_tried():
    nothing = {
        "reached": None,
        "name": " ",
        "role": None,
        "at": None,
        "said": "",
        "has_it": None,
        "will_do": "",
    }
    assert missing_to_hand_over(**nothing) == ("how you reached them",)
    by_phone = {**nothing, "reached": Reached.PHONE}
    assert missing_to_hand_over(**by_phone) == (
        *("who it is", "their role", "when", "whether they took it on"),
    )
    whole = {**by_phone, "name": "Ann", "role": ToldRole.NURSE, "at": NOW, "has_it": False}
    assert missing_to_hand_over(**whole) == ()
    assert missing_to_hand_over(**{**whole, "has_it": True}) == ("what they said they will do",)
    assert missing_to_hand_over(**{**whole, "has_it": True, "will_do": "Rings the GP"}) == ()
    assert missing_to_hand_over(**{**nothing, "reached": Reached.NOBODY}) == ("whom you tried, and how",)


def test_it_needs_what_will_be_done_and_when_before_somebody_has_it():
    assert missing_to_take_on(at=None, will_do=" ") == ("what will be done", "when they said so")
    assert missing_to_take_on(at=NOW, will_do="Rings the GP") == ()


def told(key, level, reached=Reached.PHONE):
    return HandOver(
        id=key,
        topic="pressure",
        title="Very high",
        level=level,
        reasons=(),
        reached=reached,
        at=NOW,
        by="Tom",
    )


def has(key):
    return Acknowledgement(hand_over=key, at=NOW, by="Ann", will_do="Rings the GP")


def test_a_matter_is_counted_once_and_somebody_has_it_only_as_grave_as_they_were_told():
    assert matters_of([told("a", 4), told("b", 4)], [has("b")]) == Matters(handed_over=1)
    worse = [told("a", 4), told("b", 5)]
    assert matters_of(worse, [has("a")]) == Matters(handed_over=1, unacknowledged=1)
    assert matters_of(worse, [has("b")]) == Matters(handed_over=1)


def test_only_a_colleague_on_the_team_is_asked_for_their_own_word():
    nurse = msgspec.structs.replace(told("a", 5), to_name="Ann", to_role=ToldRole.NURSE)
    assert awaiting_word_of("Ann Okafor", (nurse,), ()) == (nurse,)
    for role in (ToldRole.GP, ToldRole.CRISIS_TEAM, ToldRole.EMERGENCY):
        of_same_name = msgspec.structs.replace(nurse, to_role=role)
        assert awaiting_word_of("Ann Okafor", (of_same_name,), ()) == (), "another Ann"


def test_that_nobody_was_reached_is_no_hand_over():
    nobody = told("a", 5, Reached.NOBODY)
    assert matters_of([nobody], []) == Matters(unreached=1)
    assert matters_of([nobody, told("b", 5)], []) == Matters(handed_over=1, unacknowledged=1)


def test_a_question_that_came_back_is_said_until_it_is_answered():
    asked = QuestionBack(id="q1", asked="Which arm?", by="Ann Okafor", at=NOW - timedelta(hours=1))
    said = draft(opening=OPENED).with_question(asked)
    assert said.open_questions == (asked,)
    answered = said.with_question(msgspec.structs.replace(asked, answer="The left"))
    assert answered.open_questions == ()
    assert [question.asked for question in answered.questions] == ["Which arm?"]
