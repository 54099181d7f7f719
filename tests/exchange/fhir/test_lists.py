"""Medicines, conditions and allergies of another record: listed, unconfirmed, never complete."""

from datetime import date
from pathlib import Path

import pytest

from app.consultation.answers import How
from app.consultation.history import Searched
from app.consultation.medicine import Form
from app.consultation.person import Allergies
from app.exchange.fhir import as_history, read_bundle
from app.exchange.fhir.medicine_rows import recognised
from tests.exchange.fhir.made_up import SNOMED, coded, left_out, read, weight


def request(name, status="active", **more):
    return {
        "resourceType": "MedicationRequest",
        "id": name,
        "status": status,
        "intent": "order",
        "medicationCodeableConcept": {"text": name},
        "subject": {"reference": "Patient/p1"},
        "authoredOn": "2024-05-06",
        **more,
    }


@pytest.mark.parametrize(
    ("name", "ingredient", "form"),
    [
        ("Risperidone 1mg tablets", "risperidone", Form.TABLET),
        ("Clozaril 100mg tablets (Viatris UK Healthcare Ltd)", "clozapine", Form.TABLET),
        ("24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet", "metformin", Form.TABLET),
        ("Fluoxetine 25MG", "fluoxetine", None),
        ("Olanzapine 5mg/5ml oral solution", "olanzapine", Form.LIQUID),
        ("Zuclopenthixol decanoate 200mg/1ml solution for injection ampoules", "zuclopenthixol", Form.DEPOT),
        ("Paliperidone 100mg/1ml prolonged-release suspension for injection", "paliperidone", Form.DEPOT),
        ("Clopixol Acuphase 50mg/1ml solution for injection ampoules", "zuclopenthixol", Form.INJECTION),
        ("Estradiol 1mg tablets with norethisterone 500microgram tablets", "", Form.TABLET),
        ("Something from the chemist", "", None),
        ("Acetaminophen 300 MG / Hydrocodone Bitartrate 5 MG Oral Tablet", "", Form.TABLET),
        ("Clozapin", "", None),
        ("72 HR Fentanyl 0.025 MG/HR Transdermal System", "fentanyl", Form.PATCH),
        ("Fentanyl 25micrograms/hour transdermal patches", "fentanyl", Form.PATCH),
        ("Fentanyl", "fentanyl", None),
        ("Metformin 500mg", "metformin", None),
        ("Cyanocobalamin", "cyanocobalamin", None),
        ("Xeplion 100mg/1ml suspension for injection pre-filled syringes", "paliperidone", Form.DEPOT),
        ("NDA020503 200 ACTUAT Albuterol 0.09 MG/ACTUAT Metered Dose Inhaler", "", Form.INHALER),
        ("albuterol 5 MG/ML Inhalation Solution", "salbutamol", Form.OTHER),
        ("Latanoprost 50micrograms/ml eye drops", "", Form.OTHER),
        ("Something in solution", "", None),
        ("insulin human, isophane 70 UNT/ML Injectable Suspension [Humulin]", "", Form.INJECTION),
        ("1 ML medroxyPROGESTERone acetate 150 MG/ML Injection", "medroxyprogesterone", Form.INJECTION),
    ],
)
def test_a_name_is_recognised_exactly_or_stays_free_text(name, ingredient, form):
    match, found = recognised(name)
    assert (match.ingredient if match else "") == ingredient
    assert found is form


SYNTHEA = sorted((Path(__file__).parents[2] / "data" / "synthea").glob("*.json.bz2"))
SAID_BY = {
    Form.TABLET: "tablet",
    Form.INJECTION: "injection",
    Form.LIQUID: "oral solution",
}


@pytest.mark.parametrize("path", SYNTHEA, ids=lambda path: path.name[:8])
def test_no_record_of_others_gives_a_form_that_its_words_do_not_say(path):
    for row in read_bundle(path.read_bytes(), date(2026, 11, 22)).medicines:
        assert row.form is None or SAID_BY[row.form] in row.name.lower(), row.name


def test_the_tags_of_a_coding_scheme_never_reach_the_person():
    dose = [{"text": "Every seventy two hours as needed (qualifier value)"}]
    patch = request("Fentanyl patch (product)", dosageInstruction=dose)
    pain = coded("Condition", "1", text="Chronic low back pain (finding)")
    found = read(patch, pain, allergy("1", "Penicillin (substance)"))
    assert [(row.name, row.dose) for row in found.medicines] == [
        ("Fentanyl patch", "Every seventy two hours as needed")
    ]
    assert [row.label for row in found.conditions] == ["Chronic low back pain"]
    assert found.allergies == ("Penicillin",)


def test_words_in_brackets_that_are_no_tag_stay():
    dose = [{"text": "one at night (with food)"}]
    (row,) = read(request("Olanzapine 5mg tablets (Viatris)", dosageInstruction=dose)).medicines
    assert (row.name, row.dose) == ("Olanzapine 5mg tablets (Viatris)", "one at night (with food)")


def test_earlier_orders_of_what_is_taken_now_are_not_called_not_taken():
    old = request("Metformin 500mg tablets", status="completed")
    now = request("metformin 500mg tablets")
    gone = request("Penicillin V 500mg tablets", status="stopped")
    found = read(old, gone, old | {"id": "older"}, now)
    said = {row.reason: (row.count, row.examples) for row in found.left_out}
    assert said == {
        "earlier orders of what is taken now": (2, ("Metformin 500mg tablets",)),
        "not taken now": (1, ("Penicillin V 500mg tablets",)),
    }


def statement(name, **more):
    return request(name, **more) | {"resourceType": "MedicationStatement"}


def test_an_active_medicine_is_a_row_that_nobody_confirmed():
    (row,) = read(request("Olanzapine 10mg tablets", dosageInstruction=[{"text": "one at night"}])).medicines
    assert (row.ingredient, row.dose) == ("olanzapine", "one at night")
    assert row.how is How.FROM_RECORD
    assert row.seen_on is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"status": "stopped"}, "not taken now"),
        ({"intent": "proposal"}, "not taken now"),
        ({"doNotPerform": True}, "not taken now"),
        ({"status": "entered-in-error"}, "marked as entered in error"),
        ({"authoredOn": "2027-01-01"}, "dated in the future"),
        ({"medicationCodeableConcept": {}}, "no name"),
        ({"subject": {"reference": "Patient/other"}}, "about another person"),
    ],
)
def test_a_medicine_that_is_not_taken_now_is_left_out(change, reason):
    found = read(request("Olanzapine", **change))
    assert found.medicines == ()
    assert left_out(found) == {reason: 1}


def test_a_statement_that_has_ended_is_left_out():
    row = request("Olanzapine", effectivePeriod={"start": "2020-01-01", "end": "2021-01-01"})
    row["resourceType"] = "MedicationStatement"
    assert left_out(read(row)) == {"not taken now": 1}


def test_the_day_a_renewal_was_written_is_not_the_day_the_medicine_was_begun():
    assert read(request("Olanzapine", authoredOn="2026-11-10")).medicines[0].started is None
    stated = statement("Olanzapine", effectivePeriod={"start": "2016-02-01"})
    assert read(stated).medicines[0].started == date(2016, 2, 1)


A_LONG_DOSE = "Week 1: " + "12.5 mg at night then 25 mg at night, " * 7 + "then STOP and ring the clinic"


@pytest.mark.parametrize(
    "dosage",
    [
        [{"text": A_LONG_DOSE}],
        [{"text": " " * 900 + A_LONG_DOSE}],
        [{"text": "one in the morning"}, {"text": "two at night"}],
    ],
    ids=["too long", "too long after spaces", "in several parts"],
)
def test_a_dose_that_cannot_be_shown_whole_is_left_empty_and_named(dosage):
    found = read(request("Clozapine 100mg tablets", dosageInstruction=dosage))
    assert [(row.name, row.dose) for row in found.medicines] == [("Clozapine 100mg tablets", "")]
    (row,) = found.left_out
    assert (row.what, row.count, row.examples) == ("Dose", 1, ("Clozapine 100mg tablets",))
    assert row.reason == "too long, or in several parts: ask for it whole"


def test_a_dose_that_is_said_twice_in_the_same_words_is_taken_once():
    twice = [{"text": "one at night"}, {"text": "One at night"}]
    assert read(request("Olanzapine", dosageInstruction=twice)).medicines[0].dose == "one at night"


def test_a_medicine_is_found_by_reference_inside_and_beside():
    beside = {"resourceType": "Medication", "id": "m9", "code": {"text": "Quetiapine 25mg tablets"}}
    by_id = request("a", medicationReference={"reference": "Medication/m9"})
    inside = request("b", medicationReference={"reference": "#x"}, contained=[{**beside, "id": "x"}])
    for row in (by_id, inside):
        del row["medicationCodeableConcept"]
    assert [m.ingredient for m in read(beside, by_id).medicines] == ["quetiapine"]
    assert [m.ingredient for m in read(inside).medicines] == ["quetiapine"]


def test_the_same_medicine_ordered_twice_is_one_row_the_newest():
    since = {"effectiveDateTime": "2025-01-01"}
    found = read(request("Olanzapine"), statement("olanzapine", **since))
    (row,) = found.medicines
    assert row.started == date(2025, 1, 1)
    assert left_out(found) == {"the same value again": 1}


def test_one_dose_that_was_given_is_no_list_of_what_is_taken():
    given_once = request("Haloperidol") | {"resourceType": "MedicationAdministration"}
    assert left_out(read(given_once)) == {"given once, which is no list of what is taken": 1}


@pytest.mark.parametrize(
    ("system", "code", "key"),
    [
        (SNOMED, "44054006", "diabetes"),
        (SNOMED, "59621000", "hypertension"),
        ("http://hl7.org/fhir/sid/icd-10", "E11.9", "diabetes"),
        ("http://hl7.org/fhir/sid/icd-10", "I10", "hypertension"),
        ("http://hl7.org/fhir/sid/icd-10", "O24.4", ""),
        (SNOMED, "15777000", ""),
        ("urn:x", "44054006", ""),
        ("urn:x", "E11.9", ""),
    ],
)
def test_a_condition_gets_its_key_by_code_alone(system, code, key):
    (row,) = read(coded("Condition", code, system, "Diabetes")).conditions
    assert row.key == key
    assert row.label == "Diabetes"


def status_of(code):
    return {"coding": [{"code": code}]}


@pytest.mark.parametrize(
    ("code", "is_active"), [("active", True), ("relapse", True), ("resolved", False), ("remission", False)]
)
def test_a_condition_is_active_only_if_the_record_says_so(code, is_active):
    (row,) = read(coded("Condition", "44054006", clinicalStatus=status_of(code))).conditions
    assert row.is_active is is_active


def test_suspected_and_refuted_conditions_are_left_out():
    rows = [
        coded("Condition", "44054006", verificationStatus=status_of(code))
        for code in ("provisional", "refuted")
    ]
    assert left_out(read(*rows)) == {"not a confirmed diagnosis": 1, "marked as entered in error": 1}


def allergy(code, text, **more):
    row = coded("AllergyIntolerance", code, text=text, **more)
    row["patient"] = row.pop("subject")
    return row


def test_allergies_are_listed_and_past_ones_are_not():
    found = read(allergy("1", "Penicillin"), allergy("2", "Nuts", clinicalStatus=status_of("resolved")))
    assert found.allergies == ("Penicillin",)
    assert found.allergies_known is Allergies.LISTED


def test_only_a_record_that_says_so_makes_no_known_allergy():
    assert read(weight(70)).allergies_known is Allergies.NOT_ASKED
    assert read(allergy("716186003", "No known allergy")).allergies_known is Allergies.NONE_KNOWN


def test_no_list_of_a_bundle_counts_as_complete():
    searched = (Searched(series="*", source="GP", back_to=date(2020, 1, 1)),)
    history = as_history(read(request("Olanzapine"), coded("Condition", "44054006")), searched)
    assert history.conditions_complete is False
    assert history.medicines_confirmed_on is None
    assert history.searched == searched
    assert [m.name for m in history.medicines] == ["Olanzapine"]
