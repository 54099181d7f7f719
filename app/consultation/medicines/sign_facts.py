"""Signs, side effects and changes of the medicines, in the rules' words: all of this visit."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from app.consultation import known
from app.consultation.answers import How, Known
from app.consultation.last_done import last_told
from app.consultation.medicines.record import Medicines, Presence
from app.consultation.medicines.signs import BodySign, ChangedLately, DepotTime, InnerSign, OlanzapineDepot
from app.consultation.medicines.when import FOR_THE_MIND, RAISES_PRESSURE
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact, MedicineList, Missing, Reason

FEVER_OVER = Decimal("38.0")
"""More than this is a fever (nms-suspected)."""

BODY_FACTS = {
    "stiff_all_over": BodySign.STIFF,
    "sweating_heavily": BodySign.SWEATING,
    "racing_or_unsteady_pulse": BodySign.RACING,
    "very_agitated": BodySign.AGITATED,
    "shaking_or_jerking": BodySign.SHAKING,
    "muscle_locked_now": BodySign.LOCKED,
    "very_drowsy": BodySign.DROWSY,
    "headache_or_losing_sight": BodySign.HEADACHE,
    "fit_or_blackout": BodySign.FIT,
}
INNER_FACTS = {
    "new_rash": InnerSign.RASH,
    "sores_in_mouth_or_eyes": InnerSign.SORES,
    "being_sick_or_belly_pain": InnerSign.SICK,
    "diarrhoea_now": InnerSign.DIARRHOEA,
    "bleeding_inside": InnerSign.BLEEDING,
    "cannot_pass_water": InnerSign.WATER,
}
EFFECT_FACTS = {
    "new_urges": "urges",
    "restless_noticed": "restless",
    "stiffness_noticed": "stiff",
    "movements_noticed": "movements",
    "unsteady_noticed": "unsteady",
    "heart_noticed": "heart",
    "swallowing_noticed": "swallowing",
    "snoring_noticed": "breathing",
    "foggy_noticed": "foggy",
    "bowels_noticed": "bowels",
    "dry_mouth_noticed": "dry_mouth",
    "eyes_noticed": "eyes",
}
UNSAFE = (OlanzapineDepot.HOME, OlanzapineDepot.SHORT, OlanzapineDepot.DRIVES)
CHANGE_DAYS = {
    "medicine_changed_in_two_weeks": (14, frozenset({ChangedLately.TWO_WEEKS})),
    "medicine_changed_in_eight_weeks": (56, frozenset({ChangedLately.TWO_WEEKS, ChangedLately.EIGHT_WEEKS})),
}


def sign_facts(record: Medicines, listed: Fact, visit: Visit) -> Mapping[str, Fact]:
    """What needs nothing from another section."""
    return {
        **{name: known.ticked(record.body_signs, sign) for name, sign in BODY_FACTS.items()},
        **{name: known.ticked(record.inner_signs, sign) for name, sign in INNER_FACTS.items()},
        **{name: _noticed(record, effect, visit) for name, effect in EFFECT_FACTS.items()},
        **{name: _changed(record, listed, visit, *within) for name, within in CHANGE_DAYS.items()},
        "hormone_sign": known.any_ticked(record.hormone_signs),
        "last_movement_check": last_told(record.movement_check, visit, "movement_check"),
        "olanzapine_depot_today": known.any_ticked(record.olanzapine_depot),
        "olanzapine_depot_unsafe": known.ticked(record.olanzapine_depot, *UNSAFE),
        "sleepy_a_lot": _a_lot(record, "sleepy", visit),
        "depot_overdue": known.is_one_of(record.depot_time, DepotTime.OVERDUE),
        "plan_for_two_antipsychotics": known.yes_or_no(record.plan_for_two),
    }


def joined(record: Medicines, visit: Visit) -> Mapping[str, Fact]:
    """Fever and confusion: measured or seen in the physical checks, or told here."""
    return {
        "feverish_now": _feverish(known.ticked(record.body_signs, BodySign.FEVER), visit),
        "confused_now": _first_yes(
            known.ticked(record.body_signs, BodySign.CONFUSED), visit, "newly_confused"
        ),
    }


def _noticed(record: Medicines, key: str, visit: Visit) -> Fact:
    """A side effect that was noticed or not; who would rather not say has not said no."""
    said = record.effect(key)
    if said is None:
        return rules.NOT_ASKED
    if said.presence is Presence.WONT_SAY:
        return Missing(Reason.DECLINED)
    return rules.Known(said.is_noticed, visit.day, How.SELF_REPORTED.value)


def _a_lot(record: Medicines, key: str, visit: Visit) -> Fact:
    """A side effect that is there a lot."""
    found, said = _noticed(record, key, visit), record.effect(key)
    is_strong = said is not None and said.presence is Presence.A_LOT
    return rules.Known(is_strong, found.on, found.source) if isinstance(found, rules.Known) else found


def _changed(
    record: Medicines, listed: Fact, visit: Visit, days: int, answers: frozenset[ChangedLately]
) -> Fact:
    """A medicine for the mind began on a day that the list knows, or the person says so."""
    first = visit.day - timedelta(days=days)
    items = (
        listed.value.items
        if isinstance(listed, rules.Known) and isinstance(listed.value, MedicineList)
        else ()
    )
    if any(
        item.started and item.started >= first and (FOR_THE_MIND | RAISES_PRESSURE) & item.classes
        for item in items
    ):
        return rules.Known(True, visit.day, "medicines list")
    said = record.medicine_changed
    if isinstance(said, Known):
        return rules.Known(said.value in answers, said.taken_on, known.source_of(said))
    return known.missing(said)


def _feverish(told: Fact, visit: Visit) -> Fact:
    """Over 38.0 measured now, or said; a reading at or under it takes back nothing that was said."""
    measured = visit.facts.get("temperature_today")
    if (
        isinstance(measured, rules.Known)
        and isinstance(measured.value, Decimal)
        and measured.value > FEVER_OVER
    ):
        return rules.Known(True, measured.on, measured.source)
    return told


def _first_yes(told: Fact, visit: Visit, other: str) -> Fact:
    found = visit.facts.get(other)
    return found if isinstance(found, rules.Known) and found.value is True else told
