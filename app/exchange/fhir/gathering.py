"""What has been taken, converted and left out so far, while the entries of a bundle are gone through."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from app.consultation.answers import How
from app.consultation.history import Reading
from app.exchange.fhir.bundle_reading import ConvertedValue, LeftOut, Taken
from app.exchange.fhir.moments import Moment
from app.exchange.fhir.quantities import Measured
from app.exchange.fhir.series import label_of
from app.exchange.fhir.why import Why
from app.rules.explaining import day_in_words

IMPORTED = "imported record"
MOST_EXAMPLES = 12
MOST_VALUES = 3
READ_AFTER = {"diastolic": ("systolic", 1)}
"""The two numbers of a blood pressure stand together, whatever the alphabet says."""


@dataclass(frozen=True)
class _Row:
    moment: Moment
    reading: Reading
    was_rounded: bool


@dataclass
class Gathering:
    """The one object that changes while a bundle is read."""

    today: date
    born_on: date | None
    _rows: dict[tuple[str, str, str], _Row] = field(default_factory=dict)
    _converted: list[ConvertedValue] = field(default_factory=list)
    _left_out: Counter[tuple[str, Why]] = field(default_factory=Counter)
    _examples: dict[tuple[str, Why], dict[str, dict[str, None]]] = field(default_factory=dict)
    _ended: list[tuple[str, str]] = field(default_factory=list)

    def leave_out(self, what: str, why: Why, example: str = "", value: str = "") -> None:
        """Count one entry that is not taken; `value` is what stood there, where that explains it."""
        self._left_out[what, why] += 1
        names = self._examples.setdefault((what, why), {})
        if example and (example in names or len(names) < MOST_EXAMPLES):
            values = names.setdefault(example, {})
            if value:
                values[value] = None

    def leave_out_ended(self, what: str, name: str) -> None:
        """Keep an order that has ended for `sort_ended`: only later is it known what is taken now."""
        self._ended.append((what, name))

    def sort_ended(self, taken_now: frozenset[str]) -> None:
        """Count the orders that have ended: earlier ones of what is taken now, and what is not taken."""
        for what, name in self._ended:
            is_taken = name.casefold() in taken_now
            self.leave_out(what, Why.EARLIER_ORDER if is_taken else Why.NOT_TAKEN_NOW, name)
        self._ended.clear()

    def cannot_be_dated(self, day: date) -> Why | None:
        """Why a day cannot be that of anything on this record, if it cannot."""
        if day > self.today:
            return Why.FUTURE
        return Why.BEFORE_BIRTH if self.born_on is not None and day < self.born_on else None

    def take_number(self, series: str, moment: Moment, found: Measured, source: str = IMPORTED) -> None:
        """Keep one measured value, once."""
        reading = _reading(series, str(found.value), found.unit, moment.day, source)
        if self._take(moment, reading, found.was_rounded) and found.sum_in_words:
            now = f"{found.value} {found.unit}"
            self._converted.append(
                ConvertedValue(label_of(series), moment.day, found.original, now, found.sum_in_words)
            )

    def take_word(self, series: str, moment: Moment, word: str) -> None:
        """Keep one answer out of a closed list, once."""
        self._take(moment, _reading(series, word, "", moment.day, IMPORTED), was_rounded=False)

    def _take(self, moment: Moment, reading: Reading, was_rounded: bool) -> bool:
        key = (reading.series, moment.order, reading.value)
        if key in self._rows:
            self.leave_out("Observation", Why.REPEATED, label_of(reading.series))
            return False
        self._rows[key] = _Row(moment, reading, was_rounded)
        return True

    def readings(self) -> tuple[Reading, ...]:
        """All that was taken, the oldest first."""
        return tuple(row.reading for row in self._in_order())

    def _in_order(self) -> list[_Row]:
        return sorted(self._rows.values(), key=lambda row: (row.moment.day, row.moment.order))

    def taken(self) -> tuple[Taken, ...]:
        """The summary of each series."""
        by_series: dict[str, list[_Row]] = {}
        for row in self._in_order():
            by_series.setdefault(row.reading.series, []).append(row)
        in_order = sorted(by_series.items(), key=lambda each: READ_AFTER.get(each[0], (each[0], 0)))
        return tuple(_taken(series, rows) for series, rows in in_order)

    def converted(self) -> tuple[ConvertedValue, ...]:
        """Every conversion, by what was measured and then by day."""
        return tuple(sorted(self._converted, key=lambda row: (row.what, row.taken_on)))

    def left_out(self) -> tuple[LeftOut, ...]:
        """What is not taken, the most frequent first."""
        return tuple(
            LeftOut(what, why.value, count, _in_words(self._examples[what, why]))
            for (what, why), count in sorted(
                self._left_out.items(), key=lambda row: (-row[1], row[0][0], row[0][1].value)
            )
        )


def _in_words(examples: dict[str, dict[str, None]]) -> tuple[str, ...]:
    """Each name, with the first of its values behind it."""
    return tuple(f"{name}{_values_in_words(tuple(values))}" for name, values in examples.items())


def _values_in_words(values: tuple[str, ...]) -> str:
    others = " and others" if len(values) > MOST_VALUES else ""
    return f": {', '.join(values[:MOST_VALUES])}{others}" if values else ""


def _reading(series: str, value: str, unit: str, day: date, source: str) -> Reading:
    return Reading(series=series, value=value, unit=unit, taken_on=day, how=How.FROM_RECORD, source=source)


def _taken(series: str, rows: list[_Row]) -> Taken:
    newest = rows[-1].reading
    return Taken(
        series=series,
        label=label_of(series),
        count=len(rows),
        first_on=rows[0].reading.taken_on,
        last_on=newest.taken_on,
        newest=f"{newest.value} {newest.unit} on {day_in_words(newest.taken_on)}".replace("  ", " "),
        rounded_count=sum(row.was_rounded for row in rows),
    )
