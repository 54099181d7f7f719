"""Published scores and the ECG: entered with their date and where they come from, never worked out here.

Limits: the ends of each score, or research/clinical_rules.md section 1 (project proposals, mark K).
"""

from enum import Enum
from typing import TYPE_CHECKING

from app.consultation.physical_checks import when, when_rhythm
from app.consultation.physical_checks.when_monitoring import ecg_matters
from app.consultation.questions import Kind, Question, limits

if TYPE_CHECKING:
    from app.consultation.physical_checks.record import PhysicalChecks
    from app.consultation.visit import Visit


def ecg_is_asked(record: "PhysicalChecks", visit: "Visit") -> bool:
    """Among the other results, or because the medicines, or what goes with them, ask for one."""
    return ecg_matters(record, visit) or when_rhythm.ecg_matters(record, visit)


class QtcFormula(Enum):
    """How the report corrected the QT for the heart rate."""

    FRIDERICIA = "Fridericia"
    BAZETT = "Bazett"
    OTHER = "Another"
    NOT_SAID = "Not stated"


NEWS2 = Question(
    Kind.NUMBER,
    "NEWS2 total",
    unit="points",
    hint="Worked out on the local chart.",
    limits=limits("0", "20", "0", "20"),
    series="news2",
    shown=when.observations_matter,
)

QRISK3 = Question(
    Kind.NUMBER,
    "QRISK3",
    unit="%",
    hint="For ages 25 to 84, from the calculator of the practice.",
    limits=limits("0", "100", "0", "40"),
    places=1,
    series="qrisk3",
    shown=when.wants_other_results,
)

QTC = Question(
    Kind.NUMBER,
    "QTc",
    unit="ms",
    hint="As reported, with its formula.",
    limits=limits("250", "750", "350", "480"),
    series="qtc",
    shown=when.ecg_was_done,
)

QTC_FORMULA = Question(
    Kind.CHOICE,
    "QTc by",
    hint="Bazett reads too high above 80 beats a minute.",
    options=QtcFormula,
    asks_how=False,
    shown=when.ecg_was_done,
)

ECG_HEART_RATE = Question(
    Kind.NUMBER,
    "Heart rate on the ECG",
    unit="beats a minute",
    limits=limits("25", "250", "45", "130"),
    shown=when.ecg_was_done,
)

ECG = Question(
    Kind.DAY,
    "ECG last done",
    never="None found",
    series="ecg",
    shown=ecg_is_asked,
)
ECG_READ_BY = Question(
    Kind.TEXT,
    "ECG read by",
    asks_how=False,
    shown=when.ecg_was_done,
)

MUST = Question(
    Kind.NUMBER,
    "MUST total",
    unit="points",
    hint="Malnutrition screen, worked out elsewhere.",
    limits=limits("0", "6", "0", "6"),
    series="must",
    shown=when.wants_other_results,
)

FRAILTY = Question(
    Kind.NUMBER,
    "Clinical Frailty Scale",
    unit="points",
    hint="1 to 9, from 65 on.",
    limits=limits("1", "9", "1", "9"),
    series="frailty",
    shown=when.wants_frailty,
)

AUDIT_TOTAL = Question(
    Kind.NUMBER,
    "All ten AUDIT questions, total",
    unit="points",
    hint="Added up on the paper or in the record it comes from.",
    limits=limits("0", "40", "0", "40"),
    series="audit_total",
    shown=when.audit_c_is_positive,
)

SCORES_FROM = Question(
    Kind.TEXT,
    "Scores: who worked them out, or where they were read",
    asks_how=False,
    shown=when.a_score_was_entered,
)
