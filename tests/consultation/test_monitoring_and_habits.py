"""From raw answers to a prompt: each rule of monitoring, smoke, drink, drugs and gambling, as it is typed."""

from datetime import timedelta
from decimal import Decimal

import pytest

from app.consultation.answers import YesNo
from app.consultation.book import rulebook
from app.consultation.home_and_work.record import HomeAndWork, MoneyTrouble
from app.consultation.last_done import LastDone
from app.consultation.medicines.record import Presence, SideEffect
from app.consultation.physical_checks.habits import (
    BrainSign,
    BreathingIllness,
    Caffeine,
    ChestSign,
    DependenceSign,
    Drug,
    Gambling,
    StimulantSign,
    WithdrawalSign,
)
from app.consultation.physical_checks.monitoring import EcgReason, HbA1cTrouble, TestsOwner
from app.consultation.physical_checks.record import (
    DrinkingDays,
    DrinkingUnits,
    HeavyDrinking,
    PhysicalChecks,
    Smoking,
)
from app.consultation.prompts import assess
from app.rules.rulebook import Level
from tests.consultation.a_visit import (
    DECLINED,
    PERSON,
    TODAY,
    draft,
    known,
    medicine,
    past,
    reading,
    told,
    whole_list,
)

NINE = {
    "drinking_days": told(DrinkingDays.FOUR_OR_MORE),
    "drinking_units": told(DrinkingUnits.TO_6),
    "heavy_drinking": told(HeavyDrinking.WEEKLY),
}
SMOKES = {"smoking": told(Smoking.CURRENT)}
TEN_DAYS_AGO = TODAY - timedelta(days=10)
SIGNS = told((DependenceSign.MORNING,))


def medicines(*taken, began=None, **more):
    return whole_list(*(medicine(name, began) for name in taken), **more)


def ago(**span):
    return TODAY - timedelta(**span)


def outcome(rule, checks, taken, history=None, **more):
    said = draft(physical_checks=PhysicalChecks(**checks), medicines=taken, **more)
    found = assess(said, PERSON, history or past(), rulebook(), TODAY)
    return next(each for each in found.outcomes if each.rule.id == rule)


NEW = medicines("olanzapine", began=ago(weeks=3))
TOLD = [
    ("smi-med-without-register", {"on_smi_register": told(YesNo.NO)}, medicines("lithium"), Level.ROUTINE),
    ("who-monitors-unclear", {"tests_owner": told(TestsOwner.NOBODY)}, NEW, Level.SOON),
    (
        "ecg-indicated",
        {"ecg": told(LastDone()), "ecg_reasons": told((EcgReason.FAMILY,))},
        medicines("olanzapine"),
        Level.SOON,
    ),
    ("ecg-indicated", {"ecg": told(LastDone())}, medicines("olanzapine", "citalopram"), Level.SOON),
    ("results-not-seen", {"test_awaited": told(LastDone(ago(days=15)))}, NEW, Level.ROUTINE),
    (
        "hba1c-wrong-test",
        {"hba1c": known(Decimal(41)), "hba1c_trouble": told((HbA1cTrouble.ANAEMIA,))},
        medicines(),
        Level.ROUTINE,
    ),
    (
        "quit-smoking-olanzapine",
        {"smoking": told(Smoking.EX), "smoking_change": told(LastDone(TEN_DAYS_AGO))},
        medicines("olanzapine"),
        Level.SOON,
    ),
    (
        "restart-smoking-clozapine",
        SMOKES | {"smoking_restart": told(LastDone(TEN_DAYS_AGO))},
        medicines("clozapine"),
        Level.SOON,
    ),
    ("smoker-chronic-cough", SMOKES | {"chest_signs": told((ChestSign.HOARSE,))}, medicines(), Level.SOON),
    ("smoker-chronic-cough", SMOKES | {"chest_signs": told((ChestSign.BLOOD,))}, medicines(), Level.URGENT),
    (
        "audit-brief-advice",
        NINE | {"audit_total": told(Decimal(12)), "dependence_signs": told(())},
        medicines(),
        Level.ROUTINE,
    ),
    ("audit-harm-with-smi", NINE | {"audit_total": told(Decimal(16))}, medicines(), Level.SOON),
    ("alcohol-dependence-possible", NINE | {"dependence_signs": SIGNS}, medicines(), Level.SOON),
    (
        "alcohol-withdrawal-now",
        NINE | {"drank_less_lately": told(YesNo.YES), "withdrawal_signs": told((WithdrawalSign.TREMOR,))},
        medicines(),
        Level.NOW,
    ),
    (
        "wernicke-risk",
        {
            "unwell_today": told(YesNo.YES),
            "wasting": told(YesNo.YES),
            "brain_signs": told((BrainSign.UNSTEADY,)),
        },
        medicines(),
        Level.NOW,
    ),
    (
        "alcohol-plus-sedatives",
        NINE | {"hard_to_wake": told(YesNo.YES)},
        medicines("clozapine"),
        Level.URGENT,
    ),
    (
        "opioid-benzo-gabapentinoid-stack",
        {"breathing_illness": told((BreathingIllness.COPD,))},
        medicines("codeine", "diazepam"),
        Level.URGENT,
    ),
    (
        "cannabis-smoked-cyp",
        {"drugs": told((Drug.CANNABIS,)), "cannabis_changed": told(YesNo.YES)},
        medicines("clozapine"),
        Level.SOON,
    ),
    (
        "opioid-use-naloxone",
        {"drugs": told((Drug.OPIOIDS,)), "naloxone_kit": told(YesNo.NO)},
        medicines(),
        Level.SOON,
    ),
    (
        "stimulant-use-cardiac",
        {"drugs": told((Drug.STIMULANTS,)), "stimulant_signs": told((StimulantSign.CHEST_PAIN,))},
        medicines(),
        Level.NOW,
    ),
    ("injecting-or-shared-kit", {"drugs": told((Drug.SHARED,))}, medicines(), Level.ROUTINE),
    (
        "gambling-aripiprazole",
        {},
        medicines("aripiprazole", effects=(SideEffect(key="urges", presence=Presence.A_LITTLE),)),
        Level.SOON,
    ),
    ("gambling-ask", {"gambling": told(Gambling.OTHER)}, medicines(), Level.SOON),
    ("caffeine-interaction", {"caffeine": told(Caffeine.LESS)}, medicines("lithium"), Level.ROUTINE),
    ("antipsychotic-start-schedule-weekly", {"weight": known(Decimal(80), on=ago(days=11))}, NEW, None),
]


@pytest.mark.parametrize(("rule", "checks", "taken", "level"), TOLD, ids=[each[0] for each in TOLD])
def test_what_is_typed_leads_to_what_the_table_asks_for(rule, checks, taken, level):
    found = outcome(rule, checks, taken)
    assert found.level is level


def test_a_missing_tracing_is_one_prompt_and_so_is_a_change_of_smoking_on_clozapine():
    changed = {"smoking": told(Smoking.EX), "smoking_change": told(LastDone(TEN_DAYS_AGO))}
    checks = PhysicalChecks(ecg=told(LastDone()), **changed)
    taken = medicines("clozapine", "haloperidol", "citalopram")
    found = assess(draft(physical_checks=checks, medicines=taken), PERSON, past(), rulebook(), TODAY)
    topics = {o.rule.id: o.rule.topic for o in found.outcomes if o.level is not None}
    assert topics["ecg-indicated"] == topics["qt-stack-no-symptoms"]
    assert "quit-smoking-clozapine" in topics
    assert "clozapine-level-trigger" not in topics


def test_a_new_antipsychotic_without_a_weight_of_ten_days_asks_for_one_each_week():
    height, weight = reading("height", "170", ago(days=400)), reading("weight", "80", ago(days=11))
    found = outcome("antipsychotic-start-schedule-weekly", {}, NEW, past(height, weight))
    assert found.level is Level.SOON
    weighed = {"weight": known(Decimal(81))}
    assert outcome("antipsychotic-start-schedule-weekly", weighed, NEW, past(height, weight)).level is None


def test_an_overdue_blood_test_that_is_declined_is_offered_another_way():
    old = past(reading("hba1c", "40", ago(days=400)), reading("total_cholesterol", "5", ago(days=30)))
    found = outcome("bloods-declined-needle", {"hba1c": DECLINED}, medicines(), old)
    assert found.level is Level.ROUTINE


def test_debt_on_a_medicine_that_can_bring_urges_is_a_reason_to_ask_the_prescriber():
    debt = HomeAndWork(money=told((MoneyTrouble.DEBT,)))
    found = outcome("gambling-aripiprazole", {}, medicines("ropinirole"), home_and_work=debt)
    assert found.level is Level.SOON


def test_a_quit_offer_on_olanzapine_stands_on_one_card_with_what_less_smoke_does():
    checks = SMOKES | {"smoking_change": told(LastDone(TEN_DAYS_AGO))}
    said = draft(physical_checks=PhysicalChecks(**checks), medicines=medicines("olanzapine"))
    found = assess(said, PERSON, past(), rulebook(), TODAY)
    [card] = [p for p in found.prompts if p.topic == "smoking"]
    assert {o.rule.id for o in card.outcomes} == {"quit-smoking-olanzapine", "smoker-offer"}
    assert card.level is Level.SOON


def test_where_dependence_is_possible_nobody_is_offered_a_talk_about_drinking_less():
    checks = NINE | {"audit_total": told(Decimal(12)), "dependence_signs": SIGNS}
    said = draft(physical_checks=PhysicalChecks(**checks), medicines=medicines())
    found = assess(said, PERSON, past(), rulebook(), TODAY)
    [card] = [p for p in found.prompts if p.topic == "alcohol"]
    assert "audit-brief-advice" not in {o.rule.id for o in card.outcomes}


def test_somebody_with_nothing_wrong_gets_no_prompt_of_these():
    said = draft(
        physical_checks=PhysicalChecks(
            smoking=told(Smoking.NEVER),
            drinking_days=told(DrinkingDays.NEVER),
            unwell_today=told(YesNo.NO),
            drugs=told(()),
            gambling=told(Gambling.NO),
        ),
        medicines=medicines("sertraline"),
    )
    found = assess(said, PERSON, past(), rulebook(), TODAY)
    ours = {rule for rule, *_ in TOLD}
    assert not ours & {o.rule.id for p in found.prompts for o in p.outcomes}
    assert not ours & {o.rule.id for o in found.cannot_tell} - {"hba1c-wrong-test"}


@pytest.mark.parametrize("rule", ["alcohol-withdrawal-now", "wernicke-risk", "stimulant-use-cardiac"])
def test_an_emergency_of_these_leads_to_the_emergency_card_where_no_rule_is_signed_off(rule):
    [(checks, taken)] = [(checks, taken) for name, checks, taken, _ in TOLD if name == rule]
    said = draft(physical_checks=PhysicalChecks(**checks), medicines=taken)
    assert assess(said, PERSON, past(), rulebook(), TODAY, frozenset()).red_flags
    assert not assess(said, PERSON, past(), rulebook(), TODAY).red_flags
