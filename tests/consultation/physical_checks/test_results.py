"""Results and scores from elsewhere: who is asked for which, how old they may be, what they are held to."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.consultation.answers import How, YesNo
from app.consultation.bands import SCALES, rank_of
from app.consultation.book import rulebook
from app.consultation.history import History
from app.consultation.medicines.catalogue import catalogue
from app.consultation.physical_checks import entered_scores, results
from app.consultation.physical_checks.facts import facts, readings
from app.consultation.physical_checks.freshness import FRESHNESS
from app.consultation.physical_checks.record import (
    DrinkingDays,
    DrinkingUnits,
    HeavyDrinking,
    LastDone,
    PhysicalChecks,
)
from app.consultation.physical_checks.words import (
    found,
    waist_by_sex_words,
    weight_change_words,
)
from app.consultation.prompts import assess, gather
from app.consultation.questions import Kind, Question, questions, questions_shown
from app.rules.facts import Missing, Reason
from tests.consultation.a_visit import (
    PERSON,
    TODAY,
    draft,
    known,
    levels_by_rule,
    past,
    reading,
    told,
    visit,
    whole_list,
)

RESULTS = {
    "white_cells", "neutrophils", "clozapine_level", "lithium_level", "egfr", "acr", "sodium", "potassium",
    "adjusted_calcium", "tsh", "alt", "prolactin",
}  # fmt: skip
SCORES = {"qrisk3", "must", "ecg"}


def shown(*ingredients, birth_date=PERSON.birth_date, **answers):
    record = PhysicalChecks(**answers)
    said = draft(physical_checks=record, medicines=whole_list(*ingredients))
    around = visit(birth_date=birth_date)
    return {name for name, _ in questions_shown(record, replace(around, facts=gather(said, around)))}


def of(history=None, **answers):
    return facts(PhysicalChecks(**answers), visit(history))


def lab(value, on=TODAY):
    return known(Decimal(value), How.FROM_RECORD, on)


def levels(*ingredients, history=None, **answers):
    said = draft(physical_checks=PhysicalChecks(**answers), medicines=whole_list(*ingredients))
    return levels_by_rule(said, history)


@pytest.mark.parametrize(
    ("ingredient", "asked"),
    [
        ("sertraline", set()),
        ("lithium", {"lithium_level", "egfr", "sodium", "potassium", "adjusted_calcium", "tsh"}),
        ("clozapine", {"white_cells", "neutrophils", "clozapine_level"}),
        ("valproate", {"white_cells", "neutrophils", "alt"}),
        ("carbamazepine", {"white_cells", "neutrophils", "alt", "sodium"}),
        ("risperidone", {"prolactin"}),
        ("agomelatine", {"alt"}),
    ],
)
def test_a_medicine_asks_for_the_results_it_needs_and_no_others(ingredient, asked):
    assert catalogue().entry(ingredient) is not None
    assert shown(ingredient) & (RESULTS | SCORES) == asked


def test_everything_else_stands_behind_one_question():
    assert not shown() & (RESULTS | SCORES)
    assert shown(other_results=told(YesNo.YES)) >= RESULTS | SCORES
    assert not shown(other_results=told(YesNo.NO)) & (RESULTS | SCORES)


def test_hours_since_the_dose_are_asked_with_the_level():
    assert "lithium_hours" not in shown("lithium")
    assert "lithium_hours" in shown("lithium", lithium_level=lab("0.7"))
    assert "clozapine_hours" in shown("clozapine", clozapine_level=lab("0.4"))
    record = PhysicalChecks(lithium_level=lab("0.85"), lithium_hours=lab("9"))
    assert found("lithium_level", record, visit()).beneath == "range 0.8 to 1, 9 hours after the dose"
    unknown = PhysicalChecks(lithium_level=lab("0.85"))
    assert found("lithium_level", unknown, visit()).beneath.endswith("hours after the dose not known")


def test_other_limits_are_asked_only_where_a_count_is_low_on_clozapine():
    assert "has_other_count_limits" not in shown("clozapine", white_cells=lab("3.5"), neutrophils=lab("2"))
    assert "has_other_count_limits" in shown("clozapine", white_cells=lab("3.49"))
    assert "has_other_count_limits" in shown("clozapine", neutrophils=lab("1.99"))
    assert "has_other_count_limits" not in shown("valproate", neutrophils=lab("1.99"))


def test_an_ecg_that_was_found_asks_who_read_it_and_none_asks_nothing():
    asked = {"ecg_read_by", "qtc", "qtc_formula", "ecg_heart_rate"}
    yes = told(YesNo.YES)
    assert not asked & shown(other_results=yes)
    assert not asked & shown(other_results=yes, ecg=told(LastDone()))
    assert shown(other_results=yes, ecg=told(LastDone(date(2026, 5, 1)))) >= asked


@pytest.mark.parametrize("score", ["news2", "qrisk3", "must", "frailty", "audit_total"])
def test_a_score_asks_where_it_comes_from(score):
    assert "scores_from" not in shown()
    assert "scores_from" in shown(**{score: lab("5")})


def test_frailty_is_asked_from_65():
    yes = told(YesNo.YES)
    assert "frailty" not in shown(other_results=yes)
    assert "frailty" in shown(other_results=yes, birth_date=date(1961, 11, 22))
    assert "frailty" not in shown(other_results=yes, birth_date=date(1961, 11, 23))


def test_a_count_on_the_record_is_not_first_seen_now_and_an_old_one_is_too_old():
    recorded = past(reading("white_cells", "2.5", date(2026, 11, 1)))
    assert of(recorded)["white_cells"] == Missing(Reason.NOT_ASKED)
    assert of(white_cells=lab("2.5", date(2026, 8, 22)))["white_cells"].value == Decimal("2.5")
    assert of(white_cells=lab("2.5", date(2026, 8, 21)))["white_cells"].reason is Reason.TOO_OLD


def test_a_lithium_level_of_the_record_counts_for_six_months_but_never_as_first_seen_now():
    recorded = past(reading("lithium_level", "1.6", date(2026, 5, 22)))
    assert of(recorded)["lithium_level"].value == Decimal("1.6")
    assert of(recorded)["new_lithium_level"] == Missing(Reason.NOT_ASKED)
    assert (
        of(past(reading("lithium_level", "1.6", date(2026, 5, 21))))["lithium_level"].reason is Reason.TOO_OLD
    )
    assert levels("lithium", history=recorded)["lithium-level-high"] == "urgent"
    assert levels("lithium", lithium_level=lab("1.6"))["lithium-level-high"] == "now"


def test_from_raw_answers_each_rule_of_results_is_reached():
    assert levels("clozapine", white_cells=lab("2.9"))["clozapine-red-count"] == "now"
    assert levels("clozapine", neutrophils=lab("1.8"))["clozapine-amber-count"] == "urgent"
    assert levels(hba1c=lab("44"), has_diabetes=told(YesNo.NO))["hba1c-at-risk"] == "routine"
    tall = {"height": known(Decimal(170)), "weight": known(Decimal(80))}
    assert levels(waist=known(Decimal(103)), **tall)["whtr-raised"] == "soon"
    assert levels(height=known(Decimal(170)), weight=known(Decimal(46)))["underweight"] == "urgent"
    assert levels(unwell_today=told(YesNo.YES), news2=known(Decimal(5)))["obs-news-aggregate"] == "now"


def test_a_figure_in_its_range_is_never_silent_while_only_an_exception_is_open():
    checks = PhysicalChecks(
        hba1c=lab("46"),
        drinking_days=told(DrinkingDays.FOUR_OR_MORE),
        drinking_units=told(DrinkingUnits.TO_6),
        heavy_drinking=told(HeavyDrinking.WEEKLY),
    )
    found = assess(draft(physical_checks=checks), PERSON, History(), rulebook(), TODAY)
    assert {"auditc-5", "hba1c-at-risk"} <= {outcome.rule.id for outcome in found.warnings}


def test_the_waist_is_a_share_of_the_height():
    sizes = {"waist": known(Decimal(103)), "height": known(Decimal(170))}
    assert of(**sizes)["waist_to_height"].value == Decimal("0.61")
    assert of(waist=known(Decimal(103)))["waist_to_height"] == Missing(Reason.NOT_ASKED)
    assert found("waist", PhysicalChecks(**sizes), visit()).beneath == "0.61 of the height, 0.6 or more"
    assert waist_by_sex_words(Decimal(90)) == "For a man under 94, for a woman 88.1 or more"


@pytest.mark.parametrize(
    ("kg", "words"),
    [
        ("84.6", "4.6 kg (5.8 %) more than on 01-Jun-2026"),
        ("76", "4 kg (5.0 %) less than on 01-Jun-2026"),
        ("80", "same as on 01-Jun-2026"),
    ],
)
def test_a_weight_says_its_plain_difference_from_the_last(kg, words):
    before = past(reading("weight", "80", date(2026, 6, 1)))
    assert weight_change_words(PhysicalChecks(weight=known(Decimal(kg))), visit(before)) == words
    assert weight_change_words(PhysicalChecks(weight=known(Decimal(kg))), visit()) == ""


def test_every_measure_that_is_reasoned_with_has_its_two_clocks_with_source_and_mark():
    for name, fresh in FRESHNESS.items():
        assert fresh.source, name
        assert fresh.mark in ("V", "V2", "K"), name
        assert fresh.overdue_months or fresh.usable_months, name
    asked = {n for n, q in questions(PhysicalChecks).items() if q.kind is Kind.NUMBER and q.series}
    told_of_today = {"cigarettes_a_day", "temperature", "respiratory_rate", "oxygen", "news2"}
    assert asked - told_of_today <= set(FRESHNESS)


def test_every_scale_says_where_its_ends_come_from_and_lower_can_be_worse():
    for scale in SCALES.values():
        assert scale.source
        assert scale.mark in ("V", "V2", "K")
    assert rank_of("white_cells", Decimal("2.9")) > rank_of("white_cells", Decimal("3.2")) > 0
    assert rank_of("neutrophils", Decimal("2.5")) == 0


def test_every_question_of_the_two_lists_stands_in_the_record():
    asked = set(questions(PhysicalChecks).values())
    for module in (results, entered_scores):
        for value in vars(module).values():
            assert not isinstance(value, Question) or value in asked


def test_results_and_scores_are_kept_as_series_under_the_day_of_the_sample():
    day = date(2026, 11, 2)
    record = PhysicalChecks(egfr=lab("58", day), qrisk3=lab("12.4", day), lithium_hours=lab("12", day))
    kept = {r.series: (r.value, r.unit, r.taken_on) for r in readings(record, visit())}
    assert kept == {"egfr": ("58", "ml/min/1.73 m2", day), "qrisk3": ("12.4", "%", day)}
