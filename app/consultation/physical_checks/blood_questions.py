"""The questions that a result or a medicine opens: sugar now, fats, liver, and the checks of diabetes."""

from enum import Enum

from app.consultation.physical_checks import when_blood
from app.consultation.questions import Kind, Question, limits, yes_no


class GlucoseDanger(Enum):
    """Signs that make a high sugar an emergency."""

    VOMITING = "Being sick"
    BELLY = "Belly pain"
    BREATHING = "Deep or fast breathing"
    DROWSY = "Drowsy"
    CONFUSED = "Confused"


class LiverSign(Enum):
    """Signs that make a liver test urgent."""

    YELLOW = "Yellow skin or eyes"
    BRUISES = "Bruises easily"


METER_READS_HIGH = yes_no(
    "The meter reads HI",
    when_blood.meter_could_read_high,
    "Over its range a glucose meter shows HI instead of a number.",
)
KETONES = Question(
    Kind.NUMBER,
    "Ketones",
    unit="mmol/L",
    hint="From the finger, now.",
    limits=limits("0", "15", "0", "1.5"),
    places=1,
    shown=when_blood.ketones_matter,
)
GLUCOSE_DANGER_SIGNS = Question(
    Kind.TICKS,
    "With the high sugar now",
    options=GlucoseDanger,
    none_of_these="None of these",
    asks_how=False,
    shown=when_blood.glucose_is_high_now,
)
LOW_SUGARS = yes_no(
    "Low sugars (hypos) again and again",
    when_blood.low_sugars_matter,
    "Asked because of insulin, or a tablet that can do it.",
)
FOOT_CHECK = Question(
    Kind.DAY,
    "Diabetes foot check, last done",
    never="None found",
    series="foot_check",
    shown=when_blood.diabetes_is_known,
)
DIABETIC_EYE_SCREENING = Question(
    Kind.DAY,
    "Diabetes eye screening, last done",
    never="None found",
    series="diabetic_eye_screening",
    shown=when_blood.diabetes_is_known,
)
FAMILY_EARLY_HEART_DISEASE = yes_no(
    "Heart disease early in the family, or in them",
    when_blood.cholesterol_is_very_high,
    "Before 60, in parents, brothers, sisters or children.",
)
BELLY_PAIN_NOW = yes_no("Belly pain now", when_blood.triglycerides_are_very_high)
ALT_LIMIT = Question(
    Kind.NUMBER,
    "Upper limit of the laboratory for ALT",
    unit="U/L",
    hint="As it stands beside the result.",
    limits=limits("10", "200", "25", "70"),
    asks_how=False,
    shown=when_blood.has_alt,
)
LIVER_SIGNS = Question(
    Kind.TICKS,
    "Signs of the liver",
    options=LiverSign,
    none_of_these="None of these",
    asks_how=False,
    shown=when_blood.liver_signs_matter,
)
