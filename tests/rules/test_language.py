from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.conditions import (
    Between,
    Compare,
    DoneWithin,
    Is,
    IsKnown,
    Not,
    Selector,
    Sign,
    StartedWithin,
    Tagged,
    Takes,
)
from app.rules.dates import Span, SpanUnit
from app.rules.language import LanguageError

A_YEAR_AND_A_MONTH = Span(12, SpanUnit.MONTHS, 30)
SIX_MONTHS = Span(6, SpanUnit.MONTHS)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("bmi >= 30.0 kg/m2", Compare("bmi", Sign.AT_LEAST, Decimal("30.0"), "kg/m2", "bmi >= 30.0 kg/m2")),
        ("BMI < 30 kg/m²", Compare("bmi", Sign.LESS, Decimal(30), "kg/m2", "BMI < 30 kg/m²")),
        (
            "systolic today = 180 mmHg",
            Compare("systolic_today", Sign.EQUAL, Decimal(180), "mmHg", "systolic today = 180 mmHg"),
        ),
        (
            "bmi between 23.0 and 24.9 kg/m2",
            Between("bmi", Decimal("23.0"), Decimal("24.9"), "kg/m2", "bmi between 23.0 and 24.9 kg/m2"),
        ),
        ("has diabetes", Is("has_diabetes", True, "has diabetes")),
        ("has diabetes is no", Is("has_diabetes", False, "has diabetes is no")),
        (
            "ethnic background is south asian",
            Is("ethnic_background", "South Asian", "ethnic background is south asian"),
        ),
        (
            "metabolic review in last 6 months",
            DoneWithin("last_metabolic_review", SIX_MONTHS, "metabolic review in last 6 months"),
        ),
        (
            "no metabolic review in last 6 months",
            Not(DoneWithin("last_metabolic_review", SIX_MONTHS, "metabolic review in last 6 months")),
        ),
        (
            "no metabolic review in last 12 months + 30 days",
            Not(
                DoneWithin(
                    "last_metabolic_review",
                    A_YEAR_AND_A_MONTH,
                    "metabolic review in last 12 months + 30 days",
                )
            ),
        ),
        ("takes clozapine", Takes("medicines", Selector("clozapine", False), None, "takes clozapine")),
        (
            "takes any antipsychotic as depot",
            Takes("medicines", Selector("antipsychotic", True), "depot", "takes any antipsychotic as depot"),
        ),
        (
            "started olanzapine in last 12 weeks",
            StartedWithin(
                "medicines",
                Selector("olanzapine", False),
                Span(12, SpanUnit.WEEKS),
                "started olanzapine in last 12 weeks",
            ),
        ),
        (
            "at least 2 medicines tagged metabolic high",
            Tagged("medicines", 2, "metabolic_high", "at least 2 medicines tagged metabolic high"),
        ),
        ("hba1c is known", IsKnown("hba1c", "hba1c is known")),
        ("medicines is known", IsKnown("medicines", "medicines is known")),
        ("not hba1c is known", Not(IsKnown("hba1c", "hba1c is known"))),
    ],
)
def test_every_form_of_a_line_is_read(text, condition, grammar):
    assert grammar.read_line(text) == condition


@pytest.mark.parametrize(
    ("text", "message", "at"),
    [
        ("bmmi >= 30.0 kg/m2", "no fact is called 'bmmi'; did you mean 'bmi'?", 0),
        ("bmi >= 30.0", "the unit is missing: write 'kg/m2'", 11),
        ("bmi >= 30.0 kg", "the unit of BMI is 'kg/m2', not 'kg'", 12),
        ("hba1c >= 6.5 %", "outside the plausible range of HbA1c", 9),
        ("bmi >= 30.05 kg/m2", "steps of 0.1 kg/m2", 7),
        ("bmi => 30.0 kg/m2", "expected <", 4),
        ("bmi >= 30.0 kg/m2 and has diabetes", "one condition a line", 22),
        ("has diabetes or takes clozapine", "one condition a line", 16),
        ("bmi between 30.0 and 25.0 kg/m2", "the second number must be the larger", 21),
        (
            "takes clozapin",
            "'clozapin' is not a known medicine or class of medicines; did you mean 'clozapine'?",
            6,
        ),
        ("takes any clozapine", "is not a known class of medicines", 10),
        ("takes clozapine as depott", "is not a known form; did you mean 'depot'?", 19),
        ("at least 2 medicines tagged metabolic hi", "no medicine is tagged", 28),
        ("at least 0 medicines tagged qt", "always so", 0),
        ("metabolic review in last 0 months", "at least 1 long", 17),
        ("metabolic review in 6 months", "expected 'in last'", 17),
        ("metabolic review", "expected 'in last'", 16),
        ("no has diabetes in last 6 months", "is yes or no, not when last done", 3),
        ("ethnic background is martian", "is not one of the answers", 21),
        ("medicines", "ask of medicines with 'takes'", 9),
        ("hba1c is yes", "expected <", 6),
        ("", "the name of a fact is missing", 0),
        ("has diabetes today", "did not expect 'today'", 13),
    ],
)
def test_a_slip_is_named_and_marked_where_it_stands(text: str, message: str, at: int, grammar):
    with pytest.raises(LanguageError) as caught:
        grammar.read_line(text)
    assert message in str(caught.value)
    assert caught.value.at == at


def test_an_endless_line_is_refused(grammar):
    with pytest.raises(LanguageError, match="at most"):
        grammar.read_line("not " * 100 + "has diabetes")


@given(text=st.text(max_size=60))
def test_any_text_is_read_or_refused_and_nothing_else(text: str, grammar):
    try:
        grammar.read_line(text)
    except LanguageError:
        return
