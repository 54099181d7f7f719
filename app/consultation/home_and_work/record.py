"""Where and how the person lives: our own questions, each with a way on."""

from decimal import Decimal
from enum import Enum
from typing import Annotated

from app.consultation.answers import NOT_ASKED, Answer, YesNo
from app.consultation.home_and_work import when
from app.consultation.questions import Kind, Question, Record, limits


class Household(Enum):
    """Who is at home, and who is in the person's care."""

    NOBODY = "Nobody else"
    FAMILY = "Partner or family"
    OTHERS = "Others, or staff"
    CHILDREN = "Children"
    CHILDREN_ELSEWHERE = "Children I see often"
    LOOKED_AFTER = "An adult I look after"


class HomeTrouble(Enum):
    """What makes a home unsafe or unwell."""

    NO_HEATING = "No heating"
    DAMP = "Damp"
    NO_TOILET = "No working toilet"
    FULL = "Too full to move about"
    UNSAFE = "Not safe"
    EVICTION = "May lose the home"


class MoneyTrouble(Enum):
    """What makes a month hard."""

    FOOD = "Food ran out"
    DEBT = "Debt"
    BENEFITS = "Benefits stopped or cut"
    ENERGY = "No credit for gas or electric"


class ToldDvla(Enum):
    """Whether DVLA knows of the illness, where it is one that must be told."""

    YES = "Yes"
    NO = "No"
    NOT_NEEDED = "Does not apply"


class WorkWish(Enum):
    """What the person would like."""

    HAS_WORK = "Has work or studies"
    WANTS_WORK = "Wants to work"
    WANTS_STUDY = "Wants to study"
    NOT_NOW = "Not now"


class PhoneTrouble(Enum):
    """What keeps letters, calls and apps from arriving."""

    NO_PHONE = "No phone"
    NO_CREDIT = "No credit or data"
    NO_APPS = "Cannot use apps or the web"
    CALLS = "Calls are hard"


class ColdSign(Enum):
    """Signs of a body or a life that has gone cold."""

    TOUCH = "Cold to touch"
    NEGLECT = "Cannot keep up washing, food or medicines"


class FallSign(Enum):
    """What makes one fall enough."""

    INJURY = "Hurt"
    HEAD = "Hit the head"
    BLACKOUT = "Passed out"
    COULD_NOT_RISE = "Could not get up"
    FRAIL = "Frail"


class FallRisk(Enum):
    """What makes falls matter before 65 (NICE NG249, V2)."""

    STIFF = "Stiff, slow or shuffling"
    DRINK = "Drinks a lot"
    SIGHT = "Poor sight"
    BONE = "A bone broken easily before"


class FireRisk(Enum):
    """What makes smoking at home a danger."""

    BED = "Smokes in bed or indoors"
    OXYGEN = "Oxygen at home"
    CREAM = "Skin creams that burn"
    MOVING = "Slow to get out"


class HomeAndWork(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """How the person lives."""

    household: Annotated[
        Answer[tuple[Household, ...]],
        Question(
            Kind.TICKS,
            "Who is at home",
            hint="And who is in your care, here or elsewhere.",
            options=Household,
            asks_how=False,
            may_stay=True,
        ),
    ] = NOT_ASKED
    home: Annotated[
        Answer[tuple[HomeTrouble, ...]],
        Question(
            Kind.TICKS,
            "Trouble with the home",
            hint="Is it warm, safe, dry, and yours to stay in?",
            options=HomeTrouble,
            none_of_these="None: warm, safe and dry",
            asks_how=False,
        ),
    ] = NOT_ASKED
    eviction_soon: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Could the home go within two weeks?",
            options=YesNo,
            asks_how=False,
            shown=when.may_lose_the_home,
        ),
    ] = NOT_ASKED
    cold_signs: Annotated[
        Answer[tuple[ColdSign, ...]],
        Question(
            Kind.TICKS,
            "What you see",
            hint="Something is wrong with the home. Cold to touch opens Temperature in Physical checks.",
            options=ColdSign,
            none_of_these="None of these",
            asks_how=False,
            shown=when.neglect_matters,
        ),
    ] = NOT_ASKED
    temperature: Answer[Decimal] = NOT_ASKED
    """As earlier visits stored it, and never asked here any more: Physical checks ask it."""
    money: Annotated[
        Answer[tuple[MoneyTrouble, ...]],
        Question(
            Kind.TICKS,
            "Money and food",
            hint="In the last month. Many people run short.",
            options=MoneyTrouble,
            none_of_these="None of these",
            asks_how=False,
        ),
    ] = NOT_ASKED
    work: Annotated[
        Answer[WorkWish],
        Question(Kind.CHOICE, "Work or study", options=WorkWish, asks_how=False, shown=when.is_under_66),
    ] = NOT_ASKED
    drives: Annotated[Answer[YesNo], Question(Kind.CHOICE, "Drives", options=YesNo, asks_how=False)] = (
        NOT_ASKED
    )
    told_dvla: Annotated[
        Answer[ToldDvla],
        Question(
            Kind.CHOICE,
            "Told DVLA about the illness",
            hint="Since it last got worse. Asked of everybody who drives. Does not apply: no psychosis, no "
            "bipolar disorder, no severe depression.",
            options=ToldDvla,
            asks_how=False,
            shown=when.drives,
        ),
    ] = NOT_ASKED
    drives_while_unwell: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Driving while unwell just now",
            options=YesNo,
            asks_how=False,
            shown=when.drives,
        ),
    ] = NOT_ASKED
    phone: Annotated[
        Answer[tuple[PhoneTrouble, ...]],
        Question(
            Kind.TICKS,
            "Phone and web",
            hint="Does anything keep calls, letters or apps from you?",
            options=PhoneTrouble,
            none_of_these="None of these",
            asks_how=False,
        ),
    ] = NOT_ASKED
    falls: Annotated[
        Answer[Decimal],
        Question(
            Kind.NUMBER,
            "Falls in 12 months",
            unit="falls",
            hint="None is 0.",
            limits=limits("0", "365", "0", "20"),
            asks_how=False,
            shown=when.falls_matter,
        ),
    ] = NOT_ASKED
    fall_signs: Annotated[
        Answer[tuple[FallSign, ...]],
        Question(
            Kind.TICKS,
            "With a fall",
            options=FallSign,
            none_of_these="None of these",
            asks_how=False,
            shown=when.has_fallen,
        ),
    ] = NOT_ASKED
    fall_risks: Annotated[
        Answer[tuple[FallRisk, ...]],
        Question(
            Kind.TICKS,
            "Makes a fall likelier",
            options=FallRisk,
            none_of_these="None of these",
            asks_how=False,
            shown=when.has_fallen_before_65,
        ),
    ] = NOT_ASKED
    fire_risks: Annotated[
        Answer[tuple[FireRisk, ...]],
        Question(
            Kind.TICKS,
            "Fire at home",
            hint="Asked because somebody smokes.",
            options=FireRisk,
            none_of_these="None of these",
            asks_how=False,
            shown=when.smokes,
        ),
    ] = NOT_ASKED
    smoke_alarm: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "A smoke alarm that works",
            options=YesNo,
            asks_how=False,
            shown=when.smokes,
        ),
    ] = NOT_ASKED
