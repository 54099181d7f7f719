"""What a record brings, before anything of it is kept: taken, converted, left out and why."""

from PySide6.QtWidgets import QWidget

from app.consultation.days import on_screen
from app.consultation.history import Condition
from app.consultation.medicine import Medicine
from app.exchange.fhir import BundleReading
from app.exchange.fhir.bundle_reading import ConvertedValue
from app.views.parts.cards import Card
from app.views.parts.layout import Column
from app.views.people.bringing_in import left_out_words, taken_in_words
from app.views.people.rows import LongList, rows_card

_UNCONFIRMED = "Kept as it came. Nothing counts as confirmed until somebody looked at it in a visit."


class RecordContents(QWidget):
    """Three cards to be read before Take this in is pressed."""

    def __init__(self, reading: BundleReading) -> None:
        super().__init__()
        self.setLayout(Column(_taken(reading), _converted(reading), _left_out(reading), gap=14))


def _taken(reading: BundleReading) -> Card:
    rows = [(taken.label, _capital(taken_in_words(taken))) for taken in reading.taken]
    if reading.medicines:
        rows.append(("Medicines", "; ".join(map(_medicine, reading.medicines))))
    active = [c for c in reading.conditions if c.is_active]
    past = [c for c in reading.conditions if not c.is_active]
    if active:
        rows.append(("Conditions", "; ".join(map(_condition, active))))
    if past:
        rows.append(("Conditions of the past", "; ".join(map(_condition, past))))
    values = len(reading.readings)
    count = "one value" if values == 1 else f"{values:,} values"
    return rows_card("What will be taken", count, rows, "Nothing of what we keep.", _UNCONFIRMED)


def _medicine(medicine: Medicine) -> str:
    dose = f", {medicine.dose}" if medicine.dose else ""
    return f"{medicine.name}{dose}"


def _condition(condition: Condition) -> str:
    since = f" since {on_screen(condition.since)}" if condition.since else ""
    return f"{condition.label}{since}"


def _converted(reading: BundleReading) -> Card:
    newest: dict[str, ConvertedValue] = {}
    counts: dict[str, int] = {}
    for value in reading.converted:
        newest[value.what] = value
        counts[value.what] = counts.get(value.what, 0) + 1
    rows = [(f"{what}: {counts[what]} converted", _sum(value)) for what, value in newest.items()]
    number = len(reading.converted)
    card = rows_card(
        "What was converted",
        f"{number:,}" if number else "",
        rows,
        "Every value came in our units.",
        "The newest of each kind with its sum." if rows else "",
    )
    if number > len(rows):
        lines = [f"{value.what}: {_sum(value)}" for value in reading.converted]
        card.add(LongList(f"Show all {number:,} sums", "All conversions", lines))
    return card


def _sum(value: ConvertedValue) -> str:
    return f"{on_screen(value.taken_on)}: {value.sum_in_words}"


def _left_out(reading: BundleReading) -> Card:
    number = sum(row.count for row in reading.left_out)
    by_reason: dict[str, list[str]] = {}
    for row in reading.left_out:
        by_reason.setdefault(row.reason, []).append(left_out_words(row))
    rows = [(_capital(reason), "; ".join(kinds)) for reason, kinds in by_reason.items()]
    return rows_card("What is left out, and why", f"{number:,}" if number else "", rows, "Nothing.")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
