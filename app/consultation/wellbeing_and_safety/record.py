"""Mood, sleep, eating and safety: our own plain questions, never added up, never a score of risk.

NICE NG225 (V2) advises against tools that predict suicide: each answer stands alone and leads to a talk with
somebody, never to a number. What is asked alone waits while somebody else is in the room.
"""

from decimal import Decimal
from enum import Enum
from typing import Annotated

from app.consultation.answers import NOT_ASKED, Answer, YesNo
from app.consultation.last_done import LastDone
from app.consultation.questions import Kind, Question, Record, limits
from app.consultation.wellbeing_and_safety import when


class Mood(Enum):
    """How the person's mood has been: our own question, five answers, no sum."""

    GOOD = "Good"
    ALL_RIGHT = "All right"
    UP_AND_DOWN = "Up and down"
    LOW = "Low"
    VERY_LOW = "Very low"


class SleepChange(Enum):
    """How sleep has changed since it was last usual."""

    SAME = "As usual"
    LESS = "Less, or broken"
    LESS_NOT_TIRED = "Less, and not tired"
    EARLY = "Waking early"
    MORE = "More"


class DangerSign(Enum):
    """What makes thoughts of ending one's life something to act on now (suicide-intent-now)."""

    PLAN = "A plan"
    INTENT = "Intends to act on it"
    MEANS = "The means are at hand"
    ATTEMPT = "Tried lately"
    VOICES = "Voices say to do it"
    NOT_SAFE = "Cannot keep safe"


class SelfHarm(Enum):
    """Whether the person hurt themselves."""

    NO = "No"
    RECENT = "In the last 3 months"
    EARLIER = "Longer ago"


class CareNeeded(Enum):
    """Harm that somebody must look at now."""

    OVERDOSE = "An overdose nobody has checked"
    WOUND = "A wound that needs care"


class HomeDanger(Enum):
    """What a colleague must know before going to the home."""

    WEAPONS = "Weapons at home"
    THREATS = "Threats made"
    DOG = "A dog that is loose"
    SOMEBODY = "Somebody there to beware of"


class WellbeingAndSafety(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """How the person is, and whether they are safe."""

    mood: Annotated[
        Answer[Mood],
        Question(
            Kind.CHOICE,
            "Mood",
            hint="How has your mood been lately? In their own judgement.",
            options=Mood,
            asks_how=False,
            series="mood",
        ),
    ] = NOT_ASKED
    mood_is_new_or_worse: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "New, or worse than before",
            options=YesNo,
            asks_how=False,
            shown=when.mood_is_low,
        ),
    ] = NOT_ASKED
    mood_blood_tests: Annotated[
        Answer[LastDone],
        Question(
            Kind.DAY,
            "Blood tests that low mood needs, last done",
            hint="Blood count, thyroid, sugar, vitamins B12 and D, calcium.",
            never="None found",
            series="mood_blood_tests",
            shown=when.mood_is_new_or_worse,
        ),
    ] = NOT_ASKED
    sleep_hours: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Sleep",
            unit="hours in 24",
            hint="A usual day and night, naps too.",
            limits=limits("0", "24", "3", "14"),
            places=1,
            series="sleep_hours",
            asks_how=False,
        ),
    ] = NOT_ASKED
    sleep_change: Annotated[
        Answer[SleepChange],
        Question(Kind.CHOICE, "Has sleep changed?", options=SleepChange, asks_how=False),
    ] = NOT_ASKED
    wet_bed: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "New bedwetting, or too deeply asleep to wake",
            hint="Common on clozapine, and can be treated. “Does it happen to you?”",
            options=YesNo,
            asks_how=False,
            is_private=True,
            shown=when.takes_clozapine,
        ),
    ] = NOT_ASKED
    eats_little: Annotated[
        Answer[YesNo],
        Question(Kind.CHOICE, "Eating or drinking very little", options=YesNo, asks_how=False),
    ] = NOT_ASKED
    hopeless: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Feeling without hope",
            hint="“Does it feel as if things cannot get better?”",
            options=YesNo,
            asks_how=False,
            is_private=True,
            shown=when.mood_is_low,
        ),
    ] = NOT_ASKED
    not_wanting_to_live: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Not wanting to live",
            hint="“Have you felt that life is not worth living, or thought of ending your life?”",
            options=YesNo,
            asks_how=False,
            is_private=True,
        ),
    ] = NOT_ASKED
    danger_signs: Annotated[
        Answer[tuple[DangerSign, ...]],
        Question(
            Kind.TICKS,
            "What goes with the thoughts",
            hint="Ask each one straight out, and kindly. Any of them needs somebody now.",
            options=DangerSign,
            none_of_these="None of these",
            asks_how=False,
            is_private=True,
            shown=when.has_thoughts,
        ),
    ] = NOT_ASKED
    stock_at_home: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Two weeks of medicines or more at home",
            hint="Lithium, older antidepressants, venlafaxine, propranolol, opioids, insulin, clozapine, "
            "or a stock of paracetamol.",
            options=YesNo,
            asks_how=False,
            is_private=True,
            shown=when.has_thoughts,
        ),
    ] = NOT_ASKED
    self_harm: Annotated[
        Answer[SelfHarm],
        Question(
            Kind.CHOICE,
            "Hurting yourself",
            hint="“Have you hurt yourself on purpose, or taken too much of something?”",
            options=SelfHarm,
            asks_how=False,
            is_private=True,
        ),
    ] = NOT_ASKED
    care_needed: Annotated[
        Answer[tuple[CareNeeded, ...]],
        Question(
            Kind.TICKS,
            "Does anything need care now?",
            options=CareNeeded,
            none_of_these="None of these",
            asks_how=False,
            is_private=True,
            shown=when.harmed_lately,
        ),
    ] = NOT_ASKED
    keeps_safe: Annotated[
        Answer[str],
        Question(
            Kind.WORDS,
            "What keeps you safe",
            hint="Who, where, what helps: in their own words, unchanged. It is not printed.",
            asks_how=False,
            is_private=True,
            shown=when.safety_matters,
        ),
    ] = NOT_ASKED
    home_dangers: Annotated[
        Answer[tuple[HomeDanger, ...]],
        Question(
            Kind.TICKS,
            "Visiting safely",
            hint="Leave if you do not feel safe, and ring your team from outside. Your safety comes first.",
            options=HomeDanger,
            none_of_these="None of these",
            asks_how=False,
            is_for_staff_alone=True,
        ),
    ] = NOT_ASKED
    home_danger_words: Annotated[
        Answer[str],
        Question(
            Kind.WORDS,
            "Before a visit: what to know",
            hint="Who else is there, where to park, what to leave alone. Facts, and who said so.",
            asks_how=False,
            is_for_staff_alone=True,
            shown=when.home_is_dangerous,
        ),
    ] = NOT_ASKED
