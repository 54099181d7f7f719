"""What a row of the physical checks says besides its value: why there is none, and whether it is too old."""

from datetime import date
from decimal import Decimal

from app.consultation.answers import Answer, Known, YesNo
from app.consultation.days import on_screen
from app.consultation.known import day_of, number
from app.consultation.physical_checks.freshness import FRESHNESS, is_overdue, usable_months
from app.consultation.physical_checks.pressure_facts import kept_reading
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.words import NO_ANSWER, Found
from app.consultation.pressures import drawn_pressures
from app.consultation.visit import Visit
from app.rules.dates import months_before
from app.rules.facts import Missing, Reason

SERIES_OF = {"drinking_days": "audit_c"}


def unwell_words(checks: PhysicalChecks) -> Found:
    """Unwell or not, and every sign that was ticked; no value where nothing was asked."""
    unwell, confused = checks.unwell_today, checks.newly_confused
    lists = (checks.new_symptoms, checks.unsteady, checks.infection_signs, checks.sepsis_signs)
    ticked = [answer.value for answer in lists if isinstance(answer, Known)]
    signs = [str(sign.value) for signs in ticked for sign in signs]
    if isinstance(confused, Known) and confused.value is YesNo.YES:
        signs.insert(0, "Newly confused or not fully awake")
    if not isinstance(unwell, Known):
        value = NO_ANSWER[unwell.reason]
    else:
        value = "Unwell today" if unwell.value is YesNo.YES else "Not unwell today"
    beneath = ", ".join(signs) or ("Signs asked about: none" if ticked else "")
    return Found(value or ("Unwell: not asked yet" if beneath else ""), beneath)


def kept_words(checks: PhysicalChecks) -> str:
    """The blood pressure that counts, and of how many; nothing without one."""
    answer = checks.blood_pressure
    if not isinstance(answer, Known):
        return ""
    kept = kept_reading(answer.value)
    return f"{kept} is kept, the lower of the last two" if len(answer.value) > 1 else f"{kept}, one reading"


def no_bmi_words(checks: PhysicalChecks, visit: Visit) -> str:
    """Why a weight makes no BMI, in a sentence with what to do."""
    if _is_too_old(checks.weight, visit, "weight"):
        return "No BMI: this weight is too old."
    days = [day for day in (day_of(checks.height), _recorded_on("height", visit)) if day is not None]
    if _is_too_old(checks.height, visit, "height") and days:
        return f"No BMI: the height of {on_screen(max(days))} is too old. Measure it again."
    return "No BMI yet: it needs a height."


def age_words(name: str, on: date, visit: Visit) -> str:
    """Whether a value of that day is still reasoned with (freshness.py), in words."""
    fresh = FRESHNESS.get(SERIES_OF.get(name, name))
    if fresh is None:
        return ""
    if fresh.usable_months and on < months_before(visit.today, fresh.usable_months):
        return "too old for rules"
    return "due again" if is_overdue(on, visit.today, fresh.overdue_months) else ""


def last_on(name: str, visit: Visit) -> date | None:
    """The day of the last value before this visit."""
    if name == "blood_pressure":
        before = drawn_pressures(visit.history)
        return before[-1].on if before else None
    return _recorded_on(SERIES_OF.get(name, name), visit)


def no_total_words(checks: PhysicalChecks) -> str:
    """How many answers the AUDIT-C still needs for its total."""
    parts = (checks.drinking_days, checks.drinking_units, checks.heavy_drinking)
    missing = sum(not isinstance(part, Known) for part in parts)
    return (
        f"{'One answer is' if missing == 1 else f'{missing} answers are'} missing, so there is no total yet"
    )


def _is_too_old(answer: Answer[Decimal], visit: Visit, series: str) -> bool:
    fact = number(answer, visit, series, usable_months(series))
    return isinstance(fact, Missing) and fact.reason is Reason.TOO_OLD


def _recorded_on(series: str, visit: Visit) -> date | None:
    reading = visit.history.last(series, visit.today)
    return reading.taken_on if reading is not None else None
