"""Bad files get one plain line; bad entries never spoil the rest."""

import bz2
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.fhir import BundleUnreadable, read_bundle
from app.exchange.fhir.own_answers import CANONICAL
from tests.exchange.fhir.made_up import TODAY, bundle, left_out, patient, read, weight


def refusal(raw: bytes) -> str:
    with pytest.raises(BundleUnreadable) as caught:
        read_bundle(raw, TODAY)
    line = str(caught.value)
    assert "\n" not in line
    assert "Nothing was saved" in line
    return line


def test_a_file_cut_off_in_the_middle_is_refused():
    whole = bundle(patient(), weight(70))
    assert "ends too early" in refusal(whole[: len(whole) // 2])


def test_a_packed_file_cut_off_in_the_middle_is_refused():
    packed = bz2.compress(bundle(patient(), *[weight(50 + n) for n in range(100)]))
    refusal(packed[: len(packed) // 2])


def test_a_damaged_packed_file_is_refused():
    assert "damaged" in refusal(b"BZh9" + b"\x00" * 50)


def test_a_packed_bundle_is_read_like_a_plain_one():
    raw = bundle(patient(), weight(70))
    assert read_bundle(bz2.compress(raw), TODAY) == read_bundle(raw, TODAY)


def test_a_lone_observation_is_no_bundle():
    assert "Observation" in refusal(json.dumps(weight(70)).encode())


@pytest.mark.parametrize("raw", [b"", b"{}", b"null", b"42", b'"text"', b"\xff\xfe\x00", b"<Bundle/>", b"[]"])
def test_what_is_no_record_is_refused(raw):
    refusal(raw)


def test_ten_megabytes_of_junk_are_refused():
    refusal(b"\x07junk" * 2_000_000)


def test_huge_nesting_is_refused():
    assert "nested" in refusal(b'{"resourceType":' + b"[" * 5_000_000)


def test_a_file_that_unpacks_to_more_than_the_cap_is_refused():
    assert "larger than 50 MB" in refusal(bz2.compress(b" " * 60_000_000))


def test_two_people_in_one_file_are_refused():
    assert "2 people" in refusal(bundle(patient(), patient(id="p2")))


def test_the_same_person_twice_is_one_person():
    assert read_bundle(bundle(patient(), patient(), weight(70)), TODAY).person.family_name == "Example"


def test_a_file_without_a_person_is_refused():
    assert "no person" in refusal(bundle(weight(70)))


@pytest.mark.parametrize("kind", ["document", "collection", "transaction", "searchset", "batch"])
def test_every_kind_of_bundle_with_a_record_is_read(kind):
    assert len(read_bundle(bundle(patient(), weight(70), kind=kind), TODAY).readings) == 1


@pytest.mark.parametrize("kind", ["history", "transaction-response"])
def test_a_history_or_an_answer_of_a_server_is_refused(kind):
    refusal(bundle(patient(), weight(70), kind=kind))


def test_a_bare_list_of_resources_is_read():
    assert len(read_bundle(json.dumps([patient(), weight(70)]).encode(), TODAY).readings) == 1


def test_a_refusal_names_nobody():
    line = refusal(bundle(patient(), patient(id="p2", name=[{"family": "Secretname"}])))
    assert "Secretname" not in line


def test_damaged_entries_are_counted_and_the_rest_is_read():
    raw = json.loads(bundle(patient(), weight(70)))
    raw["entry"] += [None, 7, {"resource": "text"}, {"fullUrl": "urn:x"}, {"resource": {}}]
    found = read_bundle(json.dumps(raw).encode(), TODAY)
    assert len(found.readings) == 1
    assert left_out(found) == {"damaged": 5}


def test_deeply_wrong_shapes_inside_an_entry_do_not_stop_the_reading():
    wrong = [
        weight(70, code=[]),
        weight(70, code={"coding": "x"}),
        weight(70, subject=[1]),
        weight(70, valueQuantity=[]),
        weight(70, component=7),
        weight(70, effectiveDateTime={}),
        weight(70, status=[]),
    ]
    assert len(read(*wrong, weight(71)).readings) == 2  # an odd component beside a good value is ignored


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    [
        "id",
        "status",
        "code",
        "subject",
        "patient",
        "valueQuantity",
        "valueInteger",
        "valueCodeableConcept",
        "component",
        "effectiveDateTime",
        "effectivePeriod",
        "clinicalStatus",
        "verificationStatus",
        "onsetDateTime",
        "medicationCodeableConcept",
        "medicationReference",
        "contained",
        "dosageInstruction",
        "intent",
        "authoredOn",
        "questionnaire",
        "authored",
        "item",
        "name",
        "identifier",
        "telecom",
        "address",
        "extension",
        "birthDate",
        "deceasedDateTime",
    ]
)
KINDS = st.sampled_from(
    [
        "Observation",
        "Condition",
        "AllergyIntolerance",
        "MedicationRequest",
        "MedicationStatement",
        "QuestionnaireResponse",
    ]
)


@settings(max_examples=300, deadline=None)
@given(KINDS, FIELDS, ANY_JSON)
def test_whatever_stands_in_a_field_the_rest_is_read(kind, name, value):
    good = {
        **weight(70),
        "resourceType": kind,
        "medicationCodeableConcept": {"text": "Olanzapine"},
        "questionnaire": CANONICAL,
        "authored": "2026-01-01",
        "item": [{"linkId": "dialog.leisure", "answer": [{"valueInteger": 3}]}],
    }
    found = read_bundle(bundle(patient(), {**good, name: value}, weight(71)), TODAY)
    assert "71.0" in [row.value for row in found.readings]


@settings(deadline=None)
@given(FIELDS, ANY_JSON)
def test_whatever_stands_in_a_field_of_the_person_they_are_still_proposed(name, value):
    assert read_bundle(bundle({**patient(), name: value}), TODAY).readings == ()


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_one_line(raw):
    refusal(raw)


def test_more_pages_elsewhere_are_said():
    found = read(weight(70), link=[{"relation": "next", "url": "x"}])
    assert any("page" in line for line in found.warnings)


def test_what_a_transaction_deletes_is_left_out():
    raw = json.loads(bundle(patient(), weight(70)))
    raw["entry"][1]["request"] = {"method": "DELETE", "url": "Observation/1"}
    assert left_out(read_bundle(json.dumps(raw).encode(), TODAY)) == {"marked for deletion": 1}
