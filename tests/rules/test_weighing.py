from datetime import date
from pathlib import Path

import pytest

from app.rules.facts import Known, Missing, Never, Reason
from app.rules.rulebook import Level
from app.rules.weighing import Verdict, weigh, why_silent
from tests.rules.people import TODAY, known, taking
from tests.rules.ruletext import read, rule, step

ON_OLANZAPINE = {
    "age": 40,
    "medicines": taking("olanzapine"),
    "has_lower_bmi_threshold_background": False,
    "last_metabolic_review": Never(date(2020, 1, 1)),
    "receiving_end_of_life_care": False,
}


def outcome(book, rule_id: str, facts, on: date = TODAY, **options):
    return next(o for o in weigh(book, facts, on, **options) if o.rule.id == rule_id)


REVIEW = "bmi-antipsychotic-metabolic-review"


def test_a_prompt_shows_the_values_it_used_with_date_and_source(book):
    facts = known(**ON_OLANZAPINE, bmi="31.2") | {"bmi": known(bmi=31.2)["bmi"]}
    found = outcome(book, REVIEW, facts)
    assert (found.verdict, found.level) == (Verdict.FIRES, Level.SOON)
    reasons = {reason.fact: reason for reason in found.reasons}
    assert (reasons["bmi"].shown, reasons["bmi"].unit, reasons["bmi"].on) == ("31.2", "kg/m2", TODAY)
    assert reasons["medicines"].shown == "Olanzapine"
    assert reasons["last_metabolic_review"].holds is False
    assert reasons["last_metabolic_review"].shown == "none found back to 01-Jan-2020"
    assert reasons["bmi"].source == "test"


def test_what_is_missing_is_named_and_never_counts_as_no(book):
    found = outcome(book, REVIEW, known(**ON_OLANZAPINE))
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.needs == ("bmi",)
    assert [could.level for could in found.could_be] == [Level.SOON, Level.ROUTINE]


def test_the_reason_for_a_missing_value_is_kept(book):
    facts = known(**ON_OLANZAPINE) | {"bmi": Missing(Reason.DECLINED)}
    found = outcome(book, REVIEW, facts)
    assert [(reason.fact, reason.missing) for reason in found.reasons] == [("bmi", Reason.DECLINED)] * len(
        found.reasons
    )
    assert found.reasons


def test_a_surer_level_does_not_hide_that_it_could_be_worse(book):
    found = outcome(book, "bp-severe-symptoms", known(systolic_today=190, diastolic_today=95))
    assert found.level is Level.URGENT
    assert [(could.level, could.needs) for could in found.could_be] == [(Level.NOW, ("bp_warning_symptom",))]
    assert found.highest_possible is Level.NOW


def test_emergency_rules_read_this_consultation_only(book):
    found = outcome(book, "bp-severe-symptoms", known(systolic=200, diastolic=130, bp_warning_symptom=True))
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.needs == ("systolic_today", "diastolic_today")


def test_a_free_text_medicine_makes_every_does_not_take_cannot_tell(book):
    listed = taking("sertraline", "the blue ones")
    found = outcome(book, REVIEW, known(**{**ON_OLANZAPINE, "medicines": listed}, bmi=31.2))
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.needs == ("medicines",)
    assert found.reasons[0].shown == "not recognised: the blue ones"


def test_an_unconfirmed_list_proves_what_is_on_it_and_nothing_else(book):
    facts = known(**{**ON_OLANZAPINE, "medicines": taking("olanzapine", confirmed=False)}, bmi=31.2)
    assert outcome(book, REVIEW, facts).verdict is Verdict.FIRES
    facts = known(**{**ON_OLANZAPINE, "medicines": taking("sertraline", confirmed=False)}, bmi=31.2)
    assert outcome(book, REVIEW, facts).needs == ("medicines",)


def test_out_of_scope_is_an_outcome_with_its_reason(book):
    found = outcome(book, REVIEW, known(**{**ON_OLANZAPINE, "medicines": taking("sertraline")}, bmi=31.2))
    assert found.verdict is Verdict.NOT_COVERED
    assert found.reasons[0].shown == "not in the confirmed list"


def test_a_silent_rule_says_why_on_demand(book):
    facts = known(**{**ON_OLANZAPINE, "last_metabolic_review": TODAY}, bmi=31.2)
    assert outcome(book, REVIEW, facts).verdict is Verdict.SILENT
    (reason,) = why_silent(book, REVIEW, facts, TODAY)
    assert (reason.fact, reason.holds, reason.shown) == ("last_metabolic_review", True, "22-Nov-2026")
    facts = known(**ON_OLANZAPINE, bmi=21)
    assert {reason.fact for reason in why_silent(book, REVIEW, facts, TODAY)} >= {"bmi"}
    assert why_silent(book, REVIEW, known(**ON_OLANZAPINE, bmi=31), TODAY) == ()


def test_a_rule_that_breaks_is_shown_and_the_others_still_run(book):
    facts = known(**ON_OLANZAPINE, smokes_tobacco=True) | {"bmi": Known("thirty", TODAY, "a bug")}
    failed = outcome(book, REVIEW, facts)
    assert (failed.verdict, failed.error) == (Verdict.FAILED, "TypeError")
    assert outcome(book, "smoker-offer", facts).verdict is Verdict.FIRES


def test_a_failure_never_repeats_the_value(book):
    facts = known(**ON_OLANZAPINE) | {"bmi": Known("Jane Doe", TODAY, "a bug")}
    assert "Jane" not in outcome(book, REVIEW, facts).error


def test_in_a_live_store_only_signed_rules_run(book):
    facts = known(**ON_OLANZAPINE, bmi=31.2, smokes_tobacco=True)
    signed = frozenset({book["smoker-offer"].content_hash})
    outcomes = weigh(book, facts, TODAY, signed)
    assert [o.rule.id for o in outcomes if o.verdict is not Verdict.NOT_IN_USE] == ["smoker-offer"]
    assert len(outcomes) == len(book)


def test_a_rule_past_its_review_still_runs_and_says_so(book):
    facts = known(smokes_tobacco=True)
    due = book["smoker-offer"].evidence.review_due
    assert not outcome(book, "smoker-offer", facts, on=due).is_stale
    late = outcome(book, "smoker-offer", facts, on=date(due.year, due.month, due.day + 1))
    assert late.is_stale
    assert late.verdict is Verdict.FIRES


def test_a_date_in_the_future_is_not_believed(book):
    facts = known(**{**ON_OLANZAPINE, "last_metabolic_review": date(2027, 1, 1)}, bmi=31.2)
    assert outcome(book, REVIEW, facts).needs == ("last_metabolic_review",)


def test_a_warning_is_given_only_where_the_rule_surely_covers_the_person(book):
    asked = {"bowel_discomfort": False, "days_since_bowels_opened": 1}
    sure = outcome(book, "clozapine-bowel-red", known(medicines=taking("clozapine"), **asked))
    assert sure.warns
    unsure = outcome(
        book,
        "clozapine-bowel-red",
        known(medicines=taking("olanzapine", confirmed=False), **asked),
    )
    assert unsure.verdict is Verdict.CANNOT_TELL
    assert not unsure.warns


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"has_diabetes": True, "smokes_tobacco": True}, Verdict.FIRES),
        ({"has_diabetes": True, "smokes_tobacco": False}, Verdict.CANNOT_TELL),
        ({"has_diabetes": False, "smokes_tobacco": False}, Verdict.SILENT),
        ({"has_diabetes": True}, Verdict.CANNOT_TELL),
    ],
)
def test_at_least_so_many_counts_what_is_sure_and_what_could_be(facts, verdict, tmp_path: Path, grammar):
    lines = '.at_least = 2\nwhen.of = ["has diabetes", "smokes tobacco", "has hypertension"]'
    book = read(rule(step(lines)), grammar, tmp_path).book
    assert weigh(book, known(**facts), TODAY)[0].verdict is verdict


@pytest.mark.parametrize(
    ("line", "medicines", "verdict"),
    [
        ("takes any antipsychotic as depot", taking("haloperidol", form="depot"), Verdict.FIRES),
        ("takes any antipsychotic as depot", taking("haloperidol", form="tablet"), Verdict.SILENT),
        ("takes any antipsychotic as depot", taking("haloperidol"), Verdict.CANNOT_TELL),
        (
            "started haloperidol in last 12 weeks",
            taking("haloperidol", started=date(2026, 8, 30)),
            Verdict.FIRES,
        ),
        (
            "started haloperidol in last 12 weeks",
            taking("haloperidol", started=date(2026, 8, 29)),
            Verdict.SILENT,
        ),
        ("started haloperidol in last 12 weeks", taking("haloperidol"), Verdict.CANNOT_TELL),
        ("started haloperidol in last 12 weeks", taking("sertraline"), Verdict.SILENT),
        ("at least 2 medicines tagged qt", taking("citalopram", "haloperidol"), Verdict.FIRES),
        ("at least 2 medicines tagged qt", taking("citalopram", "sertraline"), Verdict.SILENT),
        ("at least 2 medicines tagged qt", taking("citalopram", "citalopram"), Verdict.SILENT),
        ("at least 2 medicines tagged qt", taking("citalopram", "unknown thing"), Verdict.CANNOT_TELL),
        ("at least 3 medicines tagged qt", taking("citalopram", "unknown thing"), Verdict.SILENT),
        ("at least 2 medicines tagged qt", taking("citalopram", confirmed=False), Verdict.CANNOT_TELL),
    ],
)
def test_medicines_are_asked_by_form_start_and_tag(line, medicines, verdict, tmp_path: Path, grammar):
    book = read(rule(step(f' = "{line}"')), grammar, tmp_path).book
    assert weigh(book, known(medicines=medicines), TODAY)[0].verdict is verdict
