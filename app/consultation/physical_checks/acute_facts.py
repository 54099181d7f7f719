"""What is new in the body, and what it was taken for: of this visit only."""

from collections.abc import Iterable, Mapping
from enum import Enum

from app.consultation import known
from app.consultation.answers import Answer, Known
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.signs import BLOOD_COUNT_SIGNS, EXPLAINED_AWAY, NewSymptom
from app.rules import facts as rules
from app.rules.facts import Fact, Missing

ACUTE_FACTS = {
    "chest_pain_lately": NewSymptom.CHEST_PAIN,
    "stroke_sign": NewSymptom.STROKE,
    "leg_newly_swollen": NewSymptom.LEG,
    "sudden_breathlessness": NewSymptom.BREATHLESS,
}
CANNOT_WAIT = frozenset(ACUTE_FACTS.values())


def acute_facts(record: PhysicalChecks) -> Mapping[str, Fact]:
    """The facts of what is new, of an infection, and of what a complaint was put down to."""
    infection, new = _infection(record), known.any_ticked(record.new_symptoms)
    explained = any_of(record.symptom_put_down_to, EXPLAINED_AWAY)
    return {
        **{name: any_of(record.new_symptoms, (sign,)) for name, sign in ACUTE_FACTS.items()},
        "new_symptom": new,
        "symptom_explained_away": only_if(new, explained),
        "symptom_looked_into": known.yes_or_no(record.symptom_looked_into),
        "unwell_today": known.yes_or_no(record.unwell_today),
        "infection_sign": any_of(record.infection_signs, BLOOD_COUNT_SIGNS),
        "infection_suspected": infection,
        "sepsis_sign": only_if(infection, known.any_ticked(record.sepsis_signs)),
    }


def _infection(record: PhysicalChecks) -> Fact:
    """Asked of who is unwell, or on clozapine; of somebody else who is well there is none to ask about."""
    signs, unwell = known.any_ticked(record.infection_signs), known.yes_or_no(record.unwell_today)
    return signs if isinstance(signs, rules.Known) else only_if(unwell, signs)


def any_of(answer: Answer[tuple[Enum, ...]], wanted: Iterable[Enum]) -> Fact:
    """Whether any of these was ticked in a list."""
    if isinstance(answer, Known):
        found = any(sign in answer.value for sign in wanted)
        return rules.Known(found, answer.taken_on, known.source_of(answer))
    return known.missing(answer)


def only_if(first: Fact, told: Fact) -> Fact:
    """What was told of those who are asked it; a no to the first question settles what hangs on it."""
    return first if isinstance(first, Missing) or first.value is False else told
