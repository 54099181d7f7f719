"""What is asked of somebody on lithium: signs of too much, what dries the body out, thirst, and the brand."""

from enum import Enum

from app.consultation.answers import YesNo
from app.consultation.medicines import when_watched
from app.consultation.questions import Kind, Question, limits


class LithiumSign(Enum):
    """Signs of too much lithium: any of them is an emergency, whatever the last level was (SPS, V)."""

    TREMOR = "Coarse shaking"
    UNSTEADY = "Unsteady"
    SLURRED = "Slurred speech"
    SICK = "Being sick or loose stools, again and again"
    DROWSY = "Drowsy"
    CONFUSED = "Confused"
    MUSCLES = "Weak or twitching muscles"
    EARS_OR_EYES = "Ringing ears, or blurred sight"


class FluidRisk(Enum):
    """What takes water or salt from the body, so that lithium rises (SPS, V; heat and injections K)."""

    STOMACH = "Being sick, or loose stools"
    FEVER = "Fever"
    HEAT = "A heatwave, or no way to cool down"
    FASTING = "Fasting"
    SALT = "Suddenly much less salt"
    SWEATING = "Sweating heavily"
    INJECTION = "Sick from a weight or diabetes injection"


class ThyroidSign(Enum):
    """What a thyroid or calcium that changed on lithium may look like."""

    NECK = "A swelling in the neck"
    TIRED = "More tired than before"
    LOW = "Low mood"


LITHIUM_SIGNS = Question(
    Kind.TICKS,
    "Any of these now, on lithium",
    options=LithiumSign,
    none_of_these="None of these",
    asks_how=False,
    shown=when_watched.takes_lithium,
)
FLUID_RISKS = Question(
    Kind.TICKS,
    "Loss of water or salt, lately or coming up",
    options=FluidRisk,
    none_of_these="None of these",
    asks_how=False,
    shown=when_watched.takes_lithium,
)
FLUIDS_A_DAY = Question(
    Kind.NUMBER,
    "Drinks in a day",
    unit="litres",
    hint="All of it; a mug is about 0.3.",
    limits=limits("0", "20", "0.5", "5"),
    places=1,
    asks_how=False,
    shown=when_watched.takes_lithium,
)
TIMES_UP_AT_NIGHT = Question(
    Kind.NUMBER,
    "Up at night to pass water",
    unit="times",
    limits=limits("0", "20", "0", "6"),
    asks_how=False,
    shown=when_watched.takes_lithium,
)
THYROID_SIGNS = Question(
    Kind.TICKS,
    "Signs of thyroid or calcium, on lithium",
    hint="Thyroid and calcium can change on lithium, and look like depression.",
    options=ThyroidSign,
    none_of_these="None of these",
    asks_how=False,
    shown=when_watched.takes_lithium,
)
SAME_BRAND = Question(
    Kind.CHOICE,
    "Lithium of the same brand and form as before, and written down",
    hint="Look at the packet. Tablets and liquid are not the same for the same number.",
    options=YesNo,
    asks_how=False,
    shown=when_watched.takes_lithium,
)
OTHER_CHANGED = Question(
    Kind.DAY,
    "Pain killer, blood pressure or water tablet: begun or changed",
    hint="Bought ones such as ibuprofen too.",
    never="Not in 3 months",
    asks_how=False,
    shown=when_watched.lithium_meets_another,
)
LITHIUM_MISSED = Question(
    Kind.CHOICE,
    "Lithium stopped, or missed for 3 days or more",
    options=YesNo,
    asks_how=False,
    shown=when_watched.lithium_matters,
)
