"""The checks of body and habit: each measured, told, read in a record, declined, or not done and why.

Limits: research/clinical_rules.md section 1 (project proposals, mark K): soft limits catch slips, hard limits
lie outside what is possible. HbA1c entry 15 to 200 as settled in docs/decisions.md. Over 300 lines, because
the fields of one record are the questions.
"""

from decimal import Decimal
from enum import Enum
from typing import Annotated

import msgspec

from app.consultation.answers import NOT_ASKED, Answer, YesNo
from app.consultation.last_done import LastDone
from app.consultation.person import EthnicBackground
from app.consultation.physical_checks import (
    acute,
    blood_questions,
    entered_scores,
    habits,
    monitoring,
    observations,
    results,
    weight_questions,
    when,
    when_blood,
)
from app.consultation.physical_checks.blood_questions import GlucoseDanger, LiverSign
from app.consultation.physical_checks.conditions import KNOWN_CONDITIONS, KnownCondition
from app.consultation.physical_checks.entered_scores import QtcFormula
from app.consultation.physical_checks.figure_limits import DIASTOLIC_LIMITS, SYSTOLIC_LIMITS
from app.consultation.physical_checks.habits import (
    BrainSign,
    BreathingIllness,
    Caffeine,
    ChestSign,
    DependenceSign,
    Drug,
    Gambling,
    StimulantSign,
    WithdrawalSign,
)
from app.consultation.physical_checks.monitoring import (
    BloodTestTrouble,
    EcgReason,
    HbA1cTrouble,
    TestsOwner,
)
from app.consultation.physical_checks.signs import (
    InfectionSign,
    NewSymptom,
    PulseRhythm,
    PulseSign,
    PutDownTo,
    SepsisSign,
    Unsteady,
)
from app.consultation.questions import Kind, Question, Record, limits


class BloodPressure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One seated reading in mmHg."""

    systolic: Annotated[int, msgspec.Meta(ge=int(SYSTOLIC_LIMITS.low), le=int(SYSTOLIC_LIMITS.high))]
    diastolic: Annotated[int, msgspec.Meta(ge=int(DIASTOLIC_LIMITS.low), le=int(DIASTOLIC_LIMITS.high))]

    def __post_init__(self) -> None:
        """Refuse swapped boxes: the upper number is always the larger."""
        if self.diastolic >= self.systolic:
            raise ValueError("the upper number must be larger than the lower one")

    def __str__(self) -> str:
        """As it is said: 142/90."""
        return f"{self.systolic}/{self.diastolic}"


class BpSymptom(Enum):
    """Warning signs asked for when blood pressure is in the severe range (list K)."""

    CHEST_PAIN = "Chest pain"
    BREATHLESS = "New breathlessness"
    CONFUSED = "New confusion"
    VISION = "Change in vision"
    HEADACHE = "Severe headache"
    WEAKNESS = "Weakness of face, arm or leg"
    LITTLE_URINE = "Passing very little urine"
    PREGNANT = "Pregnant"


class Smoking(Enum):
    """Tobacco in any form; a vape alone is not tobacco."""

    NEVER = "Never"
    EX = "Used to"
    CURRENT = "Smokes now"
    VAPE_ONLY = "Vapes only"


class DrinkingDays(Enum):
    """AUDIT-C question 1."""

    NEVER = "Never"
    MONTHLY = "Monthly or less"
    TWO_TO_FOUR = "2 to 4 times a month"
    TWO_TO_THREE = "2 to 3 times a week"
    FOUR_OR_MORE = "4 or more times a week"


class DrinkingUnits(Enum):
    """AUDIT-C question 2, UK units on a drinking day."""

    UP_TO_2 = "0 to 2"
    TO_4 = "3 to 4"
    TO_6 = "5 to 6"
    TO_9 = "7 to 9"
    TEN_OR_MORE = "10 or more"


class HeavyDrinking(Enum):
    """AUDIT-C question 3: six or more units (women), eight or more (men) on one occasion."""

    NEVER = "Never"
    LESS_THAN_MONTHLY = "Less than monthly"
    MONTHLY = "Monthly"
    WEEKLY = "Weekly"
    DAILY = "Daily or almost daily"


class GlucoseSymptom(Enum):
    """Signs that make a result in the diabetes range urgent."""

    THIRST = "Very thirsty"
    URINE = "Passing more urine"
    WEIGHT_LOSS = "Losing weight without trying"


class PhysicalChecks(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The physical checks of one visit."""

    blood_pressure: Annotated[
        Answer[Annotated[tuple[BloodPressure, ...], msgspec.Meta(min_length=1, max_length=4)]],
        Question(
            Kind.BLOOD_PRESSURE,
            "Blood pressure",
            unit="mmHg",
            hint="Seated, rested for five minutes. Two readings; the lower of the last two is kept.",
        ),
    ] = NOT_ASKED
    bp_symptoms: Annotated[
        Answer[tuple[BpSymptom, ...]],
        Question(
            Kind.TICKS,
            "Warning signs now",
            hint="Asked because the blood pressure is very high.",
            options=BpSymptom,
            none_of_these="None of these",
            asks_how=False,
            shown=when.blood_pressure_is_severe,
        ),
    ] = NOT_ASKED
    pulse: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Pulse",
            unit="beats a minute",
            limits=limits("25", "250", "45", "130"),
            series="pulse",
        ),
    ] = NOT_ASKED
    pulse_again: Annotated[Answer[Decimal], observations.PULSE_AGAIN] = NOT_ASKED
    pulse_rhythm: Annotated[Answer[PulseRhythm], observations.PULSE_RHYTHM] = NOT_ASKED
    pulse_signs: Annotated[Answer[tuple[PulseSign, ...]], observations.PULSE_SIGNS] = NOT_ASKED
    has_atrial_fibrillation: Annotated[Answer[YesNo], observations.HAS_ATRIAL_FIBRILLATION] = NOT_ASKED
    unwell_today: Annotated[Answer[YesNo], observations.UNWELL_TODAY] = NOT_ASKED
    newly_confused: Annotated[Answer[YesNo], observations.NEWLY_CONFUSED] = NOT_ASKED
    new_symptoms: Annotated[Answer[tuple[NewSymptom, ...]], acute.NEW_SYMPTOMS] = NOT_ASKED
    symptom_put_down_to: Annotated[Answer[tuple[PutDownTo, ...]], acute.SYMPTOM_PUT_DOWN_TO] = NOT_ASKED
    symptom_looked_into: Annotated[Answer[YesNo], acute.SYMPTOM_LOOKED_INTO] = NOT_ASKED
    unsteady: Annotated[Answer[tuple[Unsteady, ...]], observations.UNSTEADY] = NOT_ASKED
    wasting: Annotated[Answer[YesNo], habits.WASTING] = NOT_ASKED
    infection_signs: Annotated[Answer[tuple[InfectionSign, ...]], observations.INFECTION_SIGNS] = NOT_ASKED
    sepsis_signs: Annotated[Answer[tuple[SepsisSign, ...]], acute.SEPSIS_SIGNS] = NOT_ASKED
    temperature: Annotated[Answer[Decimal], observations.TEMPERATURE] = NOT_ASKED
    respiratory_rate: Annotated[Answer[Decimal], observations.RESPIRATORY_RATE] = NOT_ASKED
    respiratory_rate_again: Annotated[Answer[Decimal], observations.RESPIRATORY_RATE_AGAIN] = NOT_ASKED
    breathing_illness: Annotated[Answer[tuple[BreathingIllness, ...]], habits.BREATHING_ILLNESS] = NOT_ASKED
    oxygen: Annotated[Answer[Decimal], observations.OXYGEN] = NOT_ASKED
    oxygen_again: Annotated[Answer[Decimal], observations.OXYGEN_AGAIN] = NOT_ASKED
    has_low_oxygen_target: Annotated[Answer[YesNo], observations.HAS_LOW_OXYGEN_TARGET] = NOT_ASKED
    news2: Annotated[Answer[Decimal], entered_scores.NEWS2] = NOT_ASKED
    lying_blood_pressure: Annotated[
        Answer[Annotated[tuple[BloodPressure, ...], msgspec.Meta(min_length=1, max_length=1)]],
        observations.LYING_BLOOD_PRESSURE,
    ] = NOT_ASKED
    standing_blood_pressure: Annotated[
        Answer[Annotated[tuple[BloodPressure, ...], msgspec.Meta(min_length=1, max_length=2)]],
        observations.STANDING_BLOOD_PRESSURE,
    ] = NOT_ASKED
    weight: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Weight",
            unit="kg",
            hint="Ask first, each time.",
            limits=limits("20", "450", "35", "200", "Is this in stones?"),
            places=1,
            series="weight",
        ),
    ] = NOT_ASKED
    weight_talk_welcome: Annotated[Answer[YesNo], weight_questions.WEIGHT_TALK_WELCOME] = NOT_ASKED
    weight_loss_meant: Annotated[Answer[YesNo], weight_questions.WEIGHT_LOSS_MEANT] = NOT_ASKED
    height: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Height",
            unit="cm",
            limits=limits("90", "250", "140", "200", "Is this in metres or feet?"),
            places=1,
            series="height",
        ),
    ] = NOT_ASKED
    ethnic_background: Annotated[
        Answer[EthnicBackground],
        Question(
            Kind.CHOICE,
            "Family background",
            hint="It changes what a BMI means. Ask, do not guess.",
            options=EthnicBackground,
            asks_how=False,
            series="ethnic_background",
        ),
    ] = NOT_ASKED
    waist: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Waist",
            unit="cm",
            hint="Optional. Ask first, offer to measure it themselves.",
            limits=limits("40", "250", "55", "150", "Is this in inches?"),
            places=1,
            series="waist",
        ),
    ] = NOT_ASKED
    smoking: Annotated[
        Answer[Smoking], Question(Kind.CHOICE, "Smoking", options=Smoking, series="smoking", may_stay=True)
    ] = NOT_ASKED
    cigarettes_a_day: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Cigarettes a day",
            unit="a day",
            hint="Roll-ups count.",
            limits=limits("0", "150", "0", "60"),
            series="cigarettes_a_day",
            may_stay=True,
            shown=when.smokes,
        ),
    ] = NOT_ASKED
    plans_to_stop_smoking: Annotated[
        Answer[YesNo],
        Question(Kind.CHOICE, "Plans to stop or cut down", options=YesNo, asks_how=False, shown=when.smokes),
    ] = NOT_ASKED
    smoking_change: Annotated[
        Answer[LastDone],
        Question(
            Kind.DAY,
            "Stopped, cut down or switched to a vape",
            hint="The most recent change, even a small one.",
            never="No change",
            series="smoking_change",
            asks_how=False,
            shown=when.has_smoked,
        ),
    ] = NOT_ASKED
    entering_smoke_free_place: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Going somewhere smoke-free soon (hospital, new home)",
            options=YesNo,
            asks_how=False,
            shown=when.smokes,
        ),
    ] = NOT_ASKED
    stop_smoking_help_offered: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Help to stop offered today",
            options=YesNo,
            asks_how=False,
            shown=when.smokes,
        ),
    ] = NOT_ASKED
    smoking_restart: Annotated[Answer[LastDone], habits.SMOKING_RESTART] = NOT_ASKED
    chest_signs: Annotated[Answer[tuple[ChestSign, ...]], habits.CHEST_SIGNS] = NOT_ASKED
    drinking_days: Annotated[
        Answer[DrinkingDays],
        Question(Kind.CHOICE, "How often do you have a drink with alcohol?", options=DrinkingDays),
    ] = NOT_ASKED
    drinking_units: Annotated[
        Answer[DrinkingUnits],
        Question(
            Kind.CHOICE,
            "How many units on a day when you drink?",
            options=DrinkingUnits,
            shown=when.drinks,
        ),
    ] = NOT_ASKED
    heavy_drinking: Annotated[
        Answer[HeavyDrinking],
        Question(
            Kind.CHOICE,
            "How often six or more units (women) or eight or more (men) at one time?",
            hint="In the last year. If neither fits, use six.",
            options=HeavyDrinking,
            shown=when.drinks,
        ),
    ] = NOT_ASKED
    dependence_signs: Annotated[Answer[tuple[DependenceSign, ...]], habits.DEPENDENCE_SIGNS] = NOT_ASKED
    drank_less_lately: Annotated[Answer[YesNo], habits.DRANK_LESS_LATELY] = NOT_ASKED
    withdrawal_signs: Annotated[Answer[tuple[WithdrawalSign, ...]], habits.WITHDRAWAL_SIGNS] = NOT_ASKED
    brain_signs: Annotated[Answer[tuple[BrainSign, ...]], habits.BRAIN_SIGNS] = NOT_ASKED
    hard_to_wake: Annotated[Answer[YesNo], habits.HARD_TO_WAKE] = NOT_ASKED
    full_audit: Annotated[
        Answer[LastDone],
        Question(
            Kind.DAY,
            "All ten AUDIT questions last done",
            never="Never",
            series="full_audit",
            shown=when.audit_c_is_positive,
        ),
    ] = NOT_ASKED
    audit_total: Annotated[Answer[Decimal], entered_scores.AUDIT_TOTAL] = NOT_ASKED
    caffeine: Annotated[Answer[Caffeine], habits.CAFFEINE] = NOT_ASKED
    drugs: Annotated[Answer[tuple[Drug, ...]], habits.DRUGS] = NOT_ASKED
    cannabis_changed: Annotated[Answer[YesNo], habits.CANNABIS_CHANGED] = NOT_ASKED
    stimulant_signs: Annotated[Answer[tuple[StimulantSign, ...]], habits.STIMULANT_SIGNS] = NOT_ASKED
    naloxone_kit: Annotated[Answer[YesNo], habits.NALOXONE_KIT] = NOT_ASKED
    gambling: Annotated[Answer[Gambling], habits.GAMBLING] = NOT_ASKED
    known_conditions: Annotated[Answer[tuple[KnownCondition, ...]], KNOWN_CONDITIONS] = NOT_ASKED
    hba1c: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "HbA1c",
            unit="mmol/mol",
            hint="Long-term blood sugar.",
            limits=limits("15", "200", "20", "110", "Is this in %?"),
            series="hba1c",
        ),
    ] = NOT_ASKED
    hba1c_trouble: Annotated[Answer[tuple[HbA1cTrouble, ...]], monitoring.HBA1C_TROUBLE] = NOT_ASKED
    fasting_glucose: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Glucose, fasting",
            unit="mmol/L",
            hint="At least 8 hours without food.",
            limits=limits("1", "60", "3.5", "12", "Is this in mg/dL?"),
            places=1,
            series="fasting_glucose",
        ),
    ] = NOT_ASKED
    random_glucose: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Glucose, not fasting",
            unit="mmol/L",
            limits=limits("1", "60", "4", "15", "Is this in mg/dL?"),
            places=1,
            series="random_glucose",
        ),
    ] = NOT_ASKED
    has_diabetes: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Diabetes already known",
            options=YesNo,
            condition="diabetes",
            asks_how=False,
            shown=when.diabetes_is_open,
        ),
    ] = NOT_ASKED
    glucose_symptoms: Annotated[
        Answer[tuple[GlucoseSymptom, ...]],
        Question(
            Kind.TICKS,
            "Any of these lately",
            options=GlucoseSymptom,
            none_of_these="None of these",
            asks_how=False,
            shown=when_blood.high_sugar_signs_matter,
        ),
    ] = NOT_ASKED
    meter_reads_high: Annotated[Answer[YesNo], blood_questions.METER_READS_HIGH] = NOT_ASKED
    glucose_danger_signs: Annotated[
        Answer[tuple[GlucoseDanger, ...]], blood_questions.GLUCOSE_DANGER_SIGNS
    ] = NOT_ASKED
    ketones: Annotated[Answer[Decimal], blood_questions.KETONES] = NOT_ASKED
    low_sugars: Annotated[Answer[YesNo], blood_questions.LOW_SUGARS] = NOT_ASKED
    foot_check: Annotated[Answer[LastDone], blood_questions.FOOT_CHECK] = NOT_ASKED
    diabetic_eye_screening: Annotated[Answer[LastDone], blood_questions.DIABETIC_EYE_SCREENING] = NOT_ASKED
    total_cholesterol: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Total cholesterol",
            unit="mmol/L",
            limits=limits("0.5", "30", "2.5", "9", "Is this in mg/dL?"),
            places=1,
            series="total_cholesterol",
        ),
    ] = NOT_ASKED
    hdl: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "HDL cholesterol",
            unit="mmol/L",
            limits=limits("0.1", "6", "0.6", "3", "Is this in mg/dL?"),
            places=2,
            series="hdl",
        ),
    ] = NOT_ASKED
    triglycerides: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Triglycerides",
            unit="mmol/L",
            limits=limits("0.1", "120", "0.1", "5", "Is this in mg/dL?"),
            places=1,
            series="triglycerides",
        ),
    ] = NOT_ASKED
    on_smi_register: Annotated[Answer[YesNo], monitoring.ON_SMI_REGISTER] = NOT_ASKED
    tests_owner: Annotated[Answer[TestsOwner], monitoring.TESTS_OWNER] = NOT_ASKED
    test_awaited: Annotated[Answer[LastDone], monitoring.TEST_AWAITED] = NOT_ASKED
    blood_test_trouble: Annotated[Answer[tuple[BloodTestTrouble, ...]], monitoring.BLOOD_TEST_TROUBLE] = (
        NOT_ASKED
    )
    family_early_heart_disease: Annotated[Answer[YesNo], blood_questions.FAMILY_EARLY_HEART_DISEASE] = (
        NOT_ASKED
    )
    belly_pain_now: Annotated[Answer[YesNo], blood_questions.BELLY_PAIN_NOW] = NOT_ASKED
    other_results: Annotated[Answer[YesNo], results.OTHER_RESULTS] = NOT_ASKED
    white_cells: Annotated[Answer[Decimal], results.WHITE_CELLS] = NOT_ASKED
    neutrophils: Annotated[Answer[Decimal], results.NEUTROPHILS] = NOT_ASKED
    clozapine_blood_count: Annotated[Answer[LastDone], results.CLOZAPINE_BLOOD_COUNT] = NOT_ASKED
    has_other_count_limits: Annotated[Answer[YesNo], results.HAS_OTHER_COUNT_LIMITS] = NOT_ASKED
    clozapine_level: Annotated[Answer[Decimal], results.CLOZAPINE_LEVEL] = NOT_ASKED
    clozapine_hours: Annotated[Answer[Decimal], results.CLOZAPINE_HOURS] = NOT_ASKED
    lithium_level: Annotated[Answer[Decimal], results.LITHIUM_LEVEL] = NOT_ASKED
    lithium_hours: Annotated[Answer[Decimal], results.LITHIUM_HOURS] = NOT_ASKED
    egfr: Annotated[Answer[Decimal], results.EGFR] = NOT_ASKED
    acr: Annotated[Answer[Decimal], results.ACR] = NOT_ASKED
    sodium: Annotated[Answer[Decimal], results.SODIUM] = NOT_ASKED
    potassium: Annotated[Answer[Decimal], results.POTASSIUM] = NOT_ASKED
    adjusted_calcium: Annotated[Answer[Decimal], results.ADJUSTED_CALCIUM] = NOT_ASKED
    tsh: Annotated[Answer[Decimal], results.TSH] = NOT_ASKED
    tsh_outside_range: Annotated[Answer[YesNo], results.TSH_OUTSIDE_RANGE] = NOT_ASKED
    alt: Annotated[Answer[Decimal], results.ALT] = NOT_ASKED
    alt_limit: Annotated[Answer[Decimal], blood_questions.ALT_LIMIT] = NOT_ASKED
    liver_signs: Annotated[Answer[tuple[LiverSign, ...]], blood_questions.LIVER_SIGNS] = NOT_ASKED
    prolactin: Annotated[Answer[Decimal], results.PROLACTIN] = NOT_ASKED
    qrisk3: Annotated[Answer[Decimal], entered_scores.QRISK3] = NOT_ASKED
    ecg_reasons: Annotated[Answer[tuple[EcgReason, ...]], monitoring.ECG_REASONS] = NOT_ASKED
    ecg: Annotated[Answer[LastDone], entered_scores.ECG] = NOT_ASKED
    ecg_read_by: Annotated[Answer[str], entered_scores.ECG_READ_BY] = NOT_ASKED
    qtc: Annotated[Answer[Decimal], entered_scores.QTC] = NOT_ASKED
    qtc_formula: Annotated[Answer[QtcFormula], entered_scores.QTC_FORMULA] = NOT_ASKED
    ecg_heart_rate: Annotated[Answer[Decimal], entered_scores.ECG_HEART_RATE] = NOT_ASKED
    must: Annotated[Answer[Decimal], entered_scores.MUST] = NOT_ASKED
    frailty: Annotated[Answer[Decimal], entered_scores.FRAILTY] = NOT_ASKED
    scores_from: Annotated[Answer[str], entered_scores.SCORES_FROM] = NOT_ASKED
    has_hypertension: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "High blood pressure already known",
            options=YesNo,
            condition="hypertension",
            asks_how=False,
            shown=when.blood_pressure_is_raised,
        ),
    ] = NOT_ASKED
    hypertension_review: Annotated[
        Answer[LastDone],
        Question(
            Kind.DAY,
            "High blood pressure last reviewed",
            never="Never",
            series="hypertension_review",
            shown=when.hypertension_is_known,
        ),
    ] = NOT_ASKED
    metabolic_review: Annotated[
        Answer[LastDone],
        Question(
            Kind.DAY,
            "Metabolic review last done",
            hint="Weight, waist, blood pressure, glucose and lipids looked at together, with the medicines.",
            never="None found",
            series="metabolic_review",
            shown=when.takes_an_antipsychotic,
        ),
    ] = NOT_ASKED
    end_of_life_care: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Receiving end of life care",
            hint="Weight and target prompts then stay silent.",
            options=YesNo,
            asks_how=False,
            shown=when.bmi_prompts_could_show,
        ),
    ] = NOT_ASKED
