import pytest

from app.rules.conditions import All, AnyOf, AtLeast, Not
from app.rules.language import LanguageError
from app.rules.trees import read_exceptions, read_scope, read_tree

LINES = ["has diabetes", "takes clozapine", "smokes tobacco"]


def test_lines_are_joined_by_all_any_none_and_at_least(grammar):
    one, two, three = (grammar.read_line(line) for line in LINES)
    assert read_tree({"all": LINES}, grammar) == All((one, two, three))
    assert read_tree({"any": LINES}, grammar) == AnyOf((one, two, three))
    assert read_tree({"none": LINES}, grammar) == Not(AnyOf((one, two, three)))
    assert read_tree({"at_least": 2, "of": LINES}, grammar) == AtLeast(2, (one, two, three))


def test_every_entry_of_the_scope_must_hold_and_one_exception_is_enough(grammar):
    assert isinstance(read_scope(LINES, grammar), All)
    assert isinstance(read_exceptions(LINES, grammar), AnyOf)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"all": ["has diabetes", {"any": [{"all": LINES}]}]}, "more than 2 deep"),
        ({"both": LINES}, "'both' does not join"),
        ({"alll": LINES}, "did you mean 'all'"),
        ({"all": LINES, "any": LINES}, "write one list"),
        ({"all": []}, "empty list"),
        ({"all": "has diabetes"}, "write one list"),
        ({"at_least": 4, "of": LINES}, "from 2 to the number"),
        ({"at_least": 1, "of": LINES}, "from 2 to the number"),
        ({"at_least": True, "of": LINES}, "from 2 to the number"),
        ({"at_least": 2}, "write one list"),
        ({}, "write one list"),
        (["has diabetes"], "expected a line of text"),
        (7, "expected a line of text"),
    ],
)
def test_a_tree_that_could_be_misread_is_refused(written, message: str, grammar):
    with pytest.raises(LanguageError, match=message):
        read_tree(written, grammar)


def test_an_exception_may_join_lines_but_not_nest_them_further(grammar):
    read_exceptions([{"all": LINES}], grammar)
    with pytest.raises(LanguageError, match="deep"):
        read_exceptions([{"all": [{"any": LINES}]}], grammar)
