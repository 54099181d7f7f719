"""The headless commands, as a script at a terminal would use them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import main as entry
from headless.commands import Refused, write
from tests.reports.reading import seen

ROOT = Path(__file__).resolve().parent.parent
VISITS = ROOT / "tests" / "data" / "visits"
ALIVE = [f for f in sorted((ROOT / "tests" / "data" / "synthea").glob("*.json*")) if "53eac4c0" not in f.name]


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *map(str, words)], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("visit", sorted(VISITS.glob("*.json")), ids=lambda p: p.stem)
def test_assess_prints_json_that_its_own_schema_accepts(
    visit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert entry.main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)["assessment"]
    assert entry.main(["assess", str(visit), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    jsonschema.validate(found, schema)
    assert found["prompts"]
    assert found["errors"] == []


def test_the_mission_prompt_fires_for_a_raised_bmi_on_an_antipsychotic(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert entry.main(["assess", str(VISITS / "olanzapine_weight_and_sugar.json"), "--json"]) == 0
    rules = {prompt["rule"] for prompt in json.loads(capsys.readouterr().out)["prompts"]}
    assert "bmi-antipsychotic-metabolic-review" in rules


@pytest.mark.parametrize("bundle", ALIVE, ids=lambda p: p.name[:8])
def test_a_bundle_never_makes_an_emergency_of_what_nobody_measured_today(
    bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert entry.main(["assess", str(bundle), "--on", "2021-06-01", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert all(prompt["level"] != "now" for prompt in found["prompts"])
    assert "bp-severe-symptoms" in {untold["rule"] for untold in found["cannot_tell"]}


def test_nobody_who_has_died_is_assessed(capsys: pytest.CaptureFixture[str]) -> None:
    [bundle] = (ROOT / "tests" / "data" / "synthea").glob("53eac4c0*")
    assert entry.main(["assess", str(bundle), "--on", "2021-06-01"]) == 2
    assert capsys.readouterr().err == (
        "main.py: The record says that this person has died. Nothing was assessed.\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["assess", "nowhere.json"], "cannot be read"),
        (["assess", str(VISITS / "olanzapine_weight_and_sugar.json"), "--on", "1.2.26"], "YYYY-MM-DD"),
    ],
)
def test_bad_input_is_one_plain_line_and_exit_2(words: list[str], said: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_broken_file_writes_no_plan(tmp_path: Path) -> None:
    broken = tmp_path / "visit.json"
    broken.write_text('{"format": "one-conversation-visit", "version": 1, "person": ')
    out = tmp_path / "plan.pdf"
    done = run("plan", broken, "--pdf", out)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == [broken]


def test_a_visit_of_a_day_to_come_makes_no_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = json.loads((VISITS / "clozapine_stopping_smoking.json").read_text(encoding="utf-8"))
    to_come = tmp_path / "visit.json"
    to_come.write_text(json.dumps(tree | {"on": "2999-01-01"}), encoding="utf-8")
    assert entry.main(["plan", str(to_come), "--pdf", str(tmp_path / "plan.pdf")]) == 2
    assert "The visit is dated 01-Jan-2999, after today" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [to_come]


def test_a_plan_that_cannot_be_written_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    done = run("plan", VISITS / "olanzapine_weight_and_sugar.json", "--pdf", tmp_path / "no" / "plan.pdf")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    with pytest.raises(Refused, match="is a folder"):
        write(Path(tmp_path.anchor), b"a plan")
    assert list(tmp_path.iterdir()) == []


def test_the_plan_of_a_visit_file_is_a_draft_that_says_whose_it_is(tmp_path: Path) -> None:
    visit = VISITS / "clozapine_stopping_smoking.json"
    out = tmp_path / "plan.pdf"
    assert entry.main(["plan", str(visit), "--pdf", str(out)]) == 0
    person = json.loads(visit.read_text())["person"]
    for page in seen(out):
        assert person["family_name"] in page
        assert "Draft" in page


def test_a_plan_reads_a_bmi_by_the_family_background_that_the_visit_file_knows(tmp_path: Path) -> None:
    visit, out = VISITS / "olanzapine_weight_and_sugar.json", tmp_path / "plan.pdf"
    assert json.loads(visit.read_text(encoding="utf-8"))["person"]["ethnic_background"] == "South Asian"
    assert entry.main(["plan", str(visit), "--pdf", str(out)]) == 0
    paper, about = words_on(out).split("About this plan")
    assert "BMI 27.6: above the range advised for my height." in paper
    assert re.search(r"NICE|AUDIT|Lester", paper) is None, "sources are for whoever looks back"
    assert "Weight: NICE NG7." in about
    assert "by family background" not in words_on(out)


def words_on(pdf: Path) -> str:
    return " ".join(seen(pdf))


def test_the_same_visit_file_makes_the_same_plan(tmp_path: Path) -> None:
    visit = VISITS / "clozapine_stopping_smoking.json"
    made = []
    for name in ("one.pdf", "two.pdf"):
        assert entry.main(["plan", str(visit), "--pdf", str(tmp_path / name)]) == 0
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_what_is_agreed_stands_beside_the_check_that_it_is_about(tmp_path: Path) -> None:
    visit, out = VISITS / "olanzapine_weight_and_sugar.json", tmp_path / "plan.pdf"
    assert entry.main(["plan", str(visit), "--pdf", str(out)]) == 0
    checks = words_on(out).split("My body checks")[1].split("We also wrote down")[0]
    sugar = checks.split("(HbA1c)")[1]
    assert "Grace will: Ring the GP about the sugar test" in sugar


@pytest.mark.parametrize(
    ("visit", "is_asked_for"),
    [("aripiprazole_depot_very_high_pressure", True), ("clozapine_stopping_smoking", False)],
)
def test_a_plan_says_that_it_is_not_in_large_print_though_it_was_asked_for(
    visit: str, is_asked_for: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert entry.main(["plan", str(VISITS / f"{visit}.json"), "--pdf", str(tmp_path / "plan.pdf")]) == 0
    assert ("this edition is not in large print" in capsys.readouterr().out) is is_asked_for


def test_each_visit_file_has_a_plan_number_of_its_own(tmp_path: Path) -> None:
    out, numbers = tmp_path / "plan.pdf", set()
    for visit in VISITS.glob("*.json"):
        assert entry.main(["plan", str(visit), "--pdf", str(out)]) == 0
        numbers |= set(re.findall(r"Plan (\d\d-\w{4})", words_on(out)))
    assert len(numbers) == len(list(VISITS.glob("*.json")))


def test_a_folder_that_cannot_be_made_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a_file"
    file.write_text("")
    assert entry.main(["demo", "--out", str(file)]) == 2
    assert capsys.readouterr().err == f"main.py: {file} cannot be made: File exists.\n"


@pytest.mark.parametrize(
    ("words", "kept"),
    [(["rulebook"], "docs/rulebook.md"), (["rulebook", "--bound"], "resources/rulebook.json")],
    ids=["in words", "bound"],
)
def test_the_rulebook_is_kept_as_its_rules_are_now(
    words: list[str], kept: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert entry.main(words) == 0
    assert capsysbinary.readouterr().out == (ROOT / kept).read_bytes(), "run: make rulebook"


@pytest.mark.parametrize("words", [["assess"], ["nonsense"], ["plan", "a.json"], ["demo", "--out"]])
def test_a_command_that_is_not_whole_is_one_plain_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        entry.main(words)
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.startswith("main.py: ")
    assert said.count("\n") == 1


def test_a_record_that_is_no_visit_file_is_named_for_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bundle.json"
    file.write_text('{"resourceType": "Bundle", "type": "collection", "entry": []}')
    assert entry.main(["plan", str(file), "--pdf", str(tmp_path / "out.pdf")]) == 2
    assert (
        "This is a record from another system (FHIR); a visit file of this app is needed."
        in capsys.readouterr().err
    )
    assert not (tmp_path / "out.pdf").exists()


def test_without_a_display_the_window_says_so_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(entry.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert entry.main([]) == 2
    assert capsys.readouterr().err.startswith("main.py: there is no display")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere no display is named")
def test_a_display_that_does_not_answer_is_said_in_one_sentence() -> None:
    named = {"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"}
    ended = subprocess.run(
        [sys.executable, "main.py"],
        cwd=ROOT,
        env=os.environ | named,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    [line] = ended.stderr.splitlines()
    assert line.startswith("main.py: the display does not answer, so no window can open.")
