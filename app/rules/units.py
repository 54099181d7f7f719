"""Units: how they may be spelled in a condition, and clinical conversions with the sum spelled out.

Factors and why these:
HbA1c: the IFCC-NGSP master equation, % = 0.09148 x mmol/mol + 2.152, as the NGSP publishes it. The rounded
    form in the evidence table, (% - 2.15) x 10.929, is the same line and agrees to the whole mmol/mol.
Glucose: 18.016 mg/dL to the mmol/L, a tenth of the molar mass of glucose (180.16 g/mol); the evidence table's
    18 is the same rounded, and differs by less than 0.1 mmol/L up to the highest value that a device reports.
Cholesterol, HDL, LDL, non-HDL: 38.67; triglycerides: 88.57 (the evidence table's 88.6 is the same rounded).
Pound 0.45359237 kg, inch 2.54 cm: exact by definition. Stone 14 lb, foot 12 in.
Celsius: (F - 32) / 1.8, exact by definition. Prolactin 21.2 mIU to the ng (evidence table). Calcium 4.008
    mg/dL to the mmol/L, a tenth of its molar mass; urine ACR 8.84 mg/g to the mg/mmol, of creatinine's.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

SPELLINGS = {
    "kg/m²": "kg/m2",
    "kg/m^2": "kg/m2",
    "mm Hg": "mmHg",
    "mmol/l": "mmol/L",
    "mg/dl": "mg/dL",
    "percent": "%",
    "year": "years",
    "day": "days",
    "point": "points",
    "lbs": "lb",
    "cms": "cm",
}

KG_A_POUND = Decimal("0.45359237")
CM_AN_INCH = Decimal("2.54")
POUNDS_A_STONE = 14
INCHES_A_FOOT = 12
MIU_A_NG_OF_PROLACTIN = Decimal("21.2")
HBA1C_SLOPE = Decimal("0.09148")
HBA1C_OFFSET = Decimal("2.152")


def spelling(unit: str) -> str:
    """The one spelling of a unit that we use; a unit that we do not know stays as it is."""
    tidy = " ".join(unit.split())
    return SPELLINGS.get(tidy, tidy)


class Analyte(Enum):
    """What is dissolved in blood, with its mg/dL to the mmol/L."""

    GLUCOSE = Decimal("18.016")
    CHOLESTEROL = Decimal("38.67")
    TRIGLYCERIDES = Decimal("88.57")
    CALCIUM = Decimal("4.008")


@dataclass(frozen=True)
class Converted:
    """A value in the clinic's unit, rounded as it is displayed, with the sum that a reader can repeat."""

    value: Decimal
    unit: str
    sum_in_words: str


def rounded(value: Decimal, places: int) -> Decimal:
    """Rounded half up to so many places, as a person would."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def hba1c_from_percent(percent: Decimal) -> Converted:
    """HbA1c in whole mmol/mol from % (NGSP)."""
    value = rounded((percent - HBA1C_OFFSET) / HBA1C_SLOPE, 0)
    return Converted(value, "mmol/mol", f"({percent} % - {HBA1C_OFFSET}) / {HBA1C_SLOPE} = {value} mmol/mol")


def molar_from_mg_dl(analyte: Analyte, mg_dl: Decimal, places: int = 1) -> Converted:
    """A blood level in mmol/L from mg/dL."""
    value = rounded(mg_dl / analyte.value, places)
    return Converted(value, "mmol/L", f"{mg_dl} mg/dL / {analyte.value} = {value} mmol/L")


def celsius_from_fahrenheit(fahrenheit: Decimal) -> Converted:
    """A temperature in degrees Celsius to one place."""
    value = rounded((fahrenheit - 32) / Decimal("1.8"), 1)
    return Converted(value, "°C", f"({fahrenheit} °F - 32) / 1.8 = {value} °C")


def divided(value: Decimal, by: Decimal, unit: tuple[str, str], places: int) -> Converted:
    """A level from a unit that is `by` times smaller, with the sum: (from, to) in `unit`."""
    found = rounded(value / by, places)
    return Converted(found, unit[1], f"{value} {unit[0]} / {by} = {found} {unit[1]}")


def prolactin_from_ng_ml(ng_ml: Decimal) -> Converted:
    """Prolactin in whole mIU/L from ng/mL (the same figure as micrograms a litre)."""
    value = rounded(ng_ml * MIU_A_NG_OF_PROLACTIN, 0)
    return Converted(value, "mIU/L", f"{ng_ml} ng/mL x {MIU_A_NG_OF_PROLACTIN} = {value} mIU/L")


def kg_from_pounds(pounds: Decimal) -> Converted:
    """Weight in kg to one place from pounds."""
    value = rounded(pounds * KG_A_POUND, 1)
    return Converted(value, "kg", f"{pounds} lb x {KG_A_POUND} = {value} kg")


def kg_from_stones(stones: int, pounds: Decimal = Decimal(0)) -> Converted:
    """Weight in kg to one place from stones and pounds."""
    whole = stones * POUNDS_A_STONE + pounds
    value = rounded(whole * KG_A_POUND, 1)
    words = f"{stones} st {pounds} lb = {whole} lb; {whole} lb x {KG_A_POUND} = {value} kg"
    return Converted(value, "kg", words)


def cm_from_inches(inches: Decimal) -> Converted:
    """A length in cm to one place from inches."""
    value = rounded(inches * CM_AN_INCH, 1)
    return Converted(value, "cm", f"{inches} in x {CM_AN_INCH} = {value} cm")


def cm_from_feet(feet: int, inches: Decimal = Decimal(0)) -> Converted:
    """A height in cm to one place from feet and inches."""
    whole = feet * INCHES_A_FOOT + inches
    value = rounded(whole * CM_AN_INCH, 1)
    words = f"{feet} ft {inches} in = {whole} in; {whole} in x {CM_AN_INCH} = {value} cm"
    return Converted(value, "cm", words)


def stones_from_kg(weight_kg: Decimal) -> Converted:
    """Weight in whole pounds with the stones in the words, for a person who thinks in stones."""
    whole = rounded(weight_kg / KG_A_POUND, 0)
    stones, pounds = divmod(int(whole), POUNDS_A_STONE)
    return Converted(whole, "lb", f"{weight_kg} kg / {KG_A_POUND} = {whole} lb = {stones} st {pounds} lb")
