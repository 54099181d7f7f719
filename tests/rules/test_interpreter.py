"""The closures against the plain interpreter, over random rules and random people."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.building import book_of
from app.rules.conditions import (
    All,
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Condition,
    DoneWithin,
    Is,
    IsKnown,
    Not,
    Selector,
    Sign,
    StartedWithin,
    Tagged,
    Takes,
    lines_of,
)
from app.rules.dates import Span, SpanUnit
from app.rules.explaining import settle
from app.rules.facts import Known, MedicineFact, MedicineList, Missing, Never, Reason
from app.rules.interpreter import interpret, truth
from app.rules.rulebook import Level, Rule
from app.rules.weighing import Verdict, weigh, why_silent
from tests.examples import examples
from tests.rules.people import TODAY

small = st.integers(0, 4).map(Decimal)
spans = st.builds(Span, st.integers(1, 3), st.sampled_from(SpanUnit))
selectors = st.builds(Selector, st.sampled_from(["a", "b", "class"]), st.booleans())
texts = st.integers(0, 99).map(str)

lines = st.one_of(
    st.builds(Compare, st.sampled_from(["n1", "n2"]), st.sampled_from(Sign), small, st.just("kg"), texts),
    st.builds(Between, st.just("n1"), small, small, st.just("kg"), texts),
    st.builds(Is, st.sampled_from(["y1", "y2"]), st.booleans(), texts),
    st.builds(Is, st.just("c1"), st.sampled_from(["red", "blue"]), texts),
    st.builds(DoneWithin, st.sampled_from(["d1", "d2"]), spans, texts),
    st.builds(Takes, st.just("medicines"), selectors, st.sampled_from([None, "depot"]), texts),
    st.builds(StartedWithin, st.just("medicines"), selectors, spans, texts),
    st.builds(Tagged, st.just("medicines"), st.integers(1, 3), st.just("qt"), texts),
    st.builds(IsKnown, st.sampled_from(["n1", "y1", "d1", "medicines"]), texts),
)


def joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        st.builds(Not, parts),
        st.builds(All, several),
        st.builds(AnyOf, several),
        several.flatmap(lambda p: st.integers(1, len(p)).map(lambda n: AtLeast(n, p))),
    )


conditions = st.recursive(lines, joined, max_leaves=8)
near = st.one_of(
    st.integers(-40, 140).map(lambda n: TODAY - timedelta(days=n)),
    spans.flatmap(lambda s: st.integers(-1, 1).map(lambda n: s.before(TODAY) + timedelta(days=n))),
)
items = st.builds(
    MedicineFact,
    st.sampled_from(["a", "b", "c"]),
    st.just("label"),
    st.sets(st.just("class")).map(frozenset),
    st.sets(st.just("qt")).map(frozenset),
    st.sampled_from([None, "depot", "tablet"]),
    st.one_of(st.none(), near),
)
free_text = st.just(MedicineFact(None, "free text"))
missing = st.sampled_from(Reason).map(Missing)


def fact(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.one_of(missing, values.map(lambda value: Known(value, TODAY, "test")))


people = st.fixed_dictionaries(
    {},
    optional={
        "n1": fact(small),
        "n2": fact(small),
        "y1": fact(st.booleans()),
        "y2": fact(st.booleans()),
        "c1": fact(st.sampled_from(["red", "blue", "green"])),
        "d1": fact(st.one_of(near, near.map(Never))),
        "d2": fact(st.one_of(near, near.map(Never))),
        "medicines": fact(
            st.builds(
                MedicineList,
                st.lists(st.one_of(items, free_text), max_size=3).map(tuple),
                st.booleans(),
            )
        ),
    },
)


@st.composite
def rules(draw: st.DrawFn, like: Rule) -> Rule:
    levels = sorted(draw(st.sets(st.sampled_from(Level), min_size=1, max_size=3)), reverse=True)
    steps = tuple(replace(like.steps[0], level=level, when=draw(conditions)) for level in levels)
    scope = st.lists(lines, max_size=2).map(tuple)
    return replace(like, applies=All(draw(scope)), unless=AnyOf(draw(scope)), steps=steps)


@pytest.mark.no_cover  # hundreds of made-up rules: the rules of the app take the tracer through as many lines
@examples(100)
@given(data=st.data())
def test_closures_and_interpreter_never_differ(data: st.DataObject, book):
    made = [data.draw(rules(book["smoker-offer"])) for _ in range(2)]
    person = data.draw(people)
    whole = book_of([replace(rule, id=f"r-{n}") for n, rule in enumerate(made)], "test")
    for rule, outcome in zip(whole, weigh(whole, person, TODAY), strict=True):
        assert (
            outcome.verdict.value,
            outcome.level,
            tuple(could.level for could in outcome.could_be),
        ) == interpret(rule, person, TODAY)


@examples(60)
@given(data=st.data())
def test_what_is_said_to_settle_an_outcome_does_settle_it(data: st.DataObject, book):
    rule = data.draw(rules(book["smoker-offer"]))
    person = data.draw(people)
    outcome = weigh(book_of([rule], "test"), person, TODAY)[0]
    for because in outcome.reasons:
        line = next(
            line
            for part in (rule.applies, rule.unless, *(step.when for step in rule.steps))
            for line in lines_of(part)
            if line.text == because.text and line.fact == because.fact
        )
        same_words = [
            other
            for part in (rule.applies, rule.unless, *(step.when for step in rule.steps))
            for other in lines_of(part)
            if other.text == line.text
        ]
        truths = {truth(other, person, TODAY) for other in same_words}
        assert {None: 1, True: 2, False: 0}[because.holds] in truths
    if outcome.verdict is Verdict.CANNOT_TELL:
        assert outcome.needs
    if outcome.verdict is Verdict.FIRES:
        assert all(because.holds is not None for because in outcome.reasons)
    if outcome.verdict is not Verdict.SILENT:
        assert outcome.verdict is Verdict.NOT_COVERED or not why_silent(
            book_of([rule], "test"), rule.id, person, TODAY
        )


@examples(60)
@given(condition=conditions, person=people)
def test_the_lines_that_settle_a_condition_agree_with_the_interpreter(condition: Condition, person):
    answers = {id(line): truth(line, person, TODAY) for line in lines_of(condition)}
    settled = settle(condition, answers)
    assert settled.truth == truth(condition, person, TODAY)
    if settled.truth == 1:
        assert any(answer == 1 for _, answer in settled.lines)


monotone_lines = lines.filter(lambda line: not isinstance(line, IsKnown))


@examples(60)
@given(condition=st.recursive(monotone_lines, joined, max_leaves=6), person=people, hidden=st.data())
def test_knowing_less_never_turns_a_sure_answer_round(condition: Condition, person, hidden):
    names = hidden.draw(st.sets(st.sampled_from(sorted(person)))) if person else set()
    less = {name: value for name, value in person.items() if name not in names}
    assert truth(condition, less, TODAY) in (1, truth(condition, person, TODAY))


def test_the_day_on_which_it_is_asked_is_the_one_handed_in():
    line = DoneWithin("d1", Span(1, SpanUnit.WEEKS), "d1 in last 1 weeks")
    person = {"d1": Known(date(2026, 1, 1), None, "test")}
    assert truth(line, person, date(2026, 1, 8)) == 2
    assert truth(line, person, date(2026, 1, 9)) == 0
