"""For each measure: when it is overdue, and how old a value may be before no rule reasons with it any more.

Two clocks (research/clinical_rules.md section 1). Mark: V read at the source, V2 read in a secondary copy, K
knowledge not checked; most of "usable for" is the evidence table's own proposal.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from app.rules.dates import months_before


@dataclass(frozen=True)
class Fresh:
    """Months until it is overdue (0: asked only for a reason), months it is usable, and who says so."""

    overdue_months: int
    usable_months: int
    source: str
    mark: str


GRACE = timedelta(days=30)
"""What is due each year is overdue after 12 months and 30 days (docs/decisions.md)."""
CG178 = "NICE CG178 schedule, read in BJPsych 2017;211:194"
SPS = "SPS lithium monitoring"
OWN = "Evidence table, section 1"
LIPIDS = Fresh(12, 12, CG178, "V2")
ON_INDICATION = Fresh(0, 12, OWN, "K")

FRESHNESS = {
    "blood_pressure": Fresh(12, 3, f"{CG178}; 3 months for the ranges of NICE NG136", "V2"),
    "pulse": Fresh(12, 0, CG178, "V2"),
    "weight": Fresh(12, 12, CG178, "V2"),
    "height": Fresh(60, 60, OWN, "K"),
    "waist": Fresh(12, 12, CG178, "V2"),
    "ethnic_background": Fresh(0, 1200, "Said once, it does not age", "K"),
    "smoking": Fresh(12, 12, "NHS England, physical health of people with SMI, 2024", "V"),
    "audit_c": Fresh(12, 12, "NHS England, physical health of people with SMI, 2024", "V"),
    "hba1c": Fresh(12, 12, "NICE PH38 and CG178", "V2"),
    "fasting_glucose": Fresh(12, 12, CG178, "V2"),
    "random_glucose": Fresh(12, 12, CG178, "V2"),
    "total_cholesterol": LIPIDS,
    "hdl": LIPIDS,
    "triglycerides": LIPIDS,
    "white_cells": Fresh(1, 3, "NHS GGC clozapine schedule: 4 weeks at most; 3 months are our own", "K"),
    "neutrophils": Fresh(1, 3, "NHS GGC clozapine schedule: 4 weeks at most; 3 months are our own", "K"),
    "clozapine_level": ON_INDICATION,
    "lithium_level": Fresh(6, 6, SPS, "V"),
    "egfr": Fresh(12, 12, f"{SPS} (6 months on lithium); NICE NG203", "V2"),
    "acr": Fresh(12, 12, "NICE NG203", "V2"),
    "sodium": Fresh(6, 12, f"{SPS}; SPS carbamazepine monitoring", "V"),
    "potassium": Fresh(6, 12, SPS, "V"),
    "adjusted_calcium": Fresh(6, 12, SPS, "V"),
    "tsh": Fresh(6, 12, SPS, "V"),
    "alt": Fresh(12, 12, "SPS valproate monitoring", "V"),
    "prolactin": Fresh(0, 12, "Guidelines disagree; local trust algorithm", "V2"),
    "qrisk3": Fresh(12, 12, "NICE CG181, now NG238", "V2"),
    "qtc": Fresh(0, 12, "Dorset guidance for mental health prescribers", "V2"),
    "must": Fresh(0, 6, OWN, "K"),
    "frailty": Fresh(12, 12, OWN, "K"),
    "audit_total": Fresh(0, 12, OWN, "K"),
}


def is_overdue(on: date, today: date, months: int) -> bool:
    """Whether what is due after so many months, and was last done on a day, is overdue; never where 0."""
    return bool(months) and on < months_before(today, months) - GRACE


def usable_months(measure: str) -> int:
    """How many months a value of this measure may be reasoned with."""
    return FRESHNESS[measure].usable_months
