"""Draft in, prompts out: merged, ordered, few, and never silenced where it is urgent."""

from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest

from app.consultation.answers import How, YesNo
from app.consultation.book import rulebook
from app.consultation.care_plan import Action, CarePlan, Owner
from app.consultation.care_plan import Outcome as Ended
from app.consultation.carers.record import AnyCarer, Carer, Carers
from app.consultation.decisions import Choice, Decision, ReasonSeen
from app.consultation.dialog.record import AreaAnswer, Dialog
from app.consultation.history import History
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Everything, Medicines
from app.consultation.opening.record import Opening, PromiseOutcome
from app.consultation.physical_checks.record import BloodPressure, BpSymptom, PhysicalChecks, Smoking
from app.consultation.prompts import assess, gather
from app.rules.facts import Known
from app.rules.rulebook import Level, Role
from app.rules.weighing import Verdict
from tests.consultation.a_visit import DECLINED, PERSON, TODAY, draft, known, past, reading, told, visit
from tests.consultation.small_rules import book, rule

RAISED = rule("raised", {"urgent": "systolic >= 180 mmHg", "routine": "systolic >= 140 mmHg"})
LOWER_NUMBER = rule("lower-number", "diastolic >= 90 mmHg", "soon")
SEVERE = rule("severe", "bp warning symptom", "now", topic="bowels", kind="safety")
SMOKER = rule("smoker", "smokes tobacco", topic="smoking", kind="lifestyle")
HEAVY = rule("heavy", "bmi >= 30.0 kg/m2", "soon", topic="weight")
LIFE = rule("life", "any area low with help wanted", "note", topic="how-life-is-going")
BOWELS = rule("bowels", "bowel discomfort", "note", topic="bowels")
STRAIN = rule("strain", "carer strain >= 4 points", "note", topic="carer", applies="has carer")


@pytest.fixture
def rules(tmp_path):
    return book(tmp_path / "rules", RAISED, LOWER_NUMBER, SEVERE, SMOKER, HEAVY, LIFE, BOWELS, STRAIN)


def physical(systolic=None, diastolic=80, **answers):
    if systolic:
        answers["blood_pressure"] = known((BloodPressure(systolic, diastolic),))
    return PhysicalChecks(**answers)


def heavy(kg="90", **answers):
    return physical(weight=known(Decimal(kg)), height=known(Decimal(170)), **answers)


def weighed(rules, said, history=None, today=TODAY):
    return assess(said, PERSON, history or History(), rules, today)


def of_topic(found, topic="pressure"):
    [prompt] = [p for p in found.prompts if p.topic == topic]
    return prompt


def decision(prompt, choice=Choice.DECLINED, **more):
    said = {
        "topic": prompt.topic,
        "choice": choice,
        "level": int(prompt.level),
        "reasons": prompt.reasons_seen(),
        "decided_on": TODAY,
    }
    return Decision(**said | more)


def promise(rule_id, topic="pressure"):
    return Action(
        id="a1", what="See the GP", owner=Owner.PERSON, because_of=rule_id, topic=topic, by_when=TODAY
    )


def taken_up(said, prompt):
    """The draft with the prompt in its plan, as one action."""
    decided = decision(prompt, Choice.TAKE_UP, actions=("a1",))
    return said.with_plan(CarePlan(actions=(promise("raised"),))).with_decision(decided)


def said_of_it(outcome):
    return Opening(promises=(PromiseOutcome("a1", outcome),))


def test_nothing_said_prompts_nothing_and_claims_nothing(rules):
    found = weighed(rules, draft())
    assert found.prompts == ()
    assert {o.rule.id for o in found.cannot_tell} == {
        "raised",
        "lower-number",
        "severe",
        "smoker",
        "heavy",
        "life",
        "bowels",
    }
    assert found.cannot_tell[0].rule.id == "severe", "the gravest first"


def test_one_prompt_a_topic_at_the_highest_level_with_every_reason(rules):
    prompt = of_topic(weighed(rules, draft(physical_checks=physical(150, 95))))
    assert prompt.level is Level.SOON
    assert [o.rule.id for o in prompt.outcomes] == ["lower-number", "raised"]
    assert prompt.title == "Title of lower-number"
    assert {(r.rule, r.fact, r.band) for r in prompt.reasons_seen()} == {
        ("raised", "systolic", 1),
        ("lower-number", "diastolic", 1),
    }


def test_a_health_care_assistant_hears_their_own_sentence(rules):
    prompt = of_topic(weighed(rules, draft(physical_checks=physical(150))))
    assert prompt.say(Role.NURSE) == "Say raised routine."
    assert prompt.say(Role.HCA) == "Tell the nurse: raised."


def test_prompts_stand_by_urgency_and_what_the_person_chose_comes_before_the_rest(rules):
    low = Dialog(leisure=AreaAnswer(rating=told(1), more_help=told(True)))
    said = draft(
        physical_checks=heavy(smoking=told(Smoking.CURRENT), blood_pressure=known((BloodPressure(185, 80),))),
        dialog=low,
        medicines=Medicines(bowel_discomfort=told(YesNo.YES)),
    )
    found = weighed(rules, said)
    first = ["pressure", "how-life-is-going", "weight", "smoking"]
    assert [p.topic for p in found.prompts] == [*first, "bowels"]
    assert [p.topic for p in found.first_prompts] == first
    assert [p.topic for p in found.more_prompts] == ["bowels"], "urgent ones do not count towards the three"


def test_an_urgent_matter_of_life_stands_among_the_urgent_ones(tmp_path):
    unsafe = rule("unsafe", "personal safety low", "urgent", topic="how-life-is-going")
    afraid = Dialog(personal_safety=AreaAnswer(rating=told(1), more_help=told(True)))
    said = draft(dialog=afraid, physical_checks=physical(185))
    found = weighed(book(tmp_path / "rules", unsafe, RAISED), said)
    assert [p.topic for p in found.prompts] == ["how-life-is-going", "pressure"]


def test_what_must_be_done_now_interrupts_and_holds_back_only_matters_of_habit(rules):
    said = draft(
        physical_checks=heavy(smoking=told(Smoking.CURRENT), bp_symptoms=told((BpSymptom.CHEST_PAIN,)))
    )
    found = weighed(rules, said)
    assert [p.topic for p in found.prompts] == ["bowels", "weight"]
    assert [p.topic for p in found.held_back] == ["smoking"]
    assert found.held_back[0].held_because == "while something must be done now"
    assert [p.interrupts for p in found.prompts] == [True, False]


@pytest.mark.parametrize(("answer", "held"), [(YesNo.YES, ["metabolic", "smoking"]), (YesNo.NO, [])])
def test_at_the_end_of_life_weight_and_habit_wait_and_nothing_urgent_does(tmp_path, answer, held):
    metabolic = rule("review", "bmi >= 30.0 kg/m2", "soon", topic="metabolic")
    record = heavy(
        smoking=told(Smoking.CURRENT),
        end_of_life_care=told(answer),
        blood_pressure=known((BloodPressure(185, 80),)),
    )
    rules = book(tmp_path / "rules", RAISED, metabolic, SMOKER)
    found = weighed(rules, draft(physical_checks=record))
    assert [p.topic for p in found.held_back] == held
    assert all(p.held_because == "because of end of life care" for p in found.held_back)
    assert "pressure" in {p.topic for p in found.prompts}


def test_a_decision_on_one_topic_never_closes_another(rules):
    said = draft(physical_checks=physical(150))
    elsewhere = decision(of_topic(weighed(rules, said)), topic="weight")
    assert of_topic(weighed(rules, said.with_decision(elsewhere))).is_open


def test_what_was_decided_before_is_not_held_back(rules):
    smoker = heavy(smoking=told(Smoking.CURRENT))
    prompt = of_topic(weighed(rules, draft(physical_checks=smoker)), "smoking")
    now = heavy(smoking=told(Smoking.CURRENT), bp_symptoms=told((BpSymptom.CHEST_PAIN,)))
    found = weighed(rules, draft(physical_checks=now).with_decision(decision(prompt)))
    assert found.held_back == ()
    assert [p.topic for p in found.decided_prompts] == ["smoking"]


def test_a_decision_of_today_closes_the_prompt_until_something_is_worse(rules):
    said = draft(physical_checks=physical(150))
    taken = taken_up(said, of_topic(weighed(rules, said)))
    assert not of_topic(weighed(rules, taken)).is_open
    a_little_more = taken.with_record("physical_checks", physical(158))
    assert not of_topic(weighed(rules, a_little_more)).is_open, "the same band"
    worse = taken.with_record("physical_checks", physical(162))
    assert of_topic(weighed(rules, worse)).is_open, "a worse band"
    also_the_lower = taken.with_record("physical_checks", physical(150, 95))
    assert of_topic(weighed(rules, also_the_lower)).is_open, "a new reason"
    better = taken.with_record("physical_checks", physical(141))
    assert not of_topic(weighed(rules, better)).is_open


@pytest.mark.parametrize("pressure", [150, 185])
@pytest.mark.parametrize(
    ("words", "is_open"),
    [(("Ring", "Book"), False), (("", "Book"), False), (("", " "), True), (("",), True), ((), True)],
)
def test_a_prompt_taken_up_is_open_again_when_nothing_in_the_plan_answers_it(rules, pressure, words, is_open):
    said = draft(physical_checks=physical(pressure))
    decided = decision(of_topic(weighed(rules, said)), Choice.TAKE_UP, actions=("a0", "a1"))
    own = Action(id="own", what="Walk", owner=Owner.PERSON)
    came_of_it = (Action(id=f"a{at}", what=what, owner=Owner.PERSON) for at, what in enumerate(words))
    plan = CarePlan(actions=(own, *came_of_it))
    assert of_topic(weighed(rules, said.with_plan(plan).with_decision(decided))).is_open is is_open


def test_any_other_decision_needs_nothing_in_the_plan(rules):
    said = draft(physical_checks=physical(150))
    prompt = of_topic(weighed(rules, said))
    for choice in set(Choice) - {Choice.TAKE_UP}:
        assert not of_topic(weighed(rules, said.with_decision(decision(prompt, choice)))).is_open


def test_a_new_version_of_the_rule_opens_the_prompt_again(rules, tmp_path):
    said = draft(physical_checks=physical(150))
    taken = said.with_decision(decision(of_topic(weighed(rules, said))))
    revised = book(tmp_path / "revised", rule("raised", "systolic >= 140 mmHg", version=2))
    assert of_topic(weighed(revised, taken)).is_open


def test_a_reason_that_disappears_leaves_the_decision_alone(rules):
    said = draft(physical_checks=physical(150, 95))
    taken = said.with_decision(decision(of_topic(weighed(rules, said))))
    assert not of_topic(weighed(rules, taken.with_record("physical_checks", physical(150)))).is_open


def refused_before(rules, systolic, offer_again_on, choice=Choice.DECLINED):
    prompt = of_topic(weighed(rules, draft(physical_checks=physical(systolic))))
    earlier = decision(prompt, choice, offer_again_on=offer_again_on, decided_on=TODAY - timedelta(days=60))
    return History(decisions=(earlier,))


@pytest.mark.parametrize(
    ("choice", "offer_again_on", "is_open"),
    [
        (Choice.DECLINED, TODAY + timedelta(days=1), False),
        (Choice.DECLINED, TODAY, True),
        (Choice.DECLINED, TODAY - timedelta(days=1), True),
        (Choice.DECLINED, None, True),
        (Choice.NOT_RELEVANT, TODAY + timedelta(days=1), False),
        (Choice.LATER, TODAY + timedelta(days=1), True),
        (Choice.TAKE_UP, TODAY + timedelta(days=1), True),
        (Choice.DONE_ALREADY, TODAY + timedelta(days=1), True),
    ],
)
def test_an_earlier_refusal_waits_until_the_day_the_person_named(rules, choice, offer_again_on, is_open):
    history = refused_before(rules, 150, offer_again_on, choice)
    found = weighed(rules, draft(physical_checks=physical(150)), history)
    assert of_topic(found).is_open is is_open


def test_what_was_decided_no_longer_interrupts(rules):
    said = draft(physical_checks=physical(bp_symptoms=told((BpSymptom.CHEST_PAIN,))))
    prompt = of_topic(weighed(rules, said), "bowels")
    assert prompt.interrupts
    decided = said.with_decision(decision(prompt, Choice.DONE_ALREADY))
    assert not of_topic(weighed(rules, decided), "bowels").interrupts


def test_an_earlier_refusal_lapses_when_it_gets_worse(rules):
    history = refused_before(rules, 150, TODAY + timedelta(days=90))
    assert of_topic(weighed(rules, draft(physical_checks=physical(165)), history)).is_open


def test_an_earlier_refusal_never_keeps_back_what_is_urgent(rules):
    history = refused_before(rules, 185, TODAY + timedelta(days=90))
    prompt = of_topic(weighed(rules, draft(physical_checks=physical(185)), history))
    assert prompt.level is Level.URGENT
    assert prompt.is_open


def test_known_and_managed_is_one_level_down_and_never_for_urgent(rules):
    history = History(promises=(promise("raised"), promise("lower-number")))
    prompt = of_topic(weighed(rules, draft(physical_checks=physical(150)), history))
    assert (prompt.level, prompt.is_managed) == (Level.NOTE, True)
    soon = of_topic(weighed(rules, draft(physical_checks=physical(130, 95)), history))
    assert soon.level is Level.ROUTINE
    urgent = of_topic(weighed(rules, draft(physical_checks=physical(185)), history))
    assert (urgent.level, urgent.is_managed) == (Level.URGENT, False)
    other = History(promises=(promise("smoker"),))
    assert not of_topic(weighed(rules, draft(physical_checks=physical(150)), other)).is_managed
    family = History(promises=(promise("lower-number"),))
    assert not of_topic(weighed(rules, draft(physical_checks=physical(150)), family)).is_managed, (
        "another rule's promise on the topic manages nothing"
    )


@pytest.mark.parametrize(
    ("outcome", "is_managed"),
    [
        (Ended.OPEN, True),
        (Ended.PARTLY, True),
        (Ended.DONE, False),
        (Ended.NOT_DONE, False),
        (Ended.LET_GO, False),
    ],
)
def test_a_promise_that_ended_today_manages_nothing(rules, outcome, is_managed):
    history = History(promises=(promise("raised"),))
    said = draft(physical_checks=physical(150), opening=said_of_it(outcome))
    assert of_topic(weighed(rules, said, history)).is_managed is is_managed


@pytest.mark.parametrize(
    ("last", "today", "is_managed"),
    [
        (Ended.NOT_DONE, Ended.OPEN, False),
        (Ended.PARTLY, Ended.OPEN, True),
        (Ended.NOT_DONE, Ended.PARTLY, True),
        (Ended.PARTLY, Ended.NOT_DONE, False),
    ],
)
def test_a_promise_that_was_not_done_last_time_manages_nothing_unless_today_says_so(
    rules, last, today, is_managed
):
    history = History(promises=(msgspec.structs.replace(promise("raised"), outcome=last),))
    said = draft(physical_checks=physical(150), opening=said_of_it(today))
    assert of_topic(weighed(rules, said, history)).is_managed is is_managed


def test_a_danger_of_the_visit_stays_when_it_is_carried_on_the_next_day():
    said = draft(
        physical_checks=physical(196, 124, bp_symptoms=known((BpSymptom.CHEST_PAIN,))),
    )
    for day in (TODAY, TODAY + timedelta(days=1)):
        found = weighed(rulebook(), said, today=day)
        assert of_topic(found, "blood-pressure").level is Level.NOW
    earlier = known((BloodPressure(196, 124),), on=TODAY - timedelta(days=1))
    old = draft(physical_checks=PhysicalChecks(blood_pressure=earlier))
    assert all(p.level < Level.URGENT for p in weighed(rulebook(), old).prompts), "taken before this visit"


def test_a_lower_second_reading_never_calls_off_a_danger_with_a_warning_sign():
    two = known((BloodPressure(196, 124), BloodPressure(176, 112)))
    signs = {"bp_symptoms": known((BpSymptom.CHEST_PAIN,))}
    found = weighed(rulebook(), draft(physical_checks=PhysicalChecks(blood_pressure=two, **signs)))
    assert of_topic(found, "blood-pressure").level is Level.NOW
    none = {"bp_symptoms": known(())}
    calm = weighed(rulebook(), draft(physical_checks=PhysicalChecks(blood_pressure=two, **none)))
    assert Level.NOW not in {p.level for p in calm.prompts}


def test_what_a_carer_told_alone_stands_apart_and_nowhere_else(rules):
    carers = Carers(any_carer=told(AnyCarer.YES), rows=(Carer(id="c", name="Ola", strain=told(Decimal(5))),))
    found = weighed(rules, draft(carers=carers).having_shown(("strain",)))
    assert [p.topic for p in found.apart] == ["carer"]
    elsewhere = (*found.prompts, *found.held_back)
    assert "strain" not in {o.rule.id for p in elsewhere for o in p.outcomes}
    unasked = weighed(rules, draft(carers=Carers(any_carer=told(AnyCarer.YES))))
    for assessment in (found, unasked):
        told_on_screen = (*assessment.cannot_tell, *assessment.warnings, *assessment.gone)
        assert "strain" not in {one.rule.id for one in told_on_screen}
        assert "carer_strain" not in {q.fact.name for q in assessment.ask_next}


def test_an_offer_to_stop_smoking_on_clozapine_never_stands_without_its_warning():
    taking = Medicines(
        rows=(Medicine(id="m", name="Clozapine", ingredient="clozapine"),), everything=told(Everything.YES)
    )
    said = draft(physical_checks=PhysicalChecks(smoking=told(Smoking.CURRENT)), medicines=taking)
    found = weighed(rulebook(), said)
    assert [o.rule.id for p in found.prompts for o in p.outcomes if p.topic == "smoking"] == ["smoker-offer"]
    assert "quit-smoking-clozapine" in {o.rule.id for o in found.warnings}


def test_in_an_emergency_whoever_is_there_decides_and_else_only_who_may(rules):
    signs = physical(150, bp_symptoms=known((BpSymptom.CHEST_PAIN,)))
    danger = of_topic(weighed(rules, draft(physical_checks=signs)), "bowels")
    routine = of_topic(weighed(rules, draft(physical_checks=physical(150))))
    assert (danger.level, routine.level) == (Level.NOW, Level.ROUTINE)
    assert all(danger.may_be_decided_by(role) for role in Role)
    assert [role for role in Role if routine.may_be_decided_by(role)] == [Role.NURSE, Role.PRESCRIBER]


def test_a_prompt_that_goes_says_why_until_the_visit_ends(rules):
    shown = draft(physical_checks=physical(130)).having_shown(("raised",))
    [gone] = weighed(rules, shown).gone
    assert gone.rule.id == "raised"
    assert {(b.fact, b.shown) for b in gone.because} == {("systolic", "130")}
    assert weighed(rules, draft(physical_checks=physical(130))).gone == (), "it was never there"
    still = draft(physical_checks=physical(150)).having_shown(("raised",))
    assert weighed(rules, still).gone == ()
    taken_back = draft().having_shown(("raised",))
    assert weighed(rules, taken_back).gone == (), "without a value nobody can tell that it is over"


def test_out_of_scope_is_said_too(tmp_path):
    rules = book(tmp_path / "rules", rule("wed", "systolic >= 140 mmHg", applies="has carer"))
    said = draft(carers=Carers(any_carer=told(AnyCarer.NOBODY))).having_shown(("wed",))
    found = weighed(rules, said)
    assert [g.rule.id for g in found.gone] == ["wed"]
    assert [o.rule.id for o in found.with_verdict(Verdict.NOT_COVERED)] == ["wed"]


def test_ask_next_names_open_facts_and_never_what_was_declined(rules):
    asked = {q.fact.name for q in weighed(rules, draft()).ask_next}
    assert {"bmi", "systolic", "smokes_tobacco", "any_area_low_with_help_wanted"} <= asked
    assert next(iter(weighed(rules, draft()).ask_next)).fact.name != "bp_warning_symptom"
    refused = draft(physical_checks=physical(weight=DECLINED, smoking=DECLINED))
    asked = {q.fact.name for q in weighed(rules, refused).ask_next}
    assert not {"bmi", "smokes_tobacco"} & asked


def test_ask_next_never_points_at_a_question_that_is_not_on_the_screen(rules):
    assert "bp_warning_symptom" not in {q.fact.name for q in weighed(rules, draft()).ask_next}
    severe = draft(physical_checks=physical(190))
    assert weighed(rules, severe).ask_next[0].fact.name == "bp_warning_symptom"


def test_numbers_are_compared_as_they_are_displayed(rules):
    history = past(reading("bmi", "29.96", date(2026, 9, 1)), reading("systolic", "139.5", TODAY))
    found = weighed(rules, draft(), history)
    assert found.facts["bmi"].value == Decimal("30.0")
    assert {p.topic for p in found.prompts} == {"weight", "pressure"}
    below = past(reading("bmi", "29.94", date(2026, 9, 1)), reading("systolic", "139.4", TODAY))
    assert weighed(rules, draft(), below).prompts == ()


def test_only_signed_rules_run_where_a_store_is_live(rules):
    said = draft(physical_checks=physical(150))
    nothing = assess(said, PERSON, History(), rules, TODAY, signed=frozenset())
    assert nothing.prompts == ()
    assert len(nothing.with_verdict(Verdict.NOT_IN_USE)) == len(rules)
    only = frozenset({rules["raised"].content_hash})
    assert [p.topic for p in assess(said, PERSON, History(), rules, TODAY, only).prompts] == ["pressure"]


def test_a_new_medicine_opens_a_decided_prompt_and_one_less_does_not(tmp_path):
    rules = book(tmp_path / "rules", rule("any", "takes any antipsychotic", topic="weight"))
    olanzapine = Medicine(id="m1", name="Olanzapine", ingredient="olanzapine")
    clozapine = Medicine(id="m2", name="Clozapine", ingredient="clozapine")

    def taking(*rows):
        return Medicines(rows=rows, everything=told(Everything.YES))

    both = draft(medicines=taking(olanzapine, clozapine))
    decided = both.with_decision(decision(of_topic(weighed(rules, both), "weight")))
    assert not of_topic(
        weighed(rules, decided.with_record("medicines", taking(olanzapine))), "weight"
    ).is_open
    one = draft(medicines=taking(olanzapine))
    decided = one.with_decision(decision(of_topic(weighed(rules, one), "weight")))
    more = decided.with_record("medicines", taking(olanzapine, clozapine))
    assert of_topic(weighed(rules, more), "weight").is_open


def test_a_pressure_told_today_asks_for_the_warning_signs_too_and_one_in_a_letter_does_not(rules):
    told_today = draft(
        physical_checks=PhysicalChecks(blood_pressure=known((BloodPressure(190, 90),), How.SELF_REPORTED))
    )
    found = weighed(rules, told_today)
    assert of_topic(found).level is Level.URGENT
    assert "bp_warning_symptom" in {q.fact.name for q in found.ask_next}
    in_a_letter = draft(
        physical_checks=PhysicalChecks(blood_pressure=known((BloodPressure(190, 90),), How.FROM_RECORD))
    )
    assert "bp_warning_symptom" not in {q.fact.name for q in weighed(rules, in_a_letter).ask_next}


def test_facts_of_all_sections_come_together():
    facts = gather(draft(physical_checks=physical(150), carers=Carers(any_carer=told(AnyCarer.YES))), visit())
    assert facts["systolic"] == Known(Decimal(150), TODAY, "measured")
    assert facts["has_carer"].value is True


def test_reasons_carry_the_band_that_a_worse_value_is_measured_by(rules):
    prompt = of_topic(weighed(rules, draft(physical_checks=heavy("104.1"))), "weight")
    [seen] = prompt.reasons_seen()
    assert seen == ReasonSeen("heavy", 1, "bmi", band=6)
    strained = Carers(any_carer=told(AnyCarer.YES), rows=(Carer(id="c", name="O", strain=told(Decimal(7))),))
    [carer] = weighed(rules, draft(carers=strained)).apart
    reasons = carer.reasons_seen()
    assert {(r.fact, r.band) for r in reasons} == {("has_carer", 0), ("carer_strain", 2)}


def test_yes_and_no_answers_reach_the_rules(tmp_path):
    rules = book(tmp_path / "rules", rule("known", "has hypertension is yes", topic="pressure"))
    yes = draft(physical_checks=PhysicalChecks(has_hypertension=told(YesNo.YES)))
    no = draft(physical_checks=PhysicalChecks(has_hypertension=told(YesNo.NO)))
    assert [p.topic for p in weighed(rules, yes).prompts] == ["pressure"]
    assert weighed(rules, no).prompts == ()
    assert weighed(rules, no).cannot_tell == ()


def test_a_confirmed_list_is_not_asked_for_again_because_of_a_name_that_nobody_recognises():
    rows = (Medicine(id="m1", name="cbd oil"),)
    confirmed = draft(medicines=Medicines(rows=rows, everything=told(Everything.YES)))
    asked = [q.fact.name for q in weighed(rulebook(), confirmed).ask_next]
    assert "medicines" not in asked
    open_list = draft(medicines=Medicines(rows=rows))
    assert "medicines" in [q.fact.name for q in weighed(rulebook(), open_list).ask_next]
