"""A measured value with its unit, brought to the clinic's unit with the sum in words, or why it cannot be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.exchange.fhir.series import Series
from app.exchange.fhir.tree import Tree, number, words
from app.exchange.fhir.why import Why
from app.rules.units import (
    Analyte,
    Converted,
    celsius_from_fahrenheit,
    cm_from_inches,
    hba1c_from_percent,
    kg_from_pounds,
    molar_from_mg_dl,
    rounded,
)

MOST_DIGITS = 12
UCUM = "http://unitsofmeasure.org"

# Every spelling in lower case: UCUM codes and the words that senders write beside them.
SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "kg": ("kg", "kilogram", "kilograms", "kilogramme"),
    "g": ("g", "gram", "grams"),
    "lb": ("[lb_av]", "lb", "lbs", "pound", "pounds", "lb_av"),
    "cm": ("cm", "centimeter", "centimetre", "centimeters", "centimetres"),
    "m": ("m", "meter", "metre", "meters", "metres"),
    "in": ("[in_i]", "[in_us]", "in", "inch", "inches", "in_i"),
    "mmHg": ("mm[hg]", "mmhg", "mm hg", "millimeter of mercury", "millimetre of mercury"),
    "/min": (
        "/min",
        "per minute",
        "bpm",
        "beats/min",
        "beats/minute",
        "{beats}/min",
        "beats per minute",
        "breaths/min",
        "{breaths}/min",
    ),
    "kg/m2": ("kg/m2", "kg/m²", "kg/m^2", "kg/(m2)", "kilogram per square meter"),
    "mmol/mol": ("mmol/mol", "mmol/mol{hb}", "millimole per mole"),
    "%": ("%", "percent", "%{hb}", "% hb"),
    "mmol/L": ("mmol/l", "millimole per liter", "millimole per litre"),
    "mg/dL": ("mg/dl", "milligram per deciliter", "milligram per decilitre"),
    "x10^9/L": ("10*9/l", "10^9/l", "x10^9/l", "10*3/ul", "10^3/ul", "k/ul"),
    "ml/min/1.73 m2": ("ml/min/{1.73_m2}", "ml/min/1.73m2", "ml/min/1.73 m2", "ml/min/1.73m^2"),
    "mU/L": ("m[iu]/l", "mu/l", "miu/l"),
    "U/L": ("u/l", "iu/l", "[iu]/l"),
    "°C": ("cel", "°c", "degc", "degrees celsius", "degree celsius"),
    "°F": ("[degf]", "°f", "degf"),
    "points": ("{score}", "score", "points", "1", "{points}"),
    "/d": ("/d", "per day", "{cigarettes}/d", "a day", "/day", "{cigarettes}"),
}
_BY_SPELLING = {spelling: unit for unit, spellings in SPELLINGS.items() for spelling in spellings}
_OWN_UNITS = {"beats a minute": "/min", "breaths a minute": "/min", "a day": "/d", "": "points"}

Conversion = Callable[[Decimal], Converted]


def _grams(grams: Decimal) -> Converted:
    value = rounded(grams / 1000, 1)
    return Converted(value, "kg", f"{grams} g / 1000 = {value} kg")


def _metres(metres: Decimal) -> Converted:
    value = rounded(metres * 100, 1)
    return Converted(value, "cm", f"{metres} m x 100 = {value} cm")


def _blood(analyte: Analyte, places: int) -> Conversion:
    return lambda mg_dl: molar_from_mg_dl(analyte, mg_dl, places)


_LENGTH: Mapping[str, Conversion] = {"m": _metres, "in": cm_from_inches}
CONVERSIONS: Mapping[str, Mapping[str, Conversion]] = {
    "weight": {"g": _grams, "lb": kg_from_pounds},
    "height": _LENGTH,
    "waist": _LENGTH,
    "temperature": {"°F": celsius_from_fahrenheit},
    "hba1c": {"%": hba1c_from_percent},
    "fasting_glucose": {"mg/dL": _blood(Analyte.GLUCOSE, 1)},
    "random_glucose": {"mg/dL": _blood(Analyte.GLUCOSE, 1)},
    "total_cholesterol": {"mg/dL": _blood(Analyte.CHOLESTEROL, 1)},
    "hdl": {"mg/dL": _blood(Analyte.CHOLESTEROL, 2)},
    "triglycerides": {"mg/dL": _blood(Analyte.TRIGLYCERIDES, 1)},
}


@dataclass(frozen=True)
class Measured:
    """A value in the clinic's unit, rounded as it is shown; a converted one keeps its sum."""

    value: Decimal
    unit: str
    was_rounded: bool = False
    original: str = ""
    sum_in_words: str = ""


def measured(quantity: Tree, series: Series) -> Measured | Why:
    """The value of a Quantity in the unit of its series, or why there is none."""
    value = quantity.get("value")
    if value is None:
        return Why.NO_VALUE
    found = number(value)
    if found is None:
        return Why.NOT_A_NUMBER
    if quantity.get("comparator"):
        return Why.ONLY_A_LIMIT
    unit = unit_of(quantity)
    if isinstance(unit, Why):
        return Why.NO_UNIT if unit is Why.NO_UNIT and not series.is_whole else _plain(found, series, unit)
    return in_own_unit(found, unit, series)


def _plain(value: Decimal, series: Series, unit: Why) -> Measured | Why:
    """A count of points needs no unit; anything else does."""
    return checked(value, series) if unit is Why.NO_UNIT else unit


def unit_of(quantity: Tree) -> str | Why:
    """The unit by our spelling; code and words that contradict each other are no unit at all."""
    code, text = words(quantity.get("code")), words(quantity.get("unit"))
    if not code and not text:
        return Why.NO_UNIT
    by_code, by_text = _BY_SPELLING.get(code.lower()), _BY_SPELLING.get(text.lower())
    if by_code and by_text and by_code != by_text:
        return Why.TWO_UNITS
    return by_code or by_text or Why.UNIT


def in_own_unit(value: Decimal, unit: str, series: Series) -> Measured | Why:
    """A value brought from a known unit to that of the series."""
    if unit == _OWN_UNITS.get(series.unit, series.unit):
        return checked(value, series)
    conversion = CONVERSIONS.get(series.key, {}).get(unit)
    if conversion is None:
        return Why.UNIT
    if not _is_reckonable(value):
        return Why.IMPLAUSIBLE
    converted = conversion(value)
    if not series.low <= converted.value <= series.high:
        return Why.IMPLAUSIBLE
    return Measured(
        converted.value,
        series.unit,
        original=f"{_shown(value)} {unit}",
        sum_in_words=converted.sum_in_words.replace(str(value), str(_shown(value))),
    )


def _shown(value: Decimal) -> Decimal:
    """Two places are enough to follow a sum by; the sum itself is done on the value as it came."""
    exponent = value.as_tuple().exponent
    return rounded(value, 2) if isinstance(exponent, int) and exponent < -2 else value


def checked(value: Decimal, series: Series) -> Measured | Why:
    """A value already in the unit of its series, within its limits, rounded as it is shown."""
    if not _is_reckonable(value) or not series.low <= value <= series.high:
        return Why.IMPLAUSIBLE
    shown = rounded(value, series.places)
    if series.is_whole and shown != value:
        return Why.IMPLAUSIBLE
    return Measured(shown, series.unit, was_rounded=shown != value)


def as_it_came(quantity: Tree) -> str:
    """A number and its unit in the sender's words; nothing where the number is too long to show."""
    value = number(quantity.get("value"))
    if value is None or not _is_reckonable(value):
        return ""
    return f"{_shown(value)} {words(quantity.get('unit')) or words(quantity.get('code'))}".strip()


def _is_reckonable(value: Decimal) -> bool:
    """Whether arithmetic on it is safe: a file may hold numbers of a million digits."""
    return value == 0 or (
        abs(value.adjusted()) < MOST_DIGITS and len(value.as_tuple().digits) < 2 * MOST_DIGITS
    )
