"""Signs, side effects and changes with medicines: what is an emergency with one is ordinary without it."""

from datetime import date
from decimal import Decimal

import pytest

from app.consultation.answers import YesNo
from app.consultation.book import rulebook
from app.consultation.history import History
from app.consultation.medicine import Form
from app.consultation.medicines.effects_asked import effects_asked
from app.consultation.medicines.record import Medicines, Presence, SideEffect
from app.consultation.medicines.sign_facts import EFFECT_FACTS
from app.consultation.medicines.signs import BodySign, ChangedLately, HormoneSign, InnerSign, OlanzapineDepot
from app.consultation.opening.record import Opening
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.prevention.record import Organ, Pregnancy, Prevention
from app.consultation.prompts import assess, gather
from app.consultation.questions import questions_shown
from app.consultation.visit import Visit
from app.consultation.wellbeing_and_safety.record import WellbeingAndSafety
from tests.consultation.a_visit import (
    PERSON,
    TODAY,
    draft,
    known,
    levels_by_rule,
    medicine,
    past,
    reading,
    told,
    visit,
    whole_list,
)

NEW = {
    "nms-suspected",
    "serotonin-syndrome",
    "acute-dystonia",
    "hyponatraemia-confusion",
    "qt-stack-symptoms",
}


def list_of(*names: str, form: Form = Form.TABLET, **answers) -> Medicines:
    return whole_list(*(medicine(name, form=form) for name in names), **answers)


def noticed(*keys: str) -> tuple[SideEffect, ...]:
    return tuple(SideEffect(key=key, presence=Presence.A_LITTLE) for key in keys)


def seen(medicines: Medicines, **records):
    return assess(draft(medicines=medicines, **records), PERSON, History(), rulebook(), TODAY)


def fired(medicines: Medicines, history: History | None = None, **records):
    return levels_by_rule(draft(medicines=medicines, **records), history)


def asked(medicines: Medicines, **records):
    said = draft(medicines=medicines, **records)
    facts = gather(said, visit())
    return {name for name, _ in questions_shown(said.records["medicines"], visit(facts=facts))}


def test_the_same_two_signs_are_an_emergency_with_an_antipsychotic_and_none_with_metformin():
    signs = told((BodySign.FEVER, BodySign.STIFF))
    assert fired(list_of("haloperidol", body_signs=signs))["nms-suspected"] == "now"
    assert "nms-suspected" not in fired(list_of("metformin", body_signs=signs))


def test_a_measured_fever_counts_where_none_was_told_and_only_over_38():
    signs = told((BodySign.STIFF,))
    hot = PhysicalChecks(temperature=known(Decimal("38.1")), unwell_today=told(YesNo.YES))
    warm = PhysicalChecks(temperature=known(Decimal("38.0")), unwell_today=told(YesNo.YES))
    assert "nms-suspected" in fired(list_of("haloperidol", body_signs=signs), physical_checks=hot)
    assert "nms-suspected" not in fired(list_of("haloperidol", body_signs=signs), physical_checks=warm)


def test_somebody_without_a_medicine_for_the_mind_is_asked_no_more_than_before():
    brought = {"medicine_changed", "body_signs", "inner_signs", "hormone_signs", "movement_check"}
    assert not brought & asked(list_of("metformin", "paracetamol"))
    assert asked(list_of("sertraline")) & brought == {"medicine_changed", "body_signs", "inner_signs"}
    assert asked(list_of("risperidone")) >= brought


def test_a_start_that_the_list_knows_answers_when_a_medicine_was_changed():
    lately = whole_list(medicine("sertraline", date(2026, 11, 10)), effects=noticed("restless"))
    assert fired(lately)["akathisia"] == "urgent"
    long_ago = list_of(
        "sertraline", effects=noticed("restless"), medicine_changed=told(ChangedLately.EARLIER)
    )
    assert "akathisia" not in fired(long_ago)


def test_restlessness_with_thoughts_of_not_wanting_to_live_is_an_emergency_and_waits_while_others_are_there():
    taken = list_of("aripiprazole", effects=noticed("restless"))
    thoughts = WellbeingAndSafety(not_wanting_to_live=told(YesNo.YES))
    found = seen(taken, wellbeing_and_safety=thoughts, opening=Opening())
    [prompt] = [p for p in found.prompts if p.topic == "restlessness"]
    assert prompt.level.word == "now"
    assert prompt.is_told_alone


@pytest.mark.parametrize("fact", EFFECT_FACTS)
def test_each_side_effect_that_a_rule_needs_is_asked_of_somebody(fact):
    said = draft(medicines=list_of("haloperidol", "procyclidine", "amitriptyline", "aripiprazole"))
    assert EFFECT_FACTS[fact] in effects_asked(visit(facts=gather(said, visit())))


def test_hormones_are_asked_alone_and_so_is_what_comes_of_them():
    taken = list_of("risperidone", hormone_signs=told((HormoneSign.PERIODS,)))
    [prompt] = [p for p in seen(taken).prompts if p.topic == "hormones"]
    assert prompt.is_told_alone


def test_a_qtc_between_the_limits_goes_by_the_organs_and_is_never_guessed():
    def qtc(milliseconds, *organs, **more):
        checks = PhysicalChecks(qtc=known(Decimal(milliseconds)))
        return fired(list_of(), physical_checks=checks, prevention=Prevention(organs=told(organs)), **more)

    assert "qtc-value-act" not in qtc(450, Organ.CERVIX, Organ.WOMB)
    assert qtc(450, Organ.PROSTATE)["qtc-value-act"] == "soon"
    assert qtc(470, Organ.WOMB)["qtc-value-act"] == "soon"
    before = past(reading("qtc", "380", date(2026, 5, 1)))
    assert qtc(441, Organ.WOMB, history=before)["qtc-value-act"] == "now", "61 more than before"


def test_a_low_potassium_of_an_earlier_visit_is_no_emergency_of_today():
    before = past(reading("potassium", "2.8", date(2026, 9, 1)))
    assert fired(list_of("citalopram"), before)["hypokalaemia-qt"] == "urgent"
    today = PhysicalChecks(potassium=known(Decimal("2.8")))
    assert fired(list_of("citalopram"), physical_checks=today)["hypokalaemia-qt"] == "now"


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ({"pregnancy": told(Pregnancy.PREGNANT)}, {"valproate-pregnant-now": "now"}),
        (
            {"pregnancy": told(Pregnancy.COULD_BE), "late_or_positive": told(YesNo.YES)},
            {"valproate-pregnant-now": "now"},
        ),
        (
            {"pregnancy": told(Pregnancy.TRYING), "surest_contraception": told(YesNo.NO)},
            {"valproate-could-be-pregnant": "urgent"},
        ),
        ({"pregnancy": told(Pregnancy.CANNOT_BE)}, {}),
    ],
)
def test_valproate_and_a_pregnancy_that_is_or_could_be(said, level):
    found = fired(list_of("valproate"), prevention=Prevention(organs=told((Organ.WOMB,)), **said))
    assert {rule: word for rule, word in found.items() if rule.startswith("valproate")} == level


def test_on_valproate_pregnancy_is_asked_at_any_age():
    said = draft(medicines=list_of("valproate"), prevention=Prevention(organs=told((Organ.WOMB,))))
    old = Visit(visit(birth_date=date(1960, 1, 1)).person, TODAY, History())
    surrounded = visit(facts=gather(said, old), birth_date=date(1960, 1, 1))
    assert "pregnancy" in {name for name, _ in questions_shown(said.records["prevention"], surrounded)}


def test_two_medicines_on_the_rhythm_bring_the_tracing_and_the_potassium_onto_the_sheet():
    def sheet(*names):
        facts = gather(draft(medicines=list_of(*names)), visit())
        return {name for name, _ in questions_shown(PhysicalChecks(), visit(facts=facts))}

    assert {"ecg", "potassium"} <= sheet("citalopram", "haloperidol")
    assert not {"ecg", "potassium"} & sheet("citalopram")
    assert "ecg" in sheet("methadone")


def test_nothing_ticked_on_an_emergency_sign_says_so_and_nothing_asked_says_nothing():
    none = fired(list_of("clozapine", inner_signs=told(())))
    assert "urinary-retention" not in none
    open_still = seen(list_of("clozapine"))
    assert "urinary-retention" in {outcome.rule.id for outcome in open_still.cannot_tell}
    warned = {outcome.rule.id for outcome in open_still.warnings}
    assert warned & NEW == {"nms-suspected"}, "one question left open is one card, not eight"
    assert fired(list_of("clozapine", inner_signs=told((InnerSign.WATER,))))["urinary-retention"] == "now"


def test_an_olanzapine_depot_of_today_is_watched_and_never_at_home():
    def given(*places, **more):
        return fired(list_of("olanzapine", form=Form.DEPOT, olanzapine_depot=told(places), **more)).get(
            "olanzapine-lai-observation"
        )

    assert given(OlanzapineDepot.HOME) == "urgent"
    assert given(OlanzapineDepot.ALONE, body_signs=told(())) is None
    assert given(OlanzapineDepot.ALONE, body_signs=told((BodySign.DROWSY,))) == "now"
    assert given(body_signs=told((BodySign.DROWSY,))) is None, "not given today"


def test_who_is_trying_for_a_child_uses_no_contraception_and_need_not_be_asked():
    trying = Prevention(organs=told((Organ.WOMB,)), pregnancy=told(Pregnancy.TRYING))
    assert fired(list_of("lithium"), prevention=trying)["teratogen-contraception"] == "urgent"


def test_a_man_on_valproate_is_told_alone_and_needs_no_second_specialist():
    body = Prevention(organs=told((Organ.PROSTATE,)), father_advice=told(YesNo.NO))
    taken = whole_list(medicine("valproate", date(2019, 5, 1)))
    [prompt] = [p for p in seen(taken, prevention=body).prompts if p.topic == "valproate"]
    assert [outcome.rule.id for outcome in prompt.outcomes] == ["valproate-male"]
    assert prompt.is_told_alone


def test_what_could_be_a_pregnancy_waits_for_the_organs_where_they_are_not_known():
    said = Prevention(pregnancy=told(Pregnancy.COULD_BE))
    found = seen(list_of("lithium"), prevention=said)
    [open_still] = [o for o in found.cannot_tell if o.rule.id == "teratogen-contraception"]
    assert "womb_present" in open_still.needs
    assert "prevention.organs" in {question.fact.asked_in for question in found.ask_next}
