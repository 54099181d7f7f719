"""What is known already about the body: asked of everybody once, and said again with one press."""

from collections.abc import Mapping
from enum import Enum

from app.consultation import known
from app.consultation.answers import Answer, Known
from app.consultation.history import History
from app.consultation.physical_checks.fact_kinds import SECTION
from app.consultation.questions import Kind, Question
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.dates import months_before
from app.rules.facts import Fact

USABLE_MONTHS = 12


class KnownCondition(Enum):
    """Conditions that change what a result means, or what may be offered."""

    DIABETES_1 = "Diabetes, type 1"
    DIABETES = "Diabetes, type 2 or another"
    HEART = "Heart disease, stroke or TIA"
    KIDNEY = "Kidney disease"
    CHOLESTEROL = "Inherited high cholesterol"
    EATING = "An eating disorder, now or before"


DIABETES = frozenset({KnownCondition.DIABETES_1, KnownCondition.DIABETES})
CONDITION_FACTS = {
    "has_type_1_diabetes": KnownCondition.DIABETES_1,
    "has_heart_disease": KnownCondition.HEART,
    "has_inherited_cholesterol": KnownCondition.CHOLESTEROL,
    "has_eating_disorder": KnownCondition.EATING,
}

KNOWN_CONDITIONS = Question(
    Kind.TICKS,
    "Already known",
    hint="As far as the person or the record knows.",
    options=KnownCondition,
    none_of_these="None of these",
    asks_how=False,
    may_stay=True,
)

Conditions = Answer[tuple[KnownCondition, ...]]


def conditions_known(told: Conditions, visit: Visit) -> Conditions:
    """As told today, else as told at the last visit, within the year: they seldom go away."""
    before = getattr(_last(visit.history), "known_conditions", None)
    if isinstance(told, Known) or not told.was_not_asked or not isinstance(before, Known):
        return told
    return before if before.taken_on >= months_before(visit.today, USABLE_MONTHS) else told


def condition_facts(told: Conditions, visit: Visit) -> Mapping[str, Fact]:
    """Each condition by itself."""
    answer = conditions_known(told, visit)
    return {name: _ticked(answer, frozenset({one})) for name, one in CONDITION_FACTS.items()}


def diabetes_fact(told: Conditions, asked: Fact, visit: Visit) -> Fact:
    """Whether diabetes is known: a yes from anywhere counts; a no is what was said last."""
    ticked = _ticked(conditions_known(told, visit), DIABETES)
    told_or_recorded = (asked, ticked)
    known_facts = [fact for fact in told_or_recorded if isinstance(fact, rules.Known)]
    return next((fact for fact in known_facts if fact.value is True), next(iter(known_facts), asked))


def kidney_disease_is_known(told: Conditions, visit: Visit) -> bool:
    """It was ticked: an eGFR that is low is then no new one."""
    answer = conditions_known(told, visit)
    return isinstance(answer, Known) and KnownCondition.KIDNEY in answer.value


def _ticked(answer: Conditions, wanted: frozenset[KnownCondition]) -> Fact:
    if isinstance(answer, Known):
        found = not wanted.isdisjoint(answer.value)
        return rules.Known(found, answer.taken_on, known.source_of(answer))
    return known.missing(answer)


def _last(history: History) -> object:
    return history.last_records.get(SECTION)
