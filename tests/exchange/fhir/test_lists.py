"""Medicines, conditions and allergies of another record: listed, unconfirmed, never complete."""

from datetime import date

import pytest

from app.consultation.answers import How
from app.consultation.history import Searched
from app.consultation.medicine import Form
from app.consultation.person import Allergies
from app.exchange.fhir import as_history
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
    ],
)
def test_a_name_is_recognised_exactly_or_stays_free_text(name, ingredient, form):
    match, found = recognised(name)
    assert (match.ingredient if match else "") == ingredient
    assert found is form


def test_an_active_medicine_is_a_row_that_nobody_confirmed():
    (row,) = read(request("Olanzapine 10mg tablets", dosageInstruction=[{"text": "one at night"}])).medicines
    assert (row.ingredient, row.dose, row.started) == ("olanzapine", "one at night", date(2024, 5, 6))
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


def test_a_medicine_is_found_by_reference_inside_and_beside():
    beside = {"resourceType": "Medication", "id": "m9", "code": {"text": "Quetiapine 25mg tablets"}}
    by_id = request("a", medicationReference={"reference": "Medication/m9"})
    inside = request("b", medicationReference={"reference": "#x"}, contained=[{**beside, "id": "x"}])
    for row in (by_id, inside):
        del row["medicationCodeableConcept"]
    assert [m.ingredient for m in read(beside, by_id).medicines] == ["quetiapine"]
    assert [m.ingredient for m in read(inside).medicines] == ["quetiapine"]


def test_the_same_medicine_ordered_twice_is_one_row_the_newest():
    found = read(request("Olanzapine"), request("olanzapine", authoredOn="2025-01-01"))
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
