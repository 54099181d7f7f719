"""The questions about smoke, drink, drugs, gambling and caffeine that a medicine or a sign makes matter.

All in our own words: ASSIST-Lite and the ten AUDIT questions are not ours to print (docs/decisions.md).
"""

from enum import Enum

from app.consultation.physical_checks import when_habits as when
from app.consultation.physical_checks.when import is_unwell
from app.consultation.questions import Kind, Question, Shown, yes_no


class ChestSign(Enum):
    """What must not be put down to smoking or to worry."""

    COUGH = "A cough for more than 3 weeks"
    BLOOD = "Blood in the spit"
    BREATHLESS = "Short of breath"
    WEIGHT = "Losing weight without trying"
    HOARSE = "A hoarse voice"


class DependenceSign(Enum):
    """Signs that the body may depend on alcohol."""

    MORNING = "Drinks in the morning"
    SHAKES = "Shakes without a drink"
    SWEATS = "Sweats without a drink"
    FITS = "Has had a fit without a drink"


class WithdrawalSign(Enum):
    """Signs, now, of a body that misses alcohol."""

    TREMOR = "Trembling"
    SWEATS = "Sweating"
    CONFUSED = "Confused"
    SEEING = "Seeing or hearing things, and that is new"
    FIT = "A fit"


class BrainSign(Enum):
    """Signs that vitamin B1 may be dangerously short."""

    UNSTEADY = "Unsteady on the feet"
    EYES = "Double sight, or eyes that do not move well"
    CONFUSED = "Confused"


class BreathingIllness(Enum):
    """What makes sedating medicines more dangerous at night."""

    APNOEA = "Sleep apnoea"
    COPD = "COPD"


class Caffeine(Enum):
    """Coffee, tea, cola, energy drinks: has it changed?"""

    SAME = "Much as before"
    MORE = "Much more, or energy drinks"
    LESS = "Much less, or none now"


class Drug(Enum):
    """What was used in the last three months; the last one at any time."""

    CANNABIS = "Cannabis, smoked"
    STIMULANTS = "Cocaine, crack or amphetamines"
    OPIOIDS = "Heroin, or opioids nobody prescribed"
    OTHER = "Something else (spice, ketamine, gas)"
    SHARED = "Ever injected, or shared a kit"


class StimulantSign(Enum):
    """Signs of a heart under strain."""

    CHEST_PAIN = "Chest pain"
    PALPITATIONS = "Heart racing, thumping or missing"


class Gambling(Enum):
    """Whose gambling does harm."""

    NO = "No"
    OWN = "Yes, my own"
    OTHER = "Yes, somebody else's"


def _ticks(
    label: str, options: type[Enum], shown: Shown, hint: str = "", *, is_private: bool = False
) -> Question:
    return Question(
        Kind.TICKS,
        label,
        hint=hint,
        options=options,
        none_of_these="None of these",
        asks_how=False,
        is_private=is_private,
        shown=shown,
    )


SMOKING_RESTART = Question(
    Kind.DAY,
    "Smoking again, smoking more, or back from a smoke-free place",
    hint="The most recent change.",
    never="No",
    series="smoking_restart",
    asks_how=False,
    shown=when.restart_matters,
)
CHEST_SIGNS = _ticks("Any of these lately", ChestSign, when.chest_matters)
DEPENDENCE_SIGNS = _ticks(
    "With drinking",
    DependenceSign,
    when.alcohol_signs_matter,
    "Any of these: no advice to cut down before a specialist has seen them.",
)
DRANK_LESS_LATELY = yes_no(
    "Much less to drink, or nothing, in the last 5 days",
    when.alcohol_signs_matter,
    "Less than usual for them.",
)
WITHDRAWAL_SIGNS = _ticks(
    "Now, since drinking less", WithdrawalSign, when.drank_less, "Any of these needs help at once."
)
WASTING = yes_no(
    "Lost a lot of weight, or sick for days",
    is_unwell,
    "Too little food over time can harm the brain.",
)
BRAIN_SIGNS = _ticks("Walking, eyes, mind: now", BrainSign, when.brain_signs_matter)
HARD_TO_WAKE = yes_no(
    "Found hard to wake, after drink and medicines",
    when.sedation_matters,
    "By anybody, lately.",
)
BREATHING_ILLNESS = _ticks("Breathing: known", BreathingIllness, when.sedatives_are_stacked)
CAFFEINE = Question(
    Kind.CHOICE,
    "Caffeine",
    hint="More is about 4 mugs of coffee (400 mg) a day, or energy drinks.",
    options=Caffeine,
    asks_how=False,
    shown=when.caffeine_matters,
)
DRUGS = Question(
    Kind.TICKS,
    "Drugs",
    hint="“Many people use something. In the last 3 months?”",
    options=Drug,
    none_of_these="None",
    asks_how=False,
    is_private=True,
)
CANNABIS_CHANGED = yes_no(
    "Cannabis: more, less or none than before", when.cannabis_matters, "In the last 4 weeks.", is_private=True
)
STIMULANT_SIGNS = _ticks(
    "With cocaine or amphetamines, now", StimulantSign, when.stimulants_are_used, is_private=True
)
NALOXONE_KIT = yes_no("A naloxone kit at home", when.naloxone_matters, is_private=True)
GAMBLING = Question(
    Kind.CHOICE,
    "Gambling",
    hint="“Has gambling, yours or somebody else's, done you harm?” Asked once a year.",
    options=Gambling,
    asks_how=False,
    series="gambling",
    shown=when.gambling_matters,
)
