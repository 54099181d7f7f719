"""The rules of the app hold, and the checks that say so would notice if they did not."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.rules.building import book_of
from app.rules.checking import check_library
from app.rules.mutants import mutants
from tests.rules.people import describe
from tests.rules.ruletext import example, read, rule, step

OF_EACH_KIND = {
    "bmi-antipsychotic-metabolic-review",
    "bmi-ethnicity-missing",
    "bowel-screening",
    "bp-postural-drop",
    "clozapine-bowel-red",
    "core6-overdue",
    "dialog-low-wants-help",
    "eye-feet-hearing",
    "lithium-level-high",
    "obs-news-aggregate",
    "pulse-fast-resting",
    "smoker-offer",
}
"""Rules that take the checks through every kind of fact: what they run through is measured."""

MANY_ANSWERS = {
    "anticholinergic-burden",
    "carbamazepine-warning",
    "hyponatraemia-confusion",
    "nms-suspected",
    "qt-stack-symptoms",
    "sedation-sleep-apnoea-driving",
    "serotonin-syndrome",
    "snri-bp",
}
"""Rules of a thousand cases each: `make audit` weighs them."""


EVERY = 4
"""`make check` slips up in one rule of so many; `make audit` in all of them."""


def faults_in(library, wanted) -> list[str]:
    chosen = replace(library, book=book_of(wanted, "check"))
    faults, tallies = check_library(chosen, describe)
    assert [tally.rule for tally in tallies] == [r.id for r in wanted]
    assert sum(tally.mutants for tally in tallies) > 6 * len(wanted)
    # A rule of one yes-or-no line has three: yes, no, not known.
    assert min(tally.cases for tally in tallies) >= 3
    return [str(fault) for fault in faults]


@pytest.mark.audit
@pytest.mark.no_cover
def test_no_rule_has_a_fault_and_every_slip_is_noticed(library):
    assert faults_in(library, list(library.book)) == []


def test_no_slip_in_a_rule_of_each_kind_goes_unnoticed(library):
    assert faults_in(library, [r for r in library.book if r.id in OF_EACH_KIND]) == []


@pytest.mark.no_cover  # Thousands of weighings, each line of them run by the few above.
def test_no_slip_in_some_of_the_others_goes_unnoticed(library):
    others = [r for r in library.book if r.id not in OF_EACH_KIND | MANY_ANSWERS]
    assert faults_in(library, others[::EVERY]) == []


def test_the_examples_of_every_rule_hold(library):
    faults, _ = check_library(library, describe, is_whole=False)
    assert [str(fault) for fault in faults] == []


def test_the_first_rules_are_there(book):
    wanted = {
        "bmi-antipsychotic-metabolic-review", "bp-severe-symptoms", "bp-stage1", "quit-smoking-clozapine",
        "hba1c-diabetes-range", "auditc-5", "core6-overdue", "bmi-ethnicity-missing", "smoker-offer",
        "clozapine-bowel-red", "clozapine-constipation", "dialog-low-wants-help", "safety-personal-low",
        "carer-strain",
    }  # fmt: skip
    assert wanted <= {r.id for r in book}


BMI = rule(step(' = "bmi >= 30.0 kg/m2"'))
AT = example("bmi = 30.0", "fires soon")
ABOVE = example("bmi = 31.0", "fires soon")
BELOW = example("bmi = 29.9", "silent")
FAR_BELOW = example("bmi = 28.0", "silent")
MISSING = example("", "needs bmi")


def faults_of(text: str, grammar, folder: Path) -> list[str]:
    faults, _ = check_library(read(text, grammar, folder), describe)
    return [str(fault) for fault in faults]


def test_three_examples_hold_a_single_threshold(tmp_path: Path, grammar):
    assert faults_of(BMI + AT + BELOW + MISSING, grammar, tmp_path) == []


@pytest.mark.parametrize(
    ("examples", "fault"),
    [
        (AT + MISSING, "no example: silent"),
        (AT + BELOW, "no example: cannot tell"),
        (BELOW + MISSING, "no example: fires soon"),
        (ABOVE + BELOW + MISSING, ">= becomes >: write an example for: bmi = 30.0"),
        (AT + FAR_BELOW + MISSING, "30.0 becomes 29.9: write an example for: bmi = 29.9"),
        (example("bmi = 30.0", "fires") + BELOW + MISSING, "level becomes urgent"),
        (AT + BELOW + MISSING + example("bmi = 20.0", "fires soon"), "example fails: bmi = 20.0"),
        (AT + BELOW + MISSING + example("bmi = 30.05", "fires soon"), "cannot be a value of bmi"),
        (AT + BELOW + MISSING + example("bmmi = 30.0", "fires soon"), "did you mean 'bmi'"),
        (AT + BELOW + MISSING + example("bmi = 30.0", "probably"), "is not fires, silent"),
        (AT + BELOW + MISSING + example("bmi = 30.0", "needs bmmi"), "did you mean 'bmi'"),
    ],
)  # fmt: skip
def test_an_example_too_few_is_named_without_its_answer(examples: str, fault: str, tmp_path: Path, grammar):
    found = faults_of(BMI + examples, grammar, tmp_path)
    assert any(fault in each for each in found), found
    assert not any("expect =" in each for each in found)


def test_a_slip_may_be_declared_equivalent_only_with_a_reason_and_only_if_it_survives(
    tmp_path: Path, grammar
):
    lines = rule(step('.any = ["bmi >= 30.0 kg/m2", "bmi >= 31.0 kg/m2"]'))
    examples = AT + BELOW + MISSING
    dead = "soon: 'bmi >= 31.0 kg/m2' dropped"
    assert any(dead in each for each in faults_of(lines + examples, grammar, tmp_path))
    declared = f'\n[[equivalent]]\nrule = "a-rule"\nchange = "{dead}"\nbecause = "the lower one covers it"\n'
    assert not any(dead in each for each in faults_of(lines + examples + declared, grammar, tmp_path))
    unneeded = declared.replace("dropped", "vanished")
    assert any(
        "no such slip survives" in each for each in faults_of(lines + examples + unneeded, grammar, tmp_path)
    )


def test_a_step_that_can_never_be_reached_is_named(tmp_path: Path, grammar):
    text = rule(step('.all = ["bmi >= 30.0 kg/m2", "bmi < 25.0 kg/m2"]')) + BELOW + MISSING
    assert "a-rule: never fires: soon" in faults_of(text, grammar, tmp_path)


def test_cannot_tell_where_every_completion_agrees_is_named(tmp_path: Path, grammar):
    one, other = ["has diabetes", "smokes tobacco"], ["not has diabetes", "smokes tobacco"]
    text = rule(step(f".any = [{{ all = {one} }}, {{ all = {other} }}]")) + example(
        "has_diabetes = true, smokes_tobacco = true", "fires soon"
    )
    assert any("every completion agrees" in each for each in faults_of(text, grammar, tmp_path))


def test_words_that_no_prompt_may_use_are_named(tmp_path: Path, grammar):
    text = BMI.replace('say = "Ask."', 'say = "Stop the tablets."') + AT + BELOW + MISSING
    assert "a-rule: wording: soon: say: 'Stop'" in faults_of(text, grammar, tmp_path)


def test_every_kind_of_slip_is_tried(tmp_path: Path, grammar):
    several = ["takes clozapine as depot", "at least 2 medicines tagged qt", "has diabetes"]
    text = rule(
        step('.any = ["bmi between 23.0 and 24.9 kg/m2", "not metabolic review in last 6 months"]'),
        step(f".at_least = 2\nwhen.of = {several}", "note"),
        extra='applies = ["age >= 18 years"]\nunless = ["started clozapine in last 4 weeks"]',
    )
    found = {m.change for m in mutants(read(text, grammar, tmp_path).book["a-rule"], grammar.facts)}
    assert {
        "applies: 'age >= 18 years' dropped",
        "applies: 'age >= 18 years' negated",
        "applies: 'age >= 18 years': >= becomes >",
        "applies: 'age >= 18 years': 18 becomes 17",
        "unless: 'started clozapine in last 4 weeks': 4 weeks becomes 5 weeks",
        "soon: 'bmi between 23.0 and 24.9 kg/m2': 24.9 becomes 25.0",
        "soon: any becomes all over 'bmi between 23.0 and 24.9 kg/m2' ...",
        "soon: not dropped before 'metabolic review in last 6 months'",
        "soon: level becomes urgent",
        "soon: step dropped",
        "note: at least 2 becomes 3",
        "note: at least 2 becomes 1",
        "note: 'takes clozapine as depot': form dropped",
        "note: 'at least 2 medicines tagged qt': 2 becomes 3",
        "note: level becomes routine",
    } <= found
