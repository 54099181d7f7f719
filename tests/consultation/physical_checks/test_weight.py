"""Weight over time: measured ones only, a gain from before the medicine, a loss that was not meant."""

from datetime import date
from decimal import Decimal

import pytest

from app.consultation.answers import How, YesNo
from app.consultation.book import rulebook
from app.consultation.dialog.record import AreaAnswer, Dialog
from app.consultation.history import History
from app.consultation.medicines.record import Medicines
from app.consultation.physical_checks.conditions import KnownCondition
from app.consultation.physical_checks.record import BloodPressure, PhysicalChecks
from app.consultation.prompts import assess, gather
from app.consultation.questions import questions_shown
from app.rules.facts import Missing, Reason
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

MAY, AUGUST, OCTOBER = date(2026, 5, 25), date(2026, 8, 23), date(2026, 10, 24)


def taking(**started):
    return whole_list(*(medicine(each, day) for each, day in started.items()))


def weighed(*rows, how=How.MEASURED, **more):
    return past(*(reading("weight", kg, on, how=how) for on, kg in rows), **more)


def facts(history=None, medicines=None, **answers):
    said = draft(physical_checks=PhysicalChecks(**answers), medicines=medicines or Medicines())
    return gather(said, visit(history))


def fired(history=None, medicines=None, dialog=None, **answers):
    said = draft(
        physical_checks=PhysicalChecks(**answers),
        medicines=medicines or taking(),
        dialog=dialog or Dialog(),
    )
    return levels_by_rule(said, history)


def test_a_loss_is_held_against_the_heaviest_of_six_months_and_a_told_weight_counts_for_none():
    now = known(Decimal("81.0"))
    assert facts(weighed((MAY, "90.0"), (OCTOBER, "88.0")), weight=now)["weight_loss"].value == 10
    assert (
        facts(weighed((date(2026, 5, 21), "99.0"), (OCTOBER, "90.0")), weight=now)["weight_loss"].value == 10
    )
    lone = facts(weighed((OCTOBER, "90.0"), how=How.SELF_REPORTED), weight=now)["weight_loss"]
    assert lone.reason is Reason.NOT_KNOWN
    assert facts(weighed((MAY, "90.0")), weight=told(Decimal(81)))["weight_loss"].reason is Reason.TOO_OLD
    assert facts(weighed((OCTOBER, "80.0")), weight=now)["weight_loss"].value == 0, "a gain is no loss"


def test_a_loss_asks_whether_it_was_meant_and_no_other_weight_does():
    def asked(kg):
        record, before = PhysicalChecks(weight=known(Decimal(kg))), weighed((OCTOBER, "90.0"))
        around = visit(before, gather(draft(physical_checks=record), visit(before)))
        return {name for name, _ in questions_shown(record, around)}

    assert "weight_loss_meant" in asked("85.5")
    assert "weight_loss_meant" not in asked("85.6")


def test_a_loss_that_was_not_meant_is_prompted_and_silences_the_offer_of_help_to_lose_more():
    before, now = weighed((AUGUST, "120.0")), known(Decimal("106.0"))
    answers = {"weight": now, "height": known(Decimal(170)), "weight_talk_welcome": told(YesNo.YES)}
    none = told(())
    said = fired(before, **answers, known_conditions=none, weight_loss_meant=told(YesNo.NO))
    assert said["weight-loss-unplanned"] == "urgent"
    assert "bmi-obesity-offer" not in said
    meant = fired(before, **answers, known_conditions=none, weight_loss_meant=told(YesNo.YES))
    assert "weight-loss-unplanned" not in meant
    assert meant["bmi-obesity-offer"] == "routine"
    eating = told((KnownCondition.EATING,))
    asked = fired(before, **answers, known_conditions=eating, weight_loss_meant=told(YesNo.YES))
    assert "bmi-obesity-offer" not in asked


def test_a_gain_counts_from_before_the_medicine_and_not_from_the_last_visit():
    before = weighed((AUGUST, "80.0"), (OCTOBER, "84.0"))
    medicines = taking(olanzapine=date(2026, 9, 1))
    found = facts(before, medicines, weight=known(Decimal("85.6")))
    assert found["weight_gain_on_new_medicine"].value == 7
    assert found["weight_gain_in_three_months"].value == Decimal("5.6")
    assert found["weight_gain_in_first_month"].reason is Reason.NOT_KNOWN
    assert fired(before, medicines, weight=known(Decimal("85.6")))["weight-gain-early"] == "soon"


def test_the_first_month_is_the_month_after_the_start():
    before = weighed((AUGUST, "80.0"), (date(2026, 10, 1), "84.0"), (date(2026, 10, 2), "86.0"))
    found = facts(before, taking(mirtazapine=date(2026, 9, 1)), weight=known(Decimal("81.0")))
    assert found["weight_gain_in_first_month"].value == 5
    assert found["weight_gain_on_new_medicine"].value == Decimal("1.3")


@pytest.mark.parametrize("medicines", [taking(), taking(olanzapine=None), taking(sertraline=AUGUST)])
def test_without_a_medicine_that_was_begun_in_the_year_no_gain_is_held_against_one(medicines):
    found = facts(weighed((AUGUST, "80.0")), medicines, weight=known(Decimal("90.0")))
    assert isinstance(found["weight_gain_on_new_medicine"], Missing)


def test_a_long_taken_clozapine_is_held_against_the_lightest_of_the_year_and_against_how_life_is():
    before = weighed((date(2026, 1, 5), "80.0"), (OCTOBER, "83.0"))
    medicines = taking(clozapine=date(2015, 1, 1))
    now = {"weight": known(Decimal("84.5")), "height": known(Decimal(170))}
    found = facts(before, medicines, **now)
    assert found["weight_gain_on_olanzapine_or_clozapine"].value == Decimal("5.6")
    assert found["bmi_rise_on_olanzapine_or_clozapine"].value == Decimal("1.6")
    unhappy = Dialog(physical_health=AreaAnswer(rating=told(3)))
    assert fired(before, medicines, unhappy, **now)["olanzapine-gain-unhappy"] == "soon"


def test_over_target_needs_two_days_and_goes_by_age():
    def over(born, upper, *earlier):
        before = past(*(reading("systolic", each, AUGUST) for each in earlier))
        pressure = known((BloodPressure(upper, 80),))
        around = visit(before, birth_date=born)
        return gather(draft(physical_checks=PhysicalChecks(blood_pressure=pressure)), around)[
            "upper_number_over_target_on_two_days"
        ]

    young, old = date(1985, 2, 28), date(1946, 11, 22)
    assert over(young, 140, "140").value is True
    assert over(young, 140, "139").value is False
    assert over(young, 139, "160").value is False
    assert over(old, 149, "160").value is False
    assert over(old, 150, "150").value is True
    assert isinstance(over(young, 150), Missing)
    assert over(young, 139).value is False, "one day under target settles it"


def test_a_weight_that_was_taken_is_not_asked_for_again_because_no_earlier_one_is_known():
    said = draft(physical_checks=PhysicalChecks(weight=known(Decimal(80))), medicines=taking())
    seen = assess(said, PERSON, History(), rulebook(), TODAY)
    assert isinstance(seen.facts["weight_loss"], Missing)
    assert "weight_loss" not in {question.fact.name for question in seen.ask_next}
    blank = assess(draft(medicines=taking()), PERSON, History(), rulebook(), TODAY)
    assert {"weight_loss", "bmi"} & {question.fact.name for question in blank.ask_next}
