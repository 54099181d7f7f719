"""The hazard log keeps together: index and files agree, and every test and file that it names exists."""

import ast
import re
from functools import cache

import pytest

from tests.hazard_log import FILES, LOG, NODE, ROOT

INDEX = LOG / "README.md"
HAZARDS = 72
STATES = {"controlled", "partly", "open", "not yet in the product"}
SEVERITIES = {"minor", "significant", "considerable", "major", "catastrophic"}
LIKELIHOODS = {"very low", "low", "medium", "high", "very high"}
PARTS = ["How it could happen", "What it would do", "Control", "Test", "What is left"]
DRAFT = "(draft, not reviewed by a clinical safety officer)"
ROW = re.compile(r"^\| \[(HZ-\d\d)\]\((HZ-\d\d)\.md\) \| (.+) \| (.+) \|$", re.MULTILINE)
PLACE = re.compile(r"`((?:app|tests|docs|bench)/[\w./]+|bench)(?:::\w+)?`")


def index_rows() -> list[tuple[str, ...]]:
    return ROW.findall(INDEX.read_text(encoding="utf-8"))


def first(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.MULTILINE)
    assert found is not None, f"nothing like {pattern}"
    return found[1]


def state_of(text: str) -> str:
    return first(r"^State: ([^.]+)\.", text)


def part_of(text: str, name: str) -> str:
    """The words of one part, up to the next part or the end."""
    return first(rf"(?s)- \*\*{name}:\*\*(.*?)(?=\n- \*\*|\Z)", text).strip()


@cache
def marks_in(file: str) -> dict[str, list[str]]:
    """The marks of each test of a file by its name, read and not imported."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {
        node.name: [ast.unparse(mark) for mark in node.decorator_list]
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    }


def is_there(file: str, name: str) -> bool:
    return (ROOT / file).is_file() and name in marks_in(file)


def is_only_in_audit(file: str, name: str) -> bool:
    """Whether `make check` leaves it out; no journey that is named here is (tests/journeys/conftest.py)."""
    return "pytest.mark.audit" in marks_in(file)[name]


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def hazard(request: pytest.FixtureRequest) -> tuple[str, str]:
    """The id and the text of each hazard."""
    return request.param.stem, request.param.read_text(encoding="utf-8")


def test_every_hazard_has_its_file_and_no_number_is_missing() -> None:
    assert [file.stem for file in FILES] == [f"HZ-{number:02}" for number in range(1, HAZARDS + 1)]


def test_the_index_lists_every_file_once_with_the_same_words_and_state() -> None:
    in_files = []
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        in_files.append((file.stem, file.stem, first(r"^# HZ-\d\d: (.+)$", text), state_of(text)))
    assert index_rows() == in_files


def test_a_hazard_has_all_its_parts_in_their_order(hazard: tuple[str, str]) -> None:
    number, text = hazard
    assert text.startswith(f"# {number}: ")
    assert re.findall(r"^- \*\*(.+?):\*\*", text, re.MULTILINE) == PARTS
    assert [name for name in PARTS if not part_of(text, name)] == []
    assert 8 <= len(text.splitlines()) <= 15


def test_severity_and_likelihood_are_marked_as_a_draft(hazard: tuple[str, str]) -> None:
    _number, text = hazard
    assert first(r"severity ([a-z ]+), likelihood", text) in SEVERITIES
    assert first(r"likelihood ([a-z ]+) \(", text) in LIKELIHOODS
    assert DRAFT in text


def test_every_test_that_is_named_exists(hazard: tuple[str, str]) -> None:
    _number, text = hazard
    named = NODE.findall(text)
    assert [f"{file}::{name}" for file, name in named if not is_there(file, name)] == []
    assert len(named) == text.count("::"), "each is named in full, between backticks"
    assert len(set(named)) == len(named), "none is named twice"


def test_what_only_the_audit_runs_is_said_to_be_there_and_is_no_control_by_itself(
    hazard: tuple[str, str],
) -> None:
    _number, text = hazard
    for line in part_of(text, "Test").splitlines():
        named = NODE.findall(line)
        late = [node for node in named if is_only_in_audit(*node)]
        assert not late or "in `make audit`" in line
        assert not late or len(late) < len(named), "say what of it runs in make check"


def test_every_file_that_is_named_exists(hazard: tuple[str, str]) -> None:
    _number, text = hazard
    assert [place for place in PLACE.findall(text) if not (ROOT / place).exists()] == []


def test_a_state_is_no_better_than_what_is_written_below_it(hazard: tuple[str, str]) -> None:
    _number, text = hazard
    state, control, proof = state_of(text), part_of(text, "Control"), part_of(text, "Test")
    assert state in STATES
    gaps = "open:" in control + proof + part_of(text, "What is left")
    if state == "controlled":
        assert NODE.search(proof), "a control without a test is not controlled"
        assert not gaps
    elif state == "partly":
        assert gaps, "say what is open"
        assert not control.startswith("open:")
    elif state == "open":
        assert control.startswith("open:")
    else:
        assert control.startswith("not in the product yet")


def test_a_test_that_does_not_exist_is_found_missing() -> None:
    own = "tests/test_hazards.py"
    assert is_there(own, "test_a_test_that_does_not_exist_is_found_missing")
    assert not is_there(own, "test_of_nothing")
    assert not is_there("tests/test_of_nothing.py", "test_of_nothing")


def test_a_test_that_only_the_audit_runs_is_found() -> None:
    rules = "tests/rules/test_checking.py"
    assert is_only_in_audit(rules, "test_no_rule_has_a_fault_and_every_slip_is_noticed")
    assert not is_only_in_audit(rules, "test_the_examples_of_every_rule_hold")
