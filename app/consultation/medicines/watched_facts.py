"""What clozapine and lithium ask for, in the rules' words, or why it cannot be said."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from app.consultation import known
from app.consultation.answers import Answer, Known, Unknown, WhyNot, YesNo
from app.consultation.medicines.clozapine_questions import (
    CHEST,
    FIT_OR_HARD_TO_WAKE,
    TOXIC,
    ClozapineSign,
)
from app.consultation.medicines.record import Medicines
from app.consultation.medicines.when_watched import RAISES_LITHIUM, stopped_lithium
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.dates import months_before
from app.rules.facts import Fact, MedicineFact, MedicineList, Missing, Never, Reason

SECTION = "medicines"
CHANGE_MONTHS, FIRST_YEAR_MONTHS = 3, 12
OLD_FROM = Decimal(65)
LEVEL_WATCHED, CALCIUM_RAISED = Decimal("0.80"), Decimal("2.60")
"""Research 1.3: measured every 3 months from 0.8 on (V S10); calcium is looked at again from 2.6 on (K)."""
CHANGES_CLOZAPINE = frozenset({"raises_clozapine", "lowers_clozapine"})


def watched_facts(record: Medicines, visit: Visit) -> Mapping[str, Fact]:
    """What was told of clozapine and lithium."""
    return {**_clozapine(record, visit), **_lithium(record, visit)}


def _clozapine(record: Medicines, visit: Visit) -> dict[str, Fact]:
    signs = record.clozapine_signs
    return {
        "hours_without_clozapine": known.told(record.hours_without_clozapine),
        "clozapine_toxic_sign": known.ticked(signs, *TOXIC),
        "clozapine_toxic_sign_beyond_drooling": known.ticked(signs, *(TOXIC - {ClozapineSign.DROOLING})),
        "fit_or_hard_to_wake_on_clozapine": known.ticked(signs, *FIT_OR_HARD_TO_WAKE),
        "drooling": known.ticked(signs, ClozapineSign.DROOLING),
        "chest_or_swallowing_sign": known.ticked(signs, *CHEST),
        "early_heart_sign": known.any_ticked(record.clozapine_heart_signs),
        "reason_for_a_clozapine_level": known.any_ticked(record.clozapine_level_reasons),
        "clozapine_level_not_seen": known.yes_or_no(record.clozapine_level_not_seen),
        "had_bowel_operation": _bowel_operation(record, visit),
        "glp1_begun_or_raised": known.yes_or_no(record.glp1_raised),
        "hospital_medicine_on_gp_list": _no_unless_sure(record.hospital_medicine_on_gp_list, visit),
    }


def _lithium(record: Medicines, visit: Visit) -> dict[str, Fact]:
    return {
        "lithium_toxicity_sign": known.any_ticked(record.lithium_signs),
        "lithium_fluid_risk": known.any_ticked(record.lithium_fluid_risks),
        "fluids_a_day": known.told(record.fluids_a_day),
        "times_up_at_night": known.told(record.times_up_at_night),
        "thyroid_sign": known.any_ticked(record.thyroid_signs),
        "lithium_same_brand": _no_unless_sure(record.lithium_same_brand, visit),
        "lithium_missed": known.yes_or_no(record.lithium_missed),
    }


def _bowel_operation(record: Medicines, visit: Visit) -> Fact:
    """What was once had stays had: a yes of any earlier visit counts until something else is said."""
    before = visit.history.stands(SECTION, "bowel_operation")
    if before is not None and not isinstance(record.bowel_operation, Known) and before.value is YesNo.YES:
        return known.yes_or_no(before)
    return known.yes_or_no(record.bowel_operation)


def _no_unless_sure(answer: Answer[YesNo], visit: Visit) -> Fact:
    """Where nobody can say that it is written down, it is not."""
    if isinstance(answer, Unknown) and answer.reason is WhyNot.NOT_SURE:
        return rules.Known(False, visit.day, "nobody was sure")
    return known.yes_or_no(answer)


def joined(record: Medicines, visit: Visit) -> Mapping[str, Fact]:
    """What needs the list of medicines together with what other sections were told."""
    taken = visit.medicine_list
    return {
        "clozapine_meets_a_new_medicine": _meets_a_new_medicine(taken, visit),
        "lithium_meets_a_change": _meets_a_change(record, taken, visit),
        "lithium_stopped_since_last_visit": _stopped(record, taken, visit),
        "lithium_watched_closely": _watched_closely(taken, visit),
    }


def _meets_a_new_medicine(taken: MedicineList, visit: Visit) -> Fact:
    """One that changes the clozapine level, begun within 3 months, and no level since it was begun."""
    meant = [item for item in taken.items if CHANGES_CLOZAPINE & item.tags]
    first, level = months_before(visit.today, CHANGE_MONTHS), _day_of(visit.facts.get("clozapine_level"))
    if any(_is_new(item.started, first, level) for item in meant):
        return _yes_or_no(True, visit)
    if any(item.started is None and level is None for item in meant):
        return Missing(Reason.NOT_KNOWN, "when it was begun is not known")
    return _no_if_complete(taken, visit)


def _meets_a_change(record: Medicines, taken: MedicineList, visit: Visit) -> Fact:
    """One that raises lithium, begun or changed within 3 months, and no lithium level since."""
    first, level = months_before(visit.today, CHANGE_MONTHS), _last(visit, "last_lithium_level_check")
    started = [item.started for item in taken.items if RAISES_LITHIUM in item.tags]
    answer = record.lithium_other_changed
    told = answer.value.on if isinstance(answer, Known) else None
    if any(_is_new(day, first, level) for day in (*started, told)):
        return _yes_or_no(True, visit)
    if isinstance(answer, Known) or not started:
        return _no_if_complete(taken, visit)
    return known.missing(answer)


def _is_new(day: date | None, first: date, level: date | None) -> bool:
    """Within the time, and no level after that day: one of the same day may have come before it."""
    return day is not None and day >= first and (level is None or level <= day)


def _stopped(record: Medicines, taken: MedicineList, visit: Visit) -> Fact:
    if stopped_lithium(record, visit):
        return _yes_or_no(True, visit)
    return _no_if_complete(taken, visit)


def _watched_closely(taken: MedicineList, visit: Visit) -> Fact:
    """Any reason for a level every 3 months; a no only where every reason was looked for.

    Pregnancy is told alone and stays out of it: lithium-pregnancy says it by itself.
    """
    facts = visit.facts
    reasons = (
        _at_least(facts.get("age"), OLD_FROM),
        _first_year(taken, visit),
        _tagged(taken, RAISES_LITHIUM),
        _is_yes(facts.get("egfr_falling")),
        _at_least(facts.get("adjusted_calcium"), CALCIUM_RAISED),
        _is_yes(facts.get("doses_missed")),
        _at_least(facts.get("lithium_level"), LEVEL_WATCHED),
    )
    if True in reasons:
        return _yes_or_no(True, visit)
    if None in reasons:
        return Missing(Reason.NOT_KNOWN, "not every reason for it is known")
    return _yes_or_no(False, visit)


def _first_year(taken: MedicineList, visit: Visit) -> bool | None:
    first = months_before(visit.today, FIRST_YEAR_MONTHS)
    return next((_since(item, first) for item in taken.items if item.ingredient == "lithium"), None)


def _since(item: MedicineFact, first: date) -> bool | None:
    return None if item.started is None else item.started >= first


def _tagged(taken: MedicineList, tag: str) -> bool | None:
    if any(tag in item.tags for item in taken.items):
        return True
    return False if taken.settles_absence else None


def _at_least(fact: Fact | None, limit: Decimal) -> bool | None:
    if isinstance(fact, rules.Known) and isinstance(fact.value, Decimal):
        return fact.value >= limit
    return None


def _is_yes(fact: Fact | None) -> bool | None:
    return fact.value is True if isinstance(fact, rules.Known) else None


def _no_if_complete(taken: MedicineList, visit: Visit) -> Fact:
    if taken.settles_absence:
        return _yes_or_no(False, visit)
    return Missing(Reason.NOT_CONFIRMED, "the list of medicines is not confirmed")


def _yes_or_no(value: bool, visit: Visit) -> Fact:
    return rules.Known(value, visit.day, "worked out from what is known")


def _day_of(fact: Fact | None) -> date | None:
    return fact.on if isinstance(fact, rules.Known) else None


def _last(visit: Visit, name: str) -> date | None:
    fact = visit.facts.get(name)
    is_day = isinstance(fact, rules.Known) and not isinstance(fact.value, Never)
    return fact.value if is_day and isinstance(fact.value, date) else None  # type: ignore[union-attr]
