"""What is new in the body, and what it was taken for: of this visit only."""

from collections.abc import Mapping

from app.consultation import known
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.signs import BLOOD_COUNT_SIGNS, EXPLAINED_AWAY, NewSymptom
from app.rules import facts as rules
from app.rules.facts import Fact

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
    explained = known.ticked(record.symptom_put_down_to, *EXPLAINED_AWAY)
    return {
        **{name: known.ticked(record.new_symptoms, sign) for name, sign in ACUTE_FACTS.items()},
        "new_symptom": new,
        "symptom_explained_away": known.only_if(new, explained),
        "symptom_looked_into": known.yes_or_no(record.symptom_looked_into),
        "unwell_today": known.yes_or_no(record.unwell_today),
        "infection_sign": known.ticked(record.infection_signs, *BLOOD_COUNT_SIGNS),
        "infection_suspected": infection,
        "sepsis_sign": known.only_if(infection, known.any_ticked(record.sepsis_signs)),
    }


def _infection(record: PhysicalChecks) -> Fact:
    """Asked of who is unwell, or on clozapine; of somebody else who is well there is none to ask about."""
    signs, unwell = known.any_ticked(record.infection_signs), known.yes_or_no(record.unwell_today)
    return signs if isinstance(signs, rules.Known) else known.only_if(unwell, signs)
