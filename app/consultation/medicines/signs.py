"""Signs that are ordinary by themselves and an emergency with some medicines: two questions, one press each.

They are asked of whoever takes a medicine for the mind, or one that acts as these do; which sign matters with
which medicine is for the rules (rules/*.toml). Hormones are asked alone.
"""

from enum import Enum

from app.consultation.answers import YesNo
from app.consultation.medicines import when
from app.consultation.questions import Kind, Question


class BodySign(Enum):
    """What is new in body and mind."""

    STIFF = "Stiff all over"
    FEVER = "Fever"
    SWEATING = "Sweating heavily"
    RACING = "Racing heart, or blood pressure up and down"
    AGITATED = "Very agitated"
    SHAKING = "Shaking, or muscles jerking"
    LOCKED = "Neck, eyes, jaw or tongue locked"
    DROWSY = "Very drowsy"
    CONFUSED = "Confused"
    HEADACHE = "New headache, or losing sight"
    FIT = "A fit or a blackout"


class InnerSign(Enum):
    """What is new in skin, belly and bladder."""

    RASH = "A rash"
    SORES = "Sores in mouth or eyes"
    SICK = "Being sick, or belly pain"
    DIARRHOEA = "Diarrhoea"
    BLEEDING = "Black stools, or vomiting blood"
    WATER = "Cannot pass water"


class HormoneSign(Enum):
    """What a raised prolactin can bring."""

    PERIODS = "Missed periods"
    MILK = "Milk from the breasts"
    BREASTS = "Breasts growing or sore"
    INTEREST = "Less interest in sex"
    SEX = "Trouble with erection or orgasm"
    CHILD = "Trying for a baby without success"


class ChangedLately(Enum):
    """When a medicine for the mind was last begun, or its dose raised."""

    TWO_WEEKS = "2 weeks"
    EIGHT_WEEKS = "8 weeks"
    EARLIER = "Longer ago"


class OlanzapineDepot(Enum):
    """What makes an olanzapine depot of today a danger (SmPC via Lilly UK, V S27)."""

    HOME = "Given at home"
    SHORT = "Watched for less than 3 hours"
    DRIVES = "Plans to drive today"
    ALONE = "Given today, and none of that"


class DepotTime(Enum):
    """Whether the injection is late."""

    ON_TIME = "On time"
    LATE = "Late, within its product's limit"
    OVERDUE = "Later than that, or over 7 days"


MEDICINE_CHANGED = Question(
    Kind.CHOICE,
    "Medicine for the mind begun, or raised, in the last",
    options=ChangedLately,
    asks_how=False,
    shown=when.change_matters,
)
BODY_SIGNS = Question(
    Kind.TICKS,
    "New and there now",
    hint="With some medicines one of these can be an emergency.",
    options=BodySign,
    none_of_these="None of these",
    asks_how=False,
    shown=when.signs_matter,
)
INNER_SIGNS = Question(
    Kind.TICKS,
    "Skin, belly, bladder: new now",
    options=InnerSign,
    none_of_these="None of these",
    asks_how=False,
    shown=when.signs_matter,
)
HORMONE_SIGNS = Question(
    Kind.TICKS,
    "Hormones",
    hint="Many people have these with such medicines. It is not printed.",
    options=HormoneSign,
    none_of_these="None of these",
    asks_how=False,
    is_private=True,
    shown=when.prolactin_may_rise,
)
MOVEMENT_CHECK = Question(
    Kind.DAY,
    "Movements last looked at",
    never="None found",
    asks_how=False,
    series="movement_check",
    shown=when.takes_antipsychotic,
)
DEPOT_TIME = Question(
    Kind.CHOICE,
    "The depot injection is",
    options=DepotTime,
    asks_how=False,
    shown=when.takes_depot_antipsychotic,
)
OLANZAPINE_DEPOT = Question(
    Kind.TICKS,
    "Olanzapine depot, given today",
    options=OlanzapineDepot,
    none_of_these="Not today",
    asks_how=False,
    shown=when.takes_olanzapine_depot,
)
PLAN_FOR_TWO = Question(
    Kind.CHOICE,
    "A plan for two antipsychotics is recorded",
    options=YesNo,
    asks_how=False,
    shown=when.takes_two_antipsychotics,
)
