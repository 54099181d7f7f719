"""The rows of the physical checks: their order, their words, their bands and charts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.consultation.answers import Answer, Known, YesNo, is_answered
from app.consultation.bands import SCALES, band_words
from app.consultation.days import on_screen
from app.consultation.known import day_of, number
from app.consultation.physical_checks.facts import USABLE_MONTHS, kept_reading
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.words import audit_c_words, bmi_words, found
from app.consultation.questions import Question, Record
from app.consultation.visit import Visit
from app.rules.facts import Missing, Reason
from app.views.form.entry import Entry
from app.views.form.making import entry_for
from app.views.form.number_entry import NumberEntry
from app.views.form.sheet import (
    NOT_ASKED_YET,
    NOTHING_BEFORE,
    Last,
    Plan,
    Said,
    Sheet,
    reading_words,
    with_day,
)
from app.views.form.trend import Point, bars_shape, line_shape, points_of, pressures_of
from app.views.form.two_unit_entry import FEET, STONES, TwoUnitEntry
from app.views.parts.chart_shape import ChartShape
from app.views.sections.physical_checks.slips import SLIPS, weight_doubt

TWO_FOR_A_TREND = 2
GROUPS = (
    Plan(
        "Smoking",
        (
            "smoking",
            "cigarettes_a_day",
            "plans_to_stop_smoking",
            "smoking_change",
            "entering_smoke_free_place",
            "stop_smoking_help_offered",
        ),
    ),
    Plan(
        "Alcohol",
        ("drinking_days", "drinking_units", "heavy_drinking"),
        sub="AUDIT-C",
        hint="AUDIT-C, the last 12 months.",
    ),
    Plan(
        "Cholesterol",
        ("total_cholesterol", "hdl", "triglycerides"),
        sub="blood",
        hint="One blood sample: its date counts for all three.",
    ),
)
SUBS = {"hba1c": "blood", "fasting_glucose": "blood", "random_glucose": "blood", "waist": "optional"}
ALCOHOL, SMOKING = "drinking_days", "smoking"


class PhysicalSheet(Sheet):
    """What the sheet of the physical checks says, row by row."""

    def __init__(self) -> None:
        super().__init__(PhysicalChecks)

    def plans(self) -> Sequence[Plan]:
        """One row a check; smoking, AUDIT-C and the lipids are one row each."""
        grouped = {plan.fields[0]: plan for plan in GROUPS}
        inside = {name for plan in GROUPS for name in plan.fields[1:]}
        return [
            grouped.get(name) or Plan(q.label, (name,), SUBS.get(name, ""), q.hint)
            for name, q in self.questions.items()
            if name not in inside
        ]

    def entry(self, name: str, question: Question, visit: Visit) -> Entry:
        """The field of one check, with the units people think in and the usual slips."""
        slip = SLIPS.get(name)
        if name == "weight":
            return TwoUnitEntry(question, STONES, slip=slip, doubt=weight_doubt(visit))
        if name == "height":
            return TwoUnitEntry(question, FEET, slip=slip)
        if slip is not None:
            return NumberEntry(question, slip=slip)
        return entry_for(question, visit.today)

    def said(self, plan: Plan, record: Record, visit: Visit) -> Said:
        """What one check found."""
        checks = _checks(record)
        if plan.fields[0] == ALCOHOL:
            return self._alcohol(plan, checks, visit)
        if plan.fields[0] == SMOKING:
            return self._smoking(plan, checks, visit)
        if len(plan.fields) > 1:
            return super().said(plan, record, visit)
        [name] = plan.fields
        words = found(name, checks, visit)
        if not words.value:
            return Said(NOT_ASKED_YET)
        answer: Answer[Any] = getattr(checks, name)
        value = with_day(words.value, answer, visit)
        if name in ("weight", "height"):
            size = bmi_words(checks, visit) if name == "weight" else None
            beside = f"{size.value}, {size.beneath}" if size else ""
            return Said(value, _no_bmi_words(checks, visit) if name == "weight" and not size else beside)
        return Said(value, words.beneath)

    def _alcohol(self, plan: Plan, checks: PhysicalChecks, visit: Visit) -> Said:
        total = audit_c_words(checks, visit) if isinstance(checks.drinking_days, Known) else None
        if total is not None:
            return Said(total.value.removeprefix("AUDIT-C "), total.beneath)
        said = super().said(plan, checks, visit)
        if isinstance(checks.drinking_days, Known):
            return Said("No total yet", said.beneath)
        return said

    def _smoking(self, plan: Plan, checks: PhysicalChecks, visit: Visit) -> Said:
        said = super().said(plan, checks, visit)
        shown = [name for name in plan.fields if self.questions[name].shown(checks, visit)]
        answered = sum(is_answered(getattr(checks, name)) for name in shown)
        left = f"{answered} of {len(shown)} answered" if 0 < answered < len(shown) else ""
        amount, plans = checks.cigarettes_a_day, checks.plans_to_stop_smoking
        value = f"{amount.value} cigarettes a day" if isinstance(amount, Known) else said.value
        stopping = isinstance(plans, Known) and plans.value is YesNo.YES
        return Said(value, ", ".join(part for part in ("plans to stop" if stopping else "", left) if part))

    def sub(self, plan: Plan, record: Record, visit: Visit) -> str:
        """Weight and height are said in the other unit too."""
        name, checks = plan.fields[0], _checks(record)
        if name in ("weight", "height") and isinstance(getattr(checks, name), Known):
            return found(name, checks, visit).beneath
        return plan.sub

    def finding(self, plan: Plan, record: Record, visit: Visit) -> Said | None:
        """The band in words, once there is a value."""
        name, checks = plan.fields[0], _checks(record)
        if not isinstance(getattr(checks, name), Known):
            return None
        if name == "weight":
            size = bmi_words(checks, visit)
            return Said(size.value, size.beneath) if size else Said("", _no_bmi_words(checks, visit))
        if name == ALCOHOL:
            total = audit_c_words(checks, visit)
            return Said(total.value, total.beneath) if total else Said("", _missing_words(checks))
        if name == "blood_pressure":
            return Said(_kept_words(checks), found(name, checks, visit).beneath)
        answer = getattr(checks, name)
        band = band_words(name, answer.value) if name in SCALES else ""
        return Said(f"{answer.value} {self.questions[name].unit}", band) if band else None

    def last(self, plan: Plan, visit: Visit, section: str) -> Last:
        """Blood pressure as a pair, alcohol as its sum."""
        name = plan.fields[0]
        if name == "blood_pressure":
            points = pressures_of(visit.history, None)
            return (
                Last(f"{points[-1].value}/{points[-1].lower}", on_screen(points[-1].on))
                if points
                else NOTHING_BEFORE
            )
        if name == ALCOHOL:
            reading = visit.history.last("audit_c")
            if reading is not None:
                return Last(f"{reading.value} of 12", on_screen(reading.taken_on))
            return NOTHING_BEFORE
        if name == "ethnic_background" and visit.person.ethnic_background is not None:
            return Last(visit.person.ethnic_background.value, "on the person's record")
        if name == SMOKING:
            amount, status = visit.history.last("cigarettes_a_day"), visit.history.last("smoking")
            if amount is not None and (status is None or amount.taken_on >= status.taken_on):
                return Last(reading_words(amount), on_screen(amount.taken_on))
        return super().last(plan, visit, section)

    def trend(self, plan: Plan, record: Record, visit: Visit) -> ChartShape | None:
        """Bars for blood pressure, a line for a number with two values or more."""
        name, checks = plan.fields[0], _checks(record)
        answer: Answer[Any] = getattr(checks, name)
        if name == "blood_pressure":
            points = pressures_of(visit.history, _pressure(checks))
            return bars_shape("Blood pressure over time", "mmHg", points, visit.today) if points else None
        question = self.questions[name]
        if not question.series or question.options is not None or len(plan.fields) > 1:
            return None
        given = Point(answer.taken_on, answer.value) if isinstance(answer, Known) else None
        points = points_of(visit.history, question.series, given)
        if len(points) < TWO_FOR_A_TREND:
            return None
        return line_shape(f"{question.label} over time", question.unit, points, SCALES.get(name), visit.today)


def _checks(record: Record) -> PhysicalChecks:
    if not isinstance(record, PhysicalChecks):
        raise TypeError(f"this sheet shows physical checks, not {type(record).__name__}")
    return record


def _pressure(checks: PhysicalChecks) -> Point | None:
    answer = checks.blood_pressure
    if not isinstance(answer, Known):
        return None
    kept = kept_reading(answer.value)
    return Point(answer.taken_on, Decimal(kept.systolic), Decimal(kept.diastolic))


def _kept_words(checks: PhysicalChecks) -> str:
    answer = checks.blood_pressure
    if not isinstance(answer, Known):
        return ""
    kept = kept_reading(answer.value)
    return f"{kept} is kept, the lower of the last two" if len(answer.value) > 1 else f"{kept}, one reading"


def _no_bmi_words(checks: PhysicalChecks, visit: Visit) -> str:
    """Why a weight makes no BMI, in a sentence with what to do."""
    if _is_too_old(checks.weight, visit, "weight"):
        return "No BMI: this weight is too old."
    days = [day for day in (day_of(checks.height), _recorded_on("height", visit)) if day is not None]
    if _is_too_old(checks.height, visit, "height") and days:
        return f"No BMI: the height of {on_screen(max(days))} is too old. Measure it again."
    return "No BMI yet: it needs a height."


def _is_too_old(answer: Answer[Decimal], visit: Visit, series: str) -> bool:
    fact = number(answer, visit, series, USABLE_MONTHS[series])
    return isinstance(fact, Missing) and fact.reason is Reason.TOO_OLD


def _recorded_on(series: str, visit: Visit) -> date | None:
    reading = visit.history.last(series, visit.today)
    return reading.taken_on if reading is not None else None


def _missing_words(checks: PhysicalChecks) -> str:
    parts = (checks.drinking_days, checks.drinking_units, checks.heavy_drinking)
    missing = sum(not isinstance(part, Known) for part in parts)
    return (
        f"{'One answer is' if missing == 1 else f'{missing} answers are'} missing, so there is no total yet"
    )
