"""A file in, an assessment out: vignettes as a clinician would expect, bundles with due caution."""

import bz2
import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from app.consultation.book import rulebook, vocabulary
from app.exchange.assess_file import assess_file, is_visit_file
from app.exchange.assessment import assessment_json, assessment_schema, assessment_text
from app.exchange.unreadable import FileUnreadable
from app.rules.rulebook import Level, Role
from tests.exchange.fhir.made_up import LOINC, bundle, observation, patient

DATA = Path(__file__).parents[1] / "data"
TODAY = date(2026, 11, 22)
VISITS = sorted((DATA / "visits").glob("*.json"))
BUNDLES = sorted((DATA / "synthea").glob("*.bz2"))


def visit(start):
    return next(path for path in VISITS if path.name.startswith(start)).read_bytes()


def assessed(raw, on=None):
    found = assess_file(raw, on, rulebook(), max(TODAY, on or TODAY))
    return json.loads(assessment_json(found.assessment, rulebook(), found.on))


def levels(out):
    return {prompt["rule"]: prompt["level"] for prompt in out["prompts"]}


def unsure(out):
    return {row["rule"]: row["needs"] for row in out["cannot_tell"]}


def test_clozapine_constipated_and_about_to_stop_smoking():
    found = levels(assessed(visit("clozapine")))
    assert found["quit-smoking-clozapine"] == "urgent"
    assert found["clozapine-constipation"] == "urgent"
    assert "clozapine-bowel-red" not in found
    assert "carer-strain" not in found


def test_a_cold_body_makes_one_prompt_and_the_home_another():
    tree = json.loads(visit("clozapine"))
    said = {"is": "known", "how": "self-reported", "taken_on": tree["on"]}
    tree["sections"]["physical_checks"]["temperature"] = said | {"value": "34.6", "how": "measured"}
    tree["sections"]["home_and_work"] = {
        "home": said | {"value": ["No heating"]},
        "cold_signs": said | {"value": ["Cold to touch"]},
    }
    found = assess_file(json.dumps(tree).encode(), None, rulebook(), TODAY).assessment
    now = [prompt for prompt in found.prompts if prompt.level is Level.NOW]
    assert [[outcome.rule.id for outcome in prompt.outcomes] for prompt in now] == [
        ["obs-single-red", "hypothermia-self-neglect"]
    ]
    assert "999: the body is too cold" in now[0].say(Role.NURSE)
    others = [prompt for prompt in (*found.prompts, *found.held_back) if prompt.level is not Level.NOW]
    assert "housing-alone-poor" in {outcome.rule.id for prompt in others for outcome in prompt.outcomes}


def on_clozapine_and_smoking(change=None, **answers):
    tree = json.loads(visit("clozapine"))
    said = {"is": "known", "how": "self-reported", "taken_on": tree["on"]}
    checks = tree["sections"]["physical_checks"]
    for key in ("smoking_change", "plans_to_stop_smoking", "entering_smoke_free_place"):
        checks.pop(key, None)
    checks["smoking"] = said | {"value": "Smokes now"}
    for key, value in answers.items():
        checks[key] = said | {"value": value}
    if change:
        tree["history"]["readings"].append(
            {"series": "smoking_change", "value": change, "taken_on": "2026-06-01"}
        )
    return assessed(json.dumps(tree).encode())


@pytest.mark.parametrize("change", [None, "2025-01-01"])
def test_the_offer_to_stop_smoking_never_stands_without_the_clozapine_warning(change):
    out = on_clozapine_and_smoking(change, plans_to_stop_smoking="No", entering_smoke_free_place="No")
    assert "smoker-offer" in levels(out)
    assert unsure(out)["quit-smoking-clozapine"] == ["last_smoking_change"]
    planned = on_clozapine_and_smoking(change, plans_to_stop_smoking="Yes")
    assert levels(planned)["quit-smoking-clozapine"] == "urgent"


def test_olanzapine_with_weight_sugar_and_a_worn_out_husband():
    out = assessed(visit("olanzapine"))
    found = levels(out)
    assert found["bmi-antipsychotic-metabolic-review"] == "soon"
    assert found["hba1c-diabetes-range"] == "soon"
    assert found["carer-strain"] == "soon"
    review = next(p for p in out["prompts"] if p["rule"] == "bmi-antipsychotic-metabolic-review")
    values = {reason["fact"]: reason["value"] for reason in review["reasons"]}
    assert values["bmi"] == 27.6
    assert values["last_metabolic_review"] == "never"
    assert values["has_lower_bmi_threshold_background"] is True


def test_an_unconfirmed_list_never_says_that_clozapine_is_not_taken():
    assert "medicines" in unsure(assessed(visit("olanzapine")))["clozapine-bowel-red"]


def test_very_high_pressure_today_with_a_headache():
    out = assessed(visit("aripiprazole"))
    assert levels(out)["bp-severe-symptoms"] == "now"
    assert levels(out)["auditc-5"] == "routine"
    assert "bmi" in unsure(out)["bmi-antipsychotic-metabolic-review"]


def test_what_is_held_back_is_listed_too_after_all_else():
    tree = json.loads(visit("aripiprazole"))
    tree["sections"]["physical_checks"]["smoking"]["value"] = "Smokes now"
    found = assess_file(json.dumps(tree).encode(), None, rulebook(), TODAY)
    assert [p.lead.rule.id for p in found.assessment.held_back] == ["smoker-offer"]
    out = json.loads(assessment_json(found.assessment, rulebook(), found.on))
    assert out["prompts"][0]["rule"] == "bp-severe-symptoms"
    assert out["prompts"][-1]["rule"] == "smoker-offer"


def test_the_step_counts_from_the_highest_level_of_its_rule():
    steps = {p["rule"]: p["step"] for p in assessed(visit("olanzapine"))["prompts"]}
    assert steps["hba1c-diabetes-range"] == 2
    assert steps["carer-strain"] == 1


def test_the_same_pressure_a_week_later_is_no_longer_todays():
    out = assessed(visit("aripiprazole"), date(2026, 11, 26))
    assert "bp-severe-symptoms" not in levels(out)
    assert "bp-severe-symptoms" in unsure(out)


def test_neither_a_visit_nor_a_day_asked_for_may_lie_in_the_future():
    with pytest.raises(FileUnreadable, match="dated 17-Nov-2026, after today, 16-Nov-2026"):
        assess_file(visit("clozapine"), None, rulebook(), date(2026, 11, 16))
    with pytest.raises(FileUnreadable, match="asked for, 23-Nov-2026, is after today, 22-Nov-2026"):
        assess_file(visit("clozapine"), date(2026, 11, 23), rulebook(), TODAY)


def test_a_day_before_the_visit_is_refused():
    with pytest.raises(FileUnreadable, match="after the day asked for"):
        assess_file(visit("aripiprazole"), date(2026, 11, 1), rulebook(), TODAY)


@pytest.mark.parametrize("path", [*VISITS, *BUNDLES], ids=lambda path: path.name[:12])
def test_every_output_fits_its_schema_and_names_every_rule_at_most_once(path):
    on = date(1990, 6, 1) if path.name.startswith("53ea") else date(2026, 11, 22)
    out = assessed(path.read_bytes(), on)
    jsonschema.Draft202012Validator(assessment_schema()).validate(out)
    assert out["errors"] == []
    named = [row["rule"] for part in ("prompts", "cannot_tell", "not_covered") for row in out[part]]
    assert len(named) == len(set(named))


def test_the_keys_of_the_output_are_the_agreed_ones():
    out = assessed(visit("olanzapine"))
    assert list(out) == [
        "rulebook",
        "on",
        "prompts",
        "cannot_tell",
        "not_covered",
        "not_in_use",
        "errors",
    ]
    assert list(out["prompts"][0]) == [
        "rule",
        "version",
        "step",
        "topic",
        "level",
        "does",
        "decides",
        "say",
        "reasons",
        "could_be",
        "evidence",
    ]
    assert list(out["prompts"][0]["reasons"][0]) == ["fact", "value", "unit", "date", "source"]
    assert out["rulebook"] == {"version": rulebook().version, "hash": rulebook().hash}


def pressure_of_today():
    parts = [
        {"code": {"coding": [{"system": LOINC, "code": code}]}, "valueQuantity": {"value": v, "unit": "mmHg"}}
        for code, v in (("8480-6", 190), ("8462-4", 125))
    ]
    return observation("85354-9", 0, "", component=parts, effectiveDateTime=TODAY.isoformat())


def test_a_pressure_from_a_record_is_never_one_of_this_consultation():
    out = assessed(bundle(patient(), pressure_of_today()))
    assert "bp-severe-symptoms" not in levels(out)
    assert {"systolic_today", "diastolic_today"} <= set(unsure(out)["bp-severe-symptoms"])


def test_a_bundle_confirms_no_list_of_medicines():
    out = assessed(bundle(patient()))
    assert "medicines" in unsure(out)["clozapine-bowel-red"]


def test_a_packed_bundle_and_a_plain_one_say_the_same():
    raw = bundle(patient(), pressure_of_today())
    assert assessed(raw) == assessed(bz2.compress(raw))


def test_somebody_who_has_died_is_not_assessed():
    with pytest.raises(FileUnreadable, match="has died"):
        assessed(bundle(patient(deceasedBoolean=True)))


def test_without_a_date_of_birth_no_rule_is_asked():
    with pytest.raises(FileUnreadable, match="date of birth"):
        assessed(bundle(patient(birthDate="84-01-01")))


@pytest.mark.parametrize("raw", [b"", b"junk", b"{}", b'{"format": "something else"}', b"[1, 2", b"BZh1"])
def test_a_file_that_is_neither_is_refused_in_one_line(raw):
    with pytest.raises(FileUnreadable) as caught:
        assessed(raw)
    assert "\n" not in str(caught.value)


def test_a_file_is_told_apart_by_what_it_says_it_is():
    assert is_visit_file(visit("olanzapine"))
    assert not is_visit_file(bundle(patient()))
    assert not is_visit_file(BUNDLES[0].read_bytes())


def test_the_text_says_what_is_missing_and_that_it_is_not_approved():
    found = assess_file(visit("aripiprazole"), None, rulebook(), TODAY)
    text = assessment_text(found.assessment, rulebook(), found.on)
    assert "Not approved for clinical use." in text
    assert "[now] Very high blood pressure today" in text
    assert "Systolic blood pressure, today: 188 mmHg, 19-Nov-2026, measured" in text, "the highest counts"
    assert "To tell, ask: Is the pulse regular" in text.split("Cannot tell:")[1]
    assert "01-Jan-0001" not in text


@pytest.mark.parametrize("path", VISITS, ids=lambda path: path.name[:12])
def test_the_text_is_in_the_words_of_the_clinic_and_says_no_day_twice(path):
    found = assess_file(path.read_bytes(), None, rulebook(), TODAY)
    text = assessment_text(found.assessment, rulebook(), found.on)
    names = [fact.spoken for fact in vocabulary() if fact.spoken != fact.label.lower()]
    assert [name for name in names if f"because {name}:" in text] == []
    assert re.search(r"(\d\d-\w{3}-\d{4}), \1", text) is None


def test_the_text_for_a_health_care_assistant_has_their_own_wording():
    found = assess_file(visit("clozapine"), None, rulebook(), TODAY)
    nurse, hca = (assessment_text(found.assessment, rulebook(), found.on, r) for r in (Role.NURSE, Role.HCA))
    assert nurse != hca
    step = rulebook()["clozapine-constipation"].steps[0]
    assert step.say in nurse
    assert step.say_hca in hca
