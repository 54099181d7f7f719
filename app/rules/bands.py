"""Scales of named bands that can neither leave a gap nor overlap: only lower ends are written.

A band names a range of the figure, never the person. Every scale carries its source and mark
(V read at the source, V2 read in a secondary copy, K knowledge not checked).
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise


@dataclass(frozen=True)
class Band:
    """One band: where it begins, what it is called, and its ends in words."""

    begins: Decimal
    key: str
    name: str
    ends_before: Decimal | None = None
    step: Decimal = Decimal(1)
    unit: str = ""

    @property
    def range_in_words(self) -> str:
        """The ends as they are displayed: "30 to 34.9", "under 18.5", "40 or more"."""
        if self.ends_before is None:
            return f"{_plain(self.begins)} or more"
        if self.begins <= 0:
            return f"under {_plain(self.ends_before)}"
        last = self.ends_before - self.step
        return f"{_plain(self.begins)}" if last == self.begins else f"{_plain(self.begins)} to {_plain(last)}"

    @property
    def in_words(self) -> str:
        """What a screen shows under the figure: "30 to 34.9 band: obesity, class 1 range"."""
        return f"{self.range_in_words} band: {self.name}"


def _plain(figure: Decimal) -> str:
    return str(figure.quantize(Decimal(1)) if figure == figure.to_integral_value() else figure.normalize())


@dataclass(frozen=True)
class Scale:
    """Bands from zero upwards, checked when made; raises ValueError if they could gap or overlap."""

    unit: str
    step: Decimal
    source: str
    mark: str
    lower_ends: tuple[tuple[str, str, str], ...]
    best: int = 0
    """The place of the band that worries least: the lowest, unless lower is worse or both ends are."""
    has_calm_band: bool = True
    """False where a value in the best band may be out of range too: at an end without bands of its own, or
    where a level is read with the medicine, the hours since the dose and the person."""
    bands: tuple[Band, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Turn (lower end, key, name) into bands whose upper end is the next one's lower end."""
        begins = [Decimal(begin) for begin, _, _ in self.lower_ends]
        if not begins or begins[0] != 0:
            raise ValueError("the first band begins at 0")
        if any(high <= low for low, high in pairwise(begins)):
            raise ValueError("the lower ends must rise")
        if any(begin % self.step for begin in begins):
            raise ValueError("a band begins on a step of the scale")
        ends = (*begins[1:], None)
        made = tuple(
            Band(begin, key, name, end, self.step, self.unit)
            for begin, end, (_, key, name) in zip(begins, ends, self.lower_ends, strict=True)
        )
        if len({band.key for band in made}) != len(made):
            raise ValueError("two bands share a key")
        if not 0 <= self.best < len(made):
            raise ValueError("the best band is one of the scale")
        object.__setattr__(self, "bands", made)

    def band(self, value: Decimal) -> Band:
        """The one band that holds this value, as displayed; raises ValueError below zero."""
        if value < 0:
            raise ValueError("no band lies below zero")
        return self.bands[bisect_right([band.begins for band in self.bands], value) - 1]

    def rank(self, value: Decimal) -> int:
        """The place of the value's band, counted from the lowest: to say whether a band was left upwards."""
        return self.bands.index(self.band(value))

    def steps_from_best(self, band: Band) -> int:
        """How many bands lie between this one and the one that worries least."""
        return abs(self.bands.index(band) - self.best)


ONE = Decimal(1)
TENTH = Decimal("0.1")

BMI_GENERAL = Scale(
    "kg/m2",
    TENTH,
    "NICE NG7 glossary, https://www.nice.org.uk/guidance/ng7/chapter/Glossary",
    "V",
    (
        ("0", "underweight", "underweight range"),
        ("18.5", "healthy", "healthy range"),
        ("25", "overweight", "overweight range"),
        ("30", "obesity_1", "obesity, class 1 range"),
        ("35", "obesity_2", "obesity, class 2 range"),
        ("40", "obesity_3", "obesity, class 3 range"),
    ),
    best=1,
)

BMI_LOWER_THRESHOLD = Scale(
    "kg/m2",
    TENTH,
    "NICE NG7 glossary (23 and 27.5) and NG246 1.8 for which family backgrounds; 32.5 and 37.5 not checked",
    "V2",
    (
        ("0", "underweight", "underweight range"),
        ("18.5", "healthy", "healthy range"),
        ("23", "overweight", "overweight range for this family background"),
        ("27.5", "obesity_1", "obesity, class 1 range for this family background"),
        ("32.5", "obesity_2", "obesity, class 2 range for this family background"),
        ("37.5", "obesity_3", "obesity, class 3 range for this family background"),
    ),
    best=1,
)

BP_NAMES = (
    ("below", "below the threshold"),
    ("stage_1", "stage 1 range"),
    ("stage_2", "stage 2 range"),
    ("severe", "severe range"),
)
BP_SOURCE = "NICE NG136, seated clinic readings; bands read in secondary copies"

SYSTOLIC = Scale(
    "mmHg",
    ONE,
    BP_SOURCE,
    "V2",
    tuple((low, *name) for low, name in zip(("0", "140", "160", "180"), BP_NAMES, strict=True)),
)

DIASTOLIC = Scale(
    "mmHg",
    ONE,
    BP_SOURCE,
    "V2",
    tuple((low, *name) for low, name in zip(("0", "90", "100", "120"), BP_NAMES, strict=True)),
)

HBA1C = Scale(
    "mmol/mol",
    ONE,
    "NICE PH38 (42 to 47), WHO and NICE NG28 (48)",
    "V",
    (
        ("0", "below", "below the threshold"),
        ("42", "raised", "above normal, below the diabetes range"),
        ("48", "diabetes", "diabetes range; one result without symptoms needs a second test"),
    ),
)

FASTING_GLUCOSE = Scale(
    "mmol/L",
    TENTH,
    "NICE PH38 (5.5 to 6.9; SIGN and WHO begin at 6.1), https://www.nice.org.uk/guidance/PH38/uptake",
    "V",
    (
        ("0", "below", "below the threshold"),
        ("5.5", "raised", "above normal, below the diabetes range"),
        ("7", "diabetes", "diabetes range; one result without symptoms needs a second test"),
    ),
)

TOTAL_CHOLESTEROL = Scale(
    "mmol/L",
    TENTH,
    "Lester resource 2012 (above 6.0); NICE referral figures (above 7.5, above 9.0) in a GP summary",
    "V2",
    (
        ("0", "to_6", "not above 6.0"),
        ("6.1", "above_6", "above 6.0"),
        ("7.6", "above_7_5", "above 7.5"),
        ("9.1", "above_9", "above 9.0"),
    ),
)

AUDIT_C = Scale(
    "points",
    ONE,
    "UK AUDIT-C, 5 or more positive; gov.uk clinical guidelines for alcohol treatment, chapter 3",
    "V2",
    (
        ("0", "below", "below 5"),
        ("5", "positive", "5 or more: the other seven AUDIT questions come next"),
    ),
)


CARER_STRAIN = Scale(
    "points",
    ONE,
    "Our own question, 0 to 10; bands of the evidence table for Care Act 2014 section 10, not checked",
    "K",
    (("0", "low", "0 to 3"), ("4", "some", "4 to 6"), ("7", "much", "7 or more")),
)


NEWS2 = "Royal College of Physicians, NEWS2, 2017, chart 1, read in a copy"


def _by_figures(
    unit: str, step: Decimal, source: str, mark: str, *begins: str, best: int = 0, has_calm_band: bool = True
) -> Scale:
    """A scale whose bands are called by their figures alone."""
    bands = tuple((low, f"from_{low}", f"{low} or more") for low in begins)
    return Scale(unit, step, source, mark, bands, best, has_calm_band)


PULSE = _by_figures("beats a minute", ONE, NEWS2, "V2", "0", "41", "51", "91", "111", "131", best=2)
BREATHING_RATE = _by_figures("breaths a minute", ONE, NEWS2, "V2", "0", "9", "12", "21", "25", best=2)
OXYGEN = _by_figures("%", ONE, NEWS2, "V2", "0", "92", "94", "96", best=3)
TEMPERATURE = _by_figures("°C", TENTH, NEWS2, "V2", "0", "35.1", "36.1", "38.1", "39.1", best=2)
POSTURAL = "BMJ 2021;373:n922: 20 or 10 within three minutes of standing"
SYSTOLIC_DROP = _by_figures("mmHg", ONE, POSTURAL, "V", "0", "20")
DIASTOLIC_DROP = _by_figures("mmHg", ONE, POSTURAL, "V", "0", "10")

HUNDREDTH = Decimal("0.01")
GGC = "Clozapine SmPC limits through NHS GGC; under review by the MHRA in January 2026"
WHITE_CELLS = _by_figures("x10^9/L", HUNDREDTH, GGC, "V", "0", "3", "3.5", best=2, has_calm_band=False)
NEUTROPHILS = _by_figures("x10^9/L", HUNDREDTH, GGC, "V", "0", "1.5", "2", best=2, has_calm_band=False)
LITHIUM = _by_figures(
    "mmol/L",
    HUNDREDTH,
    "SPS lithium monitoring (0.8 and 1.5); 0.4 and above 1.0 not checked",
    "K",
    *("0", "0.4", "0.8", "1.01", "1.5"),
    has_calm_band=False,
)
CLOZAPINE = _by_figures(
    "mg/L",
    HUNDREDTH,
    "Not from a source that was read",
    "K",
    *("0", "0.35", "0.61", "1.01"),
    has_calm_band=False,
)
EGFR = _by_figures(
    "ml/min/1.73 m2", ONE, "NICE NG203, summary", "V2", "0", "15", "30", "45", "60", "90", best=5
)
ACR = _by_figures("mg/mmol", TENTH, "NICE NG203, summary", "V2", "0", "3", "30.1", "70.1")
SODIUM = _by_figures(
    "mmol/L", ONE, "Not from a source that was read", "K", "0", "125", "130", best=2, has_calm_band=False
)
POTASSIUM = _by_figures(
    "mmol/L",
    TENTH,
    "Not from a source that was read",
    "K",
    *("0", "3", "3.5", "6.5"),
    best=2,
    has_calm_band=False,
)
CALCIUM = _by_figures(
    "mmol/L", HUNDREDTH, "Not from a source that was read", "K", "0", "2.6", "3", has_calm_band=False
)
WAIST_TO_HEIGHT = _by_figures(
    "of height", HUNDREDTH, "NICE NG246, press copy", "V2", "0", "0.4", "0.5", "0.6"
)
NEWS2_TOTAL = _by_figures("points", ONE, NEWS2, "V2", "0", "5", "7")
QRISK3 = _by_figures("%", TENTH, "NICE CG181, now NG238: 10 % and over", "V", "0", "10")
AUDIT_TOTAL = _by_figures("points", ONE, "Full AUDIT bands, secondary copy", "V2", "0", "8", "16", "20")
MUST_TOTAL = _by_figures("points", ONE, "BAPEN MUST", "V", "0", "1", "2")
WAIST_MEN = _by_figures("cm", TENTH, "NICE NG7 glossary, men", "V", "0", "94", "102.1")
WAIST_WOMEN = _by_figures("cm", TENTH, "NICE NG7 glossary, women", "V", "0", "80", "88.1")


def bmi_band(value: Decimal, has_lower_threshold_background: bool) -> Band:
    """The band of a BMI; the caller must know the background, there is no default."""
    scale = BMI_LOWER_THRESHOLD if has_lower_threshold_background else BMI_GENERAL
    return scale.band(value)


def blood_pressure_band(systolic: Decimal, diastolic: Decimal) -> Band:
    """The band of a reading by the worse of its two numbers (the systolic one where they agree)."""
    upper, lower = SYSTOLIC.band(systolic), DIASTOLIC.band(diastolic)
    return lower if DIASTOLIC.rank(diastolic) > SYSTOLIC.rank(systolic) else upper
