"""The medicines as they are really taken, and what they do to the person: a conversation, not a score."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Annotated

import msgspec

from app.consultation.answers import NOT_ASKED, Answer, YesNo
from app.consultation.last_done import LastDone
from app.consultation.medicine import Medicine
from app.consultation.medicines import clozapine_questions, lithium_questions, signs, when
from app.consultation.medicines.clozapine_questions import ClozapineSign, HeartSign, LevelReason
from app.consultation.medicines.lithium_questions import FluidRisk, LithiumSign, ThyroidSign
from app.consultation.medicines.signs import (
    BodySign,
    ChangedLately,
    DepotTime,
    HormoneSign,
    InnerSign,
    OlanzapineDepot,
)
from app.consultation.questions import Kind, Question, Record, limits


class Everything(Enum):
    """Whether the list is the whole list, bought medicines too."""

    YES = "Yes"
    NO = "No"
    NOT_SURE = "Not sure"


class MissedDoses(Enum):
    """How many doses are missed in a usual week."""

    NONE = "None"
    ONE_OR_TWO = "1 or 2"
    THREE_OR_MORE = "3 or more"
    WONT_SAY = "Won't say"


class Presence(Enum):
    """Whether an effect was noticed."""

    NOT_NOTICED = "Not noticed"
    A_LITTLE = "A little"
    A_LOT = "A lot"
    WONT_SAY = "Won't say"


class Bother(Enum):
    """How much an effect bothers the person."""

    NOT_AT_ALL = "Not at all"
    SLIGHTLY = "Slightly"
    A_LOT = "A lot"
    TOO_MUCH = "Too much"


@dataclass(frozen=True)
class Effect:
    """One domain of side effects in our own words (domains: research/clinical_rules.md section 5)."""

    key: str
    words: str
    is_private: bool = False


EFFECTS = (
    Effect("sleepy", "Sleepier or slower than you want"),
    Effect("sleep", "Broken sleep, or vivid dreams"),
    Effect("foggy", "Thinking feels foggy"),
    Effect("flat", "Feelings seem flat"),
    Effect("urges", "New urges that are hard to stop, to spend, bet or eat"),
    Effect("restless", "Cannot keep still"),
    Effect("stiff", "Stiff, or slow to move"),
    Effect("shaky", "Shaky hands or legs"),
    Effect("movements", "Movements you do not mean to make"),
    Effect("locked", "A muscle that locked or twisted"),
    Effect("unsteady", "Unsteady, or falls"),
    Effect("dizzy", "Dizzy when you stand up"),
    Effect("heart", "Heart racing, thumping or missing"),
    Effect("appetite", "Hungrier, or weight change"),
    Effect("thirst", "Very thirsty, or passing more water"),
    Effect("dry_mouth", "Dry mouth, or sore teeth and gums"),
    Effect("saliva", "Too much saliva, day or night"),
    Effect("swallowing", "Food going down the wrong way"),
    Effect("stomach", "Feeling sick, or stomach ache"),
    Effect("bowels", "Harder to open your bowels"),
    Effect("bladder", "Trouble passing water, or leaking", is_private=True),
    Effect("sex", "Changes in sex life", is_private=True),
    Effect("hormones", "Changes in periods or breasts", is_private=True),
    Effect("eyes", "Blurred sight"),
    Effect("skin", "Rash, sunburn, hair or bruises"),
    Effect("temperature", "Sweating, too hot or shivering"),
    Effect("infection", "Sore throat, fever or feeling infected"),
    Effect("fits", "Blackouts, jerks or fits"),
    Effect("injection", "Sore where the injection goes in"),
    Effect("breathing", "Snoring, or a cough that stays"),
)
EFFECT_BY_KEY = {effect.key: effect for effect in EFFECTS}


class SideEffect(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was said of one effect: noticed, and only if noticed, how much it bothers."""

    key: str
    presence: Presence
    bother: Bother | None = None

    def __post_init__(self) -> None:
        """Refuse an effect nobody knows."""
        if self.key not in EFFECT_BY_KEY:
            raise ValueError(f"there is no side effect called {self.key}")

    @property
    def is_noticed(self) -> bool:
        """Whether it is there at all."""
        return self.presence in (Presence.A_LITTLE, Presence.A_LOT)


class BowelSign(Enum):
    """Alarm signs on clozapine: any of them is an emergency (MHRA Drug Safety Update, October 2017, V2)."""

    PAIN = "Belly pain or swelling"
    VOMITING = "Being sick"
    NO_WIND = "Not passing wind"
    BLOOD = "Bloody or leaking diarrhoea"
    FEVER = "Fever with constipation"


class Medicines(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The list, whether it is everything, what it does, and what the person would change."""

    rows: tuple[Medicine, ...] = ()
    everything: Annotated[
        Answer[Everything],
        Question(
            Kind.CHOICE,
            "Is this everything, bought ones too?",
            options=Everything,
            asks_how=False,
        ),
    ] = NOT_ASKED
    missed_doses: Annotated[
        Answer[MissedDoses],
        Question(
            Kind.CHOICE,
            "Many people miss doses. In a usual week?",
            options=MissedDoses,
            asks_how=False,
            shown=when.takes_any,
        ),
    ] = NOT_ASKED
    effects: tuple[SideEffect, ...] = ()
    most_like_to_change: str = ""
    days_since_bowels_opened: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Days since bowels last opened",
            unit="days",
            hint="Today is 0. Asked at every visit on clozapine.",
            limits=limits("0", "60", "0", "7"),
            asks_how=False,
            shown=when.takes_clozapine,
        ),
    ] = NOT_ASKED
    stools_a_week: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Times a week",
            unit="a week",
            limits=limits("0", "70", "0", "28"),
            asks_how=False,
            shown=when.takes_clozapine,
        ),
    ] = NOT_ASKED
    bowels_straining_or_hard: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Straining, or hard and lumpy",
            options=YesNo,
            asks_how=False,
            shown=when.takes_clozapine,
        ),
    ] = NOT_ASKED
    bowel_discomfort: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Belly feels uncomfortable",
            options=YesNo,
            asks_how=False,
            shown=when.takes_clozapine,
        ),
    ] = NOT_ASKED
    laxative_recently_stopped: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "A laxative stopped lately",
            options=YesNo,
            asks_how=False,
            shown=when.takes_clozapine,
        ),
    ] = NOT_ASKED
    bowel_signs: Annotated[
        Answer[tuple[BowelSign, ...]],
        Question(
            Kind.TICKS,
            "Any of these now",
            options=BowelSign,
            none_of_these="None of these",
            asks_how=False,
            shown=when.takes_clozapine,
        ),
    ] = NOT_ASKED
    bowel_operation: Annotated[Answer[YesNo], clozapine_questions.BOWEL_OPERATION] = NOT_ASKED
    glp1_raised: Annotated[Answer[YesNo], clozapine_questions.GLP1_RAISED] = NOT_ASKED
    hours_without_clozapine: Annotated[Answer[Decimal], clozapine_questions.HOURS_WITHOUT] = NOT_ASKED
    clozapine_signs: Annotated[Answer[tuple[ClozapineSign, ...]], clozapine_questions.SIGNS] = NOT_ASKED
    clozapine_heart_signs: Annotated[Answer[tuple[HeartSign, ...]], clozapine_questions.HEART_SIGNS] = (
        NOT_ASKED
    )
    clozapine_level_reasons: Annotated[Answer[tuple[LevelReason, ...]], clozapine_questions.LEVEL_REASONS] = (
        NOT_ASKED
    )
    clozapine_level_not_seen: Annotated[Answer[YesNo], clozapine_questions.LEVEL_NOT_SEEN] = NOT_ASKED
    hospital_medicine_on_gp_list: Annotated[Answer[YesNo], clozapine_questions.ON_GP_LIST] = NOT_ASKED
    lithium_signs: Annotated[Answer[tuple[LithiumSign, ...]], lithium_questions.LITHIUM_SIGNS] = NOT_ASKED
    lithium_fluid_risks: Annotated[Answer[tuple[FluidRisk, ...]], lithium_questions.FLUID_RISKS] = NOT_ASKED
    lithium_missed: Annotated[Answer[YesNo], lithium_questions.LITHIUM_MISSED] = NOT_ASKED
    lithium_other_changed: Annotated[Answer[LastDone], lithium_questions.OTHER_CHANGED] = NOT_ASKED
    fluids_a_day: Annotated[Answer[Decimal], lithium_questions.FLUIDS_A_DAY] = NOT_ASKED
    times_up_at_night: Annotated[Answer[Decimal], lithium_questions.TIMES_UP_AT_NIGHT] = NOT_ASKED
    thyroid_signs: Annotated[Answer[tuple[ThyroidSign, ...]], lithium_questions.THYROID_SIGNS] = NOT_ASKED
    lithium_same_brand: Annotated[Answer[YesNo], lithium_questions.SAME_BRAND] = NOT_ASKED

    medicine_changed: Annotated[Answer[ChangedLately], signs.MEDICINE_CHANGED] = NOT_ASKED
    body_signs: Annotated[Answer[tuple[BodySign, ...]], signs.BODY_SIGNS] = NOT_ASKED
    inner_signs: Annotated[Answer[tuple[InnerSign, ...]], signs.INNER_SIGNS] = NOT_ASKED
    hormone_signs: Annotated[Answer[tuple[HormoneSign, ...]], signs.HORMONE_SIGNS] = NOT_ASKED
    movement_check: Annotated[Answer[LastDone], signs.MOVEMENT_CHECK] = NOT_ASKED
    depot_time: Annotated[Answer[DepotTime], signs.DEPOT_TIME] = NOT_ASKED
    olanzapine_depot: Annotated[Answer[tuple[OlanzapineDepot, ...]], signs.OLANZAPINE_DEPOT] = NOT_ASKED
    plan_for_two: Annotated[Answer[YesNo], signs.PLAN_FOR_TWO] = NOT_ASKED

    def with_medicine(self, medicine: Medicine) -> "Medicines":
        """The record with a row added or changed; a changed list is no longer a confirmed one."""
        at = next((i for i, row in enumerate(self.rows) if row.id == medicine.id), None)
        rows = (*self.rows, medicine) if at is None else (*self.rows[:at], medicine, *self.rows[at + 1 :])
        return self._unconfirmed(rows)

    def without_medicine(self, medicine_id: str) -> "Medicines":
        """The record without one row."""
        return self._unconfirmed(tuple(row for row in self.rows if row.id != medicine_id))

    def _unconfirmed(self, rows: tuple[Medicine, ...]) -> "Medicines":
        return msgspec.structs.replace(self, rows=rows, everything=NOT_ASKED)

    def effect(self, key: str) -> SideEffect | None:
        """What was said of one effect."""
        return next((e for e in self.effects if e.key == key), None)

    def with_effect(self, effect: SideEffect) -> "Medicines":
        """The record with one effect answered."""
        others = tuple(e for e in self.effects if e.key != effect.key)
        return msgspec.structs.replace(self, effects=(*others, effect))

    def without_effect(self, key: str) -> "Medicines":
        """The record with one effect unanswered again."""
        return msgspec.structs.replace(self, effects=tuple(e for e in self.effects if e.key != key))
