import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.consultation.medicine import Form
from app.consultation.medicines.catalogue import Catalogue, catalogue
from tests.examples import examples

SOURCE = re.compile(r"K|V2? S\d+b?")


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return catalogue()


def test_the_table_of_104_is_there_with_everyday_medicines(known: Catalogue):
    assert len(known.entries) > 200
    assert sum(entry.is_antipsychotic for entry in known.entries) >= 22


def test_every_tag_names_its_source(known: Catalogue):
    for entry in known.entries:
        for product in entry.products:
            assert product.source
            for tag, source in product.tag_sources.items():
                assert SOURCE.fullmatch(source), (product.name, tag)


@pytest.mark.parametrize("ingredient", ["clozapine", "olanzapine"])
def test_the_two_of_the_high_tier_are_tagged_and_sensitive_to_smoke(known: Catalogue, ingredient: str):
    entry = known.entry(ingredient)
    assert entry is not None
    assert {"metabolic_high", "smoking_sensitive"} <= entry.tags


def test_no_other_antipsychotic_is_of_the_high_tier(known: Catalogue):
    high = {e.ingredient for e in known.entries if e.is_antipsychotic and "metabolic_high" in e.tags}
    assert high == {"clozapine", "olanzapine"}


def test_depots_share_their_ingredient_with_the_tablet(known: Catalogue):
    depots = {e.ingredient for e in known.entries if Form.DEPOT in e.forms and e.is_antipsychotic}
    assert {
        "aripiprazole",
        "paliperidone",
        "risperidone",
        "olanzapine",
        "haloperidol",
        "zuclopenthixol",
    } <= depots


@pytest.mark.parametrize(
    ("name", "ingredient", "form"),
    [
        ("Clozapine", "clozapine", None),
        ("clozaril", "clozapine", None),
        ("Xeplion", "paliperidone", Form.DEPOT),
        ("ZypAdhera", "olanzapine", Form.DEPOT),
        ("Depixol", "flupentixol", None),
        ("Priadel", "lithium", None),
        ("Fentanyl", "fentanyl", None),
        ("Fentanyl patch", "fentanyl", Form.PATCH),
        ("Clozapine liquid", "clozapine", Form.LIQUID),
        ("Salbutamol inhaler", "salbutamol", Form.INHALER),
        ("Clozapine 100 MG Oral Tablet", "clozapine", Form.TABLET),
        ("sodium valproate 200mg gastro-resistant tablets", "valproate", Form.TABLET),
        ("24 HR quetiapine 50 MG Extended Release Oral Tablet", "quetiapine", Form.TABLET),
        ("paliperidone 150 MG Prolonged Release Injection", "paliperidone", Form.DEPOT),
        ("Simvastatin 10 MG Oral Tablet", "simvastatin", Form.TABLET),
    ],
)
def test_an_exact_name_is_recognised(known: Catalogue, name: str, ingredient: str, form: Form | None):
    found = known.recognise(name)
    assert found is not None
    assert (found.ingredient, found.form) == (ingredient, form)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "olanzipine",
        "cloz",
        "amlodipine 5 MG / olmesartan 20 MG Oral Tablet",
        "clozapine or olanzapine",
        "tablet",
    ],
)
def test_likeness_is_never_recognition(known: Catalogue, name: str):
    assert known.recognise(name) is None


def test_typing_finds_generic_and_brand_and_says_what_the_brand_is(known: Catalogue):
    assert known.find("cloz")[0].in_words == "Clozapine"
    assert known.find("proz")[0].in_words == "Prozac (fluoxetine)"
    assert [m.ingredient for m in known.find("olan")] == ["olanzapine"] * len(known.find("olan"))


def test_a_misspelling_is_guessed_at_and_marked_as_a_guess(known: Catalogue):
    found = known.find("olanzipine")
    assert found[0].ingredient == "olanzapine"
    assert all(match.is_guess for match in found)


def test_a_right_beginning_is_no_guess(known: Catalogue):
    assert not any(match.is_guess for match in known.find("seroq"))


def test_nothing_typed_suggests_nothing(known: Catalogue):
    assert known.find("  ") == ()


@examples(30)
@given(text=st.text(max_size=20))
def test_any_text_can_be_searched(text: str):
    assert len(catalogue().find(text, limit=5)) <= 5


def test_every_name_in_the_table_is_recognised_as_its_own_ingredient(known: Catalogue):
    for entry in known.entries:
        for product in entry.products:
            for name in (product.name, *product.brands):
                found = known.recognise(name)
                assert found is not None, name
                assert found.ingredient == entry.ingredient, name


def test_the_words_for_conditions_are_closed_and_plain(known: Catalogue):
    words = known.vocabulary()
    assert {"tablet", "liquid", "depot", "injection", "patch", "inhaler", "other"} == words.forms
    assert "antipsychotic" in words.classes
    for word in words.ingredients | words.classes | words.tags:
        assert word == word.lower()
        assert word.strip() == word


def test_a_brand_with_its_form_word_is_recognised(known: Catalogue):
    for name in ("Zyprexa Velotab", "zyprexa velotabs 10 mg"):
        match = known.recognise(name)
        assert match is not None
        assert match.entry.ingredient == "olanzapine"
