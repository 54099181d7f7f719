"""What results say beside each other, over time, and together with what the person feels."""

from collections.abc import Mapping
from decimal import Decimal

from app.consultation import known
from app.consultation.answers import Answer, How, Known, is_answered
from app.consultation.history import Reading
from app.consultation.last_done import last_told
from app.consultation.physical_checks.conditions import kidney_disease_is_known
from app.consultation.physical_checks.fact_kinds import SECTION
from app.consultation.physical_checks.freshness import usable_months
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.dates import months_before
from app.rules.facts import Fact, Missing, Reason
from app.rules.units import rounded

NEWEST = ("total_cholesterol", "hdl", "triglycerides", "qrisk3")
FALL_MONTHS = 12
LOW_EGFR = 60
PLASMA = ("fasting_glucose", "random_glucose")
CHECKS = {"last_hba1c_check": "hba1c", "last_kidney_check": "egfr", "last_urine_acr_check": "acr"}


def blood_facts(record: PhysicalChecks, visit: Visit) -> Mapping[str, Fact]:
    """The facts of fats, kidney, liver and sugar."""
    found = {name: newest_of(name, record, visit) for name in NEWEST}
    return {
        **found,
        "non_hdl": _non_hdl(found["total_cholesterol"], found["hdl"]),
        "family_early_heart_disease": known.yes_or_no(record.family_early_heart_disease),
        "belly_pain_now": known.yes_or_no(record.belly_pain_now),
        **_kidney(record, visit),
        "alt_of_limit": _alt_of_limit(record, visit),
        "liver_sign": known.any_ticked(record.liver_signs),
        **_sugar_now(record, visit),
        **_sugar_over_time(record, visit),
    }


def newest_of(name: str, record: PhysicalChecks, visit: Visit) -> Fact:
    """The newest usable result of a series."""
    return known.number(getattr(record, name), visit, name, usable_months(name))


def _non_hdl(total: Fact, hdl: Fact) -> Fact:
    """Total minus HDL, of one sample."""
    if isinstance(total, Missing) or isinstance(hdl, Missing):
        return total if isinstance(total, Missing) else hdl
    if total.on != hdl.on or not isinstance(total.value, Decimal) or not isinstance(hdl.value, Decimal):
        return Missing(Reason.NOT_KNOWN, "total and HDL are not of one day")
    return rules.Known(max(Decimal(0), total.value - hdl.value), total.on, total.source)


def _kidney(record: PhysicalChecks, visit: Visit) -> dict[str, Fact]:
    """How far the eGFR fell within a year, and whether it is low for the first time as far as we know."""
    egfr = newest_of("egfr", record, visit)
    if isinstance(egfr, Missing) or not isinstance(egfr.value, Decimal) or egfr.on is None:
        return {"egfr_fall": egfr, "egfr_low_for_the_first_time": egfr}
    earlier = [r for r in visit.history.series("egfr") if r.taken_on < egfr.on and r.number]
    first = months_before(egfr.on, FALL_MONTHS)
    within = [r.number for r in earlier if r.taken_on >= first and r.number]
    fall: Fact = Missing(Reason.NOT_KNOWN, "no earlier eGFR of the year before")
    if within:
        share = (max(within) - egfr.value) * 100 / max(within)
        fall = rules.Known(rounded(max(Decimal(0), share), 1), egfr.on, egfr.source)
    is_old = kidney_disease_is_known(record.known_conditions, visit)
    is_old = is_old or any(r.number and r.number < LOW_EGFR for r in earlier)
    return {
        "egfr_fall": fall,
        "egfr_low_for_the_first_time": rules.Known(
            egfr.value < LOW_EGFR and not is_old, egfr.on, egfr.source
        ),
    }


def _alt_of_limit(record: PhysicalChecks, visit: Visit) -> Fact:
    """The ALT as a multiple of the laboratory's own upper limit."""
    alt, limit = newest_of("alt", record, visit), _alt_limit(record, visit)
    if isinstance(alt, Missing) or not isinstance(alt.value, Decimal):
        return alt
    if not isinstance(limit, Known):
        return known.missing(limit)
    if limit.value <= 0:
        return Missing(Reason.NOT_KNOWN)
    return rules.Known(rounded(alt.value / limit.value, 2), alt.on, alt.source)


def _alt_limit(record: PhysicalChecks, visit: Visit) -> Answer[Decimal]:
    """As entered at this visit, else at the last."""
    before = visit.history.last_records.get(SECTION)
    if isinstance(before, PhysicalChecks) and not is_answered(record.alt_limit):
        return before.alt_limit
    return record.alt_limit


def _sugar_now(record: PhysicalChecks, visit: Visit) -> dict[str, Fact]:
    """Sugar and ketones of this visit; a number that was read is no HI."""
    glucose = _glucose_today(record, visit)
    high: Fact = known.yes_or_no(record.meter_reads_high)
    if isinstance(glucose, rules.Known):
        high = rules.Known(False, glucose.on, glucose.source)
    return {
        "glucose_today": glucose,
        "meter_reads_high": high,
        "ketones_today": known.today_only(record.ketones, visit),
        "glucose_danger_sign": known.any_ticked(record.glucose_danger_signs),
        "low_sugars_again": known.yes_or_no(record.low_sugars),
    }


def _glucose_today(record: PhysicalChecks, visit: Visit) -> Fact:
    """The higher of what was read at this visit: two readings call off no danger."""
    found = [known.today_only(getattr(record, name), visit) for name in PLASMA]
    read = [fact for fact in found if isinstance(fact, rules.Known)]
    return max(read, key=lambda fact: Decimal(str(fact.value))) if read else found[-1]


def _sugar_over_time(record: PhysicalChecks, visit: Visit) -> dict[str, Fact]:
    return {
        "hba1c_has_risen": _hba1c_has_risen(record, visit),
        "last_plasma_glucose": _plasma_glucose(record, visit),
        **{
            fact: known.last_done((known.day_of(getattr(record, name)),), visit, (name,))
            for fact, name in CHECKS.items()
        },
        "last_foot_check": last_told(record.foot_check, visit, "foot_check"),
        "last_diabetic_eye_screening": last_told(
            record.diabetic_eye_screening, visit, "diabetic_eye_screening"
        ),
    }


def _hba1c_has_risen(record: PhysicalChecks, visit: Visit) -> Fact:
    """Higher than the one before it, by however little: the table gives no figure."""
    hba1c = newest_of("hba1c", record, visit)
    if isinstance(hba1c, Missing) or not isinstance(hba1c.value, Decimal) or hba1c.on is None:
        return hba1c if isinstance(hba1c, Missing) else Missing(Reason.NOT_KNOWN)
    earlier = [r for r in visit.history.series("hba1c") if r.taken_on < hba1c.on and r.number]
    if not earlier:
        return Missing(Reason.NOT_KNOWN, "no earlier HbA1c")
    return rules.Known(hba1c.value > (earlier[-1].number or 0), hba1c.on, hba1c.source)


def _plasma_glucose(record: PhysicalChecks, visit: Visit) -> Fact:
    """The last glucose of a laboratory: what a meter read at a visit is none."""
    told = [answer.taken_on for name in PLASMA if _is_of_a_laboratory(answer := getattr(record, name))]
    before = [r.taken_on for name in PLASMA for r in visit.history.series(name) if _was_of_a_laboratory(r)]
    days = [day for day in (*told, *before) if day <= visit.today]
    if not days:
        return known.last_done((), visit, ("laboratory_glucose",))
    return rules.Known(max(days), max(days), How.FROM_RECORD.value)


def _is_of_a_laboratory(answer: Answer[Decimal]) -> bool:
    return isinstance(answer, Known) and answer.how is How.FROM_RECORD


def _was_of_a_laboratory(reading: Reading) -> bool:
    return reading.how is How.FROM_RECORD
