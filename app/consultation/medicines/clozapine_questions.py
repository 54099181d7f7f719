"""What is asked of somebody on clozapine besides the bowels: doses, signs, levels, and who knows of it."""

from enum import Enum

from app.consultation.medicines import when, when_watched
from app.consultation.questions import Kind, Question, limits, yes_no


class ClozapineSign(Enum):
    """What may come of too much clozapine, or of saliva in the lungs."""

    SLEEPIER = "Sleepier than before"
    DROOLING = "Drooling, or too much saliva"
    JERKS = "Jerks or twitches"
    FIT = "A fit or a blackout"
    HARD_TO_WAKE = "Hard to wake"
    COUGH = "Cough, or a bad chest"
    FEVER = "Fever"
    CHOKING = "Choking on food or drink"
    MEALS = "Drowsy at meals"


TOXIC = frozenset(
    {
        ClozapineSign.SLEEPIER,
        ClozapineSign.DROOLING,
        ClozapineSign.JERKS,
        ClozapineSign.FIT,
        ClozapineSign.HARD_TO_WAKE,
    }
)
"""Those of clozapine-toxic-level; drooling alone is common, and asks for no level (docs/decisions.md)."""
FIT_OR_HARD_TO_WAKE = frozenset({ClozapineSign.FIT, ClozapineSign.HARD_TO_WAKE})
CHEST = frozenset({ClozapineSign.COUGH, ClozapineSign.FEVER, ClozapineSign.CHOKING, ClozapineSign.MEALS})


class HeartSign(Enum):
    """What may be an inflamed heart in the first weeks; chest pain is asked of everybody."""

    BREATHLESS = "Short of breath"
    FEVER = "Fever, or as with flu"
    TIRED = "More tired than before"
    RACING = "Heart racing at rest"


class LevelReason(Enum):
    """What makes a level worth having, beyond smoking, medicines and signs, which are asked elsewhere."""

    INFECTION = "Pneumonia, or another serious infection"
    SLOW = "Thought to break clozapine down slowly"


HOURS_WITHOUT = Question(
    Kind.NUMBER,
    "Longest time without clozapine, last 7 days",
    unit="hours",
    hint="From dose to dose, up to now. Two days are 48.",
    limits=limits("0", "168", "6", "36"),
    asks_how=False,
    shown=when.takes_clozapine,
)
SIGNS = Question(
    Kind.TICKS,
    "Any of these lately, on clozapine",
    options=ClozapineSign,
    none_of_these="None of these",
    asks_how=False,
    shown=when.takes_clozapine,
)
HEART_SIGNS = Question(
    Kind.TICKS,
    "Since clozapine was begun",
    hint="Asked in the first 8 weeks, and where nobody knows when it was begun.",
    options=HeartSign,
    none_of_these="None of these",
    asks_how=False,
    shown=when_watched.clozapine_is_new,
)
LEVEL_REASONS = Question(
    Kind.TICKS,
    "Since the last clozapine level",
    options=LevelReason,
    none_of_these="None of these",
    asks_how=False,
    shown=when.takes_clozapine,
)
LEVEL_NOT_SEEN = yes_no("A level was asked for, and its result not seen", when.takes_clozapine)
BOWEL_OPERATION = yes_no("An operation on the bowels, ever", when.takes_clozapine)
GLP1_RAISED = yes_no(
    "The weight or diabetes injection: begun or raised in 12 weeks",
    when_watched.clozapine_meets_glp1,
    "It slows the gut, as clozapine does.",
)
ON_GP_LIST = yes_no(
    "What the hospital gives is on the GP's list too",
    when_watched.comes_from_the_hospital,
    "Clozapine, a depot, methadone, a trial medicine.",
)
