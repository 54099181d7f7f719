from decimal import Decimal

import pytest

from app.rules.facts import FactKind, Kind, MedicineVocabulary, Vocabulary, VocabularyError

DIABETES = FactKind("has_diabetes", "Diabetes", Kind.YES_NO)
REVIEW = FactKind("last_metabolic_review", "Metabolic review", Kind.LAST_DONE)


def test_a_last_done_fact_is_spoken_without_its_last():
    assert REVIEW.spoken == "metabolic review"
    assert DIABETES.spoken == "has diabetes"


def test_two_facts_of_one_name_are_refused():
    with pytest.raises(VocabularyError, match="has_diabetes"):
        Vocabulary([DIABETES, DIABETES])


def test_two_facts_that_sound_alike_are_refused():
    spoken_alike = FactKind("metabolic_review", "Metabolic review", Kind.YES_NO)
    with pytest.raises(VocabularyError, match="spoken"):
        Vocabulary([REVIEW, spoken_alike])


@pytest.mark.parametrize(
    "declare",
    [
        lambda: FactKind("BMI", "BMI", Kind.YES_NO),
        lambda: FactKind("bmi", "BMI", Kind.NUMBER, "kg/m2", Decimal(8), Decimal(130)),
        lambda: FactKind("bmi", "BMI", Kind.NUMBER, "", Decimal(8), Decimal(130), Decimal(1)),
        lambda: FactKind("smokes", "Smokes", Kind.YES_NO, "a day"),
        lambda: FactKind("background", "Background", Kind.CHOICE),
        lambda: FactKind("smokes", "Smokes", Kind.YES_NO, options=("a", "b")),
        lambda: FactKind("metabolic_review", "Review", Kind.LAST_DONE),
    ],
)
def test_a_fact_that_no_condition_could_be_checked_against_is_refused(declare):
    with pytest.raises(VocabularyError):
        declare()


def test_a_word_cannot_be_both_a_medicine_and_a_class():
    with pytest.raises(VocabularyError, match="lithium"):
        MedicineVocabulary(frozenset({"lithium"}), frozenset({"lithium"}), frozenset(), frozenset())


def test_every_fact_of_the_app_can_be_asked_for(grammar):
    assert len(grammar.facts) >= 40
    assert [kind.name for kind in grammar.facts if not kind.ask or not kind.label] == []
