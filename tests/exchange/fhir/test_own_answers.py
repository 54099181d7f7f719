"""Our own questions, answered elsewhere: by linkId, checked like any other value."""

import pytest

from tests.exchange.fhir.made_up import left_out, only_value, read

CANONICAL = "https://oneconversation.example/Questionnaire/visit"


def response(*items, questionnaire=f"{CANONICAL}|1.0.0", **more):
    rows = [{"linkId": link, "answer": [answer]} for link, answer in items]
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": questionnaire,
        "status": "completed",
        "subject": {"reference": "Patient/p1"},
        "authored": "2026-10-02",
        "item": rows,
        **more,
    }


@pytest.mark.parametrize(
    ("link", "answer", "series", "value"),
    [
        ("physical_checks.weight", {"valueDecimal": 70.4}, "weight", "70.4"),
        ("physical_checks.weight", {"valueQuantity": {"value": 154, "unit": "lb"}}, "weight", "69.9"),
        ("physical_checks.smoking", {"valueString": "used to"}, "smoking", "Used to"),
        ("physical_checks.smoking", {"valueCoding": {"display": "Vapes only"}}, "smoking", "Vapes only"),
        ("dialog.personal_safety", {"valueInteger": 2}, "dialog.personal_safety", "2"),
        ("physical_checks.blood_pressure", {"valueString": "142/90"}, "systolic", "142"),
        ("physical_checks.ecg", {"valueDate": "2026-05-01"}, "ecg", "2026-05-01"),
        ("physical_checks.metabolic_review", {"valueString": "2026-05-01"}, "metabolic_review", "2026-05-01"),
    ],
)
def test_an_answer_feeds_the_series_of_its_question(link, answer, series, value):
    assert only_value(read(response((link, answer))), series) == value


def test_answers_inside_groups_are_found():
    inner = response(("physical_checks.pulse", {"valueInteger": 84}))["item"]
    assert only_value(read(response(item=[{"linkId": "group", "item": inner}])), "pulse") == "84"


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (("physical_checks.bp_symptoms", {"valueString": "Chest pain"}), "asked afresh at every visit"),
        (("physical_checks.weight", {"valueDecimal": "70"}), "the value is not a number"),
        (("physical_checks.weight", {"valueDecimal": 7}), "not a plausible value"),
        (("physical_checks.weight", {}), "no value"),
        (("physical_checks.smoking", {"valueString": "sometimes"}), "an answer that we do not know"),
        (("dialog.leisure", {"valueInteger": 8}), "not a plausible value"),
        (("physical_checks.blood_pressure", {"valueString": "90/142"}), "not a plausible value"),
        (("physical_checks.blood_pressure", {"valueString": "high"}), "the value is not a number"),
        (("physical_checks.full_audit", {"valueString": "last spring"}), "an answer that we do not know"),
        (("physical_checks.full_audit", {"valueDate": "2026-05"}), "the date lacks its day"),
        (("physical_checks.full_audit", {"valueDate": "2031-05-01"}), "dated in the future"),
        (("physical_checks.full_audit", {}), "no value"),
    ],
)
def test_an_answer_that_cannot_be_taken_is_left_out(item, reason):
    found = read(response(item))
    assert found.readings == ()
    assert left_out(found) == {reason: 1}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"questionnaire": "https://example.org/dialog|1"}, "a questionnaire that we do not know"),
        ({"questionnaire": None}, "a questionnaire that we do not know"),
        ({"status": "in-progress"}, "not marked as final"),
        ({"status": "entered-in-error"}, "marked as entered in error"),
        ({"authored": None}, "no date"),
        ({"authored": "2026"}, "the date lacks its day"),
        ({"authored": "2026-12-01"}, "dated in the future"),
    ],
)
def test_a_response_that_cannot_be_trusted_is_left_out_whole(change, reason):
    found = read(response(("dialog.leisure", {"valueInteger": 3}), **change))
    assert found.readings == ()
    assert left_out(found) == {reason: 1}


def test_endless_groups_are_not_followed_for_ever():
    item = {"linkId": "dialog.leisure", "answer": [{"valueInteger": 3}]}
    for _ in range(200):
        item = {"linkId": "g", "item": [item]}
    assert read(response(item=[item])).readings == ()
