"""The rows of the physical checks: their order, their words, their bands and charts.

Over 300 lines because every row is named here, in the order in which it is asked.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from app.consultation.answers import Answer, Known, YesNo, is_answered
from app.consultation.bands import SCALES, band_words
from app.consultation.days import on_screen
from app.consultation.physical_checks.face_to_face import HANDS_ON
from app.consultation.physical_checks.large_change import large_change_words, weight_doubt
from app.consultation.physical_checks.pressure_facts import kept_reading
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.physical_checks.words import (
    audit_c_words,
    bmi_words,
    found,
    standing_words,
    waist_by_sex_words,
    weight_change_words,
)
from app.consultation.pressures import drawn_pressures
from app.consultation.questions import Question, Record
from app.consultation.row_words import (
    age_words,
    kept_words,
    last_on,
    no_bmi_words,
    no_total_words,
    unwell_words,
)
from app.consultation.visit import Visit
from app.views.form.entry import Entry
from app.views.form.making import entry_for
from app.views.form.number_entry import NumberEntry
from app.views.form.pressure_entry import PressureEntry
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
from app.views.form.trend import Point, bars_shape, pressure_points
from app.views.form.two_unit_entry import FEET, STONES, TwoUnitEntry
from app.views.parts.chart_shape import ChartShape
from app.views.sections.physical_checks.slips import SLIPS
from app.views.sections.physical_checks.small_trends import small_trends

ENTERED = ("news2", "qrisk3", "must", "frailty")
ONE_SAMPLE = "One sample: its date counts for all of it."
GROUPS = (
    Plan("Pulse", ("pulse", "pulse_again", "pulse_rhythm", "pulse_signs", "has_atrial_fibrillation")),
    Plan(
        "Unwell, dizzy or fallen",
        (
            "unwell_today",
            "newly_confused",
            "new_symptoms",
            "symptom_put_down_to",
            "symptom_looked_into",
            "unsteady",
            "wasting",
            "infection_signs",
            "sepsis_signs",
        ),
        sub="today and lately",
    ),
    Plan("About weight", ("weight_talk_welcome", "weight_loss_meant")),
    Plan("Breathing rate", ("respiratory_rate", "respiratory_rate_again", "breathing_illness")),
    Plan("Oxygen (SpO2)", ("oxygen", "oxygen_again", "has_low_oxygen_target"), sub="on air"),
    Plan(
        "Lying and standing",
        ("lying_blood_pressure", "standing_blood_pressure"),
        sub="blood pressure",
        hint="Lying first: from sitting to standing a fall is missed.",
    ),
    Plan(
        "Smoking",
        (
            "smoking",
            "cigarettes_a_day",
            "plans_to_stop_smoking",
            "smoking_change",
            "entering_smoke_free_place",
            "stop_smoking_help_offered",
            "smoking_restart",
            "chest_signs",
        ),
    ),
    Plan(
        "Alcohol",
        ("drinking_days", "drinking_units", "heavy_drinking"),
        sub="AUDIT-C",
        hint="AUDIT-C, the last 12 months.",
    ),
    Plan(
        "With drinking",
        ("dependence_signs", "drank_less_lately", "withdrawal_signs", "brain_signs", "hard_to_wake"),
        sub="alcohol",
        hint="Any of these: no advice to cut down before a specialist has seen them.",
    ),
    Plan("All ten AUDIT questions", ("full_audit", "audit_total"), sub="elsewhere"),
    Plan(
        "Drugs",
        ("drugs", "cannabis_changed", "stimulant_signs", "naloxone_kit"),
        sub="asked alone",
        hint="“Many people use something. In the last 3 months?”",
    ),
    Plan(
        "Who watches the tests",
        ("on_smi_register", "tests_owner", "test_awaited", "blood_test_trouble"),
        sub="monitoring",
    ),
    Plan(
        "Blood count",
        ("white_cells", "neutrophils", "clozapine_blood_count", "has_other_count_limits"),
        sub="blood",
        hint=ONE_SAMPLE,
    ),
    Plan("Clozapine level", ("clozapine_level", "clozapine_hours"), sub="blood"),
    Plan("Lithium level", ("lithium_level", "lithium_hours"), sub="blood"),
    Plan("Kidney", ("egfr", "acr"), sub="blood and urine"),
    Plan("Salts", ("sodium", "potassium", "adjusted_calcium"), sub="blood", hint=ONE_SAMPLE),
    Plan("TSH", ("tsh", "tsh_outside_range"), sub="blood", hint="Thyroid."),
    Plan("ALT", ("alt", "alt_limit", "liver_signs"), sub="blood", hint="Liver."),
    Plan("Sugar now", ("meter_reads_high", "glucose_danger_signs", "ketones"), sub="high, or unwell"),
    Plan("Checks for diabetes", ("foot_check", "diabetic_eye_screening"), sub="each year"),
    Plan("About the blood fats", ("family_early_heart_disease", "belly_pain_now"), sub="very high"),
    Plan(
        "ECG",
        ("ecg_reasons", "ecg", "ecg_read_by", "qtc", "qtc_formula", "ecg_heart_rate"),
        hint="QTc as the report has it: never worked out here.",
    ),
    Plan(
        "Cholesterol",
        ("total_cholesterol", "hdl", "triglycerides"),
        sub="blood",
        hint=ONE_SAMPLE,
    ),
)
BLOOD = ("hba1c", "fasting_glucose", "random_glucose", "prolactin")
SUBS = {
    "waist": "optional",
    **dict.fromkeys(BLOOD, "blood"),
    **dict.fromkeys(ENTERED, "worked out elsewhere"),
}
LEVELS = ("clozapine_level", "lithium_level")
ALCOHOL, SMOKING, UNWELL, LYING = "drinking_days", "smoking", "unwell_today", "lying_blood_pressure"
COUNTED = ("pulse", "respiratory_rate", "oxygen")
POSITIONS = {LYING: ("Lying",), "standing_blood_pressure": ("Standing", "Later standing")}


class PhysicalSheet(Sheet):
    """What the sheet of the physical checks says, row by row."""

    hands_on = HANDS_ON

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
        if name in POSITIONS:
            return PressureEntry(question, POSITIONS[name])
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
        if plan.fields[0] == UNWELL:
            unwell = unwell_words(checks)
            return Said(unwell.value or NOT_ASKED_YET, unwell.beneath)
        if plan.fields[0] == LYING:
            words = standing_words(checks)
            return Said(words.value, words.beneath) if words else super().said(plan, record, visit)
        if plan.fields[0] in COUNTED and isinstance(getattr(checks, plan.fields[0]), Known):
            return self._counted(plan, checks, visit)
        if plan.fields[0] in LEVELS and isinstance(getattr(checks, plan.fields[0]), Known):
            level = found(plan.fields[0], checks, visit)
            return Said(with_day(level.value, getattr(checks, plan.fields[0]), visit), level.beneath)
        if len(plan.fields) > 1:
            together = super().said(plan, record, visit)
            parts = (self._band(plan.fields[0], checks), together.beneath)
            return Said(together.value, ". ".join(part for part in parts if part))
        [name] = plan.fields
        words = found(name, checks, visit)
        if not words.value:
            return Said(NOT_ASKED_YET)
        answer: Answer[Any] = getattr(checks, name)
        value = with_day(words.value, answer, visit)
        if name in ("weight", "height"):
            size = bmi_words(checks, visit) if name == "weight" else None
            if name == "height":
                return Said(value, "")
            found_ = f"{size.value}, {size.beneath}" if size else no_bmi_words(checks, visit)
            changed = large_change_words(checks, visit)
            return Said(value, ". ".join(part for part in (found_, changed) if part))
        return Said(value, words.beneath)

    def _band(self, name: str, checks: PhysicalChecks) -> str:
        answer = getattr(checks, name)
        is_number = isinstance(answer, Known) and isinstance(answer.value, Decimal)
        return band_words(name, answer.value) if is_number else ""

    def _counted(self, plan: Plan, checks: PhysicalChecks, visit: Visit) -> Said:
        """A count with its band, the count after it, and how the pulse felt."""
        name, again = plan.fields[:2]
        first, second = getattr(checks, name), getattr(checks, again)
        rest = [f"again {second.value}"] if isinstance(second, Known) else []
        if name == "pulse" and isinstance(checks.pulse_rhythm, Known):
            rest.append(str(checks.pulse_rhythm.value.value).lower())
        value = with_day(found(name, checks, visit).value, first, visit)
        return Said(", ".join((value, *rest)), band_words(name, first.value))

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
        if name == LYING:
            fall = standing_words(checks)
            return Said(fall.beneath[:1].upper() + fall.beneath[1:]) if fall else None
        if name == "weight":
            size, change = bmi_words(checks, visit), weight_change_words(checks, visit)
            found_, band = (size.value, size.beneath) if size else ("", no_bmi_words(checks, visit))
            return Said(found_, ". ".join(part for part in (band, change) if part))
        if name == "waist":
            share, sexes = found(name, checks, visit).beneath, waist_by_sex_words(getattr(checks, name).value)
            return Said(share[:1].upper() + share[1:], sexes)
        if name == ALCOHOL:
            total = audit_c_words(checks, visit)
            return Said(total.value, total.beneath) if total else Said("", no_total_words(checks))
        if name == "blood_pressure":
            return Said(kept_words(checks), found(name, checks, visit).beneath)
        answer = getattr(checks, name)
        band = band_words(name, answer.value) if name in SCALES else ""
        return Said(f"{answer.value} {self.questions[name].unit}", band) if band else None

    def last(self, plan: Plan, visit: Visit, section: str) -> Last:
        """What was found last time, and whether it is too old for a rule or due again."""
        found_ = self._last(plan, visit, section)
        on = last_on(plan.fields[0], visit)
        age = age_words(plan.fields[0], on, visit) if on is not None and found_ is not NOTHING_BEFORE else ""
        return Last(found_.value, f"{found_.when}: {age}") if age else found_

    def _last(self, plan: Plan, visit: Visit, section: str) -> Last:
        """Blood pressure as a pair, alcohol as its sum."""
        name = plan.fields[0]
        if name == "blood_pressure":
            before = drawn_pressures(visit.history)
            if not before:
                return NOTHING_BEFORE
            return Last(f"{before[-1].value}/{before[-1].lower}", on_screen(before[-1].on))
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

    def trends(self, plan: Plan, record: Record, visit: Visit) -> tuple[ChartShape, ...]:
        """Bars for blood pressure, a line for every number of the row with two values or more."""
        checks = _checks(record)
        if plan.fields[0] == "blood_pressure":
            points = pressure_points(visit.history, _pressure(checks))
            name = "Blood pressure over time"
            return (bars_shape(name, "mmHg", points, visit.today),) if points else ()
        return small_trends(plan.fields, checks, visit)


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
