"""The visit file: what goes in comes out, what is wrong is named by its place and by nothing else."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from app.consultation.agenda import SECTIONS
from app.consultation.answers import How, Known
from app.consultation.crisis_plan.record import CrisisPlan
from app.consultation.draft import Draft
from app.consultation.history import History
from app.exchange.visit_file import (
    VisitFileUnreadable,
    read_visit_file,
    visit_file_of,
    visit_file_schema,
    write_visit_file,
)

TODAY = date(2026, 11, 22)
VISITS = sorted((Path(__file__).parents[1] / "data" / "visits").glob("*.json"))
EVERY_VISIT = pytest.mark.parametrize("path", VISITS, ids=lambda path: path.stem)


@pytest.fixture
def tree():
    return json.loads(next(v for v in VISITS if "olanzapine" in v.name).read_text(encoding="utf-8"))


def refusal(tree) -> str:
    with pytest.raises(VisitFileUnreadable) as caught:
        read_visit_file(tree if isinstance(tree, bytes) else json.dumps(tree).encode(), TODAY)
    line = str(caught.value)
    assert "\n" not in line
    assert "Nothing was saved" in line
    return line


def test_there_are_three_vignettes():
    assert len(VISITS) == 3


@EVERY_VISIT
def test_a_visit_file_comes_back_byte_for_byte(path):
    raw = path.read_bytes()
    assert write_visit_file(read_visit_file(raw, TODAY)) == raw


@EVERY_VISIT
def test_a_visit_file_fits_its_schema(path):
    checker = jsonschema.Draft202012Validator(visit_file_schema())
    assert list(checker.iter_errors(json.loads(path.read_bytes()))) == []


def test_the_schema_is_itself_valid_and_refuses_what_the_reader_refuses(tree):
    jsonschema.Draft202012Validator.check_schema(visit_file_schema())
    checker = jsonschema.Draft202012Validator(visit_file_schema())
    tree["sections"]["physical_checks"]["weigth"] = {"is": "unknown"}
    assert list(checker.iter_errors(tree))


def test_every_section_of_the_agenda_is_in_the_schema():
    sections = visit_file_schema()["$defs"]["Sections"]["properties"]
    assert set(sections) == {section.key for section in SECTIONS}


@EVERY_VISIT
def test_a_visit_survives_the_way_through_the_app(path):
    visit = read_visit_file(path.read_bytes(), TODAY).visit()
    again = visit_file_of(visit.draft, visit.person, visit.history, visit.on)
    assert write_visit_file(again) == path.read_bytes()


def test_earlier_records_are_kept_in_the_history(tree):
    visit = read_visit_file(json.dumps(tree).encode(), TODAY).visit()
    history = History(last_visit_on=date(2026, 1, 1), last_records=visit.draft.records)
    again = visit_file_of(visit.draft, visit.person, history, visit.on)
    assert read_visit_file(write_visit_file(again), TODAY).visit().history.last_records == visit.draft.records


def test_what_stands_of_the_crisis_plan_is_kept_with_its_days_and_fits_the_schema(tree):
    visit = read_visit_file(json.dumps(tree).encode(), TODAY).visit()
    plan = CrisisPlan(signs_body=Known("no breath", How.SELF_REPORTED, date(2026, 1, 1)))
    history = History(left_standing={"crisis_plan": plan})
    raw = write_visit_file(visit_file_of(visit.draft, visit.person, history, visit.on))
    assert read_visit_file(raw, TODAY).visit().history.left_standing["crisis_plan"] == plan
    assert list(jsonschema.Draft202012Validator(visit_file_schema()).iter_errors(json.loads(raw))) == []


def test_a_visit_with_nothing_asked_is_a_whole_file(tree):
    visit = read_visit_file(json.dumps(tree).encode(), TODAY).visit()
    blank = Draft(id="x", person_id=visit.person.id, started_at=visit.draft.started_at)
    raw = write_visit_file(visit_file_of(blank, visit.person, History(), visit.on))
    again = read_visit_file(raw, TODAY).visit()
    assert again.draft.records == blank.records


def put(tree, place, value):
    *way, last = place.split(".")
    for step in way:
        tree = tree[int(step) if step.isdigit() else step]
    tree[int(last) if last.isdigit() else last] = value


DAY = {"series": "smoking_change", "taken_on": "2025-06-01"}
WORD = {"series": "ethnic_background", "taken_on": "2025-06-01"}
WEIGHT = "sections.physical_checks.weight"


@pytest.mark.parametrize(
    ("place", "value", "named"),
    [
        (
            f"{WEIGHT}.value",
            "9999",
            "Physical checks, Weight (sections.physical_checks.weight): outside 20 to 450 kg",
        ),
        (f"{WEIGHT}.value", "NaN", "sections.physical_checks.weight): outside"),
        (f"{WEIGHT}.value", "heavy", "sections.physical_checks.weight.value"),
        (f"{WEIGHT}.how", "guessed", "sections.physical_checks.weight.how): not one of the words"),
        (f"{WEIGHT}.taken_on", "2031-01-01", "sections.physical_checks.weight.taken_on): after the day"),
        (f"{WEIGHT}.is", "maybe", "sections.physical_checks.weight"),
        ("sections.physical_checks.weigth", {}, "'weigth' is not known here"),
        (
            "sections.physical_checks.blood_pressure.value",
            [{"systolic": 80, "diastolic": 120}],
            "blood_pressure",
        ),
        ("sections.dialog.leisure.rating.value", 8, "sections.dialog.leisure.rating.value"),
        ("sections.dialog.chosen", ["a", "b", "c", "d"], "sections.dialog.chosen"),
        ("sections.carers.rows.0.strain.value", "11", "sections.carers.rows[0].strain): outside"),
        (
            "sections.crisis_plan",
            {"callers": [{"id": "a", "name": "A", "said_on": "2031-01-01"}]},
            "sections.crisis_plan.callers[0].said_on): after the day",
        ),
        ("sections.medicines.effects", [{"key": "wings", "presence": "A lot"}], "sections.medicines.effects"),
        ("person.birth_date", "84-05-03", "The person's details (person.birth_date): not a day"),
        ("person.birth_date", "2031-01-01", "person.birth_date): after the day of the visit"),
        ("person.nhs_number", "9912003890", "person.nhs_number"),
        ("person.phone", "ask next door", "person.phone): not a phone number; write it in digits"),
        ("plan.key_worker_phone", "Kim", "plan.key_worker_phone): not a phone number"),
        ("sections.carers.rows.0.phone", "mum", "sections.carers.rows[0].phone): not a phone number"),
        (
            "sections.opening.call_back_number",
            "hers",
            "sections.opening.call_back_number): not a phone number",
        ),
        ("on", "yesterday", "The day of the visit (on): not a day as YYYY-MM-DD."),
        ("version", 2, "version"),
        ("format", "another", "format"),
        ("plan.agreement.value", "perhaps", "plan.agreement.value"),
        ("on", "2026-11-23", "The visit is dated 23-Nov-2026, after today, 22-Nov-2026. Nothing was saved"),
        ("person.allergies", "nuts", "(person.allergies): takes a list, not words."),
        ("surprise", 1, "The file: 'surprise' is not known here."),
        ("history.readings.0.taken_on", "2031-01-01", "history.readings[0].taken_on): after the day"),
        ("history.readings.0.value", "heavy", "history.readings[0].value): not a number"),
        ("history.readings.0.value", "6000", "history.readings[0].value): outside"),
        ("history.readings.0", DAY | {"value": "lately"}, "history.readings[0].value): not a day"),
        (
            "history.readings.0",
            WORD | {"value": "Martian"},
            "history.readings[0].value): none of the answers",
        ),
        ("sections.dialog.chosen", ["garden"], "no area of life is called garden"),
    ],
)
def test_a_fault_is_named_by_its_place(place, value, named, tree):
    put(tree, place, value)
    assert named in refusal(tree)


def test_a_refusal_never_quotes_what_was_written(tree):
    tree["sections"]["opening"]["place"] = {
        "is": "known",
        "value": "Her secret flat",
        "how": "self-reported",
        "taken_on": "2026-01-01",
    }
    assert "secret" not in refusal(tree)


@pytest.mark.parametrize("key", ["format", "version", "person", "on"])
def test_what_is_compulsory_cannot_be_left_away(key, tree):
    del tree[key]
    assert key in refusal(tree)


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 1_000_000, b"junk" * 1_000_000])
def test_what_is_no_visit_file_is_refused(raw):
    refusal(raw)


def test_a_decimal_keeps_its_places(tree):
    put(tree, f"{WEIGHT}.value", "68.90")
    visit = read_visit_file(json.dumps(tree).encode(), TODAY)
    assert str(visit.visit().draft.records["physical_checks"].weight.value) == "68.90"
