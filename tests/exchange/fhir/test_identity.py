"""The person is proposed, never assumed: what is doubtful is left empty and said."""

from datetime import date

import pytest

from app.consultation.person import EthnicBackground
from app.exchange.fhir import read_bundle
from app.exchange.fhir.why import Why
from tests.exchange.fhir.made_up import TODAY, bundle, patient

ETHNIC = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory"
ENGLAND = "https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland"
NHS = "https://fhir.nhs.uk/Id/nhs-number"


def read_person(**more):
    return read_bundle(bundle(patient(**more)), TODAY)


def test_the_official_name_is_proposed_and_an_old_one_is_not():
    names = [
        {"use": "maiden", "family": "Before"},
        {"use": "official", "family": "Now", "given": ["Jo", "Ann"], "prefix": ["Mx"]},
    ]
    who = read_person(name=names).person
    assert (who.title, who.given_name, who.family_name) == ("Mx", "Jo Ann", "Now")


def test_signs_that_would_turn_the_text_around_are_taken_out_of_a_name():
    assert read_person(name=[{"family": "Ev\u202eil\u0000 Name"}]).person.family_name == "Ev il Name"


@pytest.mark.parametrize(
    "written",
    ["84-05-03", "03/05/1984", "1984", "1984-05", "1984-13-01", "2026-11-23", "1890-01-01", 1984, None],
)
def test_a_doubtful_date_of_birth_is_left_empty_and_said(written):
    found = read_person(birthDate=written)
    assert found.person.birth_date is None
    assert any("date of birth" in line for line in found.warnings)
    assert found.person_with("x") is None


def test_a_whole_date_of_birth_is_proposed():
    found = read_person(birthDate="1984-05-03")
    assert found.person.birth_date == date(1984, 5, 3)
    assert found.warnings == ()


@pytest.mark.parametrize("number", ["9990000018", "999 000 0018", "999-000-0018"])
def test_a_true_nhs_number_is_proposed(number):
    assert read_person(identifier=[{"system": NHS, "value": number}]).person.nhs_number == "9990000018"


def test_an_nhs_number_that_fails_its_check_is_left_empty_and_said():
    found = read_person(identifier=[{"system": NHS, "value": "9912003890"}])
    assert found.person.nhs_number == ""
    assert any("check digit" in line for line in found.warnings)


def test_ten_digits_of_another_system_are_no_nhs_number():
    assert read_person(identifier=[{"system": "urn:x", "value": "9990000018"}]).person.nhs_number == ""


def test_two_nhs_numbers_are_none():
    both = [{"system": NHS, "value": value} for value in ("9990000018", "9434765919")]
    found = read_person(identifier=both)
    assert found.person.nhs_number == ""
    assert any("two different" in line for line in found.warnings)


def test_a_death_is_said_first():
    found = read_person(deceasedDateTime="2021-03-31T07:25:49+02:00", birthDate=None)
    assert found.person.is_deceased
    assert found.person.died_on == date(2021, 3, 31)
    assert found.warnings[0] == "This person died on 31-Mar-2021."


def test_a_death_without_a_date_is_said():
    assert read_person(deceasedBoolean=True).warnings == ("This person has died.",)
    assert read_person(deceasedBoolean=False).warnings == ()


@pytest.mark.parametrize(
    ("code", "background"),
    [
        ("A", EthnicBackground.WHITE),
        ("J", EthnicBackground.SOUTH_ASIAN),
        ("M", EthnicBackground.AFRICAN_CARIBBEAN),
        ("N", EthnicBackground.BLACK_AFRICAN),
        ("R", EthnicBackground.CHINESE),
        ("G", EthnicBackground.OTHER),
        ("Z", None),
        ("99", None),
    ],
)
def test_the_ethnic_category_of_uk_core_becomes_a_background(code, background):
    concept = {"coding": [{"system": ENGLAND, "code": code}]}
    found = read_person(extension=[{"url": ETHNIC, "valueCodeableConcept": concept}])
    assert found.person.ethnic_background is background


def test_an_american_race_code_is_never_taken_for_a_background():
    concept = {"coding": [{"system": "urn:oid:2.16.840.1.113883.6.238", "code": "R"}]}
    found = read_person(extension=[{"url": ETHNIC, "valueCodeableConcept": concept}])
    assert found.person.ethnic_background is None


def test_address_and_phone_come_from_what_is_in_use():
    who = read_person(
        address=[
            {"use": "old", "city": "Before"},
            {"line": ["1 Row", "Top"], "city": "Town", "postalCode": "ZZ9"},
        ],
        telecom=[
            {"system": "email", "value": "x@y"},
            {"system": "phone", "use": "mobile", "value": "01632 960001"},
        ],
    ).person
    assert who.address == "1 Row, Top, Town, ZZ9"
    assert who.phone == "01632 960001"


def test_words_in_place_of_a_phone_number_are_left_out_and_named():
    found = read_person(telecom=[{"system": "phone", "value": "via the warden"}])
    assert found.person.phone == ""
    assert left_out(found) == {"phone number": Why.NO_PHONE_NUMBER.value}


def left_out(found):
    return {row.what: row.reason for row in found.left_out}


def test_given_names_that_are_too_long_together_are_taken_as_far_as_they_are_whole_and_it_is_said():
    found = read_person(name=[{"family": "Brennan", "given": ["A" * 150, "B" * 150]}])
    assert found.person.given_name == "A" * 150
    assert found.warnings == (
        "The given names are longer than can be kept: the rest is left out. Compare them.",
    )
    assert left_out(found) == {"given name": Why.TOO_LONG.value}


def test_names_that_just_fit_are_taken_whole():
    found = read_person(name=[{"family": "F" * 200, "given": ["A" * 99, "B" * 100]}])
    assert found.person.family_name == "F" * 200
    assert found.person.given_name == f"{'A' * 99} {'B' * 100}"
    assert (found.warnings, left_out(found)) == ((), {})


@pytest.mark.parametrize("name", [{"family": "F" * 201, "given": ["Nora"]}, {"text": "F" * 201}])
def test_a_family_name_that_is_too_long_is_never_cut_but_asked_for(name):
    found = read_person(name=[name])
    assert found.person.family_name == ""
    assert any("The family name is longer than can be kept: ask for it." in line for line in found.warnings)
    assert left_out(found) == {"family name": Why.TOO_LONG.value}


def test_a_title_an_address_and_a_phone_number_that_do_not_fit_are_left_out_and_named():
    found = read_person(
        name=[{"family": "Brennan", "prefix": ["Professor Doctor"] * 4}],
        address=[{"line": ["4 Alder Walk " * 12] * 4}],
        telecom=[{"system": "phone", "value": "0" * 61}],
    )
    who = found.person
    assert (who.title, who.address, who.phone) == ("", "", "")
    assert left_out(found) == dict.fromkeys(("title", "address", "phone number"), Why.TOO_LONG.value)
    assert found.warnings == ()
