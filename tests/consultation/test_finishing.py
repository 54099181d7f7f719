"""What blocks the end of a visit, and what only deserves a look."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import msgspec
import pytest

from app.consultation.agenda import SECTIONS
from app.consultation.answers import Unknown, WhyNot
from app.consultation.care_plan import Action, Agreement, CarePlan, Owner
from app.consultation.carers.record import AnyCarer, Carers
from app.consultation.decisions import Choice, Decision
from app.consultation.finishing import DETAILS, anything_was_asked, loose_ends
from app.consultation.history import History
from app.consultation.home_and_work.record import HomeAndWork
from app.consultation.loose_end import LooseEnd
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Medicines
from app.consultation.opening.record import Company, Identifier, Opening, Place, WhyEnded
from app.consultation.person import Allergies
from app.consultation.physical_checks.record import BpSymptom, PhysicalChecks
from app.consultation.prompts import assess
from app.consultation.questions import questions
from app.consultation.wellbeing_and_safety.record import WellbeingAndSafety
from tests.consultation.a_visit import PERSON, TODAY, draft, known, told, visit
from tests.consultation.small_rules import book, rule

OPENED = Opening(
    identifiers=(Identifier.NAME, Identifier.BIRTH_DATE),
    place=told(Place.HOME),
    company=told(Company.ALONE),
    what_matters=told("My sleep"),
)
UNSAID = Unknown(WhyNot.RATHER_NOT_SAY)
ALARM = PhysicalChecks(bp_symptoms=told((BpSymptom.CHEST_PAIN,)))


@pytest.fixture
def rules(tmp_path):
    severe = rule("severe", "bp warning symptom", "now", kind="safety")
    heavy = rule("heavy", "bmi >= 30.0 kg/m2", topic="weight")
    return book(tmp_path / "rules", severe, heavy)


def ends(rules, said):
    found = assess(said, PERSON, History(), rules, TODAY)
    return loose_ends(said, found, visit(facts=dict(found.facts)))


def blocking(rules, said):
    return [end.words for end in ends(rules, said) if end.blocks]


def decided(rules, said, choice, why="", actions=()):
    [prompt] = assess(said, PERSON, History(), rules, TODAY).prompts
    return said.with_decision(
        Decision(
            topic=prompt.topic,
            choice=choice,
            level=int(prompt.level),
            reasons=prompt.reasons_seen(),
            decided_on=TODAY,
            why=why,
            actions=actions,
        )
    )


def test_the_compulsory_facts_block_and_come_first(rules):
    found = ends(rules, draft())
    assert [e.words for e in found if e.blocks] == [
        "Opening: two identifiers that the person said",
        "Opening: where you are",
        "Opening: who is present",
    ]
    assert [e.blocks for e in found] == sorted((e.blocks for e in found), reverse=True)


def test_one_identifier_twice_is_still_one(rules):
    twice = draft(opening=Opening(identifiers=(Identifier.NAME, Identifier.NAME)))
    assert "Opening: two identifiers that the person said" in blocking(rules, twice)


def test_an_otherwise_empty_visit_may_end_and_says_what_is_open(rules):
    found = ends(rules, draft(opening=OPENED))
    assert not any(e.blocks for e in found)
    words = [e.words for e in found]
    for section in SECTIONS[1:]:
        assert f"{section.title}: not started" in words
    assert {"The plan has no actions", "No date for the next review"} <= set(words)


def test_a_section_that_is_done_is_no_loose_end_and_the_opening_speaks_for_itself(rules):
    nobody = Carers(any_carer=told(AnyCarer.NOBODY))
    words = [e.words for e in ends(rules, draft(carers=nobody))]
    assert not [w for w in words if w.startswith("Carers:")]
    assert "Opening: not started" not in words
    half = PhysicalChecks(weight=known(Decimal(60)))
    words = [e.words for e in ends(rules, draft(physical_checks=half))]
    assert [w for w in words if w.startswith("Physical checks: 1 of ")]


def test_an_undecided_now_prompt_blocks_and_another_does_not(rules):
    assert blocking(rules, draft(opening=OPENED, physical_checks=ALARM)) == ["Not decided: Title of severe"]
    heavy = PhysicalChecks(weight=known(Decimal(90)), height=known(Decimal(170)))
    found = ends(rules, draft(opening=OPENED, physical_checks=heavy))
    assert [e.blocks for e in found if e.words == "Not decided: Title of heavy"] == [False]


def test_what_is_due_today_may_stay_open_and_is_said_before_all_that_can_wait(tmp_path):
    rules = book(tmp_path / "rules", rule("heavy", "bmi >= 30.0 kg/m2", "urgent"))
    heavy = PhysicalChecks(weight=known(Decimal(90)), height=known(Decimal(170)))
    found = ends(rules, draft(opening=OPENED, physical_checks=heavy))
    assert found[0].words == "Due today, and not decided: Title of heavy"
    assert not found[0].blocks


def test_what_is_promised_for_today_is_said_before_anybody_leaves(rules):
    ready = Action(
        id="a", what="ring the clozapine team", owner=Owner.WORKER, owner_name="Ann", by_when=TODAY
    )
    later = msgspec.structs.replace(
        ready, id="b", what="book a blood test", by_when=TODAY + timedelta(days=1)
    )
    said = draft(opening=OPENED).with_plan(CarePlan(actions=(later, ready)))
    found = ends(rules, said)
    assert found[0] == LooseEnd(
        "Promised for today: ring the clozapine team", "care_plan", field="a", is_grave=True
    )
    assert not [end for end in found if "book a blood test" in end.words]


@pytest.mark.parametrize("choice", [Choice.DONE_ALREADY, Choice.DECLINED])
def test_a_decided_now_prompt_no_longer_blocks(rules, choice):
    said = draft(opening=OPENED, physical_checks=ALARM)
    assert blocking(rules, decided(rules, said, choice)) == []


def test_a_line_in_the_plan_does_not_do_what_must_be_done_now(rules):
    said = draft(opening=OPENED, physical_checks=ALARM)
    action = Action(id="a1", what="Ring 999", owner=Owner.PERSON, by_when=TODAY)
    planned = decided(rules, said, Choice.TAKE_UP, actions=("a1",)).with_plan(CarePlan(actions=(action,)))
    assert blocking(rules, planned) == ["Put off, and it cannot wait: Title of severe"]
    wordless = CarePlan(actions=(msgspec.structs.replace(action, what=""),))
    assert blocking(rules, planned.with_plan(wordless)) == ["Not decided: Title of severe"]


def test_what_cannot_wait_has_no_later_without_a_reason(rules):
    said = draft(opening=OPENED, physical_checks=ALARM)
    later = decided(rules, said, Choice.LATER)
    assert blocking(rules, later) == ["Put off, and it cannot wait: Title of severe"]
    assert blocking(rules, decided(rules, said, Choice.LATER, "ambulance is here already")) == []


def test_later_is_fine_for_what_can_wait(rules):
    heavy = PhysicalChecks(weight=known(Decimal(90)), height=known(Decimal(170)))
    said = draft(opening=OPENED, physical_checks=heavy)
    assert blocking(rules, decided(rules, said, Choice.LATER)) == []


def test_allergies_that_nobody_asked_about_are_a_loose_end_of_the_persons_details(rules):
    said = draft(opening=OPENED)
    found = assess(said, PERSON, History(), rules, TODAY)
    open_ends = loose_ends(said, found, visit())
    assert LooseEnd("Allergies: not asked", DETAILS) in open_ends
    for answer in ({"allergies_known": Allergies.NONE_KNOWN}, {"allergies": ("latex",)}):
        assert "details" not in {end.where for end in loose_ends(said, found, visit(**answer))}


def test_a_promise_is_pointed_at_with_what_it_lacks_and_nothing_else(rules):
    actions = (
        Action(id="a1", what="Ring", owner=Owner.WORKER, owner_name="Ann", by_when=TODAY + timedelta(days=1)),
        Action(id="a2", what="Walk", owner=Owner.PERSON),
        Action(id="a3", what="", owner=Owner.PERSON, by_when=TODAY),
        Action(id="a4", what="Bring papers", owner=Owner.CARER, by_when=TODAY),
    )
    plan = CarePlan(actions=actions, next_review=TODAY, agreement=told(Agreement.AGREE))
    said = replace(draft(opening=OPENED), plan=plan)
    found = [e for e in ends(rules, said) if e.where == "care_plan"]
    assert [(e.words, e.field) for e in found] == [
        ("No date yet: Walk", "a2"),
        ("No words yet: an action with no words", "a3"),
        ("No name yet: Bring papers", "a4"),
    ]
    assert not any(e.blocks for e in found)


@pytest.mark.parametrize(
    ("answer", "words", "is_asked"),
    [
        (Agreement.PARTLY, " ", True),
        (Agreement.DISAGREE, "", True),
        (Agreement.PARTLY, "Not the tablets", False),
        (Agreement.AGREE, "", False),
    ],
)
def test_who_does_not_agree_with_all_of_it_is_asked_with_what_and_may_leave_it(
    rules, answer, words, is_asked
):
    said = replace(draft(opening=OPENED), plan=CarePlan(agreement=told(answer), agreement_words=words))
    found = [e for e in ends(rules, said) if e.field == "agreement_words"]
    assert [(e.words, e.blocks) for e in found] == [
        ("Not said: what Jan does not agree with", False)
    ] * is_asked


def test_what_is_left_of_a_section_is_named_one_by_one_with_the_way_to_each(rules):
    asks = questions(HomeAndWork)
    nearly = HomeAndWork(**{name: UNSAID for name in asks if name not in ("home", "work")})
    said = draft(opening=OPENED, home_and_work=nearly)
    found = [e for e in ends(rules, said) if e.where == "home_and_work"]
    assert [e.field for e in found] == ["home", "work"]
    assert found[0].words == f"Home and work, not answered: {asks['home'].label}"


def test_a_section_with_much_open_leads_to_its_first_open_question(rules):
    found = {e.where: e.field for e in ends(rules, draft(opening=OPENED))}
    for section in SECTIONS[1:]:
        assert found[section.key] in section.unanswered(section.record(), visit())


def test_a_private_question_is_neither_named_nor_gone_to_while_somebody_else_is_there(rules):
    with_others = msgspec.structs.replace(OPENED, company=told(Company.WITH_CARER))
    asks = questions(WellbeingAndSafety)
    private = {name for name, question in asks.items() if question.is_private}
    begun = WellbeingAndSafety(**{name: UNSAID for name in asks if name not in private})
    found = ends(rules, draft(opening=with_others, wellbeing_and_safety=begun))
    [end] = [e for e in found if e.where == "wellbeing_and_safety"]
    assert end.field == ""
    assert end.words.endswith("answered")


def test_what_is_undecided_or_owed_or_not_agreed_has_a_way_to_the_very_place(rules):
    promise = Action(id="p1", what="Walk", owner=Owner.PERSON, by_when=TODAY)
    said = draft(physical_checks=ALARM)
    found = assess(said, PERSON, History(), rules, TODAY)
    seen = visit(facts=dict(found.facts), history=History(promises=(promise,)))
    fields = {e.field for e in loose_ends(said, found, seen)}
    assert {"pressure", "p1", "agreement", "what_matters", "next_review", "actions"} <= fields


def test_what_is_open_and_no_question_of_its_own_is_counted_all_the_same(rules):
    asks = questions(Medicines)
    taken = Medicine(id="m1", name="Olanzapine", ingredient="olanzapine")
    said = Medicines(rows=(taken,), **dict.fromkeys(asks, UNSAID))
    [end] = [e for e in ends(rules, draft(opening=OPENED, medicines=said)) if e.where == "medicines"]
    assert end.words.endswith("answered"), "side effects were not talked about"


@pytest.mark.parametrize(
    ("said", "is_held"),
    [
        (draft(opening=OPENED), False),
        (draft(opening=OPENED, physical_checks=PhysicalChecks(smoking=UNSAID)), True),
        (draft(opening=msgspec.structs.replace(OPENED, ended_early=told(WhyEnded.TIRED))), True),
        (
            draft(opening=OPENED).with_plan(
                CarePlan(actions=(Action(id="a", what="Ring", owner=Owner.WORKER),))
            ),
            True,
        ),
    ],
    ids=["opening alone", "would rather not say", "ended early", "a promise"],
)
def test_there_is_something_to_finish_once_anything_was_asked_promised_or_ended(said, is_held):
    assert anything_was_asked(said, visit()) is is_held


def test_large_print_that_was_asked_for_is_open_and_blocks_nothing(rules):
    who = msgspec.structs.replace(PERSON, needs=("Large print, 24 point",))
    found = assess(draft(), who, History(), rules, TODAY)
    open_ends = loose_ends(draft(), found, visit(facts=dict(found.facts), needs=who.needs))
    words = "Large print was asked for; this paper is the standard size"
    assert LooseEnd(words, DETAILS) in open_ends
    assert LooseEnd(words, DETAILS) not in ends(rules, draft())
