"""Screening by the organs that are there, the age and the last result; vaccines; teeth, eyes, ears and feet.

Ages and intervals: research/clinical_rules.md 3.1.J (S51, S52, S53: V2), England.
"""

from enum import Enum
from typing import Annotated

from app.consultation.answers import NOT_ASKED, Answer, YesNo
from app.consultation.last_done import LastDone
from app.consultation.prevention import valproate, when
from app.consultation.questions import Kind, Question, Record


class Organ(Enum):
    """What screening and pregnancy go by: the body, never the sex on a record."""

    CERVIX = "Cervix"
    WOMB = "Womb"
    BREASTS = "Breast tissue"
    PROSTATE = "Prostate"


class WarningSign(Enum):
    """Signs that go to the GP within days, never to a screening kit (cancer-red-flag)."""

    BACK_PASSAGE = "Bleeding from the back passage"
    URINE = "Blood in urine"
    LUMP = "A new lump"
    SWALLOWING = "Trouble swallowing"
    AFTER_PERIODS = "Bleeding after periods ended"
    YELLOW = "Yellow skin or eyes"
    WEIGHT_LOSS = "Losing weight without trying"
    BLOATED = "Bloated all the time, over 50"


class NotDone(Enum):
    """Why a screening was not done."""

    NEVER_INVITED = "Never invited"
    DID_NOT_WANT = "Did not want it"
    HARD_TO_GET_TO = "Hard to get to"


class FluReason(Enum):
    """Reasons for a free flu vaccine besides age and weight (season 2025/26; SMI alone is none)."""

    LONG_TERM = "A long-term illness"
    CARES = "Cares for somebody"
    CARE_HOME = "Lives in a care home"
    PREGNANT = "Pregnant"
    FRONTLINE = "Works in health or care"


class MouthEarsFeet(Enum):
    """Small things that are not asked and not told."""

    TOOTH_PAIN = "Tooth pain"
    SWOLLEN_FACE = "Swollen face, or fever with it"
    DRY_MOUTH = "Dry mouth"
    SUGARY_DRINKS = "Sugary drinks most days"
    HEARING = "Trouble hearing"
    FOOT_SORE = "A sore on a foot"


class Pregnancy(Enum):
    """What changes how a medicine must be looked at."""

    PREGNANT = "Pregnant"
    TRYING = "Trying"
    COULD_BE = "Could be"
    CANNOT_BE = "Cannot be"


class Contraception(Enum):
    """Whether something is used."""

    YES = "Yes"
    SOMETIMES = "Sometimes"
    NO = "No"


class Prevention(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What could be found early, or kept from happening."""

    organs: Annotated[
        Answer[tuple[Organ, ...]],
        Question(
            Kind.TICKS,
            "What your body has",
            hint="Screening goes by the body, not by a record. “Which of these do you have?”",
            options=Organ,
            none_of_these="None of these",
            asks_how=False,
        ),
    ] = NOT_ASKED
    warning_signs: Annotated[
        Answer[tuple[WarningSign, ...]],
        Question(
            Kind.TICKS,
            "Any of these lately",
            hint="Asked of everybody. Write the sign, not what it might be.",
            options=WarningSign,
            ruled_out=lambda visit: frozenset(WarningSign[name] for name in when.signs_ruled_out(visit)),
            none_of_these="None of these",
            asks_how=False,
            is_private=True,
        ),
    ] = NOT_ASKED
    cervical_screening: Annotated[
        Answer[LastDone],
        Question(
            Kind.DAY,
            "Cervical screening last done",
            never="Never",
            series="cervical_screening",
            shown=when.cervical_screening_age,
        ),
    ] = NOT_ASKED
    hpv_found: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "HPV found in the last test",
            options=YesNo,
            asks_how=False,
            shown=when.cervical_screening_was_done,
        ),
    ] = NOT_ASKED
    service_says_due: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Screening service says it is due",
            hint="The last test was before July 2025: the interval is the service's to say.",
            options=YesNo,
            asks_how=False,
            shown=when.interval_is_the_services,
        ),
    ] = NOT_ASKED
    breast_screening: Annotated[
        Answer[LastDone],
        Question(
            Kind.DAY,
            "Breast screening last done",
            never="Never",
            series="breast_screening",
            shown=when.breast_screening_age,
        ),
    ] = NOT_ASKED
    bowel_screening: Annotated[
        Answer[LastDone],
        Question(
            Kind.DAY,
            "Bowel kit last returned",
            never="Never",
            series="bowel_screening",
            shown=when.bowel_screening_age,
        ),
    ] = NOT_ASKED
    aaa_scan: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Scan of the main artery (AAA), once",
            options=YesNo,
            asks_how=False,
            shown=when.aaa_scan_age,
        ),
    ] = NOT_ASKED
    screening_not_done: Annotated[
        Answer[tuple[NotDone, ...]],
        Question(
            Kind.TICKS,
            "What got in the way",
            hint="Without blame: make the adjustment, not another letter.",
            options=NotDone,
            none_of_these="None of these",
            asks_how=False,
            shown=when.a_screening_was_never_done,
        ),
    ] = NOT_ASKED
    flu_reasons: Annotated[
        Answer[tuple[FluReason, ...]],
        Question(
            Kind.TICKS,
            "Reasons for a free flu vaccine",
            hint="Mental illness alone is not on the list: look for the others.",
            options=FluReason,
            ruled_out=lambda visit: frozenset(FluReason[name] for name in when.flu_reasons_ruled_out(visit)),
            none_of_these="None of these",
            asks_how=False,
            shown=when.flu_reasons_matter,
        ),
    ] = NOT_ASKED
    flu_vaccine: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Flu vaccine this season",
            options=YesNo,
            asks_how=False,
            shown=when.flu_vaccine_matters,
        ),
    ] = NOT_ASKED
    pneumococcal_vaccine: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE, "Pneumococcal vaccine, ever", options=YesNo, asks_how=False, shown=when.is_65_or_more
        ),
    ] = NOT_ASKED
    shingles_vaccine: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE, "Shingles vaccine, ever", options=YesNo, asks_how=False, shown=when.shingles_age
        ),
    ] = NOT_ASKED
    dentist: Annotated[
        Answer[LastDone],
        Question(Kind.DAY, "Dentist last seen", never="Never", series="dentist"),
    ] = NOT_ASKED
    eye_test: Annotated[
        Answer[LastDone],
        Question(Kind.DAY, "Eyes last tested", never="Never", series="eye_test"),
    ] = NOT_ASKED
    mouth_ears_feet: Annotated[
        Answer[tuple[MouthEarsFeet, ...]],
        Question(
            Kind.TICKS,
            "Mouth, ears and feet",
            options=MouthEarsFeet,
            none_of_these="None of these",
            asks_how=False,
        ),
    ] = NOT_ASKED
    virus_tests: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Tested for hepatitis B, hepatitis C and HIV, ever",
            hint="All three. Ask alone, and not for the results: part of the wider check. It is not printed.",
            options=YesNo,
            asks_how=False,
            is_private=True,
            shown=when.virus_tests_matter,
        ),
    ] = NOT_ASKED
    pregnancy: Annotated[
        Answer[Pregnancy],
        Question(
            Kind.CHOICE,
            "Could you be pregnant?",
            hint="Asked because of a medicine. It is not printed.",
            options=Pregnancy,
            asks_how=False,
            is_private=True,
            shown=when.pregnancy_matters,
        ),
    ] = NOT_ASKED
    contraception: Annotated[
        Answer[Contraception],
        Question(
            Kind.CHOICE,
            "Contraception",
            options=Contraception,
            asks_how=False,
            is_private=True,
            shown=when.could_be_pregnant,
        ),
    ] = NOT_ASKED
    breast_feeding: Annotated[
        Answer[YesNo],
        Question(
            Kind.CHOICE,
            "Breast feeding",
            hint="Asked because of lithium. It is not printed.",
            options=YesNo,
            asks_how=False,
            is_private=True,
            shown=when.breast_feeding_matters,
        ),
    ] = NOT_ASKED
    surest_contraception: Annotated[Answer[YesNo], valproate.SUREST_CONTRACEPTION] = NOT_ASKED
    late_or_positive: Annotated[Answer[YesNo], valproate.LATE_OR_POSITIVE] = NOT_ASKED
    valproate_form: Annotated[Answer[LastDone], valproate.VALPROATE_FORM] = NOT_ASKED
    father_advice: Annotated[Answer[YesNo], valproate.FATHER_ADVICE] = NOT_ASKED
    two_specialists: Annotated[Answer[YesNo], valproate.TWO_SPECIALISTS] = NOT_ASKED
