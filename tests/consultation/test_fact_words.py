"""What a rule read, or still needs, in plain words."""

import re
from decimal import Decimal

from app.consultation.answers import YesNo
from app.consultation.book import rulebook
from app.consultation.fact_words import missing_words, to_tell
from app.consultation.history import History
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.prompts import assess
from tests.consultation.a_visit import DECLINED, PERSON, TODAY, draft, known

FOR_BUILDERS = re.compile(r"\bV2?\b|\bK\b|\(not read\)|evidence table|the table|[Ss]ign this")


def test_what_to_ask_is_said_in_questions_each_once():
    cold = ("trouble_at_home", "cold_to_touch", "heating_missing", "temperature_today")
    assert to_tell(cold) == (
        "To tell, ask: Is the home warm, safe, dry, and yours to stay in? Is the person cold to touch? "
        "Temperature now."
    )


def test_four_questions_are_said_and_the_others_counted():
    many = ("drives", "driving_while_unwell", "told_dvla", "falls", "oxygen_today", "low_mood")
    assert to_tell(many).endswith("Have you told DVLA about the illness? How often did you fall? And 2 more.")
    assert to_tell(many[:5]).endswith("And 1 more.")
    assert "more" not in to_tell(many[:4])


def test_no_source_is_told_in_the_words_of_those_who_build():
    said = {rule.id: rule.evidence.text for rule in rulebook() if FOR_BUILDERS.search(rule.evidence.text)}
    assert said == {}


def test_what_a_prompt_was_decided_without_is_named_with_why_it_is_missing():
    checks = PhysicalChecks(
        hba1c=known(Decimal("49")), fasting_glucose=DECLINED, has_diabetes=known(YesNo.NO)
    )
    found = assess(draft(physical_checks=checks), PERSON, History(), rulebook(), TODAY)
    [sugar] = [prompt for prompt in found.prompts if prompt.topic == "glucose"]
    assert missing_words(sugar.missing) == (
        "Missing: Fasting glucose (declined); Sign of high glucose (not asked); "
        "Glucose, not fasting (not asked)."
    )
    assert missing_words(()) == ""


def test_what_needs_an_earlier_weight_asks_for_that_and_not_for_todays_alone():
    assert "one measured in the six months before" in to_tell(("weight_loss",))
    assert "one from before the medicine was begun" in to_tell(("weight_gain_on_new_medicine",))
