"""What is known of smoke, drink, drugs, gambling and caffeine: of this visit, where it keeps no series.

What is asked only of some is a known no for the others, as for smoking: not asked, because it cannot apply.
"""

from collections.abc import Mapping
from decimal import Decimal

from app.consultation import known
from app.consultation.answers import Known, YesNo
from app.consultation.physical_checks.freshness import usable_months
from app.consultation.physical_checks.habits import Caffeine, ChestSign, Drug, StimulantSign
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.when import AUDIT_C_POSITIVE
from app.consultation.physical_checks.when_habits import GAMBLING_MONTHS
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.facts import Fact, Missing

DEPENDENCE_AUDIT_C, DEPENDENCE_AUDIT = Decimal(11), Decimal(20)
NO_HARM = "No"


def habit_facts(record: PhysicalChecks, visit: Visit, audit_c: Fact) -> Mapping[str, Fact]:
    """Every fact about habits, beside those that the standard questions give."""
    return {
        **_alcohol(record, visit, audit_c),
        **_drugs(record),
        "chest_sign": known.any_ticked(record.chest_signs),
        "blood_in_the_spit": known.ticked(record.chest_signs, ChestSign.BLOOD),
        "breathing_illness": known.any_ticked(record.breathing_illness),
        "much_more_caffeine": known.is_one_of(record.caffeine, Caffeine.MORE),
        "much_less_caffeine": known.is_one_of(record.caffeine, Caffeine.LESS),
        "gambling_harm": _gambling(record, visit),
        "last_gambling_question": known.last_done([known.day_of(record.gambling)], visit, ["gambling"]),
    }


def _alcohol(record: PhysicalChecks, visit: Visit, audit_c: Fact) -> dict[str, Fact]:
    total = known.number(record.audit_total, visit, "audit_total", usable_months("audit_total"))
    sign = _of_drinkers(known.any_ticked(record.dependence_signs), record, audit_c)
    less = _of_drinkers(known.yes_or_no(record.drank_less_lately), record, audit_c)
    wasting = known.only_if(known.yes_or_no(record.unwell_today), known.yes_or_no(record.wasting))
    possible = _dependence(audit_c, total, sign)
    brain = known.any_ticked(record.brain_signs)
    return {
        "audit_total": total,
        "alcohol_dependence_sign": sign,
        "alcohol_dependence_possible": possible,
        "drank_less_lately": less,
        "withdrawal_sign": known.only_if(
            less, _or_confused(known.any_ticked(record.withdrawal_signs), record)
        ),
        "wasting_or_vomiting": wasting,
        "brain_sign": _or_confused(brain, record) if _is_yes(possible) or _is_yes(wasting) else brain,
        "hard_to_wake": known.yes_or_no(record.hard_to_wake),
    }


def _or_confused(told: Fact, record: PhysicalChecks) -> Fact:
    """New confusion is a sign wherever it was said: it is not asked twice."""
    confused = known.yes_or_no(record.newly_confused)
    return confused if _is_yes(confused) else told


def _is_yes(fact: Fact) -> bool:
    return isinstance(fact, rules.Known) and fact.value is True


def _of_drinkers(told: Fact, record: PhysicalChecks, audit_c: Fact) -> Fact:
    """What is asked from an AUDIT-C of five on, once a sign was told, and of who drinks and is unwell."""
    signs = record.dependence_signs
    if isinstance(told, rules.Known) or (isinstance(signs, Known) and signs.value):
        return told
    if isinstance(audit_c, Missing):
        return audit_c
    is_unwell = isinstance(record.unwell_today, Known) and record.unwell_today.value is YesNo.YES
    points = audit_c.value
    assert isinstance(points, Decimal)
    if points >= AUDIT_C_POSITIVE or (points > 0 and is_unwell):
        return told
    return rules.Known(False, audit_c.on, audit_c.source)


def _dependence(audit_c: Fact, total: Fact, sign: Fact) -> Fact:
    """AUDIT-C of 11 or 12, AUDIT of 20 or more, or a sign; the total is asked from an AUDIT-C of five on."""
    for fact, limit in ((audit_c, DEPENDENCE_AUDIT_C), (total, DEPENDENCE_AUDIT)):
        if isinstance(fact, rules.Known) and isinstance(fact.value, Decimal) and fact.value >= limit:
            return rules.Known(True, fact.on, fact.source)
    if isinstance(sign, rules.Known) and sign.value is True:
        return sign
    if isinstance(audit_c, Missing):
        return audit_c
    is_total_asked = isinstance(audit_c.value, Decimal) and audit_c.value >= AUDIT_C_POSITIVE
    if is_total_asked and isinstance(total, Missing):
        return total
    return sign


def _drugs(record: PhysicalChecks) -> dict[str, Fact]:
    stimulants = known.ticked(record.drugs, Drug.STIMULANTS)
    cannabis = known.ticked(record.drugs, Drug.CANNABIS)
    signs = record.stimulant_signs
    return {
        "smokes_cannabis": cannabis,
        "cannabis_use_changed": known.only_if(cannabis, known.yes_or_no(record.cannabis_changed)),
        "uses_stimulants": stimulants,
        "chest_pain_with_stimulants": known.only_if(
            stimulants, known.ticked(signs, StimulantSign.CHEST_PAIN)
        ),
        "palpitations_with_stimulants": known.only_if(
            stimulants, known.ticked(signs, StimulantSign.PALPITATIONS)
        ),
        "uses_unprescribed_opioids": known.ticked(record.drugs, Drug.OPIOIDS),
        "naloxone_kit_at_home": known.yes_or_no(record.naloxone_kit),
        "injected_or_shared_kit": known.ticked(record.drugs, Drug.SHARED),
    }


def _gambling(record: PhysicalChecks, visit: Visit) -> Fact:
    """As told within a year: then it is not asked again without a reason."""
    told = known.word(record.gambling, visit, "gambling", GAMBLING_MONTHS)
    if isinstance(told, Missing):
        return told
    return rules.Known(told.value != NO_HARM, told.on, told.source)
