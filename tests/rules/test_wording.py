import pytest

from app.rules.wording import banned_words, wording_faults


@pytest.mark.parametrize(
    "text",
    [
        "Stop the clozapine.",
        "Increase the dose.",
        "Reduce olanzapine",
        "start metformin",
        "Skip the next tablet",
        "This is a diagnosis of diabetes",
        "Prescribe metformin",
        "a high-risk patient",
        "The GP was notified",
        "alerted",
        "A letter was sent",
        "stop valproate",
    ],
)
def test_orders_labels_and_claims_are_found(text: str):
    assert banned_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Help to stop smoking",
        "Offer the stop-smoking service",
        "Do not stop valproate suddenly",
        "Ask the prescriber",
        "No appetite since it was begun",
        "They presented late",
    ],
)
def test_named_exceptions_and_harmless_words_pass(text: str):
    assert banned_words(text) == ()


def test_no_text_of_any_rule_uses_them(book):
    assert [(r.id, wording_faults(r)) for r in book if wording_faults(r)] == []


def test_what_a_health_care_assistant_reads_differs_where_there_is_a_nurses_judgement(book):
    for each in book:
        for step in each.steps:
            assert len(step.say_hca) <= 130, (each.id, step.level)
            assert step.say.endswith(".")
            assert step.say_hca.endswith(".")
