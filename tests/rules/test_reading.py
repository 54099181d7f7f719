from pathlib import Path

import pytest

from app.rules.reading import RuleFileError
from app.rules.rulebook import Level
from tests.rules.ruletext import EVIDENCE, example, read, rule, step

GOOD = rule(step(' = "bmi >= 30.0 kg/m2"'))


def test_a_whole_rule_is_read(tmp_path: Path, grammar):
    found = read(
        rule(step(' = "bmi >= 30.0 kg/m2"', "soon"), step(' = "bmi >= 25.0 kg/m2"', "note")),
        grammar,
        tmp_path,
    )
    assert [s.level for s in found.book["a-rule"].steps] == [Level.SOON, Level.NOTE]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        (GOOD.replace("title =", "titel ="), "unknown field `titel`", None),
        (GOOD.replace('say = "Ask."', 'say = "Ask."\nsay_nurse = "x"'), "unknown field `say_nurse`", None),
        (GOOD.replace(EVIDENCE, ""), "missing required field `evidence`", None),
        (GOOD.replace('text = "a guideline"', 'text = ""'), "the source is missing", 3),
        (GOOD.replace("https://example.org/guideline", "somewhere"), "the source is missing", 3),
        (GOOD.replace("review_due = 2027-01-01", "review_due = 2025-01-01"), "review_due must lie after", 3),
        (GOOD.replace('mark = "K"', 'mark = "certain"'), "Invalid enum value 'certain'", None),
        (GOOD.replace('topic = "metabolic"', 'topic = "metabolik"'), "did you mean 'metabolic'", 3),
        (GOOD.replace('level = "soon"', 'level = "sooon"'), "did you mean 'soon'", 3),
        (GOOD.replace('kind = "finding"', 'kind = "hunch"'), "Invalid enum value 'hunch'", None),
        (GOOD.replace('id = "a-rule"', 'id = "A rule"'), "small letters", 3),
        (GOOD.replace("version = 1", "version = 0"), "versions count from 1", 3),
        (GOOD.replace('say_hca = "Tell the nurse."', 'say_hca = " "'), "must each say something", 3),
        (GOOD.replace('within = "2 weeks"', 'within = "soonish"'), "plan says what to do", 3),
        (GOOD.replace('owner = "nurse"', 'owner = "nurze"'), "did you mean 'nurse'", 3),
        (GOOD.replace("bmi >=", "bmmi >="), "did you mean 'bmi'", 14),
        (GOOD + GOOD, "the id is used twice", 3),
        (GOOD + example("bmi = 30.0", "fires", "another"), "an example speaks of 'another'", None),
        (
            rule(step(' = "bmi >= 30.0 kg/m2"', "note"), step(' = "bmi >= 25.0 kg/m2"', "soon")),
            "highest first",
            3,
        ),
        (GOOD + "\n[[rule", "not TOML", None),
        (GOOD.replace("version = 1", "version = 1\nversion = 2"), "not TOML", None),
    ],
)
def test_a_rule_file_at_fault_is_refused_by_name(
    text: str, message: str, line: int | None, tmp_path: Path, grammar
):
    with pytest.raises(RuleFileError) as caught:
        read(text, grammar, tmp_path)
    assert message in str(caught.value)
    assert caught.value.file == "rules.toml"
    assert str(caught.value).startswith("rules.toml")
    assert caught.value.line == line


def test_the_rule_at_fault_is_named_even_where_a_key_is_wrong(tmp_path: Path, grammar):
    with pytest.raises(RuleFileError, match="a-rule"):
        read(GOOD.replace("title =", "titel ="), grammar, tmp_path)


def test_the_hash_moves_with_the_content_and_with_nothing_else(tmp_path: Path, grammar):
    first = read(GOOD, grammar, tmp_path / "a").book
    same = read("# a remark\n" + GOOD + example("bmi = 30.0", "fires"), grammar, tmp_path / "b").book
    other = read(GOOD.replace("30.0", "30.1"), grammar, tmp_path / "c").book
    assert first.hash == same.hash
    assert first["a-rule"].content_hash == same["a-rule"].content_hash
    assert other.hash != first.hash


FAMILY = """
family = "levels.csv"
""" + rule(step(' = "{fact} >= {limit} {unit}"'), rule_id="{id}-high")


def test_a_family_makes_one_checked_rule_of_each_row(tmp_path: Path, grammar):
    text = FAMILY + example('"{fact}" = "{limit}"', "fires", "{id}-high")
    (tmp_path / "levels.csv").write_text("id,fact,limit,unit\nbmi,bmi,30.0,kg/m2\nhba1c,hba1c,48,mmol/mol\n")
    found = read(text, grammar, tmp_path)
    assert [r.id for r in found.book] == ["bmi-high", "hba1c-high"]
    assert [str(e.given[name]) for e, name in zip(found.examples, ("bmi", "hba1c"), strict=True)] == [
        "30.0",
        "48",
    ]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("id,fact,limit,unit\nbmi,bmi,30.0,mmHg\n", "the unit of BMI"),
        ("id,fact,limit,unit\nbmi,bmi,30.0\n", "line 2"),
        ("id,fact,limit\nbmi,bmi,30.0\n", "no column 'unit'"),
        ("id,fact,limit,unit\n", "has no rows"),
    ],
)
def test_a_family_is_checked_like_any_rule(table: str, message: str, tmp_path: Path, grammar):
    (tmp_path / "levels.csv").write_text(table)
    with pytest.raises(RuleFileError, match=message):
        read(FAMILY, grammar, tmp_path)


def test_the_table_of_a_family_lies_beside_it(tmp_path: Path, grammar):
    with pytest.raises(RuleFileError, match="beside the rule file"):
        read(FAMILY.replace("levels.csv", "../levels.csv"), grammar, tmp_path)
