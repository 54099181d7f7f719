"""The body checks on the paper: what was found, what was not done and why, and no check forgotten."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.consultation.answers import NOBODY_ASKED, How, Known, Unknown, WhyNot, YesNo
from app.consultation.bands import SCALES
from app.consultation.book import topics
from app.consultation.care_plan import Action, CarePlan, Owner
from app.consultation.draft import Draft
from app.consultation.history import History
from app.consultation.medicine import Medicine
from app.consultation.medicines.record import Medicines
from app.consultation.person import Person
from app.consultation.physical_checks.record import (
    BloodPressure,
    DrinkingDays,
    DrinkingUnits,
    HeavyDrinking,
    LastDone,
    PhysicalChecks,
    Smoking,
)
from app.consultation.physical_checks.signs import Unsteady
from app.consultation.prompts import surroundings
from app.consultation.questions import Kind, questions
from app.reports.checks_not_done import WORDS
from app.reports.checks_on_paper import BANDS_FROM, NEXT_STEP_TOPICS, NOT_FOR_THE_TABLE, SMOKING_WORDS
from app.reports.meanings import MEANINGS
from app.reports.paper_of_visit import Printing, paper_of
from app.reports.plan_paper import BodyCheck, NotDone, PlanPaper
from app.reports.which_checks import FAMILIES, INSIDE, LEFT_OUT, NAMES, rows
from app.rules.bands import BMI_GENERAL, SYSTOLIC
from tests.consultation.a_visit import past, reading

OTHER_PARTS = "medicines; prevention; home and work; carers; crisis plan."
TODAY = date(2026, 11, 22)
BEFORE = TODAY - timedelta(days=20)
JO = Person(id="p", family_name="Li", given_name="Jo", birth_date=date(1990, 5, 1))
QUESTIONS = questions(PhysicalChecks)
CHECKS = sorted(set(QUESTIONS) - set(LEFT_OUT))
DECLINED = Unknown(WhyNot.DECLINED)


def told(value: Any, how: How = How.SELF_REPORTED, on: date = TODAY) -> Known[Any]:
    return Known(value, how, on)


def measured(value: Any) -> Known[Any]:
    return told(value, How.MEASURED)


def paper(history: History | None = None, plan: CarePlan | None = None, **answers: Any) -> PlanPaper:
    draft = Draft("d", "p", datetime(2026, 11, 22, 10, tzinfo=UTC)).with_plan(plan or CarePlan())
    draft = draft.with_record("medicines", answers.pop("medicines", Medicines()))
    draft = draft.with_record("physical_checks", PhysicalChecks(**answers))
    visit = surroundings(draft, JO, history or History(), TODAY)
    return paper_of(draft, JO, visit, Printing("Kim", True, True, "1", "x", False))


def answer_to(name: str) -> Known[Any]:
    """Any answer to a question."""
    question = QUESTIONS[name]
    if question.kind is Kind.NUMBER:
        assert question.limits is not None
        return measured((question.limits.soft_low + question.limits.soft_high) / 2)
    if question.kind is Kind.BLOOD_PRESSURE:
        return measured((BloodPressure(128, 76),))
    if question.kind is Kind.TEXT:
        return told("the heart clinic")
    if question.kind is Kind.DAY:
        return told(LastDone(BEFORE))
    assert question.options is not None
    last = [each for each in question.options if each not in NOT_FOR_THE_TABLE][-1]
    return told((last,)) if question.kind is Kind.TICKS else told(last)


# Where a check belongs to another, that one, and an answer to it with which it is asked.
UNWELL = {"unwell_today": told(YesNo.YES)}
RESULTS = (
    *("white_cells", "neutrophils", "clozapine_level", "lithium_level", "egfr", "acr", "sodium", "potassium"),
    *("adjusted_calcium", "tsh", "alt", "prolactin", "ecg", "qtc"),
)
WITH = {
    **dict.fromkeys(("temperature", "respiratory_rate", "oxygen"), UNWELL),
    **{result: {"other_results": told(YesNo.YES)} for result in RESULTS},
    "clozapine_blood_count": {
        "medicines": Medicines(rows=(Medicine(id="c", name="Clozapine", ingredient="clozapine"),))
    },
    "ketones": {"random_glucose": told(Decimal(14))},
    "qtc": {"other_results": told(YesNo.YES), "ecg": told(LastDone(BEFORE))},
    "audit_total": {
        "drinking_days": told(DrinkingDays.FOUR_OR_MORE),
        "drinking_units": told(DrinkingUnits.TEN_OR_MORE),
        "heavy_drinking": told(HeavyDrinking.DAILY),
    },
    "standing_blood_pressure": {"unsteady": told((next(iter(Unsteady)),))},
    "bp_symptoms": {"blood_pressure": measured((BloodPressure(184, 114),))},
    "cigarettes_a_day": {"smoking": told(Smoking.CURRENT)},
    "drinking_units": {"drinking_days": told(DrinkingDays.MONTHLY)},
    "heavy_drinking": {
        "drinking_days": told(DrinkingDays.MONTHLY),
        "drinking_units": told(DrinkingUnits.TO_4),
    },
}


# No check is forgotten


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_that_is_not_left_out_with_a_reason_is_found_on_the_paper(name):
    with_it = paper(**WITH.get(name, {}), **{name: answer_to(name)})
    assert with_it.checks != paper(**WITH.get(name, {})).checks


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("reason", WORDS)
def test_every_check_that_was_not_done_is_on_the_paper_with_why(name, reason):
    given = Unknown(reason, "scales broken")
    made = paper(**WITH.get(name, {}), **{name: given})
    assert f"{WORDS[reason]} scales broken." in [line.why for line in made.not_done]


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_is_left_out_has_its_reason_and_is_nowhere_on_the_paper(name):
    assert len(LEFT_OUT[name].split()) > 4
    assert QUESTIONS[name]
    smokes = {"smoking": told(Smoking.CURRENT)}
    assert paper(**smokes, **{name: answer_to(name)}).checks == paper(**smokes).checks
    assert paper(**smokes, **{name: DECLINED}).not_done == paper(**smokes).not_done


def test_a_reason_for_having_no_answer_has_its_words_on_the_paper():
    assert set(WORDS) == set(WhyNot) - NOBODY_ASKED


def test_nothing_is_named_that_is_no_check():
    named = {*NAMES, *INSIDE, *INSIDE.values(), *(check for family in FAMILIES.values() for check in family)}
    assert named <= set(CHECKS)
    assert set(NEXT_STEP_TOPICS) <= set(rows())
    assert set(NEXT_STEP_TOPICS.values()) <= set(topics())
    assert set(SMOKING_WORDS) == set(Smoking)


# What was found


def test_height_and_all_blood_fats_are_printed():
    made = paper(
        height=measured(Decimal(165)),
        total_cholesterol=measured(Decimal("5.2")),
        hdl=measured(Decimal("0.70")),
        triglycerides=measured(Decimal("8.2")),
    )
    assert made.checks == (
        BodyCheck("Height", "165 cm (5 ft 5 in)"),
        BodyCheck("Cholesterol", "5.2 mmol/L", "Not so high that more is offered for it alone."),
        BodyCheck("HDL cholesterol", "0.7 mmol/L"),
        BodyCheck("Blood fats (triglycerides)", "8.2 mmol/L"),
    )


@pytest.mark.parametrize(
    ("number", "said"), [("112.0", "112 cm"), ("100", "100 cm"), ("96.5", "96.5 cm"), ("1.1E+2", "110 cm")]
)
def test_a_number_is_printed_without_a_nought_that_says_nothing(number, said):
    assert paper(waist=measured(Decimal(number))).checks[0].found == said


@pytest.mark.parametrize(("answer", "said"), SMOKING_WORDS.items())
def test_smoking_is_said_in_the_persons_voice(answer, said):
    assert paper(smoking=told(answer)).checks[0].found == said


def test_how_much_is_smoked_stands_beside_it_only_of_somebody_who_smokes_now():
    assert paper(smoking=told(Smoking.CURRENT), cigarettes_a_day=told(Decimal(20))).checks[0].found == (
        "I smoke, 20 a day"
    )
    stopped = paper(smoking=told(Smoking.EX, How.FROM_RECORD), cigarettes_a_day=told(Decimal(20)))
    assert stopped.checks[0].found == "I used to smoke, from my record"


def test_alcohol_in_the_range_of_a_body_that_may_depend_on_it_is_not_more_questions():
    made = paper(
        drinking_days=told(DrinkingDays.FOUR_OR_MORE),
        drinking_units=told(DrinkingUnits.TEN_OR_MORE),
        heavy_drinking=told(HeavyDrinking.DAILY),
    )
    assert made.checks[0].means == (
        "12 of 12 points on the alcohol questions: in the range where the alcohol service is often asked to "
        "help. I can ask about it."
    )


def test_alcohol_is_said_as_it_was_answered_and_what_it_adds_up_to():
    made = paper(
        drinking_days=told(DrinkingDays.FOUR_OR_MORE),
        drinking_units=told(DrinkingUnits.TO_4),
        heavy_drinking=told(HeavyDrinking.NEVER),
    )
    assert made.checks == (
        BodyCheck(
            "Alcohol",
            "4 or more times a week, 3 to 4 units each time",
            "5 of 12 points on the alcohol questions: in the range where seven more questions are "
            "often asked. I can ask about it.",
        ),
    )
    none = paper(drinking_days=told(DrinkingDays.NEVER)).checks[0]
    assert (none.found, none.means) == (
        "I do not drink alcohol",
        "0 of 12 points on the alcohol questions: under the range where more questions are asked.",
    )


def test_what_is_usually_done_is_no_offer_of_ours_and_with_a_promise_there_is_nothing_to_ask_about():
    raised = {"hba1c": measured(Decimal(46))}
    [alone] = paper(**raised).checks
    usual = "In the range where help to bring it down, and a yearly test, are often offered."
    assert (alone.means, alone.next_step) == (f"{usual} I can ask about it.", "")
    promise = Action(id="a", what="plan the next test", owner=Owner.TEAM, topic="glucose")
    [with_promise] = paper(plan=CarePlan(actions=(promise,)), **raised).checks
    assert with_promise.means == usual
    [usual_one] = paper(hba1c=measured(Decimal(40))).checks
    assert usual_one.means == "Not raised."


def earlier_pressure(on: date = BEFORE) -> History:
    return past(reading("systolic", "154", on), reading("diastolic", "98", on))


def test_one_lower_pressure_does_not_wipe_out_the_higher_one_of_before():
    [row] = paper(earlier_pressure(), blood_pressure=measured((BloodPressure(136, 86),))).checks
    assert row.found == "136 over 86; on 2 November 2026: 154 over 98"
    assert row.means == (
        "Today not raised; on 2 November 2026 in the range where it is measured "
        "again on other days. I can ask about it."
    )
    [higher] = paper(earlier_pressure(), blood_pressure=measured((BloodPressure(158, 99),))).checks
    assert higher.found == "158 over 99", "today's says as much by itself"
    old = earlier_pressure(date(2026, 8, 1))
    [alone] = paper(old, blood_pressure=measured((BloodPressure(136, 86),))).checks
    assert alone.found == "136 over 86", "too old for the rules, and for the paper"


def test_a_worse_reading_of_the_same_visit_stands_beside_the_kept_one():
    both = (BloodPressure(184, 102), BloodPressure(150, 92))
    [row] = paper(blood_pressure=measured(both)).checks
    assert row.found == "150 over 92; before that 184 over 102"


def test_alcohol_half_answered_is_printed_as_far_as_it_was_answered():
    made = paper(drinking_days=told(DrinkingDays.MONTHLY), drinking_units=Unknown(WhyNot.RATHER_NOT_SAY))
    assert made.checks == (BodyCheck("Alcohol", "Monthly or less"),)
    assert NotDone("How much I drink at a time", "I would rather not say.") in made.not_done


def test_alcohol_of_an_earlier_visit_is_not_printed_as_if_it_were_todays():
    [alcohol] = paper(past(reading("audit_c", "9", BEFORE))).checks
    assert alcohol.found == "9 of 12 points on the alcohol questions, taken 2 November 2026"
    assert alcohol.means == "In the range where seven more questions are often asked. I can ask about it."
    assert paper(past(reading("audit_c", "9", BEFORE)), drinking_days=DECLINED).checks == ()


def test_what_was_agreed_after_a_check_says_whose_it_is():
    plan = CarePlan(
        actions=(
            Action(
                id="a",
                what="Check it again at home.",
                owner=Owner.WORKER,
                owner_name="Kim, nurse",
                topic="blood-pressure",
            ),
            Action(id="b", what="walk to the park", owner=Owner.PERSON, topic="blood-pressure"),
            Action(id="c", what="swim", owner=Owner.PERSON),
        )
    )
    made = paper(plan=plan, blood_pressure=measured((BloodPressure(148, 92),)), pulse=measured(Decimal(70)))
    assert [check.next_step for check in made.checks] == [
        "Kim will: Check it again at home. I will: walk to the park.",
        "",
    ]


# What was not done, and why


def test_declined_alcohol_is_named_once():
    made = paper(drinking_days=DECLINED, drinking_units=DECLINED, heavy_drinking=DECLINED)
    assert [line for line in made.not_done if "lcohol" in line.what] == [
        NotDone("Alcohol", "I would rather not today.")
    ]


def test_what_is_taken_together_is_named_together_where_all_of_it_was_left_for_one_reason():
    broken = Unknown(WhyNot.NOT_DONE, "no blood test this year")
    made = paper(total_cholesterol=broken, hdl=broken, triglycerides=broken, hba1c=broken)
    assert made.not_done[:2] == (
        NotDone("Blood sugar", "Not done today. no blood test this year."),
        NotDone("Blood fats (cholesterol)", "Not done today. no blood test this year."),
    )


def test_where_one_of_them_was_done_the_other_is_named_by_itself():
    made = paper(hba1c=measured(Decimal(41)), fasting_glucose=Unknown(WhyNot.NOT_DONE))
    assert made.not_done[0] == NotDone("Blood sugar, fasting", "Not done today.")


def test_what_was_not_asked_stands_in_one_line():
    made = paper(weight=measured(Decimal(80)), hba1c=measured(Decimal(41)), pulse=DECLINED)
    assert made.not_done == (
        NotDone("Pulse", "I would rather not today."),
        NotDone(
            "Not asked today",
            "Blood pressure; height; waist; smoking; alcohol; blood fats (cholesterol).",
        ),
        NotDone("We did not come to", f"How life is going; {OTHER_PARTS}"),
    )


def test_a_height_on_record_is_not_missed():
    made = paper(past(reading("height", "165", BEFORE)), weight=measured(Decimal(80)))
    assert not any("height" in line.why for line in made.not_done)


def test_a_visit_without_any_check_lists_none_of_them():
    parts = f"Physical checks; how life is going; {OTHER_PARTS}"
    assert paper().not_done == (NotDone("We did not come to", parts),)
    assert paper(past(reading("height", "165", BEFORE))).not_done == paper().not_done


def test_a_check_that_was_not_done_today_stands_with_its_latest_value_and_day():
    history = past(
        reading("weight", "90.5", BEFORE, how=How.MEASURED),
        reading("weight", "91.0", BEFORE - timedelta(days=30)),
        reading("hba1c", "49", BEFORE),
        reading("systolic", "182", TODAY, how=How.MEASURED),
        reading("diastolic", "108", TODAY, how=How.MEASURED),
        reading("smoking", Smoking.CURRENT.value, BEFORE, how=How.SELF_REPORTED),
        reading("audit_c", "0", BEFORE),
    )
    found = {check.what: check.found for check in paper(history).checks}
    assert found["Blood pressure"] == "182 over 108, taken 22 November 2026"
    assert found["Weight"] == "90.5 kg (14 st 4 lb), taken 2 November 2026"
    assert found["Blood sugar over time (HbA1c)"] == "49 mmol/mol, from my record, taken 2 November 2026"
    assert found["Smoking"] == "I smoke, taken 2 November 2026"
    assert found["Alcohol"] == "0 of 12 points on the alcohol questions, taken 2 November 2026"


def test_a_value_that_is_too_old_to_use_is_not_printed():
    long_ago = TODAY - timedelta(days=800)
    history = past(reading("weight", "90", long_ago), reading("systolic", "182", BEFORE))
    assert paper(history).checks == ()


def test_a_value_of_today_stands_alone():
    history = past(reading("weight", "90", BEFORE))
    [weight] = paper(history, weight=measured(Decimal("88"))).checks
    assert weight.found == "88 kg (13 st 12 lb)"


def test_what_happens_next_after_a_check_names_what_is_still_owed_from_before():
    owed = Action(id="a", what="ring the GP today", owner=Owner.WORKER, topic="blood-pressure")
    history = replace(past(*pressures()), promises=(owed,))
    [row] = paper(history).checks
    assert row.next_step == "We will: ring the GP today."


def pressures():
    return reading("systolic", "182", BEFORE), reading("diastolic", "108", BEFORE)


def test_every_band_of_every_scale_on_the_paper_has_plain_words_without_a_diagnosis():
    scales = {"blood_pressure": SYSTOLIC, "bmi": BMI_GENERAL} | {
        name: SCALES[name] for name in ("hba1c", "fasting_glucose", "total_cholesterol", "audit_c")
    }
    assert set(MEANINGS) == set(BANDS_FROM) == set(scales)
    for name, scale in scales.items():
        assert set(MEANINGS[name]) == {band.key for band in scale.bands}
        words = " ".join(MEANINGS[name].values()).lower()
        assert not any(word in words for word in ("diabet", "obes", "hypertens", "band", "risk", "stage"))
