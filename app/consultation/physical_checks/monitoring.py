"""The questions about who watches what medicines do, and what keeps a test from being done or believed."""

from enum import Enum

from app.consultation.answers import YesNo
from app.consultation.physical_checks import when_monitoring as when
from app.consultation.questions import Kind, Question


class TestsOwner(Enum):
    """Who orders the tests, reads them and acts on them."""

    __test__ = False

    GP = "The GP practice"
    TEAM = "This team"
    CLINIC = "A clinic (clozapine, lithium)"
    AGREED = "Shared, and written down"
    NOBODY = "Nobody clear"


class EcgReason(Enum):
    """Why this person's heart tracing matters: NICE does not ask for one of everybody (V2)."""

    HEART = "Heart disease, or a stroke"
    RISK = "A high risk of heart disease was found"
    FAMILY = "Sudden death or long QT in the family"
    HOSPITAL = "In hospital for the mind, now or lately"
    HIGH_DOSE = "A high dose, as the prescriber says"


class BloodTestTrouble(Enum):
    """What keeps blood from being taken."""

    DECLINES = "Does not want it"
    NEEDLES = "Afraid of needles"
    FAILED = "Hard to get blood, or it failed before"


class HbA1cTrouble(Enum):
    """What makes HbA1c tell too little or too much (K)."""

    PREGNANT = "Pregnant"
    VARIANT = "Sickle cell, thalassaemia or another haemoglobin variant"
    ANAEMIA = "Anaemia"
    TRANSFUSION = "Blood lost or given lately"
    KIDNEY = "Severe kidney disease (stage 4 or 5)"
    HIV = "Medicine for HIV"


ON_SMI_REGISTER = Question(
    Kind.CHOICE,
    "On the GP's register for yearly checks (SMI)",
    hint="Monitoring follows the medicine, whatever the diagnosis is called.",
    options=YesNo,
    asks_how=False,
    series="smi_register",
    shown=when.register_matters,
)
TESTS_OWNER = Question(
    Kind.CHOICE,
    "Who orders, reads and acts on the tests",
    options=TestsOwner,
    asks_how=False,
    series="tests_owner",
    shown=when.owner_matters,
)
TEST_AWAITED = Question(
    Kind.DAY,
    "A test asked for, no result seen: asked for on",
    hint="The one that has waited longest.",
    never="None waiting",
    asks_how=False,
    shown=when.is_monitored,
)
ECG_REASONS = Question(
    Kind.TICKS,
    "Reasons for a heart tracing (ECG)",
    options=EcgReason,
    none_of_these="None of these",
    asks_how=False,
    may_stay=True,
    shown=when.ecg_reasons_matter,
)
BLOOD_TEST_TROUBLE = Question(
    Kind.TICKS,
    "What stands in the way of a blood test",
    options=BloodTestTrouble,
    none_of_these="Nothing",
    asks_how=False,
    shown=when.blood_tests_are_missing,
)
HBA1C_TROUBLE = Question(
    Kind.TICKS,
    "Can mislead HbA1c",
    hint="Asked alone. Any of these: a glucose in the blood tells more.",
    options=HbA1cTrouble,
    none_of_these="None of these",
    asks_how=False,
    is_private=True,
    shown=when.hba1c_is_used,
)
