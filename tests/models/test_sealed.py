"""A signed visit keeps every prompt as it was worded, with the values it stood on."""

from datetime import date
from decimal import Decimal

from app.consultation.answers import How, Known
from app.consultation.care_plan import Action, Owner
from app.consultation.history import History
from app.consultation.physical_checks.record import (
    BloodPressure,
    BpSymptom,
    LastDone,
    PhysicalChecks,
    Smoking,
)
from app.consultation.prompts import assess
from app.models.sealed import SealedReason, sealed
from tests.consultation.a_visit import PERSON, TODAY, draft, told
from tests.consultation.small_rules import book, rule


def worded(folder, record, *rules, history=None):
    return sealed(
        assess(draft(physical_checks=record), PERSON, history or History(), book(folder, *rules), TODAY)
    )


def test_both_wordings_the_reasons_and_the_source_are_kept(tmp_path):
    pressure = Known((BloodPressure(150, 80),), How.MEASURED, TODAY)
    raised = rule("raised", "systolic >= 140 mmHg", version=3)
    [prompt] = worded(tmp_path, PhysicalChecks(blood_pressure=pressure), raised)
    assert (prompt.rule, prompt.version, prompt.topic, prompt.level) == ("raised", 3, "pressure", "routine")
    assert (prompt.said, prompt.said_to_hca) == ("Say raised routine.", "Tell the nurse: raised.")
    assert (prompt.evidence, prompt.mark) == ("Made for a test", "K")
    assert prompt.reasons == (
        SealedReason("systolic >= 140 mmHg", "systolic", "150", "2026-11-22", "measured"),
    )


def test_what_was_held_back_is_kept_as_well(tmp_path):
    smoker = rule("smoker", "smokes tobacco", topic="smoking", kind="lifestyle")
    severe = rule("severe", "bp warning symptom", "now", kind="safety")
    record = PhysicalChecks(smoking=told(Smoking.CURRENT), bp_symptoms=told((BpSymptom.HEADACHE,)))
    assert [p.rule for p in worded(tmp_path, record, smoker, severe)] == ["severe", "smoker"]


def test_a_never_of_all_time_is_not_given_a_day(tmp_path):
    due = rule("due", "no metabolic review in last 6 months", topic="weight")
    [prompt] = worded(tmp_path, PhysicalChecks(metabolic_review=told(LastDone())), due)
    assert [r.shown for r in prompt.reasons] == ["never"]


def test_a_prompt_that_is_already_managed_keeps_the_level_of_its_rule(tmp_path):
    heavy = rule("heavy", "bmi >= 30.0 kg/m2", "soon", topic="weight")
    record = PhysicalChecks(weight=told(Decimal(90)), height=told(Decimal(170)))
    promise = Action(id="a", what="See the GP", owner=Owner.PERSON, topic="weight", by_when=date(2026, 12, 1))
    [prompt] = worded(tmp_path, record, heavy, history=History(promises=(promise,)))
    assert prompt.level == "soon"
