"""A prompt taken up becomes an action with one owner and a day."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from app.consultation.book import rulebook
from app.consultation.care_plan import Owner
from app.consultation.dialog.record import AreaAnswer, Dialog
from app.consultation.hand_overs import Acknowledgement, HandOver, OnPaper, Reached, ToldRole
from app.consultation.history import History
from app.consultation.physical_checks.record import PhysicalChecks, Smoking
from app.consultation.prompts import assess
from app.consultation.taking_up import (
    actions_from,
    due_day,
    latest_day,
    owner_of,
    promises_of,
    with_promise_of,
)
from app.rules.rulebook import PlanLine, Role
from tests.consultation.a_visit import NOW, PERSON, TODAY, draft, known, told
from tests.consultation.small_rules import book, rule


@pytest.mark.parametrize(
    ("within", "today", "latest"),
    [
        ("today", date(2026, 11, 22), date(2026, 11, 22)),
        ("next working day", date(2026, 11, 19), date(2026, 11, 20)),
        ("next working day", date(2026, 12, 24), date(2026, 12, 29)),
        ("next working day", date(2026, 11, 20), date(2026, 11, 23)),
        ("next working day", date(2026, 11, 21), date(2026, 11, 23)),
        ("next working day", date(2026, 11, 22), date(2026, 11, 23)),
        ("1 day", date(2026, 11, 22), date(2026, 11, 23)),
        ("3 days", date(2026, 12, 30), date(2027, 1, 2)),
        ("1 week", date(2026, 11, 22), date(2026, 11, 29)),
        ("6 weeks", date(2026, 11, 22), date(2027, 1, 3)),
        ("1 month", date(2026, 1, 31), date(2026, 2, 28)),
        ("1 month", date(2028, 1, 31), date(2028, 2, 29)),
        ("3 months", date(2026, 11, 30), date(2027, 2, 28)),
        ("12 months", date(2028, 2, 29), date(2029, 2, 28)),
        ("next review", date(2026, 11, 22), None),
    ],
)
def test_the_latest_day_follows_the_calendar(within, today, latest):
    assert latest_day(within, today) == latest


@pytest.mark.parametrize(
    ("word", "role", "owner"),
    [
        ("person", Role.NURSE, (Owner.PERSON, "")),
        ("carer", Role.NURSE, (Owner.CARER, "")),
        ("nurse", Role.NURSE, (Owner.WORKER, "Ann Okafor")),
        ("nurse", Role.PRESCRIBER, (Owner.WORKER, "Ann Okafor")),
        ("hca", Role.NURSE, (Owner.WORKER, "Ann Okafor")),
        ("hca", Role.HCA, (Owner.WORKER, "Ann Okafor")),
        ("nurse", Role.HCA, (Owner.ASK, "the nurse")),
        ("gp", Role.NURSE, (Owner.ASK, "the GP")),
        ("prescriber", Role.NURSE, (Owner.ASK, "the prescriber")),
        ("team lead", Role.NURSE, (Owner.ASK, "the team lead")),
        ("other", Role.NURSE, (Owner.ASK, "")),
    ],
)
def test_whoever_is_not_in_the_room_is_asked_and_never_tasked(word, role, owner):
    assert owner_of(word, "Ann Okafor", role) == owner


def taken_up(folder, *rules, role=Role.NURSE):
    said = draft(physical_checks=PhysicalChecks(weight=known(Decimal(90)), height=known(Decimal(170))))
    [prompt] = assess(said, PERSON, History(), book(folder, *rules), TODAY).prompts
    ids = iter(("a1", "a2", "a3"))
    return actions_from(prompt, lambda: next(ids), TODAY, "Ann Okafor", role)


def heavy(key="heavy", level="routine", owner="gp", within="4 weeks"):
    return rule(key, "bmi >= 30.0 kg/m2", level, topic="weight", owner=owner, within=within)


def test_the_action_says_what_it_comes_from(tmp_path):
    [action] = taken_up(tmp_path, heavy())
    assert (action.id, action.what, action.owner_name) == ("a1", "Do heavy", "the GP")
    assert (action.because_of, action.topic, action.promised_on) == ("heavy", "weight", TODAY)
    assert action.by_when == date(2026, 12, 18)
    assert action.is_ready


def test_each_thing_to_do_becomes_an_action_and_the_same_thing_only_one(tmp_path):
    two = taken_up(tmp_path / "two", heavy(), heavy("walk", owner="person"))
    assert [a.what for a in two] == ["Do heavy", "Do walk"]
    same = heavy("sooner", "soon", within="1 week").replace("Do sooner", "Do heavy")
    [one] = taken_up(tmp_path / "one", heavy(), same)
    assert (one.because_of, one.by_when) == ("sooner", date(2026, 11, 27)), "the more urgent day counts"


def test_merged_rules_say_what_they_would_promise_before_they_do(tmp_path):
    said = draft(physical_checks=PhysicalChecks(weight=known(Decimal(90)), height=known(Decimal(170))))
    [prompt] = assess(said, PERSON, History(), book(tmp_path, heavy(), heavy("walk")), TODAY).prompts
    assert promises_of(prompt) == ("Do heavy", "Do walk")


@pytest.mark.parametrize(
    ("owner", "within", "latest"),
    [
        ("nurse", "6 days", date(2026, 11, 27)),  # a Saturday
        ("gp", "1 week", date(2026, 11, 27)),  # a Sunday
        ("nurse", "5 days", date(2026, 11, 27)),  # a Friday
        ("nurse", "33 days", date(2026, 12, 24)),  # Christmas Day
        ("nurse", "36 days", date(2026, 12, 24)),  # the day for Boxing Day, a Monday
        ("person", "33 days", date(2026, 12, 25)),
        ("person", "1 week", date(2026, 11, 29)),
        ("carer", "6 days", date(2026, 11, 28)),
        ("nurse", "today", TODAY),  # a Sunday
    ],
)
def test_a_span_for_staff_never_ends_at_a_weekend_but_on_the_friday_before(tmp_path, owner, within, latest):
    [action] = taken_up(tmp_path, heavy(owner=owner, within=within))
    assert action.by_when == latest


def test_the_friday_before_is_never_before_the_visit():
    saturday = date(2026, 11, 21)
    assert due_day(PlanLine("call", "nurse", "1 day"), saturday) == date(2026, 11, 22)


def test_a_nurses_task_is_never_put_on_a_health_care_assistant(tmp_path):
    [action] = taken_up(tmp_path, heavy(owner="nurse"), role=Role.HCA)
    assert (action.owner, action.owner_name) == (Owner.ASK, "the nurse")


@pytest.mark.parametrize(
    ("chosen", "promised"),
    [
        (("medication", "friendships"), "agree one step with me for my medication and my friendships"),
        (
            ("personal_safety",),
            "agree one step with me for my physical health and the practical help I receive",
        ),
        ((), "agree one step with me for my physical health and the practical help I receive"),
    ],
)
def test_a_step_agreed_names_the_parts_of_life_that_were_picked_and_a_day_and_nothing_private(
    chosen, promised
):
    low = AreaAnswer(rating=told(2), more_help=told(True))
    said = Dialog(physical_health=low, practical_help=low, personal_safety=low, chosen=chosen)
    found = assess(draft(dialog=said), PERSON, History(), rulebook(), TODAY)
    [prompt] = [each for each in found.prompts if each.topic == "how-life-is-going"]
    [action] = actions_from(prompt, lambda: "a1", TODAY, "Priya Nair")
    assert (action.what, action.by_when) == (promised, date(2026, 12, 18))
    assert promises_of(prompt) == (promised,)


def test_an_offer_is_promised_by_us_and_not_in_the_name_of_somebody_who_was_not_asked_yet():
    smokes = PhysicalChecks(smoking=told(Smoking.CURRENT))
    found = assess(draft(physical_checks=smokes), PERSON, History(), rulebook(), TODAY)
    actions = [
        action
        for prompt in found.prompts
        for action in actions_from(prompt, lambda: "a1", TODAY, "Priya Nair")
        if action.because_of == "smoker-offer"
    ]
    assert [(each.owner, each.what) for each in actions] == [
        (Owner.WORKER, "offer me help to stop smoking, and arrange it if I wish")
    ]


@pytest.mark.parametrize(
    ("passed", "promised"),
    [
        ({}, ("Ring the ward", Owner.WORKER, "Ann Okafor", TODAY)),
        ({"to_role": ToldRole.GP}, ("whether this was done: Ring the ward", Owner.ASK, "Ann Okafor", TODAY)),
        ({"on_paper": OnPaper.NOT_NAMED}, ("ask me how I am", Owner.WORKER, "Ann Okafor", TODAY)),
    ],
)
def test_what_somebody_took_on_is_owed_on_the_same_day_and_once(passed, promised):
    given = HandOver(
        **{"to_role": ToldRole.NURSE, "on_paper": OnPaper.NAMED} | passed,
        **{"id": "h", "topic": "pressure", "title": "Title", "level": 5, "reasons": (), "at": NOW},
        **{"reached": Reached.PHONE, "by": "Tom Birch"},
    )
    said = Acknowledgement(hand_over="h", at=NOW, by="Ann Okafor", will_do="Ring the ward")
    held = draft().with_hand_over(given)
    assert with_promise_of(held, given, TODAY).plan.actions == (), "nobody has it yet"
    once = with_promise_of(held.with_acknowledgement(said), given, TODAY)
    assert with_promise_of(once, given, TODAY) == once
    [action] = once.plan.actions
    assert (action.what, action.owner, action.owner_name, action.by_when) == promised
    told_by_a_carer = msgspec.structs.replace(given, on_paper=OnPaper.NOTHING)
    assert with_promise_of(held.with_acknowledgement(said), told_by_a_carer, TODAY).plan.actions == ()
